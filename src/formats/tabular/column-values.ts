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

/** Compressions of one piece of a column, whose size is said beside it. */
export type ColumnCodec = 'none' | 'snappy' | 'gzip' | 'brotli' | 'zstd' | 'lz4-block' | 'lz4-frame'

/** Bytes of the columns of one file that are searched: pictures and recordings are far longer, and no program. */
const MOST = 64 * 2 ** 20
/** Pickles that are opened. Where there are more, they are what the column is for. */
const MOST_FOUND = 1000

/** Values of columns that are bytes: readers hand them out as they are, and some program may unpickle them. */
export class ColumnValues {
  private readonly scan: Scan
  private left = MOST
  private found = 0

  constructor(scan: Scan) {
    this.scan = scan
  }

  /** Has enough been searched? */
  get done(): boolean {
    return this.left <= 0 || this.found >= MOST_FOUND
  }

  /** Bytes that may still be searched. */
  get room(): number {
    return this.left
  }

  /** Counts bytes that had to be read to find a piece. */
  spend(bytes: number): void {
    this.left -= bytes
  }

  /** Searches one piece, which holds `size` bytes once it is decompressed. False where it cannot be read: then neither can what follows. */
  async piece(name: string, codec: ColumnCodec, bytes: Uint8Array, size: number): Promise<boolean> {
    const cost = Math.max(size, bytes.length)
    if (size < 0 || cost > this.left) {
      this.left = 0
      return false
    }
    this.spend(cost)
    const { budget } = this.scan
    budget.charge('bytes-inflated', size)
    budget.checkTime()
    try {
      const values = await unpacked(codec, bytes, size)
      this.found += await new Search(memorySource(values), this.scan, { name, guess: 'place' }).whole()
      return true
    } catch (error) {
      if (!(error instanceof ScanError) || error.why === 'timeout') throw error
      return false
    }
  }
}

async function unpacked(codec: ColumnCodec, bytes: Uint8Array, size: number): Promise<Uint8Array> {
  switch (codec) {
    case 'none':
      return bytes
    case 'snappy':
      return snappy(bytes, size)
    case 'gzip':
      return inNode(() => zlib().gunzipSync(bytes, { maxOutputLength: Math.max(1, size) }))
    case 'brotli':
      return inNode(() => zlib().brotliDecompressSync(bytes, { maxOutputLength: Math.max(1, size) }))
    case 'zstd':
      return drained(zstd(memorySource(bytes)), size)
    case 'lz4-block':
      return lz4Block(bytes, size)
    case 'lz4-frame':
      return drained(lz4(memorySource(bytes)), size)
  }
}

function inNode(decompress: () => Uint8Array): Uint8Array {
  try {
    return decompress()
  } catch {
    throw new ScanError('malformed', 'a piece of a column cannot be decompressed to its size')
  }
}

async function drained(stream: ByteStream, size: number): Promise<Uint8Array> {
  const output = new Uint8Array(size)
  let length = 0
  for (let chunk = await stream.next(); chunk !== undefined; chunk = await stream.next()) {
    if (length + chunk.length > size) throw new ScanError('malformed', 'a piece of a column is longer than it says')
    output.set(chunk, length)
    length += chunk.length
  }
  return output.subarray(0, length)
}
