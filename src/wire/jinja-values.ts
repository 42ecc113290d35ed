/**
 * What an expression can be, as far as the template alone says: texts it may turn out to be, a list or the keys of a mapping, a number, or unknown.
 * `computed` marks an unknown text that the template puts together from pieces.
 */
export type JinjaValue =
  | { readonly kind: 'text'; readonly texts: readonly string[] }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'list' | 'keys'; readonly items: readonly JinjaValue[] }
  | { readonly kind: 'unknown'; readonly computed: boolean; readonly name?: string }

export const unknown: JinjaValue = { kind: 'unknown', computed: false }
const computed: JinjaValue = { kind: 'unknown', computed: true }

/** Alternatives that are followed; more are taken for unknown. */
const MAX_TEXTS = 32
/** Longest text that is worked out. Names are short. */
const MAX_TEXT = 4096

export function text(...texts: readonly string[]): JinjaValue {
  const different = [...new Set(texts)]
  const short = different.length <= MAX_TEXTS && different.every(({ length }) => length <= MAX_TEXT)
  return different.length > 0 && short ? { kind: 'text', texts: different } : computed
}

/** Either of the two: what a variable can be that is set twice, or a condition. */
export function either(one: JinjaValue, other: JinjaValue): JinjaValue {
  if (one.kind === 'text' && other.kind === 'text') return text(...one.texts, ...other.texts)
  const list = one.kind === 'text' || one.kind === 'list' || one.kind === 'keys' ? one : other
  // A text that is also known to be something else: the text is the one that could be a name.
  return list.kind === 'text' || list.kind === 'list' || list.kind === 'keys'
    ? list
    : { kind: 'unknown', computed: isComputed(one) || isComputed(other) }
}

export function isComputed(value: JinjaValue): boolean {
  return value.kind === 'unknown' && value.computed
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
    if (texts === undefined || rows.length * texts.length > MAX_TEXTS) return computed
    rows = rows.flatMap((row) => texts.map((each) => [...row, each]))
  }
  const made = rows.map(make)
  const known = made.filter((each) => each !== undefined)
  return known.length === made.length ? text(...known) : computed
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
    if (right.kind !== 'number' || right.value > MAX_TEXT) return computed
    return combine([left], ([only]) =>
      only !== undefined && only.length * right.value <= MAX_TEXT ? only.repeat(Math.max(0, right.value)) : undefined,
    )
  }
  if (operator === '+' && left.kind === 'list' && right.kind === 'list') return { kind: 'list', items: [...left.items, ...right.items] }
  if (operator === '+' && (left.kind === 'text' || right.kind === 'text')) return concatenate(left, right)
  return isComputed(left) || isComputed(right) ? computed : unknown
}

function calculate(operator: string, left: number, right: number): JinjaValue {
  const results: Record<string, number> = {
    '+': left + right,
    '-': left - right,
    '*': left * right,
    '/': left / right,
    '//': Math.floor(left / right),
    '%': left % right,
  }
  const value = results[operator]
  return value !== undefined && Number.isFinite(value) ? { kind: 'number', value } : unknown
}

/** printf-style: `'%s%s' % (a, b)` and `'%s%s'|format(a, b)`. */
function format(pattern: JinjaValue, parts: readonly JinjaValue[]): JinjaValue {
  return combine([pattern, ...parts], ([first = '', ...rest]) => {
    let index = 0
    return first.replace(/%(?:[sdrx]|(c)|(%))/g, (_, char, percent) => {
      if (percent) return '%'
      const value = rest[index++] ?? ''
      return char && /^\d+$/.test(value) ? String.fromCodePoint(Math.min(Number(value), 0x10ffff)) : value
    })
  })
}

