// Scans files of the disk, or bytes in memory, and makes a report of each.
import { resolve } from 'node:path'
import { counted, type Reads } from '../bytes/counted.ts'
import type { ByteSource } from '../bytes/source.ts'
import { memorySource, withCachedTail } from '../bytes/source.ts'
import type { Observation } from '../facts/observation.ts'
import { formats as allFormats } from '../formats/index.ts'
import { isModelFormat } from '../formats/kinds.ts'
import type { Baseline } from '../policy/accept/baseline.ts'
import { judgeFormats } from '../policy/file/formats.ts'
import { gateOfFile, policyFor } from '../policy/file/scopes.ts'
import type { Explain } from '../policy/judge/collector.ts'
import { Collector } from '../policy/judge/collector.ts'
import { loadModelJudges } from '../policy/judge/judge.ts'
import type { Policy } from '../policy/policy.ts'
import { defaultPolicy } from '../policy/policy.ts'
import { fileReport } from '../report/verdict.ts'
import { Tally } from '../scan/account.ts'
import { createBudget } from '../scan/budget.ts'
import { Yielding, yieldToEventLoop } from '../scan/event-loop.ts'
import type { Limits } from '../scan/limits.ts'
import { defaultLimits } from '../scan/limits.ts'
import { extensionOf } from '../scan/probe.ts'
import { promisesModel } from '../scan/promises.ts'
import { scanArtifact } from '../scan/scan.ts'
import { VisitedRanges } from '../scan/visited-ranges.ts'
import type { Accounted } from '../types/account.ts'
import type { Artifact, Hints } from '../types/artifact.ts'
import type { Incomplete } from '../types/finding.ts'
import type { Charge, Peaks } from '../types/format.ts'
import type { FileReport, Stats } from '../types/report.ts'
import { accept } from './accept.ts'
import { now } from './clock.ts'
import { DuplicateFiles, type Read, type Readable, type Reading } from './duplicate-files.ts'
import { dayOf, sha256OfSource } from './hash.ts'
import { createNames } from './names.ts'
import { createNeighbours } from './neighbourhood.ts'
import { openPath } from './open-path.ts'
import { isBeside, siblingOf } from './sibling.ts'

/** Options of a scan. */
export interface ScanOptions {
  readonly policy?: Policy
  readonly limits?: Limits
  /** Time limit for one file, in milliseconds; overrides `limits.time`. */
  readonly timeoutMs?: number
  /** Hashes every file, or only those with something to report. Hashing reads every byte. */
  readonly sha256?: boolean | 'findings'
  /** Findings that are accepted as long as the content of the file stays the same. */
  readonly baseline?: Baseline
  /** Counts the work, for `stats` of the report. */
  readonly stats?: boolean
  /** The day on which exceptions are checked for expiry, `YYYY-MM-DD` in UTC. Default: today. */
  readonly today?: string
  readonly explain?: Explain
}

/** Options of a scan of files of the disk. */
export interface ScanFilesOptions extends ScanOptions {
  /** The folder that the paths are relative to. */
  readonly root: string
  /** Folders in which destinations of symbolic links are read. Default: the root. */
  readonly trees?: readonly string[]
  /** Files to scan at the same time. Only decompression gains: it runs on Node's own threads. */
  readonly concurrency?: number
  readonly onFile?: (file: FileReport, done: number, total: number) => void
}

const DEFAULT_CONCURRENCY = 4
/**
 * Formats whose readers report nothing that needs the judges of configurations, graphs and templates; members load
 * them if needed.
 */
export const WITHOUT_MODEL_JUDGES: ReadonlySet<string> = new Set(['zip', 'pickle', 'npy', 'tar', 'gzip', 'zlib'])
/** Files up to the size of a window are read at once. */
const SMALL_FILE = 64 * 1024
/** The end record of a zip with the longest comment. */
const TAIL = 65_536 + 22

/**
 * Scans files of the disk: paths relative to `options.root`, with `/`. Returns a report of each, in the same order. A
 * file that cannot be opened is reported as incomplete; no single file makes the function throw.
 */
