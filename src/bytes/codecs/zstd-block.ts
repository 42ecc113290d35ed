// Decodes the compressed blocks of Zstandard frames.
import {
  brokenZstd,
  decodeHuffman,
  type FseTable,
  fseTable,
  type HuffmanTable,
  ReverseBits,
  readFseTable,
  readHuffman,
  rleTable,
} from './zstd-entropy.ts'

/** Maximum size of a block, compressed or not (RFC 8878 3.1.1.2.4). */
export const MAX_BLOCK = 128 * 1024

/** One of the three codes of a sequence, with its default table. */
interface Code {
  readonly accuracy: number
  readonly maxSymbol: number
  readonly standard: FseTable
}

const LITERAL_LENGTHS: Code = {
  accuracy: 9,
  maxSymbol: 35,
  standard: fseTable([4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1], 6),
}
const OFFSETS: Code = {
  accuracy: 8,
  maxSymbol: 31,
  standard: fseTable([1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1], 5),
}
const MATCH_LENGTHS: Code = {
  accuracy: 9,
  maxSymbol: 52,
  standard: fseTable([1, 4, 3, 2, 2, 2, 2, 2, 2, ...new Array<number>(37).fill(1), -1, -1, -1, -1, -1, -1, -1], 6),
}

const LITERAL_EXTRA = Uint8Array.of(...new Array<number>(16).fill(0), 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)
const MATCH_EXTRA = Uint8Array.of(...new Array<number>(32).fill(0), 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)
const LITERAL_BASE = bases(0, LITERAL_EXTRA)
const MATCH_BASE = bases(3, MATCH_EXTRA)
/** Maximum offset code; offsets of 2^28 and more are larger than the maximum window. */
const MAX_OFFSET_CODE = 27

/** Decodes compressed blocks. Tables and repeated offsets are used by the next block until `reset`. */
export class BlockDecoder {
  readonly #literals = new Uint8Array(MAX_BLOCK)
  #huffman: HuffmanTable | undefined
  #tables: (FseTable | undefined)[] = []
  #rep1 = 1
  #rep2 = 4
  #rep3 = 8

  /** Starts a new frame. */
  reset(): void {
    this.#huffman = undefined
    this.#tables = []
    this.#rep1 = 1
    this.#rep2 = 4
    this.#rep3 = 8
  }

