// Abstract Python values of the pickle machine: numbers for plain data, objects for what can matter to a judgement.
import type { CallOpcode } from '../../facts/pickle.ts'

/**
 * An abstract Python value. Most are numbers, so that millions of opcodes allocate nothing; objects are only for what
 * can matter to a judgement. The encoding is known to this file,
 * `literal-codes.ts`, `memo.ts` and `text.ts` alone:
 *
 *   1 … 63           a kind without contents (`NONE`, `LIST`, …); no value is 0, which is what a new array contains
 *   64 and more      text, bytes or a number in the input: 64 + (offset · 512 + length) · 8 + flavour
 *   −1 and less      a small integer, zigzag
 *   −2^46 and less   in a memo only: an object, by its index
 */
export type Value = number | Obj

export type Obj = GlobalRef | Result | Sequence | Dict | Text | Bytes | Blob | ModuleRef | PersistentId

export const NONE = 16
export const TRUE = 1
export const FALSE = 2
export const FLOAT = 3
export const INT = 4
export const TEXT = 5
export const BYTES = 6
export const TUPLE = 7
export const LIST = 8
export const DICT = 9
export const SET = 10
export const FROZENSET = 11
export const UNKNOWN = 12
export const EXTENSION = 13
export const BUFFER = 14
/** A memo slot whose contents were dropped when a limit was reached. */
export const DROPPED = 15
/** On the machine’s stack: the value is an object, which lies beside the code. */
export const OBJECT = 63

/**
 * Maximum nesting depth of calls and containers. Deeper ones keep their kind and weight only, so that no chain can
 * exhaust the stack of a function that walks them.
 */
const MAX_DEPTH = 16
/** Maximum number of items of a container that are kept: enough for every argument rule and for showing. */
export const MAX_ITEMS = 16
/** Maximum number of entries of a dict that are kept: the state of an instance is judged by its keys. */
export const MAX_ENTRIES = 48

const CALL_OPCODES: readonly CallOpcode[] = ['reduce', 'newobj', 'inst', 'obj', 'build', 'append', 'setitem', 'additems']

export function opcodeBit(via: CallOpcode): number {
  return 2 ** CALL_OPCODES.indexOf(via)
}

/** An imported name; one object for each name and stream. */
export class GlobalRef {
  readonly kind = 'global'
  readonly module: string
  readonly name: string
  /** The pickle computed the name, with `getattr` and the like. */
  readonly computed: boolean
  /**
   * Uses for which the listener has answered that their like changes no judgement: a bit for each way of use and
   * content of arguments, see `silence.ts`.
   */
  answeredUses = 0
  /** Arguments with instances among them for which the listener has answered. */
  lastAnswered: { readonly via: CallOpcode; readonly args: readonly Value[]; readonly filledVia: number } | undefined
  /** The listener has answered that discarded results of it change no judgement. */
  discarded = false
  /** Number of REDUCEs without arguments, which are all alike. */
  emptyCallCount = 0
  /** It was reported that another object can call it. */
  hasEscaped = false
  /** Instances of it got arguments or a state of the file. */
  hasFilledInstances = false
  /** Callables that these were reported to get later. */
  laterCallables: readonly GlobalRef[] | undefined
  /** The listener has answered that it is harmless as a value. */
  isHarmlessValue = false
  /** It runs Python source in its arguments, or in the state of its instances. */
  source: 'call' | 'state' | undefined
  /** One shared result for calls whose arguments are no longer kept. */
  shared: Result | undefined
  /**
   * Computed at the first call, since a file calls the same few names a million times: see `canonical` and
   * `callablesOfResult`.
   */
  canonical: string | undefined
  resultKind: 'method' | 'instance' | 'other' | undefined
  constructor(module: string, name: string, computed: boolean) {
    this.module = module
    this.name = name
    this.computed = computed
  }
}

