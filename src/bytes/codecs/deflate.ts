// Inflates deflate data with all output before an error, where zlib drops some.
import { ScanError } from '../errors.ts'
import type { Chunks } from './chunks.ts'
import type { Puller } from './pull.ts'

const WINDOW = 32 * 1024
const LONGEST = 258
const CHUNK = 64 * 1024
const CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
const LENGTHS = steps(3, [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5])
const DISTANCES = steps(1, [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13])

/** A Huffman code as a table by its longest word: `symbol << 4 | length`, 0 where there is no word. */
interface Code {
  readonly bits: number
  readonly table: Uint16Array
}

/**
 * Inflates raw deflate data (RFC 1951) in JavaScript: at a third of zlib's speed, but with all output before an error,
 * of which Node's zlib drops up to a whole buffer, though a loader would use it. Leaves the input at the byte after the
 * data.
 */
export function* inflate(input: Puller): Chunks {
  const inflater = new Inflater(input)
  let failure: unknown
  try {
    do {
      inflater.startBlock()
      while (!inflater.run()) yield inflater.flush()
    } while (!inflater.last)
    input.seek(input.offset - (inflater.count >> 3))
  } catch (error) {
    failure = error
  }
  if (inflater.pos > inflater.from) yield inflater.flush()
  if (failure) throw failure
}

/**
 * True when `input` starts with a deflate block that can be decoded to its end or to the end of the input, unlike text.
 */
export function firstBlockDecodes(input: Puller): boolean {
  const inflater = new Inflater(input)
  try {
    inflater.startBlock()
    while (!inflater.run()) inflater.flush()
    return true
  } catch (error) {
    if (error instanceof ScanError) return error.why === 'truncated'
    throw error
  }
}

class Inflater {
  readonly #input: Puller
  readonly #out = new Uint8Array(WINDOW + CHUNK + LONGEST)
  pos = 0
  from = 0
  last = false
  count = 0
  #bits = 0
  #history = 0
  #stored = -1
  #literals: Code = fixed().literals
  #distances: Code = fixed().distances

  constructor(input: Puller) {
    this.#input = input
  }

  /** Returns the bytes since the last flush. */
  flush(): Uint8Array {
    const chunk = this.#out.subarray(this.from, this.pos)
    this.from = this.pos
    return chunk
  }

  startBlock(): void {
    this.last = this.#take(1) === 1
    const type = this.#take(2)
    this.#stored = -1
    if (type === 0) {
      this.#take(this.count & 7)
      const length = this.#take(16)
      if ((length ^ this.#take(16)) !== 0xffff) throw this.#malformed('the length of a stored block does not match its complement')
      this.#input.seek(this.#input.offset - (this.count >> 3))
      this.count = 0
      this.#bits = 0
      this.#stored = length
    } else if (type === 1) {
      this.#literals = fixed().literals
      this.#distances = fixed().distances
    } else if (type === 2) {
      this.#readCodes()
    } else {
      throw this.#malformed('a block of an unknown type')
    }
  }

  /** Decodes until the block ends (true) or the buffer is full (false). */
  run(): boolean {
    if (this.pos >= WINDOW + CHUNK && this.from === this.pos) {
      this.#out.copyWithin(0, this.pos - WINDOW, this.pos)
      this.pos = WINDOW
      this.from = WINDOW
    }
    return this.#stored >= 0 ? this.#copyStored() : this.#decode()
  }

  #copyStored(): boolean {
    const room = Math.min(this.#stored, WINDOW + CHUNK - this.pos)
    if (room > 0) {
      const got = this.#input.take(this.#out.subarray(this.pos, this.pos + room))
      this.pos += got
      this.#history += got
      this.#stored -= got
      if (got < room) throw this.#input.truncated()
    }
    return this.#stored === 0
  }

  #decode(): boolean {
    const out = this.#out
    while (this.pos < WINDOW + CHUNK) {
      const symbol = this.#symbol(this.#literals)
      if (symbol < 256) {
        out[this.pos++] = symbol
        this.#history++
        continue
      }
      if (symbol === 256) return true
      const length = symbol === 285 ? LONGEST : this.#stepped(LENGTHS, symbol - 257)
      const distance = this.#stepped(DISTANCES, this.#symbol(this.#distances))
      if (distance > this.#history) throw this.#malformed('a match from before the start of the data')
      this.#history += length
      const end = this.pos + length
      for (let from = this.pos - distance; this.pos < end; ) out[this.pos++] = out[from++] ?? 0
    }
    return false
  }

  #stepped(table: Uint32Array, symbol: number): number {
    const step = table[symbol]
    if (step === undefined) throw this.#malformed('an undefined symbol')
    return (step >>> 4) + this.#take(step & 15)
  }

  #readCodes(): void {
    const literals = this.#take(5) + 257
    const distances = this.#take(5) + 1
    const words = this.#take(4) + 4
    if (literals > 286 || distances > 30) throw this.#malformed('too many symbols')
    const order = new Uint8Array(19)
    for (const symbol of CODE_LENGTH_ORDER.slice(0, words)) order[symbol] = this.#take(3)
    const code = this.#code(order, true)
    const lengths = new Uint8Array(literals + distances)
    for (let at = 0; at < lengths.length; ) {
      const symbol = this.#symbol(code)
      if (symbol < 16) {
        lengths[at++] = symbol
        continue
      }
      if (symbol === 16 && at === 0) throw this.#malformed('a repeated code length with none before it')
      const value = symbol === 16 ? (lengths[at - 1] ?? 0) : 0
      const times = symbol === 16 ? 3 + this.#take(2) : symbol === 17 ? 3 + this.#take(3) : 11 + this.#take(7)
      if (at + times > lengths.length) throw this.#malformed('more code lengths than symbols')
      lengths.fill(value, at, at + times)
      at += times
    }
    if (lengths[256] === 0) throw this.#malformed('a block that cannot end')
    this.#literals = this.#code(lengths.subarray(0, literals), false)
    this.#distances = this.#code(lengths.subarray(literals), false)
  }

