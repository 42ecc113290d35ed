// Writes the report as one comment on the pull request and updates it in later runs.
import { sha256OfText } from '../node/hash.ts'
import { toMarkdown } from '../report/markdown.ts'
import type { Report } from '../types/report.ts'
import type { Api, OpenApi } from './api.ts'

/** Maximum bytes; GitHub allows 65,536 characters, and no text has more characters than bytes. */
const maxBytes = 65_000
const pageSize = 100
/** Maximum pages of comments to search: each costs a request, and the token has a limited number per hour. */
const maxPages = 20

/** Options of the comment. */
export interface CommentOptions {
  readonly openApi: OpenApi
  readonly pullRequest: number | undefined
  readonly when: 'always' | 'on-failure'
  readonly category: string | undefined
  readonly elapsedMs: number
}

/**
 * Writes one comment on the pull request, or updates that of an earlier run. With `on-failure` a run that passes
 * creates no comment, but updates an existing one.
 * @throws errors of the API
 */
export async function writeComment(report: Report, options: CommentOptions): Promise<void> {
  if (options.pullRequest === undefined) throw new Error('the event has no pull request')
  const api = await options.openApi()
  const { octokit, owner, repo } = api
  // A hash, because text of the category could end the HTML comment.
  const marker = `<!-- modelgate-comment ${sha256OfText(options.category ?? '')} -->`
  const existing = await findOwn(api, options.pullRequest, marker)
  const { elapsedMs } = options
  const body = `${marker}\n${toMarkdown(report, { elapsedMs, maxBytes, fullReport: 'the JSON report of the job' })}`
  if (existing !== undefined) await octokit.rest.issues.updateComment({ owner, repo, comment_id: existing, body })
  else if (options.when === 'always' || report.verdict === 'fail') {
    await octokit.rest.issues.createComment({ owner, repo, issue_number: options.pullRequest, body })
  }
}

/** Returns the id of our comment. The author is compared as well, because anyone can write the marker. */
async function findOwn({ octokit, owner, repo }: Api, pullRequest: number, marker: string): Promise<number | undefined> {
  const self = await octokit.graphql<{ readonly viewer: { readonly login: string } }>('query { viewer { login } }').then(
    ({ viewer }) => viewer.login,
    () => 'github-actions[bot]',
  )
  const comments = { owner, repo, issue_number: pullRequest, per_page: pageSize }
  let page = 0
  for await (const { data } of octokit.paginate.iterator(octokit.rest.issues.listComments, comments)) {
    const own = data.find(({ user, body }) => user?.login === self && body?.startsWith(marker))
    if (own !== undefined) return own.id
    if (++page === maxPages) break
  }
  return undefined
}
