// Finds the symbolic links of a zip and the entries that they point to.
import type { ByteSource } from '../../../bytes/source.ts'
import type { ZipEntry } from '../../../wire/zip/entry.ts'
import { isLink } from '../../shared/unsafe-path.ts'
import { ArchiveLinks } from '../links.ts'
import { linkTarget } from './members.ts'

/** Symbolic links of a zip, as Unix tools pack and extract them: the content of such an entry is the link's target. */
export interface ZipLinks {
  /** True if the entry is a symbolic link. Readers that do not support links read the target as the file's content. */
  has(entry: ZipEntry): boolean
  /** Returns copies of the entries under the names that links give them. */
  aliasedEntries(tick: () => void): Iterable<ZipEntry>
}

/** Returns the symbolic links of a zip; undefined if it has none, like nearly all zips. */
export function linksOf(source: ByteSource, entries: readonly ZipEntry[]): ZipLinks | undefined {
  if (!entries.some(({ unixMode }) => isLink(unixMode))) return undefined
  const links = new ArchiveLinks()
  const own = new Set<ZipEntry>()
  for (const entry of entries) {
    const target = isLink(entry.unixMode) ? linkTarget(source, entry) : undefined
    if (target === undefined) continue
    links.add({ name: entry.name, target, kind: 'symlink' })
    own.add(entry)
  }
  const byName = new Map<string, ZipEntry[]>()
  for (const entry of entries) {
    if (own.has(entry)) continue
    const known = byName.get(entry.name)
    if (known) known.push(entry)
    else byName.set(entry.name, [entry])
  }
  return {
    has: (entry) => own.has(entry),
    *aliasedEntries(tick) {
      for (const [name, aliases] of links.aliasesOf(byName.keys(), tick))
        for (const entry of byName.get(name) ?? []) for (const alias of aliases) yield { ...entry, name: alias }
    },
  }
}
