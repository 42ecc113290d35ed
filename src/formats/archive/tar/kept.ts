// Keeps members of a compressed tar archive in memory, in case a later link gives them another name.
import type { Portions } from '../../../bytes/portions.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import { memorySource } from '../../../bytes/source.ts'
import type { Input } from '../../../types/artifact.ts'

/** Maximum size of a member that is kept in memory. */
const MAX_MEMBER = 2 * 2 ** 20
/** Maximum size of all members that are kept in memory. */
const MAX_ALL = 16 * 2 ** 20

/** A kept member: its content, or, where that is too large, whether a format read it. */
type Kept = ByteSource | 'read' | 'unread'

/** Members of an archive that can be read only once. A later link may give them another name. */
export class KeptMembers {
  private readonly members = new Map<string, Kept[]>()
  private size = 0

  get names(): Iterable<string> {
    return this.members.keys()
  }

  /** Returns the members of this name. A tar archive may contain a name several times. */
  of(name: string): readonly Kept[] {
    return this.members.get(name) ?? []
  }

  /** Returns the next member, read into memory if there is room to keep it. */
  async take(portions: Portions, size: number): Promise<Input> {
    return size <= MAX_MEMBER && this.size + size <= MAX_ALL ? memorySource(await portions.take(size)) : portions.part(size)
  }

  /** Keeps a member that was scanned. `read`: a format has read it. */
  keep(name: string, input: Input, read: boolean): void {
    const fits = input.kind === 'source' && this.size + input.size <= MAX_ALL
    if (fits) this.size += input.size
    const kept = fits ? input : read ? 'read' : 'unread'
    const known = this.members.get(name)
    if (known) known.push(kept)
    else this.members.set(name, [kept])
  }
}
