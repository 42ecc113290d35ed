import { describe, expect, test } from 'vitest'
import { createRetry } from '../../src/action/retry.ts'
import { useAction, useGithubApi } from '../helpers/action-suite.ts'
import { commit, eventEnv, git, makePullRequest, type PullRequest, pullRequestEnv } from '../helpers/git-repo.ts'
import { forbidden } from '../helpers/github-api.ts'
import { type ActionRun, type Job, makeJob, startAction } from '../helpers/run-action.ts'

const bad = `cposix\nsystem\n(S'echo marker'\ntR.`
const clean = '(d.'

const action = useAction()
const github = useGithubApi()

function pullRequest(files: Readonly<Record<string, string>>): PullRequest {
  const made = makePullRequest({ 'README.md': 'text' }, files)
  action.jobs.push(made)
  return made
}

function run(on: Job, inputs: Record<string, string>, env: Record<string, string>): Promise<ActionRun> {
  return startAction(on, { token: 'token', ...inputs }, { entry: action.entry, env: { ...env, GITHUB_API_URL: github.api.url } })
}

const marked = (of: ActionRun): string[] => of.commands.flatMap(({ properties }) => properties['file'] ?? [])
const said = (of: ActionRun, level = 'notice'): string[] => of.commands.filter(({ name }) => name === level).map(({ message }) => message)
const writes = (): string[] => github.api.calls().filter((call) => !call.startsWith('GET ') && call !== 'POST /graphql')
const badFiles = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`models/${String(index).padStart(3, '0')}.pkl`, bad]))

describe('annotations: check', () => {
  test('every file is marked in a check run, fifty in a request', async () => {
    const on = pullRequest(badFiles(120))
    const result = await run(on, { annotations: 'check' }, pullRequestEnv(on))
    expect(result.code, result.log).toBe(1)
    expect(writes()).toEqual(['POST /check-runs', 'PATCH /check-runs/1', 'PATCH /check-runs/1'])
    const [checkRun] = github.api.state.checkRuns
    expect(checkRun).toMatchObject({ headSha: on.head, conclusion: 'failure' })
    expect(checkRun?.annotations.map(({ path }) => path)).toEqual(Object.keys(badFiles(120)))
    expect(marked(result)).toEqual([])
    expect(said(result)).toEqual([])
  })

  test.each([
    [{ 'good.pkl': clean }, {}, 'success'],
    [{ 'bad.pkl': bad }, { 'warn-only': 'true' }, 'neutral'],
  ])('%j with %j concludes %s', async (files, inputs, conclusion) => {
    const on = pullRequest(files)
    await run(on, { annotations: 'check', ...inputs }, pullRequestEnv(on))
    expect(github.api.state.checkRuns.map((checkRun) => checkRun.conclusion)).toEqual([conclusion])
  })

  test('the paths are those of the repository', async () => {
    const job = makeJob({})
    action.jobs.push(job)
    git(job.workspace, 'init', '--quiet', 'checkout')
    const sha = commit(`${job.workspace}/checkout`, { 'models/bad.pkl': bad })
    const env = eventEnv(job, 'push', {}, { GITHUB_SHA: sha, GITHUB_REF: 'refs/heads/main' })
    await run(job, { annotations: 'check', 'working-directory': 'checkout/models', category: 'nightly' }, env)
    expect(github.api.state.checkRuns).toMatchObject([
      { headSha: sha, annotations: [{ path: 'models/bad.pkl', annotation_level: 'failure' }] },
    ])
  })

  test('a token that may not write leaves the marks to the log, and the verdict as it is', async () => {
    github.api.state.readOnly = true
    const on = pullRequest({ 'bad.pkl': bad })
    const result = await run(on, { annotations: 'check' }, pullRequestEnv(on))
    expect(result.code).toBe(1)
    expect(marked(result)).toEqual(['bad.pkl'])
    expect(said(result)).toHaveLength(1)
    expect(said(result)[0]).toMatch(/check run was not written.*403: Resource not accessible by integration.*checks: write/)
  })
})

test('annotations: off marks nothing and still fails', async () => {
  const on = pullRequest({ 'bad.pkl': bad })
  const result = await run(on, { annotations: 'off' }, pullRequestEnv(on))
  expect(result.code).toBe(1)
  expect(marked(result)).toEqual([])
  expect(said(result, 'error')).toHaveLength(1)
})

