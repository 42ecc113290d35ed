// Searches byte ranges for pickles, archives and compressed data, and scans what it finds.
import { ScanError } from '../../bytes/errors.ts'
import type { ByteSource } from '../../bytes/source.ts'
import { memorySource, slice } from '../../bytes/source.ts'
import type { Hints } from '../../types/artifact.ts'
import type { Scan } from '../../types/format.ts'
import { mayHaveEffect } from '../pickle/pickle/likeness.ts'
import { canStart, hasProtocol } from '../pickle/pickle/signature.ts'
import { tryPickle } from './hidden-pickles.ts'
import { payloadIn, startsWithShortMark } from './nested-payload.ts'
import { type Mark, marksIn, wordEndFrom } from './search-signatures.ts'

const PIECE = 1 << 20
/** What a mark may reach over the end of a piece; a longer text is read from where it begins. */
const OVERLAP = 4096
/** Longer texts hold no payload that a line of code would decode. */
const MAX_TEXT = 16 << 20
/**
 * What finds and fruitless attempts may cost: so many times the bytes searched, and a start. Bytes that spell a payload at every place must not be walked from
 * each; random ones cost a hundredth of their size.
 */
const PER_BYTE = 2
const AT_LEAST = 1 << 20
/** What a fruitless attempt costs, and each of its opcodes, in bytes of the search. */
const ATTEMPT = 32
const OPCODE = 4
/** Members that one find counts for: finds overlap, and archives that hold each other would be opened from every gap of every other. */
const COST = 16
/** Archives that are opened. What lies behind the last one is not searched. */
const MAX_ARCHIVES = 64

/** Where the bytes come from that are searched. */
export interface Place {
  /** Where they begin in the artifact that is accounted for; left out where they do not lie there as they are. */
  readonly base?: number
  /** What the names of members begin with: that of a value. */
  readonly name?: string
  /** Where pickles begin that are scanned already. */
  readonly known?: ReadonlySet<number>
  /** Whoever reads the bytes is known to unpickle: no pickle that is found is a guess. */
  readonly unpickled?: true
  /** `place`: nobody knows what the bytes are, so that only names known to be dangerous count in archives, too. */
  readonly guess?: 'place'
}

const WHOLE: Place = { base: 0 }

/**
 * The one search for payloads: bytes without a meaning of their own for the reader, values that some program may load, and files that no reader knows. What it
 * takes for one is in search-marks.ts and hidden-pickles.ts.
 */
export class Search {
  private readonly source: ByteSource
  private readonly scan: Scan
  private readonly place: Place
  /** Payloads that were found. */
  private found = 0
  private spent = 0
  private archives = 0
  /** Up to here an archive was found. */
  private archived = 0
  /** Up to here a pickle was found: the names in it are its own. */
  private pickled = 0
  /** The piece that is searched: most attempts end within it. */
  private piece: Uint8Array = new Uint8Array(0)
  private pieceAt = 0
  private readonly near: ByteSource

  constructor(source: ByteSource, scan: Scan, place: Place = WHOLE) {
    this.source = source
    this.scan = scan
    this.place = place
    this.near = {
      kind: 'source',
      size: source.size,
      read: (offset, count) => source.read(offset, count),
      readInto: (target, offset) => this.readNear(target, offset),
    }
  }

  /**
   * Looks for pickles, archives and compressed data that begin anywhere in a range, as they are or in base64 or hex, and opens them as guesses. Accounts for
   * the range as searched, or as padding where it holds nothing but zeros. False where it would cost more than a search may: the rest is not accounted for.
   */
  async range(offset: number, length: number): Promise<boolean> {
    const { account } = this.scan
    const { base = 0 } = this.place
    const end = Math.min(this.source.size, offset + length)
    let zeros = true
    for (let at = offset; at < end; at += PIECE) {
      this.scan.budget.checkTime()
      const bytes = this.source.read(at, Math.min(PIECE + OVERLAP, end - at))
      const own = Math.min(PIECE, bytes.length)
      if (isZero(bytes)) continue
      zeros = false
      for (const mark of marksIn(bytes, own, end - at)) {
        this.piece = bytes
        this.pieceAt = at
        if (!(await this.open(at, mark, bytes, end))) return false
      }
      if (this.isAccounted()) account.passOver('searched', base + at, own)
    }
    if (zeros && this.isAccounted()) account.passOver('padding', base + offset, end - offset)
    return true
  }

