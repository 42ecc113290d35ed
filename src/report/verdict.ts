// Builds a report of scanned files and decides its verdict and exit status.
import { severities } from '../policy/rules/index.ts'
import type { Finding, Incomplete, Severity } from '../types/finding.ts'
import type { FileReport, FileStatus, Gate, Report, Shard } from '../types/report.ts'
import { formatBytes, formatSeconds, plural } from './words.ts'

/** A scanned file before its status is computed; a status that it already has is ignored. */
export type ScannedFile = Omit<FileReport, 'status'> & Partial<Pick<FileReport, 'status'>>

/** The numbers of a report. Findings are counted once per cause, not per repetition. */
export interface Counts {
  readonly files: number
  readonly bytes: number
  readonly findings: number
  readonly critical: number
  readonly high: number
  readonly medium: number
  readonly low: number
  /** Files with a finding that fails the gate. */
  readonly unsafeFiles: number
  /** Files with a finding of any severity. */
  readonly filesWithFindings: number
  /** Files that were not read to the end. */
  readonly incompleteFiles: number
  /** Incomplete parts; a file can have several. */
  readonly incomplete: number
  /** Empty files. */
  readonly empty: number
  /** Files that no format matched. */
  readonly unrecognised: number
  /** Findings and incomplete parts that an exception or the baseline accepts; not in the other numbers. */
  readonly suppressed: number
}

/**
 * Builds a report of scanned files: sorted by path in code-unit order, so that the same files make the same bytes on
 * every machine, each with its status, and with the verdict of the gate.
 */
export function buildReport(input: {
  readonly files: readonly ScannedFile[]
  readonly gate: Gate
  readonly notices: readonly string[]
  readonly version: string
  readonly shard?: Shard
  readonly partial?: boolean
}): Report {
  const files = input.files.map(fileReport)
  files.sort((a, b) => compareText(a.path, b.path))
  const { failOn, failOnIncomplete, lfsPointers } = input.gate
  const report: Report = {
    schemaVersion: 1,
    tool: { name: 'modelgate', version: input.version },
    verdict: 'pass',
    gate: { failOn, failOnIncomplete, lfsPointers },
    files,
    notices: input.notices,
    ...(input.shard === undefined ? {} : { shard: input.shard }),
    ...(input.partial ? { partial: true } : {}),
  }
  return { ...report, verdict: exitCode(report) === 0 ? 'pass' : 'fail' }
}

/** The empty list that all clean files share: a report on a million files then has one. Frozen. */
const NONE: readonly never[] = Object.freeze([])

/**
 * Returns the file with its status, and its findings worst first. A clean file with the right status is returned as
 * it is.
 */
export function fileReport(file: ScannedFile): FileReport {
  const status = statusOf(file)
  if (file.findings === NONE && hasStatus(file, status)) return file
  const { path, size, sha256, sameAs, formats, findings, incomplete, torch, suppressed, gate, stats } = file
  // Written out rather than spread: an object literal of six fields takes a third of the memory.
  const report: FileReport = {
    path,
    size,
    status,
    formats: formats.length === 0 ? NONE : formats,
    findings: findings.length === 0 ? NONE : [...findings].sort(compareFindings),
    incomplete: incomplete.length === 0 ? NONE : incomplete,
  }
  if (sha256 === undefined && sameAs === undefined && !torch && !suppressed && !gate && !stats) return report
  return {
    ...report,
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(sameAs === undefined ? {} : { sameAs }),
    ...(torch ? { torch } : {}),
    ...(suppressed ? { suppressed } : {}),
    ...(gate ? { gate } : {}),
    ...(stats ? { stats } : {}),
  }
}

function hasStatus(file: ScannedFile, status: FileStatus): file is FileReport {
  return file.status === status
}

/** Returns 0 for pass, 1 for a finding at or above the threshold, 2 if only incomplete files fail the gate. */
export function exitCode(report: Pick<Report, 'files' | 'gate'>): 0 | 1 | 2 {
  if (report.files.some((file) => isUnsafe(file, report))) return 1
  return report.files.some((file) => file.incomplete.some((part) => incompleteFails(part, gateOf(file, report)))) ? 2 : 0
}

/** Returns the gate that applies to a file: its own, if the policy has one for its path. */
export function gateOf(file: Pick<FileReport, 'gate'>, report: Pick<Report, 'gate'>): Gate {
  return file.gate ?? report.gate
}

/** Returns whether the file has a finding that fails the gate. */
export function isUnsafe(file: Pick<FileReport, 'findings' | 'gate'>, report: Pick<Report, 'gate'>): boolean {
  const gate = gateOf(file, report)
  return file.findings.some((finding) => failsGate(finding.severity, gate))
}

/** Returns the report under gates that fail on no finding, only on incomplete files. */
export function withoutFindings(report: Report): Report {
  const open = (gate: Gate): Gate => ({ ...gate, failOn: 'never' })
  const files = report.files.map((file) => (file.gate === undefined ? file : { ...file, gate: open(file.gate) }))
  return { ...report, gate: open(report.gate), files }
}

