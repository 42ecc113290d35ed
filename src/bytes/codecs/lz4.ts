// Decompresses LZ4 frames.
import { ScanError } from '../errors.ts'
import { type ByteSource, memorySource } from '../source.ts'
import type { ByteStream } from '../stream.ts'
import { xxh32 } from './checksums.ts'
import { type Chunks, members, pieces, startsWith, toStream } from './chunks.ts'
import { CODEC_LIMITS } from './limits.ts'
import { startsSkippable } from './magic.ts'
import { Puller } from './pull.ts'

const MAGIC = 0x184d2204
const LEGACY = 0x184c2102
const SKIPPABLE = 0x184d2a50
const WINDOW = 64 * 1024
const LEGACY_BLOCK = 8 * 1024 * 1024
const MIN_MATCH = 4
/** Number of bytes from which a call moves them faster than a loop. */
const LONG_RUN = 96

/** Decompresses any number of LZ4 frames in a row, including legacy and skippable ones (lz4_Frame_format.md). */
export function lz4(source: ByteSource): ByteStream {
  const blocks = new Blocks()
  return toStream(members(new Puller(source), startsLz4, (input) => frame(input, blocks)))
}

/** Decodes one block whose size is known from elsewhere: at most `limit` bytes. @throws {ScanError} `malformed`. */
export function lz4Block(block: Uint8Array, limit: number): Uint8Array {
  const blocks = new Blocks()
  blocks.reset(limit)
  const failure = blocks.read(new Puller(memorySource(block)), block.length, false)
  if (failure) throw failure
  return blocks.fresh()
}

function startsLz4(head: Uint8Array): boolean {
  return startsWith(head, [0x04, 0x22, 0x4d, 0x18]) || startsWith(head, [0x02, 0x21, 0x4c, 0x18]) || startsSkippable(head)
}

function* frame(input: Puller, blocks: Blocks): Chunks {
  const magic = input.u32le()
  if (magic >>> 4 === SKIPPABLE >>> 4) input.skip(input.u32le())
  else if (magic === LEGACY) yield* legacyBlocks(input, blocks)
  else if (magic === MAGIC) yield* frameBlocks(input, blocks)
  else throw new ScanError('malformed', 'no LZ4 frame header', input.offset)
}

interface Header {
  readonly linked: boolean
  readonly blockChecksum: boolean
  readonly contentChecksum: boolean
  readonly blockSize: number
}

function readHeader(input: Puller): Header {
  const [flags = 0, sizes = 0] = input.bytes(2)
  const blockSize = [64, 256, 1024, 4096][((sizes >> 4) & 7) - 4]
  if (flags >> 6 !== 1 || flags & 2 || sizes & 0x8f || blockSize === undefined)
    throw new ScanError('malformed', 'an invalid LZ4 frame header', input.offset)
  const checksum = xxh32()
  checksum.update(Uint8Array.of(flags, sizes))
  if (flags & 8) checksum.update(input.bytes(8))
  if (flags & 1) throw new ScanError('unsupported', 'LZ4 data that need a dictionary', input.offset)
  if (!checksum.matches(input.bytes(1))) throw new ScanError('malformed', 'the checksum of the LZ4 frame header is wrong', input.offset)
  return { linked: (flags & 32) === 0, blockChecksum: (flags & 16) !== 0, contentChecksum: (flags & 4) !== 0, blockSize: blockSize * 1024 }
}

function* frameBlocks(input: Puller, blocks: Blocks): Chunks {
  const header = readHeader(input)
  const content = header.contentChecksum ? xxh32() : undefined
  blocks.reset(header.blockSize)
  for (let word = input.u32le(); word !== 0; word = input.u32le()) {
    const size = word & 0x7fffffff
    if (size > header.blockSize) throw new ScanError('malformed', 'an LZ4 block longer than the frame allows', input.offset)
    if (!header.linked) blocks.reset(header.blockSize)
    const failure = blocks.read(input, size, word >>> 31 === 1)
    for (const chunk of pieces(blocks.fresh(), CODEC_LIMITS.chunk)) {
      content?.update(chunk)
      yield chunk
    }
    if (failure) throw failure
    if (header.blockChecksum) {
      const checksum = xxh32()
      checksum.update(blocks.compressed.subarray(0, size))
      if (!checksum.matches(input.bytes(4))) throw new ScanError('malformed', 'the checksum of an LZ4 block is wrong', input.offset)
    }
  }
  if (content && !content.matches(input.bytes(4)))
    throw new ScanError('malformed', 'the checksum of the LZ4 content is wrong', input.offset)
}

