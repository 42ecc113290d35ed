import { ScanError } from '../bytes/errors.ts'
import type { ByteSource } from '../bytes/source.ts'
import { blockReader } from './block-reader.ts'

/** The values of R's serialization, whichever way they are written. */
export interface RInput {
  int(): number
  text(length: number): string
  skipText(length: number): void
  skipRaw(length: number): void
  /** `width`: bytes of each in binary. */
  skipNumbers(count: number, width: number): void
  offset(): number
}

const BLOCK = 64 * 1024
const MAX_NAME = 10_000
const MAX_WORD = 1 << 20

/** Where the serialization starts and how it is written: `X` XDR, `A` text, `B` little-endian. Undefined where there is none. */
export function rStart(head: Uint8Array): { readonly start: number; readonly how: 'X' | 'A' | 'B' } | undefined {
  // Every start is RD, X, A or B; most heads are none and need no text made of them.
  if (head[0] !== 0x52 && head[0] !== 0x58 && head[0] !== 0x41 && head[0] !== 0x42) return undefined
  const text = String.fromCharCode(...head.subarray(0, 16))
  const found = /^(?:RD([XAB])[23]\n)?([XAB])\n/.exec(text)
  const how = found?.[2]
  if (!found || (how !== 'X' && how !== 'A' && how !== 'B') || (found[1] ?? how) !== how) return undefined
  const start = found[0].length
  const version =
    how === 'A'
      ? /^[23]\n/.test(text.slice(start))
      : how === 'X'
        ? /^\0\0\0[\x02\x03]/.test(text.slice(start))
        : /^[\x02\x03]\0\0\0/.test(text.slice(start))
  return version ? { start, how } : undefined
}

/** @throws {ScanError} `malformed` where the bytes are none of R's. */
export function openRInput(source: ByteSource): RInput {
  const place = rStart(source.read(0, 16))
  if (!place) throw new ScanError('malformed', 'not serialized by R', 0)
  return place.how === 'A' ? new TextInput(source, place.start) : new BinaryInput(source, place.start, place.how === 'B')
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

/** Words between white space; a text is one word, since its white space is written as escapes. */
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
    if (!/^-?\d{1,10}$/.test(word)) throw new ScanError('malformed', 'a number is missing in an R object', this.at)
    return Number(word)
  }

  text(length: number): string {
    if (length <= 0) return ''
    return this.word().replace(/\\([0-7]{1,3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
  }

  skipText(length: number): void {
    if (length > 0) this.word()
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
    while (isSpace(this.byte())) this.at++
    const start = this.at
    for (let byte = this.byte(); byte !== undefined && !isSpace(byte); byte = this.byte()) {
      if (++this.at - start > MAX_WORD) throw new ScanError('limit', 'a word of more than 1 MiB', start)
    }
    if (this.at === start) throw new ScanError('truncated', 'the file ends within an R object', start)
    return new TextDecoder().decode(this.reader.at(start, this.at - start))
  }

  private byte(): number | undefined {
    return this.reader.at(this.at, 1)[0]
  }
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d)
}
