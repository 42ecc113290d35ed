// Recognises functions that build an instance of the class among their arguments, and the class of such an instance.
import type { Value } from '../value/values.ts'
import { Dict, DROPPED, EXTENSION, GlobalRef, NONE, Result, Sequence, UNKNOWN } from '../value/values.ts'

/** The making of an instance without its constructor: what NEWOBJ does with a class, and arguments for its `__new__`. */
export interface Making {
  readonly cls: Value
  readonly args: readonly Value[]
  /** Keyword arguments, or the value that a base is made of: classes of either kind may take it for their state. */
  readonly state: Value | undefined
}

const NEW = '.__new__'

/**
 * Python's functions that make an instance of the class among their arguments, which picklers write in the place of NEWOBJ and NEWOBJ_EX (Lib/copyreg.py):
 * what follows is done to an instance of that class. `name` has the module in front, with what is called.
 */
export function makingBy(name: string, args: readonly Value[]): Making | undefined {
  const [cls = UNKNOWN, second = UNKNOWN, third = NONE] = args
  if (typeof cls !== 'object') return undefined
  switch (name) {
    case 'copyreg._reconstructor':
    case 'copy_reg._reconstructor': {
      // `base.__new__(cls, state)`; of `object`, there is none.
      const plain = third === NONE && second instanceof GlobalRef && isObject(second)
      return { cls, args: plain ? [] : [third], state: third === NONE ? undefined : third }
    }
    case 'copyreg.__newobj__':
    case 'copy_reg.__newobj__':
      return { cls, args: args.slice(1), state: undefined }
    case 'copyreg.__newobj_ex__':
    case 'copy_reg.__newobj_ex__': {
      const given = second instanceof Sequence && !second.more ? second.items : [UNKNOWN]
      const none = third === NONE || (third instanceof Dict && third.entries.length === 0 && !third.more)
      return { cls, args: none ? given : [...given, third], state: none ? undefined : third }
    }
    default:
      return name.endsWith(NEW) && cls instanceof GlobalRef ? { cls, args: args.slice(1), state: undefined } : undefined
  }
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
 * Which class a value is an instance of, if it is one. The makers above have given way to the class itself: what is left as the callee is a class, or a
 * function, which can give an instance of a class that it was told of. `isAsked`: the classes that matter to whoever asks. `unknown`: it may be of one of
 * these, by way of something that nobody looks through.
 */
export function classOf(value: Value, isAsked: (cls: GlobalRef) => boolean): GlobalRef | 'unknown' | undefined {
  if (typeof value === 'number') return value === UNKNOWN || value === EXTENSION || value === DROPPED ? 'unknown' : undefined
  if (value.kind === 'persistent-id') return 'unknown'
  if (!(value instanceof Result)) return undefined
  const { callee } = value
  if (callee instanceof GlobalRef && isAsked(callee)) return callee
  if (callee instanceof GlobalRef) {
    // A result past the memo's limit has lost its arguments.
    if (value.via === 'newobj') return callee
    return value === callee.shared || mentions(value.args, isAsked) ? 'unknown' : callee
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
