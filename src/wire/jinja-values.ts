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
const pieces: JinjaValue = { kind: 'unknown', from: 'pieces' }
export const hidden: JinjaValue = { kind: 'unknown', from: 'template' }

/** Alternatives that are followed; more are taken for unknown. */
const MAX_TEXTS = 32
/** Longest text that is worked out. Names are short. */
const MAX_TEXT = 4096
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

/** The texts of a text or of a number, as `~` and `|string` write them. */
function textsOf(value: JinjaValue): readonly string[] | undefined {
  if (value.kind === 'text') return value.texts
  return value.kind === 'number' ? [String(value.value)] : undefined
}

/** Every combination of the parts, put together by `make`; computed where one is unknown or there are too many. */
function combine(parts: readonly JinjaValue[], make: (texts: readonly string[]) => string | undefined): JinjaValue {
  let rows: (readonly string[])[] = [[]]
  for (const part of parts) {
    const texts = textsOf(part)
    if (texts === undefined || rows.length * texts.length > MAX_TEXTS) return combined(parts)
    rows = rows.flatMap((row) => texts.map((each) => [...row, each]))
  }
  const made = rows.map(make)
  const known = made.filter((each) => each !== undefined)
  return known.length === made.length ? text(...known) : hidden
}

/** Two pieces or more make one text that is not known. */
function combined(parts: readonly JinjaValue[]): JinjaValue {
  const origin = originOf(parts)
  return isHidden(origin) || parts.filter(isPieces).length > 1 ? hidden : pieces
}

/** `~`: both sides as text. */
export function concatenate(left: JinjaValue, right: JinjaValue): JinjaValue {
  return combine([left, right], (texts) => texts.join(''))
}

/** `+ - * / // % **` on what is known. Text and an unknown give a computed text; numbers and unknowns stay unknown. */
export function arithmetic(operator: string, left: JinjaValue, right: JinjaValue): JinjaValue {
  if (left.kind === 'number' && right.kind === 'number') return calculate(operator, left.value, right.value)
  if (operator === '%' && left.kind === 'text') return format(left, right.kind === 'list' ? right.items : [right])
  if (operator === '*' && left.kind === 'number') return arithmetic('*', right, left)
  if (operator === '*' && left.kind === 'text') {
    if (right.kind !== 'number' || right.value > MAX_TEXT) return hidden
    return combine([left], ([only]) =>
      only !== undefined && only.length * right.value <= MAX_TEXT ? only.repeat(Math.max(0, right.value)) : undefined,
    )
  }
  if (operator === '+' && left.kind === 'list' && right.kind === 'list') return listOf([...left.items, ...right.items])
  if (operator === '+' && (left.kind === 'text' || right.kind === 'text')) return concatenate(left, right)
  return originOf([left, right])
}

function calculate(operator: string, left: number, right: number): JinjaValue {
  const results: Record<string, number> = {
    '+': left + right,
    '-': left - right,
    '*': left * right,
    '/': left / right,
    '//': Math.floor(left / right),
    '%': left % right,
    '**': left ** right,
  }
  const value = results[operator]
  return value !== undefined && Number.isFinite(value) ? { kind: 'number', value } : unknown
}

/** printf-style: `'%s%s' % (a, b)` and `'%s%s'|format(a, b)`. Fields with a name or a width are not followed. */
function format(pattern: JinjaValue, parts: readonly JinjaValue[]): JinjaValue {
  return combine([pattern, ...parts], ([first = '', ...rest]) => {
    if (/%(?![sdrxc%])/.test(first.replaceAll('%%', ''))) return undefined
    let index = 0
    return first.replace(/%(?:[sdrx]|(c)|(%))/g, (_, char, percent) => {
      if (percent) return '%'
      const value = rest[index++] ?? ''
      return char && /^\d+$/.test(value) ? String.fromCodePoint(Math.min(Number(value), 0x10ffff)) : value
    })
  })
}

/** `'{}{}'.format(a, b)`, with numbered fields; anything finer is not followed. */
function formatBraces(pattern: JinjaValue, parts: readonly JinjaValue[]): JinjaValue {
  return combine([pattern, ...parts], ([first = '', ...rest]) => {
    if (/[{}]/.test(first.replace(/\{\d{0,3}(?::c)?\}|\{\{|\}\}/g, ''))) return undefined
    let index = 0
    return first.replace(/\{(\d{0,3})(?::c)?\}/g, (whole, at: string) => {
      const value = rest[at === '' ? index++ : Number(at)] ?? ''
      return whole.endsWith(':c}') && /^\d+$/.test(value) ? String.fromCodePoint(Math.min(Number(value), 0x10ffff)) : value
    })
  })
}

/** `base[index]`: one of the items where the index is not known. */
export function item(base: JinjaValue, index: JinjaValue): JinjaValue {
  if (base.kind === 'mapping') return oneOf(base.values)
  if (base.kind !== 'text' && base.kind !== 'list') return originOf([base])
  if (index.kind !== 'number') return base.kind === 'list' ? oneOf(base.items) : originOf([base])
  const at = (length: number) => (index.value < 0 ? length + index.value : index.value)
  if (base.kind === 'text') return text(...base.texts.map((each) => each[at(each.length)] ?? ''))
  return base.items[at(base.items.length)] ?? oneOf(base.items)
}

export function oneOf(items: readonly JinjaValue[]): JinjaValue {
  return items.length === 0 ? unknown : items.reduce(either)
}

