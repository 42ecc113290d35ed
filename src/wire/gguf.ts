// Reads the header of GGUF files: metadata keys and values, and the list of tensors.
import { ScanError } from '../bytes/errors.ts'
import type { ByteSource } from '../bytes/source.ts'
import { blockReader } from './block-reader.ts'
import { GGUF, GGUF_HEAD, ggufVersion } from './signatures.ts'

/**
 * Bytes of a metadata value by its type (gguf_metadata_value_type in ggml/docs/gguf.md); 0 where the value has a
 * length.
 */
const VALUE_SIZES = [
  1, // UINT8
  1, // INT8
  2, // UINT16
  2, // INT16
  4, // UINT32
  4, // INT32
  4, // FLOAT32
  1, // BOOL
  0, // STRING
  0, // ARRAY
  8, // UINT64
  8, // INT64
  8, // FLOAT64
]
/** Value types that readers of metadata need. */
export const UINT32 = 4
export const INT32 = 5
export const STRING = 8
const ARRAY = 9
const UINT64 = 10
/** Bytes of a type, of the number of dimensions and of an offset of a tensor. */
const TYPE = 4
const RANK = 4
const OFFSET = 8
const MAX_RANK = 64
const MAX_ARRAY_DEPTH = 4
/** Maximum length of a key by the specification. */
const MAX_KEY = 65_535
const BLOCK = 256 * 1024
/** Maximum number of metadata entries and tensors of one file; the largest models have some thousand. */
const MAX_ENTRIES = 1_000_000
/** A count or length above this is wrong, and not a sign of a file that was cut off. */
const IMPOSSIBLE = 2n ** 42n
/** Number of entries between two checks of the time limit. */
const TICK = 50_000

/** Elements per block and bytes per block of each tensor type (ggml.h, gguf-py constants). */
export const GGML_TYPES: ReadonlyMap<number, readonly [elements: number, bytes: number]> = new Map([
  [0, [1, 4]], // F32
  [1, [1, 2]], // F16
  [2, [32, 18]], // Q4_0
  [3, [32, 20]], // Q4_1
  [6, [32, 22]], // Q5_0
  [7, [32, 24]], // Q5_1
  [8, [32, 34]], // Q8_0
  [10, [256, 84]], // Q2_K
  [11, [256, 110]], // Q3_K
  [12, [256, 144]], // Q4_K
  [13, [256, 176]], // Q5_K
  [14, [256, 210]], // Q6_K
  [15, [256, 292]], // Q8_K
  [16, [256, 66]], // IQ2_XXS
  [17, [256, 74]], // IQ2_XS
  [18, [256, 98]], // IQ3_XXS
  [19, [256, 50]], // IQ1_S
  [20, [32, 18]], // IQ4_NL
  [21, [256, 110]], // IQ3_S
  [22, [256, 82]], // IQ2_S
  [23, [256, 136]], // IQ4_XS
  [24, [1, 1]], // I8
  [25, [1, 2]], // I16
  [26, [1, 4]], // I32
  [27, [1, 8]], // I64
  [28, [1, 8]], // F64
  [29, [256, 56]], // IQ1_M
  [30, [1, 2]], // BF16
  [34, [256, 54]], // TQ1_0
  [35, [256, 66]], // TQ2_0
  [39, [32, 17]], // MXFP4
  [40, [64, 36]], // NVFP4
  [41, [128, 18]], // Q1_0
])

/** An entry of the list of tensors. */
export interface GgufTensor {
  readonly name: string
  readonly dims: readonly bigint[]
  readonly type: number
  /** Relative to the start of the tensor data. */
  readonly offset: bigint
  /** Offset of its entry in the file. */
  readonly at: number
}

/** The location of the items of a list, and how their numbers are encoded. */
export interface GgufList {
  readonly type: number
  readonly count: number
  readonly at: number
  readonly littleEndian: boolean
  /** Bytes of the length before each string. */
  readonly lengthSize: 4 | 8
}

