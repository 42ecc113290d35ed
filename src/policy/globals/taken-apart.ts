// Judges instances given to types that iterate, convert or print their arguments.
import type { Observation } from '../../facts/observation.ts'
import type { Preview } from '../../facts/pickle.ts'
import { namesOf } from '../../python/names-of.ts'
import type { Judgement } from '../judge/judgement.ts'
import { finding } from '../judge/judgement.ts'
import { renderCall, renderValue } from '../judge/render.ts'

type Call = Extract<Observation, { kind: 'call' }>

/** Types that iterate, convert or print what they are given, and so call methods of it. Classes that only keep their arguments are not among them. */
const TAKERS = namesOf({
  array: 'array',
  builtins: 'bool bytearray bytes complex dict float frozenset int list range set str tuple',
  collections: 'Counter OrderedDict UserDict UserList UserString deque',
  itertools: 'chain cycle',
  numpy: `bool bool_ bytes_ clongdouble complex128 complex256 complex64 datetime64 dtype float128 float16 float32 float64 int16 int32
    int64 int8 int_ intc longdouble longlong ndarray object_ str_ string_ timedelta64 uint uint16 uint32 uint64 uint8 uintc ulonglong
    unicode_ void`,
  'dateutil.tz.tz': 'tzoffset',
  inspect: 'Parameter Signature',
  pandas:
    'Categorical CategoricalDtype CategoricalIndex DatetimeIndex Index IntervalIndex MultiIndex PeriodIndex RangeIndex TimedeltaIndex',
  'pandas.core.arrays.categorical': 'Categorical',
  'pandas.core.indexes.base': 'Index',
  'pandas.core.indexes.category': 'CategoricalIndex',
  'pandas.core.indexes.datetimes': 'DatetimeIndex',
  'pandas.core.indexes.frozen': 'FrozenList',
  'pandas.core.indexes.interval': 'IntervalIndex',
  'pandas.core.indexes.multi': 'MultiIndex',
  'pandas.core.indexes.numeric': 'Float64Index Int64Index UInt64Index',
  'pandas.core.indexes.period': 'PeriodIndex',
  'pandas.core.indexes.timedeltas': 'TimedeltaIndex',
  'pandas.core.internals.managers': 'BlockManager',
  'pandas.core.dtypes.dtypes': 'CategoricalDtype',
  os: 'stat_result statvfs_result terminal_size times_result uname_result',
  time: 'struct_time',
  torch: 'Size',
  uuid: 'UUID',
  'torch._utils': '_rebuild_sparse_csr_tensor _rebuild_sparse_tensor',
})
/** Classes whose methods are compiled or look at their own data alone, whatever state they were given. */
const PLAIN_CLASSES = namesOf({
  // The state of an iterator is a position; what it iterates over is judged where it is made.
  builtins: 'iter reversed',
  datetime: 'date datetime time timedelta timezone',
  decimal: 'Decimal',
  fractions: 'Fraction',
  numpy: 'dtype ndarray matrix recarray record',
  'numpy.core.multiarray': 'scalar',
  uuid: 'UUID',
})
/** Functions that rebuild an array as the class they are given. */
const ARRAY_MAKERS = namesOf({ 'numpy._core.multiarray': '_reconstruct', 'numpy.core.multiarray': '_reconstruct' })
/** What can be called with arguments of the file, and what calls its factory by itself. */
const CALLABLES = namesOf({
  builtins: 'getattr',
  functools: 'partial',
  operator: 'attrgetter itemgetter methodcaller',
})
/** Classes of values: arrays, moments, offsets, types and tensors. Their methods are compiled, or look at their own data alone. */
const VALUE_CLASS =
  /^(?:(?:numpy|joblib\.numpy_pickle(?:_compat)?|datetime|decimal|fractions|uuid|zoneinfo|dateutil|pytz|pyarrow|scipy\.sparse|statsmodels\.tsa\.statespace\._\w+|pandas)(?:\.|$)|torch(?:\._utils|\._tensor|\.storage|\.nn\.parameter)?$)/
/** Modules of these packages whose classes call what they hold. */
const NO_VALUES = /^(?:pandas\.(?:.*\.)?(?:groupby|resample|window|strings|typing)|scipy\.sparse\.linalg)(?:\.|$)/

const MAX_DEPTH = 8

/** Is `module.name` a type that takes apart what it is given, so that each of its calls has to be looked at? */
function takesApart(module: string, name: string): boolean {
  const key = `${module} ${name}`
  return TAKERS.has(key) || OF_PAIRS.has(key)
}

/**
 * `list(loader)`, `dict(namespace)`, `float64(instance)`: a plain type that is given an instance with a state of the file calls what is in that state
 * (`__iter__`, `keys`, `__array__`, `extra_repr`). Picklers give these types plain data. Undefined for every other call.
 */
export function judgeTakenApart({ callee, args, via }: Call): Judgement | undefined {
  if (callee.kind !== 'global' || via === 'append' || via === 'setitem' || via === 'additems') return undefined
  const { module, name } = callee
  const given =
    via === 'build' ? statesOf(module, args) : takesApart(module, name) ? withItems(module, name, args) : innerState(module, name, args)
  const prints = name === 'str' || name === 'UserString'
  const culprit = given?.find((arg) => (prints ? holdsStated(arg, 0) : isStated(arg, 0)) || isReadyCall(arg, 0))
  const cut = given !== undefined && given.length > 1 && given.at(-1)?.kind === 'unknown'
  if (culprit === undefined && !cut) return undefined
  const text = renderCall(callee, args, via)
  const why =
    culprit === undefined
      ? 'it has more arguments than any pickler writes, or arguments that are computed'
      : `it calls methods of ${renderValue(culprit)}, which read attributes set by the file`
  return finding('pickle/unsafe-arguments', `Loading runs ${text}: ${why}`, text, why, `${module}.${name}`)
}