/** `base[start:stop:step]`; a part that is left out is undefined. */
export function sliced(base: JinjaValue, parts: readonly (JinjaValue | undefined)[]): JinjaValue {
  const [start, stop, step] = parts.map((part) => (part?.kind === 'number' ? part.value : undefined))
  const by = step ?? 1
  // Where a backward slice starts is not followed.
  const unclear = parts.some((part) => part !== undefined && part.kind !== 'number') || (by < 0 && (start ?? stop) !== undefined)
  const pick = <T>(all: readonly T[]): T[] => {
    const part = by < 0 ? [...all].reverse() : all.slice(start, stop)
    return part.filter((_, position) => position % Math.abs(by || 1) === 0)
  }
  if (unclear || (base.kind !== 'text' && base.kind !== 'list')) return originOf([base])
  return base.kind === 'text' ? text(...base.texts.map((each) => pick([...each]).join(''))) : listOf(pick(base.items))
}

type Fold = (value: JinjaValue, args: readonly JinjaValue[]) => JinjaValue

const each =
  (change: (each: string) => string): Fold =>
  (value, args) =>
    value.kind === 'text' && args.length === 0 ? text(...value.texts.map(change)) : made([value, ...args])

/** A text that is made of the values in a way that is not followed. */
function made(values: readonly JinjaValue[]): JinjaValue {
  return values.some(isOwn) ? hidden : pieces
}

const replace: Fold = (value, [from, to, count]) =>
  from === undefined || to === undefined || count !== undefined
    ? made([value, from ?? unknown, to ?? unknown])
    : combine([value, from, to], ([whole = '', old = '', put = '']) => whole.replaceAll(old, () => put))

const same: Fold = (value) => (value.kind === 'text' ? value : made([value]))

const join: Fold = (value, [separator, attribute]) => {
  if (value.kind === 'text' && separator === undefined) return value
  if ((value.kind !== 'list' && value.kind !== 'mapping') || attribute !== undefined) return made([value, separator ?? unknown])
  return combine([separator ?? text(''), ...value.items], ([between = '', ...parts]) => parts.join(between))
}

const reverse: Fold = (value) => {
  if (value.kind === 'text') return text(...value.texts.map((each) => [...each].reverse().join('')))
  return value.kind === 'list' || value.kind === 'mapping' ? listOf([...value.items].reverse()) : originOf([value])
}

const list: Fold = (value) => {
  const [only, more] = value.kind === 'text' ? value.texts : []
  if (only !== undefined && more === undefined) return listOf([...only].map((each) => text(each)))
  return value.kind === 'mapping' ? listOf(value.items) : value
}

/** The items in another order, or some of them: which ones is not followed. */
const some: Fold = (value) => {
  const items = itemsOf(value)
  return listOf([items.length > 1 ? originOf(items) : oneOf(items)])
}

const any: Fold = (value) => oneOf(itemsOf(value))

/** What a loop over the value goes through. */
export function itemsOf(value: JinjaValue): readonly JinjaValue[] {
  const { items = [originOf([value])] } = list(value, []) as { readonly items?: readonly JinjaValue[] }
  return items
}

const pairs: Fold = (value) =>
  value.kind === 'mapping'
    ? listOf([listOf([oneOf(value.items), oneOf(value.values)])])
    : listOf([listOf([originOf([value]), originOf([value])])])

const split: Fold = (value, [separator, limit]) => {
  const [only, more] = value.kind === 'text' ? value.texts : []
  const [by, other] = separator?.kind === 'text' ? separator.texts : [undefined]
  const known = only !== undefined && more === undefined && limit === undefined && other === undefined
  if (!known || (separator !== undefined && !by)) return originOf([value, separator ?? unknown])
  const parts = by === undefined ? only.trim().split(/\s+/) : only.split(by)
  return listOf(parts.map((part) => text(part)))
}

/** Filters whose result is known where what they get is. All others give an unknown. */
export const filterFolds: ReadonlyMap<string, Fold> = new Map<string, Fold>([
  ['lower', each((text) => text.toLowerCase())],
  ['upper', each((text) => text.toUpperCase())],
  ['capitalize', each((text) => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase())],
  ['trim', each((text) => text.trim())],
  ['string', same],
  ['safe', same],
  ['escape', same],
  ['e', same],
  ['default', (value, [other]) => either(value, other ?? unknown)],
  ['d', (value, [other]) => either(value, other ?? unknown)],
  ['join', join],
  ['reverse', reverse],
  ['list', list],
  ['replace', replace],
  ['format', format],
  ['sort', some],
  ['unique', some],
  ['select', some],
  ['reject', some],
  ['selectattr', some],
  ['rejectattr', some],
  ['random', any],
  ['min', any],
  ['max', any],
  ['items', pairs],
  ['dictsort', pairs],
  ['first', (value) => item(list(value, []), { kind: 'number', value: 0 })],
  ['last', (value) => item(list(value, []), { kind: 'number', value: -1 })],
])

/** Methods of a text that make a known text, or of a mapping that give what is in it. */
export const methodFolds: ReadonlyMap<string, Fold> = new Map<string, Fold>([
  ['lower', each((text) => text.toLowerCase())],
  ['upper', each((text) => text.toUpperCase())],
  ['swapcase', each((text) => [...text].map((char) => (char === char.toUpperCase() ? char.toLowerCase() : char.toUpperCase())).join(''))],
  ['strip', each((text) => text.trim())],
  ['replace', replace],
  ['join', (value, [items]) => join(items ?? unknown, [value])],
  ['format', formatBraces],
  ['split', split],
  ['items', pairs],
  ['keys', (value) => (value.kind === 'mapping' ? listOf(value.items) : originOf([value]))],
  ['values', (value) => (value.kind === 'mapping' ? listOf(value.values) : originOf([value]))],
  // What it is asked for says nothing about what it gives; the second argument stands for what is missing.
  ['get', (value, [key, other]) => either(item(value, key ?? unknown), other ?? unknown)],
  ['__add__', (value, [other]) => concatenate(value, other ?? unknown)],
])
