// Recognises and reads zip archives, among them PyTorch and Keras files.
import { ScanError } from '../../../bytes/errors.ts'
import type { Spend } from '../../../bytes/inflate.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import { slice } from '../../../bytes/source.ts'
import { repeatable } from '../../../bytes/stream.ts'
import type { Artifact, Hints, Input } from '../../../types/artifact.ts'
import type { Format, Scan } from '../../../types/format.ts'
import type { Observation } from '../../../types/observation.ts'
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
import { accountForZip, lookIntoGaps } from './account.ts'
import { flavourOf, labels } from './flavours.ts'
import { linksOf } from './links.ts'
import { behindEncryptionFlag, isCommonMethod, linkTarget, loadMethod, openEntry, unreadableMethod } from './members.ts'
import { SeenData } from './seen.ts'

/** Shards of torch.distributed.checkpoint. */
const ROW_EXTENSION = '.distcp'
const MOST_IN_ROW = 1_000_000

/** Files that Hugging Face loads with `torch.load` by their whole name: `.bin` alone promises nothing. */
const TORCH_BINS = /^(?:(?:\w+_)?pytorch_model(?:[.-][\w.-]+)?|adapter_model|training_args|optimizer|scheduler)\.bin$/i

/** Zip archives, and PyTorch files above all. Every physical entry is scanned, listed or not, whatever the headers say of each other. */
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
  const row = scan.probe.extension === ROW_EXTENSION ? archivesInRow(source, MOST_IN_ROW) : undefined
  if (row) return scanRow(source, row, scan)
  const reading = readZip(source)
  const flavour = flavourOf(namesOf(reading.entries))
  if (flavour) scan.label(flavour.label)
  if (flavour?.label === 'keras') observeExpansion(reading.entries, scan)
  const opinion = askOnce(source)
  const notes = relevant(source, reading.notes, flavour?.hints?.pickle === 'torch')
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
    // One look at the same bytes is enough, however many names they have.
    if (!seen.add(entry)) continue
    scan.budget.charge('members', 1)
    if (!isPlain(source, entry)) {
      if (!(await isReadable(source, entry, opinion, scan))) continue
      await loadMethod(entry)
    }
    const hints = withStorages(flavour?.hints, entry, reading.entries)
    await descend(members, entry, links?.has(entry) ? { ...hints, link: true } : hints, spend, scan)
  }
  for (const entry of links?.lend(() => scan.budget.checkTime()) ?? []) {
    scan.budget.charge('members', 1)
    if (!isPlain(source, entry)) {
      if (unreadableMethod(entry) !== undefined || entry.dataOffset === undefined) continue
      await loadMethod(entry)
    }
    await descend(members, entry, flavour?.hints, spend, scan)
  }
  // What is appended to an archive is nobody's entry, but somebody may load it from there.
  const tail = startsLikeZip(source.read(0, 4)) ? reading.notes.find(({ difference }) => difference === 'tail') : undefined
  if (tail) {
    const { offset } = tail
    await new Search(source, scan).foreign(offset, source.size - offset)
  }
  await lookIntoGaps(
    source,
    reading,
    notes.some(({ difference }) => difference === 'prefix'),
    scan,
  )
}

/** Keras stores its members as they are, and reads them whole: weights that shrink to nothing are there to fill the memory. */
function observeExpansion(entries: readonly ZipEntry[], scan: Scan): void {
  for (const { name, size, compressedSize, headerOffset } of entries) {
    if (size <= KERAS_SIZE || size <= compressedSize * KERAS_RATIO) continue
    const detail = `${name.slice(0, 100)} grows from ${compressedSize} to ${size} bytes`
    scan.observe({ kind: 'structure', format: 'keras', problem: 'shape-bomb', detail, offset: headerOffset })
  }
}

const KERAS_SIZE = 256 * 2 ** 20
const KERAS_RATIO = 200

/** Archives in a row are loaded one by one, each from where the checkpoint's metadata say: each is a file of its own. */
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

/** Gives a clause on what another reader sees of the archive and of one entry. That reader is slow: asked when needed, and once. */
type Opinion = (entry: string) => Promise<string>