/** Receives the parts of a header in the order of the file. */
export interface GgufListener {
  key(name: string, type: number, at: number): void
  /** True for a key whose string, or strings in a list, should be read; all others are skipped. */
  wants(name: string, list: boolean): boolean
  string(key: string, value: Uint8Array, length: number, at: number): void
  /** An integer that is the value of a key. */
  integer(key: string, value: number, at: number): void
  /** A list that is the value of a key; `at` is the offset of its first item. */
  list(key: string, list: GgufList): void
  tensor(tensor: GgufTensor): void
  /** Called regularly; may throw to stop. */
  tick(): void
}

/** Maximum number of bytes of a string that are read. */
const MAX_STRING = 16 << 20

/**
 * Reads the header of a GGUF file, version 1 to 3 in either byte order, and returns where it ends. Strings and arrays
 * that the listener does not want are skipped by their lengths; tensor data are never read.
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
  /** Bytes of a count or length: four in version 1. */
  private countSize: 4 | 8 = 8
  private at = 0
  private sinceTick = 0

  constructor(source: ByteSource, listener: GgufListener) {
    this.source = source
    this.listener = listener
    this.reader = blockReader(source, BLOCK)
  }

  run(): number {
    const head = ggufVersion(this.source.read(0, GGUF_HEAD))
    if (!head) throw new ScanError('malformed', 'not a GGUF header', 0)
    if (head.version < 1 || head.version > 3) throw new ScanError('unsupported', `GGUF version ${head.version}`, GGUF.version)
    this.littleEndian = head.littleEndian
    this.countSize = head.version > 1 ? 8 : 4
    this.at = GGUF_HEAD
    const tensors = this.count('tensors', this.countSize + RANK + TYPE + OFFSET)
    const values = this.count('metadata entries', this.countSize + TYPE + 1)
    if (tensors + values > MAX_ENTRIES) throw new ScanError('limit', `more than ${MAX_ENTRIES} metadata entries and tensors`, GGUF_HEAD)
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
    if (depth > MAX_ARRAY_DEPTH) throw new ScanError('malformed', 'arrays nested too deeply', this.at)
    const type = this.u32()
    const size = VALUE_SIZES[type]
    if (size === undefined) throw new ScanError('malformed', `array type ${type} of key ${key.slice(0, 80)}`, this.at - TYPE)
    const count = this.count('array elements', size || (type === STRING ? this.countSize : TYPE + this.countSize))
    if (depth === 0) this.listener.list(key, { type, count, at: this.at, littleEndian: this.littleEndian, lengthSize: this.countSize })
    if (size > 0) return this.skip(count * size)
    if (type === STRING && !this.listener.wants(key, true)) return this.skipStrings(count)
    for (let index = 0; index < count; index++) {
      this.tick()
      if (type === STRING) this.stringValue(key, true)
      else this.array(key, depth + 1)
    }
  }

  /** Skips the strings of a vocabulary, often hundreds of thousands, by reading only their lengths, block by block. */
  private skipStrings(count: number): void {
    const width = this.countSize
    const wide = width === 8
    const high = this.littleEndian ? 4 : 0
    const low = wide && !this.littleEndian ? 4 : 0
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
      const length = block.getUint32(at + low, this.littleEndian) + (wide ? block.getUint32(at + high, this.littleEndian) * 2 ** 32 : 0)
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
    if (rank > MAX_RANK) throw new ScanError('malformed', `a tensor of ${rank} dimensions`, this.at - RANK)
    const dims = Array.from({ length: rank }, () => this.countValue())
    const type = this.u32()
    this.listener.tensor({ name, dims, type, offset: this.u64(), at })
  }

  private tick(): void {
    if (++this.sinceTick < TICK) return
    this.sinceTick = 0
    this.listener.tick()
  }

  /** Reads a count of items of at least `least` bytes each; throws when the rest of the file is too short for them. */
  private count(what: string, least: number): number {
    const at = this.at
    const value = this.countValue()
    if (value * BigInt(least) > this.source.size - this.at) {
      throw new ScanError(value > IMPOSSIBLE ? 'malformed' : 'truncated', `${value} ${what} do not fit into the file`, at)
    }
    return Number(value)
  }

  private length(what: string): number {
    const at = this.at
    const value = this.countValue()
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

  private countValue(): bigint {
    return this.countSize === 8 ? this.u64() : BigInt(this.u32())
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
