import { ScanError } from '../../bytes/errors.ts'
import type { ByteSource } from '../../bytes/source.ts'
import { type SqliteListener, type SqliteValue, Walk } from './database.ts'
import { SqlitePages, u32 } from './pages.ts'

const HEADER = 32
const FRAME = 24
const TABLE_LEAF = 13
const INDEX_LEAF = 10

/** The newest page of each number in a write-ahead log, as far as it has been gone through. */
class LogPages extends SqlitePages {
  readonly places = new Map<number, number>()

  override offset(number: number): number {
    const offset = this.places.get(number)
    if (offset === undefined) throw new ScanError('truncated', `page ${number} of an SQLite database is not in its log`)
    return offset
  }

  put(number: number, offset: number): void {
    this.places.set(number, offset)
    this.forget(number)
  }
}

/**
 * The texts and blobs in the pages of a write-ahead log (section 4): rows that SQLite reads in place of those of the database. What each transaction wrote is read as it was
 * at its end, so that none hides another; which of them count is not asked.
 */
export function* sqliteLogValues(source: ByteSource, listener: SqliteListener): Iterable<SqliteValue> {
  const size = u32(source.read(8, 4), 0)
  const step = FRAME + size
  const pages = new LogPages(source, headerOf(source, size))
  let changed: number[] = []
  for (let at = HEADER; at + step <= source.size; at += step) {
    listener.tick()
    const frame = source.read(at, 8)
    const number = u32(frame, 0)
    pages.put(number, at + FRAME)
    changed.push(number)
    // The size of the database stands in the last frame of a transaction.
    if (u32(frame, 4) === 0 && at + 2 * step <= source.size) continue
    for (const each of changed) yield* leafValues(each, pages, source, listener)
    changed = []
  }
}

function* leafValues(number: number, pages: SqlitePages, source: ByteSource, listener: SqliteListener): Iterable<SqliteValue> {
  try {
    const kind = pages.page(number)[number === 1 ? 100 : 0] ?? 0
    if (kind !== TABLE_LEAF && kind !== INDEX_LEAF) return
    for (const row of new Walk(pages, source, listener).node(number, [])) yield* row.values(`page ${number}`)
  } catch (error) {
    if (!(error instanceof ScanError) || error.why === 'timeout') throw error
    listener.problem(error)
  }
}

/** The header of the database where its first page is in the log, or one that says no more than the size of a page. */
function headerOf(source: ByteSource, size: number): Uint8Array {
  const first = source.read(HEADER, FRAME + 100)
  if (u32(first, 0) === 1 && first.length === FRAME + 100) return first.subarray(FRAME)
  const header = new Uint8Array(100)
  header[16] = size === 65_536 ? 0 : size >> 8
  header[17] = size === 65_536 ? 1 : size & 0xff
  return header
}
