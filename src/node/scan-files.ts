// Scans files of the disk, or bytes in memory, and makes a report of each.
import { resolve } from 'node:path'
import { counted, type Reads } from '../bytes/counted.ts'
import type { ByteSource } from '../bytes/source.ts'
import { memorySource, withCachedTail } from '../bytes/source.ts'
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
import { nextTurn } from '../scan/event-loop.ts'
import type { Limits } from '../scan/limits.ts'
import { defaultLimits } from '../scan/limits.ts'
import { extensionOf } from '../scan/probe.ts'
import { promisesModel } from '../scan/promises.ts'
import { scanArtifact } from '../scan/scan.ts'
import { Places } from '../scan/visited-ranges.ts'
import type { Accounted } from '../types/account.ts'
import type { Artifact, Hints } from '../types/artifact.ts'
import type { Incomplete } from '../types/finding.ts'
import type { Charge, Peaks } from '../types/format.ts'
import type { Observation } from '../types/observation.ts'
import type { FileReport, Stats } from '../types/report.ts'
import { accept } from './accept.ts'
import { now } from './clock.ts'
import { Copies, type Read, type Readable, type Reading } from './duplicate-files.ts'
import { dayOf, sha256OfSource } from './hash.ts'
import { createNames } from './names.ts'
import { createNeighbours } from './neighbourhood.ts'
import { openPath } from './open-path.ts'
import { companionOf, isBeside } from './sibling.ts'

export interface ScanOptions {
  readonly policy?: Policy
  readonly limits?: Limits
  /** Milliseconds that one file may take; goes before `limits.time`. */
  readonly timeoutMs?: number
  /** Hashes every file, or only those with something to report; reads every byte of them. */
  readonly sha256?: boolean | 'findings'
  /** What was there before the gate, and is accepted as long as the content stays. */
  readonly baseline?: Baseline
  /** Counts the work, for `stats` of the report. */
  readonly stats?: boolean
  /** The day by which exceptions are judged, `YYYY-MM-DD` in UTC; today if left out. */
  readonly today?: string
  readonly explain?: Explain
}

export interface ScanFilesOptions extends ScanOptions {
  /** The folder that the paths are relative to. */
  readonly root: string
  /** Folders in which what symbolic links lead to is read; the root if left out. */
  readonly trees?: readonly string[]
  /** Files in flight. Only decompression gains by it: it runs beside the scan in Node's own threads. */
  readonly concurrency?: number
  readonly onFile?: (file: FileReport, done: number, total: number) => void
}

const DEFAULT_CONCURRENCY = 4
/** Formats that state nothing of configurations, graphs and templates themselves: what is in them is prepared for in its turn. */
export const PLAIN: ReadonlySet<string> = new Set(['zip', 'pickle', 'npy', 'tar', 'gzip', 'zlib'])
/** A file of up to one window is read in one go. */
const SMALL_FILE = 64 * 1024
/** A zip’s end record with the longest comment. */
const TAIL = 65_536 + 22

/**
 * Scans files of the disk. `files` are paths relative to `options.root` with `/`. Gives a report for each, in the order of `files`. A file that cannot
 * be opened is reported as incomplete; nothing is thrown for the sake of one file.
 */
export async function scanFiles(files: readonly string[], options: ScanFilesOptions): Promise<readonly FileReport[]> {
  const reports: FileReport[] = new Array<FileReport>(files.length)
  let next = 0
  let done = 0
  const around = aroundOf(options.root, files)
  const worker = async () => {
    for (let index = next++; index < files.length; index = next++) {
      const path = files[index] ?? ''
      const report = await scanFile(path, options, around)
      reports[index] = report
      done++
      options.onFile?.(report, done, files.length)
    }
  }
  const workers = Math.max(1, Math.min(options.concurrency ?? DEFAULT_CONCURRENCY, files.length))
  await Promise.all(Array.from({ length: workers }, worker))
  return reports
}

/** What is known of the folders that files lie in, and of the files that were scanned; one for all files of a run. */
interface Around {
  /** The absolute path that all others are relative to. */
  readonly root: string
  readonly neighbours: ReturnType<typeof createNeighbours>
  readonly isCertain: ReturnType<typeof createNames>
  readonly copies: Copies
}

function aroundOf(root: string, files: readonly string[]): Around {
  return { root: resolve(root), neighbours: createNeighbours(root), isCertain: createNames(root), copies: new Copies(files) }
}

function unopened(path: string, { why, detail, remedy }: Pick<Incomplete, 'why' | 'detail' | 'remedy'>): FileReport {
  const unread = { why, detail, ...(remedy === undefined ? {} : { remedy }), path: [path] as const }
  return { path, size: 0, status: 'incomplete', formats: [], findings: [], incomplete: [unread] }
}

const UNCERTAIN = {
  why: 'internal',
  detail: 'a file of this name cannot be told apart: the name is no UTF-8',
  remedy: 'Rename it.',
} as const

