// Reads FlatBuffers without a schema, checking every offset before it is followed.
import { ScanError } from '../bytes/errors.ts'
import type { ByteSource } from '../bytes/source.ts'

/** Bytes that are read at once around a value. */
const PIECE = 4096
const MAX_TEXT = 4096
/** Bytes of an offset, of the length of a vector or string, of a vtable's two sizes and of each entry in it. */
const OFFSET = 4
const LENGTH = 4
const VTABLE_HEAD = 4
const VTABLE_ENTRY = 2

/** A FlatBuffer (flatbuffers.dev/internals): tables that refer to vtables, vectors and strings by 32-bit offsets. */
export class FlatBuffer {
  readonly source: ByteSource
  private readonly tick: () => void
  private piece: Uint8Array = new Uint8Array(0)
  private base = 0

  /** `tick` is called for each piece that is read and throws to stop. */
  constructor(source: ByteSource, tick: () => void = () => undefined) {
    this.source = source
    this.tick = tick
  }

  /** Returns the table that the first four bytes refer to. */
  root(): Table {
    return new Table(this, this.u32(0))
  }

  u8(at: number): number {
    return this.view(at, 1).getUint8(0)
  }

  u16(at: number): number {
    return this.view(at, 2).getUint16(0, true)
  }

  u32(at: number): number {
    return this.view(at, 4).getUint32(0, true)
  }

  i32(at: number): number {
    return this.view(at, 4).getInt32(0, true)
  }

  /** Inexact above 2^53, which is past the end of any file. */
  u64(at: number): number {
    return Number(this.view(at, 8).getBigUint64(0, true))
  }

  /** Reads the string at `at`, cut to 4,096 bytes. */
  text(at: number): string {
    const length = this.u32(at)
    if (at + LENGTH + length > this.source.size) throw new ScanError('malformed', 'a string is longer than the file', at)
    return new TextDecoder().decode(this.source.read(at + LENGTH, Math.min(length, MAX_TEXT)))
  }

  private view(at: number, length: number): DataView {
    if (at < 0 || at + length > this.source.size) throw new ScanError('malformed', 'an offset points outside of the file', at)
    if (at < this.base || at + length > this.base + this.piece.length) {
      this.tick()
      // Tables refer forward, but their vtables are before them.
      this.base = Math.max(0, at - PIECE / 4)
      this.piece = this.source.read(this.base, PIECE)
      if (at + length > this.base + this.piece.length) throw new ScanError('truncated', 'the file ends within a value', at)
    }
    return new DataView(this.piece.buffer, this.piece.byteOffset + at - this.base, length)
  }
}

/** A vector of `length` elements, the first at `start`. */
export interface Vector {
  readonly start: number
  readonly length: number
}

/** A table, whose fields are found by their number in the schema. Each field may be absent. */
export class Table {
  readonly buffer: FlatBuffer
  readonly at: number
  private readonly vtable: number
  private readonly vtableSize: number

  constructor(buffer: FlatBuffer, at: number) {
    this.buffer = buffer
    this.at = at
    this.vtable = at - buffer.i32(at)
    this.vtableSize = buffer.u16(this.vtable)
    if (this.vtableSize < VTABLE_HEAD || this.vtableSize % VTABLE_ENTRY !== 0)
      throw new ScanError('malformed', 'a table has no field list', at)
  }

  /** Returns the offset of the field's value; 0 where it is absent. */
  field(number: number): number {
    const slot = VTABLE_HEAD + number * VTABLE_ENTRY
    if (slot + VTABLE_ENTRY > this.vtableSize) return 0
    const offset = this.buffer.u16(this.vtable + slot)
    return offset === 0 ? 0 : this.at + offset
  }

  u32(number: number, absent = 0): number {
    const at = this.field(number)
    return at === 0 ? absent : this.buffer.u32(at)
  }

  i32(number: number, absent = 0): number {
    const at = this.field(number)
    return at === 0 ? absent : this.buffer.i32(at)
  }

  u8(number: number, absent = 0): number {
    const at = this.field(number)
    return at === 0 ? absent : this.buffer.u8(at)
  }

  u64(number: number): number {
    const at = this.field(number)
    return at === 0 ? 0 : this.buffer.u64(at)
  }

  /** Returns the string of a field; empty where it is absent. */
  text(number: number): string {
    const at = this.field(number)
    return at === 0 ? '' : this.buffer.text(at + this.buffer.u32(at))
  }

  /** Returns the table that a field refers to. */
  table(number: number): Table | undefined {
    const at = this.field(number)
    return at === 0 ? undefined : new Table(this.buffer, at + this.buffer.u32(at))
  }

  /** Returns a vector whose elements have `width` bytes, after checking that it is within the file. */
  vector(number: number, width: number): Vector {
    const at = this.field(number)
    if (at === 0) return { start: 0, length: 0 }
    const start = at + this.buffer.u32(at)
    const length = this.buffer.u32(start)
    if (start + LENGTH + length * width > this.buffer.source.size)
      throw new ScanError('malformed', 'a vector is longer than the file', start)
    return { start: start + LENGTH, length }
  }

  /** Returns the tables of a vector. */
  *tables(number: number): Generator<Table, void, undefined> {
    const { start, length } = this.vector(number, OFFSET)
    for (let index = 0; index < length; index++) {
      const at = start + index * OFFSET
      yield new Table(this.buffer, at + this.buffer.u32(at))
    }
  }
}