/** Returns whether a finding of that severity fails the gate. */
function failsGate(severity: Severity, gate: Gate): boolean {
  return gate.failOn !== 'never' && atLeast(severity, gate.failOn)
}

/**
 * Returns whether an incomplete part fails the gate. Git LFS pointers have a setting of their own: their remedy is in
 * the checkout.
 */
export function incompleteFails(part: Incomplete, gate: Gate): boolean {
  return part.why === 'lfs-pointer' ? gate.lfsPointers === 'fail' : gate.failOnIncomplete
}

/** Returns whether `severity` is `threshold` or worse. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold)
}

/** Computes the numbers of a report in one pass. */
export function counts(report: Report): Counts {
  const bySeverity = { critical: 0, high: 0, medium: 0, low: 0 }
  let bytes = 0
  let findings = 0
  let unsafeFiles = 0
  let filesWithFindings = 0
  let incompleteFiles = 0
  let incomplete = 0
  let empty = 0
  let unrecognised = 0
  let suppressed = 0
  for (const file of report.files) {
    bytes += file.size
    findings += file.findings.length
    incomplete += file.incomplete.length
    for (const finding of file.findings) bySeverity[finding.severity]++
    if (isUnsafe(file, report)) unsafeFiles++
    if (file.findings.length > 0) filesWithFindings++
    if (file.incomplete.length > 0) incompleteFiles++
    if (file.status === 'empty') empty++
    if (file.status === 'unrecognised') unrecognised++
    suppressed += file.suppressed?.length ?? 0
  }
  return {
    files: report.files.length,
    bytes,
    findings,
    ...bySeverity,
    unsafeFiles,
    filesWithFindings,
    incompleteFiles,
    incomplete,
    empty,
    unrecognised,
    suppressed,
  }
}

/** Formats the outcome as one line without PASS or FAIL: what is wrong, then how much was scanned. */
export function verdictText(report: Report, elapsedMs?: number): string {
  const n = counts(report)
  const perSeverity = severities.filter((severity) => n[severity] > 0).map((severity) => `${n[severity]} ${severity}`)
  const outcome: string[] = []
  if (n.unsafeFiles > 0) outcome.push(`${plural(n.unsafeFiles, 'file')} unsafe (${perSeverity.join(', ')})`)
  else if (n.filesWithFindings > 0) outcome.push(`${plural(n.filesWithFindings, 'file')} with findings (${perSeverity.join(', ')})`)
  if (n.incompleteFiles > 0) outcome.push(`${n.incompleteFiles} incomplete`)
  if (n.empty > 0) outcome.push(`${n.empty} empty`)
  if (n.unrecognised > 0) outcome.push(`${n.unrecognised} unrecognised`)
  if (n.files === 0) outcome.push('no file was scanned')
  else if (outcome.length === 0) outcome.push(n.suppressed > 0 ? 'nothing else unsafe found' : 'nothing unsafe found')
  if (n.suppressed > 0) outcome.push(`${n.suppressed} accepted`)
  const time = elapsedMs === undefined ? '' : ` in ${formatSeconds(elapsedMs)}`
  const partial = report.partial ? '; unchanged files were not scanned' : ''
  return `${outcome.join(', ')} — ${plural(n.files, 'file')}, ${formatBytes(n.bytes)}${time}${partial}`
}

/** Compares by severity, then by member path, offset, rule and evidence: a total order makes stable output. */
function compareFindings(a: Finding, b: Finding): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compareText(a.path.join('\0'), b.path.join('\0')) ||
    (a.offset ?? 0) - (b.offset ?? 0) ||
    compareText(a.rule, b.rule) ||
    compareText(a.evidence, b.evidence)
  )
}

/** Returns files with findings, worst first, then incomplete ones; equal ones by path. Without clean files. */
export function worstFirst(report: Report): readonly FileReport[] {
  return report.files
    .filter((file) => file.findings.length > 0 || file.incomplete.length > 0)
    .sort((a, b) => rank(a) - rank(b) || b.findings.length - a.findings.length || compareText(a.path, b.path))
}

function rank(file: FileReport): number {
  const worst = file.findings[0]
  return worst ? severities.indexOf(worst.severity) : severities.length
}

/** Returns files with accepted findings, by path. */
export function withSuppressed(report: Report): readonly FileReport[] {
  return report.files.filter((file) => file.suppressed !== undefined && file.suppressed.length > 0)
}

function statusOf(file: ScannedFile): FileStatus {
  if (file.findings.length > 0) return 'findings'
  if (file.incomplete.length > 0) return 'incomplete'
  if (file.formats.length > 0) return 'clean'
  return file.size === 0 ? 'empty' : 'unrecognised'
}

/** Compares by code units: the same on every machine, unlike `localeCompare`. */
function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
