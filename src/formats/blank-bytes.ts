import type { ByteSource } from '../bytes/source.ts'

const PIECE = 1 << 20

/** How many zeros and blanks stand in a source from an offset on. */
export function blanksFrom(source: ByteSource, offset: number): number {
  for (let at = offset; at < source.size; at += PIECE) {
    const ink = source.read(at, PIECE).findIndex((byte) => byte !== 0 && byte !== 0x0a && byte !== 0x0d && byte !== 0x20 && byte !== 0x09)
    if (ink >= 0) return at + ink - offset
  }
  return source.size - offset
}
