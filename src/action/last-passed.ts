// Finds the newest earlier commit for which this same check passed.
import type { Api } from './api.ts'
import type { Run, RunEvent } from './event.ts'
import { hasCommit, isAncestor, isShallow } from './git.ts'

/** Runs of one branch that are looked at: each may cost two requests of the thousand that a repository's token has in an hour. */
const maxRuns = 20
const pageSize = 100

/** A commit whose files were accepted, and how it relates to the checkout. */
export interface Passed {
  readonly commit: string
  readonly branch: string
  /** The names of the files that changed since, where the API had to say whether the commit comes before the checkout at all. */
  readonly comparison: Comparison | undefined
}

type Comparison = Awaited<ReturnType<Api['octokit']['rest']['repos']['compareCommitsWithBasehead']>>['data']
type WorkflowRun = Awaited<ReturnType<Api['octokit']['rest']['actions']['getWorkflowRun']>>['data']
type WorkflowJob = Awaited<ReturnType<Api['octokit']['rest']['actions']['listJobsForWorkflowRun']>>['data']['jobs'][number]

/**
 * The newest commit before `head` of which a run for a push passed: a run of this workflow, with the same reusable workflows, in which this job and the
 * gate's step in it passed. Undefined where there is none among the last runs. What such a run left out, an earlier one had accepted.
 * @throws what the API answers
 */
export async function lastPassed(branches: readonly string[], head: string, where: Where): Promise<Passed | undefined> {
  const { api, event } = where
  const { octokit, owner, repo } = api
  const { id } = event.run
  if (id === undefined) throw new Error('GITHUB_RUN_ID is not set')
  const { data: own } = await octokit.rest.actions.getWorkflowRun({ owner, repo, run_id: id })
  const job = await ownJob(event.run, api, id)
  if (job === undefined) throw new Error('GitHub does not say which job of the run this is')

  const looked = new Set<string>()
  for (const branch of branches) {
    const { data } = await octokit.rest.actions.listWorkflowRuns({
      ...{ owner, repo, workflow_id: own.workflow_id, branch },
      ...{ event: 'push', status: 'success', per_page: maxRuns },
    })
    for (const run of data.workflow_runs) {
      const commit = run.head_sha
      if (!isEvidence(run, own, branch) || looked.has(commit)) continue
      looked.add(commit)
      const before = await comesBefore(commit, head, where)
      if (before !== false && (await hasPassed(run, job, where))) {
        return { commit, branch, comparison: before === true ? undefined : before }
      }
    }
  }
  return undefined
}

export interface Where {
  readonly api: Api
  readonly event: RunEvent
  readonly repository: string
}

/** A filter that a server does not know gives more than was asked for. */
function isEvidence(run: WorkflowRun, own: WorkflowRun, branch: string): boolean {
  const isSame = run.workflow_id === own.workflow_id && JSON.stringify(reused(run)) === JSON.stringify(reused(own))
  const isPush = run.event === 'push' && run.head_branch === branch && run.conclusion === 'success'
  return isSame && isPush && run.id !== own.id && /^[0-9a-f]{40,64}$/.test(run.head_sha)
}

function reused(run: WorkflowRun): readonly string[] {
  return (run.referenced_workflows ?? []).map(({ path, sha }) => `${path} ${sha}`).sort()
}

/** The name of the job that this process runs in. */
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

/** Whether nothing that this run needed was left out: no job failed beside it, and the gate's own step is among those that ran. */
async function hasPassed(run: WorkflowRun, job: string, { api: { octokit, owner, repo }, event }: Where): Promise<boolean> {
  const jobs = await octokit.paginate(octokit.rest.actions.listJobsForWorkflowRun, {
    ...{ owner, repo, run_id: run.id, filter: 'latest' },
    per_page: pageSize,
  })
  const own = jobs.filter(({ name }) => name === job)
  // Another part of a shard may be allowed to fail without failing the run.
  const isWhole = jobs.every(({ conclusion }) => conclusion === 'success' || conclusion === 'skipped')
  return isWhole && own.length > 0 && own.every((each) => each.conclusion === 'success' && ranGate(each, event.run))
}

/** A step that was given a name of its own cannot be told from the others: then none may have been skipped. */
function ranGate({ steps = [] }: WorkflowJob, { action }: Run): boolean {
  const named = steps.filter(({ name }) => name === `Run ${action}`)
  return steps.length > 0 && (named.length > 0 ? named : steps).every(({ conclusion }) => conclusion === 'success')
}

/** Whether a commit comes before another one. In a shallow clone only GitHub may know, which also says what changed. */
async function comesBefore(commit: string, head: string, { api, repository }: Where): Promise<boolean | Comparison> {
  if ((await hasCommit(repository, commit)) && (await isAncestor(repository, commit, head))) return true
  if (!(await isShallow(repository))) return false
  const { octokit, owner, repo } = api
  const compare = { owner, repo, basehead: `${commit}...${head}`, per_page: pageSize }
  const { data } = await octokit.rest.repos.compareCommitsWithBasehead(compare)
  return data.status === 'ahead' || data.status === 'identical' ? data : false
}
