// Decodes the lengths and distances of LZMA matches, including those that repeat an earlier distance.
import { ALIGN, HALF, IS_REP, IS_REP0_LONG, LENGTH, POS_SLOT, POS_SPECIAL, REP_LENGTH, STATES } from './lzma-models.ts'
import { RangeDecoder } from './lzma-range.ts'

/** Distance of a match that is the end marker. */
const END_MARKER = 0xffffffff

/** The state of the decoder and the last four distances. */
export class MatchDecoder extends RangeDecoder {
  /** True after the marker that ends data of unknown length. */
  ended = false
  protected state = 0
  protected rep0 = 0
  protected rep1 = 0
  protected rep2 = 0
  protected rep3 = 0

  /** Resets the state, the distances and all probabilities. */
  resetState(): void {
    this.probs.fill(HALF)
    this.state = 0
    this.rep0 = 0
    this.rep1 = 0
    this.rep2 = 0
    this.rep3 = 0
    this.ended = false
  }

  /** Reads the kind, the length and the distance of a match; returns the length. */
  protected readMatch(posState: number): number {
    const state = this.state
    if (this.bit(IS_REP + state) === 0) {
      this.rep3 = this.rep2
      this.rep2 = this.rep1
      this.rep1 = this.rep0
      const length = this.readLength(LENGTH, posState)
      this.state = state < 7 ? 7 : 10
      this.rep0 = this.readDistance(length)
      if (this.rep0 === END_MARKER) this.ended = true
      return length
    }
    if (this.bit(IS_REP + STATES + state) === 0) {
      if (this.bit(IS_REP0_LONG + (state << 4) + posState) === 0) {
        this.state = state < 7 ? 9 : 11
        return 1
      }
    } else {
      let distance = this.rep1
      if (this.bit(IS_REP + 2 * STATES + state) === 1) {
        distance = this.rep2
        if (this.bit(IS_REP + 3 * STATES + state) === 1) {
          distance = this.rep3
          this.rep3 = this.rep2
        }
        this.rep2 = this.rep1
      }
      this.rep1 = this.rep0
      this.rep0 = distance
    }
    this.state = state < 7 ? 8 : 11
    return this.readLength(REP_LENGTH, posState)
  }

  private readLength(base: number, posState: number): number {
    if (this.bit(base) === 0) return 2 + this.tree(base + 2 + (posState << 3), 3)
    if (this.bit(base + 1) === 0) return 10 + this.tree(base + 2 + 128 + (posState << 3), 3)
    return 18 + this.tree(base + 2 + 256, 8)
  }

  private readDistance(length: number): number {
    const slot = this.tree(POS_SLOT + (Math.min(length - 2, 3) << 6), 6)
    if (slot < 4) return slot
    const bits = (slot >> 1) - 1
    const high = ((2 | (slot & 1)) << bits) >>> 0
    if (slot < 14) return high + this.reverseTree(POS_SPECIAL + high - slot, bits)
    const middle = this.directBits(bits - 4)
    return (high + middle * 16 + this.reverseTree(ALIGN, 4)) >>> 0
  }
}
