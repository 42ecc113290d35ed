import type { CallHow, Silence } from '../../facts/pickle.ts'
import type { GlobalRef, Value } from '../value/values.ts'
import {
  BYTES,
  DICT,
  Dict,
  FALSE,
  FLOAT,
  FLOAT8,
  FROZENSET,
  howBit,
  INT,
  isLazy,
  LIST,
  LONG,
  lazyFlavour,
  NONE,
  Result,
  SET,
  TEXT,
  TRUE,
  TUPLE,
} from '../value/values.ts'

/** What the arguments of a fact are made of; each kind may hold the ones before it. */
export type Stuff = typeof NUMBERS | typeof DATA | typeof VALUES | typeof OPEN
/** Numbers, truth values and None. */
const NUMBERS = 0
/** Texts and bytes too, and containers of nothing else. */
export const DATA = 1
/** Instances too, of which none can call a function that may do harm. */
export const VALUES = 2
/** Anything: names, what nobody knows, what can call something. */
export const OPEN = 3

/** Values of one fact that are looked at; a larger one counts as having everything in it. */
const MAX_NODES = 64
const MAX_DEPTH = 4
/** Arguments of one call that are compared with those of the one before. */
const MAX_ALIKE = 6
let nodes = 0

/** What several values are made of. `loose`: instances with a state may have got names that nobody can follow. */
export function stuffOf(values: readonly Value[], loose: boolean): Stuff {
  nodes = MAX_NODES
  return worstOf(values, loose)
}

function worstOf(values: readonly Value[], loose: boolean): Stuff {
  let worst: Stuff = NUMBERS
  for (let at = 0; at < values.length; at++) {
    const stuff = stuffIn(values[at] ?? NONE, loose)
    if (stuff > worst) worst = stuff
    if (worst === OPEN) break
  }
  return worst
}

function stuffIn(value: Value, loose: boolean): Stuff {
  if (typeof value === 'number') return stuffOfCode(value)
  if (nodes-- <= 0) return OPEN
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
      if (value.holds !== undefined) return OPEN
      const inner = worstOf(value.kind === 'dict' ? value.entries : value.items, loose)
      return inner === NUMBERS ? DATA : inner
    }
    case 'global':
      return value.plain ? VALUES : OPEN
    case 'result':
      return value.holds !== undefined || (loose && value.touched !== 0) ? OPEN : VALUES
    case 'persistent-id':
      return VALUES
    case 'module':
      return OPEN
  }
}

/** The same of a code on the stack. */
export function stuffOfCode(code: number): Stuff {
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
      return OPEN
  }
}

/** Must a fact be stated, or did the listener say that it knows what comes of one like it? See `PickleListener.observe`. */
export function isSilent(ref: GlobalRef, args: readonly Value[], how: CallHow, loose: boolean): boolean {
  if (ref.settled === 0 && ref.alike === undefined) return false
  const stuff = stuffFor(args, how, loose)
  if (stuff === OPEN) return false
  return (ref.settled & bitOf(how, stuff)) !== 0 || (stuff === VALUES && isAlike(ref, args, how))
}

/** Takes the listener's answer to a fact: from now on, its like need not be stated. */
export function settle(ref: GlobalRef, args: readonly Value[], how: CallHow, loose: boolean, answer: Silence | false): void {
  if (answer === false) return
  const stuff = stuffFor(args, how, loose)
  if (stuff === OPEN) return
  if (answer === 'values') for (const each of [NUMBERS, DATA, VALUES] as const) ref.settled |= bitOf(how, each)
  else if (stuff !== VALUES) ref.settled |= bitOf(how, stuff)
  else if (args.every((arg) => isSteady(arg, true, 0))) ref.alike = { how, args, touched: touchedIn(args) }
}

/** The state of an instance is taken apart where it is no dict: then an instance in it is not only kept. */
function stuffFor(args: readonly Value[], how: CallHow, loose: boolean): Stuff {
  const stuff = stuffOf(args, loose)
  return stuff === VALUES && how === 'build' && !args.every((state) => state instanceof Dict) ? OPEN : stuff
}

function bitOf(how: CallHow, stuff: Stuff): number {
  return howBit(how) * 2 ** (8 * stuff)
}

/** The same instances in the same places as in a fact that the listener knows: a time zone that a million moments share. Only literals differ. */
function isAlike({ alike }: GlobalRef, args: readonly Value[], how: CallHow): boolean {
  if (
    alike === undefined ||
    alike.how !== how ||
    alike.args.length !== args.length ||
    args.length > MAX_ALIKE ||
    touchedIn(args) !== alike.touched
  )
    return false
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? NONE
    const before = alike.args[at] ?? NONE
    if (arg === before ? !isSteady(arg, true, 0) : stuffOf([arg], false) !== stuffOf([before], false) || stuffOf([arg], false) > DATA)
      return false
  }
  return true
}

/** Nothing that was done to it since can be seen by a judge: its arguments are literals, or such instances without a state. */
function isSteady(value: Value, mayHaveState: boolean, depth: number): boolean {
  if (!(value instanceof Result)) return typeof value === 'number' || stuffOf([value], false) <= DATA
  if (value.holds !== undefined || value.replaced !== undefined || depth > MAX_DEPTH || (value.touched !== 0 && !mayHaveState)) return false
  return value.args.every((arg) => isSteady(arg, false, depth + 1))
}

function touchedIn(args: readonly Value[]): number {
  let touched = 0
  for (const arg of args) if (arg instanceof Result) touched = touched * 256 + arg.touched
  return touched
}