/** Scans one file of the disk, named relative to `options.root`. */
export async function scanFile(path: string, options: ScanFilesOptions, around = aroundOf(options.root, [])): Promise<FileReport> {
  const { root, neighbours, isCertain, copies } = around
  if (!isCertain(path)) return unopened(path, UNCERTAIN)
  const file = openPath(root, path, options.trees ?? [root])
  if ('detail' in file) return unopened(path, file)
  try {
    if (file.size > SMALL_FILE) await nextTurn()
    const reads: Reads = { reads: 0, bytesRead: 0 }
    const bytes = options.stats ? counted(file, reads) : file
    const source = file.size <= SMALL_FILE ? memorySource(bytes.read(0, file.size)) : withCachedTail(bytes, TAIL)
    const hints: Hints = {
      neighbour: () => neighbours(path),
      companion: (name) => companionOf(options.root, path, name),
      beside: (name) => isBeside(options.root, path, name),
    }
    // A small file is scanned faster than anything else could be done with it, and whoever wants an explanation wants that of this file.
    const isSingle = file.size <= SMALL_FILE || options.explain !== undefined
    return await scanSource(path, source, options, hints, reads, isSingle ? undefined : copies)
  } finally {
    file.close()
  }
}

/** Bytes alone cannot tell what stands beside the file; members of an archive have nothing beside them. */
function withCompanion(observation: Observation, artifact: Artifact): Observation {
  if (observation.kind !== 'external-file' || artifact.path.length > 1) return observation
  const companion = artifact.hints?.companion?.(observation.path)
  return companion === undefined ? observation : { ...observation, companion }
}

/** What a scan of one file took, and what became of its bytes. */
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

/** Scans bytes in memory as if they were a file of that name. */
export function scanBytes(name: string, bytes: Uint8Array, options: ScanOptions = {}): Promise<FileReport> {
  return scanSource(name, memorySource(bytes), options)
}

/**
 * Scans anything that can be read at random, under the name `path`. `reads`: what is counted of its file, for the statistics; `copies`: the files that a
 * copy of this one may be among.
 */
export async function scanSource(
  path: string,
  source: ByteSource,
  options: ScanOptions,
  hints: Hints = {},
  reads: Reads = { reads: 0, bytesRead: 0 },
  copies?: Copies,
): Promise<FileReport> {
  const run = options.policy ?? defaultPolicy
  const policy = policyFor(run, path)
  const file: Readable = { path, source, policy, hints }
  const peaks: Peaks = { stack: 0, memo: 0 }
  const scan = (own: Hints): Promise<Reading> => scanReadable({ ...file, hints: own }, options, peaks)
  const read: Read = await (copies ? copies.read(file, scan) : scan(hints))
  const { formats: ids, torch, sameAs } = read
  const unapproved = policy.approvedFormats && judgeFormats(policy, path, ids.filter(isModelFormat))
  const found = { findings: unapproved ? [...read.findings, unapproved] : read.findings, incomplete: read.incomplete }
  const today = options.today ?? dayOf(new Date())
  const hash = (): string | undefined => read.sha256 ?? sha256OfSource(source)
  const accepted = accept(found, path, { policy, baseline: options.baseline, today }, hash)
  const isAsked = options.sha256 === 'findings' ? found.findings.length + found.incomplete.length > 0 : options.sha256 === true
  const sha256 = accepted.sha256 ?? (isAsked || sameAs !== undefined ? hash() : undefined)
  const gate = gateOfFile(run, policy)
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

async function scanReadable({ path, source, policy, hints }: Readable, options: ScanOptions, peaks: Peaks): Promise<Reading> {
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
      places: new Places(),
      ...(tally ? { tally } : {}),
      observe: (observation, artifact) => collector.observe(withCompanion(observation, artifact), artifact),
      harmless: (name) => collector.harmless(name),
      prepare: (format) => (PLAIN.has(format) ? undefined : loadModelJudges()),
    },
  )
  return { formats, ...collector.result(), torch: collector.torchVerdict(formats), spent: budget.spent, bytes: tally?.result() }
}

/** Without a byte nothing runs, under any name; whether a model may be missing is for the policy to say. */
function emptyReading(path: string, { empty }: Policy): Reading {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const remedy = 'Fetch or save the model again, or remove the file.'
  const unread = { why: 'truncated', detail: 'the file is empty', remedy, path: [path] as const } as const
  const incomplete = empty === 'fail' && promisesModel(name, extensionOf(name)) ? [unread] : []
  return { formats: [], findings: [], incomplete, torch: undefined, ...NO_WORK }
}

const lists = new Map<string, readonly string[]>()

/** The same list for the same single format, which nearly every file has: there are as many as formats, and not as many as files. */
function shared(ids: readonly string[]): readonly string[] {
  const [only] = ids
  if (only === undefined || ids.length > 1) return ids
  const known = lists.get(only) ?? ids
  lists.set(only, known)
  return known
}
