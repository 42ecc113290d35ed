// Judges calls that work with an instance which can call an untrusted callable.
import type { Observation } from '../../facts/observation.ts'
import type { CallableName, Preview } from '../../facts/pickle.ts'
import { namesOf } from '../../python/names-of.ts'
import { isGlobal } from '../../python/rule-kinds.ts'
import type { Judgement } from '../judge/judgement.ts'
import { finding } from '../judge/judgement.ts'
import { renderCall, renderValue } from '../judge/render.ts'
import { isCollection } from './collections.ts'
import { isFill, isKeeper, underIterated } from './given-instances.ts'
import { isHarmlessValue } from './harmless.ts'
import { lookup } from './lookup.ts'
import { isValueClass } from './taken-apart.ts'

type Call = Extract<Observation, { kind: 'call' }>
type Result = Extract<Preview, { kind: 'result' }>

/** Collections that hand items on to a mapping or list of their own, which may be a frame: that calls a key that can be called. */
const HANDING_ON = namesOf({ collections: 'ChainMap UserDict UserList' })
/** Keepers of moments: a time zone is asked for its difference. */
const ASKING = /^(?:datetime|pandas|pandas\._libs\.tslibs\.timestamps) /
/**
 * Values that hash, compare or set up what their state says, which is never anything that calls: types of columns, offsets, addresses, numbers, generators
 * of random numbers, arrays of joblib, meshes of devices, boosters.
 */
const NO_CALLS =
  /^(?:pandas\.(?:.*Dtype|DateOffset)|pandas\._libs\.tslibs\..*|(?:ipaddress|fractions|decimal|uuid|pathlib|statistics|datetime|zoneinfo)\..*|dateutil\..*|numpy\.random\..*|joblib\.numpy_pickle(?:_compat)?\..*|torch\.distributed\..*|(?:xgboost|lightgbm)\.(?:.*\.)?Booster|catboost\..*)$/
/** What gives its items one by one by asking others, so that whoever looks at it runs what it holds. Estimators, arrays and optimizers keep none of these. */
const BRIDGES = /^(?:collections (?:ChainMap|UserDict|UserList|UserString)|torch\.utils\.data\.(?:dataset|sampler) .*)$/
/** Instances whose attributes may be anything. */
const HOLDERS = /^(?:torch\.utils\.data|types|argparse|collections|fastai|fastcore|skorch|lightning|logging)(?:\.|$)/
/** In these, `__getattr__` of a module looks for every attribute that it has not. */
const MODULE_TABLES = new Set(['_parameters', '_buffers', '_modules'])
/** What is made to be called later, and is asked for nothing when it is kept. */
const CALLABLES = namesOf({ functools: 'partial', operator: 'attrgetter itemgetter methodcaller', builtins: 'getattr' })
const MAX_DEPTH = 3

/**
 * An instance carries an untrusted callable if something in it, at any depth, can call a function that is not known to be harmless: its properties, iterators and comparisons
 * may do so. That is no finding as long as it is kept. It is one where loading works with the instance: an attribute of it is got, it is given to a function
 * that builds values, or a `__setstate__` iterates it. Undefined for every other call.
 */
export function judgeUntrustedCallables(call: Call): Judgement | undefined {
  const { callee, args, via } = call
  if (callee.kind !== 'global') return undefined
  const { module, name } = callee
  const given =
    via === 'build' ? ofState(module, name, args[0]) : isFill(via) ? ofItems(module, name, call) : ofArguments(module, name, call)
  const culprit = given.find((value) => harmIn(value) !== undefined)
  const harm = culprit && harmIn(culprit)
  if (culprit === undefined || harm === undefined) return undefined
  const text = renderCall(callee, args, via)
  const called = harm.module === '' ? 'functions of the file' : `${harm.module}.${harm.name}`
  const why = `it uses ${renderValue(culprit)}, which can call ${called}`
  return finding('pickle/unsafe-arguments', `Loading runs ${text}: ${why}`, text, why, `${module}.${name}`)
}

/** The first name that it can call and that may do harm. */
function harmIn(value: Preview): CallableName | undefined {
  if (value.kind === 'global') return isHarmlessValue(value.module, value.name) ? undefined : value
  return 'callables' in value ? value.callables?.find((held) => !isHarmlessValue(held.module, held.name)) : undefined
}

