// Finds pickles in the extension types and metadata of an Arrow schema.
import { type ByteSource, memorySource } from '../../../bytes/source.ts'
import { MIN_PAYLOAD } from '../../../pickle/emit/payload.ts'
import type { Scan } from '../../../types/format.ts'
import { FlatBuffer, type Table } from '../../../wire/flatbuffer.ts'
import { scanMetadataPayload } from '../../shared/metadata-payload.ts'
import { BYTES } from './values.ts'

/** Maximum nesting depth of fields. */
const MAX_DEPTH = 40
const MAX_FIELDS = 100_000
/** Maximum number of metadata entries of one field or schema; real ones have about ten. */
const MAX_PAIRS = 100_000
/** An extension type that PyArrow before 14.0.1 restored by unpickling its metadata (CVE-2023-47248). */
const PICKLED = 'arrow.py_extension_type'
const MAX_PICKLE = 64 << 20
/** Ray's extension type for columns whose values are pickles (ray/air/util/object_extensions/arrow.py). */
const RAY_OBJECTS = 'ray.data.arrow_pickled_object'

/**
 * Reads the schema of an Arrow IPC message that begins at byte 0 (Message.fbs, Schema.fbs), and ignores other messages.
 * Returns whether a field is binary.
 */
export async function scanArrowMessage(message: ByteSource, scan: Scan): Promise<boolean> {
  const root = new FlatBuffer(message, () => scan.budget.checkTime()).root()
  const SCHEMA = 1
  const schema = root.u8(1) === SCHEMA ? root.table(2) : undefined
  return schema !== undefined && (await scanArrowSchema(schema, scan))
}

/** Scans pickles in the extension types and metadata of a schema as members. Returns whether a field is binary. */
export async function scanArrowSchema(schema: Table, scan: Scan): Promise<boolean> {
  await scanMetadata(schema.tables(2), scan)
  let fields = 0
  let bytes = false
  const pending: { readonly table: Table; readonly depth: number }[] = []
  // At most one more than the maximum is pending, so that the check below reports the limit.
  const add = (tables: Iterable<Table>, depth: number): void => {
    for (const table of tables) {
      if (pending.length > MAX_FIELDS) return
      pending.push({ table, depth })
    }
  }
  add(schema.tables(1), 0)
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { table, depth } = next
    if (++fields > MAX_FIELDS || depth > MAX_DEPTH) {
      scan.observe({
        kind: 'incomplete',
        why: 'limit',
        detail: `more than ${MAX_FIELDS} fields, or fields nested deeper than ${MAX_DEPTH} levels`,
      })
      return bytes
    }
    bytes ||= BYTES.includes(table.u8(2))
    await scanField(table, scan)
    add(table.tables(5), depth + 1)
  }
  return bytes
}

async function scanField(field: Table, scan: Scan): Promise<void> {
  const pairs: Table[] = []
  for (const pair of field.tables(6)) {
    if (pairs.length >= MAX_PAIRS) {
      scan.observe({ kind: 'incomplete', why: 'limit', detail: `more than ${MAX_PAIRS} metadata entries of one field` })
      break
    }
    pairs.push(pair)
  }
  const type = pairs.find((pair) => pair.text(0) === 'ARROW:extension:name')?.text(1)
  const column = field.text(0).slice(0, 100)
  if (type === RAY_OBJECTS)
    scan.observe({
      kind: 'config-reference',
      loader: 'library',
      module: 'ray.cloudpickle',
      name: 'loads',
      where: column,
      use: 'function',
      detail: `the type of the column is ${RAY_OBJECTS}`,
      offset: field.at,
    })
  if (type !== PICKLED) return scanMetadata(pairs, scan)
  for (const pair of pairs) {
    if (pair.text(0) !== 'ARROW:extension:metadata') continue
    const { start, length } = pair.vector(1, 1)
    const bytes = field.buffer.source.read(start, Math.min(length, MAX_PICKLE))
    scan.observe({
      kind: 'structure',
      format: 'arrow',
      problem: 'bad-header',
      detail: `the type of the column ${column} is a pickle (${PICKLED})`,
      offset: start,
    })
    await scan.descend({ name: `type of ${column}`, size: bytes.length, open: () => memorySource(bytes) })
  }
}

/** Scans pickles in metadata: extension types of other libraries, and values that programs store beside the data. */
async function scanMetadata(pairs: Iterable<Table>, scan: Scan): Promise<void> {
  let count = 0
  for (const pair of pairs) {
    if (++count > MAX_PAIRS) {
      scan.observe({ kind: 'incomplete', why: 'limit', detail: `more than ${MAX_PAIRS} metadata entries of one field or schema` })
      return
    }
    const { start, length } = pair.vector(1, 1)
    if (length >= MIN_PAYLOAD && length <= MAX_PICKLE) await scanMetadataPayload(pair.text(0), pair.buffer.source.read(start, length), scan)
  }
}
