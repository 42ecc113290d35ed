import { isMarshalledCode } from '../../lang/marshal/code-names.ts'
import { MIN_ENCODED } from '../../pickle/emit/payload.ts'
import { startsLikeZip } from '../../wire/zip/archive.ts'
import { hasProtocol } from '../pickle/pickle/signature.ts'

const GLOBAL_LINES = /^c[A-Za-z_][\w.]{0,100}\n[A-Za-z_][\w.]{0,100}\n/
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/
const HEX = /^(?:[0-9a-fA-F]{2})+$/

/**
 * The payload in a constant: the bytes themselves where they begin like a pickle, an archive or compressed data, or what they decode to from base64 or
 * hex; undefined for everything else. A text is a payload only once it is decoded. A guess by the first bytes: whoever reads the payload knows better.
 */
export function payloadIn(bytes: Uint8Array, isText: boolean): Uint8Array | undefined {
  if (!isText && looksLoadable(bytes)) return bytes
  if (bytes.length < MIN_ENCODED) return undefined
  const text = ASCII.decode(bytes).replace(/[\r\n]+/g, '')
  const decoded = HEX.test(text) ? Buffer.from(text, 'hex') : BASE64.test(text) ? Buffer.from(text, 'base64') : undefined
  if (decoded === undefined) return undefined
  const payload = new Uint8Array(decoded)
  return looksLoadable(payload) ? payload : undefined
}

const ASCII = new TextDecoder('latin1')

function looksLoadable(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = bytes
  if (hasProtocol(bytes) || startsLikeZip(bytes)) return true
  // gzip (RFC 1952), zlib (RFC 1950: a check on the first two bytes), bzip2, xz.
  if (first === 0x1f && second === 0x8b && third === 8) return true
  if (first === 0x78 && (first * 256 + second) % 31 === 0) return true
  if (first === 0x42 && second === 0x5a && third === 0x68) return true
  if (first === 0xfd && second === 0x37 && third === 0x7a) return true
  if ((first & 0x7f) !== 0x63) return false
  return GLOBAL_LINES.test(ASCII.decode(bytes.subarray(0, 256))) || isMarshalledCode(bytes)
}
