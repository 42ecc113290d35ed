// Reads the numbers and texts of serialized R objects in binary and text encodings.
import { ScanError } from '../../bytes/errors.ts'
import type { ByteSource } from '../../bytes/source.ts'
import { blockReader } from '../block-reader.ts'
import { R_HEAD, rStart } from '../signatures.ts'

/** Reads the values of R's serialization in any of its encodings. */
export interface RInput {
  int(): number
  text(length: number): string
  skipText(length: number): void
  skipRaw(length: number): void
  /** `width`: bytes of each number in the binary encodings. */
  skipNumbers(count: number, width: number): void
  offset(): number
}

const BLOCK = 64 * 1024
const MAX_NAME = 10_000
const MAX_WORD = 1 << 20

/** Opens a serialized R object. @throws {ScanError} `malformed` where the bytes are none. */
export function openRInput(source: ByteSource): RInput {
  const found = rStart(source.read(0, R_HEAD))
  if (!found) throw new ScanError('malformed', 'not serialized by R', 0)
  return found.encoding === 'A' ? new TextInput(source, found.start) : new BinaryInput(source, found.start, found.encoding === 'B')
}

class BinaryInput implements RInput {
  private readonly source: ByteSource
  private readonly littleEndian: boolean
  private readonly reader: ReturnType<typeof blockReader>
  private at: number

  constructor(source: ByteSource, start: number, littleEndian: boolean) {
    this.source = source
    this.littleEndian = littleEndian
    this.reader = blockReader(source, BLOCK)
    this.at = start
  }

  offset(): number {
    return this.at
  }

  int(): number {
    const bytes = this.reader.at(this.at, 4)
    if (bytes.length < 4) throw new ScanError('truncated', 'the file ends within an R object', this.at)
    this.at += 4
    return new DataView(bytes.buffer, bytes.byteOffset, 4).getInt32(0, this.littleEndian)
  }

  text(length: number): string {
    const text = new TextDecoder().decode(this.reader.at(this.at, Math.min(Math.max(0, length), MAX_NAME)))
    this.skipText(length)
    return text
  }

  skipText(length: number): void {
    this.skip(Math.max(0, length))
  }

  skipRaw(length: number): void {
    this.skip(length)
  }

  skipNumbers(count: number, width: number): void {
    this.skip(count * width)
  }

  private skip(count: number): void {
    if (!(count >= 0 && count <= this.source.size - this.at)) throw new ScanError('truncated', 'the file ends within an R object', this.at)
    this.at += count
  }
}

/** The text encoding: words between whitespace, and texts of a length in which an escape counts as one. */
class TextInput implements RInput {
  private readonly reader: ReturnType<typeof blockReader>
  private at: number

  constructor(source: ByteSource, start: number) {
    this.reader = blockReader(source, BLOCK)
    this.at = start
  }

  offset(): number {
    return this.at
  }

  int(): number {
    const word = this.word()
    if (word === 'NA') return -(2 ** 31)
    const number = /^[+-]?\d{1,10}/.exec(word)?.[0]
    if (number === undefined) throw new ScanError('malformed', 'a number is missing in an R object', this.at)
    return Number(number)
  }

  text(length: number): string {
    const kept: number[] = []
    this.letters(length, (letter) => {
      if (kept.length < MAX_NAME) kept.push(letter)
    })
    return new TextDecoder().decode(Uint8Array.from(kept))
  }

  skipText(length: number): void {
    this.letters(length, () => undefined)
  }

  /** Reads a text as `InString` of serialize.c does. */
  private letters(length: number, each: (letter: number) => void): void {
    if (length > 0) this.skipSpace()
    for (let index = 0; index < length; index++) {
      const letter = this.letter()
      each(letter === BACKSLASH ? this.escape() : letter)
    }
  }

  /** Reads an escape after its backslash. Named escapes are returned as their letter, since only the length matters. */
  private escape(): number {
    const first = this.letter()
    if (!isOctal(first)) return first
    let value = first - ZERO
    for (let digit = 1; digit < 3 && isOctal(this.byte()); digit++) value = value * 8 + this.letter() - ZERO
    return value & 0xff
  }

  private letter(): number {
    const byte = this.byte()
    if (byte === undefined) throw new ScanError('truncated', 'the file ends within an R object', this.at)
    this.at++
    return byte
  }

  /** Raw bytes are written as words of two hexadecimal digits. */
  skipRaw(length: number): void {
    this.words(length)
  }

  skipNumbers(count: number, width: number): void {
    this.words(width === 16 ? count * 2 : count)
  }

  private words(count: number): void {
    for (let index = 0; index < count; index++) this.word()
  }

  private word(): string {
    this.skipSpace()
    const start = this.at
    for (let byte = this.byte(); byte !== undefined && !isSpace(byte); byte = this.byte()) {
      if (++this.at - start > MAX_WORD) throw new ScanError('limit', 'a word of more than 1 MiB', start)
    }
    if (this.at === start) throw new ScanError('truncated', 'the file ends within an R object', start)
    return new TextDecoder().decode(this.reader.at(start, this.at - start))
  }

  private skipSpace(): void {
    while (isSpace(this.byte())) this.at++
  }

  private byte(): number | undefined {
    return this.reader.at(this.at, 1)[0]
  }
}

const ZERO = 0x30
const BACKSLASH = 0x5c

function isOctal(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte < ZERO + 8
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d)
}
