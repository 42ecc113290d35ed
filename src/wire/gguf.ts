import { ScanError } from '../bytes/errors.ts'
import type { ByteSource } from '../bytes/source.ts'
import { blockReader } from './block-reader.ts'
import { ggufVersion } from './signatures.ts'

/** Metadata value types 0–12 (ggml/docs/gguf.md): bytes of each, 0 for string and array. */
const VALUE_SIZES = [1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8]
export const UINT32 = 4
export const INT32 = 5
export const STRING = 8
const ARRAY = 9
const UINT64 = 10
const MAX_ARRAY_DEPTH = 4
/** A key is at most 64 KiB long by the specification. */
const MAX_KEY = 65_535
const BLOCK = 256 * 1024
/** Metadata entries and tensors of one file; the largest models have some thousand. */
const MAX_ENTRIES = 1_000_000
/** No count or length of a real file comes near it: one beyond is no cut file, but a wrong number. */
const IMPOSSIBLE = 2n ** 42n
/** Entries between two looks at the clock. */
const TICK = 50_000

/** Elements per block and bytes per block of each tensor type (ggml.h, gguf-py constants). */
export const GGML_TYPES: ReadonlyMap<number, readonly [elements: number, bytes: number]> = new Map([
  [0, [1, 4]],
  [1, [1, 2]],
  [2, [32, 18]],
  [3, [32, 20]],
  [6, [32, 22]],
  [7, [32, 24]],
  [8, [32, 34]],
  [10, [256, 84]],
  [11, [256, 110]],
  [12, [256, 144]],
  [13, [256, 176]],
  [14, [256, 210]],
  [15, [256, 292]],
  [16, [256, 66]],
  [17, [256, 74]],
  [18, [256, 98]],
  [19, [256, 50]],
  [20, [32, 18]],
  [21, [256, 110]],
  [22, [256, 82]],
  [23, [256, 136]],
  [24, [1, 1]],
  [25, [1, 2]],
  [26, [1, 4]],
  [27, [1, 8]],
  [28, [1, 8]],
  [29, [256, 56]],
  [30, [1, 2]],
  [34, [256, 54]],
  [35, [256, 66]],
  [39, [32, 17]],
  [40, [64, 36]],
  [41, [128, 18]],
])

export interface GgufTensor {
  readonly name: string
  readonly dims: readonly bigint[]
  readonly type: number
  /** Relative to the start of the tensor data. */
  readonly offset: bigint
  /** Where its entry begins in the file. */
  readonly at: number
}

/** Where the items of a list lie, and how their numbers are written. */
export interface GgufList {
  readonly type: number
  readonly count: number
  readonly at: number
  readonly littleEndian: boolean
  /** Bytes of the length in front of each string. */
  readonly lengthSize: 4 | 8
}

/** What the reader of a header is told, in the order of the file. */
export interface GgufListener {
  key(name: string, type: number, at: number): void
  /** True for a key whose string, or in a list whose strings, are wanted; all others are walked over. */
  wants(name: string, list: boolean): boolean
  string(key: string, value: Uint8Array, length: number, at: number): void
  /** An integer that stands alone. */
  integer(key: string, value: number, at: number): void
  /** A list that stands under a key itself; `at` is where its first item begins. */
  list(key: string, list: GgufList): void
  tensor(tensor: GgufTensor): void
  /** Called now and then; may throw to stop. */
  tick(): void
}

/** Longest string that is taken out. */
const MAX_STRING = 16 << 20

/**
 * Walks the header of a GGUF file, version 1 to 3 in either byte order, and gives where it ends. Strings and arrays that nobody wants are passed by
 * their lengths; tensor data are never read.
 * @throws {ScanError} `truncated`, `malformed` or `unsupported`.
 */
export function readGguf(source: ByteSource, listener: GgufListener): number {
  return new HeaderReader(source, listener).run()
}

class HeaderReader {
  private readonly source: ByteSource
  private readonly listener: GgufListener
  private readonly reader: ReturnType<typeof blockReader>
  private littleEndian = true
  private wide = true
  private at = 0
  private sinceTick = 0

  constructor(source: ByteSource, listener: GgufListener) {
    this.source = source
    this.listener = listener
    this.reader = blockReader(source, BLOCK)
  }

  run(): number {
    const head = ggufVersion(this.source.read(0, 8))
    if (!head) throw new ScanError('malformed', 'not a GGUF header', 0)
    if (head.version < 1 || head.version > 3) throw new ScanError('unsupported', `GGUF version ${head.version}`, 4)
    this.littleEndian = head.littleEndian
    this.wide = head.version > 1
    this.at = 8
    const tensors = this.count('tensors', this.wide ? 24 : 20)
    const values = this.count('metadata entries', this.wide ? 13 : 9)
    if (tensors + values > MAX_ENTRIES) throw new ScanError('limit', `more than ${MAX_ENTRIES} metadata entries and tensors`, 8)
    for (let index = 0; index < values; index++) this.entry()
    for (let index = 0; index < tensors; index++) this.tensor()
    return this.at
  }

