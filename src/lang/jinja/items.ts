// Returns items and slices of Jinja values.
import { type JinjaValue, listOf, oneOf, originOf, text } from './values.ts'

/** Returns `base[index]`; any of the items where the index is unknown. */
export function item(base: JinjaValue, index: JinjaValue): JinjaValue {
  if (base.kind === 'mapping') return oneOf(base.values)
  if (base.kind !== 'text' && base.kind !== 'list') return originOf([base])
  if (index.kind !== 'number') return base.kind === 'list' ? oneOf(base.items) : originOf([base])
  const at = (length: number) => (index.value < 0 ? length + index.value : index.value)
  if (base.kind === 'text') return text(...base.texts.map((each) => each[at(each.length)] ?? ''))
  return base.items[at(base.items.length)] ?? oneOf(base.items)
}

/** Returns `base[start:stop:step]`; a part that is left out is undefined. */
export function sliced(base: JinjaValue, parts: readonly (JinjaValue | undefined)[]): JinjaValue {
  const [start, stop, step] = parts.map((part) => (part?.kind === 'number' ? part.value : undefined))
  const by = step ?? 1
  // The start of a backward slice is not computed.
  const unclear = parts.some((part) => part !== undefined && part.kind !== 'number') || (by < 0 && (start ?? stop) !== undefined)
  const pick = <T>(all: readonly T[]): T[] => {
    const part = by < 0 ? [...all].reverse() : all.slice(start, stop)
    return part.filter((_, position) => position % Math.abs(by || 1) === 0)
  }
  if (unclear || (base.kind !== 'text' && base.kind !== 'list')) return originOf([base])
  return base.kind === 'text' ? text(...base.texts.map((each) => pick([...each]).join(''))) : listOf(pick(base.items))
}

/** Returns the value as a list: the characters of a known text, the keys of a mapping, any other value unchanged. */
export function listed(value: JinjaValue): JinjaValue {
  const [only, more] = value.kind === 'text' ? value.texts : []
  if (only !== undefined && more === undefined) return listOf([...only].map((each) => text(each)))
  return value.kind === 'mapping' ? listOf(value.items) : value
}

/** Returns the items that a loop over the value visits. */
export function itemsOf(value: JinjaValue): readonly JinjaValue[] {
  const { items = [originOf([value])] } = listed(value) as { readonly items?: readonly JinjaValue[] }
  return items
}