export async function scanFiles(files: readonly string[], options: ScanFilesOptions): Promise<readonly FileReport[]> {
  const reports: FileReport[] = new Array<FileReport>(files.length)
  let next = 0
  let done = 0
  const run = createRun(options.root, files)
  const worker = async () => {
    for (let index = next++; index < files.length; index = next++) {
      const path = files[index] ?? ''
      const report = await scanFile(path, options, run)
      reports[index] = report
      done++
      options.onFile?.(report, done, files.length)
    }
  }
  const workers = Math.max(1, Math.min(options.concurrency ?? DEFAULT_CONCURRENCY, files.length))
  await Promise.all(Array.from({ length: workers }, worker))
  return reports
}

/** What the files of a run share. */
interface Run {
  /** Absolute; paths are relative to it. */
  readonly root: string
  readonly neighbours: ReturnType<typeof createNeighbours>
  readonly isCertain: ReturnType<typeof createNames>
  readonly duplicates: DuplicateFiles
  readonly yielding: Yielding
}

function createRun(root: string, files: readonly string[]): Run {
  return {
    root: resolve(root),
    neighbours: createNeighbours(root),
    isCertain: createNames(root),
    duplicates: new DuplicateFiles(files),
    yielding: new Yielding(),
  }
}

function unopened(path: string, { why, detail, remedy }: Pick<Incomplete, 'why' | 'detail' | 'remedy'>): FileReport {
  const unread = { why, detail, ...(remedy === undefined ? {} : { remedy }), path: [path] as const }
  return { path, size: 0, status: 'incomplete', formats: [], findings: [], incomplete: [unread] }
}

const UNCERTAIN = {
  why: 'internal',
  detail: 'the name is not UTF-8 and may belong to another file as well',
  remedy: 'Rename the file.',
} as const

/** Scans one file of the disk, named relative to `options.root`. */
export async function scanFile(path: string, options: ScanFilesOptions, run = createRun(options.root, [])): Promise<FileReport> {
  const { root, neighbours, isCertain, duplicates, yielding } = run
  if (!isCertain(path)) return unopened(path, UNCERTAIN)
  const file = openPath(root, path, options.trees ?? [root])
  if ('detail' in file) return unopened(path, file)
  try {
    if (file.size > SMALL_FILE) await yieldToEventLoop()
    const reads: Reads = { reads: 0, bytesRead: 0 }
    const bytes = options.stats ? counted(file, reads) : file
    const source = file.size <= SMALL_FILE ? memorySource(bytes.read(0, file.size)) : withCachedTail(bytes, TAIL)
    const hints: Hints = {
      neighbour: () => neighbours(path),
      sibling: (name) => siblingOf(options.root, path, name),
      beside: (name) => isBeside(options.root, path, name),
    }
    // A small file is scanned faster than hashed, and an explanation needs a scan of this very file.
    const isSingle = file.size <= SMALL_FILE || options.explain !== undefined
    return await scanSource(path, source, options, hints, { reads, yielding, ...(isSingle ? {} : { duplicates }) })
  } finally {
    file.close()
  }
}

/** Adds what the disk has under the name of an external file. Members of an archive have no files beside them. */
function withCompanion(observation: Observation, artifact: Artifact): Observation {
  if (observation.kind !== 'external-file' || artifact.path.length > 1) return observation
  const sibling = artifact.hints?.sibling?.(observation.path)
  return sibling === undefined ? observation : { ...observation, sibling }
}

/** The cost of scanning one file, and its bytes by how they were read. */
interface Work {
  readonly spent: Readonly<Record<Charge, number>>
  readonly bytes: Accounted | undefined
}

function statsOf({ reads, bytesRead }: Reads, { spent, bytes }: Work, peaks: Peaks): Stats {
  const { members, opcodes, 'bytes-inflated': bytesInflated } = spent
  return {
    reads,
    bytesRead,
    members,
    bytesInflated,
    opcodes,
    peakStack: peaks.stack,
    peakMemo: peaks.memo,
    bytes: bytes ?? new Tally().result(),
  }
}

/** Scans bytes in memory like a file of that name. */
export function scanBytes(name: string, bytes: Uint8Array, options: ScanOptions = {}): Promise<FileReport> {
  return scanSource(name, memorySource(bytes), options)
}

/** What the scan of one file takes from its run: counters of its reads, known duplicates, and when to yield. */
interface FromRun extends Partial<Pick<Run, 'duplicates' | 'yielding'>> {
  readonly reads?: Reads
}