  /**
   * `range` for all there is. A value in which nothing was found is left to the search of what lies around it, where a payload may begin that reaches into it.
   * Returns the number of payloads found.
   * @throws {ScanError} `limit` where it costs too much.
   */
  async whole(): Promise<number> {
    const { source, scan, place } = this
    if (!(await this.range(0, source.size))) throw new ScanError('limit', 'too many places look like the beginning of a payload')
    if (this.found > 0 && place.base !== undefined) scan.account.passOver('searched', place.base, source.size)
    return this.found
  }

  /**
   * A value that some program reads as a whole. A pickle with which its bytes begin is no guess; what its reader makes of the bytes behind it is for the pickle's
   * own format to say. A text is no payload before it is decoded.
   */
  async value(isText: boolean): Promise<void> {
    const { source, scan } = this
    const first = isText ? undefined : source.read(0, 1)[0]
    if (canStart(first)) {
      const attempt = await tryPickle(source, 0, scan)
      if (attempt.size !== undefined) {
        await this.descend('pickle@0', 0, source.size)
        return
      }
      this.spend(attempt.opcodes)
    }
    if (first !== undefined && source.size <= PIECE && startsWithShortMark(source.read(0, source.size)))
      await this.descend('+0', 0, source.size, { guess: 'constant' })
    await this.whole()
  }

  /** Bytes that belong to nothing: a file of their own, and searched where they are of no known format. */
  async foreign(offset: number, length: number): Promise<void> {
    const open = (): ByteSource => slice(this.source, offset, length)
    const at = (this.place.base ?? 0) + offset
    this.scan.budget.charge('members', COST)
    const hints: Hints = { searched: true }
    if (!(await this.scan.descend({ name: `+${at}`, size: length, storedAt: at, hints, open }))) await this.range(offset, length)
  }

  /** `range` for all before `end` that nobody has accounted for. To be called when the reader has said what it knows of the file. */
  async rest(end = Number.POSITIVE_INFINITY): Promise<void> {
    for (const { offset, length } of this.scan.account.gaps(Number.POSITIVE_INFINITY))
      if (offset < end) await this.range(offset, Math.min(length, end - offset))
  }

  /** False where it costs more than a search may. */
  private async open(at: number, mark: Mark, bytes: Uint8Array, end: number): Promise<boolean> {
    const start = at + mark.at
    switch (mark.kind) {
      case 'text':
        return this.openText(start, this.wordOf(at, mark, bytes, end))
      case 'pickle':
      case 'names':
        return this.openPickle(start, mark.kind, end)
      case 'zip':
      case 'compressed':
        return this.openArchive(start, mark.kind, end)
      default:
        return mark.kind satisfies never
    }
  }

  private async openPickle(start: number, kind: 'pickle' | 'names', end: number): Promise<boolean> {
    const { place } = this
    // In a pickle that was found only a literal can hold another one: that has a protocol.
    if (kind === 'names' && start < this.pickled) return true
    const { size, opcodes } = await tryPickle(this.near, start, this.scan)
    if (size === undefined) return this.spend(opcodes)
    this.pickled = Math.max(this.pickled, start + size)
    if (place.known?.has(start)) return true
    // A few bytes begin like a pickle by chance. A reader that takes more than opcodes, as joblib's, finds it behind the pickle.
    if (place.unpickled) await this.descend(`pickle@${this.at(start)}`, start, size)
    else await this.descend(`pickle@${this.at(start)}`, start, end - start, { guess: 'place', search: this.count })
    return this.isWithin()
  }

