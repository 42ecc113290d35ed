import type { ByteSource } from '../../bytes/source.ts'
import { memorySource, slice } from '../../bytes/source.ts'
import type { Hints } from '../../types/artifact.ts'
import type { Scan } from '../../types/format.ts'
import { mayDoSomething } from '../pickle/pickle/likeness.ts'
import { hasProtocol } from '../pickle/pickle/signature.ts'
import { payloadIn } from './nested-payload.ts'
import { archivesIn, inWord, type Mark, marksIn } from './search-signatures.ts'

const PIECE = 1 << 20
/** What a mark may reach over the end of a piece; a longer text is read from where it begins. */
const OVERLAP = 4096
/** Longer texts hold no payload that a line of code would decode. */
const MAX_TEXT = 16 << 20
/** What all pickles that might begin somewhere may cost, in lengths of the artifact: bytes that spell them at every place must not be walked from each. */
const WALKS = 2
const LEAST_WALK = 1 << 20
/** Members that one find counts for: finds overlap, and archives that hold each other would be opened from every gap of every other. */
const COST = 16
/** Archives that are opened. What lies behind the last one is not searched. */
const MAX_ARCHIVES = 64

/** Bytes without a meaning of their own for the reader, which are searched one range after the other. */
export class Search {
  private readonly source: ByteSource
  private readonly scan: Scan
  private readonly base: number
  /** Bytes that were walked for pickles, and archives that were opened. */
  private walked = 0
  private archives = 0
  /** Up to here an archive was found. */
  private archived = 0

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
      for (const mark of marksIn(bytes, own, end - base)) if (!(await this.open(base, mark, bytes, end))) return
      this.scan.account.passOver('searched', this.base + base, own)
    }
    if (zeros) this.scan.account.passOver('padding', this.base + offset, end - offset)
  }

  /**
   * Looks for archives and compressed data alone, and accounts for nothing: for bytes of which nobody knows what they are, in which pickles are looked for in
   * another way. As of those, only names that are known to be dangerous count.
   */
  async archivesIn(offset: number, length: number): Promise<void> {
    const end = Math.min(this.source.size, offset + length)
    for (let base = offset; base < end; base += PIECE) {
      this.scan.budget.checkTime()
      const bytes = this.source.read(base, Math.min(PIECE + OVERLAP, end - base))
      const own = Math.min(PIECE, bytes.length)
      for (const mark of archivesIn(bytes, own)) if (!(await this.open(base, mark, bytes, end, 'place'))) return
    }
  }

  /** Bytes that belong to nothing: a file of their own, and searched where they are of no known format. */
  async foreign(offset: number, length: number): Promise<void> {
    const open = (): ByteSource => slice(this.source, offset, length)
    const at = this.base + offset
    this.scan.budget.charge('members', COST)
    if (!(await this.scan.descend({ name: `+${at}`, size: length, storedAt: at, open }))) await this.range(offset, length)
  }

  /** `range` for all before `end` that nobody has accounted for. To be called when the reader has said what it knows of the file. */
  async rest(end = Number.POSITIVE_INFINITY): Promise<void> {
    for (const { offset, length } of this.scan.account.gaps(Number.POSITIVE_INFINITY))
      if (offset < end) await this.range(offset, Math.min(length, end - offset))
  }

  /** False where it costs more than a search may. */
  private async open(base: number, mark: Mark, bytes: Uint8Array, end: number, guess = guessOf(mark)): Promise<boolean> {
    const { scan, source } = this
    const start = base + mark.at
    if (mark.kind === 'text') {
      await this.openText(start, this.wordOf(base, mark, bytes, end))
      return true
    }
    // The reader of a zip finds all that is one from there to the end.
    if (mark.kind === 'zip' && start < this.archived) return true
    if (mark.kind !== 'pickle' && ++this.archives > MAX_ARCHIVES) return false
    scan.budget.charge('members', COST)
    const hints: Hints = { guess, search: this.count }
    const size = end - start
    const known = await scan.descend({ name: `+${this.base + start}`, size, hints, open: () => slice(source, start, size) })
    if (known && mark.kind === 'zip') this.archived = end
    return this.walked <= WALKS * source.size + LEAST_WALK
  }

  private wordOf(base: number, { at, length }: Mark, bytes: Uint8Array, end: number): Uint8Array {
    if (at + length < bytes.length || base + bytes.length >= end) return bytes.subarray(at, at + length)
    const whole = this.source.read(base + at, Math.min(MAX_TEXT, end - base - at))
    const rest = whole.findIndex((byte) => !inWord(byte))
    return rest < 0 ? whole : whole.subarray(0, rest)
  }

  private async openText(start: number, word: Uint8Array): Promise<void> {
    const payload = payloadIn(word, true)
    if (payload === undefined || (hasProtocol(payload) && !mayDoSomething(payload, 0, payload.length))) return
    this.scan.budget.charge('members', 1)
    const hints: Hints = { guess: 'constant', search: this.count }
    await this.scan.descend({ name: `text@${this.base + start}`, size: payload.length, hints, open: () => memorySource(payload) })
  }

  private readonly count = (bytes: number): void => {
    this.walked += bytes
  }
}

/**
 * Accounts for a text that was read to its end by a reader that takes any text. Bytes in it that begin like a payload are no text, and the whole is then
 * searched as well. `size`: how much of it was read.
 */
export async function accountForText(source: ByteSource, scan: Scan, size = source.size): Promise<void> {
  for (let base = 0; base < size; base += PIECE) {
    const bytes = source.read(base, Math.min(PIECE + OVERLAP, size - base))
    if (marksIn(bytes, PIECE).some(({ kind, at }) => kind !== 'text' && (bytes[at] ?? 0) >= 0x80))
      return new Search(source, scan).range(0, size)
  }
  scan.account.read(0, size)
}

/** A few bytes begin like a pickle by chance, an archive has a longer signature. */
function guessOf({ kind }: Mark): 'place' | 'constant' {
  return kind === 'pickle' ? 'place' : 'constant'
}

function isZero(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if (bytes[at] !== 0) return false
  return true
}
