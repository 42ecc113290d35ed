import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { useAction, useGithubApi } from '../helpers/action-suite.ts'
import { commit, eventEnv, type Files, git, makePullRequest, type PullRequest, pullRequestEnv } from '../helpers/git-repo.ts'
import type { Answer } from '../helpers/github-api.ts'
import { type ActionRun, type Job, makeJob, startAction } from '../helpers/run-action.ts'

const clean = '(d.'
const changedClean = '(l.'
const atBase: Files = { 'a.pkl': clean, 'b.pkl': clean, 'models/c.pkl': clean, 'README.md': 'text' }

const action = useAction()
const github = useGithubApi()

function pullRequest(proposed: Files, options: Parameters<typeof makePullRequest>[2] = {}): PullRequest {
  const made = makePullRequest(atBase, proposed, options)
  action.jobs.push(made)
  github.api.state.pullRequest = {
    head: made.head,
    files: Object.keys(proposed).map((filename) => ({ filename, status: proposed[filename] === null ? 'removed' : 'modified' })),
  }
  return made
}

function run(on: Job, env: Record<string, string>, inputs: Record<string, string> = {}): Promise<ActionRun> {
  const all = { token: 'token', 'changed-only': 'true', ...inputs }
  return startAction(on, all, { entry: action.entry, env: { ...env, GITHUB_API_URL: github.api.url } })
}

const scanned = (of: ActionRun): string[] => (of.report as { files: { path: string }[] }).files.map(({ path }) => path)
const notices = (of: ActionRun): string[] => of.commands.filter(({ name }) => name === 'notice').map(({ message }) => message)
const everything = ['README.md', 'a.pkl', 'b.pkl', 'models/c.pkl']

describe.each([
  ['git', false],
  ['the API', true],
] as const)('what a pull request changes, from %s', (_way, shallow) => {
  test.each<[string, Files, string[]]>([
    ['a changed file', { 'a.pkl': changedClean }, ['a.pkl']],
    ['an added one', { 'new.pkl': clean }, ['new.pkl']],
    ['a renamed one', { 'b.pkl': null, 'renamed.pkl': clean }, ['renamed.pkl']],
    ['a name that is not ASCII', { "mödel '1'.pkl": clean }, ["mödel '1'.pkl"]],
    ['a file in a folder', { 'models/c.pkl': changedClean }, ['models/c.pkl']],
  ])('%s alone is scanned', async (_what, proposed, expected) => {
    const on = pullRequest(proposed, { shallow })
    const result = await run(on, pullRequestEnv(on))
    expect(result.code, result.log).toBe(0)
    expect(scanned(result)).toEqual(expected)
    expect(result.report).toMatchObject({ partial: true })
    expect(notices(result)[0]).toMatch(/^changed-only: 1 of \d files? changed/)
    expect(result.summary).toContain('the others were not scanned')
    expect(github.api.calls().some((call) => call.startsWith('GET /pulls/7/files'))).toBe(shallow)
  })

  test('nothing is scanned when nothing has changed, which passes and is said', async () => {
    const on = pullRequest({ 'a.pkl': null }, { shallow })
    const result = await run(on, pullRequestEnv(on), { 'if-no-files-found': 'error' })
    expect(result.code, result.log).toBe(0)
    expect(result.outputs).toMatchObject({ result: 'passed', 'files-scanned': '0' })
    expect(notices(result)).toEqual(['changed-only: none of 3 files has changed; nothing was scanned.'])
  })

  test('a file that git does not track is scanned: something in the job made it', async () => {
    const on = pullRequest({ 'a.pkl': changedClean }, { shallow })
    writeFileSync(join(on.workspace, 'downloaded.pkl'), clean)
    expect(scanned(await run(on, pullRequestEnv(on)))).toEqual(['a.pkl', 'downloaded.pkl'])
  })

  test('a checkout at another commit means everything', async () => {
    const on = pullRequest({ 'a.pkl': changedClean }, { shallow })
    commit(on.workspace, {})
    const result = await run(on, pullRequestEnv(on))
    expect(scanned(result)).toEqual(everything)
    expect(result.report).not.toHaveProperty('partial')
    expect(notices(result)[0]).toContain('the checkout is not at the commit of the event')
  })
})

test.each(['.gitattributes', 'models/.gitattributes', '.lfsconfig', '.gitmodules', '.github/modelgate.yml'])(
  'a change of %s means everything',
  async (name) => {
    const on = pullRequest({ 'a.pkl': changedClean, [name]: '# nothing\n' })
    const result = await run(on, pullRequestEnv(on))
    expect(scanned(result)).toEqual(expect.arrayContaining(everything))
    expect(notices(result).at(-1)).toContain('changed-only: all files are scanned')
  },
)

test('names are compared as a file system that ignores case would', async () => {
  const on = pullRequest({ 'A.PKL': changedClean })
  expect(scanned(await run(on, pullRequestEnv(on)))).toEqual(['A.PKL', 'a.pkl'])
})

test('paths are those of the repository, also below a working directory in a checkout with a path', async () => {
  const job = makeJob({})
  action.jobs.push(job)
  const folder = join(job.workspace, 'checkout')
  mkdirSync(folder)
  git(folder, 'init', '--quiet')
  const before = commit(folder, atBase)
  const after = commit(folder, { 'models/d.pkl': clean })
  const payload = { merge_group: { base_sha: before, head_sha: after } }
  const result = await run(job, eventEnv(job, 'merge_group', payload), { 'working-directory': 'checkout/models' })
  expect(scanned(result)).toEqual(['d.pkl'])
})

