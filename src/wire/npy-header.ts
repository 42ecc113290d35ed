// Reads the header of NumPy arrays and computes the size of their data.
import { ScanError } from '../bytes/errors.ts'
import { recordLayout } from '../bytes/record.ts'
import type { Literal } from '../lang/python/literal.ts'
import { parseLiteral } from '../lang/python/literal.ts'

/** The properties of an array that its header declares (numpy/lib/format.py). */
export interface NpyHeader {
  /**
   * Bytes of data; `object` where a pickle follows instead; `unknown` where the type is not written as NumPy writes it.
   */
  readonly data: number | 'object' | 'unknown'
  /** Other sizes of the data on other platforms, where C's `long` and `long double` differ. */
  readonly elsewhere: readonly number[]
  /** True when the elements contain texts or bytes, and not only numbers. */
  readonly texts: boolean
}

/** One element: its size in bytes (NaN where it is unknown), and whether it is or contains a Python object. */
export interface Element {
  readonly bytes: number
  readonly object: boolean
}

/** Start of an array (numpy/lib/format.py), before the length of the header: two bytes in version 1, else four. */
export const NPY = recordLayout({ magic: 6, majorVersion: 1, minorVersion: 1 })
/** `\x93NUMPY`. */
export const NPY_MAGIC: readonly number[] = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]

/** Maximum nesting depth of fields; NumPy's own structures have two or three levels. */
const MAX_DEPTH = 16
/** Sizes of numbers, up to a complex number of two 128-bit floats. */
const NUMBER_SIZES = new Set([1, 2, 4, 8, 10, 12, 16, 20, 24, 32])
/** One element on each of the platforms below. */
interface Sizes {
  readonly bytes: readonly number[]
  readonly object: boolean
  readonly texts: boolean
}

/**
 * Sizes of `long`, of a pointer and of `long double`: 64-bit Linux first, then Windows, ARM Macs, 32-bit Linux and
 * Windows.
 */
const PLATFORMS: readonly { readonly l: number; readonly p: number; readonly g: number }[] = [
  { l: 8, p: 8, g: 16 },
  { l: 4, p: 8, g: 8 },
  { l: 8, p: 8, g: 8 },
  { l: 4, p: 4, g: 12 },
  { l: 4, p: 4, g: 8 },
]
/**
 * Types of C whose size is the platform's (numpy/_core/numerictypes.py); `int` and `uint` are `long` before NumPy 2.
 */
const PLATFORM_TYPES: ReadonlyMap<string, 'l' | 'p' | 'g' | 'G'> = new Map(
  Object.entries({
    l: 'l L long ulong int uint int_ uint_',
    p: 'p P n N intp uintp int0 uint0',
    g: 'g longdouble longfloat',
    G: 'G clongdouble clongfloat longcomplex',
  } as const).flatMap(([type, names]) => names.split(' ').map((name) => [name, type as 'l' | 'p' | 'g' | 'G'] as const)),
)
const TIME = /^[<>=|]?(?:[Mm]|datetime64|timedelta64)(?:\[[\w/]{1,24}\])?$/
const UNKNOWN: Sizes = { bytes: PLATFORMS.map(() => Number.NaN), object: false, texts: true }
/** Type of the padding that NumPy writes between the fields of an aligned structure. */
const PADDING = /^\|?V(?:\d|1[0-6])$/
/** Byte order, kind, size and (for times) unit, as `dtype.str` writes them. */
const TYPE = /^[<>=|]?([?biufcmMOSaUV])(\d{0,9})(?:\[[\w/]{1,24}\])?$/

/** Names and letters of types with the same size on every platform (numpy/_core/numerictypes.py). */
const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '?': 'bool bool_ bool8',
    i1: 'b byte int8',
    u1: 'B ubyte uint8',
    i2: 'h short int16',
    u2: 'H ushort uint16',
    i4: 'i intc int32',
    u4: 'I uintc uint32',
    i8: 'q longlong int64',
    u8: 'Q ulonglong uint64',
    f2: 'e half float16',
    f4: 'f single float32',
    f8: 'd double float64 float float_',
    c8: 'F csingle complex64 singlecomplex',
    c16: 'D cdouble complex128 complex complex_ cfloat',
    f12: 'float96',
    f16: 'float128',
    c24: 'complex192',
    c32: 'complex256',
    U0: 'str str_ unicode unicode_',
    S0: 'bytes bytes_ string_',
    V0: 'void',
    O: 'object object_',
    S1: 'c',
  }).flatMap(([type, names]) => names.split(' ').map((name) => [name, type] as const)),
)
/** A part of a comma string: repetitions as a number or a shape, the byte order before or after them, and the type. */
const PART = /^ ?[<>=|]?(?: ?(\d+) ?| ?\(([ ,\d]*)\) ?)?([<>=|]? ?[A-Za-z?][\w.]*(?:\[[\w/]*\])?) ?$/

/**
 * Returns the element of a type string such as `<f8`, `|S5` or `O`; undefined where its size is unknown or differs by
 * platform.
 */
export function elementOf(type: string): Element | undefined {
  const alias = TIME.test(type) ? 'm8' : ALIASES.get(type.replace(/^[<>=|]/, ''))
  const [, kind, digits] = TYPE.exec(alias ?? type) ?? []
  if (kind === undefined) return undefined
  const count = Number(digits)
  switch (kind) {
    case 'O':
      return { bytes: 8, object: true }
    case '?':
      return digits === '' ? { bytes: 1, object: false } : undefined
    case 'S':
    case 'a':
    case 'V':
      return { bytes: count, object: false }
    case 'U':
      return { bytes: count * 4, object: false }
    default:
      return NUMBER_SIZES.has(count) ? { bytes: count, object: false } : undefined
  }
}

