import { type ByteSource, memorySource } from '../bytes/source.ts'
import type { Scan } from '../types/format.ts'
import { FlatBuffer, type Table } from '../wire/flatbuffer.ts'

/** Fields within fields. */
const MAX_DEPTH = 40
const MAX_FIELDS = 100_000
/** Extension types that PyArrow restores by unpickling their metadata (CVE-2023-47248; later versions refuse). */
const PICKLED = 'arrow.py_extension_type'
const MAX_PICKLE = 64 << 20

/** Reads the schema of an Arrow IPC message (Message.fbs, Schema.fbs) that starts at byte 0. Messages of other kinds are passed over. */
export async function scanArrowMessage(message: ByteSource, scan: Scan): Promise<void> {
  const root = new FlatBuffer(message, () => scan.budget.checkTime()).root()
  const SCHEMA = 1
  const schema = root.u8(1) === SCHEMA ? root.table(2) : undefined
  if (schema) await scanArrowSchema(schema, scan)
}

/** Looks through the fields of a schema for types that are pickles. What is found is scanned as a member. */
export async function scanArrowSchema(schema: Table, scan: Scan): Promise<void> {
  let fields = 0
  const pending: { readonly table: Table; readonly depth: number }[] = [...schema.tables(1)].map((table) => ({ table, depth: 0 }))
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { table, depth } = next
    if (++fields > MAX_FIELDS || depth > MAX_DEPTH) {
      scan.observe({ kind: 'incomplete', why: 'limit', detail: `more than ${MAX_FIELDS} fields, or ${MAX_DEPTH} levels of them` })
      return
    }
    await scanField(table, scan)
    for (const child of table.tables(5)) pending.push({ table: child, depth: depth + 1 })
  }
}

async function scanField(field: Table, scan: Scan): Promise<void> {
  const pairs = [...field.tables(6)]
  if (!pairs.some((pair) => pair.text(0) === 'ARROW:extension:name' && pair.text(1) === PICKLED)) return
  for (const pair of pairs) {
    if (pair.text(0) !== 'ARROW:extension:metadata') continue
    const { start, length } = pair.vector(1, 1)
    const bytes = field.buffer.source.read(start, Math.min(length, MAX_PICKLE))
    scan.observe({
      kind: 'structure',
      format: 'arrow',
      problem: 'bad-header',
      detail: `the type of the column ${field.text(0).slice(0, 100)} is a pickle (${PICKLED})`,
      offset: start,
    })
    await scan.descend({ name: `type of ${field.text(0).slice(0, 100)}`, size: bytes.length, open: () => memorySource(bytes) })
  }
}
