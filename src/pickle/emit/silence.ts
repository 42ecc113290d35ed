import type { CallOpcode, Silence } from '../../facts/pickle.ts'
import type { GlobalRef, Value } from '../value/values.ts'
import {
  BYTES,
  DICT,
  Dict,
  FALSE,
  FLOAT,
  FLOAT8,
  FROZENSET,
  INT,
  isLazy,
  LIST,
  LONG,
  lazyFlavour,
  NONE,
  opcodeBit,
  Result,
  SET,
  TEXT,
  TRUE,
  TUPLE,
} from '../value/values.ts'

/** What the arguments of a fact are made of; each kind may hold the ones before it. */
export type Content = typeof NUMBERS | typeof DATA | typeof VALUES | typeof UNTRUSTED
/** Numbers, truth values and None. */
const NUMBERS = 0
/** Texts and bytes too, and containers of nothing else. */
export const DATA = 1
/** Instances too, of which none can call a function that may do harm. */
export const VALUES = 2
/** Anything: names, what nobody knows, what can call something. */
export const UNTRUSTED = 3

/** Values of one fact that are looked at; a larger one counts as having everything in it. */
const MAX_NODES = 64
const MAX_DEPTH = 4
/** Arguments of one call that are compared with those of the one before. */
const MAX_COMPARED = 6
let nodes = 0

/** What several values are made of. `loose`: instances with a state may have got names that nobody can follow. */
export function contentOf(values: readonly Value[], anyEscaped: boolean): Content {
  nodes = MAX_NODES
  return worstOf(values, anyEscaped)
}

function worstOf(values: readonly Value[], anyEscaped: boolean): Content {
  let worst: Content = NUMBERS
  for (let at = 0; at < values.length; at++) {
    const content = contentIn(values[at] ?? NONE, anyEscaped)
    if (content > worst) worst = content
    if (worst === UNTRUSTED) break
  }
  return worst
}

function contentIn(value: Value, anyEscaped: boolean): Content {
  if (typeof value === 'number') return contentOfCode(value)
  if (nodes-- <= 0) return UNTRUSTED
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
      const inner = worstOf(value.kind === 'dict' ? value.entries : value.items, anyEscaped)
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

/** The same of a code on the stack. */
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

/** Must a fact be stated, or did the listener say that it knows what comes of one like it? See `PickleListener.observe`. */
export function isSilent(ref: GlobalRef, args: readonly Value[], via: CallOpcode, anyEscaped: boolean): boolean {
  if (ref.answeredUses === 0 && ref.lastAnswered === undefined) return false
  const content = contentFor(args, via, anyEscaped)
  if (content === UNTRUSTED) return false
  return (ref.answeredUses & bitOf(via, content)) !== 0 || (content === VALUES && isLikeLastAnswered(ref, args, via))
}

/** Takes the listener's answer to a fact: from now on, its like need not be stated. */
export function noteAnswer(ref: GlobalRef, args: readonly Value[], via: CallOpcode, anyEscaped: boolean, answer: Silence | false): void {
  if (answer === false) return
  const content = contentFor(args, via, anyEscaped)
  if (content === UNTRUSTED) return
  if (answer === 'values') for (const each of [NUMBERS, DATA, VALUES] as const) ref.answeredUses |= bitOf(via, each)
  else if (content !== VALUES) ref.answeredUses |= bitOf(via, content)
  else if (args.every((arg) => isSteady(arg, true, 0))) ref.lastAnswered = { via, args, filledVia: filledViaIn(args) }
}

/** The state of an instance is taken apart where it is no dict: then an instance in it is not only kept. */
function contentFor(args: readonly Value[], via: CallOpcode, anyEscaped: boolean): Content {
  const content = contentOf(args, anyEscaped)
  return content === VALUES && via === 'build' && !args.every((state) => state instanceof Dict) ? UNTRUSTED : content
}

function bitOf(via: CallOpcode, content: Content): number {
  return opcodeBit(via) * 2 ** (8 * content)
}

/** The same instances in the same places as in a fact that the listener knows: a time zone that a million moments share. Only literals differ. */
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
    if (arg === before ? !isSteady(arg, true, 0) : contentOf([arg], false) !== contentOf([before], false) || contentOf([arg], false) > DATA)
      return false
  }
  return true
}

/** Nothing that was done to it since can be seen by a judge: its arguments are literals, or such instances without a state. */
function isSteady(value: Value, mayHaveState: boolean, depth: number): boolean {
  if (!(value instanceof Result)) return typeof value === 'number' || contentOf([value], false) <= DATA
  if (value.callables !== undefined || value.replaced !== undefined || depth > MAX_DEPTH || (value.filledVia !== 0 && !mayHaveState))
    return false
  return value.args.every((arg) => isSteady(arg, false, depth + 1))
}

function filledViaIn(args: readonly Value[]): number {
  let filledVia = 0
  for (const arg of args) if (arg instanceof Result) filledVia = filledVia * 256 + arg.filledVia
  return filledVia
}