  private async openArchive(start: number, kind: 'zip' | 'compressed', end: number): Promise<boolean> {
    // The reader of a zip finds all that is one from there to the end.
    if (kind === 'zip' && start < this.archived) return true
    if (++this.archives > MAX_ARCHIVES) return false
    const known = await this.descend(`+${this.at(start)}`, start, end - start, {
      guess: this.place.guess ?? 'constant',
      search: this.count,
    })
    if (known && kind === 'zip') this.archived = end
    return this.isWithin()
  }

  private async openText(start: number, word: Uint8Array): Promise<boolean> {
    const payload = payloadIn(word, true)
    if (payload === undefined || (hasProtocol(payload) && !mayHaveEffect(payload, 0, payload.length))) return true
    this.count(word.length)
    this.found++
    this.scan.budget.charge('members', 1)
    const hints: Hints = { guess: 'constant', search: this.count }
    await this.scan.descend({ name: this.named(`text@${this.at(start)}`), size: payload.length, hints, open: () => memorySource(payload) })
    return this.isWithin()
  }

  private descend(name: string, start: number, size: number, hints?: Hints): Promise<boolean> {
    const { base } = this.place
    this.found++
    this.scan.budget.charge('members', hints ? COST : 1)
    return this.scan.descend({
      name: this.named(name),
      size,
      ...(hints ? { hints } : {}),
      ...(base === undefined ? {} : { storedAt: base + start }),
      open: () => slice(this.source, start, size),
    })
  }

  /** Does the search account for what it goes through? Of a value, `whole` does. */
  private isAccounted(): boolean {
    return this.place.name === undefined && this.place.base !== undefined
  }

  private named(name: string): string {
    return this.place.name === undefined ? name : `${this.place.name} ${name}`
  }

  /** A place as names of members give it: within a value, or in the artifact. */
  private at(start: number): number {
    return this.place.name === undefined ? (this.place.base ?? 0) + start : start
  }

  private wordOf(base: number, { at, length }: Mark, bytes: Uint8Array, end: number): Uint8Array {
    if (at + length < bytes.length || base + bytes.length >= end) return bytes.subarray(at, at + length)
    const whole = this.source.read(base + at, Math.min(MAX_TEXT, end - base - at))
    return whole.subarray(0, wordEndFrom(whole, 0))
  }

  private readNear(target: Uint8Array, offset: number): number {
    const from = offset - this.pieceAt
    if (from < 0 || from + target.length > this.piece.length) return this.source.readInto(target, offset)
    target.set(this.piece.subarray(from, from + target.length))
    return target.length
  }

  /** An attempt that came to nothing. */
  private spend(opcodes: number): boolean {
    this.count(ATTEMPT + opcodes * OPCODE)
    return this.isWithin()
  }

  private isWithin(): boolean {
    return this.spent <= PER_BYTE * this.source.size + AT_LEAST
  }

  private readonly count = (bytes: number): void => {
    this.spent += bytes
  }
}

/**
 * Accounts for a text that was read to its end by a reader that takes any text. Bytes in it that begin like a payload are no text, and the whole is then
 * searched as well. `size`: how much of it was read.
 */
export async function accountForText(source: ByteSource, scan: Scan, size = source.size): Promise<void> {
  for (let base = 0; base < size; base += PIECE) {
    const bytes = source.read(base, Math.min(PIECE + OVERLAP, size - base))
    if (marksIn(bytes, PIECE).some(({ kind, at }) => kind !== 'text' && (bytes[at] ?? 0) >= 0x80)) {
      await new Search(source, scan).range(0, size)
      return
    }
  }
  scan.account.read(0, size)
}

/** Is there anything in a value that a search would try? Asked of every value of a table, most of which hold nothing. */
export function isValuePossible(source: ByteSource, isText: boolean): boolean {
  if (source.size > PIECE) return true
  const bytes = source.read(0, source.size)
  return (!isText && (canStart(bytes[0]) || startsWithShortMark(bytes))) || marksIn(bytes, bytes.length).length > 0
}

function isZero(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if (bytes[at] !== 0) return false
  return true
}
