// Decides which calls need no report, because the listener has answered that their like changes no judgement.
import type { CallOpcode, Silence } from '../../facts/pickle.ts'
import { FLOAT8, isLazy, LONG, lazyFlavour } from '../value/literal-codes.ts'
import type { Value } from '../value/values.ts'
import {
  BYTES,
  DICT,
  Dict,
  FALSE,
  FLOAT,
  FROZENSET,
  GlobalRef,
  INT,
  LIST,
  NONE,
  opcodeBit,
  PersistentId,
  Result,
  SET,
  Sequence,
  TEXT,
  TRUE,
  TUPLE,
} from '../value/values.ts'

/** What arguments consist of; each kind includes the ones before it. */
export type Content = typeof NOTHING | typeof NUMBERS | typeof DATA | typeof VALUES | typeof UNTRUSTED
/** There are no arguments: all such calls are alike. */
const NOTHING = 0
/** Numbers, truth values and None. */
const NUMBERS = 1
/** Texts and bytes too, and containers of nothing else. */
export const DATA = 2
/** Instances too, if they carry no untrusted callable. */
export const VALUES = 3
/** Anything: imported names, unknown values, and objects that carry untrusted callables. */
export const UNTRUSTED = 4

/** Maximum number of values that are examined for one call; more count as `UNTRUSTED`. */
const MAX_NODES = 64
const MAX_DEPTH = 4
/** Maximum number of arguments that are compared with those of an earlier call. */
const MAX_COMPARED = 6

/**
 * Returns what values consist of. `anyEscaped`: instances with a state may have got callables that cannot be followed.
 */
export function contentOf(values: readonly Value[], anyEscaped: boolean): Content {
  return worstOf(values, anyEscaped, { left: MAX_NODES })
}

/** Number of values that may still be examined. */
interface Budget {
  left: number
}

function worstOf(values: readonly Value[], anyEscaped: boolean, budget: Budget): Content {
  let worst: Content = NUMBERS
  for (let at = 0; at < values.length; at++) {
    const content = contentIn(values[at] ?? NONE, anyEscaped, budget)
    if (content > worst) worst = content
    if (worst === UNTRUSTED) break
  }
  return worst
}

function contentIn(value: Value, anyEscaped: boolean, budget: Budget): Content {
  if (typeof value === 'number') return contentOfCode(value)
  if (budget.left-- <= 0) return UNTRUSTED
  switch (value.kind) {
    case 'text':
    case 'bytes':
    case 'blob':
      return DATA
    case 'tuple':
    case 'list':
    case 'set':
    case 'frozenset':
    case 'dict': {
      if (value.callables !== undefined) return UNTRUSTED
      const inner = worstOf(value.kind === 'dict' ? value.entries : value.items, anyEscaped, budget)
      return inner === NUMBERS ? DATA : inner
    }
    case 'global':
      return value.isHarmlessValue ? VALUES : UNTRUSTED
    case 'result':
      return value.callables !== undefined || (anyEscaped && value.filledVia !== 0) ? UNTRUSTED : VALUES
    case 'persistent-id':
      return VALUES
    case 'module':
      return UNTRUSTED
  }
}

/** Returns what a code on the stack consists of. */
export function contentOfCode(code: number): Content {
  if (code < 0) return NUMBERS
  if (isLazy(code)) {
    const flavour = lazyFlavour(code)
    return flavour === FLOAT8 || flavour === LONG ? NUMBERS : DATA
  }
  switch (code) {
    case NONE:
    case TRUE:
    case FALSE:
    case FLOAT:
    case INT:
      return NUMBERS
    case TEXT:
    case BYTES:
    case TUPLE:
    case LIST:
    case DICT:
    case SET:
    case FROZENSET:
      return DATA
    default:
      return UNTRUSTED
  }
}

/**
 * Whether the listener has answered for a like call, so that this one needs no report. See `PickleListener.observe`.
 */
export function isSilent(ref: GlobalRef, args: readonly Value[], via: CallOpcode, anyEscaped: boolean): boolean {
  if (ref.answeredUses === 0 && ref.lastAnswered === undefined) return false
  const content = contentFor(args, via, anyEscaped)
  if (content === UNTRUSTED) return false
  return (ref.answeredUses & bitOf(via, content)) !== 0 || (content === VALUES && isLikeLastAnswered(ref, args, via))
}

