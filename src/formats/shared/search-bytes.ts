// Searches byte ranges for pickles, archives and compressed data, and scans what it finds.
import { counted, type Reads } from '../../bytes/counted.ts'
import { ScanError } from '../../bytes/errors.ts'
import type { ByteSource } from '../../bytes/source.ts'
import { memorySource, slice } from '../../bytes/source.ts'
import type { Hints } from '../../types/artifact.ts'
import type { Scan } from '../../types/format.ts'
import { mayHaveEffect } from '../pickle/pickle/likeness.ts'
import { canStart, hasProtocol } from '../pickle/pickle/signature.ts'
import { tryPickle } from './hidden-pickles.ts'
import { payloadIn, startsWithShortMagic } from './nested-payload.ts'
import { type Candidate, candidatesIn, wordEndFrom } from './search-signatures.ts'

const PIECE = 1 << 20
/** Number of bytes after a piece that are read with it, since a candidate may extend past its end. */
const OVERLAP = 4096
/** Maximum length of an encoded text. */
const MAX_TEXT = 16 << 20
/**
 * Cost limit of a search: `PER_BYTE` times the bytes searched, plus `BASE_COST`. It bounds the work on bytes that look
 * like a payload at every offset. Random bytes cost a hundredth of their size.
 */
const PER_BYTE = 2
const BASE_COST = 1 << 20
/** Cost of an attempt without a result, and of each of its opcodes, in bytes of the search. */
const ATTEMPT = 32
const OPCODE = 4
/** Number of members that a payload is charged as, since payloads overlap and nested archives are found repeatedly. */
const MEMBER_COST = 16
/** Bytes that a decoder may read before it rejects a signature that occurred by chance. */
const FIRST_READ = 128 * 1024
/** Maximum number of archives that are opened. After the last one the search stops. */
const MAX_ARCHIVES = 64

/** Origin and meaning of the bytes that are searched. */
export interface SearchedBytes {
  /** Their offset in the artifact; absent if they are not stored there as they are, such as decompressed bytes. */
  readonly base?: number
  /** Name of the value that they are; the names of members begin with it. */
  readonly name?: string
  /** Offsets of pickles that are scanned already. */
  readonly known?: ReadonlySet<number>
  /** Programs are known to unpickle these bytes: a pickle in them is no guess. */
  readonly unpickled?: true
  /** `place`: the meaning of the bytes is unknown. Only names known to be dangerous are reported, also in archives. */
  readonly guess?: 'place'
}

const WHOLE: SearchedBytes = { base: 0 }

/**
 * Searches bytes for payloads: bytes that a reader does not interpret, values that a program may load, and unrecognised
 * files. search-signatures.ts and hidden-pickles.ts decide what counts as a payload.
 */
export class Search {
  private readonly source: ByteSource
  private readonly scan: Scan
  private readonly where: SearchedBytes
  /** Number of payloads that were found. */
  private found = 0
  private spent = 0
  private archives = 0
  /** End of the last zip that was found. */
  private archiveEnd = 0
  /** End of the last pickle that was found: names before it belong to that pickle. */
  private pickleEnd = 0
  /** The piece that is searched now. Most attempts need no other bytes. */
  private piece: Uint8Array = new Uint8Array(0)
  private pieceAt = 0
  private readonly cached: ByteSource

  constructor(source: ByteSource, scan: Scan, where: SearchedBytes = WHOLE) {
    this.source = source
    this.scan = scan
    this.where = where
    this.cached = {
      kind: 'source',
      size: source.size,
      read: (offset, count) => source.read(offset, count),
      readInto: (target, offset) => this.readCached(target, offset),
    }
  }

