// Joins and formats the texts of Jinja expressions.
import { hidden, isHidden, isPieces, type JinjaValue, MAX_TEXTS, originOf, pieces, text } from './values.ts'

/** Returns the texts of a text or number, as `~` and `|string` write them. */
function textsOf(value: JinjaValue): readonly string[] | undefined {
  if (value.kind === 'text') return value.texts
  return value.kind === 'number' ? [String(value.value)] : undefined
}

/**
 * Joins every combination of the parts with `make`; the result is unknown where a part is, or where there are too many.
 */
export function combine(parts: readonly JinjaValue[], make: (texts: readonly string[]) => string | undefined): JinjaValue {
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

/** Returns an unknown text that depends on the parts. */
function combined(parts: readonly JinjaValue[]): JinjaValue {
  const origin = originOf(parts)
  return isHidden(origin) || parts.filter(isPieces).length > 1 ? hidden : pieces
}

/** Computes `~`, which joins both sides as texts. */
export function concatenate(left: JinjaValue, right: JinjaValue): JinjaValue {
  return combine([left, right], (texts) => texts.join(''))
}

/** Computes `'%s%s' % (a, b)` and `'%s%s'|format(a, b)`, but not fields with a name or a width. */
export function formatPercent(pattern: JinjaValue, parts: readonly JinjaValue[]): JinjaValue {
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

/** Computes `'{}{}'.format(a, b)` with numbered fields, but no other kind of field. */
export function formatBraces(pattern: JinjaValue, parts: readonly JinjaValue[]): JinjaValue {
  return combine([pattern, ...parts], ([first = '', ...rest]) => {
    if (/[{}]/.test(first.replace(/\{\d{0,3}(?::c)?\}|\{\{|\}\}/g, ''))) return undefined
    let index = 0
    return first.replace(/\{(\d{0,3})(?::c)?\}/g, (whole, at: string) => {
      const value = rest[at === '' ? index++ : Number(at)] ?? ''
      return whole.endsWith(':c}') && /^\d+$/.test(value) ? String.fromCodePoint(Math.min(Number(value), 0x10ffff)) : value
    })
  })
}
