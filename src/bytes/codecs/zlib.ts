// Decompresses gzip and zlib data.
import { createGunzip, createInflate, gunzipSync, inflateSync } from 'node:zlib'
import { ScanError } from '../errors.ts'
import type { ByteSource } from '../source.ts'
import type { ByteStream } from '../stream.ts'
import { adler32, type Checksum, crc32 } from './checksums.ts'
import { type Chunks, furtherMembers, members, nextChunk, pieces, skipping, startsWith, toStream } from './chunks.ts'
import { inflate } from './deflate.ts'
import { CODEC_LIMITS } from './limits.ts'
import { Puller } from './pull.ts'

const PIECE = 64 * 1024

/** The header and trailer of deflate data, and the functions of Node for them. */
interface Wrapper {
  readonly oneShot: typeof gunzipSync
  readonly stream: typeof createGunzip
  readonly header: (input: Puller) => void
  readonly checksum: () => Checksum
  /** Bytes of the trailer: the checksum, then bytes that are skipped. */
  readonly trailer: number
  readonly starts: (head: Uint8Array) => boolean
}

const GZIP: Wrapper = {
  oneShot: gunzipSync,
  stream: createGunzip,
  header: gzipHeader,
  checksum: crc32,
  trailer: 8,
  starts: (head) => startsWith(head, [0x1f, 0x8b]),
}

const ZLIB: Wrapper = {
  oneShot: inflateSync,
  stream: createInflate,
  header: zlibHeader,
  checksum: adler32,
  trailer: 4,
  starts: () => false,
}

/** Decompresses gzip (RFC 1952): any number of members, as `gzip -d` and Python do. */
export function gzip(source: ByteSource): ByteStream {
  return open(source, GZIP)
}

/** Decompresses zlib (RFC 1950): one stream without a preset dictionary. */
export function zlib(source: ByteSource): ByteStream {
  return open(source, ZLIB)
}

/**
 * Decompresses small data in one call and other data with Node's stream. Where either fails, decodes again in
 * JavaScript, which returns every byte before the error.
 */
function open(source: ByteSource, wrapper: Wrapper): ByteStream {
  const attempt = source.size <= CODEC_LIMITS.oneShotInput ? oneShot(source, wrapper) : 'too large'
  if (attempt === 'too large') return streamed(source, wrapper)
  return toStream(attempt === 'broken' ? exact(source, wrapper) : whole(attempt, source, wrapper))
}

interface Inflated {
  readonly output: Uint8Array
  readonly consumed: number
}

function oneShot(source: ByteSource, wrapper: Wrapper): Inflated | 'too large' | 'broken' {
  try {
    const options = { info: true, maxOutputLength: CODEC_LIMITS.oneShotOutput }
    // With `info` Node returns this object instead of a buffer, which its types do not declare.
    const result = wrapper.oneShot(source.read(0, source.size), options) as unknown as {
      buffer: Uint8Array
      engine: { bytesWritten: number }
    }
    return { output: result.buffer, consumed: result.engine.bytesWritten }
  } catch (error) {
    return error instanceof RangeError ? 'too large' : 'broken'
  }
}

function* whole(inflated: Inflated, source: ByteSource, wrapper: Wrapper): Chunks {
  yield* pieces(inflated.output, CODEC_LIMITS.chunk)
  yield* rest(source, wrapper, inflated.consumed)
}

function rest(source: ByteSource, wrapper: Wrapper, offset: number): Chunks {
  return furtherMembers(new Puller(source, offset), wrapper.starts, (input) => member(input, wrapper))
}

function exact(source: ByteSource, wrapper: Wrapper): Chunks {
  return members(new Puller(source), wrapper.starts, (input) => member(input, wrapper))
}

function* member(input: Puller, wrapper: Wrapper): Chunks {
  wrapper.header(input)
  const checksum = wrapper.checksum()
  for (const chunk of inflate(input)) {
    checksum.update(chunk)
    yield chunk
  }
  if (!checksum.matches(input.bytes(wrapper.trailer)))
    throw new ScanError('malformed', 'the checksum of the decompressed data is wrong', input.offset)
}

/** Decompresses with Node's stream, which gets input only as fast as its output is read. */
function streamed(source: ByteSource, wrapper: Wrapper): ByteStream {
  const decoder = wrapper.stream({ chunkSize: CODEC_LIMITS.chunk })
  const output: AsyncIterator<unknown> = decoder[Symbol.asyncIterator]()
  let read = 0
  const feed = (): void => {
    try {
      while (read < source.size) {
        const piece = source.read(read, PIECE)
        read += piece.length
        if (piece.length === 0) break
        if (!decoder.write(piece)) return
      }
      decoder.end()
    } catch (error) {
      decoder.destroy(error instanceof Error ? error : new Error(String(error)))
    }
  }
  decoder.on('drain', feed)
  let delivered = 0
  let remainder: Chunks | undefined
  const next = async (): Promise<Uint8Array | undefined> => {
    if (remainder) return nextChunk(remainder)
    if (read === 0) feed()
    try {
      const { value } = await output.next()
      if (value instanceof Uint8Array) {
        delivered += value.length
        return value
      }
      remainder = rest(source, wrapper, decoder.bytesWritten)
    } catch {
      remainder = skipping(exact(source, wrapper), delivered)
    }
    return nextChunk(remainder)
  }
  return {
    kind: 'stream',
    next,
    close() {
      remainder ??= pieces(new Uint8Array(0), 1)
      decoder.destroy()
    },
  }
}

function gzipHeader(input: Puller): void {
  const [id1, id2, method, flags = 0] = input.bytes(10)
  if (id1 !== 0x1f || id2 !== 0x8b) throw new ScanError('malformed', 'no gzip header', input.offset)
  if (method !== 8) throw new ScanError('unsupported', `gzip compression method ${method}`, input.offset)
  // Python ignores the three reserved flags, which zlib refuses, so they are ignored here too.
  if (flags & 4) input.skip(input.u16le())
  if (flags & 8) skipText(input)
  if (flags & 16) skipText(input)
  if (flags & 2) input.skip(2)
}

function skipText(input: Puller): void {
  while (input.u8() !== 0);
}

function zlibHeader(input: Puller): void {
  const method = input.u8()
  const flags = input.u8()
  if ((method & 15) !== 8 || method >> 4 > 7 || (method * 256 + flags) % 31 !== 0)
    throw new ScanError('malformed', 'no zlib header', input.offset)
  if (flags & 32) throw new ScanError('unsupported', 'zlib data that need a preset dictionary', input.offset)
}
