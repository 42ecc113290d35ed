import { hidden, isHidden, isPieces, type JinjaValue, MAX_TEXTS, originOf, pieces, text } from './values.ts'

/** The texts of a text or of a number, as `~` and `|string` write them. */
function textsOf(value: JinjaValue): readonly string[] | undefined {
  if (value.kind === 'text') return value.texts
  return value.kind === 'number' ? [String(value.value)] : undefined
}

/** Every combination of the parts, put together by `make`; computed where one is unknown or there are too many. */
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

/** Two pieces or more make one text that is not known. */
function combined(parts: readonly JinjaValue[]): JinjaValue {
  const origin = originOf(parts)
  return isHidden(origin) || parts.filter(isPieces).length > 1 ? hidden : pieces
}

/** `~`: both sides as text. */
export function concatenate(left: JinjaValue, right: JinjaValue): JinjaValue {
  return combine([left, right], (texts) => texts.join(''))
}

/** printf-style: `'%s%s' % (a, b)` and `'%s%s'|format(a, b)`. Fields with a name or a width are not followed. */
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

/** `'{}{}'.format(a, b)`, with numbered fields; anything finer is not followed. */
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
