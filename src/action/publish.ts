// Publishes a report: files, job summary, log, annotations and outputs.
import { sha256OfText } from '../node/hash.ts'
import { defaultPolicy } from '../policy/policy.ts'
import { annotations } from '../report/annotations.ts'
import { safe, safeJson, safeMarkdown } from '../report/escape.ts'
import { jsonChunks } from '../report/json.ts'
import { toMarkdown } from '../report/markdown.ts'
import { sarifForCrash, toSarif } from '../report/sarif.ts'
import { toText } from '../report/text.ts'
import { buildReport, counts, isUnsafe, verdictText, worstFirst } from '../report/verdict.ts'
import type { FileReport, Report } from '../types/report.ts'
import { version } from '../version.ts'
import { type GitHubAccess, publishCheckRun, publishComment, publishSarif } from './github-outputs.ts'
import { ConfigurationError, type Inputs } from './inputs.ts'
import { annotate, fail, log, logGroup, type Outputs, setOutputs, warn, writeResult, writeSummary } from './runner.ts'
import { type Destinations, rebased, type Workspace } from './workspace.ts'

/** Maximum bytes of the output `unsafe-files`: later steps pass it in an environment variable. */
const maxUnsafeFilesBytes = 64 * 1024

/** What publishing needs besides the report. */
export interface Publication extends GitHubAccess {
  readonly inputs: Inputs
  readonly workspace: Workspace
  readonly destinations: Destinations
  readonly elapsedMs: number
  /** Whether the step fails; with warn-only it may pass although the verdict is fail. */
  readonly failed: boolean
  /** Aborted if the run has crashed meanwhile: nothing more may be published then. */
  readonly signal: AbortSignal
}

/** Publishes a report: files and summary first, then log, annotations, API and outputs, and last the verdict. */
export async function publishReport(report: Report, publication: Publication): Promise<void> {
  const { inputs, workspace, destinations, elapsedMs, failed, signal } = publication
  const category = inputs.category === undefined ? {} : { category: inputs.category }
  if (destinations.report !== undefined) await writeResult(destinations.report, jsonChunks(report), signal)
  const sarif = toSarif(rebased(report, workspace.repositoryPrefix), { hash: sha256OfText, ...category })
  if (destinations.sarif !== undefined) await writeResult(destinations.sarif, [sarif], signal)

  if (inputs.jobSummary === 'always' || (inputs.jobSummary === 'on-failure' && report.verdict === 'fail')) {
    await writeSummary(toMarkdown(report, { elapsedMs, fullReport: 'the file named by the output report-file' }))
  }
  signal.throwIfAborted()

  logReport(report, elapsedMs)
  const inCheckRun = await publishCheckRun(report, publication)
  if (inputs.annotations !== 'off' && !inCheckRun) {
    for (const annotation of annotations(report, {
      max: inputs.maxAnnotations,
      workspacePrefix: workspace.annotationPrefix,
      warnOnly: inputs.warnOnly,
    })) {
      annotate(annotation)
    }
  }
  await publishComment(report, publication)
  const sarifId = await publishSarif(sarif, report, publication)
  signal.throwIfAborted()
  setOutputs({ ...outputsOf(report, destinations), 'sarif-id': sarifId })

  const verdict = `ModelGate: ${verdictText(report, elapsedMs)}`
  if (failed) fail(verdict)
  else if (report.verdict === 'fail') warn(`${verdict} (warn-only: the step does not fail)`)
  else log(verdict)
}

/** Logs one line per file that is not clean, with what loading it would run; the full report in a collapsed group. */
function logReport(report: Report, elapsedMs: number): void {
  for (const file of worstFirst(report)) log(lineOf(file))
  logGroup('Details', toText(report, { elapsedMs }).trimEnd().split('\n'))
}

function lineOf(file: FileReport): string {
  const name = safe(file.path, { max: 1000 })
  const [worst] = file.findings
  if (worst !== undefined) return `${worst.severity.toUpperCase()}  ${name}  ${safe(worst.evidence)}`
  return `INCOMPLETE  ${name}  ${file.incomplete.map((part) => `${part.why}: ${safe(part.detail)}`).join('; ')}`
}

function outputsOf(report: Report, destinations: Destinations): Outputs {
  const n = counts(report)
  const scanned = report.files.filter((file) => file.status !== 'empty' && file.status !== 'unrecognised')
  return {
    result: report.verdict === 'pass' ? 'passed' : 'failed',
    'findings-count': n.findings,
    'critical-count': n.critical,
    'high-count': n.high,
    'medium-count': n.medium,
    'low-count': n.low,
    'incomplete-count': n.incompleteFiles,
    'files-scanned': scanned.length,
    'files-skipped': n.empty + n.unrecognised,
    'bytes-scanned': scanned.reduce((sum, file) => sum + file.size, 0),
    'sarif-file': destinations.sarif ?? '',
    'report-file': destinations.report ?? '',
    'sarif-id': '',
    ...unsafeFiles(report),
  }
}

/** Returns as many names as fit into an environment variable, as JSON. */
function unsafeFiles(report: Report): Pick<Outputs, 'unsafe-files' | 'unsafe-files-truncated'> {
  const names: string[] = []
  let bytes = 2
  for (const file of worstFirst(report)) {
    if (!isUnsafe(file, report)) continue
    const name = safeJson(file.path)
    bytes += Buffer.byteLength(name) + 1
    if (bytes > maxUnsafeFilesBytes) return { 'unsafe-files': `[${names.join(',')}]`, 'unsafe-files-truncated': true }
    names.push(name)
  }
  return { 'unsafe-files': `[${names.join(',')}]`, 'unsafe-files-truncated': false }
}

/**
 * Publishes that the run itself failed. The step fails, whatever the inputs say. The files are written as well:
 * without them, a later upload step that runs `always()` would fail and hide the cause.
 */
export async function publishCrash(error: unknown, destinations: Destinations, inputs: Inputs | undefined): Promise<void> {
  const message = error instanceof Error ? error.message : String(error)
  if (!(error instanceof ConfigurationError) && error instanceof Error) logGroup('Stack', (error.stack ?? '').split('\n'))
  fail(error instanceof ConfigurationError ? message : `ModelGate could not finish: ${message}`)

  const report: Report = { ...buildReport({ files: [], gate: defaultPolicy, notices: [message], version }), verdict: 'fail' }
  const category = inputs?.category === undefined ? {} : { category: inputs.category }
  const written: Destinations = {
    report: await attempt(destinations.report, (path) => writeResult(path, jsonChunks(report))),
    sarif: await attempt(destinations.sarif, (path) => writeResult(path, [sarifForCrash(message, { version, ...category })])),
  }
  setOutputs({ ...outputsOf(report, written), result: 'error' })
  if (inputs?.jobSummary !== 'never') {
    await writeSummary(`### ModelGate could not finish\n\n${safeMarkdown(message, { max: 1000 })}\n`).catch(logUnwritten('job summary'))
  }
}

/** Writes a file and returns its path; undefined if that fails, so that the other results are still written. */
async function attempt(path: string | undefined, write: (path: string) => Promise<void>): Promise<string | undefined> {
  if (path === undefined) return undefined
  return write(path).then(
    () => path,
    (error: unknown) => {
      logUnwritten(path)(error)
      return undefined
    },
  )
}

function logUnwritten(what: string): (error: unknown) => void {
  return (error) => log(`Not written: ${what} (${error instanceof Error ? error.message : String(error)})`)
}