/** The result of a call. */
export class Result {
  readonly kind = 'result'
  readonly callee: Value
  readonly args: readonly Value[]
  readonly via: CallOpcode
  readonly depth: number
  readonly offset: number
  /** Stored in the memo: other objects may refer to it. */
  memoized = false
  /** Ways in which it was filled after its construction, as bits. */
  filledVia = 0
  /** Callables that it can call: see `callablesOf`. */
  callables: readonly GlobalRef[] | undefined
  /** It is part of another object, which gets what it gets from now on. */
  isShared = false
  /**
   * The function and arguments that a state has put in the place of those it was built with, as that of
   * `functools.partial` does.
   */
  replaced: readonly Value[] | undefined
  constructor(callee: Value, args: readonly Value[], via: CallOpcode, offset: number) {
    let below = depthOf(callee)
    for (let at = 0; at < args.length; at++) below = Math.max(below, depthOf(args[at] ?? NONE))
    const depth = 1 + below
    const deep = depth > MAX_DEPTH
    this.callee = deep && typeof callee === 'object' && callee.kind !== 'global' ? UNKNOWN : callee
    this.args = deep ? [UNKNOWN] : args
    this.via = via
    this.depth = Math.min(depth, MAX_DEPTH)
    this.offset = offset
  }
}

export type SequenceKind = 'tuple' | 'list' | 'set' | 'frozenset'

export class Sequence {
  readonly kind: SequenceKind
  items: Value[]
  more: boolean
  /** Number of leaves of the object when it is written out: nesting doubles it in a few bytes. */
  weight = 1
  depth = 1
  /** As those of a result. */
  callables: readonly GlobalRef[] | undefined
  isShared = false
  constructor(kind: SequenceKind, items: Value[], more = false) {
    this.kind = kind
    this.more = more
    this.items = items
    for (let index = 0; index < items.length; index++) {
      const item = items[index]
      if (typeof item !== 'object') this.weight++
      else {
        this.weight += 'weight' in item ? item.weight : 1
        this.depth = Math.max(this.depth, 1 + depthOf(item))
      }
    }
    if (this.depth > MAX_DEPTH) {
      this.depth = MAX_DEPTH
      this.items = []
      this.more = true
    }
  }
}

export class Dict {
  readonly kind = 'dict'
  /** Keys and values in turn. */
  readonly entries: Value[]
  more: boolean
  /** Entries that it had before were not kept, or are filled in elsewhere. */
  incomplete = false
  depth = 1
  /** As those of a result. */
  callables: readonly GlobalRef[] | undefined
  isShared = false
  /** The instance whose state it is, or is part of: what is put into it later may become attributes. */
  owner: Result | undefined
  constructor(entries: Value[], more = false) {
    for (let index = 0; index < entries.length; index++) {
      const entry = entries[index]
      if (typeof entry === 'object') this.depth = Math.max(this.depth, 1 + depthOf(entry))
    }
    const deep = this.depth > MAX_DEPTH
    this.depth = Math.min(this.depth, MAX_DEPTH)
    this.entries = deep ? [] : entries
    this.more = more || deep
  }
}

/** A text that the pickle computed. */
export class Text {
  readonly kind = 'text'
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** Bytes that the pickle computed. */
export class Bytes {
  readonly kind = 'bytes'
  readonly bytes: Uint8Array
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }
}

/** A long literal that stays in the input. */
export class Blob {
  readonly kind = 'blob'
  readonly flavour: number
  readonly offset: number
  readonly length: number
  constructor(flavour: number, offset: number, length: number) {
    this.flavour = flavour
    this.offset = offset
    this.length = length
  }
}

/** A module object. */
export class ModuleRef {
  readonly kind = 'module'
  readonly module: string
  constructor(module: string) {
    this.module = module
  }
}

/** What the loader’s persistent_load returns for an id. */
export class PersistentId {
  readonly kind = 'persistent-id'
  readonly id: Value
  constructor(id: Value) {
    this.id = id
  }
}

function depthOf(value: Value): number {
  if (typeof value === 'number') return 0
  switch (value.kind) {
    case 'result':
    case 'tuple':
    case 'list':
    case 'set':
    case 'frozenset':
    case 'dict':
      return value.depth
    case 'persistent-id':
      return 1 + depthOf(value.id)
    case 'global':
    case 'text':
    case 'bytes':
    case 'blob':
    case 'module':
      return 0
  }
}
