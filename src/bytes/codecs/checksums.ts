// Computes the checksums of compressed formats chunk by chunk.
import { crc32 as crc32Of } from '../crc32.ts'

/** A checksum that is computed chunk by chunk. */
export interface Checksum {
  update(bytes: Uint8Array): void
  /** Compares the checksum of all bytes so far with a stored one, in the byte order of its format. */
  matches(stored: Uint8Array): boolean
}

/** Returns a CRC-32 (ISO 3309) as gzip and xz store it, little-endian. */
export function crc32(): Checksum {
  let crc = 0
  return {
    update(bytes) {
      crc = crc32Of(bytes, crc)
    },
    matches: (stored) => littleEndian(stored, 0) === (crc | 0),
  }
}

interface Crc64Table {
  readonly low: Int32Array
  readonly high: Int32Array
}

/** Cache of the table of 256 remainders. */
let crc64TableCache: Crc64Table | undefined

/** Computes the table of ECMA-182, reflected: 0xC96C5795D7870F42. */
function makeCrc64Table(): Crc64Table {
  const table = { low: new Int32Array(256), high: new Int32Array(256) }
  for (let byte = 0; byte < 256; byte++) {
    let low = byte
    let high = 0
    for (let bit = 0; bit < 8; bit++) {
      const odd = low & 1
      low = (low >>> 1) | (high << 31)
      high >>>= 1
      if (odd) {
        low ^= 0xd7870f42
        high ^= 0xc96c5795
      }
    }
    table.low[byte] = low
    table.high[byte] = high
  }
  return table
}

/** Returns a CRC-64 (ECMA-182) as xz stores it, little-endian. */
export function crc64(): Checksum {
  crc64TableCache ??= makeCrc64Table()
  const table = crc64TableCache
  let low = -1
  let high = -1
  return {
    update(bytes) {
      for (let index = 0; index < bytes.length; index++) {
        const at = (low ^ (bytes[index] ?? 0)) & 0xff
        low = ((low >>> 8) | (high << 24)) ^ (table.low[at] ?? 0)
        high = (high >>> 8) ^ (table.high[at] ?? 0)
      }
    },
    matches: (stored) => littleEndian(stored, 0) === ~low && littleEndian(stored, 4) === ~high,
  }
}

/** Returns an Adler-32 as zlib stores it, big-endian (RFC 1950). */
export function adler32(): Checksum {
  let a = 1
  let b = 0
  return {
    update(bytes) {
      for (let from = 0; from < bytes.length; from += 3800) {
        const to = Math.min(bytes.length, from + 3800)
        for (let index = from; index < to; index++) {
          a += bytes[index] ?? 0
          b += a
        }
        a %= 65521
        b %= 65521
      }
    },
    matches: (stored) => stored[0] === b >>> 8 && stored[1] === (b & 0xff) && stored[2] === a >>> 8 && stored[3] === (a & 0xff),
  }
}

const P1 = 0x9e3779b1
const P2 = 0x85ebca77
const P3 = 0xc2b2ae3d
const P4 = 0x27d4eb2f
const P5 = 0x165667b1

/** Returns an XXH32 with seed 0 as LZ4 frames store it, little-endian. */
export function xxh32(): Checksum {
  const lanes = Int32Array.of(P1 + P2, P2, 0, -P1)
  const rest = new Uint8Array(16)
  let restLength = 0
  let total = 0
  const stripes = (bytes: Uint8Array, from: number, to: number): void => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    let [a = 0, b = 0, c = 0, d = 0] = lanes
    for (let at = from; at < to; at += 16) {
      a = rounded(a, view.getInt32(at, true))
      b = rounded(b, view.getInt32(at + 4, true))
      c = rounded(c, view.getInt32(at + 8, true))
      d = rounded(d, view.getInt32(at + 12, true))
    }
    lanes.set([a, b, c, d])
  }
  const value = (): number => {
    const [a = 0, b = 0, c = 0, d = 0] = lanes
    let hash = total < 16 ? P5 : rotl(a, 1) + rotl(b, 7) + rotl(c, 12) + rotl(d, 18)
    hash = (hash + total) | 0
    let at = 0
    for (; at + 4 <= restLength; at += 4) hash = Math.imul(rotl((hash + Math.imul(littleEndian(rest, at), P3)) | 0, 17), P4)
    for (; at < restLength; at++) hash = Math.imul(rotl((hash + Math.imul(rest[at] ?? 0, P5)) | 0, 11), P1)
    hash = Math.imul(hash ^ (hash >>> 15), P2)
    hash = Math.imul(hash ^ (hash >>> 13), P3)
    return hash ^ (hash >>> 16)
  }
  return {
    update(bytes) {
      total += bytes.length
      let at = 0
      if (restLength > 0) {
        at = Math.min(16 - restLength, bytes.length)
        rest.set(bytes.subarray(0, at), restLength)
        restLength += at
        if (restLength < 16) return
        stripes(rest, 0, 16)
      }
      const to = bytes.length - ((bytes.length - at) & 15)
      stripes(bytes, at, to)
      rest.set(bytes.subarray(to))
      restLength = bytes.length - to
    },
    /** Compares four bytes, or one: the frame header has only bits 8 to 15. */
    matches: (stored) => (stored.length === 1 ? stored[0] === ((value() >> 8) & 0xff) : littleEndian(stored, 0) === value()),
  }
}

function rounded(lane: number, word: number): number {
  return Math.imul(rotl((lane + Math.imul(word, P2)) | 0, 13), P1)
}

function rotl(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits))
}

function littleEndian(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)
}
