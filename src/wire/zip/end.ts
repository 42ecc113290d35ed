// Finds the end records of a zip archive and the directories they lead to.
import { u32le } from '../../bytes/record.ts'
import type { ByteSource } from '../../bytes/source.ts'
import {
  CENTRAL_SIGNATURE,
  contradicts,
  type DirectoryClaim,
  END_SIGNATURE,
  END_SIZE,
  END64_SIZE,
  type EndRecord,
  LOCATOR64_SIGNATURE,
  LOCATOR64_SIZE,
  parseEnd,
  parseEnd64,
  parseLocator64,
} from './records.ts'

/** Bytes before the end of the file in which an end record is searched: 22 bytes and a comment of 65,535. */
const END_REACH = END_SIZE + 0xffff

/** The start of a directory, and what turns an offset in it into one of the file. */
export interface DirectoryPlace {
  readonly start: number
  /** The start of its end record, where the directory ends at the latest. */
  readonly limit: number
  /** Added to the offsets in the directory; not 0 when bytes were put before the archive. */
  readonly base: number
  readonly claim: DirectoryClaim
}

/** An end record and all directories that some reader would find through it. */
export interface End {
  readonly offset: number
  /** End of the comment as declared; may be past the end of the file. */
  readonly end: number
  /** Start of the zip64 end record if there is one, else of this record. */
  readonly groupStart: number
  readonly record: EndRecord
  readonly zip64: boolean
  /** The 32-bit record and the zip64 one differ. */
  readonly contradictory: boolean
  /** Empty when the record points to no directory. Most readers use the first. */
  readonly places: readonly DirectoryPlace[]
}

/** Returns the offsets of all end-record signatures in the last 65,557 bytes, the last one first. */
export function findEndSignatures(source: ByteSource): number[] {
  const start = Math.max(0, source.size - END_REACH)
  return endSignaturesIn(source.read(start, END_REACH), start)
}

/** Does the same in `tail`, the last bytes of a file, which begin at offset `start` of the file. */
export function endSignaturesIn(tail: Uint8Array, start: number): number[] {
  const found: number[] = []
  const last = tail.length - END_SIZE
  if (last < 0) return found
  // The search is for the last byte of the signature, which is rarer than a `P`.
  for (let at = tail.lastIndexOf(0x06, last + 3); at >= 3; at = tail.lastIndexOf(0x06, at - 1)) {
    if (u32le(tail, at - 3) === END_SIGNATURE) found.push(start + at - 3)
  }
  return found
}

/** Reads the end record at `offset`, with the zip64 record before it if there is a locator. */
export function readEnd(source: ByteSource, offset: number): End {
  const record = parseEnd(source.read(offset, END_SIZE), 0)
  const zip64 = readEnds64(source, offset)
  // Bytes between two zip64 end records belong to neither.
  const groupStart = Math.max(...zip64.map((each) => each.offset), zip64.length > 0 ? 0 : offset)
  const contradictory = zip64.some(({ claim }) => contradicts(record, claim))
  const claims = zip64.length === 0 || contradictory ? [...zip64, { offset: groupStart, claim: record }] : zip64
  const places: DirectoryPlace[] = []
  for (const { claim, offset: limit } of claims) {
    for (const place of placesOf(source, claim, limit)) {
      if (!places.some((known) => known.start === place.start && known.base === place.base)) places.push(place)
    }
  }
  return { offset, end: offset + END_SIZE + record.commentLength, groupStart, record, zip64: zip64.length > 0, contradictory, places }
}

/** True when the locator of a zip64 end record comes before the end record at `at` of `bytes`. */
export function hasLocator(bytes: Uint8Array, at: number): boolean {
  return at >= LOCATOR64_SIZE && u32le(bytes, at - LOCATOR64_SIZE) === LOCATOR64_SIGNATURE
}

/**
 * Returns the zip64 end records of an end record: the one the locator points to, which miniz reads, and the one right
 * before the locator, which Python's zipfile reads (Lib/zipfile: _EndRecData64). With bytes before the archive only the
 * second is there; with an archive before it both can be.
 */
function readEnds64(source: ByteSource, endOffset: number): { offset: number; claim: DirectoryClaim }[] {
  const at = endOffset - LOCATOR64_SIZE
  if (at < 0) return []
  const located = parseLocator64(source.read(at, LOCATOR64_SIZE))
  if (located === undefined) return []
  const found: { offset: number; claim: DirectoryClaim }[] = []
  for (const offset of new Set([located, at - END64_SIZE])) {
    if (offset < 0 || offset + END64_SIZE > at) continue
    const claim = parseEnd64(source.read(offset, END64_SIZE))
    if (claim) found.push({ offset, claim })
  }
  return found
}

/**
 * Finds the directory in both ways that readers use: backwards from its end by its size, and by the declared offset.
 */
function placesOf(source: ByteSource, claim: DirectoryClaim, limit: number): DirectoryPlace[] {
  if (claim.entries === 0 && claim.size === 0) {
    const base = limit - claim.offset
    return [{ start: limit, limit, base, claim }]
  }
  const starts = new Set([limit - claim.size, claim.offset])
  const places: DirectoryPlace[] = []
  for (const start of starts) {
    if (start < 0 || start + 4 > limit || u32le(source.read(start, 4), 0) !== CENTRAL_SIGNATURE) continue
    places.push({ start, limit, base: start - claim.offset, claim })
  }
  return places
}
