// Counts the zeros and whitespace that follow an offset of a file.
import type { ByteSource } from '../../bytes/source.ts'

const PIECE = 1 << 20

/** Returns the number of zeros and whitespace bytes in a row from `offset` on, at most up to `end`. */
export function paddingLength(source: ByteSource, offset: number, end = source.size): number {
  for (let at = offset; at < end; at += PIECE) {
    const bytes = source.read(at, Math.min(PIECE, end - at))
    const other = bytes.findIndex((byte) => byte !== 0 && byte !== 0x0a && byte !== 0x0d && byte !== 0x20 && byte !== 0x09)
    if (other >= 0) return at + other - offset
  }
  return Math.max(0, end - offset)
}
