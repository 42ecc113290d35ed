// Keeps members of a compressed tar archive in memory, in case a later link gives them another name.
import type { Portions } from '../../../bytes/portions.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import { memorySource } from '../../../bytes/source.ts'
import type { Input } from '../../../types/artifact.ts'

/** Members of a compressed archive that are held in memory to be read, and kept for a link that may come. */
const MAX_MEMBER = 2 * 2 ** 20
const MAX_ALL = 16 * 2 ** 20

/** What is remembered of a member: its content, or whether a format read it when it passed. */
type Kept = ByteSource | 'read' | 'unread'

/** The members of an archive that can be read only once: links that come later may lend them names. */
export class KeptMembers {
  private readonly members = new Map<string, Kept[]>()
  private size = 0

  get names(): Iterable<string> {
    return this.members.keys()
  }

  of(name: string): readonly Kept[] {
    return this.members.get(name) ?? []
  }

  /** The next member, in memory if there is room to keep it. */
  async take(portions: Portions, size: number): Promise<Input> {
    return size <= MAX_MEMBER && this.size + size <= MAX_ALL ? memorySource(await portions.take(size)) : portions.part(size)
  }

  keep(name: string, input: Input, read: boolean): void {
    const fits = input.kind === 'source' && this.size + input.size <= MAX_ALL
    if (fits) this.size += input.size
    const kept = fits ? input : read ? 'read' : 'unread'
    const known = this.members.get(name)
    if (known) known.push(kept)
    else this.members.set(name, [kept])
  }
}
