import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { scanBytes } from '../../src/node/scan-files.ts'
import { writeBaseline } from '../../src/policy/accept/baseline.ts'
import { defaultPolicy } from '../../src/policy/policy.ts'
import { buildReport } from '../../src/report/verdict.ts'
import { useAction } from '../helpers/action-suite.ts'
import { type Files, makePullRequest, pullRequestEnv } from '../helpers/git-repo.ts'
import { type ActionRun, type Job, makeJob, startAction } from '../helpers/run-action.ts'

/** Would run `echo marker`: critical. */
const malicious = `cposix\nsystem\n(S'echo marker'\ntR.`
/** Would call something of a package that nobody knows with a text: high, but for an enum of the repository. */
const stranger = `cmy_package\nColour\n(S'red'\ntR.`
const policyFile = '.github/modelgate.yml'
const baselineFile = '.github/modelgate-baseline.json'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const action = useAction()

/** On files that are accepted, without a repository. */
async function run(files: Readonly<Record<string, string>>, inputs: Record<string, string> = {}): Promise<ActionRun> {
  const job = makeJob(files)
  action.jobs.push(job)
  return startAction(job, inputs, { entry: action.entry })
}

async function propose(atBase: Files, proposed: Files, inputs: Record<string, string> = {}, shallow = false): Promise<ActionRun> {
  const on = makePullRequest(atBase, proposed, { shallow })
  action.jobs.push(on)
  return startAction(on, inputs, { entry: action.entry, env: pullRequestEnv(on) })
}

const said = (of: ActionRun): string => of.commands.map(({ message }) => message).join('\n')

describe('settings for some paths', () => {
  const scoped = (severity: string): string => `paths:\n  - path: models/**\n    fail-on-severity: ${severity}\n`

  test('an input goes before them', async () => {
    const files = { [policyFile]: scoped('never'), 'models/a.pkl': malicious }
    expect((await run(files)).outputs['result']).toBe('passed')
    expect((await run(files, { 'fail-on-severity': 'high' })).outputs['result']).toBe('failed')
  })

  test('with warn-only their findings do not fail the step either', async () => {
    const result = await run({ [policyFile]: scoped('low'), 'models/a.pkl': malicious }, { 'warn-only': 'true' })
    expect(result.outputs['result']).toBe('failed')
    expect(result.code, result.log).toBe(0)
  })

  test('unsafe-files goes by the gate of each file', async () => {
    const result = await run({ [policyFile]: scoped('never'), 'models/a.pkl': malicious, 'b.pkl': malicious })
    expect(result.code).toBe(1)
    expect(JSON.parse(result.outputs['unsafe-files'] ?? '')).toEqual(['b.pkl'])
  })
})

test('an exception that is over is said in the report', async () => {
  const exception = `exceptions:
  - path: a.pkl
    sha256: ${sha256(malicious)}
    rule: "*"
    reason: looked at
    expires: 2020-01-01
`
  const result = await run({ [policyFile]: exception, 'a.pkl': malicious })
  expect(result.code, result.log).toBe(1)
  expect(result.summary).toContain('expired on 2020-01-01')
})

describe('a baseline', () => {
  let recorded = ''
  beforeAll(async () => {
    const file = await scanBytes('models/a.pkl', Buffer.from(malicious), { sha256: true })
    const report = buildReport({ files: [file], gate: defaultPolicy, notices: [], version: '0' })
    recorded = writeBaseline(report, sha256).text
  })
  const inputs = { 'baseline-file': baselineFile }

  test('takes out what it records, and nothing of another content', async () => {
    const accepted = await run({ [baselineFile]: recorded, 'models/a.pkl': malicious }, inputs)
    expect(accepted.code, accepted.log).toBe(0)
    expect(accepted.report).toMatchObject({ files: [{}, { path: 'models/a.pkl', suppressed: [{ by: 'baseline' }] }] })
    expect((await run({ [baselineFile]: recorded, 'models/a.pkl': `${malicious}\n` }, inputs)).code).toBe(1)
  })

  test('counts as it is at the base commit', async () => {
    const before = { [baselineFile]: recorded, 'README.md': 'text' }
    expect((await propose(before, { 'models/a.pkl': malicious }, inputs)).outputs['result']).toBe('passed')
    const own = await propose({ 'README.md': 'text' }, { [baselineFile]: recorded, 'models/a.pkl': malicious }, inputs)
    expect(own.code, own.log).toBe(1)
    expect(said(own)).toContain('takes effect after the merge')
  })

  test('that changes puts every file in question', async () => {
    const before = { [baselineFile]: recorded, 'models/a.pkl': malicious }
    const after = { [baselineFile]: '{"version":1,"entries":[]}' }
    const result = await propose(before, after, { ...inputs, 'changed-only': 'true' })
    expect(said(result)).toContain('all files are scanned, because it is not certain what changed: the baseline file has changed')
  })

  test('does not hold where the base cannot be read', async () => {
    const before = { [baselineFile]: recorded, 'models/a.pkl': malicious }
    const result = await propose(before, { 'README.md': 'text' }, inputs, true)
    expect(result.code, result.log).toBe(1)
    expect(said(result)).toContain('No baseline applies. Remedy: fetch-depth: 0')
  })

  test.each([
    ['is missing', {}],
    ['is none', { [baselineFile]: 'text' }],
  ])('that %s is an error', async (_how, files) => {
    const result = await run({ ...files, 'models/a.pkl': malicious }, inputs)
    expect(result.outputs['result']).toBe('error')
    expect(said(result)).toContain('input baseline-file')
  })
})