/**
 * Decodes a legacy frame, which has no end marker: it ends with the data, or where a size is the magic of another
 * frame.
 */
function* legacyBlocks(input: Puller, blocks: Blocks): Chunks {
  do {
    const size = input.u32le()
    if (size > LEGACY_BLOCK + LEGACY_BLOCK / 255 + 16)
      throw new ScanError('malformed', 'an LZ4 block longer than the frame allows', input.offset)
    blocks.reset(LEGACY_BLOCK)
    const failure = blocks.read(input, size, false)
    yield* pieces(blocks.fresh(), CODEC_LIMITS.chunk)
    if (failure) throw failure
  } while (input.left > 0 && !startsLz4(input.peek(4)))
}

/**
 * The buffers: a stored block, and 64 KiB of history before the decoded block. They grow to the size that blocks need.
 */
class Blocks {
  compressed = new Uint8Array(WINDOW)
  #out = new Uint8Array(4 * WINDOW)
  #from = 0
  #pos = 0
  #blockSize = 0

  /** Forgets the history. */
  reset(blockSize: number): void {
    this.#from = 0
    this.#pos = 0
    this.#blockSize = blockSize
  }

  /** Returns the output of the last block. */
  fresh(): Uint8Array {
    return this.#out.subarray(this.#from, this.#pos)
  }

  /** Decodes one block as far as possible; returns the error that ended it. */
  read(input: Puller, size: number, stored: boolean): ScanError | undefined {
    if (this.compressed.length < size) this.compressed = new Uint8Array(size)
    const got = input.take(this.compressed.subarray(0, size))
    const keep = Math.min(this.#pos, WINDOW)
    this.#out.copyWithin(0, this.#pos - keep, this.#pos)
    this.#from = keep
    this.#pos = keep
    // A byte of LZ4 encodes at most 255 bytes.
    const most = keep + Math.min(this.#blockSize, got * 255)
    if (this.#out.length < most) {
      const grown = new Uint8Array(WINDOW + this.#blockSize)
      grown.set(this.#out.subarray(0, keep))
      this.#out = grown
    }
    const limit = keep + this.#blockSize
    let whole = true
    if (stored) {
      this.#out.set(this.compressed.subarray(0, got), keep)
      this.#pos = keep + got
    } else {
      whole = this.#decode(got, Math.min(limit, this.#out.length))
    }
    if (got < size) return input.truncated()
    return whole ? undefined : new ScanError('malformed', 'a broken LZ4 block', input.offset)
  }

  /** Decodes sequences of literals and a match; the last one ends after its literals. False for any other end. */
  #decode(size: number, limit: number): boolean {
    const input = this.compressed
    const out = this.#out
    let at = 0
    let pos = this.#pos
    let whole = false
    while (at < size) {
      const token = input[at++] ?? 0
      let literals = token >> 4
      if (literals === 15) {
        let more = 255
        while (more === 255 && at < size) {
          more = input[at++] ?? 0
          literals += more
        }
        if (more === 255) break
      }
      const run = Math.min(literals, size - at, limit - pos)
      if (run > LONG_RUN) {
        out.set(input.subarray(at, at + run), pos)
        pos += run
        at += run
      } else {
        for (let left = run; left > 0; left--) out[pos++] = input[at++] ?? 0
      }
      if (run < literals) break
      if (at === size) {
        whole = true
        break
      }
      if (at + 2 > size) break
      const distance = (input[at] ?? 0) | ((input[at + 1] ?? 0) << 8)
      at += 2
      let length = token & 15
      if (length === 15) {
        let more = 255
        while (more === 255 && at < size) {
          more = input[at++] ?? 0
          length += more
        }
        if (more === 255) break
      }
      length += MIN_MATCH
      if (distance === 0 || distance > pos || pos + length > limit) break
      const end = pos + length
      if (length > LONG_RUN && distance >= length) {
        out.copyWithin(pos, pos - distance, pos - distance + length)
        pos = end
      } else if (distance === 1) {
        out.fill(out[pos - 1] ?? 0, pos, end)
        pos = end
      } else {
        for (let from = pos - distance; pos < end; ) out[pos++] = out[from++] ?? 0
      }
    }
    this.#pos = pos
    return whole
  }
}
