import { ScanError } from '../errors.ts'
import type { ByteSource } from '../source.ts'
import type { ByteStream } from '../stream.ts'
import { type Chunks, members, startsWith, toStream } from './chunks.ts'
import { CODEC_LIMITS } from './limits.ts'
import { Puller } from './pull.ts'

const BLOCK = 0x314159265359
const END = 0x177245385090
const LEVEL = 100_000
const GROUP = 50
/** Later versions of bzip2 write no more selectors than this and ignore those past it. */
const MAX_SELECTORS = 18_002
const LONGEST_WORD = 20
/** Up to here a loop moves bytes faster than a call. */
const SHORT_MOVE = 24
const QUICK_BITS = 10
const QUICK_MASK = (1 << QUICK_BITS) - 1

const CRC = new Int32Array(256).map((_, byte) => {
  let value = byte << 24
  for (let bit = 0; bit < 8; bit++) value = value < 0 ? (value << 1) ^ 0x04c11db7 : value << 1
  return value
})

/**
 * bzip2: any number of streams in a row. A block is at most 900 kB and comes out whole or not at all, as in the original; its checksum is
 * compared once it is delivered.
 */
export function bzip2(source: ByteSource): ByteStream {
  const decoder = new Decoder(new Puller(source))
  return toStream(
    members(
      decoder.input,
      (head) => startsWith(head, [0x42, 0x5a, 0x68]),
      () => stream(decoder),
    ),
  )
}

/** One stream, and no more. The input is left at the byte after it. */
export function bzip2Stream(input: Puller): Chunks {
  return stream(new Decoder(input))
}

function* stream(decoder: Decoder): Chunks {
  decoder.startStream()
  let combined = 0
  while (decoder.startBlock()) {
    for (let length = decoder.fill(); length > 0; length = decoder.fill()) yield decoder.out.subarray(0, length)
    combined = ((combined << 1) | (combined >>> 31)) ^ decoder.checkBlock()
  }
  decoder.endStream(combined)
}

/** A Huffman code: a table over the first ten bits (`symbol << 5 | length`), and the canonical limits for longer words. */
interface Code {
  readonly quick: Uint16Array
  readonly limit: Int32Array
  readonly base: Int32Array
  readonly symbols: Uint16Array
}

class Decoder {
  readonly input: Puller
  readonly out = new Uint8Array(CODEC_LIMITS.chunk)
  #bits = 0
  #count = 0
  #blockSize = 0
  /** After the transform: `next << 8 | byte`. Kept from stream to stream: a stream may be 14 bytes long. */
  #chain = new Int32Array(0)
  #at = 0
  #left = 0
  #last = -1
  #run = 0
  #repeat = 0
  #crc = 0
  #storedCrc = 0

  constructor(input: Puller) {
    this.input = input
  }

  startStream(): void {
    const [b, z, h, level = 0] = this.input.bytes(4)
    if (b !== 0x42 || z !== 0x5a || h !== 0x68 || level < 0x31 || level > 0x39) throw this.#malformed('no bzip2 header')
    this.#blockSize = (level - 0x30) * LEVEL
    this.#bits = 0
    this.#count = 0
  }