describe('what the repository defines itself', () => {
  const source = "class Colour(Enum):\n    RED = 'red'\n"
  const model = { 'model.pkl': stranger }

  test('is no stranger, if it is at the base commit', async () => {
    const result = await propose({ 'src/my_package/__init__.py': source }, model)
    expect(result.code, result.log).toBe(0)
    expect(JSON.stringify(result.report)).toContain('which src/my_package/__init__.py defines')
  })

  test('is no stranger for another source file that changes', async () => {
    const result = await propose({ 'my_package.py': source, 'main.py': 'pass\n' }, { ...model, 'main.py': 'import my_package\n' })
    expect(result.code, result.log).toBe(0)
  })

  test.each<[string, Files, Files, boolean]>([
    ['comes with the pull request', { 'README.md': 'text' }, { 'my_package.py': source }, false],
    ['is at a base that git does not have', { 'my_package.py': source }, {}, true],
    ['is defined elsewhere', { 'other.py': source }, {}, false],
    ['is changed by the pull request', { 'my_package.py': source }, { 'my_package.py': `${source}    BLUE = 'blue'\n` }, false],
    ['is removed by it', { 'my_package.py': source }, { 'my_package.py': null }, false],
    ['is hidden by a file of it', { 'src/my_package/__init__.py': source }, { 'my_package.py': source }, false],
  ])('is one if it %s', async (_where, atBase, proposed, shallow) => {
    const result = await propose(atBase, { ...proposed, ...model }, {}, shallow)
    expect(result.code, result.log).toBe(1)
  })
})

describe('shards', () => {
  const files = { 'a.pkl': malicious, 'b.pkl': '(d.', 'c.pkl': '(d.', 'd.pkl': '(d.' }

  /** Scans in so many jobs, and gives a job that has their reports. */
  async function scanned(count: number): Promise<Job> {
    const merging = makeJob({})
    action.jobs.push(merging)
    for (let index = 1; index <= count; index++) {
      const { report } = await run(files, { shard: `${index}/${count}` })
      expect(report).toMatchObject({ shard: { index, count } })
      writeFileSync(join(merging.workspace, `report-${index}.json`), JSON.stringify(report))
    }
    return merging
  }

  test('come together to the verdict of one run', async () => {
    const whole = await run(files)
    const merged = await startAction(await scanned(3), { 'merge-reports': 'report-*.json' }, { entry: action.entry })
    expect(merged.code, merged.log).toBe(1)
    expect(merged.report).toEqual(whole.report)
    expect(merged.outputs['unsafe-files']).toBe('["a.pkl"]')
  })

  test('must all be there, and have the gate that is asked for', async () => {
    const merging = await scanned(2)
    const missing = await startAction(merging, { 'merge-reports': 'report-2.json' }, { entry: action.entry })
    expect(missing.outputs['result']).toBe('error')
    expect(said(missing)).toContain('1 shard of 2 missing: 1')
    const stricter = await startAction(merging, { 'merge-reports': 'report-*.json', 'fail-on-severity': 'low' }, { entry: action.entry })
    expect(said(stricter)).toContain('the reports to merge were made with "high"')
  })

  test('without a file left are nothing to be warned of', async () => {
    const result = await run({ 'a.pkl': '(d.' }, { shard: '2/2', 'if-no-files-found': 'error' })
    expect(result.code, result.log).toBe(0)
    expect(result.report).toMatchObject({ files: [], shard: { index: 2, count: 2 } })
  })

  test.each<[Record<string, string>, string]>([
    [{ shard: '3/2' }, 'input shard is "3/2"'],
    [{ shard: '1/2', 'merge-reports': '*.json' }, 'exclude each other'],
    [{ shard: '1/2', 'upload-sarif': 'true' }, 'exclude each other'],
    [{ shard: '1/2', 'comment-in-pr': 'always' }, 'exclude each other'],
    [{ 'merge-reports': '*.json' }, 'matches no file'],
  ])('%j is an error', async (inputs, message) => {
    const result = await run({ 'a.pkl': '(d.' }, inputs)
    expect(result.outputs['result']).toBe('error')
    expect(said(result)).toContain(message)
  })
})
