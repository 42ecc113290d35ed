/**
 * Where an unknown value comes from: the program that renders (a message, a tool), pieces of such values that the template puts together, or texts of the
 * template itself, in a way that was not followed. Only the last can be aimed by whoever wrote the template.
 */
export type JinjaOrigin = 'program' | 'pieces' | 'template'

/**
 * What an expression can be, as far as the template alone says: texts it may turn out to be, a list, a mapping by its keys and values, a number, a
 * macro of the template, or unknown. `name` is the variable that an unknown value was read from.
 */
export type JinjaValue =
  | { readonly kind: 'text'; readonly texts: readonly string[] }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'list'; readonly items: readonly JinjaValue[] }
  | { readonly kind: 'mapping'; readonly items: readonly JinjaValue[]; readonly values: readonly JinjaValue[] }
  | { readonly kind: 'macro'; readonly parameters: readonly string[] }
  | { readonly kind: 'unknown'; readonly from: JinjaOrigin; readonly name?: string }

export const unknown: JinjaValue = { kind: 'unknown', from: 'program' }
export const pieces: JinjaValue = { kind: 'unknown', from: 'pieces' }
export const hidden: JinjaValue = { kind: 'unknown', from: 'template' }

/** Alternatives that are followed; more are taken for unknown. */
export const MAX_TEXTS = 32
/** Longest text that is worked out. Names are short. */
export const MAX_TEXT = 4096
/** Items of lists that are kept. */
const MAX_ITEMS = 256

export function text(...texts: readonly string[]): JinjaValue {
  const different = [...new Set(texts)]
  const short = different.length <= MAX_TEXTS && different.every(({ length }) => length <= MAX_TEXT)
  return different.length > 0 && short ? { kind: 'text', texts: different } : hidden
}

export function listOf(items: readonly JinjaValue[]): JinjaValue {
  return items.length <= MAX_ITEMS ? { kind: 'list', items } : originOf(items)
}

/** Either of the two: what a variable can be that is set twice, or a condition. */
export function either(one: JinjaValue, other: JinjaValue): JinjaValue {
  if (one.kind === 'text' && other.kind === 'text') return text(...one.texts, ...other.texts)
  if (one.kind === 'mapping' && other.kind === 'mapping')
    return mapping(different([...one.items, ...other.items]), different([...one.values, ...other.values]))
  if (one.kind === 'list' && other.kind === 'list') return listOf(merged(one.items, other.items))
  if (one.kind === 'macro' || other.kind === 'macro') return one.kind === 'macro' ? one : other
  if (isHidden(one) || isHidden(other)) return hidden
  // A text that is also known to be something else: the text is the one that could be a name.
  if (one.kind !== 'unknown' && one.kind !== 'number')
    return other.kind === 'unknown' || other.kind === 'number' ? one : originOf([one, other])
  if (other.kind !== 'unknown' && other.kind !== 'number') return other
  const name = one.kind === 'unknown' && other.kind === 'unknown' && one.name === other.name ? one.name : undefined
  return { kind: 'unknown', from: isPieces(one) || isPieces(other) ? 'pieces' : 'program', ...(name === undefined ? {} : { name }) }
}

export function mapping(items: readonly JinjaValue[], values: readonly JinjaValue[]): JinjaValue {
  return { kind: 'mapping', items, values }
}

/** Lists of the same length item by item, so that what a loop adds to a list over and over stays short. */
function merged(one: readonly JinjaValue[], other: readonly JinjaValue[]): readonly JinjaValue[] {
  if (one.length !== other.length) return different([...one, ...other])
  return one.map((item, index) => either(item, other[index] ?? unknown))
}

/** Each of them once; of very many, one that stands for all. */
function different(values: readonly JinjaValue[]): readonly JinjaValue[] {
  const known = new Map(values.map((value) => [JSON.stringify(value).slice(0, 1000), value]))
  return known.size <= MAX_ITEMS ? [...known.values()] : [originOf(values)]
}

/** Whatever is made of these values without being followed. */
export function originOf(values: readonly JinjaValue[]): JinjaValue {
  return values.some(isOwn) ? hidden : values.some(isPieces) ? pieces : unknown
}

/** Does any text of the template go into it? */
export function isOwn(value: JinjaValue): boolean {
  if (value.kind === 'text') return value.texts.some((each) => each !== '')
  if (value.kind === 'list') return value.items.some(isOwn)
  if (value.kind === 'mapping') return value.items.some(isOwn) || value.values.some(isOwn)
  return isHidden(value)
}

export function isHidden(value: JinjaValue): boolean {
  return value.kind === 'unknown' && value.from === 'template'
}

export function isPieces(value: JinjaValue): boolean {
  return value.kind === 'unknown' && value.from === 'pieces'
}
/** Any one of them. */
export function oneOf(items: readonly JinjaValue[]): JinjaValue {
  return items.length === 0 ? unknown : items.reduce(either)
}
