// Walks serialized R objects and reports the symbols and code in them.
import { ScanError } from '../../bytes/errors.ts'
import type { ByteSource } from '../../bytes/source.ts'
import { openRInput, type RInput } from './input.ts'

/** Receives the parts of an R file in the order of the file. */
export interface RListener {
  /** A symbol: a variable or the name of a function. */
  symbol(name: string): void
  code(kind: 'promise' | 'closure' | 'bytecode' | 'external-pointer', offset: number): void
  /** Called regularly; may throw to stop. */
  tick(): void
}

/** Bits of the flags of an item (R-ints 1.8): its type, and whether attributes and a tag follow. */
const TYPE_MASK = 0xff
const HAS_ATTRIBUTES = 0x200
const HAS_TAG = 0x400

/** SEXP types (R-ints 1.8, Rinternals.h) and the pseudo-types of serialize.c. */
const SYMBOL = 1
const PAIRLIST = 2
const CLOSURE = 3
const ENVIRONMENT = 4
const PROMISE = 5
const LANGUAGE = 6
const SPECIAL = 7
const BUILTIN = 8
const CHARACTERS = 9
const DOTS = 17
const BYTECODE = 21
const EXTERNAL_POINTER = 22
const WEAK_REFERENCE = 23
const RAW = 24
const S4 = 25
const ALTREP = 238
const ATTRIBUTE_PAIRLIST = 239
const ATTRIBUTE_LANGUAGE = 240
const BYTECODE_REFERENCE = 243
const BYTECODE_DEFINITION = 244
const PERSISTENT = 247
const PACKAGE = 248
const NAMESPACE = 249
const REFERENCE = 255
const INTEGER = 13
/** Logical, integer, real, complex: bytes per element in XDR. */
const NUMBERS = new Map([
  [10, 4],
  [INTEGER, 4],
  [14, 8],
  [15, 16],
])
/** String vector, list, expression. */
const VECTORS = new Set([16, 19, 20])
/** Constants: the global, base and empty environment, nil, unbound and missing. */
const CONSTANTS = new Set([241, 242, 250, 251, 252, 253, 254])

const MAX_PENDING = 200_000
const TICK = 20_000

/** An entry of the stack of items to be read: `times` items of one shape in a row. */
interface Pending {
  readonly shape: 'item' | 'code' | 'code-constant' | 'code-language'
  times: number
}

/**
 * Walks a serialized R object (`saveRDS`, `save`) of version 2 or 3 without recursion and returns where it ends.
 * Vectors of numbers are skipped by their length.
 * @throws {ScanError} `malformed`, `truncated` or `unsupported`.
 */
export function readR(source: ByteSource, listener: RListener): number {
  const input = openRInput(source)
  const version = input.int()
  if (version !== 2 && version !== 3) throw new ScanError('unsupported', `version ${version} of R's serialization`, input.offset())
  input.int()
  input.int()
  if (version === 3) input.text(input.int())
  new Walker(input, listener).run()
  return input.offset()
}

class Walker {
  private readonly input: RInput
  private readonly listener: RListener
  private readonly pending: Pending[] = []

  constructor(input: RInput, listener: RListener) {
    this.input = input
    this.listener = listener
  }

  run(): void {
    this.push('item')
    let count = 0
    for (let top = this.pending.at(-1); top; top = this.pending.at(-1)) {
      if (--top.times <= 0) this.pending.pop()
      if (++count % TICK === 0) this.listener.tick()
      if (top.shape === 'code') this.byteCode()
      else if (top.shape === 'code-constant') this.byteCodeConstant()
      else if (top.shape === 'code-language') this.byteCodeLanguage(this.input.int())
      else this.item()
    }
  }

  private push(shape: Pending['shape'], times = 1): void {
    if (times <= 0) return
    this.pending.push({ shape, times })
    if (this.pending.length > MAX_PENDING) throw new ScanError('limit', 'R objects nested too deeply', this.input.offset())
  }

