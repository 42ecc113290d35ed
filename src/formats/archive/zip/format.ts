// Recognises and reads zip archives, among them PyTorch and Keras files.
import { ScanError } from '../../../bytes/errors.ts'
import type { Spend } from '../../../bytes/inflate.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import { slice } from '../../../bytes/source.ts'
import { repeatable } from '../../../bytes/stream.ts'
import type { Observation } from '../../../facts/observation.ts'
import type { Artifact, Hints, Input } from '../../../types/artifact.ts'
import type { Format, Scan } from '../../../types/format.ts'
import { hopping } from '../../../wire/block-reader.ts'
import { fileIdentifier } from '../../../wire/signatures.ts'
import { hasEndRecord, readZip, startsLikeZip, type ZipReading } from '../../../wire/zip/archive.ts'
import { quote } from '../../../wire/zip/directory.ts'
import type { ZipEntry } from '../../../wire/zip/entry.ts'
import type { ZipNote } from '../../../wire/zip/notes.ts'
import { FLAG_ENCRYPTED, FLAG_MASKED, FLAG_STRONG_ENCRYPTION } from '../../../wire/zip/records.ts'
import { archivesInRow } from '../../../wire/zip/row.ts'
import { describeOpinion, type SecondOpinion, secondOpinion } from '../../../wire/zip/second-opinion.ts'
import { Search } from '../../shared/search-bytes.ts'
import { isDevice, isLink, linkReason, unsafePath } from '../../shared/unsafe-path.ts'
import { accountForZip, scanGaps } from './account.ts'
import { flavourOf, hintsOf, labels } from './flavours.ts'
import { linksOf } from './links.ts'
import { dataDespiteEncryptionFlag, isCommonMethod, linkTarget, loadMethod, openEntry, unreadableMethod } from './members.ts'
import { SeenData } from './seen.ts'

/** Extension of torch.distributed.checkpoint shards: several zip archives one after the other. */
const ROW_EXTENSION = '.distcp'
/** Maximum number of archives in one shard. */
const MAX_IN_ROW = 1_000_000

/** Names of `.bin` files that Hugging Face loads with `torch.load`. The extension `.bin` alone promises no format. */
const TORCH_BINS = /^(?:(?:\w+_)?pytorch_model(?:[.-][\w.-]+)?|adapter_model|training_args|optimizer|scheduler)\.bin$/i

/** Zip archives, among them PyTorch files. Every physical entry is scanned, also if the directory does not list it. */
export const zipFormat: Format = {
  id: 'zip',
  title: 'Zip archive',
  kind: 'model',
  labels,
  promises: { extensions: ['.pt', '.pth', '.pt2', '.ptl', '.ckpt', '.npz', '.keras', '.skops', '.distcp'], names: TORCH_BINS },
  suggests: ['.bin', '.mar'],
  extensions: ['.zip', '.whl', '.jar'],
  access: 'random',
  match: (probe) => (startsLikeZip(probe.head) || (probe.size !== undefined && hasEndRecord(probe.tail, probe.size)) ? 'certain' : 'no'),
  scan: scanZip,
}

async function scanZip(artifact: Artifact, scan: Scan): Promise<void> {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'a zip cannot be read from a stream')
  const row = scan.probe.extension === ROW_EXTENSION ? archivesInRow(source, MAX_IN_ROW) : undefined
  if (row) return scanRow(source, row, scan)
  const reading = readZip(source)
  const flavour = flavourOf(namesOf(reading.entries))
  if (flavour) scan.label(flavour.label)
  if (flavour?.label === 'keras') observeKerasBomb(reading.entries, scan)
  const opinion = askOnce(source)
  const notes = relevantNotes(source, reading.notes, flavour?.hints?.pickle === 'torch')
  await observeIrregularities(reading, notes, opinion, scan)

  accountForZip(reading, scan.account)
  const members = hopping(source)
  const seen = new SeenData()
  const spend = (bytes: number): void => scan.budget.charge('bytes-inflated', bytes)
  const links = linksOf(source, reading.entries)
  for (const entry of reading.entries) {
    scan.budget.checkTime()
    observePath(source, entry, scan)
    if (isFolder(entry)) continue
    // The same bytes are scanned once, however many names they have.
    if (!seen.add(entry)) continue
    scan.budget.charge('members', 1)
    if (!isOrdinary(source, entry)) {
      if (!(await isReadable(source, entry, opinion, scan))) continue
      await loadMethod(entry)
    }
    const hints = hintsOf(flavour?.hints, entry, reading.entries)
    await descend(members, entry, links?.has(entry) ? { ...hints, link: true } : hints, spend, scan)
  }
  for (const entry of links?.aliasedEntries(() => scan.budget.checkTime()) ?? []) {
    scan.budget.charge('members', 1)
    if (!isOrdinary(source, entry)) {
      if (unreadableMethod(entry) !== undefined || entry.dataOffset === undefined) continue
      await loadMethod(entry)
    }
    await descend(members, entry, flavour?.hints, spend, scan)
  }
  // Bytes appended to an archive belong to no entry, but a program may load them from there.
  const tail = startsLikeZip(source.read(0, 4)) ? reading.notes.find(({ difference }) => difference === 'tail') : undefined
  if (tail) {
    const { offset } = tail
    await new Search(source, scan).asFile(offset, source.size - offset)
  }
  await scanGaps(
    source,
    reading,
    notes.some(({ difference }) => difference === 'prefix'),
    scan,
  )
}

