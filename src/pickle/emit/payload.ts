// Recognises literals whose first two bytes are those of a pickle, an archive or compressed data.

/** Minimum length of a literal that could be a payload. */
export const MIN_PAYLOAD = 16
/** Minimum length of a text that could be a payload in base64 or hex. */
export const MIN_ENCODED = 24

/**
 * What a payload is by its first bytes. `names`: a pickle without PROTO, which begins with GLOBAL and the letters of a
 * module. `code`: marshalled code, its type and a small number. The signature of `zlib` is too short to search for at
 * every offset.
 */
export type PayloadKind = 'pickle' | 'names' | 'code' | 'zip' | 'compressed' | 'zlib'

/** First two bytes of everything that a program may load: PROTO of each protocol, zip, the compressions of bytes/codecs/magic.ts. */
const FIRST: Readonly<Record<PayloadKind, readonly string[]>> = {
  pickle: [...'\x00\x01\x02\x03\x04\x05'].map((protocol) => `\x80${protocol}`),
  names: [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_'].map((letter) => `c${letter}`),
  code: [...'\x00\x01\x02\x03\x04\x05\x06\x07\x08'].flatMap((count) => [`c${count}`, `\xe3${count}`]),
  zip: ['PK'],
  // gzip, bzip2, xz, Zstandard, LZ4.
  compressed: ['\x1f\x8b', 'BZ', '\xfd7', '\x28\xb5', '\x04\x22'],
  zlib: ['x\x01', 'x\x5e', 'x\x9c', 'x\xda'],
}

/** Returns the first two bytes of some kinds as big-endian numbers. */
export function firstPairs(...kinds: readonly PayloadKind[]): readonly number[] {
  return kinds.flatMap((kind) => FIRST[kind]).map((start) => pairOf(start))
}

/** Returns the same in base64 and hex: two bytes decide two letters of either. */
export function encodedPairs(): readonly number[] {
  const texts = Object.values(FIRST)
    .flat()
    .flatMap((start) => {
      const bytes = Buffer.from(start, 'latin1')
      const hex = bytes.toString('hex').slice(0, 2)
      return [bytes.toString('base64').slice(0, 2), hex, hex.toUpperCase()]
    })
  return [...new Set(texts)].map((start) => pairOf(start))
}

function pairOf(start: string): number {
  return (start.charCodeAt(0) << 8) | start.charCodeAt(1)
}

/** Sets of such pairs, as bits: a cheap filter for every literal of a file. formats/shared/nested-payload.ts reads more of it. */
const BINARY = setOf(firstPairs('pickle', 'names', 'code', 'zip', 'compressed', 'zlib'))
const ENCODED = setOf(encodedPairs())

/**
 * Whether the literal at `at` could be a payload. A text has to be decoded by the program first, so only encoded
 * payloads count.
 */
export function beginsLikePayload(buffer: Uint8Array, at: number, text: boolean): boolean {
  const pair = ((buffer[at] ?? 0) << 8) | (buffer[at + 1] ?? 0)
  const bit = 1 << (pair & 7)
  return ((ENCODED[pair >> 3] ?? 0) & bit) !== 0 || (!text && ((BINARY[pair >> 3] ?? 0) & bit) !== 0)
}

function setOf(pairs: readonly number[]): Uint8Array {
  const set = new Uint8Array(65536 / 8)
  for (const pair of pairs) set[pair >> 3] = (set[pair >> 3] ?? 0) | (1 << (pair & 7))
  return set
}