  private item(): void {
    const at = this.input.offset()
    const flags = this.input.int()
    const type = flags & TYPE_MASK
    const attributes = (flags & HAS_ATTRIBUTES) !== 0 ? 1 : 0
    const tag = (flags & HAS_TAG) !== 0 ? 1 : 0
    if (CONSTANTS.has(type)) return
    const width = NUMBERS.get(type)
    if (width !== undefined) {
      this.push('item', attributes)
      this.input.skipNumbers(this.length(), width)
    } else if (VECTORS.has(type)) {
      this.push('item', attributes)
      this.push('item', this.length())
    } else this.structure(type, flags, attributes, tag, at)
  }

  private structure(type: number, flags: number, attributes: number, tag: number, at: number): void {
    switch (type) {
      case REFERENCE:
        if (flags >> 8 === 0) this.input.int()
        return
      case SYMBOL:
        return this.symbol()
      case PERSISTENT:
      case PACKAGE:
      case NAMESPACE:
        this.input.int()
        return this.push('item', this.length())
      case ENVIRONMENT:
        this.input.int()
        return this.push('item', 4)
      case PROMISE:
        this.listener.code('promise', at)
        return this.push('item', attributes + tag + 2)
      case CLOSURE:
        this.listener.code('closure', at)
        return this.push('item', attributes + tag + 2)
      case PAIRLIST:
      case LANGUAGE:
      case DOTS:
        return this.push('item', attributes + tag + 2)
      case SPECIAL:
      case BUILTIN:
        this.listener.symbol(this.input.text(this.input.int()))
        return
      case CHARACTERS: {
        const length = this.input.int()
        if (length >= 0) this.input.skipText(length)
        return this.push('item', attributes)
      }
      case RAW:
        this.push('item', attributes)
        return this.input.skipRaw(this.length())
      case BYTECODE:
        this.listener.code('bytecode', at)
        this.push('item', attributes)
        this.input.int()
        return this.push('code')
      case EXTERNAL_POINTER:
        this.listener.code('external-pointer', at)
        return this.push('item', attributes + 2)
      case WEAK_REFERENCE:
      case S4:
        return this.push('item', attributes)
      case ALTREP:
        return this.push('item', 3)
      default:
        throw new ScanError('malformed', `unknown R type ${type}`, at)
    }
  }

  private symbol(): void {
    const at = this.input.offset()
    if ((this.input.int() & TYPE_MASK) !== CHARACTERS) throw new ScanError('malformed', 'a symbol without a name', at)
    this.listener.symbol(this.input.text(this.input.int()))
  }

  /** Reads byte code: its instructions, which are an integer vector, and its constants. */
  private byteCode(): void {
    const at = this.input.offset()
    if ((this.input.int() & TYPE_MASK) !== INTEGER) throw new ScanError('malformed', 'byte code without instructions', at)
    this.input.skipNumbers(this.length(), 4)
    this.push('code-constant', this.input.int())
  }

  private byteCodeConstant(): void {
    const type = this.input.int()
    if (type === BYTECODE) this.push('code')
    else if (LANGUAGES.has(type) || type === BYTECODE_REFERENCE || type === BYTECODE_DEFINITION) this.byteCodeLanguage(type)
    else this.push('item')
  }

  private byteCodeLanguage(written: number): void {
    let type = written
    if (type === BYTECODE_REFERENCE) {
      this.input.int()
      return
    }
    if (type === BYTECODE_DEFINITION) {
      this.input.int()
      type = this.input.int()
    }
    if (!LANGUAGES.has(type)) return this.push('item')
    this.push('code-language', 2)
    this.push('item', type === ATTRIBUTE_LANGUAGE || type === ATTRIBUTE_PAIRLIST ? 2 : 1)
  }

  private length(): number {
    const short = this.input.int()
    if (short >= 0) return short
    if (short !== -1) throw new ScanError('malformed', `a length of ${short}`, this.input.offset())
    return this.input.int() * 2 ** 32 + (this.input.int() >>> 0)
  }
}

const LANGUAGES = new Set([LANGUAGE, PAIRLIST, ATTRIBUTE_LANGUAGE, ATTRIBUTE_PAIRLIST])