/** Is it a module whose classes are values, whatever their state? */
export function isValueClass(module: string): boolean {
  return VALUE_CLASS.test(module) && !NO_VALUES.test(module)
}

function isPlainClass({ callee, args: [cls] }: Extract<Preview, { kind: 'result' }>): boolean {
  if (callee.kind !== 'global') return false
  // An array is as plain as the class it is rebuilt as.
  const of = ARRAY_MAKERS.has(`${callee.module} ${callee.name}`) && cls?.kind === 'global' ? cls : callee
  return PLAIN_CLASSES.has(`${of.module} ${of.name}`)
}

/** An instance that was given a state, or that is made of one. */
export function isStated(value: Preview, depth: number): boolean {
  if (value.kind !== 'result') return false
  if (isPlainClass(value)) return false
  return value.hasState === true || depth >= MAX_DEPTH || value.args.some((arg) => isStated(arg, depth + 1))
}

/**
 * Something that can be called, or an object made of one (a `ChainMap` of a `defaultdict` calls its factory for what it has not): functions do not take
 * these apart, unless to call them.
 */
export function isReadyCall(value: Preview, depth: number): boolean {
  if (value.kind !== 'result' || depth >= MAX_DEPTH) return false
  const { callee } = value
  if (callee.kind === 'global' && CALLABLES.has(`${callee.module} ${callee.name}`)) return true
  return value.args.some((arg) => isReadyCall(arg, depth + 1))
}

/** The same anywhere within a value: for what prints or passes on the items of containers. */
export function holdsStated(value: Preview, depth: number): boolean {
  if (isStated(value, depth)) return true
  if (depth >= MAX_DEPTH) return false
  if ('items' in value) return value.items.some((item) => holdsStated(item, depth + 1))
  if (value.kind === 'result') return !isPlainClass(value) && value.args.some((arg) => holdsStated(arg, depth + 1))
  return value.kind === 'dict' && value.entries.some((entry) => entry.some((item) => holdsStated(item, depth + 1)))
}

/** Mappings are made of pairs, and each pair is iterated. */
const OF_PAIRS = namesOf({ builtins: 'dict', collections: 'OrderedDict UserDict defaultdict' })
/** Types that make a number or a byte of each item. */
const OF_NUMBERS = /^(?:array array|builtins (?:bytearray|bytes|complex|float|int)|numpy (?!dtype$)\w+)$/
/** Functions that set attributes from a state among their arguments, and where that is (torch/_utils.py, _set_obj_state; dill/_dill.py) */
const SETTERS: ReadonlyMap<string, number> = new Map([
  ['dill._dill _create_array', 3],
  ['torch._tensor _rebuild_from_type_v2', 3],
  ['torch._utils _rebuild_parameter_with_state', 3],
])

/** Does it set attributes from a state among its arguments? */
export function setsState(module: string, name: string): boolean {
  return SETTERS.has(`${module} ${name}`)
}

/** What such a type looks at: its arguments, and their items where it asks these, too. Lists and tuples only keep theirs. */
function withItems(module: string, name: string, args: readonly Preview[]): readonly Preview[] {
  const key = `${module} ${name}`
  // The factory of a `defaultdict` has a rule of its own.
  const [, ...more] = args
  if (OF_PAIRS.has(key)) return (name === 'defaultdict' ? more : args).flatMap((arg) => ('items' in arg ? arg.items : [arg]))
  return OF_NUMBERS.test(key) ? args.flatMap((arg) => ('items' in arg ? flat(arg.items, 1) : [arg])) : args
}

function flat(values: readonly Preview[], depth: number): readonly Preview[] {
  return values.flatMap((value) => ('items' in value && depth < MAX_DEPTH ? flat(value.items, depth + 1) : [value]))
}

/**
 * What functions hand on that is iterated there: `copyreg._reconstructor(cls, base, state)` calls `base.__new__(cls, state)`, and `base.__init__` with it;
 * `__newobj_ex__` unpacks arguments and keyword arguments, torch’s functions set attributes.
 */
function innerState(module: string, name: string, args: readonly Preview[]): readonly Preview[] | undefined {
  const [, base, state] = args
  if (module === 'copyreg' && name === '__newobj_ex__') return args.slice(1, 3)
  const at = SETTERS.get(`${module} ${name}`)
  if (at !== undefined) return args[at] && pairOf(args[at])
  const builds = module === 'copyreg' && name === '_reconstructor' && base?.kind === 'global' && base.name !== 'object'
  return builds && state !== undefined ? [state] : undefined
}

/** A state, and the mappings of a pair: attributes that an instance keeps in its dict, and those that are set one by one. */
function pairOf(state: Preview): readonly Preview[] {
  return state.kind === 'tuple' && state.items.length === 2 ? state.items : [state]
}

/** What a BUILD iterates: the state, where `__setstate__` updates a mapping with it, and the arguments of an exception, which become a tuple. */
function statesOf(module: string, [state]: readonly Preview[]): readonly Preview[] | undefined {
  if (state?.kind !== 'dict' || module !== 'builtins') return state && [state]
  return state.entries.filter(([key]) => key.kind === 'text' && key.text === 'args').map(([, value]) => value)
}