/** Records the listener’s answer to a call, after which its like needs no report. */
export function noteAnswer(ref: GlobalRef, args: readonly Value[], via: CallOpcode, anyEscaped: boolean, answer: Silence | false): void {
  if (answer === false) return
  const content = contentFor(args, via, anyEscaped)
  if (content === UNTRUSTED) return
  if (answer === 'values') for (const each of [NOTHING, NUMBERS, DATA, VALUES] as const) ref.answeredUses |= bitOf(via, each)
  else if (content !== VALUES) ref.answeredUses |= bitOf(via, content)
  else if (args.every((arg) => isSteady(arg, true, 0))) ref.lastAnswered = { via, args, filledVia: filledViaIn(args) }
}

/**
 * Returns what arguments consist of. A state that is no dict may be iterated by `__setstate__`, which works with the
 * instances in it.
 */
function contentFor(args: readonly Value[], via: CallOpcode, anyEscaped: boolean): Content {
  if (args.length === 0) return NOTHING
  const content = contentOf(args, anyEscaped)
  return content === VALUES && via === 'build' && !args.every((state) => state instanceof Dict) ? UNTRUSTED : content
}

function bitOf(via: CallOpcode, content: Content): number {
  return opcodeBit(via) * 2 ** (8 * content)
}

/**
 * Whether the same instances are in the same positions as in a call that was answered, or instances that no judge can
 * tell from them: a time zone that a million timestamps share, the storages of tensors. Only literals differ.
 */
function isLikeLastAnswered({ lastAnswered }: GlobalRef, args: readonly Value[], via: CallOpcode): boolean {
  if (
    lastAnswered === undefined ||
    lastAnswered.via !== via ||
    lastAnswered.args.length !== args.length ||
    args.length > MAX_COMPARED ||
    filledViaIn(args) !== lastAnswered.filledVia
  )
    return false
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? NONE
    const before = lastAnswered.args[at] ?? NONE
    if (arg === before ? !isSteady(arg, true, 0) : !isTwin(arg, before)) return false
  }
  return true
}

/** Whether both are literals of one kind, storages that differ in literals, or new instances of one class without content. */
function isTwin(value: Value, other: Value): boolean {
  if (typeof value === 'object' && typeof other === 'object') {
    if (value instanceof Result)
      return other instanceof Result && value.callee === other.callee && isEmptyInstance(value) && isEmptyInstance(other)
    if (value instanceof PersistentId) return other instanceof PersistentId && isTwinId(value.id, other.id)
  }
  const content = contentOfOne(value)
  return content <= DATA && content === contentOfOne(other)
}

function isEmptyInstance({ args, via, filledVia, callables, replaced, callee }: Result): boolean {
  return (
    args.length === 0 &&
    via === 'reduce' &&
    filledVia === 0 &&
    callables === undefined &&
    replaced === undefined &&
    callee instanceof GlobalRef
  )
}

/** Whether two persistent ids are tuples with the same names and the same kinds of literals, as torch writes them. */
function isTwinId(id: Value, other: Value): boolean {
  if (!isSteadyId(id) || !isSteadyId(other) || id.items.length !== other.items.length) return false
  for (let at = 0; at < id.items.length; at++) {
    const item = id.items[at]
    const before = other.items[at]
    if (item === before) continue
    if (typeof item !== 'number' || typeof before !== 'number' || contentOfCode(item) !== contentOfCode(before)) return false
  }
  return true
}

/** Whether a persistent id is a tuple of literals and harmless names: no later opcode changes it. */
function isSteadyId(id: Value): id is Sequence {
  if (!(id instanceof Sequence) || id.kind !== 'tuple' || id.more || id.callables !== undefined) return false
  for (let at = 0; at < id.items.length; at++) {
    const item = id.items[at]
    if (typeof item === 'number' ? contentOfCode(item) > DATA : !(item instanceof GlobalRef && item.isHarmlessValue)) return false
  }
  return true
}

/**
 * Whether nothing that changed in it since can change a judgement: its arguments are literals, or such instances
 * without a state.
 */
function isSteady(value: Value, mayHaveState: boolean, depth: number): boolean {
  if (value instanceof PersistentId) return isSteadyId(value.id)
  if (!(value instanceof Result)) return typeof value === 'number' || contentOfOne(value) <= DATA
  if (value.callables !== undefined || value.replaced !== undefined || depth > MAX_DEPTH || (value.filledVia !== 0 && !mayHaveState))
    return false
  return value.args.every((arg) => isSteady(arg, false, depth + 1))
}

function contentOfOne(value: Value): Content {
  return typeof value === 'number' ? contentOfCode(value) : contentIn(value, false, { left: MAX_NODES })
}

function filledViaIn(args: readonly Value[]): number {
  let filledVia = 0
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]
    if (arg instanceof Result) filledVia = filledVia * 256 + arg.filledVia
  }
  return filledVia
}
