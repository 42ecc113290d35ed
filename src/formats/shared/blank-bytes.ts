// Counts zeros and whitespace at a place of a file.
import type { ByteSource } from '../../bytes/source.ts'

const PIECE = 1 << 20

/** How many zeros and blanks stand in a source from an offset on, up to `end`. */
export function blanksFrom(source: ByteSource, offset: number, end = source.size): number {
  for (let at = offset; at < end; at += PIECE) {
    const bytes = source.read(at, Math.min(PIECE, end - at))
    const ink = bytes.findIndex((byte) => byte !== 0 && byte !== 0x0a && byte !== 0x0d && byte !== 0x20 && byte !== 0x09)
    if (ink >= 0) return at + ink - offset
  }
  return Math.max(0, end - offset)
}
