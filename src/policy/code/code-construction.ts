// Recognises the calls with which dill and cloudpickle rebuild functions and classes.
import type { Observation } from '../../facts/observation.ts'
import type { Callee, Preview } from '../../facts/pickle.ts'
import { plainType } from '../../types/type-names.ts'
import { listsModule, lookup, lookupDangerous } from '../globals/lookup.ts'
import { canCall, isReadyMethod } from '../globals/own-methods.ts'
import type { Judgement } from '../judge/judgement.ts'
import { finding, fine } from '../judge/judgement.ts'
import { renderCall, renderValue } from '../judge/render.ts'

/**
 * The helpers with which dill and cloudpickle write functions and classes. What they build is code that travels in the file, and that code is a
 * finding of its own (`shipped-code`); the steps that put it together are not, as long as they only work on what the file itself has built.
 */
type Step = 'type' | 'code' | 'function' | 'cell' | 'class' | 'module' | 'setter'

type Call = Extract<Observation, { kind: 'call' }>

const STEPS: Readonly<Record<Step, string>> = {
  type: '_builtin_type _load_type',
  code: '_create_code',
  function: '_make_function _make_skel_func _create_function',
  cell: '_make_empty_cell _make_cell _create_cell',
  class: '_make_skeleton_class _make_skeleton_enum _create_type',
  module: 'subimport _import_module',
  setter: '_function_setstate _class_setstate _cell_set _setattr _fill_function _rehydrate_skeleton_class',
}

const BY_NAME: ReadonlyMap<string, Step> = new Map(
  (Object.keys(STEPS) as Step[]).flatMap((step) => STEPS[step].split(' ').map((name): [string, Step] => [name, step])),
)
/** cloudpickle, also where other packages carry it, and dill. */
const LIBRARY =
  /^(?:(?:joblib\.externals|sklearn\.externals\.joblib\.externals|pyspark|ray|srsly|mlrun)\.)?cloudpickle(?:\.cloudpickle(?:_fast)?)?$|^dill(?:\._dill|\.dill)?$/
/** What a class may be made by. */
const METACLASSES = new Set(['builtins.type', 'abc.ABCMeta', 'enum.EnumMeta', 'enum.EnumType'])
/** The parts of functions, which `_builtin_type` and `_load_type` may be asked for beside plain data. */
const PARTS = new Set('CodeType FunctionType MethodType CellType type'.split(' '))
/** What the step itself is, in words for `--explain`. */
const REASON = 'a step of building code that the file ships: the code is judged'

/**
 * StyleGAN's `persistence` runs the source in the dict that it is called with; the source is judged, so that the call is not. An instance of it, or the name as
 * a value that something else calls, is no call that a pickler writes.
 */
const RUNS_SOURCE = /(?:^|\.)torch_utils\.persistence\._reconstruct_persistent_obj$/

/** Does calling this run source of the file, which is judged? */
export function runsShippedSource(module: string, name: string): boolean {
  return RUNS_SOURCE.test(`${module}.${name}`)
}

/** Names that only put shipped code together: their calls are judged, not their import. Undefined for every other name. */
export function isCodeStep(module: string, name: string): boolean {
  const step = stepOf(module, name)
  if ((step !== undefined && step !== 'module') || runsShippedSource(module, name)) return true
  // dill writes its own module and the namespace of __main__ under these names; what is done with them is judged.
  return (module === 'dill' && name === '_dill') || (module === 'builtins' && name === '__main__')
}

/** Pickle's state setters are called for their effect, by the protocol. `called` is `module.name`. */
export function isStateSetter(called: string): boolean {
  const dot = called.lastIndexOf('.')
  return called === 'builtins.setattr' || stepOf(called.slice(0, dot), called.slice(dot + 1)) === 'setter'
}

/** The opinion of a call that puts shipped code together, or calls it; undefined for every other call. */
export function judgeCodeStep(call: Call): Judgement | undefined {
  const { callee, args, via } = call
  const [first, second] = args
  if (callee.kind === 'method') return undefined
  const method = callee.kind === 'global' && via === 'reduce' ? foreignMethod(callee.module, callee.name, args) : undefined
  if (method) return method
  if (callee.kind === 'unknown') return judgeMade(call, callee)
  if (runsShippedSource(callee.module, callee.name))
    return via === 'reduce' && args.length === 1 && first?.kind === 'dict' ? fine('the source that it runs is judged') : undefined
  const step = stepOf(callee.module, callee.name)
  if (via !== 'reduce') return step === 'function' || step === 'class' || step === 'cell' ? fine(REASON) : undefined
  switch (step) {
    case 'type':
      return first?.kind === 'text' && isKnownType(first.text) ? fine(REASON) : undefined
    case 'code':
    case 'cell':
      return fine(REASON)
    case 'function':
      return first !== undefined && makes(first) === 'code' ? fine(REASON) : undefined
    case 'class':
      return first !== undefined && isMetaclass(first) ? fine(REASON) : undefined
    case 'module':
      return first?.kind === 'text' && isHarmlessModule(first.text) ? fine('a library that shipped code uses') : undefined
    case 'setter':
      return first !== undefined && isMade(first) ? fine(REASON) : undefined
    default:
      if (callee.module !== 'builtins') return undefined
      if (callee.name === 'setattr' && first !== undefined && isMade(first)) return fine(REASON)
      return callee.name === 'getattr' && isDillModule(first) && second?.kind === 'text' && second.text === '_setattr'
        ? fine(REASON)
        : undefined
  }
}

