import { type Chunks, nextChunk, skipping, toStream } from './codecs/chunks.ts'
import { inflate } from './codecs/deflate.ts'
import { Puller } from './codecs/pull.ts'
import { ScanError } from './errors.ts'
import { type ByteSource, memorySource } from './source.ts'
import type { ByteStream } from './stream.ts'
import { zlib } from './zlib.ts'

/** Up to this many bytes, of input or of output, are inflated in one go and can then be read at random. */
const SMALL = 8 * 1024 * 1024

const STREAM_PIECE = 64 * 1024

/** Called with the number of bytes that came out; throws to stop. */
export type Spend = (bytes: number) => void

/**
 * Raw deflate data (RFC 1951) as something to read from: in memory if they are whole and small, else a stream.
 * `declared` is what the container claims the size to be: it only chooses the way, the output may be larger or smaller.
 * Bytes after the end of the deflate data are ignored, as all readers do. Broken data give all that comes before the
 * break, then a `ScanError` (`truncated` or `malformed`): what loads a member piece by piece would have used it.
 */
export function inflateRaw(compressed: ByteSource, declared: number, spend: Spend): ByteSource | ByteStream {
  if (declared > SMALL || compressed.size > SMALL) return paid(streamed(compressed), spend)
  const attempt = inflateSmall(compressed, SMALL)
  if (attempt === 'broken') return paid(toStream(inflate(new Puller(compressed))), spend)
  if (attempt === 'too-long') return paid(streamed(compressed), spend)
  spend(attempt.length)
  return memorySource(attempt)
}

/** The whole output, if it is no longer than `limit` bytes and the data are sound. */
export function inflateSmall(compressed: ByteSource, limit: number): Uint8Array | 'too-long' | 'broken' {
  if (compressed.size === 0) return 'broken'
  const input = compressed.read(0, compressed.size)
  try {
    return zlib().inflateRawSync(input, { maxOutputLength: limit })
  } catch (error) {
    if (error instanceof RangeError) return 'too-long'
    // Whatever zlib trips over: a second decoder, which keeps the output before the break, says what is wrong.
    return 'broken'
  }
}

/** The same stream, whose output is paid for as it is taken. */
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
 * Through zlib, in flat memory: input is written only as fast as output is taken. Its losses before an error are made
 * up in plain code.
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
