// Evaluates a few pure functions of text and bytes, where a name or a payload depends on them.
import { latin1 } from '../../bytes/latin1.ts'
import { BYTES_LITERAL, integerOf, isInteger } from '../value/literal-codes.ts'
import type { ReadLiteral } from '../value/text.ts'
import { bytesOf, decodeText, latin1Bytes, textOf } from '../value/text.ts'
import type { Value } from '../value/values.ts'
import { Blob, GlobalRef, Result } from '../value/values.ts'

/** Maximum length of a text that is evaluated; names are shorter. */
const MAX_TEXT = 4096
/**
 * Maximum length of a payload that is decoded in memory. Tensors at protocol 2 are text that has to be turned back into
 * bytes.
 */
export const MAX_PAYLOAD = 1 << 24
const MAX_STEPS = 24

/** Returns the text that `value` is when the file is loaded, or undefined. An unknown name is a finding of its own. */
export function resolveText(value: Value, read: ReadLiteral, steps = MAX_STEPS): string | undefined {
  const literal = textOf(value, read)
  if (literal !== undefined) return literal.length > MAX_TEXT ? undefined : literal
  if (!(value instanceof Result) || steps <= 0) return undefined
  const text = textCall(value, read, steps - 1)
  return text === undefined || text.length > MAX_TEXT ? undefined : text
}

function textCall(call: Result, read: ReadLiteral, steps: number): string | undefined {
  const [first, second] = call.args
  const name = calledName(call)
  if (name === undefined || first === undefined) return undefined
  switch (name) {
    case '_operator.add':
    case '_operator.concat':
    case '_operator.iadd':
    case '_operator.iconcat':
    case 'builtins.str.__add__':
      return second === undefined ? undefined : concat(resolveText(first, read, steps), resolveText(second, read, steps))
    case 'builtins.str.join':
      return second === undefined ? undefined : join(resolveText(first, read, steps), second, read, steps)
    case 'builtins.str':
    case 'builtins.str.__str__':
    case 'numpy.str_':
    case 'numpy.unicode_':
      return resolveText(first, read, steps)
    case '_codecs.decode':
    case 'codecs.decode':
    case 'builtins.bytes.decode':
      return plainCodec(second, read) ? decoded(resolveBytes(first, read, steps)) : undefined
    case 'builtins.chr':
      return isInteger(first) && integerOf(first) >= 0 && integerOf(first) < 0x110000 ? String.fromCodePoint(integerOf(first)) : undefined
    default:
      return undefined
  }
}

/**
 * Returns the bytes that `value` is when the file is loaded, at most `MAX_PAYLOAD`, or undefined. Compressed layers
 * stay on: the bytes are recognised again later.
 */
export function resolveBytes(value: Value, read: ReadLiteral, steps = MAX_STEPS): Uint8Array | undefined {
  const literal = bytesOf(value, read, MAX_PAYLOAD)
  if (literal !== undefined) return literal
  if (!(value instanceof Result) || steps <= 0) return undefined
  const [first, second] = value.args
  const name = calledName(value)
  if (name === undefined || first === undefined) return undefined
  switch (name) {
    case '_codecs.encode':
    case 'codecs.encode':
    case 'builtins.str.encode':
      return encodedBy(second, longText(first, read, steps - 1), read)
    case '_codecs.latin_1_encode':
      return encoded(longText(first, read, steps - 1))
    case 'base64.b64decode':
    case 'base64.standard_b64decode':
    case 'base64.urlsafe_b64decode':
    case 'base64.decodebytes':
    case 'base64.decodestring':
    case 'binascii.a2b_base64':
      return fromText(first, 'base64', read, steps)
    case 'binascii.unhexlify':
    case 'binascii.a2b_hex':
    case 'base64.b16decode':
    case 'builtins.bytes.fromhex':
    case 'builtins.bytearray.fromhex':
      return fromText(first, 'hex', read, steps)
    case 'builtins.bytes':
    case 'builtins.bytearray':
    case '_io.BytesIO':
    case 'zlib.decompress':
    case 'gzip.decompress':
    case 'bz2.decompress':
    case 'lzma.decompress':
      return resolveBytes(first, read, steps - 1) ?? encoded(longText(first, read, steps - 1))
    case '_codecs.decode':
    case 'codecs.decode':
      return decodeBinaryCodec(first, second, read, steps)
    case '_operator.add':
    case '_operator.concat':
      return second === undefined ? undefined : joinBytes(resolveBytes(first, read, steps - 1), resolveBytes(second, read, steps - 1))
    default:
      return undefined
  }
}

