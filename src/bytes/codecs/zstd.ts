// Decompresses Zstandard frames.
import { ScanError } from '../errors.ts'
import type { ByteSource } from '../source.ts'
import type { ByteStream } from '../stream.ts'
import { type Chunks, members, startsWith, toStream } from './chunks.ts'
import { CODEC_LIMITS } from './limits.ts'
import { startsSkippable, ZSTD_MAGIC } from './magic.ts'
import { Puller } from './pull.ts'
import { BlockDecoder, MAX_BLOCK } from './zstd-block.ts'

/** Bytes after the window that are decoded before it is moved to the front. */
const SLACK = 8 * 1024 * 1024

/**
 * Decompresses any number of Zstandard frames in a row (RFC 8878), including skippable ones. The content checksum is
 * not verified: XXH64 needs 64-bit products, which would halve the speed, and the bytes are returned either way.
 */
export function zstd(source: ByteSource): ByteStream {
  const decoder = new FrameDecoder()
  const starts = (head: Uint8Array): boolean => startsWith(head, ZSTD_MAGIC) || startsSkippable(head)
  return toStream(members(new Puller(source), starts, (input) => frame(input, decoder)))
}

function* frame(input: Puller, decoder: FrameDecoder): Chunks {
  const magic = input.bytes(4)
  if (startsSkippable(magic)) {
    input.skip(input.u32le())
    return
  }
  if (!startsWith(magic, ZSTD_MAGIC)) throw new ScanError('malformed', 'no Zstandard frame header', input.offset)
  const { window, checksum } = readHeader(input)
  decoder.reset(window)
  for (let last = false; !last; ) {
    const header = input.u16le() | (input.u8() << 16)
    last = (header & 1) === 1
    const failure = decoder.block(input, (header >> 1) & 3, header >> 3)
    const chunk = decoder.fresh()
    if (chunk.length > 0) yield chunk
    if (failure) throw failure
  }
  if (checksum) input.bytes(4)
}

function readHeader(input: Puller): { readonly window: number; readonly checksum: boolean } {
  const flags = input.u8()
  if (flags & 8) throw new ScanError('malformed', 'a reserved bit of the Zstandard frame header is set', input.offset)
  const single = (flags & 32) !== 0
  const descriptor = single ? 0 : input.u8()
  const dictionary = [0, 1, 2, 4][flags & 3] ?? 0
  if (input.bytes(dictionary).some((byte) => byte !== 0))
    throw new ScanError('unsupported', 'Zstandard data that need a dictionary', input.offset)
  const sizeWidth = flags >> 6 === 0 ? (single ? 1 : 0) : 1 << (flags >> 6)
  const size =
    sizeWidth === 8
      ? input.u64le()
      : sizeWidth === 4
        ? input.u32le()
        : sizeWidth === 2
          ? input.u16le() + 256
          : sizeWidth === 1
            ? input.u8()
            : 0
  const power = 2 ** (10 + (descriptor >> 3))
  const window = single ? size : power + (power / 8) * (descriptor & 7)
  if (window > CODEC_LIMITS.dictionary) {
    const mib = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MiB`
    throw new ScanError('limit', `a window of ${mib(window)} is declared, at most ${mib(CODEC_LIMITS.dictionary)} are read`, input.offset)
  }
  return { window, checksum: (flags & 4) !== 0 }
}

/** The window, with the last decoded block at its end. The buffer grows with the decoded data. */
class FrameDecoder {
  readonly #blocks = new BlockDecoder()
  readonly #packed = new Uint8Array(MAX_BLOCK)
  #out = new Uint8Array(2 * MAX_BLOCK)
  #window = 0
  #maxBlock = 0
  #from = 0
  #pos = 0

  reset(window: number): void {
    this.#blocks.reset()
    this.#window = window
    this.#maxBlock = Math.min(window, MAX_BLOCK)
    this.#from = 0
    this.#pos = 0
  }

  /** Returns the output of the last block. */
  fresh(): Uint8Array {
    return this.#out.subarray(this.#from, this.#pos)
  }

  /** Decodes one block; returns the error that ended it. */
  block(input: Puller, type: number, size: number): ScanError | undefined {
    this.#makeRoom()
    this.#from = this.#pos
    if (type === 3 || size > this.#maxBlock)
      return new ScanError('malformed', 'broken Zstandard data: an invalid block header', input.offset)
    const end = this.#pos + size
    if (type === 0) {
      this.#pos += input.take(this.#out.subarray(this.#pos, end))
      return this.#pos < end ? input.truncated() : undefined
    }
    try {
      if (type === 1) {
        this.#out.fill(input.u8(), this.#pos, end)
        this.#pos = end
        return undefined
      }
      if (input.take(this.#packed.subarray(0, size)) < size) return input.truncated()
      this.#pos = this.#blocks.decode(this.#packed, size, this.#out, this.#pos, this.#pos + this.#maxBlock)
      return undefined
    } catch (error) {
      if (error instanceof ScanError) return new ScanError(error.why, error.message, input.offset)
      throw error
    }
  }

  #makeRoom(): void {
    if (this.#pos + MAX_BLOCK <= this.#out.length) return
    const most = this.#window + Math.min(this.#window, SLACK) + 2 * MAX_BLOCK
    const start = Math.max(0, this.#pos - this.#window)
    if (this.#out.length < most) {
      const grown = new Uint8Array(Math.min(most, 2 * this.#out.length))
      grown.set(this.#out.subarray(start, this.#pos))
      this.#out = grown
    } else {
      this.#out.copyWithin(0, start, this.#pos)
    }
    this.#pos -= start
  }
}
