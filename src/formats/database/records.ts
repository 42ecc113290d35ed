// Searches the values of SQLite, LMDB and DBM databases for pickles.
import { ScanError } from '../../bytes/errors.ts'
import { type ByteSource, memorySource } from '../../bytes/source.ts'
import type { Format, Scan } from '../../types/format.ts'
import { lmdbValues } from '../../wire/lmdb.ts'
import { startsLikeSqlite } from '../../wire/signatures.ts'
import { sqliteValues } from '../../wire/sqlite/database.ts'
import { sqliteLogValues } from '../../wire/sqlite/log.ts'
import { isValuePossible, Search, type SearchedBytes } from '../shared/search-bytes.ts'

/** A pickle that imports and calls something is longer. */
const MIN_VALUE = 20
/** Values up to this size are copied into memory before they are searched. */
const SMALL = 1 << 20
const MAX_PROBLEMS = 20

/** Searches the values of a SQLite database or write-ahead log. */
export const scanSqlite: Format['scan'] = async ({ input }, scan) => {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'a database cannot be read from a stream')
  const valuesOf = startsLikeSqlite(scan.probe.head) ? sqliteValues : sqliteLogValues
  const problem = problems(scan)
  const values = valuesOf(input, { problem, tick: () => scan.budget.checkTime() })
  for (const { table, row, column, kind, bytes, offset } of values) {
    if (bytes.size < MIN_VALUE) continue
    const name = `${table.slice(0, 100)}/${row}/${column}`
    await searchValue(bytes, kind !== 'blob', { name, ...(offset === undefined ? {} : { base: offset }) }, scan, problem)
  }
  // Free pages, and the bytes between the cells of other pages.
  await new Search(input, scan).rest()
}

/** Searches the values of an LMDB database. */
export const scanLmdb: Format['scan'] = async ({ input }, scan) => {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'a database cannot be read from a stream')
  const problem = problems(scan)
  const values = lmdbValues(input, { problem, tick: () => scan.budget.checkTime() })
  for (const { bytes, offset } of values) await searchValue(bytes, false, { name: `value@${offset}`, base: offset }, scan, problem)
  await new Search(input, scan).rest()
}

/** Searches a DBM file. Its values are stored without encoding, so that pickles are found at any offset. */
export const scanDbm: Format['scan'] = async ({ input }, scan) => {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'a database cannot be read from a stream')
  await new Search(input, scan, { base: 0, unpickled: true }).whole()
}

/** Returns a function that reports a part that could not be read, up to `MAX_PROBLEMS` times. */
function problems(scan: Scan): (error: ScanError) => void {
  let reported = 0
  return ({ why, message, offset }) => {
    if (++reported <= MAX_PROBLEMS) scan.observe({ kind: 'incomplete', why, detail: message, ...(offset === undefined ? {} : { offset }) })
  }
}

/** Searches one value for a payload. A value that cannot be read is reported, and the others are still searched. */
async function searchValue(
  bytes: ByteSource,
  isText: boolean,
  place: SearchedBytes,
  scan: Scan,
  problem: (error: ScanError) => void,
): Promise<void> {
  if (bytes.size < MIN_VALUE) return
  try {
    const source = bytes.size > SMALL ? bytes : memorySource(bytes.read(0, bytes.size))
    if (isValuePossible(source, isText)) await new Search(source, scan, place).value(isText)
  } catch (error) {
    if (!(error instanceof ScanError) || error.why === 'timeout') throw error
    problem(error)
  }
}
