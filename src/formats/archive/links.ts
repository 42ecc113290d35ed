// Works out under which further names symbolic and hard links of an archive make its members available.
/** A link in an archive. A symbolic link's target is relative to its folder; a hard link's target is a member name. */
export interface ArchiveLink {
  readonly name: string
  readonly target: string
  readonly kind: 'symlink' | 'hardlink'
}

/** Maximum number of links in a chain: Linux reports a cycle after 40. */
const MAX_HOPS = 40
/** Maximum length of a path on Linux (PATH_MAX). */
const MAX_PATH = 4096
/** Maximum number of links to folders: each costs a pass over all members. */
const MAX_FOLDERS = 100
/** Folders whose files loaders use by their path: Hugging Face chat templates, code of SageMaker and transformers. */
const LOADED_FOLDER = /(?:^|\/)(?:(?:additional_)?chat_templates|code|custom_generate)$/i

/**
 * Further names of archive members through links: in the extracted archive a loader can open a member by each of them.
 * Chains of links are followed, also through links to folders. A link that is part of a cycle, leads out of the archive
 * or points to no member adds no name.
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

  /** Returns the further names of each member. Calls `tick` for each link, which throws to stop. */
  aliasesOf(members: Iterable<string>, tick: () => void): ReadonlyMap<string, readonly string[]> {
    const byPath = new Map<string, Set<string>>()
    for (const member of members) addTo(byPath, partsOf(member)?.join('/') ?? member, member)
    const aliases = new Map<string, Set<string>>()
    let folders = 0
    for (const link of this.all) {
      tick()
      const path = this.destination(link)
      if (path === undefined) continue
      const found = byPath.get(path)
      for (const member of found ?? []) addTo(aliases, member, link.name)
      if (found || !LOADED_FOLDER.test(link.name) || ++folders > MAX_FOLDERS) continue
      for (const [each, named] of byPath)
        if (each.startsWith(`${path}/`)) for (const member of named) addTo(aliases, member, link.name + each.slice(path.length))
    }
    return new Map([...aliases].map(([member, names]) => [member, [...names]]))
  }

  /** Follows a chain of links and returns the path in the archive where it ends. */
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
