import type { ByteSource } from '../bytes/source.ts'
import { memorySource, slice } from '../bytes/source.ts'
import type { Scan } from '../types/format.ts'
import { payloadIn } from './nested.ts'
import { inWord, type Mark, marksIn } from './search-marks.ts'

const PIECE = 1 << 20
/** What a mark may reach over the end of a piece; a longer text is read from where it begins. */
const OVERLAP = 4096
/** Longer texts hold no payload that a line of code would decode. */
const MAX_TEXT = 16 << 20
/** Places of one artifact that look like a payload: random bytes have one or two in 1 MiB. What lies behind the last one is not searched. */
const MAX_MARKS = 50_000

/** Bytes without a meaning of their own for the reader, which are searched one range after the other. */
export class Search {
  private readonly source: ByteSource
  private readonly scan: Scan
  private readonly base: number
  private marks = 0

  /** `base`: where `source` begins in the artifact that is accounted for. */
  constructor(source: ByteSource, scan: Scan, base = 0) {
    this.source = source
    this.scan = scan
    this.base = base
  }

  /**
   * Looks for pickles, archives and compressed data that begin anywhere in a range, as they are or in base64 or hex, and opens them as guesses. Accounts for
   * the range as searched, or as padding where it holds nothing but zeros.
   */
  async range(offset: number, length: number): Promise<void> {
    const end = Math.min(this.source.size, offset + length)
    let zeros = true
    for (let base = offset; base < end; base += PIECE) {
      this.scan.budget.checkTime()
      const bytes = this.source.read(base, Math.min(PIECE + OVERLAP, end - base))
      const own = Math.min(PIECE, bytes.length)
      if (isZero(bytes)) continue
      zeros = false
      for (const mark of marksIn(bytes, own, end - base)) {
        if (++this.marks > MAX_MARKS) return
        await this.open(base, mark, bytes, end)
      }
      this.scan.account.passOver('searched', this.base + base, own)
    }
    if (zeros) this.scan.account.passOver('padding', this.base + offset, end - offset)
  }

  /** Bytes that belong to nothing: a file of their own, and searched where they are of no known format. */
  async foreign(offset: number, length: number): Promise<void> {
    const open = (): ByteSource => slice(this.source, offset, length)
    const at = this.base + offset
    if (!(await this.scan.descend({ name: `+${at}`, size: length, storedAt: at, open }))) await this.range(offset, length)
  }

  /** `range` for all before `end` that nobody has accounted for. To be called when the reader has said what it knows of the file. */
  async rest(end = Number.POSITIVE_INFINITY): Promise<void> {
    for (const { offset, length } of this.scan.account.gaps(Number.POSITIVE_INFINITY))
      if (offset < end) await this.range(offset, Math.min(length, end - offset))
  }

  private async open(base: number, { at, text }: Mark, bytes: Uint8Array, end: number): Promise<void> {
    const { scan, source } = this
    const start = base + at
    const hints = { guess: true, search: true } as const
    if (text === 0) {
      scan.budget.charge('members', 1)
      await scan.descend({ name: `+${this.base + start}`, size: end - start, hints, open: () => slice(source, start, end - start) })
      return
    }
    const cut = at + text === bytes.length && base + bytes.length < end
    const written = cut ? source.read(start, Math.min(MAX_TEXT, end - start)) : bytes.subarray(at, at + text)
    const payload = payloadIn(cut ? written.subarray(0, wordLength(written)) : written, true)
    if (payload === undefined) return
    scan.budget.charge('members', 1)
    await scan.descend({ name: `text@${this.base + start}`, size: payload.length, hints, open: () => memorySource(payload) })
  }
}

/**
 * Accounts for a text that was read to its end by a reader that takes any text. Bytes in it that begin like a payload are no text, and the whole is then
 * searched as well. `size`: how much of it was read.
 */
export async function accountForText(source: ByteSource, scan: Scan, size = source.size): Promise<void> {
  for (let base = 0; base < size; base += PIECE) {
    const bytes = source.read(base, Math.min(PIECE + OVERLAP, size - base))
    if (marksIn(bytes, PIECE).some(({ at, text }) => text === 0 && (bytes[at] ?? 0) >= 0x80)) return new Search(source, scan).range(0, size)
  }
  scan.account.read(0, size)
}

/** How long the base64 or hex at the beginning is. */
function wordLength(bytes: Uint8Array): number {
  const end = bytes.findIndex((byte) => !inWord(byte))
  return end < 0 ? bytes.length : end
}

function isZero(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if (bytes[at] !== 0) return false
  return true
}