describe('comment-in-pr', () => {
  test('writes one comment, and then the same one anew', async () => {
    const on = pullRequest({ 'bad.pkl': bad })
    await run(on, { 'comment-in-pr': 'on-failure' }, pullRequestEnv(on))
    expect(github.api.state.comments.map(({ body }) => body)).toEqual([expect.stringContaining('ModelGate: FAIL')])
    await run(on, { 'comment-in-pr': 'on-failure', 'fail-on-severity': 'never' }, pullRequestEnv(on))
    expect(github.api.state.comments.map(({ body }) => body)).toEqual([expect.stringContaining('ModelGate: PASS')])
    expect(writes()).toEqual(['POST /issues/7/comments', 'PATCH /issues/comments/1'])
  })

  test('is written on GitHub Enterprise Server, too', async () => {
    const on = pullRequest({ 'bad.pkl': bad })
    const env = { ...pullRequestEnv(on), GITHUB_API_URL: `${github.api.url}/api/v3` }
    await startAction(on, { token: 'token', 'comment-in-pr': 'always' }, { entry: action.entry, env })
    expect(github.api.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/graphql',
      'GET /api/v3/repos/octo/models/issues/7/comments',
      'POST /api/v3/repos/octo/models/issues/7/comments',
    ])
    expect(github.api.state.comments).toHaveLength(1)
  })

  test.each([
    ['never', bad, 0],
    ['on-failure', clean, 0],
    ['always', clean, 1],
  ])('%s', async (when, content, comments) => {
    const on = pullRequest({ 'model.pkl': content })
    await run(on, { 'comment-in-pr': when }, pullRequestEnv(on))
    expect(github.api.state.comments).toHaveLength(comments)
  })

  test('leaves the comments of others alone, whatever they start with, and finds its own on a later page', async () => {
    const on = pullRequest({ 'bad.pkl': bad })
    await run(on, { 'comment-in-pr': 'always' }, pullRequestEnv(on))
    const own = github.api.state.comments.pop()
    const forged = { id: 900, body: own?.body ?? '', user: { login: 'somebody' } }
    const chatter = Array.from({ length: 150 }, (_, index) => ({ id: 1000 + index, body: 'text', user: { login: 'somebody' } }))
    if (own) github.api.state.comments.push(forged, ...chatter, own)
    await run(on, { 'comment-in-pr': 'always' }, pullRequestEnv(on))
    expect(writes().at(-1)).toBe('PATCH /issues/comments/1')
  })

  test('has one comment for each category', async () => {
    const on = pullRequest({ 'bad.pkl': bad })
    for (const category of ['a', 'b --> <b>', 'a']) await run(on, { 'comment-in-pr': 'always', category }, pullRequestEnv(on))
    expect(writes()).toEqual(['POST /issues/7/comments', 'POST /issues/7/comments', 'PATCH /issues/comments/1'])
    expect(github.api.state.comments[1]?.body).not.toContain('<b>')
  })

  test.each([
    ['a token that may not write', forbidden, 'pull-requests: write'],
    ['a pull request that is locked', { status: 403, body: { message: 'Unable to create comment because issue is locked.' } }, 'locked'],
    ['a text that is refused', { status: 422, body: { message: 'Validation Failed' } }, 'does not accept it (422'],
  ])('%s is one notice, and no other verdict', async (_what, answer, why) => {
    github.api.state.fault = ({ method, path }) => (method === 'POST' && path.endsWith('/comments') ? answer : undefined)
    for (const [content, code] of [
      [bad, 1],
      [clean, 0],
    ] as const) {
      const on = pullRequest({ 'model.pkl': content })
      const result = await run(on, { 'comment-in-pr': 'always' }, pullRequestEnv(on))
      expect(result.code).toBe(code)
      expect(said(result)).toHaveLength(1)
      expect(said(result)[0]).toContain(why)
    }
  })
})

