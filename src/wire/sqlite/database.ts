// Reads the texts and blobs of all tables of an SQLite database.
import { ScanError } from '../../bytes/errors.ts'
import { recordLayout, u16be, u32be } from '../../bytes/record.ts'
import { type ByteSource, memorySource, slice } from '../../bytes/source.ts'
import { literalsOf } from './literals.ts'
import { HEADER, SqlitePages } from './pages.ts'
import { narrowed, type TextEncoding } from './texts.ts'

/** A text or blob of a row; numbers and nulls are left out. */
export interface SqliteValue {
  readonly table: string
  readonly row: number
  readonly column: number
  readonly kind: 'blob' | 'text'
  readonly bytes: ByteSource
  /** Offset of the bytes in the file, if they are in one piece. */
  readonly offset?: number
}

/** Receives problems while the database is read. */
export interface SqliteListener {
  problem(error: ScanError): void
  /** Called for every page; throws to stop. */
  tick(): void
}

/** Head of a B-tree page; an interior page has the number of its last child after it (section 1.6). */
const PAGE = recordLayout({ kind: 1, freeblock: 2, cells: 2, contentStart: 2, fragmentedBytes: 1 })
const RIGHTMOST_CHILD = 4
const CELL_OFFSET = 2
const CHILD = 4

/** Kinds of B-tree pages. */
const INDEX_INNER = 2
const TABLE_INNER = 5
const INDEX_LEAF = 10
const TABLE_LEAF = 13
/** Maximum length of a name; a longer one is cut. */
const MAX_NAME = 1000
const MAX_HEADER = 65_536
/** Size of the header of a row of few columns, with its length. */
const FIRST_READ = 64
/** Maximum length of a statement that is searched for values. */
const MAX_STATEMENT = 16 * 2 ** 20
/** Columns of the schema table (section 2.6). */
const TYPE = 0
const NAME = 1
const ROOT = 3
const SQL = 4

/**
 * Returns the texts and blobs of every table of an SQLite database (https://sqlite.org/fileformat2.html) and of the
 * statements of its schema, since default values, computed columns and views have values that are in no row. Indexes
 * are left out, as they repeat values of tables; a table `WITHOUT ROWID` is read. Calls `problem` for what cannot be
 * read and goes on.
 */
export function* sqliteValues(source: ByteSource, listener: SqliteListener): Iterable<SqliteValue> {
  const walk = new Walk(new SqlitePages(source), source, listener)
  const tables: { name: string; root: number }[] = []
  for (const row of walk.tree(1)) {
    const root = row.number(ROOT)
    if (row.text(TYPE) === 'table' && root > 0) tables.push({ name: row.text(NAME), root })
    for (const { kind, bytes } of literalsOf(row.text(SQL, MAX_STATEMENT)))
      yield { table: 'sqlite_schema', row: row.id, column: SQL, kind, bytes: memorySource(bytes) }
  }
  for (const { name, root } of tables) for (const row of walk.tree(root)) yield* row.values(name)
}

/** Walks B-trees or single pages. */
export class Walk {
  private readonly pages: SqlitePages
  private readonly source: ByteSource
  private readonly listener: SqliteListener
  private readonly seen = new Set<number>()

  constructor(pages: SqlitePages, source: ByteSource, listener: SqliteListener) {
    this.pages = pages
    this.source = source
    this.listener = listener
  }

  /** Returns the rows of the tree whose first page is `root`. No page is part of two trees. */
  *tree(root: number): Iterable<Row> {
    const pending = [root]
    for (let number = pending.pop(); number !== undefined; number = pending.pop()) {
      if (this.seen.has(number)) continue
      this.seen.add(number)
      this.listener.tick()
      try {
        yield* this.node(number, pending)
      } catch (error) {
        if (!(error instanceof ScanError) || error.why === 'timeout') throw error
        this.listener.problem(error)
      }
    }
  }

  /** Returns the rows of one page and adds its children to `pending`. */
  *node(number: number, pending: number[]): Iterable<Row> {
    const page = this.pages.page(number)
    const offset = this.pages.offset(number)
    // The first page begins with the header of the file.
    const head = number === 1 ? HEADER.recordSize : 0
    const kind = page[head + PAGE.kind] ?? 0
    const inner = kind === TABLE_INNER || kind === INDEX_INNER
    if (!inner && kind !== TABLE_LEAF && kind !== INDEX_LEAF)
      throw new ScanError('malformed', `page ${number} of an SQLite database is part of a table, but of an unknown kind`, offset)
    const cells = u16be(page, head + PAGE.cells)
    const first = head + PAGE.recordSize + (inner ? RIGHTMOST_CHILD : 0)
    if (first + CELL_OFFSET * cells > page.length)
      throw new ScanError('malformed', `page ${number} of an SQLite database has too many cells`, offset)
    if (inner) pending.push(u32be(page, head + PAGE.recordSize))
    for (let i = 0; i < cells; i++) {
      let at = u16be(page, first + CELL_OFFSET * i)
      if (inner) {
        pending.push(u32be(page, at))
        at += CHILD
      }
      if (kind !== TABLE_INNER) yield this.cell(page, offset, at, kind === TABLE_LEAF)
    }
  }

