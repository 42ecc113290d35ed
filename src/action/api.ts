// Opens GitHub's REST API when it is first needed, and explains why a request failed.
import type { getOctokit } from '@actions/github'
import type { RunEvent } from './event.ts'
import { createRetry, statusOf } from './retry.ts'

/** GitHub's REST API for the repository of this run. */
export interface Api {
  readonly octokit: ReturnType<typeof getOctokit>
  readonly owner: string
  readonly repo: string
}

/** Opens the API at the first call. @throws if there is no token or no repository */
export type OpenApi = () => Promise<Api>

/** Time limit for one request, in milliseconds: enough for ten megabytes of SARIF on a slow connection. */
const requestTimeout = 60_000

/** Returns a function that opens the API once. GITHUB_API_URL is its address, also on GitHub Enterprise Server. */
export function lazyApi(token: string | undefined, { repository }: RunEvent): OpenApi {
  let opened: Promise<Api> | undefined
  return () => {
    opened ??= open(token, repository)
    return opened
  }
}

async function open(token: string | undefined, repository: RunEvent['repository']): Promise<Api> {
  if (token === undefined) throw new Error('the input token is empty')
  if (repository === undefined) throw new Error('GITHUB_REPOSITORY is not set')
  // Loaded on demand: most runs do not use the API.
  const { getOctokit } = await import('@actions/github')
  const quiet = (): void => undefined
  const octokit = getOctokit(token, { log: { debug: quiet, info: quiet, warn: quiet, error: quiet } })
  const retry = createRetry()
  octokit.hook.wrap('request', (request, options) =>
    retry(async () => request({ ...options, request: { ...options.request, signal: AbortSignal.timeout(requestTimeout) } })),
  )
  return { octokit, ...repository }
}

/**
 * Explains why a request failed. `permission`: what the token needs, as in a workflow. Contains text of the server;
 * not escaped.
 */
export function reasonOf(error: unknown, permission: string): string {
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  const status = statusOf(error)
  if (status === 401 || status === 403 || status === 404) {
    return `GitHub refuses it (${status}: ${message}). The token needs the permission ${permission}, which pull requests from forks and Dependabot do not get; the repository must have the feature enabled`
  }
  if (status === 413) return `it is too large (${status}: ${message})`
  if (status === 422) return `GitHub does not accept it (${status}: ${message})`
  return status === undefined ? message : `GitHub answered ${status}: ${message}`
}
