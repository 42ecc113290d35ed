// Connects decoders: chunks of decoded bytes, and compressed streams in a row.
import { ScanError } from '../errors.ts'
import type { ByteStream } from '../stream.ts'
import type { Puller } from './pull.ts'

/**
 * The output of a decoder: a generator of decoded bytes that throws `ScanError` after the last valid one. A chunk may
 * be a view of the decoder's window and is valid until the next one is requested.
 */
export type Chunks = Generator<Uint8Array, void, undefined>

/** Returns the chunks as a `ByteStream`. */
export function toStream(chunks: Chunks): ByteStream {
  return {
    kind: 'stream',
    next: () => nextChunk(chunks),
    close: () => {
      chunks.return()
    },
  }
}

/** Returns the next chunk, or undefined at the end. */
export function nextChunk(chunks: Chunks): Uint8Array | undefined {
  const step = chunks.next()
  return step.done ? undefined : step.value
}

/**
 * Decodes several compressed streams in a row, with zeros between and after them, since loaders do so too (Python's
 * `gzip` with zeros, `bz2`, `lzma` and `lz4.frame` without). Any other byte after the last one is an error, which is
 * thrown after everything that was decoded.
 * @param starts true when another stream begins with these bytes
 * @param decode decodes one stream, from its first byte to its last
 */
export function* members(input: Puller, starts: (head: Uint8Array) => boolean, decode: (input: Puller) => Chunks): Chunks {
  yield* decode(input)
  yield* furtherMembers(input, starts, decode)
}

/** Decodes the streams after the first one. */
export function* furtherMembers(input: Puller, starts: (head: Uint8Array) => boolean, decode: (input: Puller) => Chunks): Chunks {
  for (;;) {
    input.skipZeros()
    if (input.left === 0) return
    if (!starts(input.peek(HEAD)))
      throw new ScanError('malformed', `${input.left} bytes after the end of the compressed data`, input.offset)
    yield* decode(input)
  }
}

/** Number of bytes by which any of the formats is recognised. */
const HEAD = 16

/** Drops the first `count` bytes of `chunks`. */
export function* skipping(chunks: Chunks, count: number): Chunks {
  let left = count
  for (const chunk of chunks) {
    const drop = Math.min(left, chunk.length)
    left -= drop
    if (drop < chunk.length) yield chunk.subarray(drop)
  }
}

/** Splits `bytes` into pieces of at most `size`. */
export function* pieces(bytes: Uint8Array, size: number): Chunks {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** True when `head` begins with these bytes. */
export function startsWith(head: Uint8Array, magic: readonly number[]): boolean {
  return head.length >= magic.length && magic.every((byte, index) => head[index] === byte)
}
