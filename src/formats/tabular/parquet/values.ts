// Searches the pages of binary Parquet columns for pickles.
import { ScanError } from '../../../bytes/errors.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import type { Scan } from '../../../types/format.ts'
import { type ColumnCodec, ColumnValues } from '../column-values.ts'
import { type PageHeader, type ParquetColumn, type ParquetFooter, readPageHeader } from './thrift.ts'

/** `CompressionCodec` (parquet.thrift), without LZO (3) and Hadoop's deprecated framing of LZ4 (5). */
const CODECS: ReadonlyMap<number, ColumnCodec> = new Map([
  [0, 'none'],
  [1, 'snappy'],
  [2, 'gzip'],
  [4, 'brotli'],
  [6, 'zstd'],
  [7, 'lz4-block'],
])

/** Sizes to try for a page header: the usual maximum, and one with the minimum and maximum value of the page. */
const HEADERS: readonly number[] = [512, 64 * 1024]

/** Searches binary columns for pickles, as a guess: the first 64 MiB of all columns. */
export async function searchColumns(input: ByteSource, { columns, binary }: ParquetFooter, scan: Scan): Promise<void> {
  const values = new ColumnValues(scan)
  for (const column of columns) {
    const codec = CODECS.get(column.codec)
    if (binary.has(column.leaf) && codec !== undefined && !values.done) await searchPages(input, column, codec, values)
  }
}

async function searchPages(input: ByteSource, column: ParquetColumn, codec: ColumnCodec, values: ColumnValues): Promise<void> {
  const end = Math.min(input.size, column.offset + column.length)
  for (let at = column.offset; at < end && !values.done; ) {
    const header = headerAt(input, at, end, values)
    if (header === undefined) return
    const start = at + header.size
    at = start + header.compressed
    if (header.compressed < header.levels || header.levels < 0 || at > end || header.compressed > values.room) return
    const { levels } = header
    const bytes = input.read(start + levels, header.compressed - levels)
    const size = header.packed ? header.uncompressed - levels : bytes.length
    if (!(await values.searchPiece(`column ${column.leaf}`, header.packed ? codec : 'none', bytes, size))) return
  }
}

/** Returns undefined if no page begins at the offset: the column is encrypted or damaged. */
function headerAt(input: ByteSource, at: number, end: number, values: ColumnValues): PageHeader | undefined {
  for (const length of HEADERS) {
    values.charge(Math.min(length, end - at))
    try {
      return readPageHeader(input.read(at, Math.min(length, end - at)))
    } catch (error) {
      if (!(error instanceof ScanError)) throw error
    }
  }
  return undefined
}
