// Reads the text or bytes of a literal from the input again.
import { latin1 } from '../../bytes/latin1.ts'
import {
  BYTEARRAY_LITERAL,
  BYTES_LITERAL,
  FLOAT8,
  isLazy,
  LATIN1,
  LONG,
  lazyFlavour,
  lazyLength,
  lazyOffset,
  RAW_UNICODE,
  STRING_ESCAPE,
  UTF8,
} from './literal-codes.ts'
import { unescapeRawUnicode, unescapeString } from './literals.ts'
import type { Value } from './values.ts'

/** Returns the bytes of a literal again, or fewer where they are no longer available. */
export type ReadLiteral = (offset: number, length: number) => Uint8Array

const SHORT = 128
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * Returns the whole text of a value that is a `str` when the file is loaded; undefined where it is none or is too long
 * to be a name. Python 2 byte strings count: unpicklers turn them into `str`.
 */
export function textOf(value: Value, read: ReadLiteral): string | undefined {
  if (typeof value === 'object') return value.kind === 'text' ? value.text : undefined
  if (!isLazy(value)) return undefined
  const flavour = lazyFlavour(value)
  if (flavour === BYTES_LITERAL || flavour === BYTEARRAY_LITERAL || flavour === FLOAT8 || flavour === LONG) return undefined
  const length = lazyLength(value)
  const bytes = read(lazyOffset(value), length)
  return bytes.length < length ? undefined : decodeText(bytes, flavour)
}

/** Whether a value is this ASCII text. A literal of another length is not decoded. */
export function isText(value: Value, text: string, read: ReadLiteral): boolean {
  if (isLazy(value) && lazyLength(value) !== text.length && (lazyFlavour(value) === UTF8 || lazyFlavour(value) === LATIN1)) return false
  return textOf(value, read) === text
}

/** Decodes a text literal as the unpickler does. Python accepts lone surrogates in UTF-8 here (surrogatepass). */
export function decodeText(bytes: Uint8Array, flavour: number): string {
  switch (flavour) {
    case UTF8:
      return isShortAscii(bytes) ? latin1(bytes) : utf8.decode(bytes)
    case STRING_ESCAPE:
      return unescapeString(bytes)
    case RAW_UNICODE:
      return unescapeRawUnicode(bytes)
    case LATIN1:
      return latin1(bytes)
    default:
      return ''
  }
}

/** Whether it is short ASCII, as names and keys are: a decoder costs several times as much for them. */
function isShortAscii(bytes: Uint8Array): boolean {
  if (bytes.length > SHORT) return false
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? 0) >= 0x80) return false
  return true
}

/**
 * Returns the bytes of a value that is `bytes` or `bytearray`, at most `max` of them; undefined where it is neither or
 * is longer.
 */
export function bytesOf(value: Value, read: ReadLiteral, max: number): Uint8Array | undefined {
  if (typeof value === 'object') {
    if (value.kind === 'bytes') return value.bytes.length <= max ? value.bytes : undefined
    if (value.kind !== 'blob' || (value.flavour !== BYTES_LITERAL && value.flavour !== BYTEARRAY_LITERAL && value.flavour !== LATIN1))
      return undefined
    return value.length > max ? undefined : complete(read(value.offset, value.length), value.length)
  }
  if (!isLazy(value)) return undefined
  const flavour = lazyFlavour(value)
  if (flavour === STRING_ESCAPE) return latin1Bytes(unescapeString(read(lazyOffset(value), lazyLength(value))))
  if (flavour !== BYTES_LITERAL && flavour !== BYTEARRAY_LITERAL && flavour !== LATIN1) return undefined
  return complete(read(lazyOffset(value), lazyLength(value)), lazyLength(value))
}

/**
 * Returns the bytes of a literal as they are in the file, texts included, at most `max`; undefined where they are no
 * longer available.
 */
export function literalBytes(value: Value, read: ReadLiteral, max: number): Uint8Array | undefined {
  if (typeof value === 'object') {
    if (value.kind !== 'blob' || value.length > max) return undefined
    return complete(read(value.offset, value.length), value.length)
  }
  if (!isLazy(value)) return undefined
  if (lazyFlavour(value) === STRING_ESCAPE) return bytesOf(value, read, max)
  return complete(read(lazyOffset(value), lazyLength(value)), lazyLength(value))
}

/** Whether this literal is `bytes` or `bytearray`, and not a text. */
export function isBytes(value: Value): boolean {
  const flavour = typeof value === 'object' ? (value.kind === 'blob' ? value.flavour : UTF8) : isLazy(value) ? lazyFlavour(value) : UTF8
  return flavour === BYTES_LITERAL || flavour === BYTEARRAY_LITERAL
}

/** Returns a text as bytes, one byte a character; undefined where a character does not fit. */
export function latin1Bytes(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 0xff) return undefined
    bytes[at] = code
  }
  return bytes
}

function complete(bytes: Uint8Array, length: number): Uint8Array | undefined {
  return bytes.length < length ? undefined : bytes
}
