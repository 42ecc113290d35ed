// Remembers which data of a zip were scanned, so that data with several names are scanned once.
import type { ZipEntry } from '../../../wire/zip/entry.ts'

/** The data of a zip that were scanned. Many entries may share the same bytes and read them in the same way. */
export class SeenData {
  private readonly first = new Map<number, ZipEntry>()
  /** Data at the same offset with another method or other sizes. Rare. */
  private readonly others = new Set<string>()

  /** Adds the data of an entry. Returns false if they were added before. */
  add(entry: ZipEntry): boolean {
    // An entry without data is identified by its header: negative numbers keep both kinds of offset apart.
    const start = entry.dataOffset ?? -1 - entry.headerOffset
    const known = this.first.get(start)
    if (known === undefined) {
      this.first.set(start, entry)
      return true
    }
    const { method, compressedSize, size } = entry
    if (known.method === method && known.compressedSize === compressedSize && known.size === size) return false
    const reading = `${start} ${method} ${compressedSize} ${size}`
    if (this.others.has(reading)) return false
    this.others.add(reading)
    return true
  }
}