  /** Reads a block up to the point where its bytes can be taken; false at the end of the stream. */
  startBlock(): boolean {
    const magic = this.#take(24) * 0x1000000 + this.#take(24)
    this.#storedCrc = (this.#take(16) << 16) | this.#take(16)
    if (magic === END) return false
    if (magic !== BLOCK) throw this.#malformed('no block where one must start')
    if (this.#take(1))
      throw new ScanError('unsupported', 'a randomised bzip2 block, which no version since 0.9.5 writes', this.input.offset)
    const origin = this.#take(24)
    const bytes = this.#readAlphabet()
    const length = this.#readSymbols(bytes)
    if (origin >= length) throw this.#malformed('a block that starts past its end')
    this.#at = (this.#chain[origin] ?? 0) >>> 8
    this.#left = length
    this.#last = -1
    this.#run = 0
    this.#repeat = 0
    this.#crc = -1
    return true
  }

  /** The block's checksum; throws when it is not the one stored. */
  checkBlock(): number {
    if (~this.#crc !== this.#storedCrc) throw this.#malformed('the checksum of a block is wrong')
    return this.#storedCrc
  }

  endStream(combined: number): void {
    if (combined !== this.#storedCrc) throw this.#malformed('the checksum of the stream is wrong')
    this.input.seek(this.input.offset - (this.#count >> 3))
  }

  /** Puts the next bytes of the block into `out`; gives how many, 0 at its end. Four equal bytes are followed by a count of more. */
  fill(): number {
    const out = this.out
    const chain = this.#chain
    let at = this.#at
    let left = this.#left
    let last = this.#last
    let run = this.#run
    let repeat = this.#repeat
    let crc = this.#crc
    let pos = 0
    while (pos < out.length) {
      if (repeat > 0) {
        repeat--
      } else {
        if (left === 0) break
        left--
        const entry = chain[at] ?? 0
        at = entry >>> 8
        const byte = entry & 0xff
        if (run === 4) {
          run = 0
          repeat = byte
          continue
        }
        run = byte === last ? run + 1 : 1
        last = byte
      }
      out[pos++] = last
      crc = (crc << 8) ^ (CRC[(crc >>> 24) ^ last] ?? 0)
    }
    this.#at = at
    this.#left = left
    this.#last = last
    this.#run = run
    this.#repeat = repeat
    this.#crc = crc
    return pos
  }

  #readAlphabet(): Uint8Array {
    const used = this.#take(16)
    const bytes: number[] = []
    for (let row = 0; row < 16; row++) {
      if ((used & (0x8000 >> row)) === 0) continue
      const columns = this.#take(16)
      for (let column = 0; column < 16; column++) if (columns & (0x8000 >> column)) bytes.push(row * 16 + column)
    }
    if (bytes.length === 0) throw this.#malformed('a block without symbols')
    return Uint8Array.from(bytes)
  }

  /** Undoes Huffman coding, move-to-front and zero runs, then the transform; gives the length of the block. */
  #readSymbols(front: Uint8Array): number {
    const end = front.length + 1
    const tables = this.#take(3)
    const count = this.#take(15)
    if (tables < 2 || tables > 6 || count < 1) throw this.#malformed('a wrong number of Huffman tables')
    const selectors = this.#readSelectors(tables, count)
    const codes = Array.from({ length: tables }, () => this.#readCode(end + 1))
    if (this.#chain.length < this.#blockSize) this.#chain = new Int32Array(this.#blockSize)
    const chain = this.#chain
    const starts = new Uint32Array(256)
    let length = 0
    let run = 0
    let power = 1
    for (const selector of selectors) {
      const code = codes[selector]
      if (!code) throw this.#malformed('a Huffman table that does not exist')
      for (let left = GROUP; left > 0; left--) {
        if (this.#count < LONGEST_WORD) this.#load()
        const quick = this.#count < LONGEST_WORD ? 0 : (code.quick[(this.#bits >>> (this.#count - QUICK_BITS)) & QUICK_MASK] ?? 0)
        const symbol = quick === 0 ? this.#symbol(code) : quick >>> 5
        this.#count -= quick & 31
        if (symbol < 2) {
          run += power << symbol
          power <<= 1
          if (run > this.#blockSize) throw this.#malformed('a block longer than its size')
          continue
        }
        if (run > 0) {
          const byte = front[0] ?? 0
          if (length + run > this.#blockSize) throw this.#malformed('a block longer than its size')
          chain.fill(byte, length, length + run)
          starts[byte] = (starts[byte] ?? 0) + run
          length += run
          run = 0
          power = 1
        }
        if (symbol === end) {
          linkChain(chain, length, starts)
          return length
        }
        if (length >= this.#blockSize) throw this.#malformed('a block longer than its size')
        const byte = front[symbol - 1] ?? 0
        if (symbol > SHORT_MOVE) front.copyWithin(1, 0, symbol - 1)
        else for (let place = symbol - 1; place > 0; place--) front[place] = front[place - 1] ?? 0
        front[0] = byte
        chain[length++] = byte
        starts[byte] = (starts[byte] ?? 0) + 1
      }
    }
    throw this.#malformed('a block that does not end')
  }

  #readSelectors(tables: number, count: number): Uint8Array {
    const selectors = new Uint8Array(Math.min(count, MAX_SELECTORS))
    const front = Uint8Array.of(0, 1, 2, 3, 4, 5)
    for (let index = 0; index < count; index++) {
      let place = 0
      while (this.#take(1)) if (++place >= tables) throw this.#malformed('a Huffman table that does not exist')
      const table = front[place] ?? 0
      front.copyWithin(1, 0, place)
      front[0] = table
      if (index < selectors.length) selectors[index] = table
    }
    return selectors
  }

  #readCode(size: number): Code {
    const lengths = new Uint8Array(size)
    let length = this.#take(5)
    for (let symbol = 0; symbol < size; symbol++) {
      for (;;) {
        if (length < 1 || length > LONGEST_WORD) throw this.#malformed('a code word of a wrong length')
        if (!this.#take(1)) break
        length += this.#take(1) ? -1 : 1
      }
      lengths[symbol] = length
    }
    return buildCode(lengths)
  }

  #symbol(code: Code): number {
    if (this.#count < LONGEST_WORD) this.#load()
    const window =
      (this.#count >= LONGEST_WORD ? this.#bits >>> (this.#count - LONGEST_WORD) : this.#bits << (LONGEST_WORD - this.#count)) & 0xfffff
    const quick = code.quick[window >>> (LONGEST_WORD - QUICK_BITS)] ?? 0
    let length = quick & 31
    let symbol: number | undefined = quick >>> 5
    if (length === 0) {
      for (length = QUICK_BITS + 1; length <= LONGEST_WORD && window >>> (LONGEST_WORD - length) > (code.limit[length] ?? -1); length++);
      symbol = code.symbols[(window >>> (LONGEST_WORD - length)) - (code.base[length] ?? 0)]
    }
    if (length > this.#count) throw this.input.truncated()
    if (symbol === undefined || length > LONGEST_WORD) throw this.#malformed('a code word that is not in use')
    this.#count -= length
    return symbol
  }

  #take(length: number): number {
    if (this.#count < length) {
      this.#load()
      if (this.#count < length) throw this.input.truncated()
    }
    this.#count -= length
    return (this.#bits >>> this.#count) & ((1 << length) - 1)
  }

  #load(): void {
    const input = this.input
    while (this.#count <= 24 && (input.pos < input.end || input.refill())) {
      this.#bits = (this.#bits << 8) | (input.buf[input.pos++] ?? 0)
      this.#count += 8
    }
  }

  #malformed(what: string): ScanError {
    return new ScanError('malformed', `broken bzip2 data: ${what}`, this.input.offset)
  }
}

/** Turns the last column of the sorted rotations into a chain to walk. */
function linkChain(chain: Int32Array, length: number, starts: Uint32Array): void {
  let sum = 0
  for (let byte = 0; byte < 256; byte++) {
    const count = starts[byte] ?? 0
    starts[byte] = sum
    sum += count
  }
  for (let index = 0; index < length; index++) {
    const byte = (chain[index] ?? 0) & 0xff
    const to = starts[byte] ?? 0
    starts[byte] = to + 1
    chain[to] = (chain[to] ?? 0) | (index << 8)
  }
}

/** Canonical words in order of length, then symbol. A code may be incomplete or over-full, as in the original: what it means is the same here. */
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
