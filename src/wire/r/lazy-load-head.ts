// Recognises R databases for lazy loading, and names the fields of their objects.
import { recordLayout, u32be } from '../../bytes/record.ts'
import { rStart } from '../signatures.ts'

/** Head of an object: its uncompressed length, big-endian, and how it is compressed. */
export const OBJECT = recordLayout({ length: 4, kind: 1 })
export const HEAD = OBJECT.recordSize
/** Kinds of compression (`R_compress3` in serialize.c); `ZLIB` is the first byte of a stream without a kind. */
export const ZLIB = 0x78
export const PLAIN = 0x30
export const ZLIB_AFTER_TYPE = 0x31
export const BZIP2 = 0x32
export const LZMA = 0x5a

/**
 * True when the bytes can be an R database for lazy loading (`.rdb`): objects in a row, each with its length and
 * compressed.
 */
export function startsLikeLazyLoad(head: Uint8Array): boolean {
  if (head.length < HEAD + 4 || u32be(head, OBJECT.length) === 0) return false
  const [, , , , kind = 0, first = 0, second = 0, third = 0] = head
  switch (kind) {
    case ZLIB:
      return (kind * 256 + first) % 31 === 0 && (first & 0x20) === 0
    case ZLIB_AFTER_TYPE:
      return first === ZLIB && (first * 256 + second) % 31 === 0
    case BZIP2:
      return first === 0x42 && second === 0x5a && third === 0x68
    case LZMA:
      return first === 1 || first >= 0xe0
    case PLAIN:
      return rStart(head.subarray(HEAD)) !== undefined
    default:
      return false
  }
}
