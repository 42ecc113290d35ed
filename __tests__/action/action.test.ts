import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zipSync } from 'fflate'
import { afterEach, describe, expect, test } from 'vitest'
import { type ActionRun, type Job, makeJob, type RunOptions, runAction } from '../helpers/run-action.ts'

/** What torch.save writes, with a pickle that would run `echo marker`. */
const malicious = torchFile(`cposix\nsystem\n(S'echo marker'\ntR.`)
const clean = torchFile('\x80\x02}q\x00.')
const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`
/** A global whose name is a legacy workflow command, called. */
const shouting = bytes(`cposix\nx ##[stop-commands]y\n(S'::add-mask::secret'\ntR.`)
const emptyDict = bytes('\x80\x02}q\x00.')
const cut = bytes('\x80\x02}q')

function bytes(text: string): Uint8Array {
  return Buffer.from(text, 'latin1')
}

function torchFile(pickle: string): Uint8Array {
  const stored = { level: 0 } as const
  return zipSync({ 'archive/data.pkl': [bytes(pickle), stored], 'archive/version': [bytes('3\n'), stored] })
}

const jobs: Job[] = []
afterEach(() => {
  for (const job of jobs.splice(0)) job.dispose()
})

function job(...content: Parameters<typeof makeJob>): Job {
  const made = makeJob(...content)
  jobs.push(made)
  return made
}

const messages = (run: ActionRun, name: string): string[] =>
  run.commands.filter((command) => command.name === name).map(({ message }) => message)
