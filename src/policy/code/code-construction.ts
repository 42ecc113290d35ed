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
 * A kind of helper with which dill and cloudpickle rebuild functions and classes. The code in the file is an
 * observation of its own (`shipped-code`); calls of these helpers are harmless as long as they only work on objects
 * that the file built.
 */
type Step = 'type' | 'code' | 'function' | 'cell' | 'class' | 'module' | 'setter'

type Call = Extract<Observation, { kind: 'call' }>

/** Names of the helpers of each kind. */
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
/** Modules of dill and of cloudpickle, including copies in other packages. */
const LIBRARY =
  /^(?:(?:joblib\.externals|sklearn\.externals\.joblib\.externals|pyspark|ray|srsly|mlrun)\.)?cloudpickle(?:\.cloudpickle(?:_fast)?)?$|^dill(?:\._dill|\.dill)?$/
/** Metaclasses that may build a class. */
const METACLASSES = new Set(['builtins.type', 'abc.ABCMeta', 'enum.EnumMeta', 'enum.EnumType'])
/** Types of which functions consist. `_builtin_type` and `_load_type` may return these and plain data types. */
const PARTS = new Set('CodeType FunctionType MethodType CellType type'.split(' '))
/** The reason that `--explain` shows for a harmless helper call. */
const REASON = 'rebuilds code in the file, which is judged separately'

/**
 * StyleGAN's `persistence` runs the source in its dict argument. The source is judged, so the call is not. Picklers
 * write no instance of it, and never use the name as a value.
 */
const RUNS_SOURCE = /(?:^|\.)torch_utils\.persistence\._reconstruct_persistent_obj$/

/** Returns true if a call of this name runs source of the file, which is judged separately. */
export function runsShippedSource(module: string, name: string): boolean {
  return RUNS_SOURCE.test(`${module}.${name}`)
}

/** Returns true for names that only rebuild code in the file: their calls are judged, not their import. */
export function isCodeStep(module: string, name: string): boolean {
  const step = stepOf(module, name)
  if ((step !== undefined && step !== 'module') || runsShippedSource(module, name)) return true
  // dill writes its own module and the namespace of __main__ under these names. The use of them is judged.
  return (module === 'dill' && name === '_dill') || (module === 'builtins' && name === '__main__')
}

/** Returns true for functions that set a state: the protocol calls them for their effect. `called` is `module.name`. */
export function isStateSetter(called: string): boolean {
  const dot = called.lastIndexOf('.')
  return called === 'builtins.setattr' || stepOf(called.slice(0, dot), called.slice(dot + 1)) === 'setter'
}

/** Judges a call that rebuilds code in the file, or calls that code; undefined for every other call. */
export function judgeCodeStep(call: Call): Judgement | undefined {
  const { callee, args, via } = call
  const [first, second] = args
  if (callee.kind === 'method') return undefined
  const method = callee.kind === 'global' && via === 'reduce' ? judgeForeignMethod(callee.module, callee.name, args) : undefined
  if (method) return method
  if (callee.kind === 'unknown') return judgeBuiltCallee(call, callee)
  if (runsShippedSource(callee.module, callee.name))
    return via === 'reduce' && args.length === 1 && first?.kind === 'dict'
      ? fine('the source that it runs is judged separately')
      : undefined
  const step = stepOf(callee.module, callee.name)
  if (via !== 'reduce') return step === 'function' || step === 'class' || step === 'cell' ? fine(REASON) : undefined
  switch (step) {
    case 'type':
      return first?.kind === 'text' && isKnownType(first.text) ? fine(REASON) : undefined
    case 'code':
    case 'cell':
      return fine(REASON)
    case 'function':
      return first !== undefined && builtBy(first) === 'code' ? fine(REASON) : undefined
    case 'class':
      return first !== undefined && isMetaclass(first) ? fine(REASON) : undefined
    case 'module':
      return first?.kind === 'text' && isHarmlessModule(first.text) ? fine('a library that the code in the file uses') : undefined
    case 'setter':
      return first !== undefined && isBuilt(first) ? fine(REASON) : undefined
    default:
      if (callee.module !== 'builtins') return undefined
      if (callee.name === 'setattr' && first !== undefined && isBuilt(first)) return fine(REASON)
      return callee.name === 'getattr' && isDillModule(first) && second?.kind === 'text' && second.text === '_setattr'
        ? fine(REASON)
        : undefined
  }
}

/**
 * Judges special methods of a class in the file whose value is not a function of the file, so that the code Python
 * calls through them is not among the code that is judged.
 */