function ofArguments(module: string, name: string, { args, via }: Call): readonly Preview[] {
  const use = lookup.safeUse(module, name)
  if (use === undefined || use === 'partial' || (isKeeper(module, name) && !ASKING.test(`${module} `))) return []
  // A property is code of the class, whatever its data are.
  if (use === 'get-attribute') return args.slice(0, 1).filter(({ kind }) => kind === 'result')
  if (module === 'copyreg') {
    const [cls] = args
    return cls?.kind === 'global' && lookup.libraryOf(cls.module) !== 'unknown' ? instancesIn(args.slice(1), MAX_DEPTH) : []
  }
  const looked = use === 'default-factory' && via !== 'newobj' ? args.slice(1) : args
  return instancesIn(looked, isCollection(module, name) ? 1 : MAX_DEPTH)
}

function ofState(module: string, name: string, state: Preview | undefined): readonly Preview[] {
  const use = lookup.safeUse(module, name)
  if (state === undefined || use === undefined || use === 'partial') return []
  if ('items' in state) return inTuple(state.items)
  if (state.kind !== 'dict') return [state].filter(isKept)
  const values = state.entries.map(([, value]) => value)
  if (NO_CALLS.test(`${module}.${name}`)) return [...values, ...instancesIn(values, MAX_DEPTH)]
  const tables = under(state, MODULE_TABLES).filter((value) => isInstance(value) && !isMapping(value))
  const bridges = HOLDERS.test(module) ? [] : instancesIn(values, MAX_DEPTH).filter((value) => value.kind === 'result' && isBridge(value))
  return [
    ...instancesIn(underIterated(module, state), MAX_DEPTH).filter((value) => value.kind !== 'result' || isKept(value)),
    ...tables,
    ...bridges,
  ]
}

/** The second item of a state is set attribute by attribute, which calls setters; other dicts of old forms are looked into. */
function inTuple(items: readonly Preview[]): readonly Preview[] {
  return items
    .flatMap((item, at) =>
      item.kind !== 'dict' ? [item] : at === 1 ? item.entries.map(([, value]) => value) : instancesIn([item], MAX_DEPTH),
    )
    .filter((value) => isKept(value) && !isMapping(value))
}

function under(state: Extract<Preview, { kind: 'dict' }>, keys: ReadonlySet<string>): readonly Preview[] {
  return state.entries.flatMap(([key, value]) => (key.kind === 'text' && keys.has(key.text) ? [value] : []))
}

/** Keys of a collection that hands them on. */
function ofItems(module: string, name: string, { args, via }: Call): readonly Preview[] {
  if (via !== 'setitem' || !HANDING_ON.has(`${module} ${name}`)) return []
  return args.filter((value, at) => at % 2 === 0 && (value.kind === 'global' || isInstance(value)))
}

/** Instances among values, and in the tuples, lists and dicts there; of those that are not shown as a whole, the container itself. */
function instancesIn(values: readonly Preview[], depth: number): readonly Preview[] {
  return values.flatMap((value) => {
    if (isInstance(value)) return [value]
    if (depth <= 1 || !('more' in value)) return []
    const inside = instancesIn(value.kind === 'dict' ? value.entries.flat() : value.items, depth - 1)
    return inside.length === 0 && value.callables !== undefined ? [value] : inside
  })
}

/** Arrays, moments and tensors look at their own data alone. */
function isInstance(value: Preview): value is Result {
  return value.kind === 'result' && value.callables !== undefined && !(value.callee.kind === 'global' && isValueClass(value.callee.module))
}

/** A mapping of hooks is no more than a mapping; what lies in it is called when the model is used. */
function isMapping(value: Preview): boolean {
  return value.kind === 'result' && value.hasState === undefined && isGlobal(value.callee, 'collections', 'OrderedDict')
}

/** An instance that is more than something to be called later. */
function isKept(value: Preview): boolean {
  if (!isInstance(value)) return false
  const { callee } = value
  return callee.kind !== 'global' || !CALLABLES.has(`${callee.module} ${callee.name}`)
}

function isBridge({ callee }: Result): boolean {
  return callee.kind === 'global' && BRIDGES.test(`${callee.module} ${callee.name}`)
}
