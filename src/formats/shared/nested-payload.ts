import { codecSignatures } from '../../bytes/codecs/magic.ts'
import { isMarshalledCode } from '../../lang/marshal/code-names.ts'
import { MIN_ENCODED } from '../../pickle/emit/payload.ts'
import { startsLikeZip } from '../../wire/zip/archive.ts'
import { hasProtocol } from '../pickle/pickle/signature.ts'

const GLOBAL_LINES = /^c[A-Za-z_][\w.]{0,100}\n[A-Za-z_][\w.]{0,100}\n/
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/
const HEX = /^(?:[0-9a-fA-F]{2})+$/
/** As many bytes as the mark of any compression has. */
const MARK = 32
/** Bits of gzip's flags that are reserved: a decompressor refuses them (RFC 1952, 2.3.1.2). */
const RESERVED = 0xe0

/**
 * The payload in a constant: the bytes themselves where they begin like a pickle, an archive or compressed data, or what they decode to from base64 or
 * hex; undefined for everything else. A text is a payload only once it is decoded. A guess by the first bytes: whoever reads the payload knows better.
 */
export function payloadIn(bytes: Uint8Array, isText: boolean): Uint8Array | undefined {
  if (!isText && looksLoadable(bytes)) return bytes
  if (bytes.length < MIN_ENCODED) return undefined
  const head = bytes.length > FIRST_LOOK ? decoded(bytes.subarray(0, FIRST_LOOK)) : undefined
  // Of marshalled code the beginning tells nothing.
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
/** Letters of a long text that say whether the rest is worth decoding. */
const FIRST_LOOK = 1024
const CODE = 0x63

function looksLoadable(bytes: Uint8Array): boolean {
  return hasProtocol(bytes) || startsLikeZip(bytes) || startsCompressed(bytes) || startsWithShortMark(bytes)
}

/** Do bytes begin with the mark of a compression that is long enough not to come by chance? */
export function startsCompressed(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, MARK)
  return codecSignatures.some(
    ({ id, match }) => LONG_MARKS.has(id) && match(head, '') === 'certain' && (id !== 'gzip' || ((head[3] ?? 0) & RESERVED) === 0),
  )
}

const LONG_MARKS = new Set(['gzip', 'bzip2', 'xz', 'zstd', 'lz4'])

/** Marks that chance makes too often to be looked for at any place, and that mean something where a value begins: zlib, GLOBAL of protocol 0, marshalled code. */
export function startsWithShortMark(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes
  // RFC 1950: a check on the first two bytes.
  if (first === 0x78 && (first * 256 + second) % 31 === 0) return true
  if ((first & 0x7f) !== CODE) return false
  return GLOBAL_LINES.test(ASCII.decode(bytes.subarray(0, 256))) || isMarshalledCode(bytes)
}
