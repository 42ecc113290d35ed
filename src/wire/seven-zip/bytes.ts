import { ScanError } from '../../bytes/errors.ts'

/** Files, folders or streams of one archive: what a repository holds has some thousands. */
const MAX_COUNT = 1_000_000

/** Reads a 7z header, which is a run of numbers and byte strings; throws `ScanError('malformed')` at its end. */
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

  /** As many high bits of the first byte are set as bytes follow, low byte first; its other bits come on top. Inexact above 2^53. */
  number(): number {
    const first = this.u8()
    let value = 0
    for (let index = 0, mask = 0x80; index < 8; index++, mask >>= 1) {
      if ((first & mask) === 0) return value + (first & (mask - 1)) * 256 ** index
      value += this.u8() * 256 ** index
    }
    return value
  }

  /** A number of things that each take at least one byte of what follows. */
  count(): number {
    const value = this.number()
    if (value > MAX_COUNT) throw new ScanError('limit', `a 7z header that counts ${value} things, at most ${MAX_COUNT} are read`)
    if (value > this.left) throw this.broken('it counts more than it holds')
    return value
  }

  /** One bit for each of `count` things, high bit first. */
  bits(count: number): boolean[] {
    const bytes = this.take(Math.ceil(count / 8))
    return Array.from({ length: count }, (_, index) => ((bytes[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0)
  }

  /** The same, with a byte in front that says that all are set. */
  optionalBits(count: number): boolean[] {
    return this.u8() === 0 ? this.bits(count) : new Array<boolean>(count).fill(true)
  }

  /** CRC-32s of some of `count` things; gives which have one. */
  digests(count: number): boolean[] {
    const defined = this.optionalBits(count)
    this.take(4 * defined.filter(Boolean).length)
    return defined
  }

  broken(what: string): ScanError {
    return new ScanError('malformed', `broken 7z header: ${what}`)
  }
}
