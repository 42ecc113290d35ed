import { readFile } from 'node:fs/promises'

/** What the runner says of the event that started this run. Commits are full hexadecimal ids, or undefined: nothing else reaches git or an address. */
export interface RunEvent {
  /** Empty for a run without GitHub around it. */
  readonly name: string
  readonly repository: { readonly owner: string; readonly repo: string } | undefined
  /** GITHUB_SHA: on a pull request the merge of its branch into the base. */
  readonly sha: string | undefined
  readonly ref: string
  /** The commit that the checked one comes on top of: what a pull request cannot change. */
  readonly base: string | undefined
  /** The commit that people see: of a pull request the last one of its branch. */
  readonly head: string | undefined
  readonly pullRequest: number | undefined
  /** Why `base` to `head` is not what this event changed, though both are there. */
  readonly noRange: string | undefined
}

interface EventRules {
  /** Whether the checkout may hold what nobody has accepted yet: then the policy is that of the base. */
  readonly proposed: boolean
  /** Why results are not uploaded to code scanning; undefined where they are. */
  readonly noUpload?: string
}

/** Every other event runs on accepted commits and on a reference of its own. */
const rules: Readonly<Record<string, EventRules>> = {
  pull_request: { proposed: true },
  pull_request_review: { proposed: true },
  pull_request_review_comment: { proposed: true },
  // Here commit and reference are those of the base branch, whatever is checked out: its alerts would be opened and closed by a proposal.
  pull_request_target: { proposed: true, noUpload: 'the commit of this event is that of the base branch' },
  workflow_run: { proposed: true, noUpload: 'the commit of this event is that of the default branch' },
  issue_comment: { proposed: true, noUpload: 'the commit of this event is that of the default branch' },
  // Code scanning has no reference for the temporary branch of a queue.
  merge_group: { proposed: true, noUpload: 'code scanning does not take results of a merge queue' },
}

/** The rules of the event. */
export function rulesOf(event: RunEvent): EventRules {
  return rules[event.name] ?? { proposed: false }
}

/** Reads the environment and the payload. A payload that is missing or odd gives an event without commits, and with that the careful choice. */
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
    noRange: undefined,
  }
  switch (name) {
    case 'push': {
      const forced = at(payload, 'forced') === true
      const created = at(payload, 'created') === true
      const noRange = forced ? 'the push was forced' : created ? 'the branch is new' : undefined
      return { ...common, base: commit(at(payload, 'before')), head: commit(at(payload, 'after')), noRange }
    }
    case 'merge_group':
      return { ...common, base: commit(at(payload, 'merge_group', 'base_sha')), head: commit(at(payload, 'merge_group', 'head_sha')) }
    case 'workflow_run':
    case 'issue_comment':
      return { ...common, base: sha, head: undefined, noRange: `${name} says nothing of what changed` }
    default:
      return {
        ...common,
        base: commit(at(payload, 'pull_request', 'base', 'sha')),
        head: commit(at(payload, 'pull_request', 'head', 'sha')),
      }
  }
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

/** A full commit id other than the one of zeros, which stands for "no commit". */
function commit(value: unknown): string | undefined {
  return typeof value === 'string' && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(value) && !/^0+$/.test(value) ? value : undefined
}
