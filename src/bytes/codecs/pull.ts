// Reads compressed data from start to end for decoders.
import { ScanError } from '../errors.ts'
import type { ByteSource } from '../source.ts'

const BUFFER = 64 * 1024

/**
 * Reads a source from start to end. `buf[pos … end)` are the loaded bytes that were not read yet; hot loops use them
 * directly. The reading methods throw `ScanError('truncated')` at the end of the source.
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

  /** Offset of the next byte in the source. */
  get offset(): number {
    return this.#base + this.pos
  }

  /** Number of bytes that were not read yet. */
  get left(): number {
    return Math.max(0, this.#source.size - this.offset)
  }

  /** Loads the next bytes if all loaded ones were read; false at the end of the source. */
  refill(): boolean {
    if (this.pos < this.end) return true
    this.#base += this.end
    this.pos = 0
    this.end = this.#source.readInto(this.buf, this.#base)
    return this.end > 0
  }

  /** Moves to any offset of the source. */
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

  /** Reads 8 bytes; inexact, but never small, above 2^53. */
  u64le(): number {
    return this.u32le() + this.u32le() * 0x1_0000_0000
  }

  /** Fills `target` up to the end of the source; returns how many bytes there were. */
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

  /** Reads exactly `length` bytes. `length` must be a constant of the format, never a number in the file. */
  bytes(length: number): Uint8Array {
    const target = new Uint8Array(length)
    if (this.take(target) < length) throw this.truncated()
    return target
  }

  /** Skips `length` bytes without reading them. */
  skip(length: number): void {
    if (length > this.left) throw this.truncated()
    this.seek(this.offset + length)
  }

  /** Returns up to `length` of the next bytes without moving past them. */
  peek(length: number): Uint8Array {
    return this.#source.read(this.offset, length)
  }

  /** Skips zero bytes. */
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
