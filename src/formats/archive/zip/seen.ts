// Remembers which data of a zip were scanned, so that data with several names are scanned once.
import type { ZipEntry } from '../../../wire/zip/entry.ts'

/** Which data of an archive were looked at: the same bytes, read in the same way, may have many names. */
export class SeenData {
  private readonly first = new Map<number, ZipEntry>()
  /** Other readings of data that begin at the same place: hardly any archive has them. */
  private readonly others = new Set<string>()

  /** False where the data of this entry were there before. */
  add(entry: ZipEntry): boolean {
    const place = entry.dataOffset ?? -1 - entry.headerOffset
    const known = this.first.get(place)
    if (known === undefined) {
      this.first.set(place, entry)
      return true
    }
    const { method, compressedSize, size } = entry
    if (known.method === method && known.compressedSize === compressedSize && known.size === size) return false
    const reading = `${place} ${method} ${compressedSize} ${size}`
    if (this.others.has(reading)) return false
    this.others.add(reading)
    return true
  }
}