/** `'{}{}'.format(a, b)`, with numbered fields; anything finer is computed. */
function formatBraces(pattern: JinjaValue, parts: readonly JinjaValue[]): JinjaValue {
  return combine([pattern, ...parts], ([first = '', ...rest]) => {
    let index = 0
    return first.replace(/\{(\d{0,3})(?::c)?\}/g, (whole, at: string) => {
      const value = rest[at === '' ? index++ : Number(at)] ?? ''
      return whole.endsWith(':c}') && /^\d+$/.test(value) ? String.fromCodePoint(Math.min(Number(value), 0x10ffff)) : value
    })
  })
}

/** `base[index]` of a text or list. */
export function item(base: JinjaValue, index: JinjaValue): JinjaValue {
  if (index.kind !== 'number') return unknown
  const at = (length: number) => (index.value < 0 ? length + index.value : index.value)
  if (base.kind === 'text') return text(...base.texts.map((each) => each[at(each.length)] ?? ''))
  return (base.kind === 'list' && base.items[at(base.items.length)]) || unknown
}

/** `base[start:stop:step]`; a part that is left out is undefined. */
export function sliced(base: JinjaValue, parts: readonly (JinjaValue | undefined)[]): JinjaValue {
  const [start, stop, step] = parts.map((part) => (part?.kind === 'number' ? part.value : undefined))
  const unclear = parts.some((part) => part !== undefined && part.kind !== 'number')
  const pick = <T>(all: readonly T[]): T[] => {
    const by = step ?? 1
    const part = by < 0 ? [...all].reverse() : all.slice(start, stop)
    return part.filter((_, position) => position % Math.abs(by || 1) === 0)
  }
  if (base.kind === 'text') {
    // Where a backward slice starts is not followed: the whole text backwards still shows what it says.
    return unclear ? computed : text(...base.texts.map((each) => pick([...each]).join('')))
  }
  if (base.kind === 'list') return unclear ? unknown : { kind: 'list', items: pick(base.items) }
  return unknown
}

type Fold = (value: JinjaValue, args: readonly JinjaValue[]) => JinjaValue

const each =
  (change: (each: string) => string): Fold =>
  (value) =>
    value.kind === 'text' ? text(...value.texts.map(change)) : isComputed(value) ? computed : unknown

const replace: Fold = (value, [from, to]) =>
  combine([value, from ?? computed, to ?? computed], ([whole = '', old = '', put = '']) => whole.replaceAll(old, () => put))

const same: Fold = (value) => value

const join: Fold = (value, [separator]) => {
  if (value.kind === 'text') return value
  if (value.kind !== 'list' && value.kind !== 'keys') return computed
  return combine([separator ?? text(''), ...value.items], ([between = '', ...parts]) => parts.join(between))
}

const reverse: Fold = (value) => {
  if (value.kind === 'text') return text(...value.texts.map((each) => [...each].reverse().join('')))
  return value.kind === 'list' || value.kind === 'keys' ? { kind: 'list', items: [...value.items].reverse() } : unknown
}

const list: Fold = (value) => {
  const [only, more] = value.kind === 'text' ? value.texts : []
  if (only !== undefined && more === undefined) return { kind: 'list', items: [...only].map((each) => text(each)) }
  return value.kind === 'keys' ? { kind: 'list', items: value.items } : value
}

/** Filters that make a known text out of known texts. All others give an unknown. */
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
  ['first', (value) => item(list(value, []), { kind: 'number', value: 0 })],
  ['last', (value) => item(list(value, []), { kind: 'number', value: -1 })],
])

/** Methods of a text that make a known text. */
export const methodFolds: ReadonlyMap<string, Fold> = new Map<string, Fold>([
  ['lower', each((text) => text.toLowerCase())],
  ['upper', each((text) => text.toUpperCase())],
  ['swapcase', each((text) => [...text].map((char) => (char === char.toUpperCase() ? char.toLowerCase() : char.toUpperCase())).join(''))],
  ['strip', each((text) => text.trim())],
  ['replace', replace],
  ['join', (value, [items]) => join(items ?? computed, [value])],
  ['format', formatBraces],
  ['__add__', (value, [other]) => concatenate(value, other ?? computed)],
])