const annotated = (run: ActionRun): string[] => run.commands.flatMap(({ properties }) => properties['file'] ?? [])
const scanned = (run: ActionRun): string[] => (run.report as { files: { path: string }[] }).files.map(({ path }) => path)
const results = (run: ActionRun): { uri: string; ruleId: string }[] => {
  type Sarif = { runs: { results: { ruleId: string; locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[] }
  return (run.sarif as Sarif).runs.flatMap((sarifRun) =>
    sarifRun.results.map((result) => ({ ruleId: result.ruleId, uri: result.locations[0]?.physicalLocation.artifactLocation.uri ?? '' })),
  )
}
const succeeded = (run: ActionRun): boolean => {
  type Sarif = { version: string; runs: { invocations: { executionSuccessful: boolean }[] }[] }
  const sarif = run.sarif as Sarif
  expect(sarif.version).toBe('2.1.0')
  return sarif.runs.every((sarifRun) => sarifRun.invocations.every((invocation) => invocation.executionSuccessful))
}

const newNode = process.env['MODELGATE_NODE24']
const nodes: readonly (readonly [string, RunOptions | undefined])[] = [
  [`Node ${process.versions.node}`, {}],
  ['another Node (MODELGATE_NODE24 holds its path)', newNode === undefined ? undefined : { node: newNode }],
]

describe.each(nodes)('on %s', (_name, options) => {
  test.skipIf(options === undefined)('a malicious model, a clean one and a Git LFS pointer', () => {
    const run = runAction(job({ 'models/bad.pt': malicious, 'models/good.pt': clean, 'models/pointer.pt': pointer }), {}, options)

    expect(run.code, run.log).toBe(1)
    expect(run.outputs).toMatchObject({ result: 'failed', 'incomplete-count': '1', 'files-scanned': '3' })
    expect(Number(run.outputs['critical-count'])).toBeGreaterThan(0)
    expect(annotated(run).sort()).toEqual(['models/bad.pt', 'models/pointer.pt'])
    expect(messages(run, 'error').join('\n')).toContain("posix.system('echo marker')")
    expect(messages(run, 'error').at(-1)).toMatch(/^ModelGate: 1 file unsafe/)
    expect(run.summary).toContain('models/bad.pt')
    expect(results(run).map(({ uri }) => uri)).toEqual(expect.arrayContaining(['models/bad.pt', 'models/pointer.pt']))
    expect(results(run).map(({ uri }) => uri)).not.toContain('models/good.pt')
    expect(succeeded(run)).toBe(true)
  })

  test.skipIf(options === undefined)('clean models pass', () => {
    const run = runAction(job({ 'a.pt': clean, 'b.pkl': emptyDict }), {}, options)
    expect(run.code, run.log).toBe(0)
    expect(run.outputs).toMatchObject({ result: 'passed', 'findings-count': '0', 'files-scanned': '2' })
    expect(messages(run, 'error')).toEqual([])
  })
})

describe('text of files is inert', () => {
  // Windows has no such file names.
  test.skipIf(process.platform === 'win32')('in the log, the annotations, the summary and the outputs', () => {
    const names = [
      '::add-mask::a.pkl',
      '##[group]x.pkl',
      'a\n::error::b.pkl',
      '\u202egnp.pkl',
      '%0A::notice::c.pkl',
      '<img src=x>|@all.pkl',
    ]
    const run = runAction(job({ ...Object.fromEntries(names.map((name) => [name, malicious])), 'x.pkl': shouting }))

    expect(run.code, run.log).toBe(1)
    expect(Number(run.outputs['files-scanned'])).toBe(names.length + 1)
    expect(new Set(run.commands.map(({ name }) => name))).toEqual(new Set(['error', 'group', 'endgroup']))
    expect(messages(run, 'group')).toEqual(['Details'])
    expect(messages(run, 'error').filter((message) => message.startsWith('b.pkl'))).toEqual([])
    expect(run.log).not.toContain('\u202e')
    expect(run.log).not.toMatch(/##\[/)
    expect(run.summary).not.toContain('<img')
    expect(run.summary).not.toContain('@all')
    expect(Object.keys(run.outputs)).toHaveLength(15)
  })
})

describe('which files are read', () => {
  test('patterns match extensions in any case, each file once, and exclude wins', () => {
    const files = { 'a/ONE.PKL': malicious, 'a/two.pkl': malicious, 'a/three.pt': malicious, 'b/four.pkl': malicious }
    const run = runAction(job(files), { paths: '**/*.pkl\na/two.pkl', exclude: 'b/**' })
    expect(scanned(run)).toEqual(['a/ONE.PKL', 'a/two.pkl'])
  })

  test('only exclusions leave everything else', () => {
    const run = runAction(job({ 'a/one.pkl': malicious, 'b/two.pkl': malicious, '.hidden/three.pkl': malicious }), { exclude: 'b' })
    expect(scanned(run)).toEqual(['.hidden/three.pkl', 'a/one.pkl'])
  })

  test('a root with glob characters in its name is taken literally', () => {
    const run = runAction(job({ 'w[x]*/one.pkl': malicious, 'wx/two.pkl': malicious }), { 'working-directory': 'w[x]*', paths: '*.pkl' })
    expect(scanned(run)).toEqual(['one.pkl'])
    expect(annotated(run)).toEqual(['w[x]*/one.pkl'])
  })

  // Making links needs a privilege on Windows.
  describe.skipIf(process.platform === 'win32')('symbolic links', () => {
    const links = { 'passwd.pkl': '/etc/passwd', 'zero.pkl': '/dev/zero', etc: '/etc' }

    test.each(['**', '**/*.pkl\netc/passwd'])('are not followed with paths %j, and a model that is one is not read', (paths) => {
      const run = runAction(job({ 'good.pkl': emptyDict }, links), { paths })
      expect(run.code, run.log).toBe(1)
      expect(scanned(run)).toEqual(['good.pkl', 'passwd.pkl'])
      expect(run.outputs['incomplete-count']).toBe('1')
      expect((run.report as { notices: string[] }).notices.join('\n')).toMatch(/Symbolic link not followed:.*passwd/)
      expect(run.log).not.toContain('root:')
    })

    test('nor as the working directory', () => {
      const run = runAction(job({}, links), { 'working-directory': 'etc' })
      expect(run.code).toBe(1)
      expect(messages(run, 'error').join('\n')).toContain('leads out of the workspace')
    })

    test('nor as the place of a result', () => {
      const made = job({ 'good.pkl': emptyDict }, { 'out.sarif': '../temp/victim' })
      writeFileSync(join(made.temp, 'victim'), 'untouched')
      const run = runAction(made, { 'sarif-file': 'out.sarif' })
      expect(readFileSync(join(made.temp, 'victim'), 'utf8')).toBe('untouched')
      expect(run.outputs['sarif-file']).toBe(join(made.workspace, 'out.sarif'))
      expect(succeeded(run)).toBe(true)
    })
  })

  test.each([
    ['warn', 0, 'passed', 'warning'],
    ['ignore', 0, 'passed', undefined],
    ['error', 1, 'error', 'error'],
  ])('no file and if-no-files-found %s', (choice, code, result, level) => {
    const run = runAction(job({ 'README.md': 'text' }), { paths: '**/*.pkl', 'if-no-files-found': choice })
    expect(run.code, run.log).toBe(code)
    expect(run.outputs['result']).toBe(result)
    expect(run.commands.filter(({ name }) => name === 'warning' || name === 'error').map(({ name }) => name)).toEqual(level ? [level] : [])
    expect(succeeded(run)).toBe(code === 0)
  })
})

describe('paths are those of the reader', () => {
  test('annotations start at the workspace, SARIF at the repository', () => {
    const run = runAction(job({ 'checkout/.git/HEAD': 'ref: refs/heads/main\n', 'checkout/models/bad.pt': malicious }), {
      'working-directory': 'checkout/models',
    })
    expect(scanned(run)).toEqual(['bad.pt'])
    expect(annotated(run)).toEqual(['checkout/models/bad.pt'])
    expect(new Set(results(run).map(({ uri }) => uri))).toEqual(new Set(['models/bad.pt']))
  })
})

describe('what fails the step', () => {
  const bad = { 'bad.pt': malicious }
  const unread = { 'pointer.pt': pointer }

  test.each<[string, Record<string, Uint8Array | string>, Record<string, string>, number, string]>([
    ['a finding', bad, {}, 1, 'failed'],
    ['not a finding below the threshold', bad, { 'fail-on-severity': 'never' }, 0, 'passed'],
    ['not a finding with warn-only', bad, { 'warn-only': 'true' }, 0, 'failed'],
    ['an unread file', unread, {}, 1, 'failed'],
    ['an unread file, with warn-only too', { ...bad, ...unread }, { 'warn-only': 'true' }, 1, 'failed'],
    ['not a pointer that may be one', unread, { 'lfs-pointers': 'ignore' }, 0, 'passed'],
    ['a truncated file', { 'cut.pkl': cut }, {}, 1, 'failed'],
    ['not a truncated file that may be one', { 'cut.pkl': cut }, { 'fail-on-incomplete': 'false' }, 0, 'passed'],
  ])('%s', (_what, files, inputs, code, result) => {
    const run = runAction(job(files), inputs)
    expect(run.code, run.log).toBe(code)
    expect(run.outputs['result']).toBe(result)
    expect(messages(run, 'error').at(-1)?.startsWith('ModelGate: ') ?? false).toBe(code === 1)
  })

  test('what an input says goes before the policy file, and that before the default', () => {
    const files = { ...bad, 'policy.yml': 'fail-on-severity: never\n' }
    expect(runAction(job(files), { 'policy-file': 'policy.yml' }).code).toBe(0)
    expect(runAction(job(files), { 'policy-file': 'policy.yml', 'fail-on-severity': 'critical' }).code).toBe(1)
  })

  test('with warn-only the finding is a warning', () => {
    const run = runAction(job(bad), { 'warn-only': 'TRUE' })
    expect(run.commands.filter(({ properties }) => properties['file'] === 'bad.pt').map(({ name }) => name)).toEqual(['warning'])
  })
})

describe('surfaces can be turned off', () => {
  test('files', () => {
    const made = job({ 'bad.pt': malicious })
    const run = runAction(made, { 'sarif-file': 'none', 'report-file': 'none' })
    expect(run.outputs).toMatchObject({ 'sarif-file': '', 'report-file': '' })
    expect(existsSync(join(made.temp, 'modelgate.sarif'))).toBe(false)
  })

  test.each([
    ['always', clean, true],
    ['on-failure', clean, false],
    ['on-failure', malicious, true],
    ['never', malicious, false],
  ])('the summary: %s', (choice, content, written) => {
    expect(runAction(job({ 'model.pt': content }), { 'job-summary': choice }).summary !== '').toBe(written)
  })

  test('annotations, but not the verdict', () => {
    const run = runAction(job({ 'bad.pt': malicious }), { 'max-annotations': '0' })
    expect(annotated(run)).toEqual([])
    expect(messages(run, 'error')).toHaveLength(1)
  })

  test('the category stands in SARIF', () => {
    const run = runAction(job({ 'good.pt': clean }), { category: 'nightly' })
    expect(run.sarif).toMatchObject({ runs: [{ automationDetails: { id: 'nightly/' } }] })
  })
})

describe('a run that cannot work', () => {
  test.each<[Record<string, string>, RegExp]>([
    [{ 'fail-on-severity': 'severe' }, /fail-on-severity is "severe".*critical, high, medium, low, never/],
    [{ 'warn-only': 'yes' }, /warn-only is "yes".*true, false/],
    [{ 'max-annotations': '-1' }, /max-annotations is "-1".*0 to 10/],
    [{ concurrency: '1.5' }, /concurrency is "1.5".*whole number/],
    [{ 'working-directory': 'nowhere' }, /working-directory is "nowhere"/],
    [{ 'policy-file': 'nowhere.json' }, /policy-file is "nowhere.json".*ENOENT/],
    [{ 'policy-file': 'policy.yml' }, /policy-file: policy.yml:1: unknown key "fail-on"/],
    [{ paths: '**/*.{pkl,pt}' }, /paths.*braces/],
    [{ paths: '../*.pkl' }, /paths.*working-directory/],
    [{ exclude: '/etc/*.pkl' }, /exclude.*relative/],
    [{ 'working-directory': '##[error]::stop-commands::x' }, /#\\x23\[error\]/],
  ])('%j is an error that says what is wrong', (inputs, message) => {
    const run = runAction(job({ 'good.pt': clean, 'policy.yml': 'fail-on: high\n' }), inputs)
    expect(run.code).toBe(1)
    expect(messages(run, 'error')).toHaveLength(1)
    expect(messages(run, 'error')[0]).toMatch(message)
    expect(run.log).not.toContain('    at ')
    expect(run.outputs['result']).toBe('error')
    expect(run.report).toMatchObject({ verdict: 'fail', files: [] })
    expect(succeeded(run)).toBe(false)
    expect(run.summary).toContain('could not finish')
  })

  test('an exception that nobody awaits leaves results too, and its text is inert', () => {
    // Reading the model throws from outside of every promise.
    const fault = `
      import fs from 'node:fs'
      import { syncBuiltinESMExports } from 'node:module'
      const open = fs.openSync
      fs.openSync = (path, ...rest) => {
        if (String(path).endsWith('good.pt')) process.nextTick(() => { throw new Error('late ##[add-mask]x\\n::add-mask::y') })
        return open(path, ...rest)
      }
      syncBuiltinESMExports()`
    const options = { env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(fault)}` } }
    const run = runAction(job({ 'good.pt': clean }), {}, options)
    expect(run.code, run.log).toBe(1)
    expect(run.outputs['result']).toBe('error')
    expect(succeeded(run)).toBe(false)
    expect(messages(run, 'error')[0]).toMatch(/^ModelGate could not finish: late /)
    expect(run.commands.map(({ name }) => name)).not.toContain('add-mask')
  })

  test('a result that cannot be written fails the step, and the other one is still there', () => {
    const run = runAction(job({ 'good.pt': clean, file: 'in the way' }), { 'report-file': 'file/report.json' })
    expect(run.code).toBe(1)
    expect(run.outputs).toMatchObject({ result: 'error', 'report-file': '' })
    expect(succeeded(run)).toBe(false)
  })

  test('without the runner around it there is a verdict all the same', () => {
    const run = runAction(job({ 'bad.pt': malicious }), {}, { env: { GITHUB_OUTPUT: '', GITHUB_STEP_SUMMARY: '' } })
    expect(run.code).toBe(1)
    expect(run.commands.map(({ name }) => name)).not.toContain('set-output')
  })
})

// .github/workflows/ci.yml asks the same of the action on real runners.
test.each([
  ['clean', 0, 'passed'],
  ['malicious', 1, 'failed'],
])('the %s fixtures', (folder, code, result) => {
  const workspace = fileURLToPath(new URL('..', import.meta.url))
  const run = runAction({ ...job({}), workspace }, { 'working-directory': `fixtures/${folder}`, exclude: 'own-*' })
  expect(run.code, run.log).toBe(code)
  expect(run.outputs['result']).toBe(result)
})