function askOnce(source: ByteSource): Opinion {
  let asked: Promise<SecondOpinion> | undefined
  return async (entry) => {
    // The other reader only comments: if it fails, the findings stand without it.
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
 * Names that differ only in case matter to readers that ignore it: PyTorch's. NumPy's `A.npy` and `a.npy` are just two arrays.
 * TensorFlow Lite models carry their labels in a zip at the end of the file.
 * Bytes on both sides of a zip that does not start the file are what it is packed in (a tar, a pickle), whose own reader knows them.
 */
function relevant(source: ByteSource, notes: readonly ZipNote[], ignoresCase: boolean): ZipNote[] {
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

/** Nothing speaks against the entry, and nothing has to be loaded for it: most entries, each of which would wait for it. */
function isPlain(source: ByteSource, { dataOffset, compressedSize, flags, method }: ZipEntry): boolean {
  if (dataOffset === undefined || dataOffset + compressedSize > source.size) return false
  return (flags & (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION | FLAG_MASKED)) === 0 && isCommonMethod(method)
}

/** False when there is nothing to descend into, which is then stated. */
async function isReadable(source: ByteSource, entry: ZipEntry, opinion: Opinion, scan: Scan): Promise<boolean> {
  const name = quote(entry.name)
  const offset = Math.min(entry.headerOffset, source.size)
  if (entry.dataOffset === undefined) {
    const why = entry.headerOffset >= source.size ? 'truncated' : 'malformed'
    scan.observe({ kind: 'incomplete', why, detail: `${name}: no local header where the directory points`, offset })
    return false
  }
  const missing = entry.dataOffset + entry.compressedSize - source.size
  if (missing > 0)
    scan.observe({
      kind: 'incomplete',
      why: 'truncated',
      detail: `${name}: ${missing} bytes of its data lie past the end of the file`,
      offset,
    })
  if ((entry.flags & (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION | FLAG_MASKED)) !== 0 && !(await passesFlag(source, entry, opinion, scan)))
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

/** The flag is a claim: plain data behind it are scanned, and loaders that ignore it load them. */
async function passesFlag(source: ByteSource, entry: ZipEntry, opinion: Opinion, scan: Scan): Promise<boolean> {
  const offset = entry.headerOffset
  const data = behindEncryptionFlag(source, entry)
  if (data === 'plain') {
    scan.observe({
      kind: 'zip-mismatch',
      difference: 'flags',
      entry: entry.name,
      detail: `flagged as encrypted, yet its data are plain; ${await opinion(entry.name)}`,
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

/** torch.save stores its pickles as they are: one that was shrunk this far is made to fill memory. */
const BOMB_SIZE = 64 * 1024 * 1024
const BOMB_RATIO = 100

function observeBomb(entry: ZipEntry, hints: Hints | undefined, scan: Scan): void {
  const { name, size, compressedSize, headerOffset } = entry
  if (hints?.pickle !== 'torch' || !/\.pkl$/i.test(name) || size < BOMB_SIZE || size < compressedSize * BOMB_RATIO) return
  const detail = `${quote(name)} grows from ${compressedSize} to ${size} bytes when it is loaded`
  scan.observe({ kind: 'structure', format: 'pytorch', problem: 'shape-bomb', detail, offset: headerOffset })
}

/** PyTorch reads a storage from `data/<key>` beside the pickle that names it. */
const STORAGE = /(?:^|\/)data\/\d+$/
const NUMBERS = new WeakMap<Hints, Hints>()

/** The hints of a storage: one object for the thousands of an archive. */
function numbersOf(hints: Hints): Hints {
  const known = NUMBERS.get(hints)
  if (known) return known
  const numbers = { ...hints, numbers: true } as const
  NUMBERS.set(hints, numbers)
  return numbers
}

function withStorages(hints: Hints | undefined, { name }: ZipEntry, entries: readonly ZipEntry[]): Hints | undefined {
  if (hints?.pickle === 'torch' && STORAGE.test(name)) return numbersOf(hints)
  const folder = hints?.pickle === 'torch' ? /^(.*\/)?data\.pkl$/i.exec(name) : undefined
  if (!folder) return hints
  let sizes: ReadonlyMap<string, number> | undefined
  return {
    ...hints,
    storage(key) {
      sizes ??= sizesBelow(`${folder[1] ?? ''}data/`, entries)
      return sizes.get(key)
    },
  }
}

function sizesBelow(folder: string, entries: readonly ZipEntry[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>()
  for (const { name, size } of entries) if (name.startsWith(folder)) sizes.set(name.slice(folder.length), size)
  return sizes
}

const NOTHING_TOLD: readonly [] = []

function descend(source: ByteSource, entry: ZipEntry, hints: Hints | undefined, spend: Spend, scan: Scan): Promise<boolean> {
  let told: readonly ('crc' | 'size')[] = NOTHING_TOLD
  // The data may be opened more than once; what they contradict is told once.
  const mismatch = (difference: 'crc' | 'size', detail: string): void => {
    if (told.includes(difference)) return
    told = [...told, difference]
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
