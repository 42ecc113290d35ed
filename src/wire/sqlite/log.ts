// Reads the rows in the write-ahead log of an SQLite database.
import { ScanError } from '../../bytes/errors.ts'
import { recordLayout, u32be } from '../../bytes/record.ts'
import type { ByteSource } from '../../bytes/source.ts'
import { type SqliteListener, type SqliteValue, Walk } from './database.ts'
import { HEADER, SqlitePages } from './pages.ts'

/** Header of a write-ahead log (section 4.1). */
const LOG = recordLayout({ magic: 4, version: 4, pageSize: 4, checkpoint: 4, salt1: 4, salt2: 4, checksum1: 4, checksum2: 4 })
/** Header of a frame, before its page. */
const FRAME = recordLayout({ page: 4, databaseSize: 4, salt1: 4, salt2: 4, checksum1: 4, checksum2: 4 })
const TABLE_LEAF = 13
const INDEX_LEAF = 10

/** The newest page of each number in the part of a write-ahead log that was read. */
class LogPages extends SqlitePages {
  readonly offsets = new Map<number, number>()

  override offset(number: number): number {
    const offset = this.offsets.get(number)
    if (offset === undefined) throw new ScanError('truncated', `page ${number} of an SQLite database is not in its log`)
    return offset
  }

  put(number: number, offset: number): void {
    this.offsets.set(number, offset)
    this.forget(number)
  }
}

/**
 * Returns the texts and blobs in a write-ahead log (section 4), which replace rows of the database. Pages are read as
 * they were at the end of each transaction, so that no transaction hides another, whether or not SQLite would use it.
 */
export function* sqliteLogValues(source: ByteSource, listener: SqliteListener): Iterable<SqliteValue> {
  const size = u32be(source.read(0, LOG.recordSize), LOG.pageSize)
  const step = FRAME.recordSize + size
  const pages = new LogPages(source, headerOf(source, size))
  let changed: number[] = []
  for (let at = LOG.recordSize; at + step <= source.size; at += step) {
    listener.tick()
    const frame = source.read(at, FRAME.recordSize)
    const number = u32be(frame, FRAME.page)
    pages.put(number, at + FRAME.recordSize)
    changed.push(number)
    // Only the last frame of a transaction has the size of the database.
    if (u32be(frame, FRAME.databaseSize) === 0 && at + 2 * step <= source.size) continue
    for (const each of changed) yield* leafValues(each, pages, source, listener)
    changed = []
  }
}

function* leafValues(number: number, pages: SqlitePages, source: ByteSource, listener: SqliteListener): Iterable<SqliteValue> {
  try {
    const kind = pages.page(number)[number === 1 ? HEADER.recordSize : 0] ?? 0
    if (kind !== TABLE_LEAF && kind !== INDEX_LEAF) return
    for (const row of new Walk(pages, source, listener).node(number, [])) yield* row.values(`page ${number}`)
  } catch (error) {
    if (!(error instanceof ScanError) || error.why === 'timeout') throw error
    listener.problem(error)
  }
}

/**
 * Returns the header of the database where its first page is in the log, else one with nothing but the size of a page.
 */
function headerOf(source: ByteSource, size: number): Uint8Array {
  const length = FRAME.recordSize + HEADER.recordSize
  const first = source.read(LOG.recordSize, length)
  if (u32be(first, FRAME.page) === 1 && first.length === length) return first.subarray(FRAME.recordSize)
  const header = new Uint8Array(HEADER.recordSize)
  // A size of 65,536 is written as 1.
  header[HEADER.pageSize] = size === 65_536 ? 0 : size >> 8
  header[HEADER.pageSize + 1] = size === 65_536 ? 1 : size & 0xff
  return header
}
