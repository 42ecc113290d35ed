// Finds the newest earlier commit for which this same check passed.
import type { Api } from './api.ts'
import type { Run, RunEvent } from './event.ts'
import { hasCommit, isAncestor, isShallow } from './git.ts'

/**
 * Maximum runs of a branch to check: each may cost two requests, and the token of a repository has a thousand per
 * hour.
 */
const maxRuns = 20
const pageSize = 100

/** An accepted commit, and its relation to the checkout. */
export interface Passed {
  readonly commit: string
  readonly branch: string
  /**
   * The answer of the API with the files that changed since, if git could not tell whether the commit is an ancestor.
   */
  readonly comparison: Comparison | undefined
}

type Comparison = Awaited<ReturnType<Api['octokit']['rest']['repos']['compareCommitsWithBasehead']>>['data']
type WorkflowRun = Awaited<ReturnType<Api['octokit']['rest']['actions']['getWorkflowRun']>>['data']
type WorkflowJob = Awaited<ReturnType<Api['octokit']['rest']['actions']['listJobsForWorkflowRun']>>['data']['jobs'][number]

/**
 * Finds the newest commit before `head` for which a run on a push passed: a run of this workflow, with the same
 * reusable workflows, in which this job and its step with the gate passed. Files that such a run left out were
 * accepted by an earlier run. Undefined if there is none among the last runs.
 * @throws errors of the API
 */
export async function lastPassed(branches: readonly string[], head: string, sources: Sources): Promise<Passed | undefined> {
  const { api, event } = sources
  const { octokit, owner, repo } = api
  const { id } = event.run
  if (id === undefined) throw new Error('GITHUB_RUN_ID is not set')
  const { data: own } = await octokit.rest.actions.getWorkflowRun({ owner, repo, run_id: id })
  const job = await ownJob(event.run, api, id)
  if (job === undefined) throw new Error('GitHub does not say which job of the run this is')

  const checked = new Set<string>()
  for (const branch of branches) {
    const { data } = await octokit.rest.actions.listWorkflowRuns({
      ...{ owner, repo, workflow_id: own.workflow_id, branch },
      ...{ event: 'push', status: 'success', per_page: maxRuns },
    })
    for (const run of data.workflow_runs) {
      const commit = run.head_sha
      if (!isSameCheck(run, own, branch) || checked.has(commit)) continue
      checked.add(commit)
      const before = await isBefore(commit, head, sources)
      if (before !== false && (await hasPassed(run, job, sources))) {
        return { commit, branch, comparison: before === true ? undefined : before }
      }
    }
  }
  return undefined
}

/** Where to look for runs and commits. */
export interface Sources {
  readonly api: Api
  readonly event: RunEvent
  readonly repository: string
}

/** Checks the run again: a server that does not know a filter returns other runs as well. */
function isSameCheck(run: WorkflowRun, own: WorkflowRun, branch: string): boolean {
  const isSame = run.workflow_id === own.workflow_id && JSON.stringify(reused(run)) === JSON.stringify(reused(own))
  const isPush = run.event === 'push' && run.head_branch === branch && run.conclusion === 'success'
  return isSame && isPush && run.id !== own.id && /^[0-9a-f]{40,64}$/.test(run.head_sha)
}

function reused(run: WorkflowRun): readonly string[] {
  return (run.referenced_workflows ?? []).map(({ path, sha }) => `${path} ${sha}`).sort()
}

/** Returns the name of the job that this process runs in. */
async function ownJob({ runner, job, attempt }: Run, { octokit, owner, repo }: Api, id: number): Promise<string | undefined> {
  const jobs = await octokit.paginate(octokit.rest.actions.listJobsForWorkflowRunAttempt, {
    ...{ owner, repo, run_id: id, attempt_number: attempt ?? 1 },
    per_page: pageSize,
  })
  const open = jobs.filter(({ status }) => status !== 'completed')
  const [here, other] = open.filter(({ runner_name: name }) => runner !== '' && name === runner)
  if (here !== undefined) return other === undefined ? here.name : undefined
  return open.find(({ name }) => name === job)?.name
}

/** Returns whether the gate passed in the run: no other job failed, and the step with the gate was not skipped. */
async function hasPassed(run: WorkflowRun, job: string, { api: { octokit, owner, repo }, event }: Sources): Promise<boolean> {
  const jobs = await octokit.paginate(octokit.rest.actions.listJobsForWorkflowRun, {
    ...{ owner, repo, run_id: run.id, filter: 'latest' },
    per_page: pageSize,
  })
  const own = jobs.filter(({ name }) => name === job)
  // A job of another shard may fail without failing the run (`continue-on-error`).
  const isWhole = jobs.every(({ conclusion }) => conclusion === 'success' || conclusion === 'skipped')
  return isWhole && own.length > 0 && own.every((each) => each.conclusion === 'success' && ranGate(each, event.run))
}

/**
 * Returns whether the step with the gate ran. A step with a name of its own is not recognised: then no step may be
 * skipped.
 */
function ranGate({ steps = [] }: WorkflowJob, { action }: Run): boolean {
  const named = steps.filter(({ name }) => name === `Run ${action}`)
  return steps.length > 0 && (named.length > 0 ? named : steps).every(({ conclusion }) => conclusion === 'success')
}

/**
 * Returns whether a commit is an ancestor of another. In a shallow clone GitHub is asked, whose answer also lists the
 * changes.
 */
async function isBefore(commit: string, head: string, { api, repository }: Sources): Promise<boolean | Comparison> {
  if ((await hasCommit(repository, commit)) && (await isAncestor(repository, commit, head))) return true
  if (!(await isShallow(repository))) return false
  const { octokit, owner, repo } = api
  const compare = { owner, repo, basehead: `${commit}...${head}`, per_page: pageSize }
  const { data } = await octokit.rest.repos.compareCommitsWithBasehead(compare)
  return data.status === 'ahead' || data.status === 'identical' ? data : false
}