  /**
   * Looks for pickles, archives and compressed data at every offset of a range, as they are or in base64 or hex, and
   * scans them as guesses. Accounts for the range as searched, or as padding if it is all zeros. Returns false if the
   * search would exceed its cost limit; the rest of the range is then not accounted for.
   */
  async range(offset: number, length: number): Promise<boolean> {
    const { account } = this.scan
    const { base = 0 } = this.where
    const end = Math.min(this.source.size, offset + length)
    let zeros = true
    for (let at = offset; at < end; at += PIECE) {
      this.scan.budget.checkTime()
      const bytes = this.source.read(at, Math.min(PIECE + OVERLAP, end - at))
      const own = Math.min(PIECE, bytes.length)
      if (isZero(bytes)) continue
      zeros = false
      for (const candidate of candidatesIn(bytes, own, end - at)) {
        this.piece = bytes
        this.pieceAt = at
        if (!(await this.open(at, candidate, bytes, end))) return false
      }
      if (this.isAccounted()) account.passOver('searched', base + at, own)
    }
    if (zeros && this.isAccounted()) account.passOver('padding', base + offset, end - offset)
    return true
  }

  /**
   * Searches all bytes and returns the number of payloads. A value without payloads is not accounted for: the search of
   * the bytes around it includes it, since a payload may begin before the value and extend into it.
   * @throws {ScanError} `limit` if the search exceeds its cost limit.
   */
  async whole(): Promise<number> {
    const { source, scan, where } = this
    if (!(await this.range(0, source.size)))
      throw new ScanError('limit', 'too many offsets look like the start of a payload; the rest was not searched')
    if (this.found > 0 && where.base !== undefined) scan.account.passOver('searched', where.base, source.size)
    return this.found
  }

  /**
   * Searches a value that a program reads as a whole. A pickle at its beginning is no guess, and the pickle format also
   * handles the bytes after it. A text counts only if it decodes to a payload.
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
    if (first !== undefined && source.size <= PIECE && startsWithShortMagic(source.read(0, source.size)))
      await this.descend('+0', 0, source.size, { guess: 'constant' })
    await this.whole()
  }

  /** Scans bytes that the format does not define as a file of their own, and searches them if no format matches. */
  async asFile(offset: number, length: number): Promise<void> {
    const open = (): ByteSource => slice(this.source, offset, length)
    const at = (this.where.base ?? 0) + offset
    this.scan.budget.charge('members', MEMBER_COST)
    const hints: Hints = { searched: true }
    if (!(await this.scan.descend({ name: `+${at}`, size: length, storedAt: at, hints, open }))) await this.range(offset, length)
  }

  /** Searches all bytes before `end` that are not accounted for. To be called after the reader. */
  async rest(end = Number.POSITIVE_INFINITY): Promise<void> {
    for (const { offset, length } of this.scan.account.gaps(Number.POSITIVE_INFINITY))
      if (offset < end) await this.range(offset, Math.min(length, end - offset))
  }

  /** Tries one candidate. Returns false if the search exceeds its cost limit. */
  private async open(at: number, candidate: Candidate, bytes: Uint8Array, end: number): Promise<boolean> {
    const start = at + candidate.at
    switch (candidate.kind) {
      case 'text':
        return this.openText(start, this.wordOf(at, candidate, bytes, end))
      case 'pickle':
      case 'names':
        return this.openPickle(start, candidate.kind, end)
      case 'zip':
      case 'compressed':
        return this.openArchive(start, candidate.kind, end)
      default:
        return candidate.kind satisfies never
    }
  }

  private async openPickle(start: number, kind: 'pickle' | 'names', end: number): Promise<boolean> {
    const { where } = this
    // Inside a pickle only a literal can contain another one, which then begins with PROTO.
    if (kind === 'names' && start < this.pickleEnd) return true
    const { size, opcodes } = await tryPickle(this.cached, start, this.scan)
    if (size === undefined) return this.spend(opcodes)
    this.pickleEnd = Math.max(this.pickleEnd, start + size)
    if (where.known?.has(start)) return true
    // Known pickles get their own bytes. For a guess, a loader such as joblib's may read more bytes after the pickle.
    if (where.unpickled) await this.descend(`pickle@${this.at(start)}`, start, size)
    else await this.descend(`pickle@${this.at(start)}`, start, end - start, { guess: 'place', search: this.count })
    return this.isWithin()
  }

