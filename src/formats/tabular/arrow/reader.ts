// Reads the footer and the messages of an Arrow file or stream.
import { ScanError } from '../../../bytes/errors.ts'
import { latin1 } from '../../../bytes/latin1.ts'
import { type ByteSource, slice } from '../../../bytes/source.ts'
import type { Format, Scan } from '../../../types/format.ts'
import { FlatBuffer, type Table } from '../../../wire/flatbuffer.ts'
import { Search } from '../../shared/search-bytes.ts'
import { ColumnValues } from '../column-values.ts'
import { scanArrowMessage, scanArrowSchema } from './schema.ts'
import { CONTINUATION, MAGIC } from './signature.ts'
import { searchMessage } from './values.ts'

/** A message with a schema is longer. */
const MIN_SCHEMA = 32
/** Size of a Block (File.fbs). */
const BLOCK = 24
/** Maximum number of messages of one stream. */
const MAX_MESSAGES = 1_000_000

/** Scans a file or stream that `format.ts` recognised. */
export const scanArrow: Format['scan'] = async ({ input }, scan) => {
  if (input.kind === 'stream') throw new ScanError('unsupported', 'Arrow cannot be read from a stream')
  const file = latin1(input.read(0, 6)) === MAGIC
  if (!file) return (await scanStream(input, scan)) ? undefined : 'not-this-format'
  // Readers of files use the footer, readers of streams the first message: both schemas are read.
  let bytes = await scanMessageAt(input, 8, scan)
  const end = view(input, input.size - 10, 4)?.getInt32(0, true)
  if (latin1(input.read(input.size - 6, 6)) !== MAGIC || end === undefined)
    throw new ScanError('truncated', 'the footer is missing', input.size)
  if (end <= 0 || end > input.size - 18)
    throw new ScanError('malformed', `a footer of ${end} bytes does not fit into the file`, input.size - 10)
  const footer = new FlatBuffer(slice(input, input.size - 10 - end, end), () => scan.budget.checkTime()).root()
  const schema = footer.table(1)
  if (schema && (await scanArrowSchema(schema, scan))) bytes = true
  scan.account.read(input.size - 10 - end, end + 10)
  const values = bytes ? new ColumnValues(scan) : undefined
  for (const field of [2, 3]) await readBlocks(input, footer, field, scan, values)
  return new Search(input, scan).rest()
}

/** Footer: dictionaries 2 and recordBatches 3. Block: offset (i64), metaDataLength (i32), bodyLength (i64). */
async function readBlocks(input: ByteSource, footer: Table, field: number, scan: Scan, values: ColumnValues | undefined): Promise<void> {
  const { start, length } = footer.vector(field, BLOCK)
  for (let index = 0; index < length; index++) {
    const at = start + index * BLOCK
    const offset = footer.buffer.u64(at)
    const metadata = footer.buffer.u32(at + 8)
    scan.account.read(offset, metadata)
    scan.account.passOver('values', offset + metadata, footer.buffer.u64(at + 16))
    if (!values || values.done || metadata <= 8) continue
    // Versions before 0.15 wrote no continuation marker.
    const prefix = view(input, offset, 4)?.getUint32(0, true) === CONTINUATION ? 8 : 4
    await searchMessage(input, slice(input, offset + prefix, metadata - prefix), offset + metadata, values)
  }
}

async function scanStream(input: ByteSource, scan: Scan): Promise<boolean> {
  const length = view(input, 4, 4)?.getInt32(0, true) ?? 0
  if (8 + length > input.size) return false
  try {
    const root = new FlatBuffer(slice(input, 8, length)).root()
    if (root.u8(1) !== 1 || root.table(2) === undefined) return false
  } catch (error) {
    if (error instanceof ScanError) return false
    throw error
  }
  const bytes = await scanMessageAt(input, 0, scan)
  await readMessages(input, scan, bytes ? new ColumnValues(scan) : undefined)
  return true
}

/** Reads consecutive messages, each followed by a body of `bodyLength` (field 3) bytes, until a length of zero. */
async function readMessages(input: ByteSource, scan: Scan, values: ColumnValues | undefined): Promise<void> {
  let at = 0
  for (let count = 0; count < MAX_MESSAGES; count++) {
    const head = view(input, at, 8)
    if (head?.getUint32(0, true) !== CONTINUATION) return
    const length = head.getInt32(4, true)
    if (length <= 0) return scan.account.read(at, 8)
    const metadata = slice(input, at + 8, length)
    const body = new FlatBuffer(metadata, () => scan.budget.checkTime()).root().u64(3)
    scan.account.read(at, 8 + length)
    scan.account.passOver('values', at + 8 + length, body)
    if (values && !values.done) await searchMessage(input, metadata, at + 8 + length, values)
    at += 8 + length + body
  }
  scan.observe({ kind: 'incomplete', why: 'limit', detail: `more than ${MAX_MESSAGES} Arrow messages`, offset: at })
}

/** Reads the schema in the message at an offset. Returns whether it has a binary column. */
async function scanMessageAt(input: ByteSource, at: number, scan: Scan): Promise<boolean> {
  const first = view(input, at, 8)
  if (!first) throw new ScanError('truncated', 'the schema is missing', at)
  // Versions before 0.15 wrote no continuation marker.
  const marked = first.getUint32(0, true) === CONTINUATION
  const length = first.getInt32(marked ? 4 : 0, true)
  if (length <= 0) return false
  // Polars omits the length: these bytes are the root offset of the flatbuffer, which is smaller than any schema.
  const start = at + (marked ? 8 : length < MIN_SCHEMA ? 0 : 4)
  if (start === at) return scanArrowMessage(slice(input, at), scan)
  if (length > input.size - start) throw new ScanError('truncated', `a schema of ${length} bytes does not fit into the file`, at)
  scan.account.read(at, start + length - at)
  return scanArrowMessage(slice(input, start, length), scan)
}

function view(input: ByteSource, at: number, length: number): DataView | undefined {
  const bytes = at < 0 ? new Uint8Array(0) : input.read(at, length)
  return bytes.length === length ? new DataView(bytes.buffer, bytes.byteOffset, length) : undefined
}