  private entry(): void {
    this.tick()
    const at = this.at
    const key = this.shortString('a key')
    const type = this.u32()
    this.listener.key(key, type, at)
    const where = this.at
    if (type === STRING) this.stringValue(key)
    else if (type === ARRAY) this.array(key, 0)
    else {
      const size = VALUE_SIZES[type]
      if (size === undefined) throw new ScanError('malformed', `value type ${type} of key ${key.slice(0, 80)}`, where)
      if (type === UINT32 || type === UINT64) {
        const value = type === UINT32 ? BigInt(this.u32()) : this.u64()
        if (value <= Number.MAX_SAFE_INTEGER) this.listener.integer(key, Number(value), where)
      } else this.skip(size)
    }
  }

  private array(key: string, depth: number): void {
    if (depth > MAX_ARRAY_DEPTH) throw new ScanError('malformed', 'arrays nested too deep', this.at)
    const type = this.u32()
    const size = VALUE_SIZES[type]
    if (size === undefined) throw new ScanError('malformed', `array type ${type} of key ${key.slice(0, 80)}`, this.at - 4)
    const count = this.count('array elements', size || (type === STRING ? (this.wide ? 8 : 4) : this.wide ? 12 : 8))
    if (depth === 0) this.listener.list(key, { type, count, at: this.at, littleEndian: this.littleEndian, lengthSize: this.wide ? 8 : 4 })
    if (size > 0) return this.skip(count * size)
    if (type === STRING && !this.listener.wants(key, true)) return this.skipStrings(count)
    for (let index = 0; index < count; index++) {
      this.tick()
      if (type === STRING) this.stringValue(key, true)
      else this.array(key, depth + 1)
    }
  }

  /** A vocabulary: hundreds of thousands of strings, of which only the lengths are read, block by block. */
  private skipStrings(count: number): void {
    const width = this.wide ? 8 : 4
    const high = this.littleEndian ? 4 : 0
    const low = this.wide && !this.littleEndian ? 4 : 0
    let start = this.at
    let block: DataView = new DataView(new ArrayBuffer(0))
    for (let index = 0; index < count; index++) {
      if (this.at + width > start + block.byteLength) {
        const bytes = this.source.read(this.at, BLOCK)
        if (bytes.length < width) throw new ScanError('truncated', 'the file ends within the header', this.source.size)
        start = this.at
        block = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
        this.listener.tick()
      }
      const at = this.at - start
      const length =
        block.getUint32(at + low, this.littleEndian) + (this.wide ? block.getUint32(at + high, this.littleEndian) * 2 ** 32 : 0)
      this.at += width
      this.skip(length)
    }
  }

  private stringValue(key: string, list = false): void {
    const at = this.at
    const length = this.length('a string')
    if (this.listener.wants(key, list)) this.listener.string(key, this.source.read(this.at, Math.min(length, MAX_STRING)), length, at)
    this.skip(length)
  }

  private tensor(): void {
    this.tick()
    const at = this.at
    const name = this.shortString('a tensor name')
    const rank = this.u32()
    if (rank > 64) throw new ScanError('malformed', `a tensor of ${rank} dimensions`, this.at - 4)
    const dims = Array.from({ length: rank }, () => (this.wide ? this.u64() : BigInt(this.u32())))
    const type = this.u32()
    this.listener.tensor({ name, dims, type, offset: this.u64(), at })
  }

  private tick(): void {
    if (++this.sinceTick < TICK) return
    this.sinceTick = 0
    this.listener.tick()
  }

  /** A count of things of at least `least` bytes each: more than the rest of the file can hold is refused before anything is read. */
  private count(what: string, least: number): number {
    const at = this.at
    const value = this.wide ? this.u64() : BigInt(this.u32())
    if (value * BigInt(least) > this.source.size - this.at) {
      throw new ScanError(value > IMPOSSIBLE ? 'malformed' : 'truncated', `${value} ${what} do not fit into the file`, at)
    }
    return Number(value)
  }

  private length(what: string): number {
    const at = this.at
    const value = this.wide ? this.u64() : BigInt(this.u32())
    if (value > this.source.size - this.at)
      throw new ScanError(value > IMPOSSIBLE ? 'malformed' : 'truncated', `${what} of ${value} bytes does not fit into the file`, at)
    return Number(value)
  }

  private shortString(what: string): string {
    const length = this.length(what)
    if (length > MAX_KEY) throw new ScanError('malformed', `${what} of ${length} bytes`, this.at)
    const value = new TextDecoder().decode(this.reader.at(this.at, length))
    this.skip(length)
    return value
  }

  private skip(count: number): void {
    if (count > this.source.size - this.at) throw new ScanError('truncated', 'the file ends within the header', this.source.size)
    this.at += count
  }

  private u32(): number {
    const bytes = this.take(4)
    return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, this.littleEndian)
  }

  private u64(): bigint {
    const bytes = this.take(8)
    return new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, this.littleEndian)
  }

  private take(count: number): Uint8Array {
    const bytes = this.reader.at(this.at, count)
    if (bytes.length < count) throw new ScanError('truncated', 'the file ends within the header', this.source.size)
    this.at += count
    return bytes
  }
}