/** Returns `module.name` of what a call calls, with modules under their C names. */
function calledName(call: Result): string | undefined {
  return call.callee instanceof GlobalRef ? canonical(call.callee) : undefined
}

/** Returns `separator.join(list)` as a call of `str.join` with both as arguments. */
export function boundJoin(separator: Value, list: Value, offset: number): Result {
  return new Result(STR_JOIN, [separator, list], 'reduce', offset)
}

const STR_JOIN = new GlobalRef('builtins', 'str.join', true)

const C_NAMES = new Map([
  ['operator', '_operator'],
  ['io', '_io'],
  ['_pyio', '_io'],
  ['__builtin__', 'builtins'],
])

/** Returns `module.name`, with the module under the name that CPython’s C code has. */
export function canonical(ref: GlobalRef): string {
  ref.canonical ??= `${C_NAMES.get(ref.module) ?? ref.module}.${ref.name}`
  return ref.canonical
}

function longText(value: Value, read: ReadLiteral, steps: number): string | undefined {
  if (value instanceof Blob && value.flavour < BYTES_LITERAL && value.length <= MAX_PAYLOAD) {
    const bytes = read(value.offset, value.length)
    return bytes.length < value.length ? undefined : decodeText(bytes, value.flavour)
  }
  return resolveText(value, read, steps)
}

function fromText(value: Value, encoding: 'base64' | 'hex', read: ReadLiteral, steps: number): Uint8Array | undefined {
  const bytes = resolveBytes(value, read, steps - 1)
  const text = bytes ? latin1(bytes) : longText(value, read, steps - 1)
  return text === undefined ? undefined : new Uint8Array(Buffer.from(text, encoding))
}

/**
 * Whether no codec is named, or one that keeps the characters. A transforming one such as rot13 makes another text of
 * it.
 */
function plainCodec(codec: Value | undefined, read: ReadLiteral): boolean {
  const name = codec === undefined ? 'utf8' : textOf(codec, read)
  return name !== undefined && /^(?:utf[-_]?8|latin[-_]?1|iso[-_]?8859[-_]?1|ascii|us[-_]?ascii)$/i.test(name)
}

function decodeBinaryCodec(value: Value, codec: Value | undefined, read: ReadLiteral, steps: number): Uint8Array | undefined {
  const name =
    codec === undefined
      ? undefined
      : textOf(codec, read)
          ?.toLowerCase()
          .replace(/[-_]?codec$/, '')
  if (name === 'hex') return fromText(value, 'hex', read, steps)
  if (name === 'base64') return fromText(value, 'base64', read, steps)
  return name === 'zlib' || name === 'zip' || name === 'bz2' ? resolveBytes(value, read, steps - 1) : undefined
}

/** Encodes a text in the codec that is named: the same characters are other bytes in UTF-8 than in Latin-1. */
function encodedBy(codec: Value | undefined, text: string | undefined, read: ReadLiteral): Uint8Array | undefined {
  const name = codec === undefined ? 'utf8' : (textOf(codec, read) ?? '')
  if (text !== undefined && /^raw[-_]unicode[-_]escape$/i.test(name)) return latin1Bytes(text.replace(/[^\0-\xff]/gu, unicodeEscape))
  if (text === undefined || !plainCodec(codec, read)) return undefined
  return /^utf/i.test(name) ? new TextEncoder().encode(text) : latin1Bytes(text)
}

/** Returns a character that Latin-1 does not have as Python’s raw_unicode_escape writes it. */
function unicodeEscape(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16)
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`
}

function encoded(text: string | undefined): Uint8Array | undefined {
  return text === undefined ? undefined : (latin1Bytes(text) ?? new TextEncoder().encode(text))
}

function decoded(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes)
}

function concat(left: string | undefined, right: string | undefined): string | undefined {
  return left === undefined || right === undefined ? undefined : left + right
}

function joinBytes(left: Uint8Array | undefined, right: Uint8Array | undefined): Uint8Array | undefined {
  if (left === undefined || right === undefined || left.length + right.length > MAX_PAYLOAD) return undefined
  const both = new Uint8Array(left.length + right.length)
  both.set(left)
  both.set(right, left.length)
  return both
}

function join(separator: string | undefined, list: Value, read: ReadLiteral, steps: number): string | undefined {
  if (separator === undefined || typeof list === 'number' || !('items' in list) || list.more) return undefined
  const parts: string[] = []
  for (const item of list.items) {
    const part = resolveText(item, read, steps)
    if (part === undefined) return undefined
    parts.push(part)
  }
  return parts.join(separator)
}
