// Computes the results of Jinja filters and of methods of texts and mappings.
import { item, itemsOf, listed } from './items.ts'
import { combine, concatenate, formatBraces, formatPercent } from './texts.ts'
import { either, hidden, isOwn, type JinjaValue, listOf, oneOf, originOf, pieces, text, unknown } from './values.ts'

/** Computes the result of a filter or method from a value and its arguments. */
type Fold = (value: JinjaValue, args: readonly JinjaValue[]) => JinjaValue

const each =
  (change: (each: string) => string): Fold =>
  (value, args) =>
    value.kind === 'text' && args.length === 0 ? text(...value.texts.map(change)) : computed([value, ...args])

/** Returns an unknown text that depends on the values. */
function computed(values: readonly JinjaValue[]): JinjaValue {
  return values.some(isOwn) ? hidden : pieces
}

const replace: Fold = (value, [from, to, count]) =>
  from === undefined || to === undefined || count !== undefined
    ? computed([value, from ?? unknown, to ?? unknown])
    : combine([value, from, to], ([whole = '', old = '', put = '']) => whole.replaceAll(old, () => put))

const same: Fold = (value) => (value.kind === 'text' ? value : computed([value]))

const join: Fold = (value, [separator, attribute]) => {
  if (value.kind === 'text' && separator === undefined) return value
  if ((value.kind !== 'list' && value.kind !== 'mapping') || attribute !== undefined) return computed([value, separator ?? unknown])
  return combine([separator ?? text(''), ...value.items], ([between = '', ...parts]) => parts.join(between))
}

const reverse: Fold = (value) => {
  if (value.kind === 'text') return text(...value.texts.map((each) => [...each].reverse().join('')))
  return value.kind === 'list' || value.kind === 'mapping' ? listOf([...value.items].reverse()) : originOf([value])
}

/** Returns some of the items in any order. */
const some: Fold = (value) => {
  const items = itemsOf(value)
  return listOf([items.length > 1 ? originOf(items) : oneOf(items)])
}

const any: Fold = (value) => oneOf(itemsOf(value))

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

/** Filters whose result is known where their input is. The result of all others is unknown. */
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
  ['list', listed],
  ['replace', replace],
  ['format', formatPercent],
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
  ['first', (value) => item(listed(value), { kind: 'number', value: 0 })],
  ['last', (value) => item(listed(value), { kind: 'number', value: -1 })],
])

/** Methods of a text whose result is a known text, and methods of a mapping that return its content. */
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
  // The key does not decide the result; the second argument replaces a missing value.
  ['get', (value, [key, other]) => either(item(value, key ?? unknown), other ?? unknown)],
  ['__add__', (value, [other]) => concatenate(value, other ?? unknown)],
])
