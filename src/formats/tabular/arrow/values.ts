// Searches the binary columns of Arrow messages for pickles.
import { ScanError } from '../../../bytes/errors.ts'
import { type ByteSource, slice } from '../../../bytes/source.ts'
import { FlatBuffer, type Table } from '../../../wire/flatbuffer.ts'
import type { ColumnCodec, ColumnValues } from '../column-values.ts'

/** Headers of messages that hold values (Message.fbs `MessageHeader`). */
const DICTIONARY_BATCH = 2
const RECORD_BATCH = 3
/** Buffer: offset (i64) and length (i64). */
const BUFFER = 16
/** `BodyCompression.codec`: LZ4_FRAME unless it is this. */
const ZSTD = 1
/** In front of a compressed buffer stands its size, or this where it is stored as it is. */
const STORED = 0xffff_ffff_ffff_ffffn

/** What a message costs, whatever is in it: there may be as many as fit into the file. */
const LEAST_MESSAGE = 512

/** Types of a field whose values are bytes and no text (Schema.fbs `Type`): Binary, FixedSizeBinary, LargeBinary, BinaryView. */
export const BYTES: readonly number[] = [4, 15, 19, 23]

/** Searches the buffers of a message for pickles, as a guess. What is broken in it is of no concern here. */
export async function searchMessage(input: ByteSource, metadata: ByteSource, body: number, values: ColumnValues): Promise<void> {
  values.spend(LEAST_MESSAGE)
  try {
    const batch = batchOf(new FlatBuffer(metadata).root())
    if (batch) await searchBuffers(input, batch, body, values)
  } catch (error) {
    if (!(error instanceof ScanError) || error.why !== 'malformed') throw error
  }
}

function batchOf(message: Table): Table | undefined {
  const kind = message.u8(1)
  const header = message.table(2)
  return kind === RECORD_BATCH ? header : kind === DICTIONARY_BATCH ? header?.table(1) : undefined
}

/** RecordBatch: buffers 2, compression 3. */
async function searchBuffers(input: ByteSource, batch: Table, body: number, values: ColumnValues): Promise<void> {
  const { start, length } = batch.vector(2, BUFFER)
  const compression = batch.table(3)
  const codec: ColumnCodec = compression === undefined ? 'none' : compression.u8(0) === ZSTD ? 'zstd' : 'lz4-frame'
  for (let index = 0; index < length && !values.done; index++) {
    const at = body + batch.buffer.u64(start + index * BUFFER)
    const size = batch.buffer.u64(start + index * BUFFER + 8)
    if (size === 0 || size > values.room) continue
    const bytes = slice(input, at, size).read(0, size)
    await searchBuffer(bytes, codec, values)
  }
}

async function searchBuffer(bytes: Uint8Array, codec: ColumnCodec, values: ColumnValues): Promise<void> {
  if (codec === 'none') await values.piece('values', codec, bytes, bytes.length)
  else if (bytes.length > 8) {
    const size = new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true)
    const data = bytes.subarray(8)
    await (size === STORED ? values.piece('values', 'none', data, data.length) : values.piece('values', codec, data, Number(size)))
  }
}
