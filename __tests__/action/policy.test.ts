import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { useAction, useGithubApi } from '../helpers/action-suite.ts'
import { type Files, makePullRequest, type PullRequest, pullRequestEnv } from '../helpers/git-repo.ts'
import { type ActionRun, makeJob, startAction } from '../helpers/run-action.ts'

/** Would run `echo marker`: of a package that a policy file can allow. */
const model = `cmy_package\nload\n(S'echo marker'\ntR.`
const allowing = 'allow:\n  - my_package.load\n'
const file = '.github/modelgate.yml'

const action = useAction()
const github = useGithubApi()

function pullRequest(...args: Parameters<typeof makePullRequest>): PullRequest {
  const made = makePullRequest(...args)
  action.jobs.push(made)
  return made
}

async function run(on: PullRequest, inputs: Record<string, string> = {}, eventName?: string): Promise<ActionRun> {
  const env = { ...pullRequestEnv(on, eventName), GITHUB_API_URL: github.api.url }
  return startAction(on, { token: 'token', ...inputs }, { entry: action.entry, env })
}

const said = (of: ActionRun, level: string): string =>
  of.commands
    .filter(({ name }) => name === level)
    .map(({ message }) => message)
    .join('\n')

/** Where the base commit can be read: with the whole history from git, with the default checkout from the API. */
const ways = [
  ['git', false],
  ['the API', true],
] as const

describe.each(ways)('on a pull request, with the base read from %s', (_way, shallow) => {
  function propose(atBase: Files, proposed: Files): PullRequest {
    const made = pullRequest(atBase, proposed, { shallow })
    for (const [name, content] of Object.entries(atBase)) github.api.state.contents.set(`${made.base}:${name}`, String(content))
    return made
  }

  test.each([
    ['pull_request', {}],
    ['pull_request', { 'policy-file': file }],
    ['pull_request_target', {}],
  ])('%s: a policy that allows what comes with it does not hold yet, with %j', async (eventName, inputs) => {
    const result = await run(propose({ 'README.md': 'text' }, { [file]: allowing, 'model.pkl': model }), inputs, eventName)
    expect(result.code, result.log).toBe(1)
    expect(said(result, 'notice')).toContain(`${file} differs from the base commit`)
    expect(said(result, 'notice')).toContain('takes effect after the merge')
    expect(result.summary).toContain('takes effect after the merge')
    expect(github.api.calls().length > 0).toBe(shallow)
  })

  test('a policy that was accepted before holds', async () => {
    const result = await run(propose({ [file]: allowing }, { 'model.pkl': model }))
    expect(result.code, result.log).toBe(0)
    expect(said(result, 'notice')).toBe('')
  })

  test.each<[string, Files]>([
    ['loosened', { [file]: 'fail-on-severity: never\n' }],
    ['removed', { [file]: null }],
  ])('a stricter policy still holds where it is %s', async (_how, change) => {
    const result = await run(propose({ [file]: 'fail-on-severity: medium\n' }, { ...change, 'model.pkl': 'cmy_package\nModel\n.' }))
    expect(result.code, result.log).toBe(1)
    // Nothing that the default policy fails on.
    expect(result.outputs).toMatchObject({ 'medium-count': '1', 'findings-count': '1', 'incomplete-count': '0' })
    expect(said(result, 'notice')).toContain('differs from the base commit')
  })

  test('an input goes before the base, too', async () => {
    const result = await run(propose({ [file]: 'fail-on-severity: critical\n' }, { 'model.pkl': model }), { 'fail-on-severity': 'low' })
    expect(result.code, result.log).toBe(1)
  })

  test('a proposed policy with a mistake is an error before it can do harm', async () => {
    const result = await run(propose({}, { [file]: 'fail-on: high\n' }))
    expect(result.code).toBe(1)
    expect(result.outputs['result']).toBe('error')
    expect(said(result, 'error')).toContain('unknown key "fail-on"')
  })

  test('a mistake at the base can be mended by a pull request', async () => {
    const result = await run(propose({ [file]: 'fail-on: high\n' }, { [file]: 'fail-on-severity: high\n' }))
    expect(result.code, result.log).toBe(0)
    expect(said(result, 'warning')).toContain('the default policy applies')
  })

  test('a policy file that nobody has accepted yet is named as missing', async () => {
    const result = await run(propose({}, { 'model.pkl': model }), { 'policy-file': 'policies/gate.yml' })
    expect(result.code, result.log).toBe(1)
    expect(said(result, 'notice')).toContain('There is no policies/gate.yml at the base commit: the default policy applies.')
  })
})