/** True for a type of texts or bytes, whose elements may contain anything. */
function isText(type: string): boolean {
  return /^[<>=|]?(?:[SaUV]\d*|str_?|unicode_?|bytes_?|string_|void|c)$/.test(type)
}

function sizesOf(type: string): Sizes | undefined {
  const element = elementOf(type)
  if (element) return { bytes: PLATFORMS.map(() => element.bytes), object: element.object, texts: isText(type) }
  const native = PLATFORM_TYPES.get(type.replace(/^[<>=|]/, ''))
  return native && { bytes: PLATFORMS.map((platform) => (native === 'G' ? 2 * platform.g : platform[native])), object: false, texts: false }
}

/** Returns the number of elements of a shape; undefined where a length is negative or the product exceeds 2^53. */
export function countOf(shape: readonly number[]): number | undefined {
  if (shape.some((length) => !Number.isSafeInteger(length) || length < 0)) return undefined
  if (shape.includes(0)) return 0
  const count = shape.reduce((product, length) => product * length, 1)
  return Number.isSafeInteger(count) ? count : undefined
}

/**
 * Reads the dictionary of a header.
 * @throws {ScanError} `malformed` where NumPy would refuse it, `limit` where it is nested too deep.
 */
export function parseNpyHeader(text: string): NpyHeader {
  const header = parseLiteral(text)
  if (header.kind !== 'dict') throw new ScanError('malformed', 'the header of the array is not a dictionary')
  const fields = new Map(header.entries.map(([key, value]) => [key.kind === 'text' ? key.text : '', value]))
  const descr = fields.get('descr')
  const shape = fields.get('shape')
  if (fields.size !== 3 || !descr || !shape || fields.get('fortran_order')?.kind !== 'bool' || shape.kind !== 'tuple') {
    throw new ScanError('malformed', 'the header of the array does not have the keys descr, fortran_order and shape')
  }
  const element = describe(descr, 0)
  if (element.object) return { data: 'object', elsewhere: [], texts: true }
  if (element.bytes.some(Number.isNaN)) return { data: 'unknown', elsewhere: [], texts: true }
  const count = countOf(shape.items.map(lengthOf)) ?? Number.NaN
  const [data = Number.NaN, ...others] = element.bytes.map((bytes) => count * bytes)
  if (!Number.isSafeInteger(data)) throw new ScanError('malformed', 'the array is declared larger than any file')
  return { data, elsewhere: [...new Set(others)].filter((other) => other !== data), texts: element.texts }
}

function describe(descr: Literal, depth: number): Sizes {
  if (depth > MAX_DEPTH) throw new ScanError('limit', `the type of the array is nested deeper than ${MAX_DEPTH} levels`)
  if (descr.kind === 'text') return sizesOf(descr.text) ?? fieldsOf(descr.text) ?? UNKNOWN
  const [base, shape] = descr.kind === 'tuple' ? descr.items : []
  if (base && shape) return repeated(describe(base, depth + 1), shape)
  if (descr.kind !== 'list') throw new ScanError('malformed', 'the type of the array is neither a text nor a list of fields')
  let bytes = PLATFORMS.map(() => 0)
  let object = false
  let texts = false
  for (const field of descr.items) {
    const [, type, times] = field.kind === 'tuple' ? field.items : []
    if (!type) throw new ScanError('malformed', 'a field of the array has no type')
    const one = describe(type, depth + 1)
    const element = times ? repeated(one, times) : one
    bytes = bytes.map((sum, at) => sum + (element.bytes[at] ?? 0))
    object ||= element.object
    texts ||= element.texts && !(type.kind === 'text' && PADDING.test(type.text))
  }
  return { bytes, object, texts }
}

/** Reads fields without names such as `i2,u1` or `3f4` (numpy/_core/_internal.py, `_commastring`). */
function fieldsOf(text: string): Sizes | undefined {
  let bytes = PLATFORMS.map(() => 0)
  let object = false
  let texts = false
  for (const part of parts(text.replace(/ +/g, ' '))) {
    const [, times, shape, type] = PART.exec(part) ?? []
    const element = type === undefined ? undefined : sizesOf(type.replace(' ', ''))
    const lengths = (shape ?? times ?? '').split(',').filter((length) => length.trim() !== '')
    const count = countOf(lengths.map(Number))
    // NumPy chooses a length for a repeated text without one.
    if (element === undefined || count === undefined || (element.bytes[0] === 0 && lengths.length > 0)) return undefined
    bytes = bytes.map((sum, at) => sum + (element.bytes[at] ?? 0) * count)
    object ||= element.object
    texts ||= element.texts
  }
  return { bytes, object, texts }
}

/** Returns the pieces between commas outside of parentheses; none after a last comma. */
function parts(text: string): readonly string[] {
  const found: string[] = []
  let start = 0
  let inner = false
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') inner = true
    else if (text[at] === ')') inner = false
    else if (text[at] === ',' && !inner) {
      found.push(text.slice(start, at))
      start = at + 1
    }
  }
  const last = text.slice(start)
  return last.trim() === '' && found.length > 0 ? found : [...found, last]
}

function repeated(element: Sizes, shape: Literal): Sizes {
  const count = countOf(shape.kind === 'tuple' ? shape.items.map(lengthOf) : [lengthOf(shape)])
  if (count === undefined) throw new ScanError('malformed', 'a field of the array has an impossible shape')
  if (element.bytes[0] === 0 && !element.object) return UNKNOWN
  return { bytes: element.bytes.map((bytes) => bytes * count), object: element.object, texts: element.texts }
}

function lengthOf(length: Literal): number {
  return length.kind === 'int' ? length.value : -1
}
