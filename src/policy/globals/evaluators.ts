import type { Observation, Preview } from '../../types/observation.ts'
import type { Judgement } from '../judgement.ts'
import { finding } from '../judgement.ts'
import { renderCall } from '../render.ts'

type Call = Extract<Observation, { kind: 'call' }>

/** SymPy's atoms, whose text is a name or a number and stays one. */
const ATOMS = new Set('Symbol Dummy Wild Str Integer Rational Float'.split(' '))
const MAX_DEPTH = 4

/**
 * SymPy's classes turn every text among their arguments into an expression in `__new__` already, by `eval` (sympy/core/function.py, `sympify` in
 * sympy/core/sympify.py). Pickles hold expressions, not their texts. Undefined for every other call.
 */
export function judgeEvaluator(call: Call): Judgement | undefined {
  const { callee, args, how } = call
  if (callee.kind !== 'global' || how === 'build' || how === 'append' || how === 'setitem' || how === 'additems') return undefined
  const [first, ...rest] = args
  const isIndirect = callee.module === 'copyreg' || (callee.module === 'functools' && callee.name === 'partial')
  const indirect = isIndirect && first?.kind === 'global' ? first : undefined
  const { module, name: full } = indirect ?? callee
  const name = full.replace(/\.__new__$/, '')
  if (!/^sympy(?:\.|$)/.test(module) || ATOMS.has(name)) return undefined
  if (!(indirect ? rest : args).some((arg) => hasText(arg, 0))) return undefined
  const text = renderCall(callee, args, how)
  return finding(
    'pickle/dangerous-call',
    `Loading runs ${text}, which evaluates the text as Python code`,
    text,
    'SymPy evaluates texts that it is given',
    `${module}.${name}`,
  )
}

function hasText(value: Preview, depth: number): boolean {
  if (value.kind === 'text' || value.kind === 'unknown') return true
  if (depth >= MAX_DEPTH || !('items' in value)) return false
  return value.more || value.items.some((item) => hasText(item, depth + 1))
}