describe('upload-sarif', () => {
  test('uploads for the merge commit, and waits until it is processed', async () => {
    github.api.state.processing = [{ processing_status: 'pending' }, { processing_status: 'complete' }]
    const on = pullRequest({ 'bad.pkl': bad })
    const result = await run(on, { 'upload-sarif': 'true', 'sarif-file': 'none' }, pullRequestEnv(on))
    expect(result.code).toBe(1)
    expect(result.outputs['sarif-id']).toBe('sarif-1')
    expect(github.api.state.uploads).toMatchObject([
      { commit: on.merge, ref: 'refs/pull/7/merge', validate: true, sarif: { version: '2.1.0' } },
    ])
    expect(github.api.calls().filter((call) => call === 'GET /code-scanning/sarifs/sarif-1')).toHaveLength(2)
    expect(said(result)).toEqual([])
  })

  test.each([
    ['push', 'refs/heads/main', 1],
    ['schedule', 'refs/heads/main', 1],
    ['workflow_dispatch', 'refs/heads/main', 1],
    ['release', 'refs/tags/v1', 1],
    ['merge_group', 'refs/heads/gh-readonly-queue/main/pr-7', 0],
    ['workflow_run', 'refs/heads/main', 0],
  ])('on %s of %s', async (name, ref, uploads) => {
    const job = makeJob({ 'bad.pkl': bad })
    action.jobs.push(job)
    const result = await run(job, { 'upload-sarif': 'true' }, eventEnv(job, name, {}, { GITHUB_SHA: 'a'.repeat(40), GITHUB_REF: ref }))
    expect(result.code, result.log).toBe(1)
    expect(github.api.state.uploads).toHaveLength(uploads)
    expect(said(result).some((message) => message.startsWith('The SARIF was not uploaded'))).toBe(uploads === 0)
  })

  test('a part of a branch is not uploaded as the whole', async () => {
    const job = makeJob({})
    action.jobs.push(job)
    git(job.workspace, 'init', '--quiet')
    const before = commit(job.workspace, { 'a.pkl': bad })
    const after = commit(job.workspace, { 'b.pkl': bad })
    const onMain = { workflow_id: 1, event: 'push', head_branch: 'main' }
    const passed = {
      name: 'gate',
      status: 'completed',
      conclusion: 'success',
      runner_name: '',
      steps: [{ name: 'Scan', conclusion: 'success' }],
    }
    github.api.state.runs.push(
      { ...onMain, id: 2, head_sha: after, conclusion: null, jobs: [{ ...passed, status: 'in_progress', conclusion: null }] },
      { ...onMain, id: 1, head_sha: before, conclusion: 'success', jobs: [passed] },
    )
    const env = eventEnv(
      job,
      'push',
      { after },
      { GITHUB_SHA: after, GITHUB_REF: 'refs/heads/main', GITHUB_RUN_ID: '2', GITHUB_JOB: 'gate' },
    )
    const result = await run(job, { 'upload-sarif': 'true', 'changed-only': 'true' }, env)
    expect(github.api.state.uploads).toEqual([])
    expect(said(result).join('\n')).toContain('would close the alerts')
  })

  test.each([
    ['a fork', forbidden, 'security-events: write'],
    [
      'a private repository without Code Security',
      { status: 403, body: { message: 'Code Security must be enabled for this repository to use code scanning.' } },
      'the repository must have the feature enabled',
    ],
    ['a file that is too large', { status: 413, body: { message: 'Payload too large' } }, 'it is too large'],
    ['an outage', { status: 500 }, 'GitHub answered 500'],
  ])('%s is one notice, and no other verdict', async (_what, answer, why) => {
    github.api.state.fault = ({ method }) => (method === 'POST' ? answer : undefined)
    const on = pullRequest({ 'good.pkl': clean })
    const result = await run(on, { 'upload-sarif': 'true' }, pullRequestEnv(on))
    expect(result.code).toBe(0)
    expect(result.outputs['sarif-id']).toBe('')
    expect(said(result)).toHaveLength(1)
    expect(said(result)[0]).toContain(why)
  })

  test('processing that fails is said with its reason, made safe', async () => {
    github.api.state.processing = [{ processing_status: 'failed', errors: ['no ##[error]rule\n::error::x'] }]
    const on = pullRequest({ 'good.pkl': clean })
    const result = await run(on, { 'upload-sarif': 'true' }, pullRequestEnv(on))
    expect(result.code).toBe(0)
    expect(result.outputs['sarif-id']).toBe('sarif-1')
    expect(said(result)[0]).toContain('could not process it')
    expect(said(result, 'error')).toEqual([])
  })
})

