import { ScanError } from '../errors.ts'
import type { ByteStream } from '../stream.ts'
import type { Puller } from './pull.ts'

/**
 * What a decoder is inside: a generator that gives decoded bytes and throws `ScanError` after the last good one. A
 * chunk may be a view of the decoder's own window: it is valid until the next one is asked for.
 */
export type Chunks = Generator<Uint8Array, void, undefined>

/** The same as a `ByteStream`. */
export function toStream(chunks: Chunks): ByteStream {
  return {
    kind: 'stream',
    next: () => nextChunk(chunks),
    close: () => {
      chunks.return()
    },
  }
}

export function nextChunk(chunks: Chunks): Uint8Array | undefined {
  const step = chunks.next()
  return step.done ? undefined : step.value
}

/**
 * Data may be several compressed streams one after the other, with zeros between and behind: loaders read on (Python's
 * `gzip` over zeros, `bz2`, `lzma` and `lz4.frame` without), so what stands in a later one is not hidden. Anything else
 * behind the last one is an error, thrown after all that was decoded is delivered.
 * @param starts whether another stream begins with these bytes
 * @param decode one stream, from its first byte to its last
 */
export function* members(input: Puller, starts: (head: Uint8Array) => boolean, decode: (input: Puller) => Chunks): Chunks {
  yield* decode(input)
  yield* furtherMembers(input, starts, decode)
}

/** What `members` does after the first one. */
export function* furtherMembers(input: Puller, starts: (head: Uint8Array) => boolean, decode: (input: Puller) => Chunks): Chunks {
  for (;;) {
    input.skipZeros()
    if (input.left === 0) return
    if (!starts(input.peek(HEAD)))
      throw new ScanError('malformed', `${input.left} bytes after the end of the compressed data`, input.offset)
    yield* decode(input)
  }
}

/** Enough bytes to know any of the formats by. */
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

/** `bytes` in pieces of at most `size`. */
export function* pieces(bytes: Uint8Array, size: number): Chunks {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** Whether `head` begins with these bytes. */
export function startsWith(head: Uint8Array, magic: readonly number[]): boolean {
  return head.length >= magic.length && magic.every((byte, index) => head[index] === byte)
}
