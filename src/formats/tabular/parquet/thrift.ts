// Reads the footer and the page headers of a Parquet file (Thrift's compact protocol).
import { ScanError } from '../../../bytes/errors.ts'
import type { Range } from '../../../types/account.ts'

/** Type codes of Thrift's compact protocol (thrift-compact-protocol.md). */
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

/** `FileMetaData.schema`, `FileMetaData.row_groups`, `RowGroup.columns`, `ColumnChunk.meta_data`. */
const SCHEMA = 2
const ROW_GROUPS = 4
const COLUMNS = 1
const COLUMN_METADATA = 3

/** The range of the pages of a column, and its compression. */
export interface ParquetColumn extends Range {
  /** The index of its leaf in the schema. */
  readonly leaf: number
  /** `ColumnMetaData.codec`. */
  readonly codec: number
}

/** What is read of the footer. */
export interface ParquetFooter {
  readonly pairs: readonly (readonly [key: string, value: Uint8Array])[]
  /** Columns whose values may be bytes, one for each row group. */
  readonly columns: readonly ParquetColumn[]
  /** Leaves of the schema whose values are binary data. */
  readonly binary: ReadonlySet<number>
}

/** Receives each range at once: a footer may have millions, so that none is stored. */
export interface FooterListener {
  column(range: Range): void
  /** Page indexes and Bloom filters. */
  index(range: Range): void
}

/** Maximum number of key-value pairs; real files have about ten. */
const MAX_PAIRS = 100_000
/** Maximum number of columns of bytes, in all row groups. */
const MAX_COLUMNS = 200_000
/** Maximum number of leaves of a schema. */
const MAX_LEAVES = 1_000_000

/** Physical types BYTE_ARRAY and FIXED_LEN_BYTE_ARRAY; converted types UTF8, ENUM and JSON, which are text. */
const BYTES: readonly number[] = [6, 7]
const TEXTS: readonly number[] = [0, 4, 19]

/** Reads the key-value pairs, columns and indexes of a Parquet footer. @throws {ScanError} `malformed`, `limit`. */
export function readFooter(footer: Uint8Array, listener: FooterListener): ParquetFooter {
  return new CompactReader(footer, listener).fileMetadata()
}

/** The header of a page. */
export interface PageHeader {
  /** Size of the header itself. */
  readonly size: number
  readonly uncompressed: number
  readonly compressed: number
  /** Size of the levels before the values. They are never compressed (data pages of version 2). */
  readonly levels: number
  /** Whether the values are compressed with the codec of the column. */
  readonly packed: boolean
}

/**
 * Reads the header of the page that begins at the first byte (parquet.thrift, `PageHeader`). @throws {ScanError}
 * `malformed`.
 */
export function readPageHeader(bytes: Uint8Array): PageHeader {
  return new CompactReader(bytes).pageHeader()
}

class CompactReader {
  private readonly bytes: Uint8Array
  private at = 0
  private readonly listener: FooterListener | undefined
  private readonly columns: ParquetColumn[] = []
  private readonly binaryLeaves = new Set<number>()
  private leaves = 0

  constructor(bytes: Uint8Array, listener?: FooterListener) {
    this.bytes = bytes
    this.listener = listener
  }

  fileMetadata(): ParquetFooter {
    const pairs: (readonly [string, Uint8Array])[] = []
    this.struct((id, type) => {
      if (id === SCHEMA && type === LIST) return this.list(() => this.schemaElement())
      if (id === ROW_GROUPS && type === LIST) return this.list(() => this.rowGroup())
      if (id !== KEY_VALUES || type !== LIST) return this.skip(type, 0)
      const { count } = this.listHeader()
      for (let index = 0; index < count; index++) {
        if (pairs.length >= MAX_PAIRS) throw new ScanError('limit', `more than ${MAX_PAIRS} metadata of a Parquet file`)
        pairs.push(this.pair())
      }
    })
    return { pairs, columns: this.columns, binary: this.binaryLeaves }
  }

  /** PageHeader: uncompressed_page_size 2, compressed_page_size 3, data_page_header_v2 8. */
  pageHeader(): PageHeader {
    let levels = 0
    let packed = true
    const numbers = this.numbers((id, type) => {
      if (id !== 8 || type !== STRUCT) return this.skip(type, 0)
      // DataPageHeaderV2: definition_levels_byte_length 5 and repetition_levels_byte_length 6, is_compressed 7.
      const version2 = this.numbers((field, kind) => {
        if (field === 7 && kind === FALSE) packed = false
        this.skip(kind, 0)
      })
      levels = (version2.get(5) ?? 0) + (version2.get(6) ?? 0)
    })
    return { size: this.at, uncompressed: numbers.get(2) ?? -1, compressed: numbers.get(3) ?? -1, levels, packed }
  }

