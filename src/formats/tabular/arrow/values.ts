// Searches the binary columns of Arrow messages for pickles.
import { ScanError } from '../../../bytes/errors.ts'
import { type ByteSource, slice } from '../../../bytes/source.ts'
import { FlatBuffer, type Table } from '../../../wire/flatbuffer.ts'
import type { ColumnCodec, ColumnValues } from '../column-values.ts'

/** Types of messages that contain values (Message.fbs `MessageHeader`). */
const DICTIONARY_BATCH = 2
const RECORD_BATCH = 3
/** Size of a Buffer: offset (i64) and length (i64). */
const BUFFER = 16
/** `BodyCompression.codec`: ZSTD; the only other value is LZ4_FRAME. */
const ZSTD = 1
/** A compressed buffer begins with its uncompressed size, or with −1 if it is not compressed. */
const STORED = 0xffff_ffff_ffff_ffffn

/** Minimum cost of a message in bytes, because a file may contain very many small ones. */
const MIN_MESSAGE_COST = 512

/** Binary types of a field (Schema.fbs `Type`): Binary, FixedSizeBinary, LargeBinary, BinaryView. */
export const BYTES: readonly number[] = [4, 15, 19, 23]

/**
 * Searches the buffers of a message for pickles, as a guess. Ignores malformed messages, in which a reader finds no
 * values.
 */
export async function searchMessage(input: ByteSource, metadata: ByteSource, body: number, values: ColumnValues): Promise<void> {
  values.charge(MIN_MESSAGE_COST)
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
  if (codec === 'none') await values.searchPiece('values', codec, bytes, bytes.length)
  else if (bytes.length > 8) {
    const size = new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true)
    const data = bytes.subarray(8)
    await (size === STORED
      ? values.searchPiece('values', 'none', data, data.length)
      : values.searchPiece('values', codec, data, Number(size)))
  }
}