function judgeForeignMethod(module: string, name: string, args: readonly Preview[]): Judgement | undefined {
  const step = stepOf(module, name)
  const isSetattr = name === '_setattr' || (module === 'builtins' && name === 'setattr')
  const [first, second, third, fourth] = args
  const dicts = step === 'class' ? [fourth] : second?.kind === 'tuple' ? second.items : [second]
  if (step !== 'class' && !(step === 'setter' || isSetattr)) return undefined
  if (step !== 'class' && !(first !== undefined && builtBy(first) === 'class')) return undefined
  const entries = isSetattr ? [[second, third] as const] : dicts.flatMap((dict) => (dict?.kind === 'dict' ? dict.entries : []))
  const found = entries.find(([key, value]) => key !== undefined && value !== undefined && isReadyMethod(key, value))
  const mapping = isSetattr ? undefined : dicts.find((dict) => dict !== undefined && canCall(dict))
  if (mapping !== undefined) {
    const why = `its attributes are ${renderValue(mapping)}, which no pickler writes and which contains a function from outside the file`
    return finding('pickle/unsafe-arguments', `Loading builds a class: ${why}`, `${module}.${name}: ${renderValue(mapping)}`, why)
  }
  if (found?.[0] === undefined || found[1] === undefined) return undefined
  const why = `Python calls ${renderValue(found[1])} as ${renderValue(found[0])} of a class in the file`
  const evidence = `${module}.${name}: ${renderValue(found[0])} = ${renderValue(found[1])}`
  return finding('pickle/unsafe-arguments', `Loading sets a method of a class to a function from outside the file: ${why}`, evidence, why)
}

/**
 * Judges a call of a value that the pickle built: a type builds code, a class builds an instance, but a function runs.
 */
function judgeBuiltCallee(call: Call, callee: Extract<Callee, { kind: 'unknown' }>): Judgement | undefined {
  const { of } = callee
  if (of.kind !== 'result') return undefined
  const step = stepOfCallee(of.callee)
  if (step === 'type') {
    const [type] = of.args
    if (type?.kind !== 'text' || !isKnownType(type.text)) return undefined
    if (type.text === 'FunctionType') return call.args[0] !== undefined && builtBy(call.args[0]) === 'code' ? fine(REASON) : undefined
    if (type.text === 'MethodType')
      return call.args.length === 2 && mayBeBound(call.args[0]) ? fine('binds a method to an object') : undefined
    return type.text === 'type' ? undefined : fine(REASON)
  }
  const built = builtBy(of)
  if (built === 'class') return fine('an instance of a class in the file, whose code is judged separately')
  if (built !== 'function') return undefined
  if (call.via !== 'reduce' && call.via !== 'obj' && call.via !== 'inst') return fine(REASON)
  const text = renderCall(callee, call.args, call.via)
  return finding('pickle/dangerous-call', `Loading runs code in the file: ${text}`, text, 'loading calls code in the file')
}

/** Returns true for a function that picklers bind to an object: one in the file, or an import, which is judged. */
function mayBeBound(value: Preview | undefined): boolean {
  if (value?.kind !== 'global') return value !== undefined && builtBy(value) === 'function'
  const use = lookup.safeUse(value.module, value.name)
  if (use !== undefined) return use === 'reference' || use === 'call' || use === 'class'
  return lookup.libraryOf(value.module) === 'unknown' && !lookup.isDangerous(value.module, value.name)
}

/** Returns true for a module of a library that the tables know and that is not dangerous. */
function isHarmlessModule(module: string): boolean {
  return (lookup.libraryOf(module) === 'known' || listsModule(module)) && lookupDangerous(module, '') === undefined
}

function isKnownType(name: string): boolean {
  return PARTS.has(name) || plainType(name) !== undefined
}

/** Returns which kind of helper built a value, undefined for all other values. */
function builtBy(value: Preview): Step | undefined {
  if (value.kind !== 'result') return undefined
  const step = stepOfCallee(value.callee)
  if (step !== undefined && step !== 'type') return step
  const { callee } = value
  if (callee.kind !== 'unknown' || callee.of.kind !== 'result' || stepOfCallee(callee.of.callee) !== 'type') return undefined
  const [type] = callee.of.args
  if (type?.kind !== 'text') return undefined
  return type.text === 'CodeType' ? 'code' : type.text === 'FunctionType' ? 'function' : type.text === 'CellType' ? 'cell' : undefined
}

function isBuilt(value: Preview): boolean {
  const step = builtBy(value)
  return step === 'function' || step === 'class' || step === 'cell'
}

function isMetaclass(value: Preview): boolean {
  if (value.kind === 'global') return METACLASSES.has(`${value.module}.${value.name}`)
  if (value.kind !== 'result' || stepOfCallee(value.callee) !== 'type') return builtBy(value) === 'class'
  const [type] = value.args
  return type?.kind === 'text' && type.text === 'type'
}

function isDillModule(value: Preview | undefined): boolean {
  return value?.kind === 'global' && value.module === 'dill' && value.name === '_dill'
}

function stepOfCallee(callee: Callee): Step | undefined {
  return callee.kind === 'global' ? stepOf(callee.module, callee.name) : undefined
}

/**
 * Returns the kind of helper with this name. Attributes of the module object, as in `dill` `_dill._setattr`, count too.
 */
function stepOf(module: string, name: string): Step | undefined {
  const dot = name.lastIndexOf('.')
  const home = dot < 0 ? module : `${module}.${name.slice(0, dot)}`
  return LIBRARY.test(home) ? BY_NAME.get(name.slice(dot + 1)) : undefined
}
