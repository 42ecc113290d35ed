import { ScanError } from '../../bytes/errors.ts'
import { type ByteSource, memorySource } from '../../bytes/source.ts'
import type { Format, Scan } from '../../types/format.ts'
import { lmdbValues } from '../../wire/lmdb.ts'
import { startsLikeSqlite } from '../../wire/signatures.ts'
import { sqliteValues } from '../../wire/sqlite/database.ts'
import { sqliteLogValues } from '../../wire/sqlite/log.ts'
import { isValuePossible, type Place, Search } from '../shared/search-bytes.ts'

/** A shorter value holds no pickle that would import and call something. */
const MIN_VALUE = 20
/** Values up to this size are looked at in one go. */
const SMALL = 1 << 20
const MAX_PROBLEMS = 20

/** Reads what `sqlite.ts` recognises. */
export const scanSqlite: Format['scan'] = async ({ input }, scan) => {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'a database cannot be read from a stream')
  const valuesOf = startsLikeSqlite(scan.probe.head) ? sqliteValues : sqliteLogValues
  const problem = problems(scan)
  const values = valuesOf(input, { problem, tick: () => scan.budget.checkTime() })
  for (const { table, row, column, kind, bytes, offset } of values) {
    if (bytes.size < MIN_VALUE) continue
    const name = `${table.slice(0, 100)}/${row}/${column}`
    await lookAt(bytes, kind !== 'blob', { name, ...(offset === undefined ? {} : { base: offset }) }, scan, problem)
  }
  // Pages that are free, and what lies between the cells of the others.
  await new Search(input, scan).rest()
}

/** Reads what `lmdb.ts` recognises. */
export const scanLmdb: Format['scan'] = async ({ input }, scan) => {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'a database cannot be read from a stream')
  const problem = problems(scan)
  const values = lmdbValues(input, { problem, tick: () => scan.budget.checkTime() })
  for (const { bytes, offset } of values) await lookAt(bytes, false, { name: `value@${offset}`, base: offset }, scan, problem)
  await new Search(input, scan).rest()
}

/** Reads what `dbm.ts` recognises: values lie in the file as they are, wherever they begin. */
export const scanDbm: Format['scan'] = async ({ input }, scan) => {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'a database cannot be read from a stream')
  await new Search(input, scan, { base: 0, unpickled: true }).whole()
}

/** Says what could not be read, so many times. */
function problems(scan: Scan): (error: ScanError) => void {
  let said = 0
  return ({ why, message, offset }) => {
    if (++said <= MAX_PROBLEMS) scan.observe({ kind: 'incomplete', why, detail: message, ...(offset === undefined ? {} : { offset }) })
  }
}

/** One value: a payload in it. */
async function lookAt(bytes: ByteSource, isText: boolean, place: Place, scan: Scan, problem: (error: ScanError) => void): Promise<void> {
  if (bytes.size < MIN_VALUE) return
  try {
    const source = bytes.size > SMALL ? bytes : memorySource(bytes.read(0, bytes.size))
    if (isValuePossible(source, isText)) await new Search(source, scan, place).value(isText)
  } catch (error) {
    if (!(error instanceof ScanError) || error.why === 'timeout') throw error
    problem(error)
  }
}
