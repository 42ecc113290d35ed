// Decompresses the values of binary columns and searches them for pickles.
import { lz4, lz4Block } from '../../bytes/codecs/lz4.ts'
import { snappy } from '../../bytes/codecs/snappy.ts'
import { zstd } from '../../bytes/codecs/zstd.ts'
import { ScanError } from '../../bytes/errors.ts'
import { memorySource } from '../../bytes/source.ts'
import type { ByteStream } from '../../bytes/stream.ts'
import { zlib } from '../../bytes/zlib.ts'
import type { Scan } from '../../types/format.ts'
import { Search } from '../shared/search-bytes.ts'

/** Compression of one piece of a column. The uncompressed size is stored beside it. */
export type ColumnCodec = 'none' | 'snappy' | 'gzip' | 'brotli' | 'zstd' | 'lz4-block' | 'lz4-frame'

/** Maximum number of column bytes of one file that are searched: columns of images or audio are much larger. */
const MAX_SEARCHED = 64 * 2 ** 20
/** Maximum number of payloads that are scanned. */
const MAX_FOUND = 1000

/** Searches binary columns for payloads: readers return the values unchanged, and a program may unpickle them. */
export class ColumnValues {
  private readonly scan: Scan
  private left = MAX_SEARCHED
  private found = 0

  constructor(scan: Scan) {
    this.scan = scan
  }

  /** Whether one of the limits is reached. */
  get done(): boolean {
    return this.left <= 0 || this.found >= MAX_FOUND
  }

  /** Number of bytes that may still be searched. */
  get room(): number {
    return this.left
  }

  /** Counts bytes that were read, against the limit. */
  charge(bytes: number): void {
    this.left -= bytes
  }

  /**
   * Searches one piece, which has `size` bytes when decompressed. Returns false if it and thus the rest cannot be read.
   */
  async searchPiece(name: string, codec: ColumnCodec, bytes: Uint8Array, size: number): Promise<boolean> {
    const cost = Math.max(size, bytes.length)
    if (size < 0 || cost > this.left) {
      this.left = 0
      return false
    }
    this.charge(cost)
    const { budget } = this.scan
    budget.charge('bytes-inflated', size)
    budget.checkTime()
    try {
      const values = await decompress(codec, bytes, size)
      this.found += await new Search(memorySource(values), this.scan, { name, guess: 'place' }).whole()
      return true
    } catch (error) {
      if (!(error instanceof ScanError) || error.why === 'timeout') throw error
      return false
    }
  }
}

async function decompress(codec: ColumnCodec, bytes: Uint8Array, size: number): Promise<Uint8Array> {
  switch (codec) {
    case 'none':
      return bytes
    case 'snappy':
      return snappy(bytes, size)
    case 'gzip':
      return withZlib(() => zlib().gunzipSync(bytes, { maxOutputLength: Math.max(1, size) }))
    case 'brotli':
      return withZlib(() => zlib().brotliDecompressSync(bytes, { maxOutputLength: Math.max(1, size) }))
    case 'zstd':
      return readAll(zstd(memorySource(bytes)), size)
    case 'lz4-block':
      return lz4Block(bytes, size)
    case 'lz4-frame':
      return readAll(lz4(memorySource(bytes)), size)
  }
}

function withZlib(decompress: () => Uint8Array): Uint8Array {
  try {
    return decompress()
  } catch {
    throw new ScanError('malformed', 'a piece of a column cannot be decompressed')
  }
}

async function readAll(stream: ByteStream, size: number): Promise<Uint8Array> {
  const output = new Uint8Array(size)
  let length = 0
  for (let chunk = await stream.next(); chunk !== undefined; chunk = await stream.next()) {
    if (length + chunk.length > size) throw new ScanError('malformed', 'a piece of a column is longer than its declared size')
    output.set(chunk, length)
    length += chunk.length
  }
  return output.subarray(0, length)
}
