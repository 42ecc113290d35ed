import { ScanError } from '../errors.ts'
import { CODEC_LIMITS } from './limits.ts'
import type { Puller } from './pull.ts'

/** Places of the probability models in one array; sizes follow the LZMA specification. */
const STATES = 12
const IS_MATCH = 0
const IS_REP = IS_MATCH + (STATES << 4)
const IS_REP0_LONG = IS_REP + 4 * STATES
const POS_SLOT = IS_REP0_LONG + (STATES << 4)
const POS_SPECIAL = POS_SLOT + 4 * 64
const ALIGN = POS_SPECIAL + 128
const LENGTH = ALIGN + 16
const REP_LENGTH = LENGTH + 2 + 16 * 8 * 2 + 256
const LITERAL = REP_LENGTH + 2 + 16 * 8 * 2 + 256
const HALF = 1024

const AFTER_LITERAL = Uint8Array.of(0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 4, 5)
const PIECE = 64 * 1024
/** No symbol takes more input than this. */
const LONGEST_SYMBOL = 24
const FIRST_RING = 1024 * 1024
const END_MARK = 0xffffffff

/**
 * The LZMA decoder that .lzma and LZMA2 share. Its input is a buffer that the caller loads; its output a ring, at least as large as the
 * dictionary, that grows with what was really decoded.
 */
export class LzmaDecoder {
  readonly input = new Uint8Array(PIECE + LONGEST_SYMBOL)
  inputPos = 0
  inputEnd = 0
  /** True after the mark that ends data of unknown length. */
  ended = false
  #dictionary = 0
  #ringSize = 0
  #ring = new Uint8Array(0)
  #pos = 0
  #from = 0
  /** Bytes decoded since the dictionary was emptied. */
  #total = 0
  #pending = 0
  #probs = new Uint16Array(0)
  #lc = 0
  #lpMask = 0
  #pbMask = 0
  #state = 0
  #rep0 = 0
  #rep1 = 0
  #rep2 = 0
  #rep3 = 0
  /** Range and code as signed numbers: V8 keeps those without allocating. */
  #range = 0
  #code = 0

