// Writes the report as a check run with annotations, through the Checks API.
import { annotations } from '../report/annotations.ts'
import { toMarkdown } from '../report/markdown.ts'
import { verdictText, worstFirst } from '../report/verdict.ts'
import type { Report } from '../types/report.ts'
import type { OpenApi } from './api.ts'
import type { RunEvent } from './event.ts'

/** Limit of the Checks API for one request. */
const annotationsPerRequest = 50
/** Twenty requests; the token of a repository has a thousand per hour. */
const maxAnnotations = 1000
/** Maximum bytes of a summary; GitHub allows 65,535. */
const maxSummaryBytes = 65_000

const levels = { error: 'failure', warning: 'warning', notice: 'notice' } as const

/** Options of a check run. */
export interface CheckRunOptions {
  readonly event: RunEvent
  readonly openApi: OpenApi
  /** The scanned folder relative to the repository. */
  readonly prefix: string
  readonly category: string | undefined
  readonly warnOnly: boolean
  readonly failed: boolean
  readonly elapsedMs: number
}

/**
 * Creates one check run with an annotation on every file that is not clean, in as many requests as the API needs. Its
 * status is completed from the first request on, so that it is never left pending.
 * @throws errors of the API
 */
export async function createCheckRun(report: Report, options: CheckRunOptions): Promise<void> {
  const { event, category, warnOnly, failed, elapsedMs } = options
  const headSha = event.head ?? event.sha
  if (headSha === undefined) throw new Error('the event has no commit')
  const { octokit, owner, repo } = await options.openApi()

  const all = worstFirst(report)
    // File by file, because `annotations` limits a list to what a log shows.
    .flatMap((file) => annotations({ ...report, files: [file] }, { workspacePrefix: options.prefix, warnOnly }))
    .flatMap(({ file, level, title, message }) =>
      file === undefined ? [] : [{ path: file, start_line: 1, end_line: 1, annotation_level: levels[level], title, message }],
    )
  const output = {
    title: verdictText(report, elapsedMs),
    summary: toMarkdown(report, { elapsedMs, maxBytes: maxSummaryBytes, fullReport: 'the JSON report of the job' }),
    ...(all.length > maxAnnotations ? { text: `Only the worst ${maxAnnotations} of ${all.length} files have an annotation.` } : {}),
  }
  const shown = all.slice(0, maxAnnotations)
  const { data } = await octokit.rest.checks.create({
    owner,
    repo,
    name: category === undefined ? 'ModelGate report' : `ModelGate report (${category})`,
    head_sha: headSha,
    status: 'completed',
    conclusion: failed ? 'failure' : report.verdict === 'fail' ? 'neutral' : 'success',
    output: { ...output, annotations: shown.slice(0, annotationsPerRequest) },
  })
  for (let at = annotationsPerRequest; at < shown.length; at += annotationsPerRequest) {
    const chunk = shown.slice(at, at + annotationsPerRequest)
    await octokit.rest.checks.update({ owner, repo, check_run_id: data.id, output: { ...output, annotations: chunk } })
  }
}
