// Models the values that expressions of a Jinja template can have.
/**
 * The origin of an unknown value: the program that renders (a message, a tool), pieces of such values that the template
 * joins, or texts of the template in a computation that was not followed. The author of the template controls only the
 * last.
 */
export type JinjaOrigin = 'program' | 'pieces' | 'template'

/**
 * The possible values of an expression as far as the template alone decides them: texts, a list, a mapping with its
 * keys and values, a number, a macro of the template, or unknown. `name` is the variable that an unknown value was read
 * from.
 */
export type JinjaValue =
  | { readonly kind: 'text'; readonly texts: readonly string[] }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'list'; readonly items: readonly JinjaValue[] }
  | { readonly kind: 'mapping'; readonly items: readonly JinjaValue[]; readonly values: readonly JinjaValue[] }
  | { readonly kind: 'macro'; readonly parameters: readonly string[] }
  | { readonly kind: 'unknown'; readonly from: JinjaOrigin; readonly name?: string }

/** Unknown values of each origin. */
export const unknown: JinjaValue = { kind: 'unknown', from: 'program' }
export const pieces: JinjaValue = { kind: 'unknown', from: 'pieces' }
export const hidden: JinjaValue = { kind: 'unknown', from: 'template' }

/** Maximum number of alternative texts; more count as unknown. */
export const MAX_TEXTS = 32
/** Maximum length of a computed text. Names are short. */
export const MAX_TEXT = 4096
/** Maximum number of items of a list. */
const MAX_ITEMS = 256

/** Returns a value that is one of the texts; unknown where there are too many. */
export function text(...texts: readonly string[]): JinjaValue {
  const different = [...new Set(texts)]
  const short = different.length <= MAX_TEXTS && different.every(({ length }) => length <= MAX_TEXT)
  return different.length > 0 && short ? { kind: 'text', texts: different } : hidden
}

/** Returns a list; unknown where it is too long. */
export function listOf(items: readonly JinjaValue[]): JinjaValue {
  return items.length <= MAX_ITEMS ? { kind: 'list', items } : originOf(items)
}

/** Returns a value that is either of the two: of a variable that is set twice, or of a condition. */
export function either(one: JinjaValue, other: JinjaValue): JinjaValue {
  if (one.kind === 'text' && other.kind === 'text') return text(...one.texts, ...other.texts)
  if (one.kind === 'mapping' && other.kind === 'mapping')
    return mapping(different([...one.items, ...other.items]), different([...one.values, ...other.values]))
  if (one.kind === 'list' && other.kind === 'list') return listOf(merged(one.items, other.items))
  if (one.kind === 'macro' || other.kind === 'macro') return one.kind === 'macro' ? one : other
  if (isHidden(one) || isHidden(other)) return hidden
  // Of a text and another kind of value the text matters, since it could be a name.
  if (one.kind !== 'unknown' && one.kind !== 'number')
    return other.kind === 'unknown' || other.kind === 'number' ? one : originOf([one, other])
  if (other.kind !== 'unknown' && other.kind !== 'number') return other
  const name = one.kind === 'unknown' && other.kind === 'unknown' && one.name === other.name ? one.name : undefined
  return { kind: 'unknown', from: isPieces(one) || isPieces(other) ? 'pieces' : 'program', ...(name === undefined ? {} : { name }) }
}

/** Returns a mapping with these keys and values. */
export function mapping(items: readonly JinjaValue[], values: readonly JinjaValue[]): JinjaValue {
  return { kind: 'mapping', items, values }
}

/** Merges lists of the same length item by item, so that a list to which a loop adds stays short. */
function merged(one: readonly JinjaValue[], other: readonly JinjaValue[]): readonly JinjaValue[] {
  if (one.length !== other.length) return different([...one, ...other])
  return one.map((item, index) => either(item, other[index] ?? unknown))
}

/** Returns each value once; of very many, one unknown value for all. */
function different(values: readonly JinjaValue[]): readonly JinjaValue[] {
  const known = new Map(values.map((value) => [JSON.stringify(value).slice(0, 1000), value]))
  return known.size <= MAX_ITEMS ? [...known.values()] : [originOf(values)]
}

/** Returns the unknown result of a computation from these values that is not followed. */
export function originOf(values: readonly JinjaValue[]): JinjaValue {
  return values.some(isOwn) ? hidden : values.some(isPieces) ? pieces : unknown
}

/** True when the value depends on a text of the template. */
export function isOwn(value: JinjaValue): boolean {
  if (value.kind === 'text') return value.texts.some((each) => each !== '')
  if (value.kind === 'list') return value.items.some(isOwn)
  if (value.kind === 'mapping') return value.items.some(isOwn) || value.values.some(isOwn)
  return isHidden(value)
}

/** True for an unknown value that depends on texts of the template. */
export function isHidden(value: JinjaValue): boolean {
  return value.kind === 'unknown' && value.from === 'template'
}

/** True for an unknown value that the template joined from pieces of others. */
export function isPieces(value: JinjaValue): boolean {
  return value.kind === 'unknown' && value.from === 'pieces'
}

/** Returns a value that is any of the items. */
export function oneOf(items: readonly JinjaValue[]): JinjaValue {
  return items.length === 0 ? unknown : items.reduce(either)
}
