// Notes entries of a zip archive that have the same name for some reader.
import type { ByteSource } from '../../bytes/source.ts'
import { quote } from './directory.ts'
import type { ZipEntry } from './entry.ts'
import type { ZipNotes } from './notes.ts'

/**
 * Maximum size at which two entries of one name are compared byte by byte, and the maximum for all of them together.
 */
const COMPARED = 64 * 1024
const COMPARED_IN_ALL = 4 * 1024 * 1024

/**
 * Notes names that two entries share: exactly, ignoring case, or up to a NUL. Folders do not count: they have no
 * content.
 */
export function noteSharedNames(source: ByteSource, entries: readonly ZipEntry[], notes: ZipNotes): void {
  const first = new Map<string, ZipEntry>()
  // Contains only names that differ from another in case alone: nearly always empty.
  const variants = new Map<string, ZipEntry>()
  let budget = COMPARED_IN_ALL
  for (const entry of entries) {
    const { name, headerOffset } = entry
    const nul = name.indexOf('\0')
    if (nul >= 0) notes.add('nul-in-name', name, headerOffset, () => `some readers see ${quote(name.slice(0, nul))}`)
    if (entry.listedBy === 'local-header' || (name.endsWith('/') && entry.size === 0)) continue
    const fold = name.toLowerCase()
    const other = first.get(fold)
    if (!other) {
      first.set(fold, entry)
      continue
    }
    const twin = other.name === name ? other : variants.get(name)
    if (twin) {
      notes.add('duplicate', name, headerOffset, () => {
        budget -= entry.compressedSize
        return describe(source, twin, entry, budget > 0)
      })
    } else {
      variants.set(name, entry)
      notes.add('case-variant', name, headerOffset, () => `${quote(other.name)} differs only in case`)
    }
  }
}

function describe(source: ByteSource, first: ZipEntry, second: ZipEntry, affordable: boolean): string {
  const where = `also at ${first.headerOffset}`
  if (first.dataOffset === second.dataOffset) return `listed twice, with the same data`
  if (first.crc !== second.crc || first.size !== second.size) return `${where}, with other content`
  const comparable =
    affordable && first.method === second.method && first.compressedSize === second.compressedSize && first.compressedSize <= COMPARED
  if (!comparable || first.dataOffset === undefined || second.dataOffset === undefined)
    return `${where}, with the same declared size and checksum`
  const a = source.read(first.dataOffset, first.compressedSize)
  const b = source.read(second.dataOffset, second.compressedSize)
  return a.length === b.length && a.every((byte, index) => byte === b[index])
    ? `${where}, with identical content`
    : `${where}, with other content`
}
