// Reads the entropy codes of Zstandard: finite-state entropy and Huffman tables.
import { ScanError } from '../errors.ts'

/** Returns the error for broken data; the frame reader adds the offset. */
export function brokenZstd(what: string): ScanError {
  return new ScanError('malformed', `broken Zstandard data: ${what}`)
}

/**
 * A finite-state entropy table (RFC 8878 4.1): the symbol of each state, and the next state as a base and a bit count.
 */
export interface FseTable {
  readonly accuracy: number
  readonly symbols: Uint8Array
  readonly bits: Uint8Array
  readonly bases: Uint16Array
}

/** Builds a table from frequencies whose sum is `1 << accuracy`; -1 means "less than one". */
export function fseTable(frequencies: ArrayLike<number>, accuracy: number): FseTable {
  const size = 1 << accuracy
  const symbols = new Uint8Array(size)
  const next = new Uint16Array(frequencies.length)
  let high = size
  for (let symbol = 0; symbol < frequencies.length; symbol++) {
    if (frequencies[symbol] === -1) symbols[--high] = symbol
    next[symbol] = Math.abs(frequencies[symbol] ?? 0)
  }
  const step = (size >> 1) + (size >> 3) + 3
  let at = 0
  for (let symbol = 0; symbol < frequencies.length; symbol++) {
    for (let left = frequencies[symbol] ?? 0; left > 0; left--) {
      symbols[at] = symbol
      do at = (at + step) & (size - 1)
      while (at >= high)
    }
  }
  const bits = new Uint8Array(size)
  const bases = new Uint16Array(size)
  for (let state = 0; state < size; state++) {
    const symbol = symbols[state] ?? 0
    const count = next[symbol] ?? 1
    next[symbol] = count + 1
    const width = accuracy - highBit(count)
    bits[state] = width
    bases[state] = (count << width) - size
  }
  return { accuracy, symbols, bits, bases }
}

/** Returns the table of a single symbol. */
export function rleTable(symbol: number): FseTable {
  return { accuracy: 0, symbols: Uint8Array.of(symbol), bits: new Uint8Array(1), bases: new Uint16Array(1) }
}

/** Reads a table description; returns the table and the offset after it. */
export function readFseTable(
  bytes: Uint8Array,
  start: number,
  end: number,
  maxAccuracy: number,
  maxSymbol: number,
): { table: FseTable; next: number } {
  let bit = start * 8
  const take = (count: number): number => {
    const at = bit >> 3
    const value = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16)
    bit += count
    return (value >>> ((bit - count) & 7)) & ((1 << count) - 1)
  }
  const accuracy = take(4) + 5
  if (accuracy > maxAccuracy) throw brokenZstd('a table too large')
  const frequencies: number[] = []
  let remaining = 1 << accuracy
  while (remaining > 0 && frequencies.length <= maxSymbol) {
    const width = highBit(remaining + 1)
    const small = (1 << width) - 1
    const threshold = 2 * (1 << width) - 2 - remaining
    let value = take(width + 1)
    if ((value & small) < threshold) {
      bit--
      value &= small
    } else if (value > small) {
      value -= threshold
    }
    remaining -= Math.abs(value - 1)
    frequencies.push(value - 1)
    if (value !== 1) continue
    for (let zeros = 3; zeros === 3 && frequencies.length <= maxSymbol; ) {
      zeros = take(2)
      for (let count = zeros; count > 0; count--) frequencies.push(0)
    }
  }
  const next = (bit + 7) >> 3
  if (remaining !== 0 || frequencies.length > maxSymbol + 1 || next > end) throw brokenZstd('an invalid table')
  return { table: fseTable(frequencies, accuracy), next }
}

/** Reads bits from the end of a run to its start. They begin after the highest 1 of the last byte. */
export class ReverseBits {
  readonly bytes: Uint8Array
  readonly start: number
  /** Number of unread bits; negative when more were read than there are. */
  left: number

  constructor(bytes: Uint8Array, start: number, end: number) {
    const last = start < end ? (bytes[end - 1] ?? 0) : 0
    if (last === 0) throw brokenZstd('a run of bits without an end')
    this.bytes = bytes
    this.start = start
    this.left = (end - start - 1) * 8 + highBit(last)
  }

  /** Reads the next `count` bits (at most 24); bits before the start are 0. */
  take(count: number): number {
    this.left -= count
    return this.#at(this.left, count)
  }