/**
 * A class of the file gets a method that Python calls by itself, which is no function of the file: what it is made of says what it runs, and that is not
 * among the code that is judged.
 */
function foreignMethod(module: string, name: string, args: readonly Preview[]): Judgement | undefined {
  const step = stepOf(module, name)
  const isSetattr = name === '_setattr' || (module === 'builtins' && name === 'setattr')
  const [first, second, third, fourth] = args
  const dicts = step === 'class' ? [fourth] : second?.kind === 'tuple' ? second.items : [second]
  if (step !== 'class' && !(step === 'setter' || isSetattr)) return undefined
  if (step !== 'class' && !(first !== undefined && makes(first) === 'class')) return undefined
  const entries = isSetattr ? [[second, third] as const] : dicts.flatMap((dict) => (dict?.kind === 'dict' ? dict.entries : []))
  const found = entries.find(([key, value]) => key !== undefined && value !== undefined && isReadyMethod(key, value))
  const mapping = isSetattr ? undefined : dicts.find((dict) => dict !== undefined && canCall(dict))
  if (mapping !== undefined) {
    const why = `its attributes are ${renderValue(mapping)}, which no pickler writes, and hold a function that is no code of the file`
    return finding('pickle/unsafe-arguments', `Loading makes a class: ${why}`, `${module}.${name}: ${renderValue(mapping)}`, why)
  }
  if (found?.[0] === undefined || found[1] === undefined) return undefined
  const why = `Python calls ${renderValue(found[1])} as ${renderValue(found[0])} of a class that the file makes`
  const evidence = `${module}.${name}: ${renderValue(found[0])} = ${renderValue(found[1])}`
  return finding('pickle/unsafe-arguments', `Loading gives a class a method that is no code of the file: ${why}`, evidence, why)
}

/** A value that was made is called: a type makes code, a class makes an instance, but a function runs. */
function judgeMade(call: Call, callee: Extract<Callee, { kind: 'unknown' }>): Judgement | undefined {
  const { of } = callee
  if (of.kind !== 'result') return undefined
  const step = stepOfCallee(of.callee)
  if (step === 'type') {
    const [type] = of.args
    if (type?.kind !== 'text' || !isKnownType(type.text)) return undefined
    if (type.text === 'FunctionType') return call.args[0] !== undefined && makes(call.args[0]) === 'code' ? fine(REASON) : undefined
    if (type.text === 'MethodType') return call.args.length === 2 && mayBeBound(call.args[0]) ? fine('a method of an object') : undefined
    return type.text === 'type' ? undefined : fine(REASON)
  }
  const made = makes(of)
  if (made === 'class') return fine('an instance of a class that the file ships: its code is judged')
  if (made !== 'function') return undefined
  if (call.via !== 'reduce' && call.via !== 'obj' && call.via !== 'inst') return fine(REASON)
  const text = renderCall(callee, call.args, call.via)
  return finding('pickle/dangerous-call', `Loading runs code that the file itself carries: ${text}`, text, 'shipped code is called at once')
}

/** A function that a pickler may bind to an object: one that the file ships, or one whose import is judged. Whoever calls it calls the function. */
function mayBeBound(value: Preview | undefined): boolean {
  if (value?.kind !== 'global') return value !== undefined && makes(value) === 'function'
  const use = lookup.safeUse(value.module, value.name)
  if (use !== undefined) return use === 'reference' || use === 'call' || use === 'class'
  return lookup.libraryOf(value.module) === 'unknown' && !lookup.isDangerous(value.module, value.name)
}

/** A module of a library whose classes are known, or of which some names are. It gives out nothing that is not judged by name. */
function isHarmlessModule(module: string): boolean {
  return (lookup.libraryOf(module) === 'known' || listsModule(module)) && lookupDangerous(module, '') === undefined
}

function isKnownType(name: string): boolean {
  return PARTS.has(name) || plainType(name) !== undefined
}

/** What a value is that the file has built with these steps. */
function makes(value: Preview): Step | undefined {
  if (value.kind !== 'result') return undefined
  const step = stepOfCallee(value.callee)
  if (step !== undefined && step !== 'type') return step
  const { callee } = value
  if (callee.kind !== 'unknown' || callee.of.kind !== 'result' || stepOfCallee(callee.of.callee) !== 'type') return undefined
  const [type] = callee.of.args
  if (type?.kind !== 'text') return undefined
  return type.text === 'CodeType' ? 'code' : type.text === 'FunctionType' ? 'function' : type.text === 'CellType' ? 'cell' : undefined
}

function isMade(value: Preview): boolean {
  const step = makes(value)
  return step === 'function' || step === 'class' || step === 'cell'
}

function isMetaclass(value: Preview): boolean {
  if (value.kind === 'global') return METACLASSES.has(`${value.module}.${value.name}`)
  if (value.kind !== 'result' || stepOfCallee(value.callee) !== 'type') return makes(value) === 'class'
  const [type] = value.args
  return type?.kind === 'text' && type.text === 'type'
}

function isDillModule(value: Preview | undefined): boolean {
  return value?.kind === 'global' && value.module === 'dill' && value.name === '_dill'
}

function stepOfCallee(callee: Callee): Step | undefined {
  return callee.kind === 'global' ? stepOf(callee.module, callee.name) : undefined
}

/** An attribute of the module object, `dill` and `_dill._setattr`, is the same function. */
function stepOf(module: string, name: string): Step | undefined {
  const dot = name.lastIndexOf('.')
  const home = dot < 0 ? module : `${module}.${name.slice(0, dot)}`
  return LIBRARY.test(home) ? BY_NAME.get(name.slice(dot + 1)) : undefined
}
