// Writes the report as a check run with annotations, through the Checks API.
import { annotations } from '../report/annotations.ts'
import { toMarkdown } from '../report/markdown.ts'
import { verdictText, worstFirst } from '../report/verdict.ts'
import type { Report } from '../types/report.ts'
import type { OpenApi } from './api.ts'
import type { RunEvent } from './event.ts'

/** The Checks API refuses a request with more. */
const annotationsPerRequest = 50
/** Twenty requests of the thousand that a repository's token has in an hour. */
const maxAnnotations = 1000
/** Bytes of a check run's summary: 65,535 are allowed. */
const maxSummaryBytes = 65_000

const levels = { error: 'failure', warning: 'warning', notice: 'notice' } as const

export interface CheckRunOptions {
  readonly event: RunEvent
  readonly openApi: OpenApi
  /** The scanned folder as seen from the repository. */
  readonly prefix: string
  readonly category: string | undefined
  readonly warnOnly: boolean
  readonly failed: boolean
  readonly elapsedMs: number
}

/**
 * One check run with a mark on every file that is not clean, in pieces that the API takes. It is complete from the first request on, so that
 * it never waits for a run that has ended. @throws what the API answers
 */
export async function createCheckRun(report: Report, options: CheckRunOptions): Promise<void> {
  const { event, category, warnOnly, failed, elapsedMs } = options
  const headSha = event.head ?? event.sha
  if (headSha === undefined) throw new Error('the event names no commit')
  const { octokit, owner, repo } = await options.openApi()

  const all = worstFirst(report)
    // File by file, since a list of them is cut to what a log can show.
    .flatMap((file) => annotations({ ...report, files: [file] }, { workspacePrefix: options.prefix, warnOnly }))
    .flatMap(({ file, level, title, message }) =>
      file === undefined ? [] : [{ path: file, start_line: 1, end_line: 1, annotation_level: levels[level], title, message }],
    )
  const output = {
    title: verdictText(report, elapsedMs),
    summary: toMarkdown(report, { elapsedMs, maxBytes: maxSummaryBytes, fullReport: 'the JSON report of the job' }),
    ...(all.length > maxAnnotations ? { text: `Only the worst ${maxAnnotations} of ${all.length} files are marked.` } : {}),
  }
  const marks = all.slice(0, maxAnnotations)
  const { data } = await octokit.rest.checks.create({
    owner,
    repo,
    name: category === undefined ? 'ModelGate report' : `ModelGate report (${category})`,
    head_sha: headSha,
    status: 'completed',
    conclusion: failed ? 'failure' : report.verdict === 'fail' ? 'neutral' : 'success',
    output: { ...output, annotations: marks.slice(0, annotationsPerRequest) },
  })
  for (let at = annotationsPerRequest; at < marks.length; at += annotationsPerRequest) {
    const piece = marks.slice(at, at + annotationsPerRequest)
    await octokit.rest.checks.update({ owner, repo, check_run_id: data.id, output: { ...output, annotations: piece } })
  }
}