  private async openArchive(start: number, kind: 'zip' | 'compressed', end: number): Promise<boolean> {
    // The zip reader finds every zip from its start to the end of the range.
    if (kind === 'zip' && start < this.archiveEnd) return true
    if (++this.archives > MAX_ARCHIVES) return false
    const hints: Hints = { guess: this.where.guess ?? 'constant', search: this.count }
    const reads: Reads = { reads: 0, bytesRead: 0 }
    const known = await this.descend(`+${this.at(start)}`, start, end - start, hints, reads)
    if (known && kind === 'zip') this.archiveEnd = end
    // Compressed members in a row are read to their end from each of their starts.
    if (kind === 'compressed') this.count(Math.max(0, reads.bytesRead - FIRST_READ))
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

  private descend(name: string, start: number, size: number, hints?: Hints, reads?: Reads): Promise<boolean> {
    const { base } = this.where
    this.found++
    this.scan.budget.charge('members', hints ? MEMBER_COST : 1)
    return this.scan.descend({
      name: this.named(name),
      size,
      ...(hints ? { hints } : {}),
      ...(base === undefined ? {} : { storedAt: base + start }),
      open: () => (reads ? counted(slice(this.source, start, size), reads) : slice(this.source, start, size)),
    })
  }

  /** True if `range` accounts for the bytes. For a value, `whole` does. */
  private isAccounted(): boolean {
    return this.where.name === undefined && this.where.base !== undefined
  }

  private named(name: string): string {
    return this.where.name === undefined ? name : `${this.where.name} ${name}`
  }

  /** Returns the offset for the name of a member: in the value, or else in the artifact. */
  private at(start: number): number {
    return this.where.name === undefined ? (this.where.base ?? 0) + start : start
  }

  /** Returns the bytes of a text candidate, which may extend past the piece. */
  private wordOf(base: number, { at, length }: Candidate, bytes: Uint8Array, end: number): Uint8Array {
    if (at + length < bytes.length || base + bytes.length >= end) return bytes.subarray(at, at + length)
    const whole = this.source.read(base + at, Math.min(MAX_TEXT, end - base - at))
    return whole.subarray(0, wordEndFrom(whole, 0))
  }

  /** Reads from the piece in memory if it contains the bytes. */
  private readCached(target: Uint8Array, offset: number): number {
    const from = offset - this.pieceAt
    if (from < 0 || from + target.length > this.piece.length) return this.source.readInto(target, offset)
    target.set(this.piece.subarray(from, from + target.length))
    return target.length
  }

  /** Charges an attempt without a result. */
  private spend(opcodes: number): boolean {
    this.count(ATTEMPT + opcodes * OPCODE)
    return this.isWithin()
  }

  private isWithin(): boolean {
    return this.spent <= PER_BYTE * this.source.size + BASE_COST
  }

  private readonly count = (bytes: number): void => {
    this.spent += bytes
  }
}

/**
 * Accounts for the first `size` bytes, which a reader has read as text. If non-ASCII bytes in them look like the
 * beginning of a payload, they are searched as well.
 */
export async function accountForText(source: ByteSource, scan: Scan, size = source.size): Promise<void> {
  for (let base = 0; base < size; base += PIECE) {
    const bytes = source.read(base, Math.min(PIECE + OVERLAP, size - base))
    if (candidatesIn(bytes, PIECE).some(({ kind, at }) => kind !== 'text' && (bytes[at] ?? 0) >= 0x80)) {
      await new Search(source, scan).range(0, size)
      return
    }
  }
  scan.account.read(0, size)
}

/** True if a search would try anything in a value. Used for tables, most of whose values contain no candidate. */
export function isValuePossible(source: ByteSource, isText: boolean): boolean {
  if (source.size > PIECE) return true
  const bytes = source.read(0, source.size)
  return (!isText && (canStart(bytes[0]) || startsWithShortMagic(bytes))) || candidatesIn(bytes, bytes.length).length > 0
}

function isZero(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if (bytes[at] !== 0) return false
  return true
}
