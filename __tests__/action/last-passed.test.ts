import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { useAction, useGithubApi } from '../helpers/action-suite.ts'
import { commit, eventEnv, type Files, git } from '../helpers/git-repo.ts'
import { forbidden, type Seen, type WorkflowRun } from '../helpers/github-api.ts'
import { type ActionRun, type Job, makeJob, startAction } from '../helpers/run-action.ts'

const clean = '(d.'
const unsafe = "cos\nsystem\n(S'echo modelgate-marker'\ntR."
const workflow = '.github/workflows/gate.yml'
const gateStep = 'Run modelgate/modelgate@v0'
const start: Files = { 'a.pkl': clean, 'b.pkl': clean, [workflow]: 'on: push\n' }

const action = useAction()
const github = useGithubApi()
let job: Job
let origin = ''
beforeEach(async () => {
  job = makeJob({})
  origin = join(job.temp, 'origin')
  mkdirSync(origin)
  git(origin, 'init', '--quiet', '--initial-branch=main')
  github.api.state.fault = compare
})
afterEach(() => {
  job.dispose()
})

/** What GitHub says of two commits of the repository. */
function compare({ path }: Seen) {
  const [, base = '', head = ''] = /\/compare\/(\w+)\.\.\.(\w+)$/.exec(path) ?? []
  if (base === '') return undefined
  const [behind = '', ahead = ''] = git(origin, 'rev-list', '--left-right', '--count', `${base}...${head}`).split('\t')
  const status = ahead === '0' ? (behind === '0' ? 'identical' : 'behind') : behind === '0' ? 'ahead' : 'diverged'
  const names = git(origin, 'diff', '--name-only', '--no-renames', base, head).split('\n').filter(Boolean)
  return { status: 200, body: { status, files: names.map((filename) => ({ filename, status: 'modified' })) } }
}

interface Pushed extends ActionRun {
  readonly run: WorkflowRun
  readonly scanned: readonly string[]
  readonly notices: readonly string[]
}

interface Options {
  readonly branch?: string
  readonly ref?: string
  readonly payload?: object
  readonly shallow?: boolean
  readonly name?: string
  /** Runs the same run once more. */
  readonly again?: WorkflowRun
  readonly inputs?: Record<string, string>
}

const stepsOf = (conclusion: string | null) => [
  { name: 'Run actions/checkout@v5', conclusion: 'success' },
  { name: gateStep, conclusion },
]

/** Pushes what the origin has checked out, lets the gate run on it, and keeps the outcome as GitHub would. */
async function push(options: Options = {}): Promise<Pushed> {
  const { branch = git(origin, 'rev-parse', '--abbrev-ref', 'HEAD'), shallow = false, name = 'push', again } = options
  const after = again?.head_sha ?? git(origin, 'rev-parse', 'HEAD')
  rmSync(job.workspace, { recursive: true })
  mkdirSync(job.workspace)
  git(job.workspace, 'clone', '--quiet', '--no-checkout', ...(shallow ? ['--depth=1'] : []), pathToFileURL(origin).href, '.')
  git(job.workspace, 'checkout', '--quiet', '--detach', after)
  const jobs = [{ name: 'modelgate', status: 'in_progress', conclusion: null, runner_name: 'runner-1', steps: stepsOf(null) }]
  const run = again ?? {
    id: 100 + github.api.state.runs.length,
    workflow_id: 1,
    event: name,
    head_branch: branch,
    head_sha: after,
    conclusion: null,
    jobs,
  }
  Object.assign(run, { jobs, conclusion: null })
  if (again === undefined) github.api.state.runs.unshift(run)
  const payload = { repository: { default_branch: 'main' }, after, ...options.payload }
  const env = eventEnv(job, name, payload, {
    GITHUB_SHA: after,
    GITHUB_REF: options.ref ?? `refs/heads/${branch}`,
    GITHUB_RUN_ID: `${run.id}`,
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: 'modelgate',
    GITHUB_WORKFLOW_REF: `octo/models/${workflow}@refs/heads/${branch}`,
    GITHUB_ACTION_REPOSITORY: 'modelgate/modelgate',
    GITHUB_ACTION_REF: 'v0',
    GITHUB_API_URL: github.api.url,
    RUNNER_NAME: 'runner-1',
  })
  const result = await startAction(job, { token: 'token', 'changed-only': 'true', ...options.inputs }, { entry: action.entry, env })
  end(run, result.code === 0 ? 'success' : 'failure')
  const { files } = result.report as { files: { path: string }[] }
  const notices = result.commands.filter((each) => each.name === 'notice').map(({ message }) => message)
  return { ...result, run, scanned: files.map(({ path }) => path), notices }
}

function end(run: WorkflowRun, conclusion: string): void {
  run.conclusion = conclusion
  run.jobs = [{ name: 'modelgate', status: 'completed', conclusion, runner_name: 'runner-1', steps: stepsOf(conclusion) }]
}

const everything = [workflow, 'a.pkl', 'b.pkl']

