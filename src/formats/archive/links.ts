// Works out under which further names symbolic and hard links of an archive make its members available.
/** A link of an archive. The target of a symbolic one is relative to where it lies, that of a hard one is a name in the archive. */
export interface ArchiveLink {
  readonly name: string
  readonly target: string
  readonly kind: 'symlink' | 'hardlink'
}

/** As many as Linux follows before it takes a chain for a circle. */
const MAX_HOPS = 40
/** No path of a file system is longer. */
const MAX_PATH = 4096
/** Links to folders whose members are looked through for each of them. */
const MAX_FOLDERS = 100
/** Folders that give what lies in them a meaning: chat templates of Hugging Face, programs of SageMaker's servers and of transformers. */
const MEANINGFUL = /(?:^|\/)(?:(?:additional_)?chat_templates|code|custom_generate)$/i

/**
 * The names that links give to the members of an archive: extracted, a member has them all, and a loader opens it by any. Chains are followed, through links
 * to folders too; one that runs in a circle, leads out of the archive or to nothing in it gives no name to anything.
 */
export class ArchiveLinks {
  private readonly links = new Map<string, ArchiveLink>()
  private readonly all: ArchiveLink[] = []

  add(link: ArchiveLink): void {
    const path = partsOf(link.name)
    if (path === undefined || link.target.length > MAX_PATH) return
    this.links.set(path.join('/'), link)
    this.all.push(link)
  }

  get size(): number {
    return this.all.length
  }

  /** What each of the members is called by links too. `tick` is called for each link; throws to stop. */
  lend(members: Iterable<string>, tick: () => void): ReadonlyMap<string, readonly string[]> {
    const byPath = new Map<string, Set<string>>()
    for (const member of members) addTo(byPath, partsOf(member)?.join('/') ?? member, member)
    const lent = new Map<string, Set<string>>()
    let folders = 0
    for (const link of this.all) {
      tick()
      const path = this.destination(link)
      if (path === undefined) continue
      const found = byPath.get(path)
      for (const member of found ?? []) addTo(lent, member, link.name)
      if (found || !MEANINGFUL.test(link.name) || ++folders > MAX_FOLDERS) continue
      for (const [each, named] of byPath)
        if (each.startsWith(`${path}/`)) for (const member of named) addTo(lent, member, link.name + each.slice(path.length))
    }
    return new Map([...lent].map(([member, names]) => [member, [...names]]))
  }

  /** Where a link leads to at last, as a path in the archive. */
  private destination({ name }: ArchiveLink): string | undefined {
    const waiting = partsOf(name)?.reverse() ?? []
    let done: string[] = []
    let hops = 0
    for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
      if (part === '..') {
        if (done.pop() === undefined) return undefined
        continue
      }
      done.push(part)
      const link = this.links.get(done.join('/'))
      if (link === undefined) continue
      if (++hops > MAX_HOPS || link.target.startsWith('/')) return undefined
      if (link.kind === 'hardlink') done = []
      else done.pop()
      waiting.push(...(partsOf(link.target)?.reverse() ?? []))
      if (waiting.length > MAX_PATH) return undefined
    }
    return done.join('/')
  }
}

function partsOf(path: string): string[] | undefined {
  return path.length > MAX_PATH ? undefined : path.split('/').filter((part) => part !== '' && part !== '.')
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key)
  if (known) known.add(value)
  else map.set(key, new Set([value]))
}
