// Decompresses the .xz format.
import { ScanError } from '../errors.ts'
import { type ByteSource, memorySource } from '../source.ts'
import type { ByteStream } from '../stream.ts'
import { type Checksum, crc32, crc64 } from './checksums.ts'
import { type Chunks, members, startsWith, toStream } from './chunks.ts'
import type { Filter } from './filters.ts'
import { filterOf } from './filters.ts'
import { LzmaDecoder } from './lzma.ts'
import { lzma2 } from './lzma2.ts'
import { XZ_MAGIC } from './magic.ts'
import { Puller } from './pull.ts'

const FOOTER_MAGIC = [0x59, 0x5a]
const LZMA2 = 0x21
const FILTER_NAMES = new Map([[11, 'RISC-V']])

/** Maximum size of the properties of a filter; real ones have a few bytes. */
const MAX_PROPERTIES = 64

/** Size of the check field by its id (xz-file-format.txt 2.1.1.2). */
const CHECK_SIZES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64]

/**
 * Decompresses the .xz format: any number of streams of any number of blocks, with LZMA2, delta and branch filters.
 * CRC-32 and CRC-64 are verified. SHA-256 (`xz --check=sha256`, no default) is not: it is slow, and the bytes are
 * returned either way.
 */
export function xz(source: ByteSource): ByteStream {
  const decoder = new LzmaDecoder()
  return toStream(
    members(
      new Puller(source),
      (head) => startsWith(head, XZ_MAGIC),
      (input) => stream(input, decoder),
    ),
  )
}

function* stream(input: Puller, decoder: LzmaDecoder): Chunks {
  const head = input.bytes(8)
  if (!startsWith(head, XZ_MAGIC)) throw broken(input, 'no xz header')
  verify(input, head.subarray(6), 'the stream header')
  const check = head[7] ?? 0
  if (head[6] !== 0 || check > 15) throw new ScanError('unsupported', 'an xz stream of a later version', input.offset)
  let blocks = 0
  for (let size = input.u8(); size !== 0; size = input.u8()) {
    yield* block(input, decoder, size, check)
    blocks++
  }
  readIndex(input, blocks)
  const footer = input.bytes(12)
  verifyAgainst(footer.subarray(4, 10), footer.subarray(0, 4), input, 'the stream footer')
  if (footer[8] !== 0 || footer[9] !== check || !startsWith(footer.subarray(10), FOOTER_MAGIC))
    throw broken(input, 'an invalid stream footer')
}

interface BlockHeader {
  readonly dictionary: number
  /** The filters before LZMA2, in the order in which they were applied. */
  readonly filters: readonly Filter[]
}

function* block(input: Puller, decoder: LzmaDecoder, sizeByte: number, check: number): Chunks {
  const size = sizeByte * 4
  const header = new Uint8Array(size)
  header[0] = sizeByte
  header.set(input.bytes(size - 1), 1)
  verify(input, header, 'a block header')
  const { dictionary, filters } = readBlockHeader(new Puller(memorySource(header.subarray(1))), input.offset)
  decoder.setDictionary(dictionary, input.offset)
  const start = input.offset
  const checksum: Checksum | undefined = check === 1 ? crc32() : check === 4 ? crc64() : undefined
  for (const chunk of filters.reduceRight((chunks, undo) => undo(chunks), lzma2(input, decoder))) {
    checksum?.update(chunk)
    yield chunk
  }
  if (input.bytes((4 - ((input.offset - start) & 3)) & 3).some((byte) => byte !== 0)) throw broken(input, 'invalid padding')
  const stored = input.bytes(CHECK_SIZES[check] ?? 0)
  if (checksum && !checksum.matches(stored)) throw broken(input, 'the checksum of the decompressed data is wrong')
}

function readBlockHeader(header: Puller, offset: number): BlockHeader {
  const flags = header.u8()
  if (flags & 0x3c) throw new ScanError('unsupported', 'an xz block of a later version', offset)
  // The declared sizes are not used.
  if (flags & 0x40) readNumber(header)
  if (flags & 0x80) readNumber(header)
  const filters: Filter[] = []
  let dictionary: number | undefined
  for (let left = (flags & 3) + 1; left > 0; left--) {
    const id = readNumber(header)
    const size = readNumber(header)
    if (size > MAX_PROPERTIES) throw new ScanError('malformed', 'broken xz data: an invalid chain of filters', offset)
    const properties = header.bytes(size)
    if (id === LZMA2 && left === 1 && size === 1) {
      dictionary = dictionarySize(properties[0] ?? 0)
      continue
    }
    const filter = filterOf(id, properties)
    if (filter === undefined) throw new ScanError('unsupported', `an xz block with the filter ${FILTER_NAMES.get(id) ?? id}`, offset)
    filters.push(filter)
  }
  if (dictionary === undefined) throw new ScanError('malformed', 'broken xz data: an invalid chain of filters', offset)
  return { dictionary, filters }
}

function dictionarySize(byte: number): number {
  return byte >= 40 ? 0xffffffff : (2 | (byte & 1)) * 2 ** ((byte >> 1) + 11)
}

/** Reads the index, which repeats the sizes of the blocks; its end must be known to find what follows. */
function readIndex(input: Puller, blocks: number): void {
  const start = input.offset - 1
  const checksum = crc32()
  const byte = new Uint8Array(1)
  checksum.update(byte)
  const counted = {
    u8: (): number => {
      byte[0] = input.u8()
      checksum.update(byte)
      return byte[0] ?? 0
    },
  }
  if (readNumber(counted) !== blocks) throw broken(input, 'an index of another number of blocks')
  for (let record = 0; record < blocks; record++) {
    readNumber(counted)
    readNumber(counted)
  }
  while ((input.offset - start) & 3) if (counted.u8() !== 0) throw broken(input, 'invalid padding')
  if (!checksum.matches(input.bytes(4))) throw broken(input, 'the checksum of the index is wrong')
}

/** Reads a variable-length integer of up to 63 bits; exact up to 2^53. */
function readNumber(input: { u8(): number }): number {
  let value = 0
  for (let power = 1; power <= 2 ** 56; power *= 128) {
    const byte = input.u8()
    value += (byte & 0x7f) * power
    if (byte < 0x80) return value
  }
  throw new ScanError('malformed', 'broken xz data: a number that does not end')
}

function verify(input: Puller, bytes: Uint8Array, what: string): void {
  verifyAgainst(bytes, input.bytes(4), input, what)
}

function verifyAgainst(bytes: Uint8Array, stored: Uint8Array, input: Puller, what: string): void {
  const checksum = crc32()
  checksum.update(bytes)
  if (!checksum.matches(stored)) throw broken(input, `the checksum of ${what} is wrong`)
}

function broken(input: Puller, what: string): ScanError {
  return new ScanError('malformed', `broken xz data: ${what}`, input.offset)
}
