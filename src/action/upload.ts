// Uploads SARIF to code scanning and waits until GitHub has processed it.
import { setTimeout } from 'node:timers/promises'
import { gzipSync, strToU8 } from 'fflate'
import type { Report } from '../types/report.ts'
import { type Api, type OpenApi, reasonOf } from './api.ts'
import { type RunEvent, rulesOf } from './event.ts'
import { statusOf } from './retry.ts'

/** Maximum bytes of the gzipped file; GitHub answers 413 to more. */
const maxGzipBytes = 10 * 1000 * 1000
/** Milliseconds between polls: doubled from the first to the longest, two minutes in total. */
const polling = { first: 500, longest: 16_000, total: 120_000 } as const

/** References that code scanning accepts. */
const knownRef = /^refs\/(heads\/.+|tags\/.+|pull\/\d+\/(merge|head))$/

/** Returns why this run must not upload; undefined if it may. */
export function whyNoUpload(event: RunEvent, { partial }: Pick<Report, 'partial'>): string | undefined {
  const { noUpload } = rulesOf(event)
  if (noUpload !== undefined) return noUpload
  if (event.sha === undefined || !knownRef.test(event.ref)) return 'the event has no commit and reference that code scanning accepts'
  // On a branch, an upload closes the alerts that it does not contain.
  if (partial && event.pullRequest === undefined) return 'with changed-only it would close the alerts of files that were not scanned'
  return undefined
}

/**
 * Uploads SARIF to code scanning and waits until it is processed. Resolves to the id of the upload, and the problem
 * that GitHub had with it, if any.
 * @throws errors of the upload itself
 */
export async function uploadSarif(
  sarif: string,
  { event, openApi, startedAt }: { readonly event: RunEvent; readonly openApi: OpenApi; readonly startedAt: string },
): Promise<{ readonly id: string; readonly problem: string | undefined }> {
  const zipped = gzipSync(strToU8(sarif))
  if (zipped.length > maxGzipBytes)
    throw new Error(`the SARIF is too large: ${zipped.length} bytes compressed, ${maxGzipBytes} are allowed`)
  if (event.sha === undefined) throw new Error('the event has no commit')
  const api = await openApi()
  const { octokit, owner, repo } = api
  const { data } = await octokit.rest.codeScanning.uploadSarif({
    owner,
    repo,
    commit_sha: event.sha,
    ref: event.ref,
    sarif: Buffer.from(zipped).toString('base64'),
    started_at: startedAt,
    tool_name: 'ModelGate',
    validate: true,
  })
  const { id } = data
  if (id === undefined) throw new Error('GitHub returned no id for the upload')

  const problem = await problemOf(api, id).catch(
    (error: unknown) => `its processing could not be observed (${reasonOf(error, 'security-events: read')})`,
  )
  return { id, problem }
}

/** Waits until an upload is processed. Resolves to the problem, if any. */
async function problemOf({ octokit, owner, repo }: Api, id: string): Promise<string | undefined> {
  let waited = 0
  for (let delay: number = polling.first; waited < polling.total; delay = Math.min(delay * 2, polling.longest)) {
    await setTimeout(delay)
    waited += delay
    const status = await octokit.rest.codeScanning.getSarif({ owner, repo, sarif_id: id }).then(
      ({ data }) => data,
      (error: unknown) => {
        // GitHub does not know the upload yet.
        if (statusOf(error) === 404) return undefined
        throw error
      },
    )
    if (status?.processing_status === 'complete') return undefined
    if (status?.processing_status === 'failed') return `GitHub could not process it (${status.errors?.join('; ') || 'no reason given'})`
  }
  return 'GitHub was still processing it after two minutes'
}
