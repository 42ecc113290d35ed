import type { CallOpcode } from '../../facts/pickle.ts'

/**
 * An abstract Python value. Most are numbers, so that millions of opcodes allocate nothing; objects stand only for what can matter to a
 * judgement. The encoding is known to this file, `memo.ts` and `text.ts` alone:
 *
 *   1 … 63           a kind without contents (`NONE`, `LIST`, …); no value is 0, which is what a new array holds
 *   64 and more      text, bytes or a number that still lies in the input: 64 + (offset · 512 + length) · 8 + flavour
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
/** A memo slot whose contents were given up when a limit was reached. */
export const DROPPED = 15
/** On the machine's stack: the value is an object, which lies beside the code. */
export const OBJECT = 63

/** How bytes in the input are to be read. */
export const UTF8 = 0
export const LATIN1 = 1
export const STRING_ESCAPE = 2
export const RAW_UNICODE = 3
export const BYTES_LITERAL = 4
export const BYTEARRAY_LITERAL = 5
export const FLOAT8 = 6
export const LONG = 7

/** The longest text that is kept by its place alone. */
export const MAX_LAZY = 511

const LAZY = 64

/** The code for `length` bytes at `offset`: offsets to 2^41, lengths to 511. */
export function lazy(offset: number, length: number, flavour: number): number {
  return LAZY + (offset * 512 + length) * 8 + flavour
}

export function isLazy(value: Value): value is number {
  return typeof value === 'number' && value >= LAZY
}

export function lazyFlavour(code: number): number {
  return (code - LAZY) % 8
}

export function lazyLength(code: number): number {
  return Math.floor((code - LAZY) / 8) % 512
}

export function lazyOffset(code: number): number {
  return Math.floor((code - LAZY) / 4096)
}

const MAX_INT = 2 ** 44

/** The code of an integer, or `INT` where it is too large to be kept. */
export function integer(value: number): number {
  if (!Number.isInteger(value) || value >= MAX_INT || value <= -MAX_INT) return INT
  return value >= 0 ? -1 - 2 * value : 2 * value
}

export function isInteger(value: Value): value is number {
  return typeof value === 'number' && value < 0
}

/** The number behind a code that `isInteger` accepts. */
export function integerOf(code: number): number {
  const zigzag = -1 - code
  return zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2
}

/** Deeper structures keep their kind and weight only: no chain of calls or tuples can exhaust the stack of those who walk them. */
const MAX_DEPTH = 16
/** Items of a container that are kept: enough for every argument rule and for showing. */
export const MAX_ITEMS = 16
/** Entries of a dict that are kept: the state of an instance is judged by its keys. */
export const MAX_ENTRIES = 48

const CALL_OPCODES: readonly CallOpcode[] = ['reduce', 'newobj', 'inst', 'obj', 'build', 'append', 'setitem', 'additems']

export function opcodeBit(via: CallOpcode): number {
  return 2 ** CALL_OPCODES.indexOf(via)
}

/** An imported name; one object per name and stream. */
export class GlobalRef {
  readonly kind = 'global'
  readonly module: string
  readonly name: string
  /** The pickle worked the name out, with getattr and the like. */
  readonly computed: boolean
  /** Ways of use, and what the arguments are made of, of which the listener has heard enough: a bit each, see `silence.ts`. */
  answeredUses = 0
  /** Arguments with instances among them that the listener has heard of. */
  lastAnswered: { readonly via: CallOpcode; readonly args: readonly Value[]; readonly filledVia: number } | undefined
  /** It was told often enough that results of it are thrown away. */
  discarded = false
  /** REDUCEs without arguments, which are all alike. */
  emptyCallCount = 0
  /** It was told that something else can call it. */
  hasEscaped = false
  /** Instances of it were given something of the file. */
  hasFilledInstances = false
  /** Names that these were said to get later. */
  laterCallables: readonly GlobalRef[] | undefined
  /** The listener has said that nobody can do harm with it as a value. */
  isHarmlessValue = false
  /** It runs Python source that it is called with, or that its instances are given as their state. */
  source: 'call' | 'state' | undefined
  /** One shared result for calls whose arguments are no longer kept. */
  shared: Result | undefined
  /** Worked out at the first call, since a file calls the same few names a million times: see `canonical` and `heldByResult`. */
  canonical: string | undefined
  resultKind: 'method' | 'instance' | 'other' | undefined
  constructor(module: string, name: string, computed: boolean) {
    this.module = module
    this.name = name
    this.computed = computed
  }
}

/** What a call gave back. */
export class Result {
  readonly kind = 'result'
  readonly callee: Value
  readonly args: readonly Value[]
  readonly via: CallOpcode
  readonly depth: number
  readonly offset: number
  /** Stored in the memo: something else may refer to it. */
  memoized = false
  /** Ways in which it was filled after its construction, as bits. */
  filledVia = 0
  /** Names that it can call: see `heldBy`. */
  callables: readonly GlobalRef[] | undefined
  /** Something else was given it: what it gets from now on, that has too. */
  isShared = false
  /** What a state has put in the place of the function and arguments that it was made with: `functools.partial` takes both from there. */
  replaced: readonly Value[] | undefined
  constructor(callee: Value, args: readonly Value[], via: CallOpcode, offset: number) {
    const depth = 1 + Math.max(depthOf(callee), ...args.map(depthOf))
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
  /** How many leaves the object has when it is written out: nesting doubles it in a few bytes. */
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

/** A long literal that still lies in the input. */
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

/** What the loader's persistent_load gives for an id. */
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
