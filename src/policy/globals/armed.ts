import type { HeldName, Observation, Preview } from '../../types/observation.ts'
import type { Judgement } from '../judgement.ts'
import { finding } from '../judgement.ts'
import { renderCall, renderValue } from '../render.ts'
import { isFill, isKeeper, underIterated } from './given-instances.ts'
import { isHarmlessValue } from './harmless.ts'
import { lookup } from './lookup.ts'
import { namesOf } from './names-of.ts'
import { isValueClass } from './taken-apart.ts'

type Call = Extract<Observation, { kind: 'call' }>
type Result = Extract<Preview, { kind: 'result' }>

/** Collections: they look at what they are given, and keep its items without looking at these. */
const COLLECTIONS = /^(?:list|tuple|dict|set|frozenset|Counter|OrderedDict|UserDict|UserList|deque|Bunch|defaultdict|FrozenList)$/
/** Collections that hand items on to a mapping or list of their own, which may be a frame: that calls a key that can be called. */
const HANDING_ON = namesOf({ collections: 'ChainMap UserDict UserList' })
/** Values that hash or compare their state, which is never anything that calls: types of columns, offsets, addresses, numbers. */
const NO_CALLS =
  /^(?:pandas\..*Dtype|pandas\._libs\.tslibs\..*|(?:ipaddress|fractions|decimal|uuid|pathlib|statistics|datetime|zoneinfo)\..*|dateutil\..*)$/
/** What is made to be called later, and is asked for nothing when it is kept. */
const CALLABLES = namesOf({ functools: 'partial', operator: 'attrgetter itemgetter methodcaller', builtins: 'getattr' })
const MAX_DEPTH = 3

/**
 * An instance is armed when something in it, at any depth, can call a function that is not known to be harmless: its properties, iterators and comparisons
 * may do so. That is no finding as long as it is kept. It is one where loading works with the instance: an attribute of it is got, it is given to a function
 * that builds values, or a `__setstate__` iterates it. Undefined for every other call.
 */
export function judgeArmed(call: Call): Judgement | undefined {
  const { callee, args, how } = call
  if (callee.kind !== 'global') return undefined
  const { module, name } = callee
  const given =
    how === 'build' ? ofState(module, name, args[0]) : isFill(how) ? ofItems(module, name, call) : ofArguments(module, name, call)
  const culprit = given.find((value) => harmIn(value) !== undefined)
  const harm = culprit && harmIn(culprit)
  if (culprit === undefined || harm === undefined) return undefined
  const text = renderCall(callee, args, how)
  const called = harm.module === '' ? 'functions of the file' : `${harm.module}.${harm.name}`
  const why = `it works with ${renderValue(culprit)}, which can call ${called}`
  return finding('pickle/unsafe-arguments', `Loading runs ${text}: ${why}`, text, why, `${module}.${name}`)
}

/** The first name that it can call and that may do harm. */
function harmIn(value: Preview): HeldName | undefined {
  if (value.kind === 'global') return isHarmlessValue(value.module, value.name) ? undefined : value
  return value.kind === 'result' ? value.holds?.find((held) => !isHarmlessValue(held.module, held.name)) : undefined
}

function ofArguments(module: string, name: string, { args, how }: Call): readonly Preview[] {
  const use = lookup.safeUse(module, name)
  if (use === undefined || use === 'partial' || isKeeper(module, name)) return []
  // A property is code of the class, whatever its data are.
  if (use === 'get-attribute') return args.slice(0, 1).filter(({ kind }) => kind === 'result')
  if (module === 'copyreg') {
    const [cls] = args
    return cls?.kind === 'global' && lookup.libraryOf(cls.module) !== 'unknown' ? instancesIn(args.slice(1), MAX_DEPTH) : []
  }
  const looked = use === 'default-factory' && how !== 'newobj' ? args.slice(1) : args
  return instancesIn(looked, COLLECTIONS.test(name) ? 1 : MAX_DEPTH)
}

function ofState(module: string, name: string, state: Preview | undefined): readonly Preview[] {
  const use = lookup.safeUse(module, name)
  if (state === undefined || (use !== 'class' && use !== 'call') || lookup.libraryOf(module) === 'unknown') return []
  const kept = (value: Preview): boolean => isInstance(value) && !isCallable(value)
  if (state.kind === 'tuple')
    return state.items
      .flatMap((item, at) => (at === 1 && item.kind === 'dict' ? item.entries.map(([, value]) => value) : [item]))
      .filter((value) => kept(value) && !isMapping(value))
  if (state.kind !== 'dict') return []
  const all = NO_CALLS.test(`${module}.${name}`) ? state.entries.map(([, value]) => value) : underIterated(module, state)
  return instancesIn(all, MAX_DEPTH).filter(kept)
}

/** Keys of a collection that hands them on. */
function ofItems(module: string, name: string, { args, how }: Call): readonly Preview[] {
  if (how !== 'setitem' || !HANDING_ON.has(`${module} ${name}`)) return []
  return args.filter((value, at) => at % 2 === 0 && (value.kind === 'global' || isInstance(value)))
}

/** Instances among values, and in the tuples, lists and dicts there. */
function instancesIn(values: readonly Preview[], depth: number): readonly Preview[] {
  return values.flatMap((value) => {
    if (isInstance(value)) return [value]
    if (depth <= 1) return []
    if (value.kind === 'dict') return instancesIn(value.entries.flat(), depth - 1)
    return 'items' in value ? instancesIn(value.items, depth - 1) : []
  })
}

/** Arrays, moments and tensors look at their own data alone. */
function isInstance(value: Preview): value is Result {
  return value.kind === 'result' && value.holds !== undefined && !(value.callee.kind === 'global' && isValueClass(value.callee.module))
}

/** A mapping of hooks is no more than a mapping; what lies in it is called when the model is used. */
function isMapping(value: Preview): boolean {
  return value.kind === 'result' && value.stated === undefined && value.callee.kind === 'global' && value.callee.name === 'OrderedDict'
}

function isCallable({ callee }: Result): boolean {
  return callee.kind === 'global' && CALLABLES.has(`${callee.module} ${callee.name}`)
}
