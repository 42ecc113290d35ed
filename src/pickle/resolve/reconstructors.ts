// Recognises functions that build an instance of the class among their arguments, and the class of such an instance.
import type { Value } from '../value/values.ts'
import { Dict, DROPPED, EXTENSION, GlobalRef, NONE, Result, Sequence, UNKNOWN } from '../value/values.ts'
import { canonical } from './evaluate.ts'

/** The making of an instance without its constructor: what NEWOBJ does with a class, and arguments for its `__new__`. */
export interface Making {
  readonly cls: Value
  readonly args: readonly Value[]
  /** Keyword arguments, or the value that a base is made of: classes of either kind may take it for their state. */
  readonly state: Value | undefined
}

const NEW = '.__new__'

/** A function that gives an instance of a class. */
interface Maker {
  /** Where the class is among its arguments. */
  readonly cls?: number
  /** Where the state is that it gives the instance at once. */
  readonly state?: number
  /** It does what NEWOBJ does: what follows is done to an instance of that class, as if it had been written so. */
  readonly newobj?: (args: readonly Value[]) => Omit<Making, 'cls'>
}

const restArguments: Maker = { cls: 0, newobj: (args) => ({ args: args.slice(1), state: undefined }) }
const array: Maker = { cls: 0 }

/** Functions that make an instance of a class among their arguments, by their full names. */
const MAKERS: ReadonlyMap<string, Maker> = new Map([
  // Lib/copyreg.py: what picklers write in the place of NEWOBJ and NEWOBJ_EX.
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

/** `base.__new__(cls, state)`; of `object`, there is none. */
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

/** The row of a function's full name; Python 2 has the same functions in `copy_reg`. */
function makerOf(name: string): Maker | undefined {
  return MAKERS.get(name.startsWith('copy_reg.') ? `copyreg.${name.slice('copy_reg.'.length)}` : name)
}

/**
 * The NEWOBJ that a call of one of the functions above is, or of `cls.__new__`; undefined where it is none. `name` has the module in front, with what is called.
 */
export function makingBy(name: string, args: readonly Value[]): Making | undefined {
  const [cls = UNKNOWN] = args
  if (typeof cls !== 'object') return undefined
  const newobj = makerOf(name)?.newobj
  if (newobj) return { cls, ...newobj(args) }
  return name.endsWith(NEW) && cls instanceof GlobalRef ? { cls, args: args.slice(1), state: undefined } : undefined
}

/** The state that a function gives the instance that it makes. */
export function stateGivenBy(name: string, args: readonly Value[]): Value | undefined {
  return args[makerOf(name)?.state ?? -1]
}

/** Is the first argument of this function the class of what it makes? */
export function takesClassFirst(name: string): boolean {
  return makerOf(name)?.cls === 0
}

/** The class of an instance, where one of the functions above made it; undefined where the callee is the class, and where it is not known. */
export function madeClass({ callee, args }: Result): GlobalRef | undefined {
  if (!(callee instanceof GlobalRef)) return undefined
  const cls = args[makerOf(canonical(callee))?.cls ?? -1]
  return cls instanceof GlobalRef ? cls : undefined
}

/** The class of whose `__new__` this is the name. */
export function ownerOfNew(name: string): string | undefined {
  return name.endsWith(NEW) ? name.slice(0, -NEW.length) : undefined
}

/** Is it `object`, under its names in Python 3 and 2? */
export function isObject({ module, name }: GlobalRef): boolean {
  return name === 'object' && (module === 'builtins' || module === '__builtin__')
}

/** Values that are looked at for a class that something may be an instance of. */
const MAX_LOOKED = 2 ** 14

/**
 * Which class a value is an instance of, if it is one. The makers above that are a NEWOBJ have given way to the class itself, and the others name it: what is
 * left as the callee is a class, or a function, which can give an instance of a class that it was told of. `isAsked`: the classes that matter to whoever asks.
 * `unknown`: it may be of one of these, by way of something that nobody looks through.
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

/** Is such a class, or a fresh instance of one, among the values or in them? An instance that has its state is what it is. */
export function mentions(values: readonly Value[], isAsked: (cls: GlobalRef) => boolean): boolean {
  const queue = [...values]
  for (let at = 0; at < queue.length; at++) {
    const value = queue[at]
    if (at >= MAX_LOOKED) return true
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