test('the secondary limit of GitHub is waited out', async () => {
  const answers = [{ status: 403, body: { message: 'You have exceeded a secondary rate limit.' }, headers: { 'retry-after': '1' } }]
  github.api.state.fault = ({ method, path }) => (method === 'POST' && path.endsWith('/comments') ? answers.shift() : undefined)
  const on = pullRequest({ 'bad.pkl': bad })
  const result = await run(on, { 'comment-in-pr': 'always' }, pullRequestEnv(on))
  expect(github.api.state.comments).toHaveLength(1)
  expect(said(result)).toEqual([])
})

test('ten thousand findings stay within every limit', async () => {
  const calls = (file: number): string => Array.from({ length: 10 }, (_, n) => `cposix\nsystem\n(S'echo ${file} ${n}'\ntR0`).join('')
  const job = makeJob(Object.fromEntries(Array.from({ length: 1100 }, (_, n) => [`models/${n}/${'x'.repeat(100)}.pkl`, `${calls(n)}N.`])))
  action.jobs.push(job)
  const sha = 'a'.repeat(40)
  const payload = { pull_request: { number: 7, base: { sha }, head: { sha } } }
  const env = eventEnv(job, 'pull_request', payload, { GITHUB_SHA: sha, GITHUB_REF: 'refs/pull/7/merge' })
  const result = await run(job, { annotations: 'check', 'comment-in-pr': 'always', 'upload-sarif': 'true' }, env)
  expect(result.code).toBe(1)
  expect(Number(result.outputs['findings-count'])).toBeGreaterThanOrEqual(10_000)
  expect(said(result)).toEqual([])
  expect(github.api.state.checkRuns[0]?.annotations).toHaveLength(1000)
  expect(github.api.state.comments[0]?.body).toContain('Truncated')
  expect(github.api.state.uploads).toHaveLength(1)
  expect(Buffer.byteLength(result.summary)).toBeLessThan(1024 * 1024)
}, 120_000)

describe('unsafe-files', () => {
  test('names the files that fail the gate, and no others', async () => {
    const on = pullRequest({ "bad '1'.pkl": bad, 'good.pkl': clean, 'own.pkl': 'cmy_package\nModel\n.' })
    const result = await run(on, {}, pullRequestEnv(on))
    expect(JSON.parse(result.outputs['unsafe-files'] ?? '')).toEqual(["bad '1'.pkl"])
    expect(result.outputs['unsafe-files-truncated']).toBe('false')
  })

  test('holds no more than fits into an environment', async () => {
    const job = makeJob(Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`${'y'.repeat(120)}${n}.pkl`, bad])))
    action.jobs.push(job)
    const result = await run(job, {}, {})
    const output = result.outputs['unsafe-files'] ?? ''
    expect(output.length).toBeLessThanOrEqual(64 * 1024)
    expect(JSON.parse(output).length).toBeGreaterThan(300)
    expect(result.outputs['unsafe-files-truncated']).toBe('true')
  })
})

describe('the patience with GitHub', () => {
  const failure = (status: number, headers: Readonly<Record<string, string>> = {}) =>
    Object.assign(new Error('failed'), { status, response: { headers } })
  /** What is waited for when a request always fails that way. */
  async function waits(error: Error, patience?: number): Promise<number[]> {
    const slept: number[] = []
    const retry = createRetry(patience, async (ms) => slept.push(ms))
    await expect(retry(() => Promise.reject(error))).rejects.toBe(error)
    return slept
  }

  test.each<[string, Error, number[]]>([
    ['a failure of the server', failure(502), [500, 1000, 2000]],
    ['too many requests', failure(429, { 'retry-after': '3' }), [3000, 3000, 3000]],
    ['the secondary limit', failure(403, { 'retry-after': '1' }), [1000, 1000, 1000]],
    ['a missing permission', failure(403), []],
    ['what is not there', failure(404), []],
    ['what is refused', failure(422), []],
    ['a mistake of ours', new TypeError('x'), []],
    ['a wish that is too long', failure(429, { 'retry-after': '3600' }), []],
  ])('%s', async (_what, error, expected) => {
    expect(await waits(error)).toEqual(expected)
  })

  test('is one for all requests', async () => {
    const slept: number[] = []
    const retry = createRetry(4100, async (ms) => slept.push(ms))
    for (let i = 0; i < 3; i++) await expect(retry(() => Promise.reject(failure(500)))).rejects.toThrow('failed')
    expect(slept).toEqual([500, 1000, 2000, 500])
  })
})
