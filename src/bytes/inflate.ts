// Opens raw deflate data in memory or as a stream.
import { type Chunks, nextChunk, skipping, toStream } from './codecs/chunks.ts'
import { inflate } from './codecs/deflate.ts'
import { Puller } from './codecs/pull.ts'
import { ScanError } from './errors.ts'
import { type ByteSource, memorySource } from './source.ts'
import type { ByteStream } from './stream.ts'
import { zlib } from './zlib.ts'

/** Maximum bytes of input and of output that are inflated in one call; the output then has random access. */
const SMALL = 8 * 1024 * 1024

const STREAM_PIECE = 64 * 1024

/** Called with the number of decompressed bytes; throws to stop. */
export type Spend = (bytes: number) => void

/**
 * Opens raw deflate data (RFC 1951): in memory if they are complete and small, else as a stream. `declared` is the size
 * in the container, which only decides between the two; the output may be larger or smaller. Bytes after the end of the
 * deflate data are ignored, as by all readers. Of broken data everything before the break is returned, then a
 * `ScanError` (`truncated` or `malformed`) is thrown, since a loader that reads piece by piece would use that part.
 */
export function inflateRaw(compressed: ByteSource, declared: number, spend: Spend): ByteSource | ByteStream {
  if (declared > SMALL || compressed.size > SMALL) return paid(streamed(compressed), spend)
  const attempt = inflateSmall(compressed, SMALL)
  if (attempt === 'broken') return paid(toStream(inflate(new Puller(compressed))), spend)
  if (attempt === 'too-long') return paid(streamed(compressed), spend)
  spend(attempt.length)
  return memorySource(attempt)
}

/** Returns the whole output if it has at most `limit` bytes and the data are not broken. */
export function inflateSmall(compressed: ByteSource, limit: number): Uint8Array | 'too-long' | 'broken' {
  if (compressed.size === 0) return 'broken'
  const input = compressed.read(0, compressed.size)
  try {
    return zlib().inflateRawSync(input, { maxOutputLength: limit })
  } catch (error) {
    if (error instanceof RangeError) return 'too-long'
    // A second decoder, which returns the output before the break, finds out what is wrong.
    return 'broken'
  }
}

/** Returns the same stream, which calls `spend` for each chunk. */
export function paid(stream: ByteStream, spend: Spend): ByteStream {
  const pay = (chunk: Uint8Array | undefined): Uint8Array | undefined => {
    if (chunk) spend(chunk.length)
    return chunk
  }
  return {
    kind: 'stream',
    next() {
      const step = stream.next()
      return step instanceof Promise ? step.then(pay) : pay(step)
    },
    close: () => stream.close(),
  }
}

/**
 * Inflates with zlib in constant memory. Output that zlib drops before an error is decoded again by the second decoder.
 */
function streamed(compressed: ByteSource): ByteStream {
  const decoder = zlib().createInflateRaw({ chunkSize: STREAM_PIECE })
  const output: AsyncIterator<unknown> = decoder[Symbol.asyncIterator]()
  let read = 0
  let delivered = 0
  let exact: Chunks | undefined
  let closed = false
  const feed = (): void => {
    try {
      while (read < compressed.size) {
        const piece = compressed.read(read, STREAM_PIECE)
        read += piece.length
        if (piece.length === 0) break
        if (!decoder.write(piece)) return
      }
      decoder.end()
    } catch (error) {
      decoder.destroy(error instanceof Error ? error : new ScanError('malformed', String(error)))
    }
  }
  decoder.on('drain', feed)
  const next = async (): Promise<Uint8Array | undefined> => {
    if (closed) return undefined
    if (exact) return nextChunk(exact)
    if (read === 0) feed()
    try {
      const { value } = await output.next()
      if (!(value instanceof Uint8Array)) return undefined
      delivered += value.length
      return value
    } catch {
      exact = skipping(inflate(new Puller(compressed)), delivered)
      return nextChunk(exact)
    }
  }
  return {
    kind: 'stream',
    next,
    close() {
      closed = true
      decoder.destroy()
    },
  }
}
