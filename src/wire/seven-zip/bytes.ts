// Reads the numbers, bit fields and byte strings of 7z headers.
import { ScanError } from '../../bytes/errors.ts'

/** Maximum number of files, folders or streams of one archive; real ones have some thousands. */
const MAX_COUNT = 1_000_000

/** Reads the numbers and byte strings of a 7z header; throws `ScanError('malformed')` past its end. */
export class HeaderBytes {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get left(): number {
    return this.#bytes.length - this.#at
  }

  u8(): number {
    return this.take(1)[0] ?? 0
  }

  take(length: number): Uint8Array {
    if (length > this.left) throw this.broken('it ends early')
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }

  /**
   * Reads a number: the leading 1 bits of its first byte count the bytes that follow, low byte first. Inexact above
   * 2^53.
   */
  number(): number {
    const first = this.u8()
    let value = 0
    for (let index = 0, mask = 0x80; index < 8; index++, mask >>= 1) {
      if ((first & mask) === 0) return value + (first & (mask - 1)) * 256 ** index
      value += this.u8() * 256 ** index
    }
    return value
  }

  /** Reads a count of items of at least one byte each. */
  count(): number {
    const value = this.number()
    if (value > MAX_COUNT) throw new ScanError('limit', `a 7z header that declares ${value} items, at most ${MAX_COUNT} are read`)
    if (value > this.left) throw this.broken('it declares more items than it contains')
    return value
  }

  /** Reads one bit for each of `count` items, high bit first. */
  bits(count: number): boolean[] {
    const bytes = this.take(Math.ceil(count / 8))
    return Array.from({ length: count }, (_, index) => ((bytes[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0)
  }

  /** Reads the same after a byte that is not 0 when all bits are set and left out. */
  optionalBits(count: number): boolean[] {
    return this.u8() === 0 ? this.bits(count) : new Array<boolean>(count).fill(true)
  }

  /** Skips the CRC-32s of some of `count` items; returns which have one. */
  digests(count: number): boolean[] {
    const defined = this.optionalBits(count)
    this.take(4 * defined.filter(Boolean).length)
    return defined
  }

  broken(what: string): ScanError {
    return new ScanError('malformed', `broken 7z header: ${what}`)
  }
}
