// Recognises literals whose first two bytes are those of a pickle, an archive or compressed data.

/** Minimum length of a literal that could be a payload. */
export const MIN_PAYLOAD = 16
/** Minimum length of a text that could be a payload in base64 or hex. */
export const MIN_ENCODED = 24

/**
 * Sets of first two bytes, big endian, as bits. A cheap filter for every literal of a file;
 * formats/shared/nested-payload.ts reads more of it.
 */
const BINARY = new Uint8Array(65536 / 8)
const ENCODED = new Uint8Array(65536 / 8)

// Pickles with a protocol, zip, gzip, zlib, bzip2, xz.
markAll(BINARY, ['\x80\x02', '\x80\x03', '\x80\x04', '\x80\x05', 'PK', '\x1f\x8b', 'x\x01', 'x\x5e', 'x\x9c', 'x\xda', 'BZ', '\xfd7'])
// A pickle of protocol 0 begins with GLOBAL and the letters of a module, marshalled code with its type and a small
// number.
markAll(
  BINARY,
  [...'abcdefghijklmnopqrstuvwxyz_\x00\x01\x02\x03\x04\x05\x06\x07\x08'].map((next) => `c${next}`),
)
markAll(
  BINARY,
  [...'\x00\x01\x02\x03\x04\x05\x06\x07\x08'].map((next) => `\xe3${next}`),
)
// The same in base64 and hex.
markAll(ENCODED, ['gA', 'UE', 'H4', 'eA', 'eF', 'eJ', 'eN', 'Ql', '/T', '80', '50', '1f', '1F', '78', '42', 'fd', 'FD', '63', 'e3', 'E3'])
markAll(
  ENCODED,
  [...'wxyz0123456789+/'].flatMap((next) => [`Y${next}`, `4${next}`]),
)

/**
 * Whether the literal at `at` could be a payload. A text has to be decoded by the program first, so only encoded
 * payloads count.
 */
export function beginsLikePayload(buffer: Uint8Array, at: number, text: boolean): boolean {
  const pair = ((buffer[at] ?? 0) << 8) | (buffer[at + 1] ?? 0)
  const bit = 1 << (pair & 7)
  return ((ENCODED[pair >> 3] ?? 0) & bit) !== 0 || (!text && ((BINARY[pair >> 3] ?? 0) & bit) !== 0)
}

function markAll(set: Uint8Array, starts: readonly string[]): void {
  for (const start of starts) {
    const pair = (start.charCodeAt(0) << 8) | start.charCodeAt(1)
    set[pair >> 3] = (set[pair >> 3] ?? 0) | (1 << (pair & 7))
  }
}
