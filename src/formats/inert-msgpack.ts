import { ScanError } from '../bytes/errors.ts'
import type { ByteSource } from '../bytes/source.ts'
import { blockReader } from '../wire/block-reader.ts'

/** Extension types of Flax: array, complex number, NumPy scalar. */
const EXTENSIONS = new Set([1, 2, 3])
const MAX_PENDING = 2 ** 32
const TICK = 50_000

/** Bytes of the length that follows, bytes of fixed data, or what else a byte announces (msgpack spec). */
const FIXED = new Map([
  [0xc0, 0],
  [0xc2, 0],
  [0xc3, 0],
  [0xca, 4],
  [0xcb, 8],
  [0xcc, 1],
  [0xcd, 2],
  [0xce, 4],
  [0xcf, 8],
  [0xd0, 1],
  [0xd1, 2],
  [0xd2, 4],
  [0xd3, 8],
])
const TEXTS = new Map([
  [0xc4, 1],
  [0xc5, 2],
  [0xc6, 4],
  [0xd9, 1],
  [0xda, 2],
  [0xdb, 4],
])
const EXT = new Map([
  [0xc7, 1],
  [0xc8, 2],
  [0xc9, 4],
])

/**
 * Walks one MessagePack value to the end of the file; data are skipped.
 * @throws {ScanError} `malformed` where it is none, holds extension types that are not of Flax, or is followed by more; `truncated`.
 */
export function walkMsgpack(source: ByteSource, tick: () => void): void {
  const reader = blockReader(source, 64 * 1024)
  let at = 0
  let pending = 1
  const uint = (width: number): number => {
    const bytes = reader.at(at, width)
    if (bytes.length < width) throw new ScanError('truncated', 'the file ends within a value', at)
    at += width
    return bytes.reduce((value, byte) => value * 256 + byte, 0)
  }
  const skip = (count: number): void => {
    if (count > source.size - at) throw new ScanError('truncated', 'the file ends within a value', at)
    at += count
  }
  const extension = (size: number): void => {
    const type = uint(1)
    if (!EXTENSIONS.has(type)) throw new ScanError('malformed', `the extension type ${type}`, at)
    skip(size)
  }
  for (let count = 1; pending > 0; count++) {
    if (count % TICK === 0) tick()
    pending--
    const start = at
    const byte = uint(1)
    const fixed = FIXED.get(byte)
    const text = TEXTS.get(byte)
    const ext = EXT.get(byte)
    if (byte < 0x80 || byte >= 0xe0) continue
    if (byte <= 0x8f) pending += 2 * (byte & 15)
    else if (byte <= 0x9f) pending += byte & 15
    else if (byte <= 0xbf) skip(byte & 31)
    else if (fixed !== undefined) skip(fixed)
    else if (text !== undefined) skip(uint(text))
    else if (ext !== undefined) extension(uint(ext))
    else if (byte >= 0xd4 && byte <= 0xd8) extension(2 ** (byte - 0xd4))
    else if (byte === 0xdc || byte === 0xdd) pending += uint(byte === 0xdc ? 2 : 4)
    else if (byte === 0xde || byte === 0xdf) pending += 2 * uint(byte === 0xde ? 2 : 4)
    else throw new ScanError('malformed', `the byte ${byte}`, start)
    if (pending > Math.min(MAX_PENDING, source.size - at)) throw new ScanError('truncated', 'more values are announced than fit', start)
  }
  if (at < source.size) throw new ScanError('malformed', 'bytes follow the value', at)
}