  private cell(page: Uint8Array, offset: number, at: number, table: boolean): Row {
    const length = varint(page, at)
    const id = table ? varint(page, length.end) : { value: 0, end: length.end }
    if (length.value > this.source.size)
      throw new ScanError('malformed', 'a row of an SQLite database is longer than the file', offset + at)
    const local = this.localBytes(length.value, table)
    const overflow = local < length.value ? u32be(page, id.end + local) : 0
    const payload = this.pages.payload(page, id.end, local, length.value, overflow)
    return new Row(id.value, payload, { offset: offset + id.end, length: local }, this.pages.encoding)
  }

  /** Returns how many bytes of a payload are in its cell (section 1.6). */
  private localBytes(length: number, table: boolean): number {
    const { usable } = this.pages
    const most = table ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23
    if (length <= most) return length
    const least = Math.floor(((usable - 12) * 32) / 255) - 23
    const fitting = least + ((length - least) % (usable - 4))
    return fitting <= most ? fitting : least
  }
}

/** Bytes of the values of serial types 0 to 9 (section 2.1); 7 is a floating-point number. */
const WIDTHS = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]

/** A row of a table, which is a record (section 2.1). */
export class Row {
  readonly id: number
  private readonly encoding: TextEncoding
  private readonly payload: ByteSource
  private readonly local: { readonly offset: number; readonly length: number }
  private readonly fields: readonly { readonly type: number; readonly at: number; readonly length: number }[]

  constructor(id: number, payload: ByteSource, local: { readonly offset: number; readonly length: number }, encoding: TextEncoding) {
    this.encoding = encoding
    this.id = id
    this.payload = payload
    this.local = local
    const start = payload.read(0, Math.min(FIRST_READ, local.length))
    const size = varint(start, 0)
    if (size.value > MAX_HEADER || size.value > payload.size)
      throw new ScanError('malformed', 'a row of an SQLite database has no header', local.offset)
    const header = size.value <= start.length ? start : payload.read(0, size.value)
    const fields: { type: number; at: number; length: number }[] = []
    let at = size.value
    for (let pos = size.end; pos < size.value; ) {
      const { value: type, end } = varint(header, pos)
      const length = type >= 12 ? Math.floor((type - 12) / 2) : (WIDTHS[type] ?? 0)
      fields.push({ type, at, length })
      at += length
      pos = end
    }
    if (at > payload.size) throw new ScanError('malformed', 'a row of an SQLite database is longer than its cell', local.offset)
    this.fields = fields
  }

  text(column: number, most = MAX_NAME): string {
    const field = this.fields[column]
    if (!field || field.type < 13 || field.type % 2 === 0) return ''
    return new TextDecoder(this.encoding).decode(this.payload.read(field.at, Math.min(field.length, most)))
  }

  /** Returns an integer that is not negative; 0 for anything else. */
  number(column: number): number {
    const field = this.fields[column]
    if (!field || field.type > 9 || field.type === 7) return 0
    if (field.type >= 8) return field.type - 8
    return this.payload.read(field.at, field.length).reduce((sum, byte) => sum * 256 + byte, 0)
  }

  *values(table: string): Iterable<SqliteValue> {
    for (const [column, { type, at, length }] of this.fields.entries()) {
      if (type < 12 || length === 0) continue
      const { offset, length: local } = this.local
      const bytes = slice(this.payload, at, length)
      const kind = type % 2 === 0 ? 'blob' : 'text'
      if (kind === 'text' && this.encoding !== 'utf-8') {
        yield { table, row: this.id, column, kind, bytes: narrowed(bytes, this.encoding) }
        continue
      }
      yield { table, row: this.id, column, kind, bytes, ...(at + length <= local ? { offset: offset + at } : {}) }
    }
  }
}

/** Reads a number of up to nine bytes, seven bits each and eight in the last (section 1.6); exact up to 2^53. */
function varint(bytes: Uint8Array, at: number): { readonly value: number; readonly end: number } {
  let value = 0
  for (let i = 0; i < 8; i++) {
    const byte = bytes[at + i] ?? 0
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return { value, end: at + i + 1 }
  }
  return { value: value * 256 + (bytes[at + 8] ?? 0), end: at + 9 }
}
