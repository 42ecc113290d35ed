// Writes the report as one comment on the pull request and updates it in later runs.
import { sha256OfText } from '../node/hash.ts'
import { toMarkdown } from '../report/markdown.ts'
import type { Report } from '../types/report.ts'
import type { Api, OpenApi } from './api.ts'

/** A comment may have 65,536 characters, and no text has more of them than bytes. */
const maxBytes = 65_000
const pageSize = 100
/** Past them the comment counts as not there: a hundred pages would use up what the token may ask in an hour. */
const maxPages = 20

export interface CommentOptions {
  readonly openApi: OpenApi
  readonly pullRequest: number | undefined
  readonly when: 'always' | 'on-failure'
  readonly category: string | undefined
  readonly elapsedMs: number
}

/**
 * One comment on the pull request, written anew in place. With `on-failure` a run that passes writes none, but brings an older one up to date.
 * @throws what the API answers
 */
export async function writeComment(report: Report, options: CommentOptions): Promise<void> {
  if (options.pullRequest === undefined) throw new Error('the event is not one of a pull request')
  const api = await options.openApi()
  const { octokit, owner, repo } = api
  // A hash, so that nothing of the category can end the HTML comment.
  const marker = `<!-- modelgate-comment ${sha256OfText(options.category ?? '')} -->`
  const existing = await findOwn(api, options.pullRequest, marker)
  const { elapsedMs } = options
  const body = `${marker}\n${toMarkdown(report, { elapsedMs, maxBytes, fullReport: 'the JSON report of the job' })}`
  if (existing !== undefined) await octokit.rest.issues.updateComment({ owner, repo, comment_id: existing, body })
  else if (options.when === 'always' || report.verdict === 'fail') {
    await octokit.rest.issues.createComment({ owner, repo, issue_number: options.pullRequest, body })
  }
}

/** The id of our comment. Anybody can write the marker, so the author counts as well. */
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
