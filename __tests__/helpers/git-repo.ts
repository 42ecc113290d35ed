import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Job, makeJob } from './run-action.ts'

/** Content by path; null removes the file. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>

/** Runs git in a folder, with a name and a time of its own and without anybody's settings. Gives what it prints. */
export function git(folder: string, ...args: readonly string[]): string {
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'test',
    GIT_AUTHOR_EMAIL: 'test@example.com',
    GIT_COMMITTER_NAME: 'test',
    GIT_COMMITTER_EMAIL: 'test@example.com',
    GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
    GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
  }
  return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
}

/** Writes the files, commits everything, and gives the id of the commit. */
export function commit(folder: string, files: Files): string {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    if (content === null) rmSync(path)
    else {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, content)
    }
  }
  git(folder, 'add', '--all', '--force')
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'test')
  return git(folder, 'rev-parse', 'HEAD')
}

/** A workspace as actions/checkout leaves it for a pull request: at the merge of its branch into the base. */
export interface PullRequest extends Job {
  readonly base: string
  readonly head: string
  readonly merge: string
}

/**
 * A repository with a base commit, a branch with one more commit, and their merge checked out. `shallow`: only the merge commit is there, which
 * is what actions/checkout fetches by default.
 */
export function makePullRequest(atBase: Files, proposed: Files, { shallow = false }: { readonly shallow?: boolean } = {}): PullRequest {
  const job = makeJob({})
  const origin = shallow ? join(job.temp, 'origin') : job.workspace
  mkdirSync(origin, { recursive: true })
  git(origin, 'init', '--quiet', '--initial-branch=main')
  const base = commit(origin, atBase)
  git(origin, 'checkout', '--quiet', '-b', 'proposal')
  const head = commit(origin, proposed)
  git(origin, 'checkout', '--quiet', '--detach', 'main')
  git(origin, 'merge', '--quiet', '--no-ff', '--message', 'merge', 'proposal')
  const merge = git(origin, 'rev-parse', 'HEAD')
  if (shallow) {
    git(origin, 'branch', 'merged')
    git(job.workspace, 'init', '--quiet')
    git(job.workspace, 'fetch', '--quiet', '--depth=1', pathToFileURL(origin).href, 'merged')
    git(job.workspace, 'checkout', '--quiet', '--detach', 'FETCH_HEAD')
  }
  return { ...job, base, head, merge }
}

/** What the runner says of the event, with the payload in a file. */
export function eventEnv(job: Job, name: string, payload: object, env: Readonly<Record<string, string>> = {}): Record<string, string> {
  const path = join(job.temp, 'event.json')
  writeFileSync(path, JSON.stringify(payload))
  return { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path, GITHUB_REPOSITORY: 'octo/models', ...env }
}

/** The environment of a pull request, number 7. */
export function pullRequestEnv(pullRequest: PullRequest, name = 'pull_request'): Record<string, string> {
  const { base, head, merge } = pullRequest
  const payload = {
    repository: { default_branch: 'main' },
    pull_request: { number: 7, base: { sha: base, ref: 'main' }, head: { sha: head } },
  }
  const target = { GITHUB_SHA: base, GITHUB_REF: 'refs/heads/main' }
  return eventEnv(
    pullRequest,
    name,
    payload,
    name === 'pull_request_target' ? target : { GITHUB_SHA: merge, GITHUB_REF: 'refs/pull/7/merge' },
  )
}
