// Reads the bits, Huffman tables and code words of bzip2 data.
import { ScanError } from '../errors.ts'
import type { Puller } from './pull.ts'

/** Later versions of bzip2 write no more selectors than this and ignore those after it. */
const MAX_SELECTORS = 18_002
/** Maximum number of bits of a code word. */
export const LONGEST_WORD = 20
/** Number of bits by which short code words are found in a table. */
export const QUICK_BITS = 10
export const QUICK_MASK = (1 << QUICK_BITS) - 1

/** A Huffman code: a table by the first ten bits (`symbol << 5 | length`), and the canonical limits of longer words. */
export interface Code {
  readonly quick: Uint16Array
  readonly limit: Int32Array
  readonly base: Int32Array
  readonly symbols: Uint16Array
}

/** Reads bits, the highest first, and code words. */
export class BitDecoder {
  readonly input: Puller
  protected bits = 0
  protected count = 0

  constructor(input: Puller) {
    this.input = input
  }

  protected readSelectors(tables: number, count: number): Uint8Array {
    const selectors = new Uint8Array(Math.min(count, MAX_SELECTORS))
    const front = Uint8Array.of(0, 1, 2, 3, 4, 5)
    for (let index = 0; index < count; index++) {
      let place = 0
      while (this.take(1)) if (++place >= tables) throw this.malformed('a Huffman table that does not exist')
      const table = front[place] ?? 0
      front.copyWithin(1, 0, place)
      front[0] = table
      if (index < selectors.length) selectors[index] = table
    }
    return selectors
  }

  protected readCode(size: number): Code {
    const lengths = new Uint8Array(size)
    let length = this.take(5)
    for (let symbol = 0; symbol < size; symbol++) {
      for (;;) {
        if (length < 1 || length > LONGEST_WORD) throw this.malformed('a code word of an invalid length')
        if (!this.take(1)) break
        length += this.take(1) ? -1 : 1
      }
      lengths[symbol] = length
    }
    return buildCode(lengths)
  }

  protected symbol(code: Code): number {
    if (this.count < LONGEST_WORD) this.load()
    const window =
      (this.count >= LONGEST_WORD ? this.bits >>> (this.count - LONGEST_WORD) : this.bits << (LONGEST_WORD - this.count)) & 0xfffff
    const quick = code.quick[window >>> (LONGEST_WORD - QUICK_BITS)] ?? 0
    let length = quick & 31
    let symbol: number | undefined = quick >>> 5
    if (length === 0) {
      for (length = QUICK_BITS + 1; length <= LONGEST_WORD && window >>> (LONGEST_WORD - length) > (code.limit[length] ?? -1); length++);
      symbol = code.symbols[(window >>> (LONGEST_WORD - length)) - (code.base[length] ?? 0)]
    }
    if (length > this.count) throw this.input.truncated()
    if (symbol === undefined || length > LONGEST_WORD) throw this.malformed('an unused code word')
    this.count -= length
    return symbol
  }

  protected take(length: number): number {
    if (this.count < length) {
      this.load()
      if (this.count < length) throw this.input.truncated()
    }
    this.count -= length
    return (this.bits >>> this.count) & ((1 << length) - 1)
  }

  protected load(): void {
    const input = this.input
    while (this.count <= 24 && (input.pos < input.end || input.refill())) {
      this.bits = (this.bits << 8) | (input.buf[input.pos++] ?? 0)
      this.count += 8
    }
  }

  protected malformed(what: string): ScanError {
    return new ScanError('malformed', `broken bzip2 data: ${what}`, this.input.offset)
  }
}

/** Builds a canonical code. As in the original it may be incomplete or over-full, with the same result. */
function buildCode(lengths: Uint8Array): Code {
  const limit = new Int32Array(LONGEST_WORD + 2).fill(-1)
  const base = new Int32Array(LONGEST_WORD + 2)
  const symbols = new Uint16Array(lengths.length)
  let filled = 0
  let word = 0
  for (let length = 1; length <= LONGEST_WORD; length++) {
    base[length] = word - filled
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== length) continue
      symbols[filled++] = symbol
      word++
    }
    limit[length] = word - 1
    word <<= 1
  }
  const quick = new Uint16Array(1 << QUICK_BITS)
  for (let prefix = 0; prefix < quick.length; prefix++) {
    for (let length = 1; length <= QUICK_BITS; length++) {
      const start = prefix >>> (QUICK_BITS - length)
      if (start > (limit[length] ?? -1)) continue
      quick[prefix] = ((symbols[start - (base[length] ?? 0)] ?? 0) << 5) | length
      break
    }
  }
  return { quick, limit, base, symbols }
}
