// Computes arithmetic operators of Jinja expressions.
import { combine, concatenate, formatPercent } from './texts.ts'
import { hidden, type JinjaValue, listOf, MAX_TEXT, originOf, unknown } from './values.ts'

/**
 * Computes `+ - * / // % **` of known values. Text and an unknown make a computed text; numbers and unknowns stay
 * unknown.
 */
export function arithmetic(operator: string, left: JinjaValue, right: JinjaValue): JinjaValue {
  if (left.kind === 'number' && right.kind === 'number') return calculate(operator, left.value, right.value)
  if (operator === '%' && left.kind === 'text') return formatPercent(left, right.kind === 'list' ? right.items : [right])
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
