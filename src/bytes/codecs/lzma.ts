// Decodes LZMA data: literals and matches, into a ring buffer that is the dictionary.
import { ScanError } from '../errors.ts'
import { CODEC_LIMITS } from './limits.ts'
import { MatchDecoder } from './lzma-match.ts'
import { AFTER_LITERAL, IS_MATCH, LITERAL } from './lzma-models.ts'
import { LONGEST_SYMBOL } from './lzma-range.ts'
import type { Puller } from './pull.ts'

const FIRST_RING = 1024 * 1024

/**
 * The LZMA decoder of .lzma and LZMA2. Its input is a buffer that the caller loads; its output a ring, at least as
 * large as the dictionary, that grows with what was decoded.
 */
export class LzmaDecoder extends MatchDecoder {
  private dictionary = 0
  private ringSize = 0
  private ring = new Uint8Array(0)
  private pos = 0
  private from = 0
  /** Bytes decoded since the dictionary was emptied. */
  private total = 0
  /** Bytes of the last match that were not written yet. */
  private pending = 0
  private lc = 0
  private lpMask = 0
  private pbMask = 0

  /** Sets the size of the dictionary. @throws {ScanError} `limit` when it is too large */
  setDictionary(size: number, offset: number): void {
    if (size > CODEC_LIMITS.dictionary) {
      const mib = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MiB`
      throw new ScanError('limit', `a dictionary of ${mib(size)} is declared, at most ${mib(CODEC_LIMITS.dictionary)} are read`, offset)
    }
    this.dictionary = Math.max(size, 4096)
    this.ringSize = Math.max(size, CODEC_LIMITS.chunk)
    if (this.ring.length > this.ringSize) this.ring = new Uint8Array(0)
    this.emptyDictionary()
  }

  emptyDictionary(): void {
    this.pos = 0
    this.from = 0
    this.total = 0
  }

  /** Sets lc, lp and pb from the byte that encodes them; false when it is out of range. */
  setProperties(byte: number): boolean {
    if (byte >= 225) return false
    this.lc = byte % 9
    const lp = Math.floor(byte / 9) % 5
    this.lpMask = (1 << lp) - 1
    this.pbMask = (1 << Math.floor(byte / 45)) - 1
    const size = LITERAL + (0x300 << (this.lc + lp))
    if (this.probs.length !== size) this.probs = new Uint16Array(size)
    return true
  }

  override resetState(): void {
    super.resetState()
    this.pending = 0
  }

  /** Copies up to `length` uncompressed bytes; returns how many there were. */
  copy(source: Puller, length: number): number {
    // Making room may move or replace the ring.
    const end = this.room(length)
    const got = source.take(this.ring.subarray(this.pos, end))
    this.pos += got
    this.total += got
    return got
  }

  /** Returns the bytes decoded since the last flush, or undefined. Valid until the next step. */
  flush(): Uint8Array | undefined {
    if (this.from === this.pos) return undefined
    const chunk = this.ring.subarray(this.from, this.pos)
    this.from = this.pos
    return chunk
  }

  /** Returns the offset up to which this step may write: a chunk, less at the end of the ring. */
  private room(length: number): number {
    if (this.pos === this.ring.length) {
      if (this.ring.length < this.ringSize) {
        const grown = new Uint8Array(Math.min(this.ringSize, Math.max(FIRST_RING, 2 * this.ring.length)))
        grown.set(this.ring)
        this.ring = grown
      } else {
        this.pos = 0
        this.from = 0
      }
    }
    return Math.min(this.pos + Math.min(length, CODEC_LIMITS.chunk), this.ring.length)
  }

  /**
   * Decodes up to `length` bytes, fewer at the end of the ring or of the input; returns how many. Flush before each
   * step. With `last` the whole input is used, else a symbol is started only if all its input is certainly loaded.
   * @returns -1 - count when the data are broken or, if `inputPos > inputEnd`, end within a symbol
   */
  step(length: number, last: boolean): number {
    const limit = this.room(length)
    const ring = this.ring
    const probs = this.probs
    const input = this.input
    const inputEnd = this.inputEnd
    const safe = last ? inputEnd : inputEnd - LONGEST_SYMBOL
    const lc = this.lc
    const lpMask = this.lpMask
    const pbMask = this.pbMask
    const start = this.pos
    const total = this.total - start
    let pos = start
    let range = this.range >>> 0
    let code = this.code >>> 0
    let state = this.state
    let inputPos = this.inputPos
    let broken = false

    if (this.pending > 0) pos = this.copyMatch(pos, limit)
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
          const from = pos - this.rep0 - 1
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
      this.range = range | 0
      this.code = code | 0
      this.state = state
      this.inputPos = inputPos
      this.pending = this.readMatch(posState)
      range = this.range >>> 0
      code = this.code >>> 0
      state = this.state
      inputPos = this.inputPos
      if (this.ended && inputPos <= inputEnd) {
        this.pending = 0
        break
      }
      if (inputPos > inputEnd || this.rep0 >= total + pos || this.rep0 >= this.dictionary) {
        broken = true
        break
      }
      pos = this.copyMatch(pos, limit)
    }
    this.range = range | 0
    this.code = code | 0
    this.state = state
    this.inputPos = inputPos
    this.pos = pos
    this.total = total + pos
    return broken ? -1 - (pos - start) : pos - start
  }

  /** True while a match of the last step is not completely written. */
  get hasPending(): boolean {
    return this.pending > 0
  }

  private copyMatch(start: number, limit: number): number {
    const ring = this.ring
    const count = Math.min(this.pending, limit - start)
    let from = start - this.rep0 - 1
    let pos = start
    const end = start + count
    if (from < 0) {
      from += ring.length
      for (; pos < end && from < ring.length; ) ring[pos++] = ring[from++] ?? 0
      from = 0
    }
    while (pos < end) ring[pos++] = ring[from++] ?? 0
    this.pending -= count
    return pos
  }
}