/** Reports members that fill the memory when Keras reads them. Keras itself does not compress members. */
function observeKerasBomb(entries: readonly ZipEntry[], scan: Scan): void {
  for (const { name, size, compressedSize, headerOffset } of entries) {
    if (size <= KERAS_SIZE || size <= compressedSize * KERAS_RATIO) continue
    const detail = `${name.slice(0, 100)} grows from ${compressedSize} to ${size} bytes when it is loaded`
    scan.observe({ kind: 'structure', format: 'keras', problem: 'shape-bomb', detail, offset: headerOffset })
  }
}

/** Size and ratio from which a compressed member of a Keras file is a memory bomb. */
const KERAS_SIZE = 256 * 2 ** 20
const KERAS_RATIO = 200

/** Scans each of several archives in a row as a file of its own: PyTorch loads each from an offset in the metadata. */
async function scanRow(source: ByteSource, starts: readonly number[], scan: Scan): Promise<void> {
  for (const [index, start] of starts.entries()) {
    scan.budget.checkTime()
    scan.budget.charge('members', 1)
    const size = (starts[index + 1] ?? source.size) - start
    await scan.descend({ name: `+${start}`, size, storedAt: start, open: () => slice(source, start, size) })
  }
}

function* namesOf(entries: readonly ZipEntry[]): Iterable<string> {
  for (const entry of entries) yield entry.name
}

function isFolder(entry: ZipEntry): boolean {
  return entry.name.endsWith('/') && entry.size === 0 && entry.compressedSize === 0
}

/** Returns a clause on what a second zip reader sees of the archive and of one entry. */
type Opinion = (entry: string) => Promise<string>

/** The second reader is slow: it runs when its opinion is first needed, and once. */
function askOnce(source: ByteSource): Opinion {
  let asked: Promise<SecondOpinion> | undefined
  return async (entry) => {
    // The second reader only adds a clause to the message: if it fails, the finding remains.
    asked ??= secondOpinion(source).catch((error) => ({ names: new Set<string>(), count: 0, refusal: String(error), complete: false }))
    return describeOpinion(await asked, entry)
  }
}

async function observeIrregularities(reading: ZipReading, notes: readonly ZipNote[], opinion: Opinion, scan: Scan): Promise<void> {
  for (const { difference, entry, detail, offset } of notes) {
    scan.observe({ kind: 'zip-mismatch', difference, entry, detail: `${detail}; ${await opinion(entry)}`, offset })
  }
  for (const { why, detail, offset } of reading.problems) {
    scan.observe({ kind: 'incomplete', why, detail: `${detail}; ${await opinion('')}`, offset })
  }
}

/**
 * Drops notes that are normal for the kind of file:
 * - Names that differ only in case matter to PyTorch's reader, which ignores case. In NumPy they are just two arrays.
 * - TensorFlow Lite models have their labels in a zip at the end of the file.
 * - A zip with bytes before and after it is part of another file (a tar, a pickle), whose own reader reads those bytes.
 */
function relevantNotes(source: ByteSource, notes: readonly ZipNote[], ignoresCase: boolean): ZipNote[] {
  const has = (difference: ZipNote['difference']): boolean => notes.some((note) => note.difference === difference)
  const head = source.read(0, 8)
  const packed = has('prefix') && has('tail') && !startsLikeZip(head)
  const isTflite = fileIdentifier(head) === 'TFL3'
  return notes.filter(({ difference }) => {
    if (difference === 'case-variant') return ignoresCase
    if (isTflite && difference === 'prefix') return false
    return !(packed && (difference === 'prefix' || difference === 'tail'))
  })
}

