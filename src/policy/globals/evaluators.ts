import type { Observation, Preview } from '../../types/observation.ts'
import type { Judgement } from '../judgement.ts'
import { finding } from '../judgement.ts'
import { renderCall, renderValue } from '../render.ts'
import { isPlainFormula } from './formula.ts'

type Call = Extract<Observation, { kind: 'call' }>

/** Modules whose classes are judged by texts of the file, each time: what is said of one of their calls holds for no other. */
export function isJudgedByText(module: string): boolean {
  return /^(?:sympy|flair)(?:\.|$)|^statsmodels\.base\.data$/.test(module)
}

/** SymPy's atoms, whose text is a name or a number and stays one. */
const ATOMS = new Set('Symbol Dummy Wild Str Integer Rational Float'.split(' '))
const MAX_DEPTH = 4

/**
 * SymPy's classes turn every text among their arguments into an expression in `__new__` already, by `eval` (sympy/core/function.py, `sympify` in
 * sympy/core/sympify.py); so do its matrices and sets with what is put into them. Pickles hold expressions, not their texts. Undefined for every other call.
 */
export function judgeEvaluator(call: Call): Judgement | undefined {
  const { callee, args, how } = call
  if (callee.kind !== 'global') return undefined
  if (how === 'build') return judgeFormula(callee.module, callee.name, args[0])
  const [first, ...rest] = args
  const isIndirect = callee.module === 'copyreg' || (callee.module === 'functools' && callee.name === 'partial')
  const indirect = isIndirect && first?.kind === 'global' ? first : undefined
  const { module, name } = indirect ?? callee
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

/**
 * `ModelData.__setstate__` of statsmodels builds the design of a model anew from its formula, whose terms are evaluated as Python
 * (statsmodels/base/data.py, patsy/eval.py). Formulas of models are names, operators and a few functions.
 */
function judgeFormula(module: string, name: string, state: Preview | undefined): Judgement | undefined {
  if (module !== 'statsmodels.base.data') return undefined
  const at = (key: string): Preview | undefined =>
    state?.kind === 'dict' ? state.entries.filter(([text]) => text.kind === 'text' && text.text === key).at(-1)?.[1] : undefined
  const isWhole = state?.kind === 'dict' && !state.more && state.entries.every(([key]) => key.kind === 'text')
  const formula = at('formula')
  if (isWhole && at('restore_model_spec') === undefined) return undefined
  if (isWhole && (formula === undefined || formula.kind === 'none')) return undefined
  if (formula?.kind === 'text' && formula.text.length === formula.length && isPlainFormula(formula.text)) return undefined
  const shown = formula === undefined ? 'its state, which was not read as a whole' : renderValue(formula)
  const text = `${module}.${name}(…).__setstate__({'formula': ${shown}})`
  const why = `statsmodels evaluates the formula as Python code, and it is more than names, operators and known functions`
  return finding('pickle/dangerous-call', `Loading runs ${text}: ${why}`, text, why, `${module}.${name}`)
}

/** A text, also where a call makes one of it: SymPy's own were judged when they were made. */
function hasText(value: Preview, depth: number): boolean {
  if (value.kind === 'text' || value.kind === 'unknown') return true
  if (value.kind === 'result') {
    const isOwn = value.callee.kind === 'global' && /^sympy(?:\.|$)/.test(value.callee.module)
    return !isOwn && value.args.some((arg) => hasText(arg, depth + 1))
  }
  if (!('items' in value)) return false
  return value.more || (depth >= MAX_DEPTH ? value.items.length > 0 : value.items.some((item) => hasText(item, depth + 1)))
}