/** Scans a source with random access under the name `path`. */
export async function scanSource(
  path: string,
  source: ByteSource,
  options: ScanOptions,
  hints: Hints = {},
  { reads = { reads: 0, bytesRead: 0 }, duplicates, yielding = new Yielding() }: FromRun = {},
): Promise<FileReport> {
  const wholePolicy = options.policy ?? defaultPolicy
  const policy = policyFor(wholePolicy, path)
  const file: Readable = { path, source, policy, hints }
  const peaks: Peaks = { stack: 0, memo: 0 }
  const scan = (own: Hints): Promise<Reading> => scanReadable({ ...file, hints: own }, options, peaks, yielding)
  const read: Read = await (duplicates ? duplicates.read(file, scan) : scan(hints))
  const { formats: ids, torch, sameAs } = read
  const unapproved = policy.approvedFormats && judgeFormats(policy, path, ids.filter(isModelFormat))
  const found = { findings: unapproved ? [...read.findings, unapproved] : read.findings, incomplete: read.incomplete }
  const today = options.today ?? dayOf(new Date())
  const hash = (): string | undefined => read.sha256 ?? sha256OfSource(source)
  const accepted = accept(found, path, { policy, baseline: options.baseline, today }, hash)
  const isAsked = options.sha256 === 'findings' ? found.findings.length + found.incomplete.length > 0 : options.sha256 === true
  const sha256 = accepted.sha256 ?? (isAsked || sameAs !== undefined ? hash() : undefined)
  const gate = gateOfFile(wholePolicy, policy)
  return fileReport({
    path,
    size: source.size,
    formats: shared(ids),
    ...accepted,
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(sameAs === undefined ? {} : { sameAs }),
    ...(torch ? { torch } : {}),
    ...(gate ? { gate } : {}),
    ...(options.stats ? { stats: statsOf(reads, sameAs === undefined ? read : NO_WORK, peaks) } : {}),
  })
}

const NO_WORK: Work = { spent: { opcodes: 0, members: 0, 'bytes-inflated': 0 }, bytes: undefined }

async function scanReadable(
  { path, source, policy, hints }: Readable,
  options: ScanOptions,
  peaks: Peaks,
  yielding: Yielding,
): Promise<Reading> {
  const base = options.limits ?? defaultLimits
  const limits = options.timeoutMs === undefined ? base : { ...base, time: options.timeoutMs }
  if (source.size === 0) return emptyReading(path, policy)
  const budget = createBudget(limits, now, options.stats ? peaks : undefined)
  const collector = new Collector(policy, options.explain)
  const tally = options.stats ? new Tally() : undefined
  const formats = await scanArtifact(
    { path: [path], input: source, fileOffset: 0, hints },
    {
      formats: allFormats,
      limits,
      budget,
      visited: new VisitedRanges(),
      yielding,
      ...(tally ? { tally } : {}),
      observe: (observation, artifact) => collector.observe(withCompanion(observation, artifact), artifact),
      harmless: (name) => collector.harmless(name),
      prepare: (format) => (WITHOUT_MODEL_JUDGES.has(format) ? undefined : loadModelJudges()),
    },
  )
  return { formats, ...collector.result(), torch: collector.torchVerdict(formats), spent: budget.spent, bytes: tally?.result() }
}

/** An empty file runs nothing, whatever its name. The policy says whether it counts as a missing model. */
function emptyReading(path: string, { empty }: Policy): Reading {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const remedy = 'Download or save the model again, or remove the file.'
  const unread = { why: 'truncated', detail: 'the file is empty', remedy, path: [path] as const } as const
  const incomplete = empty === 'fail' && promisesModel(name, extensionOf(name)) ? [unread] : []
  return { formats: [], findings: [], incomplete, torch: undefined, ...NO_WORK }
}

/** Cache: one list for each id of a format or label, of which there are some hundred. */
const formatListCache = new Map<string, readonly string[]>()

/** Returns one shared list for files of the same single format, as nearly all are: reports then hold few lists. */
function shared(ids: readonly string[]): readonly string[] {
  const [only] = ids
  if (only === undefined || ids.length > 1) return ids
  const known = formatListCache.get(only) ?? ids
  formatListCache.set(only, known)
  return known
}