  /** @throws {ScanError} `limit` when the dictionary is too large */
  setDictionary(size: number, offset: number): void {
    if (size > CODEC_LIMITS.dictionary) {
      const mib = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MiB`
      throw new ScanError('limit', `a dictionary of ${mib(size)} is declared, at most ${mib(CODEC_LIMITS.dictionary)} are read`, offset)
    }
    this.#dictionary = Math.max(size, 4096)
    this.#ringSize = Math.max(size, CODEC_LIMITS.chunk)
    if (this.#ring.length > this.#ringSize) this.#ring = new Uint8Array(0)
    this.emptyDictionary()
  }

  emptyDictionary(): void {
    this.#pos = 0
    this.#from = 0
    this.#total = 0
  }

  /** Sets lc, lp and pb from their one byte; false when it is out of range. */
  setProperties(byte: number): boolean {
    if (byte >= 225) return false
    this.#lc = byte % 9
    const lp = Math.floor(byte / 9) % 5
    this.#lpMask = (1 << lp) - 1
    this.#pbMask = (1 << Math.floor(byte / 45)) - 1
    const size = LITERAL + (0x300 << (this.#lc + lp))
    if (this.#probs.length !== size) this.#probs = new Uint16Array(size)
    return true
  }

  resetState(): void {
    this.#probs.fill(HALF)
    this.#state = 0
    this.#rep0 = 0
    this.#rep1 = 0
    this.#rep2 = 0
    this.#rep3 = 0
    this.#pending = 0
    this.ended = false
  }

  /** Takes the first five bytes of a range-coded run; false when they cannot be that. */
  startRange(bytes: Uint8Array): boolean {
    const [zero, a = 0, b = 0, c = 0, d = 0] = bytes
    this.#range = -1
    this.#code = (a << 24) | (b << 16) | (c << 8) | d
    return zero === 0
  }

  /** Whether the range coder is where it ends a run. */
  finishRange(): boolean {
    this.#normalize()
    return this.#code === 0 && this.inputPos <= this.inputEnd
  }

  /** Moves what is left of the input to the front and loads more behind it; false when there is no more. */
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

  /** Copies up to `length` bytes as they are; gives how many there were. */
  copy(source: Puller, length: number): number {
    // Making room may move or replace the ring.
    const end = this.#room(length)
    const got = source.take(this.#ring.subarray(this.#pos, end))
    this.#pos += got
    this.#total += got
    return got
  }

  /** The bytes decoded since the last flush, or undefined. Valid until the decoder goes on. */
  flush(): Uint8Array | undefined {
    if (this.#from === this.#pos) return undefined
    const chunk = this.#ring.subarray(this.#from, this.#pos)
    this.#from = this.#pos
    return chunk
  }

  /** Where this step may write to: a chunk, less at the end of the ring. */
  #room(length: number): number {
    if (this.#pos === this.#ring.length) {
      if (this.#ring.length < this.#ringSize) {
        const grown = new Uint8Array(Math.min(this.#ringSize, Math.max(FIRST_RING, 2 * this.#ring.length)))
        grown.set(this.#ring)
        this.#ring = grown
      } else {
        this.#pos = 0
        this.#from = 0
      }
    }
    return Math.min(this.#pos + Math.min(length, CODEC_LIMITS.chunk), this.#ring.length)
  }

  /**
   * Decodes up to `length` bytes, fewer at the end of the ring or when the input runs dry; gives how many. Flush before each step.
   * With `last` the whole input is used up, else a symbol is begun only if its input is there for sure.
   * @returns -1 - count when the data are broken or end within a symbol; `inputPos > inputEnd` tells which
   */
  step(length: number, last: boolean): number {
    const limit = this.#room(length)
    const ring = this.#ring
    const probs = this.#probs
    const input = this.input
    const inputEnd = this.inputEnd
    const safe = last ? inputEnd : inputEnd - LONGEST_SYMBOL
    const lc = this.#lc
    const lpMask = this.#lpMask
    const pbMask = this.#pbMask
    const start = this.#pos
    const total = this.#total - start
    let pos = start
    let range = this.#range >>> 0
    let code = this.#code >>> 0
    let state = this.#state
    let inputPos = this.inputPos
    let broken = false

    if (this.#pending > 0) pos = this.#copyMatch(pos, limit)
    while (pos < limit && inputPos <= safe) {
      const posState = (total + pos) & pbMask
      let at = IS_MATCH + (state << 4) + posState
      let prob = probs[at] ?? 0
      if (range < 0x1000000) {
        range = (range << 8) >>> 0
        code = ((code << 8) | (input[inputPos++] ?? 0)) >>> 0
      }
      let bound = Math.imul(range >>> 11, prob) >>> 0
      if (code < bound) {
        range = bound
        probs[at] = prob + ((2048 - prob) >> 5)
        const previous = total + pos === 0 ? 0 : (ring[pos === 0 ? ring.length - 1 : pos - 1] ?? 0)
        const literal = LITERAL + 0x300 * ((((total + pos) & lpMask) << lc) + (previous >> (8 - lc)))
        let symbol = 1
        if (state >= 7) {
          const from = pos - this.#rep0 - 1
          let match = ring[from < 0 ? from + ring.length : from] ?? 0
          do {
            const bit = (match >> 7) & 1
            match <<= 1
            at = literal + ((1 + bit) << 8) + symbol
            prob = probs[at] ?? 0
            if (range < 0x1000000) {
              range = (range << 8) >>> 0
              code = ((code << 8) | (input[inputPos++] ?? 0)) >>> 0
            }
            bound = Math.imul(range >>> 11, prob) >>> 0
            if (code < bound) {
              range = bound
              probs[at] = prob + ((2048 - prob) >> 5)
              symbol <<= 1
              if (bit !== 0) break
            } else {
              range = (range - bound) >>> 0
              code = (code - bound) >>> 0
              probs[at] = prob - (prob >> 5)
              symbol = (symbol << 1) | 1
              if (bit === 0) break
            }
          } while (symbol < 0x100)
        }
        while (symbol < 0x100) {
          at = literal + symbol
          prob = probs[at] ?? 0
          if (range < 0x1000000) {
            range = (range << 8) >>> 0
            code = ((code << 8) | (input[inputPos++] ?? 0)) >>> 0
          }
          bound = Math.imul(range >>> 11, prob) >>> 0
          if (code < bound) {
            range = bound
            probs[at] = prob + ((2048 - prob) >> 5)
            symbol <<= 1
          } else {
            range = (range - bound) >>> 0
            code = (code - bound) >>> 0
            probs[at] = prob - (prob >> 5)
            symbol = (symbol << 1) | 1
          }
        }
        if (inputPos > inputEnd) {
          broken = true
          break
        }
        ring[pos++] = symbol
        state = AFTER_LITERAL[state] ?? 0
        continue
      }
      range = (range - bound) >>> 0
      code = (code - bound) >>> 0
      probs[at] = prob - (prob >> 5)
      this.#range = range | 0
      this.#code = code | 0
      this.#state = state
      this.inputPos = inputPos
      this.#pending = this.#readMatch(posState)
      range = this.#range >>> 0
      code = this.#code >>> 0
      state = this.#state
      inputPos = this.inputPos
      if (this.ended && inputPos <= inputEnd) {
        this.#pending = 0
        break
      }
      if (inputPos > inputEnd || this.#rep0 >= total + pos || this.#rep0 >= this.#dictionary) {
        broken = true
        break
      }
      pos = this.#copyMatch(pos, limit)
    }
    this.#range = range | 0
    this.#code = code | 0
    this.#state = state
    this.inputPos = inputPos
    this.#pos = pos
    this.#total = total + pos
    return broken ? -1 - (pos - start) : pos - start
  }

  /** True while a match of the last step is not written to its end. */
  get hasPending(): boolean {
    return this.#pending > 0
  }

  #copyMatch(start: number, limit: number): number {
    const ring = this.#ring
    const count = Math.min(this.#pending, limit - start)
    let from = start - this.#rep0 - 1
    let pos = start
    const end = start + count
    if (from < 0) {
      from += ring.length
      for (; pos < end && from < ring.length; ) ring[pos++] = ring[from++] ?? 0
      from = 0
    }
    while (pos < end) ring[pos++] = ring[from++] ?? 0
    this.#pending -= count
    return pos
  }

  /** Reads the kind, the length and the distance of a match; gives the length. */
  #readMatch(posState: number): number {
    const state = this.#state
    if (this.#bit(IS_REP + state) === 0) {
      this.#rep3 = this.#rep2
      this.#rep2 = this.#rep1
      this.#rep1 = this.#rep0
      const length = this.#readLength(LENGTH, posState)
      this.#state = state < 7 ? 7 : 10
      this.#rep0 = this.#readDistance(length)
      if (this.#rep0 === END_MARK) this.ended = true
      return length
    }
    if (this.#bit(IS_REP + STATES + state) === 0) {
      if (this.#bit(IS_REP0_LONG + (state << 4) + posState) === 0) {
        this.#state = state < 7 ? 9 : 11
        return 1
      }
    } else {
      let distance = this.#rep1
      if (this.#bit(IS_REP + 2 * STATES + state) === 1) {
        distance = this.#rep2
        if (this.#bit(IS_REP + 3 * STATES + state) === 1) {
          distance = this.#rep3
          this.#rep3 = this.#rep2
        }
        this.#rep2 = this.#rep1
      }
      this.#rep1 = this.#rep0
      this.#rep0 = distance
    }
    this.#state = state < 7 ? 8 : 11
    return this.#readLength(REP_LENGTH, posState)
  }

  #readLength(base: number, posState: number): number {
    if (this.#bit(base) === 0) return 2 + this.#tree(base + 2 + (posState << 3), 3)
    if (this.#bit(base + 1) === 0) return 10 + this.#tree(base + 2 + 128 + (posState << 3), 3)
    return 18 + this.#tree(base + 2 + 256, 8)
  }

  #readDistance(length: number): number {
    const slot = this.#tree(POS_SLOT + (Math.min(length - 2, 3) << 6), 6)
    if (slot < 4) return slot
    const bits = (slot >> 1) - 1
    const high = ((2 | (slot & 1)) << bits) >>> 0
    if (slot < 14) return high + this.#reverseTree(POS_SPECIAL + high - slot, bits)
    let middle = 0
    for (let left = bits - 4; left > 0; left--) {
      this.#normalize()
      this.#range >>>= 1
      const one = this.#code >>> 0 >= this.#range
      if (one) this.#code = (this.#code - this.#range) | 0
      middle = (middle << 1) | (one ? 1 : 0)
    }
    return (high + middle * 16 + this.#reverseTree(ALIGN, 4)) >>> 0
  }

  #tree(base: number, bits: number): number {
    let symbol = 1
    for (let left = bits; left > 0; left--) symbol = (symbol << 1) | this.#bit(base + symbol)
    return symbol - (1 << bits)
  }

  #reverseTree(base: number, bits: number): number {
    let node = 1
    let symbol = 0
    for (let index = 0; index < bits; index++) {
      const bit = this.#bit(base + node)
      node = (node << 1) | bit
      symbol |= bit << index
    }
    return symbol
  }

  #bit(at: number): number {
    this.#normalize()
    const prob = this.#probs[at] ?? 0
    const bound = Math.imul(this.#range >>> 11, prob)
    if (this.#code >>> 0 < bound >>> 0) {
      this.#range = bound
      this.#probs[at] = prob + ((2048 - prob) >> 5)
      return 0
    }
    this.#range = (this.#range - bound) | 0
    this.#code = (this.#code - bound) | 0
    this.#probs[at] = prob - (prob >> 5)
    return 1
  }

  #normalize(): void {
    if (this.#range >>> 24 !== 0) return
    this.#range <<= 8
    this.#code = (this.#code << 8) | (this.input[this.inputPos++] ?? 0)
  }
}
