import { ScanError } from '../bytes/errors.ts'

/** Types of Thrift's compact protocol. */
const TRUE = 1
const FALSE = 2
const BYTE = 3
const I64 = 6
const DOUBLE = 7
const BINARY = 8
const LIST = 9
const SET = 10
const MAP = 11
const STRUCT = 12
const UUID = 13

/** `FileMetaData.key_value_metadata` (parquet.thrift). */
const KEY_VALUES = 5
const MAX_DEPTH = 32

/** The key-value pairs of a Parquet footer; all else is walked over. @throws {ScanError} `malformed`. */
export function readKeyValues(footer: Uint8Array): readonly (readonly [key: string, value: Uint8Array])[] {
  return new CompactReader(footer).fileMetadata()
}

class CompactReader {
  private readonly bytes: Uint8Array
  private at = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  fileMetadata(): readonly (readonly [string, Uint8Array])[] {
    const pairs: (readonly [string, Uint8Array])[] = []
    this.struct((id, type) => {
      if (id !== KEY_VALUES || type !== LIST) return this.skip(type, 0)
      const { count } = this.listHeader()
      for (let index = 0; index < count; index++) pairs.push(this.pair())
    })
    return pairs
  }

  private pair(): readonly [string, Uint8Array] {
    let key = ''
    let value: Uint8Array = new Uint8Array(0)
    this.struct((id, type) => {
      if (type !== BINARY) this.skip(type, 0)
      else if (id === 1) key = new TextDecoder().decode(this.binary())
      else if (id === 2) value = this.binary()
      else this.binary()
    })
    return [key, value]
  }

  private struct(field: (id: number, type: number) => void): void {
    let id = 0
    for (let header = this.byte(); header !== 0; header = this.byte()) {
      id = header >> 4 === 0 ? this.zigzag() : id + (header >> 4)
      field(id, header & 15)
    }
  }

  private skip(type: number, depth: number): void {
    if (depth > MAX_DEPTH) throw this.error('nested too deep')
    if (type === TRUE || type === FALSE) return
    if (type === BYTE) this.move(1)
    else if (type > BYTE && type <= I64) this.varint()
    else if (type === DOUBLE) this.move(8)
    else if (type === BINARY) this.move(this.varint())
    else if (type === UUID) this.move(16)
    else if (type === STRUCT) this.struct((_, inner) => this.skip(inner, depth + 1))
    else if (type === LIST || type === SET) {
      const { count, element } = this.listHeader()
      for (let index = 0; index < count; index++) this.skipElement(element, depth + 1)
    } else if (type === MAP) this.skipMap(depth)
    else throw this.error(`the type ${type}`)
  }

  private skipMap(depth: number): void {
    const count = this.varint()
    if (count === 0) return
    const types = this.byte()
    if (count > this.bytes.length - this.at) throw this.error(`a map of ${count} entries`)
    for (let index = 0; index < count; index++) {
      this.skipElement(types >> 4, depth + 1)
      this.skipElement(types & 15, depth + 1)
    }
  }

  /** Truth values take a byte within lists, none as fields. */
  private skipElement(type: number, depth: number): void {
    if (type === TRUE || type === FALSE) this.move(1)
    else this.skip(type, depth)
  }

  private listHeader(): { readonly count: number; readonly element: number } {
    const header = this.byte()
    const count = header >> 4 === 15 ? this.varint() : header >> 4
    // Each element takes a byte at least.
    if (count > this.bytes.length - this.at) throw this.error(`a list of ${count} elements`)
    return { count, element: header & 15 }
  }

  private binary(): Uint8Array {
    const length = this.varint()
    const start = this.at
    this.move(length)
    return this.bytes.subarray(start, this.at)
  }

  private zigzag(): number {
    const value = this.varint()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  private varint(): number {
    let value = 0
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = this.byte()
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
    throw this.error('a number of more than ten bytes')
  }

  private byte(): number {
    const byte = this.bytes[this.at]
    if (byte === undefined) throw this.error('the footer ends early')
    this.at++
    return byte
  }

  private move(count: number): void {
    if (count > this.bytes.length - this.at) throw this.error('the footer ends early')
    this.at += count
  }

  private error(message: string): ScanError {
    return new ScanError('malformed', `Thrift: ${message}`)
  }
}
