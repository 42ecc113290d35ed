// Reads the parts of an archive one after another from a source or a stream.
import { ScanError } from './errors.ts'
import type { ByteSource } from './source.ts'
import { memorySource, slice } from './source.ts'
import type { ByteStream } from './stream.ts'

/** Maximum size of parts of a stream that are read into memory, where they have random access. */
const SMALL = 256 * 1024
const PIECE = 64 * 1024
const EMPTY = new Uint8Array(0)

/**
 * Reads an input from start to end and returns parts of it, as archives need them: parts of a source are slices, small
 * parts of a stream are in memory, others are streams, which are valid until the next call. An error of the input is
 * stored as `failure`; the methods then return fewer bytes than requested.
 */
export class Portions {
  readonly #input: ByteSource | ByteStream
  readonly #tick: () => void
  #offset = 0
  /** The unread part of the last chunk of a stream. */
  #chunk: Uint8Array = EMPTY
  #ended = false
  #failure: ScanError | undefined
  /** Unread bytes of the part that was returned as a stream. */
  #open = 0

  /** @param tick called before each piece that is read; throws to stop */
  constructor(input: ByteSource | ByteStream, tick: () => void) {
    this.#input = input
    this.#tick = tick
  }

  /** Offset of the next byte in the input. */
  get offset(): number {
    return this.#offset
  }

  /** The error of the stream, if there was one. */
  get failure(): ScanError | undefined {
    return this.#failure
  }

  /** Reads the next bytes, fewer at the end; the caller bounds `length`. */
  async take(length: number): Promise<Uint8Array> {
    await this.#finish()
    this.#tick()
    if (this.#input.kind === 'source') {
      const bytes = this.#input.read(this.#offset, length)
      this.#offset += bytes.length
      return bytes
    }
    const first = await this.#next(length)
    if (first === undefined || first.length === length) return first?.slice() ?? EMPTY
    const target = new Uint8Array(length)
    let size = 0
    for (let part: Uint8Array | undefined = first; part; part = size < length ? await this.#next(length - size) : undefined) {
      target.set(part, size)
      size += part.length
    }
    return target.subarray(0, size)
  }

  /** Puts back the bytes that were read last. */
  putBack(bytes: Uint8Array): void {
    this.#offset -= bytes.length
    if (this.#input.kind === 'source' || bytes.length === 0) return
    const joined = new Uint8Array(bytes.length + this.#chunk.length)
    joined.set(bytes)
    joined.set(this.#chunk, bytes.length)
    this.#chunk = joined
  }

  /** Moves forward to an offset, or to the end if that is earlier. Skipped bytes of a source are not read. */
  async skipTo(offset: number): Promise<void> {
    await this.#finish()
    await this.#pass(offset - this.#offset)
  }

  /** Skips whole blocks of zeros. */
  async skipZeros(block: number): Promise<void> {
    for (;;) {
      const piece = await this.take(PIECE - (PIECE % block))
      let zeros = 0
      while (zeros < piece.length && piece[zeros] === 0) zeros++
      if (zeros === piece.length && zeros > 0) continue
      this.putBack(piece.subarray(zeros - (zeros % block)))
      return
    }
  }

  /** Opens the next `length` bytes; there may be fewer at the end of the input. */
  async part(length: number): Promise<ByteSource | ByteStream> {
    await this.#finish()
    if (this.#input.kind === 'source') {
      const part = slice(this.#input, this.#offset, length)
      this.#offset += part.size
      return part
    }
    if (length <= SMALL) return memorySource(await this.take(length))
    return this.#streamOf(length)
  }

  #streamOf(length: number): ByteStream {
    const start = this.#offset
    this.#open = length
    const stream: ByteStream = { kind: 'stream', next: () => this.#nextOfPart(), close: () => undefined }
    const again = this.#input.kind === 'stream' ? this.#input.again : undefined
    return again ? { ...stream, again: () => this.#later(again(), start, length) } : stream
  }

  /** A part of an input that is opened again: what comes before it has to pass once more. */
  #later(input: ByteSource | ByteStream, start: number, length: number): ByteSource | ByteStream {
    if (input.kind === 'source') return slice(input, start, length)
    const portions = new Portions(input, this.#tick)
    let part: ByteStream | undefined
    return {
      kind: 'stream',
      async next() {
        if (part === undefined) await portions.skipTo(start)
        part ??= portions.#streamOf(length)
        return part.next()
      },
      close: () => input.close(),
    }
  }

  #nextOfPart(): Uint8Array | undefined | Promise<Uint8Array | undefined> {
    if (this.#open === 0) return undefined
    const count = (chunk: Uint8Array | undefined): Uint8Array | undefined => {
      this.#open = chunk ? this.#open - chunk.length : 0
      if (!chunk && this.#failure) throw this.#failure
      return chunk
    }
    const chunk = this.#next(this.#open)
    return chunk instanceof Promise ? chunk.then(count) : count(chunk)
  }

  async #finish(): Promise<void> {
    const left = this.#open
    this.#open = 0
    if (left > 0) await this.#pass(left)
  }

  async #pass(length: number): Promise<void> {
    if (this.#input.kind === 'source') {
      this.#offset += Math.max(0, Math.min(length, this.#input.size - this.#offset))
      return
    }
    for (let left = length; left > 0; ) {
      const next = this.#next(left)
      const chunk = next instanceof Promise ? await next : next
      if (!chunk) return
      left -= chunk.length
    }
  }

  /** Returns the next chunk of the stream, at most `limit` bytes and never empty. */
  #next(limit: number): Uint8Array | undefined | Promise<Uint8Array | undefined> {
    if (this.#chunk.length > 0) return this.#cut(limit)
    if (this.#ended || this.#input.kind === 'source') return undefined
    try {
      this.#tick()
      const next = this.#input.next()
      if (next instanceof Promise) return next.then((chunk) => this.#arrived(chunk, limit)).catch((error: unknown) => this.#broken(error))
      return this.#arrived(next, limit)
    } catch (error) {
      return this.#broken(error)
    }
  }

  #arrived(chunk: Uint8Array | undefined, limit: number): Uint8Array | undefined | Promise<Uint8Array | undefined> {
    this.#ended ||= chunk === undefined
    this.#chunk = chunk ?? EMPTY
    return chunk === undefined ? undefined : chunk.length === 0 ? this.#next(limit) : this.#cut(limit)
  }

  #broken(error: unknown): undefined {
    this.#ended = true
    if (!(error instanceof ScanError)) throw error
    this.#failure ??= error
    return undefined
  }

  #cut(limit: number): Uint8Array {
    const part = this.#chunk.subarray(0, limit)
    this.#chunk = this.#chunk.subarray(part.length)
    this.#offset += part.length
    return part
  }
}