/** A first push that passes. */
async function passedStart(): Promise<Pushed> {
  commit(origin, start)
  const first = await push()
  expect(first.code, first.log).toBe(0)
  expect(first.scanned).toEqual(everything)
  return first
}

describe('a push is compared with the last commit that passed', () => {
  test('and what has not changed since is left out', async () => {
    const { run } = await passedStart()
    commit(origin, { 'a.pkl': '(l.' })
    const second = await push()
    expect(second.scanned, second.log).toEqual(['a.pkl'])
    expect(second.notices).toEqual([
      `changed-only: 1 of 3 files changed or not tracked by git; the others were not scanned. Compared with ${run.head_sha.slice(0, 12)}, the last commit of main that passed.`,
    ])
  })

  test('so that a model stays in sight until a check of it passes', async () => {
    await passedStart()
    commit(origin, { 'new.pkl': unsafe })
    expect((await push()).code).toBe(1)
    commit(origin, { 'README.md': 'text' })
    const next = await push()
    expect([next.code, next.scanned]).toEqual([1, ['README.md', 'new.pkl']])
    commit(origin, { 'new.pkl': null })
    const mended = await push()
    expect([mended.code, mended.scanned]).toEqual([0, ['README.md']])
  })

  test.each(['failure', 'cancelled', 'skipped', 'timed_out', 'action_required', 'neutral'])(
    'not with one whose run ended as %s',
    async (how) => {
      await passedStart()
      commit(origin, { 'new.pkl': unsafe })
      end((await push()).run, how)
      commit(origin, { 'README.md': 'text' })
      expect((await push()).scanned).toEqual(['README.md', 'new.pkl'])
    },
  )

  test('also where pushes between had no run, as with [skip ci]', async () => {
    await passedStart()
    commit(origin, { 'new.pkl': unsafe })
    commit(origin, { 'README.md': 'text' })
    expect((await push()).code).toBe(1)
  })

  test('and a run that is run again finds what it found', async () => {
    await passedStart()
    commit(origin, { 'new.pkl': unsafe })
    const { run } = await push()
    commit(origin, { 'new.pkl': null })
    await push()
    const again = await push({ again: run })
    expect([again.code, again.scanned]).toEqual([1, ['new.pkl']])
  })

  test('a merge brings what its branch added, seen there or not', async () => {
    await passedStart()
    git(origin, 'checkout', '--quiet', '-b', 'side')
    commit(origin, { 'new.pkl': unsafe })
    git(origin, 'checkout', '--quiet', 'main')
    commit(origin, { 'README.md': 'text' })
    await push()
    git(origin, 'merge', '--quiet', '--no-ff', '--message', 'merge', 'side')
    const merged = await push()
    expect([merged.code, merged.scanned]).toEqual([1, ['new.pkl']])
  })

  test('a renamed model has changed', async () => {
    await passedStart()
    git(origin, 'mv', 'b.pkl', 'c.pkl')
    commit(origin, {})
    expect((await push()).scanned).toEqual(['c.pkl'])
  })

  test('a forced push is compared with what is left of the history', async () => {
    await passedStart()
    commit(origin, { 'b.pkl': '(l.' })
    const dropped = (await push()).run.head_sha
    git(origin, 'reset', '--quiet', '--hard', 'HEAD~1')
    commit(origin, { 'a.pkl': '(l.' })
    const forced = await push({ payload: { before: dropped, forced: true } })
    expect(forced.scanned, forced.log).toEqual(['a.pkl'])
  })

  test('a new branch is compared with what passed of the default branch', async () => {
    await passedStart()
    git(origin, 'checkout', '--quiet', '-b', 'side')
    commit(origin, { 'new.pkl': unsafe })
    const created = { before: '0'.repeat(40), created: true }
    const first = await push({ payload: created })
    expect([first.code, first.scanned]).toEqual([1, ['new.pkl']])
    expect(first.notices[0]).toContain('the last commit of main that passed')
  })

  test.each([false, true])('GitHub says what a shallow clone does not know (the branch was forced: %s)', async (forced) => {
    await passedStart()
    if (forced) {
      commit(origin, { 'b.pkl': '(l.' })
      await push()
      git(origin, 'reset', '--quiet', '--hard', 'HEAD~1')
    }
    commit(origin, { 'a.pkl': '(l.' })
    const second = await push({ shallow: true })
    expect(second.scanned, second.log).toEqual(['a.pkl'])
    expect(github.api.calls().filter((call) => call.startsWith('GET /compare/'))).toHaveLength(forced ? 2 : 1)
  })
})

