// Recognises constants that begin like a payload, as they are or in base64 or hex.
import { codecSignatures } from '../../bytes/codecs/magic.ts'
import { isMarshalledCode } from '../../lang/marshal/code-names.ts'
import { MIN_ENCODED } from '../../pickle/emit/payload.ts'
import { startsLikeZip } from '../../wire/zip/archive.ts'
import { hasProtocol } from '../pickle/pickle/signature.ts'

const GLOBAL_LINES = /^c[A-Za-z_][\w.]{0,100}\n[A-Za-z_][\w.]{0,100}\n/
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/
const HEX = /^(?:[0-9a-fA-F]{2})+$/
/** Number of bytes that suffices to recognise any compression. */
const MAGIC_LENGTH = 32
/** Reserved bits of gzip's flags: decompressors reject them (RFC 1952, 2.3.1.2). */
const RESERVED = 0xe0

/**
 * Returns the payload in a constant: the bytes themselves if they begin like a pickle, an archive or compressed data,
 * or the bytes that they decode to from base64 or hex. A text counts only if it decodes to a payload. Undefined for
 * other constants. This is a guess by the first bytes; the reader of the payload decides.
 */
export function payloadIn(bytes: Uint8Array, isText: boolean): Uint8Array | undefined {
  if (!isText && looksLoadable(bytes)) return bytes
  if (bytes.length < MIN_ENCODED) return undefined
  const head = bytes.length > HEAD ? decoded(bytes.subarray(0, HEAD)) : undefined
  // Marshalled code cannot be recognised by its first bytes alone.
  if (head !== undefined && !looksLoadable(head) && ((head[0] ?? 0) & 0x7f) !== CODE) return undefined
  const payload = decoded(bytes)
  return payload !== undefined && looksLoadable(payload) ? payload : undefined
}

function decoded(bytes: Uint8Array): Uint8Array | undefined {
  const text = ASCII.decode(bytes).replace(/[\r\n]+/g, '')
  if (HEX.test(text)) return new Uint8Array(Buffer.from(text, 'hex'))
  return BASE64.test(text) ? new Uint8Array(Buffer.from(text, 'base64')) : undefined
}

const ASCII = new TextDecoder('latin1')
/** Number of characters that are decoded to decide whether a long text is worth decoding. */
const HEAD = 1024
/** Type code of a code object in marshal, and the opcode GLOBAL. */
const CODE = 0x63

function looksLoadable(bytes: Uint8Array): boolean {
  return hasProtocol(bytes) || startsLikeZip(bytes) || startsCompressed(bytes) || startsWithShortMagic(bytes)
}

/** True if bytes begin with the magic of a compression that is long enough not to occur by chance. */
export function startsCompressed(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, MAGIC_LENGTH)
  return codecSignatures.some(
    ({ id, match }) => LONG_MAGIC.has(id) && match(head, '') === 'certain' && (id !== 'gzip' || ((head[3] ?? 0) & RESERVED) === 0),
  )
}

const LONG_MAGIC = new Set(['gzip', 'bzip2', 'xz', 'zstd', 'lz4'])

/**
 * True for zlib, GLOBAL of protocol 0 and marshalled code. Their magic is so short that it often occurs by chance: it
 * counts only at the beginning of a value.
 */
export function startsWithShortMagic(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes
  // RFC 1950: the first two bytes are a multiple of 31.
  if (first === 0x78 && (first * 256 + second) % 31 === 0) return true
  if ((first & 0x7f) !== CODE) return false
  return GLOBAL_LINES.test(ASCII.decode(bytes.subarray(0, 256))) || isMarshalledCode(bytes)
}
