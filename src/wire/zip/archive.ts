// Reads every directory and every entry of a zip archive, and notes where zip readers would disagree.
import type { IncompleteReason } from '../../bytes/errors.ts'
import { u32le } from '../../bytes/record.ts'
import type { ByteSource } from '../../bytes/source.ts'
import { type Walk, walkDirectory } from './directory.ts'
import { type DirectoryPlace, type End, endSignaturesIn, findEndSignatures, hasLocator, readEnd } from './end.ts'
import type { ZipEntry } from './entry.ts'
import { type Gap, type Spans, spans, walkGaps } from './gaps.ts'
import { collectNotes, type ZipNote, type ZipNotes } from './notes.ts'
import { CENTRAL_SIGNATURE, END_SIGNATURE, END_SIZE, LOCAL_SIGNATURE, parseEnd } from './records.ts'
import { noteSharedNames } from './shared-names.ts'

/** A part of the archive that could not be read. */
export interface ZipProblem {
  readonly why: IncompleteReason
  readonly detail: string
  readonly offset: number
}

/** Everything that was found in an archive. */
export interface ZipReading {
  /** Every entry in the order of the directory, then the entries that only other readers see. */
  readonly entries: readonly ZipEntry[]
  /** Points on which zip readers disagree. Empty for archives of common tools. */
  readonly notes: readonly ZipNote[]
  readonly problems: readonly ZipProblem[]
  /** Byte ranges of the directories. */
  readonly directories: readonly Gap[]
  /** Byte ranges of the end records, without their comments. */
  readonly ends: readonly Gap[]
}

/** Limits of reading an archive. */
export interface ZipLimits {
  readonly entries: number
}

/** The maximum number of members of one file (scan/limits.ts); each entry costs half a kilobyte. */
const DEFAULT_LIMITS: ZipLimits = { entries: 250_000 }
/** Maximum number of end records that are tried before and after the one that works. A real archive has one. */
const MOST_ENDS = 16

/**
 * Returns everything that any zip reader would find in `source`: all directories to their last byte, all local headers
 * they point to, and local headers they do not. Reads the last 64 KiB, the directory and less than 600 bytes per entry,
 * but no data. Never throws.
 */
export function readZip(source: ByteSource, limits: ZipLimits = DEFAULT_LIMITS): ZipReading {
  const notes = collectNotes()
  const problems: ZipProblem[] = []
  const entries: ZipEntry[] = []
  const taken = spans(source.size)
  const directories: Gap[] = []
  const ends: Gap[] = []
  const reader: Reader = { source, limits, notes, problems, entries, taken, directories, ends }

  const { chosen, rejected, rest } = chooseEnd(source)
  for (const end of rejected) notes.add('end-record', '', end.offset, () => 'an end record here points to no directory')
  if (chosen) {
    readDirectories(reader, chosen)
    readOtherEnds(reader, rest)
  } else {
    problems.push({ why: 'truncated', detail: 'the zip has no directory at its end', offset: source.size })
  }
  const listed = entries.length
  const emit = (entry: ZipEntry): void => {
    entries.push(entry)
    if (chosen) notes.add('hidden-entry', entry.name, entry.headerOffset, () => 'a local header that the directory does not list')
  }
  if (!walkGaps(source, taken.gaps(), limits.entries - listed, emit)) {
    problems.push({ why: 'limit', detail: 'too many bytes are outside of the listed entries to search them for others', offset: 0 })
  }
  if (chosen) noteOuterBytes(reader, chosen)
  noteSharedNames(source, entries, notes)
  return { entries, notes: notes.all(), problems, directories, ends }
}

interface Reader {
  readonly source: ByteSource
  readonly limits: ZipLimits
  readonly notes: ZipNotes
  readonly problems: ZipProblem[]
  readonly entries: ZipEntry[]
  readonly taken: Spans
  readonly directories: Gap[]
  readonly ends: Gap[]
}

/**
 * Chooses the end record as readers do, backwards from the end. At a record that points nowhere some go on, others
 * fail.
 */
function chooseEnd(source: ByteSource): { chosen: End | undefined; rejected: End[]; rest: number[] } {
  const signatures = findEndSignatures(source)
  const rejected: End[] = []
  for (const [index, offset] of signatures.slice(0, MOST_ENDS).entries()) {
    const end = readEnd(source, offset)
    if (end.places.length > 0) return { chosen: end, rejected, rest: signatures.slice(index + 1) }
    rejected.push(end)
  }
  return { chosen: undefined, rejected, rest: [] }
}

/** Reads the directory that most readers use, then any other that the same end record leads to. */
function readDirectories(reader: Reader, end: End): void {
  const { notes } = reader
  takeEnd(reader, end)
  const [first, ...others] = end.places
  if (!first) return
  const walk = readDirectory(reader, first, 'directory')
  noteClaims(notes, end, first, walk)
  for (const place of others) {
    notes.add('end-record', '', end.offset, () => `the end record leads to two directories, at ${first.start} and at ${place.start}`)
    readDirectory(reader, place, 'other-directory')
  }
}

function takeEnd({ source, taken, ends }: Reader, { offset, groupStart, end }: End): void {
  taken.add(groupStart, Math.min(end, source.size))
  ends.push({ start: groupStart, end: offset + END_SIZE })
}

