// Decompresses bzip2 streams block by block.
import { ScanError } from '../errors.ts'
import type { ByteSource } from '../source.ts'
import type { ByteStream } from '../stream.ts'
import { BitDecoder, LONGEST_WORD, QUICK_BITS, QUICK_MASK } from './bzip2-huffman.ts'
import { type Chunks, members, startsWith, toStream } from './chunks.ts'
import { CODEC_LIMITS } from './limits.ts'
import { Puller } from './pull.ts'

/** Magic of a block and of the end of a stream. */
const BLOCK = 0x314159265359
const END = 0x177245385090
/** Bytes of a block per level. */
const LEVEL = 100_000
/** Symbols that are coded with the same table. */
const GROUP = 50
/** Number of bytes up to which a loop moves them faster than a call. */
const SHORT_MOVE = 24

const CRC = new Int32Array(256).map((_, byte) => {
  let value = byte << 24
  for (let bit = 0; bit < 8; bit++) value = value < 0 ? (value << 1) ^ 0x04c11db7 : value << 1
  return value
})

/**
 * Decompresses any number of bzip2 streams in a row. A block has at most 900 kB and is decoded as a whole or not at
 * all, as in the original; its checksum is compared after its bytes were returned.
 */
export function bzip2(source: ByteSource): ByteStream {
  const decoder = new BlockDecoder(new Puller(source))
  return toStream(
    members(
      decoder.input,
      (head) => startsWith(head, [0x42, 0x5a, 0x68]),
      () => stream(decoder),
    ),
  )
}

/** Decompresses one stream and leaves the input at the byte after it. */
export function bzip2Stream(input: Puller): Chunks {
  return stream(new BlockDecoder(input))
}

function* stream(decoder: BlockDecoder): Chunks {
  decoder.startStream()
  let combined = 0
  while (decoder.startBlock()) {
    for (let length = decoder.fill(); length > 0; length = decoder.fill()) yield decoder.out.subarray(0, length)
    combined = ((combined << 1) | (combined >>> 31)) ^ decoder.checkBlock()
  }
  decoder.endStream(combined)
}

class BlockDecoder extends BitDecoder {
  readonly out = new Uint8Array(CODEC_LIMITS.chunk)
  private blockSize = 0
  /** The block after the transform: `next << 8 | byte`. Reused for all streams, since a stream may be 14 bytes long. */
  private chain = new Int32Array(0)
  private at = 0
  private left = 0
  private last = -1
  private run = 0
  private repeat = 0
  private crc = 0
  private storedCrc = 0

  startStream(): void {
    const [b, z, h, level = 0] = this.input.bytes(4)
    if (b !== 0x42 || z !== 0x5a || h !== 0x68 || level < 0x31 || level > 0x39) throw this.malformed('no bzip2 header')
    this.blockSize = (level - 0x30) * LEVEL
    this.bits = 0
    this.count = 0
  }

  /** Decodes a block, so that `fill` can return its bytes; false at the end of the stream. */
  startBlock(): boolean {
    const magic = this.take(24) * 0x1000000 + this.take(24)
    this.storedCrc = (this.take(16) << 16) | this.take(16)
    if (magic === END) return false
    if (magic !== BLOCK) throw this.malformed('a block without its magic')
    if (this.take(1)) throw new ScanError('unsupported', 'a randomised bzip2 block, which no version since 0.9.5 writes', this.input.offset)
    const origin = this.take(24)
    const bytes = this.readAlphabet()
    const length = this.readSymbols(bytes)
    if (origin >= length) throw this.malformed('a block that starts past its end')
    this.at = (this.chain[origin] ?? 0) >>> 8
    this.left = length
    this.last = -1
    this.run = 0
    this.repeat = 0
    this.crc = -1
    return true
  }

  /** Returns the checksum of the block; throws when it is wrong. */
  checkBlock(): number {
    if (~this.crc !== this.storedCrc) throw this.malformed('the checksum of a block is wrong')
    return this.storedCrc
  }

  endStream(combined: number): void {
    if (combined !== this.storedCrc) throw this.malformed('the checksum of the stream is wrong')
    this.input.seek(this.input.offset - (this.count >> 3))
  }

  /**
   * Writes the next bytes of the block to `out`; returns how many, 0 at its end. A count of more follows four equal
   * bytes.
   */
  fill(): number {
    const out = this.out
    const chain = this.chain
    let at = this.at
    let left = this.left
    let last = this.last
    let run = this.run
    let repeat = this.repeat
    let crc = this.crc
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
    this.at = at
    this.left = left
    this.last = last
    this.run = run
    this.repeat = repeat
    this.crc = crc
    return pos
  }

  private readAlphabet(): Uint8Array {
    const used = this.take(16)
    const bytes: number[] = []
    for (let row = 0; row < 16; row++) {
      if ((used & (0x8000 >> row)) === 0) continue
      const columns = this.take(16)
      for (let column = 0; column < 16; column++) if (columns & (0x8000 >> column)) bytes.push(row * 16 + column)
    }
    if (bytes.length === 0) throw this.malformed('a block without symbols')
    return Uint8Array.from(bytes)
  }

  /** Undoes Huffman coding, move-to-front and zero runs, then the transform; returns the length of the block. */
  private readSymbols(front: Uint8Array): number {
    const end = front.length + 1
    const tables = this.take(3)
    const count = this.take(15)
    if (tables < 2 || tables > 6 || count < 1) throw this.malformed('an invalid number of Huffman tables')
    const selectors = this.readSelectors(tables, count)
    const codes = Array.from({ length: tables }, () => this.readCode(end + 1))
    if (this.chain.length < this.blockSize) this.chain = new Int32Array(this.blockSize)
    const chain = this.chain
    const starts = new Uint32Array(256)
    let length = 0
    let run = 0
    let power = 1
    for (const selector of selectors) {
      const code = codes[selector]
      if (!code) throw this.malformed('a Huffman table that does not exist')
      for (let left = GROUP; left > 0; left--) {
        if (this.count < LONGEST_WORD) this.load()
        const quick = this.count < LONGEST_WORD ? 0 : (code.quick[(this.bits >>> (this.count - QUICK_BITS)) & QUICK_MASK] ?? 0)
        const symbol = quick === 0 ? this.symbol(code) : quick >>> 5
        this.count -= quick & 31
        if (symbol < 2) {
          run += power << symbol
          power <<= 1
          if (run > this.blockSize) throw this.malformed('a block longer than its size')
          continue
        }
        if (run > 0) {
          const byte = front[0] ?? 0
          if (length + run > this.blockSize) throw this.malformed('a block longer than its size')
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
        if (length >= this.blockSize) throw this.malformed('a block longer than its size')
        const byte = front[symbol - 1] ?? 0
        if (symbol > SHORT_MOVE) front.copyWithin(1, 0, symbol - 1)
        else for (let place = symbol - 1; place > 0; place--) front[place] = front[place - 1] ?? 0
        front[0] = byte
        chain[length++] = byte
        starts[byte] = (starts[byte] ?? 0) + 1
      }
    }
    throw this.malformed('a block that does not end')
  }
}

/** Turns the last column of the sorted rotations into a linked list of the bytes in order. */
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
