import { ScanError } from '../../bytes/errors.ts'
import { type ByteSource, memorySource } from '../../bytes/source.ts'
import { beginsLikePayload, MIN_ENCODED } from '../../pickle/emit/payload.ts'
import { findPickleStarts } from '../../pickle/vm/pickle-starts.ts'
import type { Format, Scan } from '../../types/format.ts'
import { lmdbValues } from '../../wire/lmdb.ts'
import { startsLikeSqlite } from '../../wire/signatures.ts'
import { sqliteValues } from '../../wire/sqlite/database.ts'
import { sqliteLogValues } from '../../wire/sqlite/log.ts'
import { canStart } from '../pickle/pickle/signature.ts'
import { type Hiding, searchPickles } from '../shared/hidden-pickles.ts'
import { payloadIn } from '../shared/nested-payload.ts'
import { Search } from '../shared/search-bytes.ts'

/** A shorter value holds no pickle that would import and call something. */
const MIN_VALUE = 20
/** Values up to this size are looked at in one go, and their like in base64 or compressed form is tried. */
const SMALL = 1 << 20
const MAX_PROBLEMS = 20

/** Reads what `sqlite.ts` recognises. */
export const scanSqlite: Format['scan'] = async ({ input }, scan) => {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'a database cannot be read from a stream')
  const valuesOf = startsLikeSqlite(scan.probe.head) ? sqliteValues : sqliteLogValues
  const problem = problems(scan)
  const values = valuesOf(input, { problem, tick: () => scan.budget.checkTime() })
  for (const { table, row, column, kind, bytes, offset } of values) {
    const name = `${table.slice(0, 100)}/${row}/${column}`
    await lookAt(bytes, { name, ...(offset === undefined ? {} : { offset }), ...(kind === 'blob' ? { value: true } : {}) }, scan, problem)
  }
  // Pages that are free, and what lies between the cells of the others.
  await new Search(input, scan).rest()
}

/** Reads what `lmdb.ts` recognises. */
export const scanLmdb: Format['scan'] = async ({ input }, scan) => {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'a database cannot be read from a stream')
  const problem = problems(scan)
  const values = lmdbValues(input, { problem, tick: () => scan.budget.checkTime() })
  for (const { bytes, offset } of values) await lookAt(bytes, { name: `value@${offset}`, offset, value: true }, scan, problem)
  await new Search(input, scan).rest()
}

/** Reads what `dbm.ts` recognises: values lie in the file as they are, wherever they begin. */
export const scanDbm: Format['scan'] = async ({ input }, scan) => {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'a database cannot be read from a stream')
  await searchPickles(input, scan, { offset: 0, unpickled: true })
  scan.account.passOver('searched')
}

/** Says what could not be read, so many times. */
function problems(scan: Scan): (error: ScanError) => void {
  let said = 0
  return ({ why, message, offset }) => {
    if (++said <= MAX_PROBLEMS) scan.observe({ kind: 'incomplete', why, detail: message, ...(offset === undefined ? {} : { offset }) })
  }
}

/** One value: a pickle in it that does something, or an encoded or compressed payload. */
async function lookAt(bytes: ByteSource, hiding: Hiding, scan: Scan, problem: (error: ScanError) => void): Promise<void> {
  if (bytes.size < MIN_VALUE) return
  try {
    if (bytes.size > SMALL) {
      await searchPickles(bytes, scan, hiding)
      return
    }
    const all = bytes.read(0, bytes.size)
    const first = all[0]
    const tried = hiding.value === true && canStart(first)
    const found = (tried || findPickleStarts(all, 0, all.length)) && (await searchPickles(memorySource(all), scan, hiding)) > 0
    if (!found && all.length >= MIN_ENCODED && beginsLikePayload(all, 0, !hiding.value)) await guess(all, hiding, scan)
  } catch (error) {
    if (!(error instanceof ScanError) || error.why === 'timeout') throw error
    problem(error)
  }
}

async function guess(bytes: Uint8Array, { name, value }: Hiding, scan: Scan): Promise<void> {
  const payload = payloadIn(bytes, !value)
  if (payload === undefined) return
  scan.budget.charge('members', 1)
  await scan.descend({
    name: `${name ?? 'value'} decoded`,
    size: payload.length,
    hints: { guess: 'constant' },
    open: () => memorySource(payload),
  })
}
