// Judges SymPy calls, which evaluate text arguments as Python code.
import type { Observation } from '../../facts/observation.ts'
import type { Preview } from '../../facts/pickle.ts'
import type { Judgement } from '../judge/judgement.ts'
import { finding } from '../judge/judgement.ts'
import { renderCall } from '../judge/render.ts'

type Call = Extract<Observation, { kind: 'call' }>

/** Modules whose classes are judged by texts of the file, each time: what is said of one of their calls holds for no other. */
export function isJudgedByText(module: string): boolean {
  return SYMPY.test(module) || /^flair(?:\.|$)/.test(module)
}

/** SymPy's atoms, whose text is a name or a number and stays one. */
const ATOMS = new Set('Symbol Dummy Wild Str Integer Rational Float'.split(' '))
const SYMPY = /^sympy(?:\.|$)/
const MAX_DEPTH = 4

/**
 * SymPy's classes turn every text among their arguments into an expression in `__new__` already, by `eval` (sympy/core/function.py, `sympify` in
 * sympy/core/sympify.py); so do its matrices and sets with what is put into them. Pickles hold expressions, not their texts. Undefined for every other call.
 */
export function judgeEvaluator(call: Call): Judgement | undefined {
  const { callee, args, via } = call
  if (callee.kind !== 'global' || via === 'build') return undefined
  const [first, ...rest] = args
  const isIndirect = callee.module === 'copyreg' || (callee.module === 'functools' && callee.name === 'partial')
  const indirect = isIndirect && first?.kind === 'global' ? first : undefined
  const { module, name: full } = indirect ?? callee
  const name = full.replace(/\.__new__$/, '')
  if (!evaluatesTexts(module, name)) return undefined
  if ((indirect ? rest : args).every((arg) => isExpression(arg, 0))) return undefined
  const text = renderCall(callee, args, via)
  return finding(
    'pickle/dangerous-call',
    `Loading runs ${text}, which evaluates text as Python code`,
    text,
    'SymPy evaluates text arguments',
    `${module}.${name}`,
  )
}

/** Is it a class or function of SymPy that makes an expression of a text? */
export function evaluatesTexts(module: string, name: string): boolean {
  return SYMPY.test(module) && !ATOMS.has(name)
}

/** Numbers, expressions of SymPy, and containers of them: all that is told to SymPy in a pickle. Of anything else, some versions evaluate `str(…)`. */
function isExpression(value: Preview, depth: number): boolean {
  switch (value.kind) {
    case 'none':
    case 'bool':
    case 'int':
    case 'float':
      return true
    case 'global':
      return SYMPY.test(value.module)
    case 'result':
      return value.callee.kind === 'global' && SYMPY.test(value.callee.module)
    case 'tuple':
    case 'list':
    case 'set':
    case 'frozenset':
      return !value.more && depth < MAX_DEPTH && value.items.every((item) => isExpression(item, depth + 1))
    case 'dict':
      return !value.more && depth < MAX_DEPTH && value.entries.every((entry) => entry.every((item) => isExpression(item, depth + 1)))
    default:
      return false
  }
}
