// Moves a buffer forward over a source or stream for readers of opcodes and tokens.
import { ScanError } from './errors.ts'
import type { ByteSource } from './source.ts'
import type { ByteStream } from './stream.ts'

/**
 * Bytes of the window. The measured speed is the same from 16 KiB to 1 MiB, but a larger window reads more around each
 * seek.
 */
export const WINDOW_SIZE = 64 * 1024
/** Zero bytes after `end`, so that reading fixed-size arguments needs no bounds check. */
const WINDOW_PAD = 16

/**
 * A buffer of 64 KiB that moves forward over a source or a stream. The reader reads `buffer` between `pos` and `end`
 * and calls `fill` when it needs more. `toSkip` bytes are skipped before more is read; those of a source are never
 * read.
 */
export class Window {
  readonly buffer: Uint8Array<ArrayBuffer>
  readonly view: DataView
  /** Index of the next byte. */
  pos = 0
  /** Index after the last byte in the buffer. */
  end = 0
  /** Offset in the input of `buffer[0]`. */
  base = 0
  /** Number of bytes after `end` to skip. */
  toSkip = 0
  /** Nothing follows `end`. */
  eof = false
  /** A skip ran past the end of the input. */
  overrun = false
  /** The error of the stream after `end`; the bytes before it are read first. */
  failure: ScanError | undefined
  private readonly input: ByteSource | ByteStream
  /** Bytes that are read of a source at once: few at first, since most files turn out to be something else. */
  private step: number
  /** The part of the last chunk of a stream that did not fit into the buffer. */
  private chunk: Uint8Array = EMPTY

  /** `step`: bytes of the first read of a source; each further one is eight times larger. */
  constructor(input: ByteSource | ByteStream, start = 0, step = WINDOW_SIZE) {
    this.input = input
    this.step = step
    this.base = start
    this.buffer = bufferPool.pop() ?? new Uint8Array(WINDOW_SIZE + WINDOW_PAD)
    this.view = new DataView(this.buffer.buffer)
  }

  /** Returns the buffer to the pool for the next window. This window must not be used afterwards. */
  release(): void {
    this.pos = this.end
    if (bufferPool.length < MAX_POOL) bufferPool.push(this.buffer)
  }

  /** Offset in the input of the next byte. */
  get offset(): number {
    return this.base + this.pos + (this.pos === this.end ? this.toSkip : 0)
  }

  /** Skips `count` bytes, in the buffer or after it. */
  skip(count: number): void {
    const here = this.end - this.pos
    if (count <= here) this.pos += count
    else {
      this.pos = this.end
      this.toSkip += count - here
    }
  }

  /** Moves back to `offset` if it is still in the buffer, else returns false. */
  rewind(offset: number): boolean {
    if (offset < this.base || offset > this.base + this.end) return false
    this.pos = offset - this.base
    this.toSkip = 0
    this.overrun = false
    return true
  }

  /** Moves the unread bytes to the front and reads more. Asynchronous only where a decompressor is. */
  fill(): void | Promise<void> {
    this.compact()
    return this.input.kind === 'source' ? this.fillFromSource(this.input) : this.fillFromStream(this.input)
  }

  private compact(): void {
    const left = this.end - this.pos
    if (left > 0 && this.pos > 0) this.buffer.copyWithin(0, this.pos, this.end)
    this.base += this.pos
    this.pos = 0
    this.end = left
  }

  private fillFromSource(source: ByteSource): void {
    if (this.toSkip > 0) {
      this.base += this.toSkip
      this.toSkip = 0
      if (this.base > source.size) {
        this.base = source.size
        this.overrun = true
      }
    }
    const wanted = Math.min(WINDOW_SIZE, this.end + this.step)
    this.step = Math.min(WINDOW_SIZE, this.step * 8)
    this.end += source.readInto(this.buffer.subarray(this.end, wanted), this.base + this.end)
    if (this.end < wanted) this.finish()
  }

  /** Throws the error of the stream, if there was one. Called before the end of the data is trusted. */
  checkFailure(): void {
    if (this.failure) throw this.failure
  }

  private async nextChunk(stream: ByteStream): Promise<Uint8Array | undefined> {
    if (this.failure) return undefined
    try {
      const next = stream.next()
      return next instanceof Promise ? await next : next
    } catch (error) {
      if (!(error instanceof ScanError)) throw error
      this.failure = error
      return undefined
    }
  }

  private async fillFromStream(stream: ByteStream): Promise<void> {
    while (this.end < WINDOW_SIZE) {
      if (this.chunk.length === 0) {
        const chunk = await this.nextChunk(stream)
        if (chunk === undefined) {
          this.overrun ||= this.toSkip > 0
          this.toSkip = 0
          this.finish()
          return
        }
        this.chunk = chunk
      }
      if (this.toSkip > 0) {
        const jump = Math.min(this.toSkip, this.chunk.length)
        this.chunk = this.chunk.subarray(jump)
        this.toSkip -= jump
        this.base += jump
        continue
      }
      const part = this.chunk.subarray(0, WINDOW_SIZE - this.end)
      this.buffer.set(part, this.end)
      this.end += part.length
      this.chunk = this.chunk.subarray(part.length)
    }
  }

  private finish(): void {
    this.eof = true
    this.buffer.fill(0, this.end, this.end + WINDOW_PAD)
  }
}

const EMPTY = new Uint8Array(0)
/** Pool of buffers for the next windows, so that not every small file fills a new one with zeros. */
const MAX_POOL = 8
const bufferPool: Uint8Array<ArrayBuffer>[] = []
