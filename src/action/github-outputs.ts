// Publishes to GitHub through the API: the check run, the comment and the upload to code scanning.
import type { Report } from '../types/report.ts'
import { type OpenApi, reasonOf } from './api.ts'
import { createCheckRun } from './check-run.ts'
import { writeComment } from './comment.ts'
import type { RunEvent } from './event.ts'
import type { Inputs } from './inputs.ts'
import { log, notice } from './runner.ts'
import { uploadSarif, whyNoUpload } from './upload.ts'
import type { Workspace } from './workspace.ts'

/** Access of a run to GitHub. */
export interface GitHubAccess {
  readonly event: RunEvent
  readonly openApi: OpenApi
}

/** What publishing needs to know of a run. */
interface Run extends GitHubAccess {
  readonly inputs: Inputs
  readonly workspace: Workspace
  readonly failed: boolean
  readonly elapsedMs: number
}

/** Writes the check run, if the inputs ask for it. Resolves to false if annotations have to go to the log instead. */
export async function publishCheckRun(report: Report, run: Run): Promise<boolean> {
  if (run.inputs.annotations !== 'check') return false
  const { inputs, event, openApi, failed, elapsedMs } = run
  const options = {
    event,
    openApi,
    failed,
    elapsedMs,
    prefix: run.workspace.repositoryPrefix,
    category: inputs.category,
    warnOnly: inputs.warnOnly,
  }
  return attempt('The check run was not written completely; the annotations are in the log instead', 'checks: write', async () => {
    await createCheckRun(report, options)
    return true
  }).then((done) => done ?? false)
}

/** Writes the comment, if the inputs ask for it and the event has a pull request. */
export async function publishComment(report: Report, { inputs, event, openApi, elapsedMs }: Run): Promise<void> {
  const when = inputs.commentInPr
  if (when === 'never' || event.pullRequest === undefined) return
  const options = { openApi, pullRequest: event.pullRequest, when, category: inputs.category, elapsedMs }
  await attempt('The comment was not written', 'pull-requests: write', () => writeComment(report, options))
}

/** Uploads to code scanning, if the inputs ask for it. Resolves to the id of the upload, empty if there is none. */
export async function publishSarif(sarif: string, report: Report, { inputs, event, openApi, elapsedMs }: Run): Promise<string> {
  if (!inputs.uploadSarif) return ''
  const why = whyNoUpload(event, report)
  if (why !== undefined) {
    notice(`The SARIF was not uploaded: ${why}.`)
    return ''
  }
  const startedAt = new Date(Date.now() - elapsedMs).toISOString()
  return (
    (await attempt('The SARIF was not uploaded', 'security-events: write', async () => {
      const { id, problem } = await uploadSarif(sarif, { event, openApi, startedAt })
      if (problem === undefined) log(`SARIF uploaded: ${id}`)
      else notice(`The SARIF was uploaded (${id}), but ${problem}.`)
      return id
    })) ?? ''
  )
}

/** Runs one of these. A failure becomes a notice; it does not change the verdict. */
async function attempt<T>(failure: string, permission: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    notice(`${failure}: ${reasonOf(error, permission)}. The verdict does not depend on it.`)
    return undefined
  }
}