function readDirectory(reader: Reader, place: DirectoryPlace, listedBy: 'directory' | 'other-directory'): Walk {
  const { source, limits, notes, problems, entries, taken } = reader
  const known = listedBy === 'directory' ? undefined : new Set(entries.map(identity))
  const walk = walkDirectory(source, place, listedBy, limits.entries - entries.length, notes, (entry) => {
    if (known?.has(identity(entry))) return
    entries.push(entry)
    takeEntry(reader, entry, place)
  })
  taken.add(place.start, walk.end)
  reader.directories.push({ start: place.start, end: walk.end })
  if (walk.full) problems.push({ why: 'limit', detail: `the zip has more than ${limits.entries} entries`, offset: walk.end })
  else if (walk.end < place.start + place.claim.size && walk.end < place.limit) {
    problems.push({
      why: 'malformed',
      detail: `the directory is broken after ${walk.count} of ${place.claim.entries} entries`,
      offset: walk.end,
    })
  }
  return walk
}

function identity(entry: ZipEntry): string {
  return `${entry.headerOffset} ${entry.method} ${entry.compressedSize} ${entry.name}`
}

/**
 * Marks the bytes of an entry as taken. A size that extends into the directory is wrong, and must not hide what is
 * there.
 */
function takeEntry({ source, taken, notes }: Reader, entry: ZipEntry, place: DirectoryPlace): void {
  if (entry.dataOffset === undefined || entry.listedBy === 'local-header') return
  const end = entry.dataOffset + (entry.undisputedSize ?? entry.compressedSize)
  const overruns = end > (entry.headerOffset < place.start ? place.start : source.size)
  taken.add(entry.headerOffset, overruns ? entry.dataOffset : end)
  if (overruns && end <= source.size) notes.add('size', entry.name, entry.headerOffset, () => 'its data overlap the directory')
}

function noteClaims(notes: ZipNotes, end: End, place: DirectoryPlace, walk: Walk): void {
  const { claim } = place
  const wraps = !end.zip64 && claim.entries === walk.count % 0x1_0000
  if (claim.entries !== walk.count && !wraps && !walk.full) {
    notes.add('end-record', '', end.offset, () => `${claim.entries} entries declared, ${walk.count} in the directory`)
  }
  if (walk.end - place.start > claim.size) {
    notes.add('end-record', '', end.offset, () => `a directory of ${claim.size} bytes declared, ${walk.end - place.start} found`)
  }
  if (end.contradictory) notes.add('end-record', '', end.offset, () => 'the zip64 end record contradicts the other one')
  if (end.record.disk !== 0 && end.record.disk !== 0xffff)
    notes.add('end-record', '', end.offset, () => `part ${end.record.disk + 1} of a split archive`)
}

/** Reads the end records before the chosen one, except those within an entry: a stored zip has its own. */
function readOtherEnds(reader: Reader, offsets: readonly number[]): void {
  let seen = 0
  for (const offset of offsets) {
    if (reader.taken.has(offset)) continue
    if (++seen > MOST_ENDS) {
      reader.problems.push({ why: 'malformed', detail: `the zip has more than ${MOST_ENDS} end records`, offset })
      return
    }
    const end = readEnd(reader.source, offset)
    const before = reader.entries.length
    for (const place of end.places) readDirectory(reader, place, 'other-directory')
    takeEnd(reader, end)
    reader.notes.add('end-record', '', offset, () => `a second end record, with ${reader.entries.length - before} other entries`)
  }
}

function noteOuterBytes({ source, entries, notes }: Reader, end: End): void {
  const first = end.places[0]
  let start = first?.start ?? end.groupStart
  for (const entry of entries) if (entry.dataOffset !== undefined && entry.headerOffset < start) start = entry.headerOffset
  const after = source.size - end.end
  if (start > 0) notes.add('prefix', '', 0, () => `${start} bytes before the archive`)
  if (after > 0) notes.add('tail', '', end.end, () => `${after} bytes after the archive`)
  if (after < 0) notes.add('end-record', '', end.offset, () => `the comment is ${-after} bytes shorter than declared`)
}

/** True when `tail`, the end of a file of `size` bytes, contains an end record whose numbers fit the file. */
export function hasEndRecord(tail: Uint8Array, size: number): boolean {
  const start = size - tail.length
  const found = endSignaturesIn(tail, start)
  if (found.length === 0) return false
  return found.slice(0, MOST_ENDS).some((offset) => {
    const at = offset - start
    const { entries, size: directory, offset: written } = parseEnd(tail, at)
    if (directory === 0xffffffff || written === 0xffffffff || hasLocator(tail, at)) return true
    if (directory === 0) return entries === 0 && written <= offset
    // Python's zipfile finds the directory by its size alone: the number of entries and the offset may be wrong.
    return directory <= at ? u32le(tail, at - directory) === CENTRAL_SIGNATURE : directory + written <= offset
  })
}

/** True when `head` starts with the local header of an entry, or with the end record of an empty zip. */
export function startsLikeZip(head: Uint8Array): boolean {
  if (head.length < 4) return false
  const signature = u32le(head, 0)
  return signature === LOCAL_SIGNATURE || signature === END_SIGNATURE
}