  #at(bit: number, count: number): number {
    if (bit < 0) return bit + count <= 0 ? 0 : this.#at(0, bit + count) << -bit
    const at = this.start + (bit >> 3)
    const { bytes } = this
    const word = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)
    return (word >>> (bit & 7)) & ((1 << count) - 1)
  }
}

/** A Huffman table by the next `bits` bits: `symbol << 4 | length`. */
export interface HuffmanTable {
  readonly bits: number
  readonly words: Uint16Array
}

const MAX_HUFFMAN_BITS = 11
const MAX_WEIGHTS = 255

/** Reads a Huffman tree description (RFC 8878 4.2.1); returns the table and the offset after it. */
export function readHuffman(bytes: Uint8Array, start: number, end: number): { table: HuffmanTable; next: number } {
  const head = bytes[start] ?? 0
  const direct = head >= 128
  const next = start + 1 + (direct ? (head - 126) >> 1 : head)
  if (start >= end || next > end) throw brokenZstd('a Huffman tree longer than its block')
  const weights = direct
    ? Array.from({ length: head - 127 }, (_, index) => ((bytes[start + 1 + (index >> 1)] ?? 0) >> (index & 1 ? 0 : 4)) & 15)
    : readWeights(bytes, start + 1, next)
  return { table: huffmanTable(weights), next }
}

function readWeights(bytes: Uint8Array, start: number, end: number): number[] {
  const { table, next } = readFseTable(bytes, start, end, 6, MAX_HUFFMAN_BITS + 1)
  const bits = new ReverseBits(bytes, next, end)
  const states = [bits.take(table.accuracy), bits.take(table.accuracy)]
  const weights: number[] = []
  // Two states alternate; when the bits are used up, the symbol of the other one is the last. A table may use no bits
  // at all, so the number of weights is limited.
  for (let current = 0; weights.length < MAX_WEIGHTS; current ^= 1) {
    const state = states[current] ?? 0
    weights.push(table.symbols[state] ?? 0)
    states[current] = (table.bases[state] ?? 0) + bits.take(table.bits[state] ?? 0)
    if (bits.left >= 0) continue
    weights.push(table.symbols[states[current ^ 1] ?? 0] ?? 0)
    return weights
  }
  throw brokenZstd('a Huffman tree of too many symbols')
}

/** Builds a table from weights. The last weight is not stored; it completes the sum to a power of two. */
function huffmanTable(weights: number[]): HuffmanTable {
  let sum = 0
  for (const weight of weights) {
    if (weight > MAX_HUFFMAN_BITS) throw brokenZstd('a Huffman word too long')
    sum += weight > 0 ? 1 << (weight - 1) : 0
  }
  const bits = sum > 0 ? highBit(sum) + 1 : 0
  const gap = (1 << bits) - sum
  if (sum === 0 || bits > MAX_HUFFMAN_BITS || (gap & (gap - 1)) !== 0 || weights.length > MAX_WEIGHTS)
    throw brokenZstd('an invalid Huffman tree')
  const all = [...weights, highBit(gap) + 1]
  const words = new Uint16Array(1 << bits)
  let at = 0
  for (let weight = 1; weight <= bits; weight++) {
    for (let symbol = 0; symbol < all.length; symbol++) {
      if (all[symbol] !== weight) continue
      words.fill((symbol << 4) | (bits + 1 - weight), at, at + (1 << (weight - 1)))
      at += 1 << (weight - 1)
    }
  }
  return { bits, words }
}

/** Decodes one run of Huffman words into `target[from … to)`, which must use all bits. */
export function decodeHuffman(table: HuffmanTable, run: ReverseBits, target: Uint8Array, from: number, to: number): void {
  const { bits, words } = table
  const { bytes, start } = run
  const mask = words.length - 1
  let left = run.left
  let pos = from
  while (pos < to && left >= bits) {
    const at = left - bits
    const byte = start + (at >> 3)
    const word = (bytes[byte] ?? 0) | ((bytes[byte + 1] ?? 0) << 8) | ((bytes[byte + 2] ?? 0) << 16)
    const entry = words[(word >>> (at & 7)) & mask] ?? 0
    target[pos++] = entry >> 4
    left -= entry & 15
  }
  while (pos < to && left > 0) {
    run.left = left
    const entry = words[run.take(bits)] ?? 0
    target[pos++] = entry >> 4
    left -= entry & 15
  }
  if (pos < to || left !== 0) throw brokenZstd('Huffman words that do not match their bits')
}

/** Returns the index of the highest 1 bit; `value` is at least 1. */
function highBit(value: number): number {
  return 31 - Math.clz32(value)
}