describe('with the API only, everything is scanned', () => {
  const proposed = { 'a.pkl': changedClean }
  const many = (count: number) => Array.from({ length: count }, (_, index) => ({ filename: `x/${index}.txt`, status: 'added' }))

  test.each<[string, () => void, string]>([
    ['when the list is at its limit', () => Object.assign(github.api.state.pullRequest, { files: many(3000) }), 'no more than 3000 files'],
    ['when the list is short', () => Object.assign(github.api.state.pullRequest, { changedFiles: 2 }), 'GitHub lists 1 of 2 changed files'],
    ['when commits came meanwhile', () => Object.assign(github.api.state.pullRequest, { head: 'f'.repeat(40) }), 'newer commits'],
    ['when it fails', () => Object.assign(github.api.state, { fault: faultOf('/files', { status: 500 }) }), 'GitHub answered 500'],
    [
      'when .gitattributes is renamed away',
      () =>
        Object.assign(github.api.state.pullRequest, { files: [{ filename: 'x', previous_filename: '.gitattributes', status: 'renamed' }] }),
      '.gitattributes has changed',
    ],
    [
      'when it may not be asked',
      () => Object.assign(github.api.state, { fault: faultOf('/files', { status: 404 }) }),
      'pull-requests: read',
    ],
  ])('%s', async (_when, prepare, why) => {
    const on = pullRequest(proposed, { shallow: true })
    prepare()
    const result = await run(on, pullRequestEnv(on))
    expect(result.code, result.log).toBe(0)
    expect(scanned(result)).toEqual(everything)
    expect(notices(result)[0]).toContain(why)
  })

  test('but a list of several pages is read to its end', async () => {
    const on = pullRequest(proposed, { shallow: true })
    github.api.state.pullRequest.files = [...many(250), ...github.api.state.pullRequest.files]
    expect(scanned(await run(on, pullRequestEnv(on)))).toEqual(['a.pkl'])
    expect(github.api.calls().filter((call) => call === 'GET /pulls/7/files')).toHaveLength(3)
  })
})

function faultOf(path: string, answer: Answer) {
  return (request: { readonly path: string }): Answer | undefined => (request.path.includes(path) ? answer : undefined)
}

describe('other events', () => {
  const zero = '0'.repeat(40)
  /** What is asked of a repository whose second commit changes a.pkl. */
  async function onSecondCommit(name: string, payload: (before: string, after: string) => object, shallow = false): Promise<ActionRun> {
    const job = makeJob({})
    action.jobs.push(job)
    const origin = join(job.temp, 'origin')
    mkdirSync(origin)
    git(origin, 'init', '--quiet', '--initial-branch=main')
    const before = commit(origin, atBase)
    const after = commit(origin, { 'a.pkl': changedClean })
    git(job.workspace, 'clone', '--quiet', ...(shallow ? ['--depth=1'] : []), pathToFileURL(origin).href, '.')
    github.api.state.comparison.files = [{ filename: 'a.pkl', status: 'modified' }]
    return run(job, eventEnv(job, name, payload(before, after), { GITHUB_SHA: after }))
  }

  test.each([false, true])('a merge group compares its base with its head (shallow: %s)', async (shallow) => {
    const result = await onSecondCommit('merge_group', (base, head) => ({ merge_group: { base_sha: base, head_sha: head } }), shallow)
    expect(scanned(result), result.log).toEqual(['a.pkl'])
  })

  test.each<[string, (before: string, after: string) => object, string]>([
    ['merge_group', (_base, head) => ({ merge_group: { base_sha: zero, head_sha: head } }), 'has no base to compare with'],
    ['merge_group', (_base, head) => ({ merge_group: { base_sha: '--output=x', head_sha: head } }), 'has no base to compare with'],
    ['schedule', () => ({}), 'the event schedule has no base'],
    ['release', () => ({}), 'the event release has no base'],
  ])('%s means everything (case %#)', async (name, payload, why) => {
    const result = await onSecondCommit(name, payload)
    expect(scanned(result)).toEqual(everything)
    expect(notices(result)[0]).toContain(why)
  })

  test.each<[string, () => void]>([
    ['diverged', () => Object.assign(github.api.state.comparison, { status: 'diverged' })],
    [
      'at its limit',
      () =>
        Object.assign(github.api.state.comparison, {
          files: Array.from({ length: 301 }, (_, i) => ({ filename: `${i}`, status: 'added' })),
        }),
    ],
  ])('a comparison that is %s means everything', async (_what, prepare) => {
    const result = await onSecondCommit(
      'merge_group',
      (base, head) => {
        prepare()
        return { merge_group: { base_sha: base, head_sha: head } }
      },
      true,
    )
    expect(scanned(result)).toEqual(everything)
  })

  test('a folder that is no repository means everything', async () => {
    const job = makeJob({ 'a.pkl': clean })
    action.jobs.push(job)
    const result = await run(job, eventEnv(job, 'merge_group', { merge_group: { base_sha: 'a'.repeat(40), head_sha: 'b'.repeat(40) } }))
    expect(scanned(result)).toEqual(['a.pkl'])
    expect(notices(result)[0]).toContain('git rev-parse failed')
  })
})
