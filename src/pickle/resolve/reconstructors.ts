// Recognises functions that build an instance of the class among their arguments, and the class of such an instance.
import type { Value } from '../value/values.ts'
import { Dict, DROPPED, EXTENSION, GlobalRef, NONE, Result, Sequence, UNKNOWN } from '../value/values.ts'
import { canonical } from './evaluate.ts'

/** An instance that is built without its constructor, as NEWOBJ does: a class, and the arguments of its `__new__`. */
export interface Making {
  readonly cls: Value
  readonly args: readonly Value[]
  /** Keyword arguments, or the value of a base class: some classes use either as their state. */
  readonly state: Value | undefined
}

const NEW = '.__new__'

/** A function that returns an instance of a class. */
interface Reconstructor {
  /** Position of the class among its arguments. */
  readonly cls?: number
  /** Position of the state that it sets. */
  readonly state?: number
  /** Present where it does what NEWOBJ does: the result is followed as the instance of that class. */
  readonly newobj?: (args: readonly Value[]) => Omit<Making, 'cls'>
}

const restArguments: Reconstructor = { cls: 0, newobj: (args) => ({ args: args.slice(1), state: undefined }) }
const array: Reconstructor = { cls: 0 }

/** Functions that build an instance of a class among their arguments, by full name. */
const RECONSTRUCTORS: ReadonlyMap<string, Reconstructor> = new Map([
  // Lib/copyreg.py: picklers write these instead of NEWOBJ and NEWOBJ_EX.
  ['copyreg.__newobj__', restArguments],
  ['copyreg.__newobj_ex__', { cls: 0, newobj: withKeywords }],
  ['copyreg._reconstructor', { cls: 0, newobj: ofBase }],
  // numpy/_core/src/multiarray/multiarraymodule.c: array__reconstruct.
  ['numpy.core.multiarray._reconstruct', array],
  ['numpy._core.multiarray._reconstruct', array],
  // torch/_tensor.py and torch/_utils.py: a tensor of a subclass, and one with attributes.
  ['torch._tensor._rebuild_from_type_v2', { cls: 1, state: 3 }],
  ['torch._utils._rebuild_parameter_with_state', { state: 3 }],
])

/** `base.__new__(cls, state)`; `object.__new__` takes no state. */
function ofBase([, base = UNKNOWN, state = NONE]: readonly Value[]): Omit<Making, 'cls'> {
  const plain = state === NONE && base instanceof GlobalRef && isObject(base)
  return { args: plain ? [] : [state], state: state === NONE ? undefined : state }
}

/** `cls.__new__(cls, *args, **kwargs)`. */
function withKeywords([, args = UNKNOWN, keywords = NONE]: readonly Value[]): Omit<Making, 'cls'> {
  const given = args instanceof Sequence && !args.more ? args.items : [UNKNOWN]
  const none = keywords === NONE || (keywords instanceof Dict && keywords.entries.length === 0 && !keywords.more)
  return { args: none ? given : [...given, keywords], state: none ? undefined : keywords }
}

/** Returns the row of a function; Python 2 has the same functions in `copy_reg`. */
function reconstructorOf(name: string): Reconstructor | undefined {
  return RECONSTRUCTORS.get(name.startsWith('copy_reg.') ? `copyreg.${name.slice('copy_reg.'.length)}` : name)
}

/**
 * Returns the NEWOBJ to which a call of one of the functions above, or of `cls.__new__`, is equivalent; undefined for
 * other calls. `name`: module and name of the function.
 */
export function makingBy(name: string, args: readonly Value[]): Making | undefined {
  const [cls = UNKNOWN] = args
  if (typeof cls !== 'object') return undefined
  const newobj = reconstructorOf(name)?.newobj
  if (newobj) return { cls, ...newobj(args) }
  return name.endsWith(NEW) && cls instanceof GlobalRef ? { cls, args: args.slice(1), state: undefined } : undefined
}

/** Returns the state that a function sets on the instance that it builds. */
export function stateGivenBy(name: string, args: readonly Value[]): Value | undefined {
  return args[reconstructorOf(name)?.state ?? -1]
}

/** Whether the first argument of this function is the class of its result. */
export function takesClassFirst(name: string): boolean {
  return reconstructorOf(name)?.cls === 0
}

/** Returns the class of an instance that one of the functions above built; undefined for all others. */
export function madeClass({ callee, args }: Result): GlobalRef | undefined {
  if (!(callee instanceof GlobalRef)) return undefined
  const cls = args[reconstructorOf(canonical(callee))?.cls ?? -1]
  return cls instanceof GlobalRef ? cls : undefined
}

/** Returns the class if the name is that of a class’s `__new__`. */
export function ownerOfNew(name: string): string | undefined {
  return name.endsWith(NEW) ? name.slice(0, -NEW.length) : undefined
}

/** Whether it is `object`, under its names in Python 3 and 2. */
export function isObject({ module, name }: GlobalRef): boolean {
  return name === 'object' && (module === 'builtins' || module === '__builtin__')
}

/** Maximum number of values that are searched for a class. */
const MAX_SEARCHED = 2 ** 14

/**
 * Returns the class of which a value is an instance, `undefined` if it is none. Calls that are equivalent to NEWOBJ have
 * been replaced by the class before, and `madeClass` knows the others; any other callee is a class, or a function that
 * can return an instance of a class among its arguments. `isAsked`: the classes that matter to the caller. `unknown`:
 * the value may be an instance of one of these, built by code that is not followed.
 */
export function classOf(value: Value, isAsked: (cls: GlobalRef) => boolean): GlobalRef | 'unknown' | undefined {
  if (typeof value === 'number') return value === UNKNOWN || value === EXTENSION || value === DROPPED ? 'unknown' : undefined
  if (value.kind === 'persistent-id') return 'unknown'
  if (!(value instanceof Result)) return undefined
  const { callee } = value
  if (callee instanceof GlobalRef) {
    const cls = madeClass(value) ?? callee
    if (isAsked(cls)) return cls
    // A result past the memo's limit has lost its arguments.
    if (value.via === 'newobj') return cls
    return value === callee.shared || mentions(value.args, isAsked) ? 'unknown' : cls
  }
  return mentions([callee, ...value.args], isAsked) ? 'unknown' : undefined
}

/** Whether such a class, or an instance of one without a state, is among the values or inside them. */
export function mentions(values: readonly Value[], isAsked: (cls: GlobalRef) => boolean): boolean {
  const queue = [...values]
  for (let at = 0; at < queue.length; at++) {
    const value = queue[at]
    if (at >= MAX_SEARCHED) return true
    if (value === UNKNOWN || value === EXTENSION || value === DROPPED) return true
    if (typeof value !== 'object') continue
    if (value instanceof GlobalRef) {
      if (isAsked(value)) return true
    } else if (value instanceof Result) {
      if (value.callee instanceof GlobalRef ? isAsked(value.callee) && value.filledVia === 0 : true) queue.push(value.callee)
      queue.push(...value.args)
    } else if (value instanceof Dict || value instanceof Sequence) {
      if (value.more) return true
      queue.push(...(value instanceof Dict ? value.entries : value.items))
    }
  }
  return false
}