describe('when the base cannot be read', () => {
  const proposed = { [file]: allowing, 'model.pkl': model }

  test.each([
    ['without a token', { token: '' }, undefined, 'the input token is empty'],
    ['without the permission', {}, { status: 403, body: { message: 'Resource not accessible by integration' } }, 'contents: read'],
    ['with a server that fails', {}, { status: 502 }, 'GitHub answered 502'],
  ])('%s the default policy applies, and the remedy is named', async (_how, inputs, answer, why) => {
    github.api.state.fault = () => answer
    const result = await run(pullRequest({ [file]: allowing }, proposed, { shallow: true }), inputs)
    expect(result.code, result.log).toBe(1)
    expect(said(result, 'warning')).toContain(why)
    expect(said(result, 'warning')).toContain('fetch-depth: 0')
    expect(result.summary).toContain('The default policy applies')
  })

  test('nothing is said where there is no policy file and no token', async () => {
    const result = await run(pullRequest({ a: 'b' }, { 'model.pkl': '(d.' }, { shallow: true }), { token: '' })
    expect(result.code, result.log).toBe(0)
    expect(result.commands.filter(({ name }) => name !== 'group' && name !== 'endgroup')).toEqual([])
  })

  test('an event without a payload is not trusted', async () => {
    const on = pullRequest({ [file]: allowing }, proposed)
    const result = await startAction(on, {}, { entry: action.entry, env: { GITHUB_EVENT_NAME: 'pull_request' } })
    expect(result.code, result.log).toBe(1)
    expect(said(result, 'warning')).toContain('has no base commit')
  })

  test('a blip is waited out', async () => {
    const on = pullRequest({ [file]: allowing }, { 'model.pkl': model }, { shallow: true })
    github.api.state.contents.set(`${on.base}:${file}`, allowing)
    const answers = [{ status: 503 }, { status: 429, headers: { 'retry-after': '1' } }]
    github.api.state.fault = () => answers.shift()
    const result = await run(on)
    expect(result.code, result.log).toBe(0)
    expect(github.api.requests).toHaveLength(3)
  })
})

test.each(['push', 'schedule', 'release', 'workflow_dispatch', ''])('on "%s" the checkout has been accepted', async (name) => {
  const on = pullRequest({ [file]: allowing }, { 'model.pkl': model })
  const result = await startAction(on, {}, { entry: action.entry, env: { GITHUB_EVENT_NAME: name } })
  expect(result.code, result.log).toBe(0)
})

test('a file outside the workspace is no part of the proposal', async () => {
  const on = pullRequest({}, { 'model.pkl': model })
  writeFileSync(join(on.temp, 'organisation.yml'), allowing)
  expect((await run(on, { 'policy-file': join(on.temp, 'organisation.yml') })).code).toBe(0)
})

// Making links needs a privilege on Windows.
test.skipIf(process.platform === 'win32')('a link is not read in place of a policy', async () => {
  const job = makeJob({ 'model.pkl': '(d.' }, { 'policy.yml': '/etc/passwd' })
  action.jobs.push(job)
  const result = await startAction(job, { 'policy-file': 'policy.yml' }, { entry: action.entry })
  expect(result.outputs['result']).toBe('error')
  expect(result.log).not.toContain('root:')
})

// As in a job container. Only root can give files away.
test.skipIf(process.getuid?.() !== 0)('a checkout that belongs to another user is read all the same', async () => {
  const on = pullRequest({ [file]: allowing }, { 'model.pkl': model })
  execFileSync('chown', ['-R', '12345', on.workspace])
  const result = await run(on)
  expect(result.code, result.log).toBe(0)
  expect(github.api.requests).toEqual([])
})

test('a folder laid out like a bare repository is not taken for one', async () => {
  // Git would run what `core.fsmonitor` names, and read the policy of this repository, where it allows itself.
  const on = pullRequest({ a: 'b' }, { [file]: allowing, 'model.pkl': model })
  const trap = {
    'sub/HEAD': 'ref: refs/heads/main\n',
    'sub/config': '[core]\n\tbare = true\n\tfsmonitor = touch ../taken\n',
    'sub/refs/x': '',
  }
  for (const [name, content] of Object.entries({ ...trap, 'sub/objects/x': '' })) {
    const path = join(on.workspace, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
  const result = await run(on, { 'working-directory': 'sub', 'changed-only': 'true' })
  expect(existsSync(join(on.workspace, 'taken'))).toBe(false)
  expect(github.api.requests, result.log).toEqual([])
})