  /** Decodes `bytes[0 … size)` into `out[pos … limit)`, where `out[0 … pos)` is the window; returns the end. */
  decode(bytes: Uint8Array, size: number, out: Uint8Array, pos: number, limit: number): number {
    const { length, next } = this.#readLiterals(bytes, size)
    let at = next
    const head = bytes[at++] ?? 0
    let count = head
    if (head > 127 && head < 255) count = ((head - 128) << 8) + (bytes[at++] ?? 0)
    if (head === 255) {
      count = (bytes[at] ?? 0) + ((bytes[at + 1] ?? 0) << 8) + 0x7f00
      at += 2
    }
    if (at > size || (count === 0 && at !== size)) throw brokenZstd('an invalid number of sequences')
    if (count > 0) return this.#sequences(bytes, at, size, count, length, out, pos, limit)
    if (pos + length > limit) throw brokenZstd('a block too long')
    out.set(this.#literals.subarray(0, length), pos)
    return pos + length
  }

  #readLiterals(bytes: Uint8Array, size: number): { length: number; next: number } {
    const head = (bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8) | ((bytes[2] ?? 0) << 16)
    const type = head & 3
    const format = (head >> 2) & 3
    if (type < 2) {
      const width = format === 1 ? 2 : format === 3 ? 3 : 1
      const length = width === 1 ? (head & 0xff) >> 3 : (width === 2 ? head & 0xffff : head) >> 4
      const next = width + (type === 0 ? length : 1)
      if (length > MAX_BLOCK || next > size) throw brokenZstd('too many literals')
      if (type === 0) this.#literals.set(bytes.subarray(width, next))
      else this.#literals.fill(bytes[width] ?? 0, 0, length)
      return { length, next }
    }
    const bits = format < 2 ? 10 : format === 2 ? 14 : 18
    const width = (bits * 2 + 4 + 7) >> 3
    const high = ((bytes[3] ?? 0) + (bytes[4] ?? 0) * 256) * 0x1000000 + head
    const length = (head >> 4) & ((1 << bits) - 1)
    const next = width + (Math.floor(high / 2 ** (4 + bits)) & ((1 << bits) - 1))
    if (length > MAX_BLOCK || next > size) throw brokenZstd('too many literals')
    let at = width
    if (type === 2) {
      const tree = readHuffman(bytes, at, next)
      this.#huffman = tree.table
      at = tree.next
    }
    if (!this.#huffman) throw brokenZstd('literals without a Huffman tree')
    this.#readRuns(this.#huffman, bytes, at, next, length, format === 0 ? 1 : 4)
    return { length, next }
  }

  #readRuns(table: HuffmanTable, bytes: Uint8Array, start: number, end: number, length: number, runs: 1 | 4): void {
    let at = runs === 4 ? start + 6 : start
    const part = runs === 4 ? (length + 3) >> 2 : length
    for (let run = 0; run < runs; run++) {
      const from = run * part
      const isLast = run === runs - 1
      const to = isLast ? length : from + part
      const runEnd = isLast ? end : at + (bytes[start + 2 * run] ?? 0) + ((bytes[start + 2 * run + 1] ?? 0) << 8)
      if (runEnd > end || from > to || to > length) throw brokenZstd('literals longer than their block')
      decodeHuffman(table, new ReverseBits(bytes, at, runEnd), this.#literals, from, to)
      at = runEnd
    }
  }

  #sequences(
    bytes: Uint8Array,
    start: number,
    end: number,
    count: number,
    literalCount: number,
    out: Uint8Array,
    from: number,
    limit: number,
  ): number {
    const modes = bytes[start] ?? 0
    if (start >= end || modes & 3) throw brokenZstd('a reserved bit is set')
    let at = start + 1
    const tables = [LITERAL_LENGTHS, OFFSETS, MATCH_LENGTHS].map((code, index) => {
      const read = this.#readTable(code, index, (modes >> (6 - 2 * index)) & 3, bytes, at, end)
      at = read.next
      return read.table
    })
    this.#tables = tables
    const [literalTable, offsetTable, matchTable] = tables
    if (!literalTable || !offsetTable || !matchTable) throw brokenZstd('a missing table')
    const bits = new ReverseBits(bytes, at, end)
    const literals = this.#literals
    let literalState = bits.take(literalTable.accuracy)
    let offsetState = bits.take(offsetTable.accuracy)
    let matchState = bits.take(matchTable.accuracy)
    let literal = 0
    let pos = from
    for (let left = count; left > 0; left--) {
      const offsetCode = offsetTable.symbols[offsetState] ?? 0
      const matchCode = matchTable.symbols[matchState] ?? 0
      const literalCode = literalTable.symbols[literalState] ?? 0
      if (offsetCode > MAX_OFFSET_CODE) throw brokenZstd('a match from too far back')
      const wide = offsetCode > 16 ? bits.take(offsetCode - 16) * 65536 + bits.take(16) : bits.take(offsetCode)
      const matchLength = (MATCH_BASE[matchCode] ?? 0) + bits.take(MATCH_EXTRA[matchCode] ?? 0)
      const run = (LITERAL_BASE[literalCode] ?? 0) + bits.take(LITERAL_EXTRA[literalCode] ?? 0)
      const offset = this.#offset((1 << offsetCode) + wide, run)
      if (left > 1) {
        literalState = (literalTable.bases[literalState] ?? 0) + bits.take(literalTable.bits[literalState] ?? 0)
        matchState = (matchTable.bases[matchState] ?? 0) + bits.take(matchTable.bits[matchState] ?? 0)
        offsetState = (offsetTable.bases[offsetState] ?? 0) + bits.take(offsetTable.bits[offsetState] ?? 0)
      }
      if (literal + run > literalCount || pos + run + matchLength > limit) throw brokenZstd('a block too long')
      if (offset === 0 || offset > pos + run) throw brokenZstd('a match from too far back')
      for (const stop = literal + run; literal < stop; ) out[pos++] = literals[literal++] ?? 0
      const stop = pos + matchLength
      for (let back = pos - offset; pos < stop; ) out[pos++] = out[back++] ?? 0
    }
    if (bits.left !== 0) throw brokenZstd('sequences that do not match their bits')
    const rest = literalCount - literal
    if (pos + rest > limit) throw brokenZstd('a block too long')
    out.set(literals.subarray(literal, literalCount), pos)
    return pos + rest
  }

  #readTable(code: Code, index: number, mode: number, bytes: Uint8Array, at: number, end: number): { table: FseTable; next: number } {
    if (mode === 0) return { table: code.standard, next: at }
    if (mode === 2) return readFseTable(bytes, at, end, code.accuracy, code.maxSymbol)
    if (mode === 1) {
      const symbol = bytes[at] ?? 0
      if (at >= end || symbol > code.maxSymbol) throw brokenZstd('an invalid table')
      return { table: rleTable(symbol), next: at + 1 }
    }
    const table = this.#tables[index]
    if (!table) throw brokenZstd('a repeated table with none before it')
    return { table, next: at }
  }

  /**
   * Returns an offset. Values 1 to 3 are the last three offsets, shifted by one without literals (RFC 8878 3.1.1.5).
   */
  #offset(value: number, run: number): number {
    if (value <= 3) {
      const index = value - (run === 0 ? 0 : 1)
      if (index === 0) return this.#rep1
      const offset = index === 1 ? this.#rep2 : index === 2 ? this.#rep3 : this.#rep1 - 1
      if (index > 1) this.#rep3 = this.#rep2
      this.#rep2 = this.#rep1
      this.#rep1 = offset
      return offset
    }
    this.#rep3 = this.#rep2
    this.#rep2 = this.#rep1
    this.#rep1 = value - 3
    return value - 3
  }
}

/** Returns the first length of each range; ranges follow each other. */
function bases(first: number, extra: Uint8Array): Uint32Array {
  let next = first
  return Uint32Array.from(extra, (bits) => {
    const base = next
    next += 1 << bits
    return base
  })
}
