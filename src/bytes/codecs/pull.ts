import { ScanError } from '../errors.ts'
import type { ByteSource } from '../source.ts'

const BUFFER = 64 * 1024

/**
 * Reads a source front to back, a byte or a run at a time. `buf[pos … end)` is what is loaded and not read yet: hot
 * loops use it directly. The reading methods throw `ScanError('truncated')` at the end of the source.
 */
export class Puller {
  readonly buf = new Uint8Array(BUFFER)
  readonly #source: ByteSource
  pos = 0
  end = 0
  #base: number

  constructor(source: ByteSource, offset = 0) {
    this.#source = source
    this.#base = offset
  }

  /** Where the next byte lies in the source. */
  get offset(): number {
    return this.#base + this.pos
  }

  /** Bytes of the source not read yet. */
  get left(): number {
    return Math.max(0, this.#source.size - this.offset)
  }

  /** Loads the next bytes once all loaded ones are read; false at the end of the source. */
  refill(): boolean {
    if (this.pos < this.end) return true
    this.#base += this.end
    this.pos = 0
    this.end = this.#source.readInto(this.buf, this.#base)
    return this.end > 0
  }

  /** Goes to any offset of the source. */
  seek(offset: number): void {
    const pos = offset - this.#base
    if (pos >= 0 && pos <= this.end) {
      this.pos = pos
    } else {
      this.#base = offset
      this.pos = 0
      this.end = 0
    }
  }

  u8(): number {
    if (this.pos === this.end && !this.refill()) throw this.truncated()
    return this.buf[this.pos++] ?? 0
  }

  u16le(): number {
    return this.u8() | (this.u8() << 8)
  }

  u32le(): number {
    return (this.u16le() | (this.u16le() << 16)) >>> 0
  }

  /** The next 8 bytes as a number; inexact, but never small, above 2^53. */
  u64le(): number {
    return this.u32le() + this.u32le() * 0x1_0000_0000
  }

  /** Fills `target` as far as the source goes; gives how many bytes there were. */
  take(target: Uint8Array): number {
    let done = 0
    while (done < target.length && this.refill()) {
      const part = this.buf.subarray(this.pos, Math.min(this.end, this.pos + target.length - done))
      target.set(part, done)
      this.pos += part.length
      done += part.length
    }
    return done
  }

  /** The next `length` bytes, all of them. `length` is a constant of the format, never a number of the file. */
  bytes(length: number): Uint8Array {
    const target = new Uint8Array(length)
    if (this.take(target) < length) throw this.truncated()
    return target
  }

  /** Passes over `length` bytes without reading them. */
  skip(length: number): void {
    if (length > this.left) throw this.truncated()
    this.seek(this.offset + length)
  }

  /** Up to `length` of the next bytes, which stay unread. */
  peek(length: number): Uint8Array {
    return this.#source.read(this.offset, length)
  }

  /** Passes over zero bytes. */
  skipZeros(): void {
    while (this.refill()) {
      while (this.pos < this.end && this.buf[this.pos] === 0) this.pos++
      if (this.pos < this.end) return
    }
  }

  truncated(): ScanError {
    return new ScanError('truncated', 'the compressed data end early', this.offset)
  }
}
