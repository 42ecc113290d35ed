// Judges instances with a state of the file that are given to functions which use their methods.
import type { Observation } from '../../facts/observation.ts'
import type { CallOpcode, Preview } from '../../facts/pickle.ts'
import { namesOf } from '../../python/names-of.ts'
import type { SafeUse } from '../../python/table.ts'
import type { Judgement } from '../judge/judgement.ts'
import { finding } from '../judge/judgement.ts'
import { renderCall, renderValue } from '../judge/render.ts'
import { lookup } from './lookup.ts'
import { isStated, isValueClass } from './taken-apart.ts'

type Call = Extract<Observation, { kind: 'call' }>

/** Functions that only keep what they are given: containers of attributes, moments with their time zone. */
const KEEPERS = namesOf({
  argparse: 'Namespace',
  builtins: 'object slice',
  collections: 'ChainMap',
  datetime: 'date datetime time timedelta timezone tzinfo',
  itertools: 'count repeat',
  pandas: 'Timestamp',
  'pandas._libs.tslibs.timestamps': 'Timestamp _unpickle_timestamp',
  types: 'SimpleNamespace',
})
/** Exceptions that take a sequence apart. */
const TAKING_EXCEPTION = /^(?:BaseExceptionGroup|ExceptionGroup|SyntaxError|IndentationError|TabError)$/
const EXCEPTION = /^(?:[A-Z]\w*)?(?:Error|Exception|ExceptionGroup|Warning|Exit|Interrupt|Iteration)$/
/** Exceptions of modules whose other classes may have such a name: a loss of scikit-learn is called `AbsoluteError`. */
const EXCEPTIONS = namesOf({ decimal: 'DecimalException', 'numpy.linalg': 'LinAlgError', 'pandas.errors': 'ParserError' })
/** Uses whose functions look at more than the arguments that their rule judges. */
const TAKING: ReadonlySet<SafeUse> = new Set<SafeUse>([
  'call',
  'first-is-class',
  'index',
  'numpy-scalar',
  'masked-array',
  'shared',
  'tensor',
  'tensor-type',
  'bit-generator',
  'random-state',
  'custom-offset',
])
/** States in which a library's own `__setstate__` iterates or calls what lies under a key (torch/optim, torch/nn/modules/rnn.py, sklearn/base.py). */
const ITERATED: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [/^torch\.optim\b/, new Set(['param_groups', 'defaults', 'state', 'params'])],
  [/^torch\.nn\.modules\.rnn$/, new Set(['all_weights', '_all_weights', '_flat_weights', '_flat_weights_names'])],
  [/^(?:sklearn|imblearn|lightgbm|xgboost)\b/, new Set(['_sklearn_version', 'X_thresholds_', 'y_thresholds_', 'nodes'])],
  [/^pandas\b/, new Set(['attrs', '_flags', '_metadata', '_typ', '_mgr', '_data', '_pa_array', '_categories', '_ordered', '_codes'])],
  [/^statsmodels\.base\.data$/, new Set(['frame', 'orig_endog', 'orig_exog', 'formula'])],
  [/^omegaconf\b/, new Set(['_metadata'])],
  [/^networkx\b/, new Set(['_adjdict'])],
]

/**
 * Instances with a state of the file, given to functions and `__setstate__` that build values: these iterate, print or compare what they are given, and
 * so run what is in that state (a `DataLoader` its `collate_fn`, a module its `extra_repr`). Picklers give them values. Undefined for every other call.
 */
export function judgeGivenInstance(call: Call): Judgement | undefined {
  const { callee, args, via } = call
  if (callee.kind !== 'global') return undefined
  const { module, name } = callee
  const given = via === 'build' ? givenByState(module, name, args[0]) : givenByCall(module, name, call)
  const culprit = given.find(isInstance)
  if (culprit === undefined) return undefined
  const text = renderCall(callee, args, via)
  const why = `it uses ${renderValue(culprit)}, whose methods read attributes set by the file`
  return finding('pickle/unsafe-arguments', `Loading runs ${text}: ${why}`, text, why, `${module}.${name}`)
}

function givenByCall(module: string, name: string, { args, via }: Call): readonly Preview[] {
  if ((via !== 'reduce' && via !== 'inst' && via !== 'obj') || module === 'copyreg') return []
  if (isKeeper(module, name)) return []
  const use = lookup.safeUse(module, name)
  if (use === undefined || !TAKING.has(use)) return []
  // Keyword arguments of pandas' indexes stand in a dict.
  return use === 'index' ? args.flatMap((arg) => (arg.kind === 'dict' ? arg.entries.map(([, value]) => value) : [arg])) : args
}

/** Does it only keep what it is given? */
export function isKeeper(module: string, name: string): boolean {
  const key = `${module} ${name}`
  return KEEPERS.has(key) || EXCEPTIONS.has(key) || (module === 'builtins' && EXCEPTION.test(name) && !TAKING_EXCEPTION.test(name))
}

/** Does an opcode put items into an instance? */
export function isFill(via: CallOpcode): boolean {
  return via === 'append' || via === 'setitem' || via === 'additems'
}

/** Is there a key under which the `__setstate__` of this module's classes iterates or calls what a state holds? */
export function isIterated(module: string): boolean {
  return ITERATED.some(([home]) => home.test(module))
}

/** What lies in a state under the keys that the library's `__setstate__` iterates or calls. */
export function underIterated(module: string, state: Preview): readonly Preview[] {
  const keys = ITERATED.find(([home]) => home.test(module))?.[1]
  return keys && state.kind === 'dict' ? underKeys(state, keys) : []
}

function givenByState(module: string, name: string, state: Preview | undefined): readonly Preview[] {
  const use = lookup.safeUse(module, name)
  if (state === undefined || (use !== 'class' && use !== 'call') || lookup.libraryOf(module) === 'unknown') return []
  // The second of two is set attribute by attribute, which calls setters (Modules/_pickle.c: load_build).
  if (state.kind === 'tuple')
    return state.items.flatMap((item, at) => (at === 1 && item.kind === 'dict' ? item.entries.map(([, value]) => value) : [item]))
  return underIterated(module, state)
}

/** What lies under these keys in a state, also in the dicts of a list there. */
function underKeys(state: Preview, keys: ReadonlySet<string>): readonly Preview[] {
  if (state.kind === 'list') return state.items.flatMap((item) => underKeys(item, keys))
  if (state.kind !== 'dict') return []
  return state.entries.flatMap(([key, value]) => (key.kind === 'text' && keys.has(key.text) ? [value, ...underKeys(value, keys)] : []))
}

function isInstance(value: Preview): boolean {
  if (value.kind !== 'result' || !isStated(value, 0)) return false
  const { callee } = value
  return callee.kind !== 'global' || !isValueClass(callee.module)
}
