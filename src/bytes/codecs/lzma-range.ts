// Decodes bits with the range coder of LZMA, from an input buffer that the caller fills.
import type { Puller } from './pull.ts'

const PIECE = 64 * 1024
/** Maximum number of bytes of input that one symbol needs. */
export const LONGEST_SYMBOL = 24

/** The range coder with its input and the probabilities of the models. */
export class RangeDecoder {
  readonly input = new Uint8Array(PIECE + LONGEST_SYMBOL)
  inputPos = 0
  inputEnd = 0
  protected probs = new Uint16Array(0)
  /** Range and code are signed numbers, which V8 stores without allocating. */
  protected range = 0
  protected code = 0

  /** Reads the first five bytes of range-coded data; false when they are invalid. */
  startRange(bytes: Uint8Array): boolean {
    const [zero, a = 0, b = 0, c = 0, d = 0] = bytes
    this.range = -1
    this.code = (a << 24) | (b << 16) | (c << 8) | d
    return zero === 0
  }

  /** True when the range coder is in the state in which it ends. */
  finishRange(): boolean {
    this.normalize()
    return this.code === 0 && this.inputPos <= this.inputEnd
  }

  /** Moves the rest of the input to the front and loads more after it; false when there is no more. */
  load(source: Puller, length = PIECE): boolean {
    this.input.copyWithin(0, this.inputPos, this.inputEnd)
    this.inputEnd -= this.inputPos
    this.inputPos = 0
    const room = Math.min(length, PIECE - this.inputEnd)
    const got = source.take(this.input.subarray(this.inputEnd, this.inputEnd + room))
    this.inputEnd += got
    this.input.fill(0, this.inputEnd)
    return got === room
  }

  /** Decodes bits without a model, the highest first. */
  protected directBits(count: number): number {
    let value = 0
    for (let left = count; left > 0; left--) {
      this.normalize()
      this.range >>>= 1
      const one = this.code >>> 0 >= this.range
      if (one) this.code = (this.code - this.range) | 0
      value = (value << 1) | (one ? 1 : 0)
    }
    return value
  }

  protected tree(base: number, bits: number): number {
    let symbol = 1
    for (let left = bits; left > 0; left--) symbol = (symbol << 1) | this.bit(base + symbol)
    return symbol - (1 << bits)
  }

  protected reverseTree(base: number, bits: number): number {
    let node = 1
    let symbol = 0
    for (let index = 0; index < bits; index++) {
      const bit = this.bit(base + node)
      node = (node << 1) | bit
      symbol |= bit << index
    }
    return symbol
  }

  protected bit(at: number): number {
    this.normalize()
    const prob = this.probs[at] ?? 0
    const bound = Math.imul(this.range >>> 11, prob)
    if (this.code >>> 0 < bound >>> 0) {
      this.range = bound
      this.probs[at] = prob + ((2048 - prob) >> 5)
      return 0
    }
    this.range = (this.range - bound) | 0
    this.code = (this.code - bound) | 0
    this.probs[at] = prob - (prob >> 5)
    return 1
  }

  protected normalize(): void {
    if (this.range >>> 24 !== 0) return
    this.range <<= 8
    this.code = (this.code << 8) | (this.input[this.inputPos++] ?? 0)
  }
}
