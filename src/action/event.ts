// Reads the event that started the run, and decides what it means for policy, upload and `changed-only`.
import { readFile } from 'node:fs/promises'

/**
 * The event that started this run. Commits are full hexadecimal ids or undefined: nothing else reaches git or a URL.
 */
export interface RunEvent {
  /** Empty for a run outside of GitHub. */
  readonly name: string
  readonly repository: { readonly owner: string; readonly repo: string } | undefined
  /** GITHUB_SHA; on a pull request, the merge of its branch into the base. */
  readonly sha: string | undefined
  readonly ref: string
  /** The commit before the proposed changes, which a pull request cannot change. */
  readonly base: string | undefined
  /** The commit that GitHub shows; on a pull request, the last one of its branch. */
  readonly head: string | undefined
  readonly pullRequest: number | undefined
  /** The accepted commit that `changed-only` may compare with. */
  readonly comparison: Comparison
  readonly run: Run
}

/**
 * An accepted commit, whose files need no second scan:
 * `base`: the base of a change to the default branch, or in a merge queue. The check of that branch covers its files.
 * `passed`: the last commit of these branches whose own check passed. The API has to be asked for it.
 */
export type Comparison =
  | { readonly with: 'base' }
  | { readonly with: 'passed'; readonly branches: readonly string[] }
  | { readonly with: 'nothing'; readonly why: string }

/** The run of the workflow, from the environment; empty strings for missing values. */
export interface Run {
  readonly id: number | undefined
  readonly attempt: number | undefined
  /** The key of the job in the workflow; also its name, unless it has another. */
  readonly job: string
  readonly runner: string
  /** `owner/name@ref` of the action, by which GitHub names a step without a name. */
  readonly action: string
  /** The file of the workflow, if it is in this repository. */
  readonly workflow: string | undefined
}

/** The consequences of an event. */
interface EventRules {
  /** Whether the checkout may contain changes that were not accepted yet: the policy of the base then applies. */
  readonly proposed: boolean
  /** Why results are not uploaded to code scanning; undefined if they are. */
  readonly noUpload?: string
}

/** All other events run on accepted commits and on a reference of their own. */
const rules: Readonly<Record<string, EventRules>> = {
  pull_request: { proposed: true },
  pull_request_review: { proposed: true },
  pull_request_review_comment: { proposed: true },
  // Commit and reference are those of the base branch, whatever is checked out: a pull request would open and close
  // its alerts.
  pull_request_target: { proposed: true, noUpload: 'the commit of this event is that of the base branch' },
  workflow_run: { proposed: true, noUpload: 'the commit of this event is that of the default branch' },
  issue_comment: { proposed: true, noUpload: 'the commit of this event is that of the default branch' },
  // Code scanning does not know the temporary branch of a merge queue.
  merge_group: { proposed: true, noUpload: 'code scanning does not accept results of a merge queue' },
}

/** Returns the consequences of the event. */
export function rulesOf(event: RunEvent): EventRules {
  return rules[event.name] ?? { proposed: false }
}

/**
 * Reads the environment and the payload. A missing or malformed payload makes an event without commits: the safe
 * choice.
 */
export async function readEvent(env: NodeJS.ProcessEnv): Promise<RunEvent> {
  const path = env['GITHUB_EVENT_PATH'] ?? ''
  const payload = path === '' ? {} : await readFile(path, 'utf8').then(parseObject, () => ({}))
  return eventOf(env, payload)
}

function eventOf(env: NodeJS.ProcessEnv, payload: object): RunEvent {
  const name = env['GITHUB_EVENT_NAME'] ?? ''
  const [owner = '', repo = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/')
  const sha = commit(env['GITHUB_SHA'])
  const number = at(payload, 'pull_request', 'number')
  const common = {
    name,
    repository: owner === '' || repo === '' ? undefined : { owner, repo },
    sha,
    ref: env['GITHUB_REF'] ?? '',
    pullRequest: typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined,
    comparison: comparisonOf(name, env['GITHUB_REF'] ?? '', payload),
    run: runOf(env),
  }
  switch (name) {
    case 'push':
      return { ...common, base: commit(at(payload, 'before')), head: commit(at(payload, 'after')) }
    case 'merge_group':
      return { ...common, base: commit(at(payload, 'merge_group', 'base_sha')), head: commit(at(payload, 'merge_group', 'head_sha')) }
    case 'workflow_run':
    case 'issue_comment':
      return { ...common, base: sha, head: undefined }
    default:
      return {
        ...common,
        base: commit(at(payload, 'pull_request', 'base', 'sha')),
        head: commit(at(payload, 'pull_request', 'head', 'sha')),
      }
  }
}

function comparisonOf(name: string, ref: string, payload: object): Comparison {
  const main = text(at(payload, 'repository', 'default_branch'))
  switch (name) {
    case 'push': {
      // Not the previous push: its check may have failed, been cancelled, or never run.
      const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1]
      if (branch === undefined) return { with: 'nothing', why: 'a tag is usually a release' }
      return { with: 'passed', branches: distinct([branch, main]) }
    }
    case 'merge_group':
      return { with: 'base' }
    case 'workflow_run':
    case 'issue_comment':
      return { with: 'nothing', why: `the event ${name} does not say what changed` }
    default: {
      const base = text(at(payload, 'pull_request', 'base', 'ref'))
      if (at(payload, 'pull_request') === undefined) {
        return { with: 'nothing', why: `the event ${name || '(none)'} has no base to compare with` }
      }
      // A check stays valid for its commit when the pull request gets another base. Only the default branch is known
      // to be checked.
      return base !== undefined && base === main ? { with: 'base' } : { with: 'passed', branches: distinct([base, main]) }
    }
  }
}

function runOf(env: NodeJS.ProcessEnv): Run {
  const { GITHUB_REPOSITORY: repository = '', GITHUB_WORKFLOW_REF: workflow = '' } = env
  const isOurs = repository !== '' && workflow.startsWith(`${repository}/`)
  return {
    id: whole(env['GITHUB_RUN_ID']),
    attempt: whole(env['GITHUB_RUN_ATTEMPT']),
    job: env['GITHUB_JOB'] ?? '',
    runner: env['RUNNER_NAME'] ?? '',
    action: `${env['GITHUB_ACTION_REPOSITORY'] ?? ''}@${env['GITHUB_ACTION_REF'] ?? ''}`,
    workflow: isOurs ? workflow.slice(repository.length + 1).replace(/@.*$/s, '') : undefined,
  }
}

function whole(value: string | undefined): number | undefined {
  return value !== undefined && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== undefined))]
}

function parseObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  let found: unknown = value
  for (const key of keys) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    found = (found as Readonly<Record<string, unknown>>)[key]
  }
  return found
}

/** Returns a full commit id; undefined for the id of zeros, which means "no commit". */
function commit(value: unknown): string | undefined {
  return typeof value === 'string' && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(value) && !/^0+$/.test(value) ? value : undefined
}
