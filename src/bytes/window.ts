import { ScanError } from './errors.ts'
import type { ByteSource } from './source.ts'
import type { ByteStream } from './stream.ts'

/**
 * Bytes held at once. Measured: between 16 KiB and 1 MiB the speed is the same, but a larger window reads more around
 * each seek.
 */
export const WINDOW_SIZE = 64 * 1024
/** Readable bytes behind `end`, zero, so that fixed-size arguments need no bounds check of their own. */
const WINDOW_PAD = 16

/**
 * A view of 64 KiB that moves forward over a source or a stream. The reader works on `buffer` between `pos` and `end`
 * and calls `fill` when it is starved. `toSkip` bytes are jumped over before more is read: on a source they are never
 * read at all.
 */
export class Window {
  readonly buffer: Uint8Array<ArrayBuffer>
  readonly view: DataView
  /** The next byte to be read. */
  pos = 0
  /** The first byte in the buffer that is not there. */
  end = 0
  /** Offset in the input of `buffer[0]`. */
  base = 0
  /** Bytes behind `end` that nobody wants. */
  toSkip = 0
  /** Nothing follows `end`. */
  eof = false
  /** A skip ran past the end of the input. */
  overrun = false
  /** What broke the stream behind `end`, which is then its end: the bytes before it are read first. */
  failure: ScanError | undefined
  private readonly input: ByteSource | ByteStream
  /**
   * How much is read of a source at once: little at first, since most of what is looked at turns out to be something
   * else.
   */
  private step: number
  /** The part of the last chunk of a stream that did not fit. */
  private chunk: Uint8Array = EMPTY

  /** `step`: bytes of the first read of a source; each further one is eight times larger. */
  constructor(input: ByteSource | ByteStream, start = 0, step = WINDOW_SIZE) {
    this.input = input
    this.step = step
    this.base = start
    this.buffer = spare.pop() ?? new Uint8Array(WINDOW_SIZE + WINDOW_PAD)
    this.view = new DataView(this.buffer.buffer)
  }

  /** Hands the buffer to the next window. Nothing may be read from this one afterwards. */
  release(): void {
    this.pos = this.end
    if (spare.length < MAX_SPARE) spare.push(this.buffer)
  }

  /** Offset in the input of the next byte. */
  get offset(): number {
    return this.base + this.pos + (this.pos === this.end ? this.toSkip : 0)
  }

  /** Jumps over `count` bytes, wherever they are. */
  skip(count: number): void {
    const here = this.end - this.pos
    if (count <= here) this.pos += count
    else {
      this.pos = this.end
      this.toSkip += count - here
    }
  }

  /** Goes back to `offset`, if its bytes are still in the buffer; false if they are gone. */
  rewind(offset: number): boolean {
    if (offset < this.base || offset > this.base + this.end) return false
    this.pos = offset - this.base
    this.toSkip = 0
    this.overrun = false
    return true
  }

  /** Moves what is unread to the front and reads on. Awaits only where a decompressor is not ready. */
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

  /** Throws what broke the stream, if something did. Whoever takes the end of the data for their end asks first. */
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
/** Buffers that wait for the next window: thousands of small files need not fill one each with zeros. */
const MAX_SPARE = 8
const spare: Uint8Array<ArrayBuffer>[] = []