  /** SchemaElement: type 1, num_children 5, converted_type 6, logicalType 10, of which STRING is 1 and JSON 12. */
  private schemaElement(): void {
    let text = false
    const numbers = this.numbers((id, type) => {
      if (id !== 10 || type !== STRUCT) return this.skip(type, 0)
      this.struct((kind, inner) => {
        text ||= kind === 1 || kind === 12
        this.skip(inner, 0)
      })
    })
    if (!numbers.has(1)) return
    if (this.leaves >= MAX_LEAVES) throw new ScanError('limit', `more than ${MAX_LEAVES} columns of a Parquet file`)
    const leaf = this.leaves++
    const converted = numbers.get(6) ?? -1
    if (BYTES.includes(numbers.get(1) ?? -1) && !text && !TEXTS.includes(converted)) this.binaryLeaves.add(leaf)
  }

  private list(element: () => void): void {
    const { count } = this.listHeader()
    for (let index = 0; index < count; index++) element()
  }

  private rowGroup(): void {
    let leaf = 0
    this.struct((id, type) => {
      if (id === COLUMNS && type === LIST) this.list(() => this.column(leaf++))
      else this.skip(type, 0)
    })
  }

  /** ColumnChunk: meta_data 3, offset_index_offset 4 and _length 5, column_index_offset 6 and _length 7. */
  private column(leaf: number): void {
    const numbers = this.numbers((id, type) => (id === COLUMN_METADATA && type === STRUCT ? this.columnMetadata(leaf) : this.skip(type, 0)))
    for (const [offset, length] of [
      [4, 5],
      [6, 7],
    ] as const)
      this.listener?.index({ offset: numbers.get(offset) ?? 0, length: numbers.get(length) ?? 0 })
  }

  /**
   * ColumnMetaData: codec 4, total_compressed_size 7, data_page_offset 9, dictionary_page_offset 11,
   * bloom_filter_offset 14 and _length 15.
   */
  private columnMetadata(leaf: number): void {
    const numbers = this.numbers((_, type) => this.skip(type, 0))
    const data = numbers.get(9) ?? 0
    const dictionary = numbers.get(11) ?? 0
    const offset = dictionary > 0 && dictionary < data ? dictionary : data
    const length = numbers.get(7) ?? 0
    this.listener?.column({ offset, length })
    this.listener?.index({ offset: numbers.get(14) ?? 0, length: numbers.get(15) ?? 0 })
    // A schema that comes after its columns says only then which of them are bytes.
    if (length <= 0 || (this.leaves > 0 && !this.binaryLeaves.has(leaf))) return
    if (this.columns.length >= MAX_COLUMNS) throw new ScanError('limit', `more than ${MAX_COLUMNS} columns of bytes in a Parquet file`)
    this.columns.push({ leaf, codec: numbers.get(4) ?? 0, offset, length })
  }

  /** Reads the integers of a struct, by field id; `other` handles fields of other types. */
  private numbers(other: (id: number, type: number) => void): ReadonlyMap<number, number> {
    const found = new Map<number, number>()
    this.struct((id, type) => {
      if (type > BYTE && type <= I64) found.set(id, this.zigzag())
      else other(id, type)
    })
    return found
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
    if (depth > MAX_DEPTH) throw this.error(`nested deeper than ${MAX_DEPTH} levels`)
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
    else throw this.error(`the unknown type ${type}`)
  }

  private skipMap(depth: number): void {
    const count = this.varint()
    if (count === 0) return
    const types = this.byte()
    if (count > this.bytes.length - this.at) throw this.error(`a map of ${count} entries does not fit into the footer`)
    for (let index = 0; index < count; index++) {
      this.skipElement(types >> 4, depth + 1)
      this.skipElement(types & 15, depth + 1)
    }
  }

  /** A boolean takes a byte in a list or map, and none as a field. */
  private skipElement(type: number, depth: number): void {
    if (type === TRUE || type === FALSE) this.move(1)
    else this.skip(type, depth)
  }

  private listHeader(): { readonly count: number; readonly element: number } {
    const header = this.byte()
    const count = header >> 4 === 15 ? this.varint() : header >> 4
    // Each element takes at least one byte.
    if (count > this.bytes.length - this.at) throw this.error(`a list of ${count} elements does not fit into the footer`)
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
    throw this.error('an integer of more than ten bytes')
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
