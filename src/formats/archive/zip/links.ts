// Finds the symbolic links of a zip and the entries that they point to.
import type { ByteSource } from '../../../bytes/source.ts'
import type { ZipEntry } from '../../../wire/zip/entry.ts'
import { isLink } from '../../shared/unsafe-path.ts'
import { ArchiveLinks } from '../links.ts'
import { linkTarget } from './members.ts'

/** The symbolic links of an archive, as Unix tools pack and unpack them: the content of such an entry is its target. */
export interface ZipLinks {
  /** Is the entry one, so that its content is its target? Readers that know no links take it for what it says. */
  has(entry: ZipEntry): boolean
  /** The entries once more, under the names that links give them. */
  lend(tick: () => void): Iterable<ZipEntry>
}

/** Undefined for an archive without links, as nearly all are. */
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
    *lend(tick) {
      for (const [name, aliases] of links.lend(byName.keys(), tick))
        for (const entry of byName.get(name) ?? []) for (const alias of aliases) yield { ...entry, name: alias }
    },
  }
}