describe('everything is scanned, and it is said why', () => {
  test('at the first push', async () => {
    commit(origin, start)
    expect((await push()).notices[0]).toContain('no earlier commit of main has passed this check')
  })

  test('for a tag', async () => {
    const { run } = await passedStart()
    const tagged = await push({ branch: 'v1', ref: 'refs/tags/v1', again: { ...run } })
    expect([tagged.scanned, tagged.notices[0]]).toEqual([everything, expect.stringContaining('a tag is usually a release')])
  })

  test.each(['schedule', 'workflow_dispatch', 'release'])('for %s', async (name) => {
    await passedStart()
    const result = await push({ name })
    expect([result.scanned, result.notices[0]]).toEqual([everything, expect.stringContaining(`the event ${name} has no base`)])
  })

  test.each([workflow, '.github/workflows/reused.yml', '.github/actions/scan/action.yml', '.gitattributes', '.github/modelgate.yml'])(
    'when %s has changed since',
    async (path) => {
      await passedStart()
      commit(origin, { [path]: '# nothing\n' })
      expect((await push()).scanned).toEqual(expect.arrayContaining(everything))
    },
  )

  test.each<[string, (run: WorkflowRun) => void, string]>([
    ['was one of another workflow', (run) => Object.assign(run, { workflow_id: 2 }), 'no earlier commit'],
    ['was for a pull request', (run) => Object.assign(run, { event: 'pull_request' }), 'no earlier commit'],
    ['was of a branch beside it', (run) => Object.assign(run, { head_branch: 'side' }), 'no earlier commit'],
    [
      'used another version of a reusable workflow',
      (run) => Object.assign(run, { referenced_workflows: [{ path: 'a/b/c.yml', sha: 'f' }] }),
      'no earlier',
    ],
    ['had no such job', (run) => Object.assign(run, { jobs: [{ ...run.jobs[0], name: 'test' }] }), 'no earlier commit'],
    ['skipped the job', (run) => Object.assign(run, { jobs: [{ ...run.jobs[0], conclusion: 'skipped' }] }), 'no earlier commit'],
    ['skipped the step', (run) => Object.assign(run, { jobs: [{ ...run.jobs[0], steps: stepsOf('skipped') }] }), 'no earlier commit'],
    [
      'let another job fail',
      (run) => Object.assign(run, { jobs: [...run.jobs, { ...run.jobs[0], name: 'part 2', conclusion: 'failure' }] }),
      'no earlier',
    ],
    [
      'skipped a step that may have been it',
      (run) =>
        Object.assign(run, {
          jobs: [
            {
              ...run.jobs[0],
              steps: [
                { name: 'Scan', conclusion: 'success' },
                { name: 'x', conclusion: 'skipped' },
              ],
            },
          ],
        }),
      'no earlier commit',
    ],
  ])('when the run that passed %s', async (_what, change, why) => {
    change((await passedStart()).run)
    commit(origin, { 'a.pkl': '(l.' })
    const result = await push()
    expect([result.scanned, result.notices[0]]).toEqual([everything, expect.stringContaining(why)])
  })

  test.each<[string, RegExp, string]>([
    ['the run itself', /\/actions\/runs\/\d+$/, 'actions: read'],
    ['its jobs', /\/jobs$/, 'actions: read'],
    ['the runs before', /\/workflows\/1\/runs$/, 'actions: read'],
  ])('when the token may not see %s', async (_what, path, permission) => {
    await passedStart()
    commit(origin, { 'a.pkl': '(l.' })
    github.api.state.fault = (seen) => (path.test(seen.path) ? forbidden : undefined)
    const result = await push()
    expect(result.code, result.log).toBe(0)
    expect([result.scanned, result.notices[0]]).toEqual([everything, expect.stringContaining(permission)])
  })

  test('when there is no token', async () => {
    await passedStart()
    commit(origin, { 'a.pkl': '(l.' })
    const result = await push({ inputs: { token: '' } })
    expect([result.scanned, result.notices[0]]).toEqual([everything, expect.stringContaining('the input token is empty')])
  })

  test('when GitHub lists fewer files than changed', async () => {
    await passedStart()
    commit(origin, Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`docs/${index}.txt`, 'text'])))
    const result = await push({ shallow: true })
    expect(result.scanned).toContain('a.pkl')
    expect(result.notices[0]).toContain('no more than 300 files')
  })
})

describe('a pull request', () => {
  const towards = (ref: string) => ({
    pull_request: { number: 7, base: { sha: git(origin, 'rev-parse', ref), ref }, head: { sha: git(origin, 'rev-parse', 'HEAD') } },
  })

  test('into a branch that nothing guards is not compared with it: it may be pointed at another one later', async () => {
    await passedStart()
    git(origin, 'checkout', '--quiet', '-b', 'unguarded')
    commit(origin, { 'new.pkl': unsafe })
    git(origin, 'checkout', '--quiet', '-b', 'side')
    commit(origin, { 'README.md': 'text' })
    const result = await push({ name: 'pull_request', payload: towards('unguarded') })
    expect([result.code, result.scanned]).toEqual([1, ['README.md', 'new.pkl']])
  })

  test('into the default branch is compared with that, and asks nothing', async () => {
    commit(origin, start)
    git(origin, 'checkout', '--quiet', '-b', 'side')
    commit(origin, { 'a.pkl': '(l.' })
    const result = await push({ name: 'pull_request', payload: towards('main') })
    expect(result.scanned, result.log).toEqual(['a.pkl'])
    expect(github.api.calls()).toEqual([])
  })
})