function observePath(source: ByteSource, entry: ZipEntry, scan: Scan): void {
  const { name, unixMode } = entry
  const why =
    unsafePath(name) ?? (isLink(unixMode) ? linkReason(name, linkTarget(source, entry)) : isDevice(unixMode) ? 'device' : undefined)
  if (why) scan.observe({ kind: 'unsafe-path', why, entry: entry.name, offset: entry.headerOffset })
}

/** True for most entries: complete, not encrypted, with a common method. They need no further checks and no `await`. */
function isOrdinary(source: ByteSource, { dataOffset, compressedSize, flags, method }: ZipEntry): boolean {
  if (dataOffset === undefined || dataOffset + compressedSize > source.size) return false
  return (flags & (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION | FLAG_MASKED)) === 0 && isCommonMethod(method)
}

/** Reports what is wrong with an entry. Returns false if its data cannot be scanned. */
async function isReadable(source: ByteSource, entry: ZipEntry, opinion: Opinion, scan: Scan): Promise<boolean> {
  const name = quote(entry.name)
  const offset = Math.min(entry.headerOffset, source.size)
  if (entry.dataOffset === undefined) {
    const why = entry.headerOffset >= source.size ? 'truncated' : 'malformed'
    scan.observe({ kind: 'incomplete', why, detail: `${name}: there is no local header at the offset that the directory states`, offset })
    return false
  }
  const missing = entry.dataOffset + entry.compressedSize - source.size
  if (missing > 0)
    scan.observe({
      kind: 'incomplete',
      why: 'truncated',
      detail: `${name}: ${missing} bytes of its data are past the end of the file`,
      offset,
    })
  if (
    (entry.flags & (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION | FLAG_MASKED)) !== 0 &&
    !(await isReadableDespiteFlag(source, entry, opinion, scan))
  )
    return false
  const method = unreadableMethod(entry)
  if (method === undefined) return true
  scan.observe({
    kind: 'incomplete',
    why: 'unsupported',
    detail: `${name}: compressed with ${method}`,
    remedy: 'Pack the archive again with the Deflate method, or uncompressed.',
    offset,
  })
  return false
}

/** Checks data that are flagged as encrypted. If they are plain, loaders that ignore the flag load them. */
async function isReadableDespiteFlag(source: ByteSource, entry: ZipEntry, opinion: Opinion, scan: Scan): Promise<boolean> {
  const offset = entry.headerOffset
  const data = dataDespiteEncryptionFlag(source, entry)
  if (data === 'plain') {
    scan.observe({
      kind: 'zip-mismatch',
      difference: 'flags',
      entry: entry.name,
      detail: `flagged as encrypted, but its data are not; ${await opinion(entry.name)}`,
      offset,
    })
    return true
  }
  scan.observe({
    kind: 'incomplete',
    why: 'encrypted',
    detail: `${quote(entry.name)} is encrypted`,
    remedy: 'Scan the files before they are encrypted.',
    offset,
  })
  return data === 'perhaps-plain'
}

/** Size and ratio from which a compressed pickle is a memory bomb: torch.save does not compress its pickles. */
const BOMB_SIZE = 64 * 1024 * 1024
const BOMB_RATIO = 100

function observeBomb(entry: ZipEntry, hints: Hints | undefined, scan: Scan): void {
  const { name, size, compressedSize, headerOffset } = entry
  if (hints?.pickle !== 'torch' || !/\.pkl$/i.test(name) || size < BOMB_SIZE || size < compressedSize * BOMB_RATIO) return
  const detail = `${quote(name)} grows from ${compressedSize} to ${size} bytes when it is loaded`
  scan.observe({ kind: 'structure', format: 'pytorch', problem: 'shape-bomb', detail, offset: headerOffset })
}

const NONE_REPORTED: readonly [] = []

function descend(source: ByteSource, entry: ZipEntry, hints: Hints | undefined, spend: Spend, scan: Scan): Promise<boolean> {
  let reported: readonly ('crc' | 'size')[] = NONE_REPORTED
  // The data may be opened more than once; a mismatch is reported once.
  const mismatch = (difference: 'crc' | 'size', detail: string): void => {
    if (reported.includes(difference)) return
    reported = [...reported, difference]
    const observation: Observation = { kind: 'zip-mismatch', difference, entry: entry.name, detail, offset: entry.headerOffset }
    scan.observe(observation)
  }
  observeBomb(entry, hints, scan)
  const { name, size, method, dataOffset } = entry
  const open = (): Input => repeatable(() => openEntry(source, entry, spend, mismatch))
  const storedAt = method === 0 ? dataOffset : undefined
  if (storedAt === undefined) return scan.descend(hints ? { name, size, hints, open } : { name, size, open })
  return scan.descend(hints ? { name, size, storedAt, hints, open } : { name, size, storedAt, open })
}