  /** As in zlib a code must be complete, except one of at most one word unless `strict`. */
  #code(lengths: Uint8Array, strict: boolean): Code {
    const code = buildCode(lengths)
    if (code.left < 0 || (code.left > 0 && (strict || code.bits > 1)))
      throw this.#malformed('a Huffman code that is over-full or incomplete')
    return code
  }

  #symbol(code: Code): number {
    if (this.count < 15) this.#load()
    const entry = code.table[this.#bits & ((1 << code.bits) - 1)] ?? 0
    const length = entry & 15
    if (length === 0 || length > this.count)
      throw length === 0 && this.count >= code.bits ? this.#malformed('an unused code word') : this.#input.truncated()
    this.#bits >>>= length
    this.count -= length
    return entry >>> 4
  }

  #take(length: number): number {
    if (this.count < length) {
      this.#load()
      if (this.count < length) throw this.#input.truncated()
    }
    const value = this.#bits & ((1 << length) - 1)
    this.#bits >>>= length
    this.count -= length
    return value
  }

  #load(): void {
    const input = this.#input
    while (this.count <= 24 && (input.pos < input.end || input.refill())) {
      this.#bits |= (input.buf[input.pos++] ?? 0) << this.count
      this.count += 8
    }
  }

  #malformed(what: string): ScanError {
    return new ScanError('malformed', `broken deflate data: ${what}`, this.#input.offset)
  }
}

/** Returns ranges that follow each other, of `2 ** bits` values each, as `first << 4 | bits`. */
function steps(first: number, bits: readonly number[]): Uint32Array {
  let next = first
  return Uint32Array.from(bits, (extra) => {
    const step = (next << 4) | extra
    next += 1 << extra
    return step
  })
}

/** Builds a code. `left`: number of unused words of the longest length; negative when there are too many words. */
function buildCode(lengths: Uint8Array): Code & { readonly left: number } {
  const perLength = new Uint16Array(16)
  for (const length of lengths) perLength[length] = (perLength[length] ?? 0) + 1
  perLength[0] = 0
  let bits = 15
  while (bits > 1 && perLength[bits] === 0) bits--
  const next = new Uint32Array(17)
  let left = 1
  for (let length = 1; length <= bits; length++) {
    left = left * 2 - (perLength[length] ?? 0)
    if (left < 0) break
    next[length + 1] = ((next[length] ?? 0) + (perLength[length] ?? 0)) << 1
  }
  const table = new Uint16Array(1 << bits)
  if (left >= 0) {
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      const length = lengths[symbol] ?? 0
      if (length === 0) continue
      const word = next[length] ?? 0
      next[length] = word + 1
      for (let at = reversed(word, length); at < table.length; at += 1 << length) table[at] = (symbol << 4) | length
    }
  }
  return { bits, table, left }
}

function reversed(word: number, length: number): number {
  let result = 0
  for (let bit = 0; bit < length; bit++) result |= ((word >>> bit) & 1) << (length - 1 - bit)
  return result
}

/** Cache of the codes of blocks without codes (RFC 1951, 3.2.6). */
let fixedCodesCache: { readonly literals: Code; readonly distances: Code } | undefined

/** Returns the codes of blocks without codes. */
function fixed(): { readonly literals: Code; readonly distances: Code } {
  fixedCodesCache ??= {
    literals: buildCode(Uint8Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8))),
    distances: buildCode(new Uint8Array(32).fill(5)),
  }
  return fixedCodesCache
}
