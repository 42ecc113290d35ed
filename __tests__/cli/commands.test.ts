import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Report } from '../../src/types/report.ts'
import { asm, callOf } from '../helpers/asm.ts'

const evil = callOf('os', 'system', 'marker')
const other = callOf('os', 'system', 'other marker')
const own = asm('PROTO 2', 'GLOBAL my_package.models Net', 'EMPTY_TUPLE', 'NEWOBJ', 'STOP')
const clean = asm('PROTO 2', 'NONE', 'STOP')
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
const NEVER = '2999-12-31'

let base: string
let work: string
let cli: string

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'modelgate-commands-'))
  cli = join(base, 'cli.mjs')
  await build({
    entryPoints: [fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))],
    outfile: cli,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['import', 'node'],
    banner: { js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);" },
    logLevel: 'silent',
  })
})
afterAll(() => rmSync(base, { recursive: true, force: true }))
beforeEach(() => {
  work = mkdtempSync(join(base, 'work-'))
})

function put(files: Readonly<Record<string, Uint8Array | string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(work, name)), { recursive: true })
    writeFileSync(join(work, name), content)
  }
}
const text = (name: string): string => readFileSync(join(work, name), 'utf8')

function run(...args: readonly string[]) {
  const { PATH = '', SystemRoot, TEMP, TMP } = process.env
  const result = spawnSync(process.execPath, [cli, ...args], {
    cwd: work,
    encoding: 'utf8',
    env: { PATH, ...(SystemRoot ? { SystemRoot } : {}), ...(TEMP ? { TEMP } : {}), ...(TMP ? { TMP } : {}) },
  })
  if (result.error) throw result.error
  return { code: result.status, out: result.stdout, err: result.stderr }
}
const json = (...args: readonly string[]): Report => JSON.parse(run('--format', 'json', ...args).out) as Report
const exceptionFor = (path: string, bytes: Uint8Array, expires: string, rule = 'pickle/dangerous-call'): string =>
  `exceptions:\n  - path: ${path}\n    sha256: ${sha256(bytes)}\n    rule: ${rule}\n    reason: a harmless marker\n    expires: ${expires}\n`

describe('an exception', () => {
  it('accepts exactly this content, and says so wherever a person looks', () => {
    put({ 'models/a.pkl': evil, 'p.yml': exceptionFor('models/*.pkl', evil, NEVER) })
    const accepted = run('--policy', 'p.yml', 'models')
    expect(accepted).toMatchObject({ code: 0, err: '' })
    expect(accepted.out).toContain('ACCEPTED  pickle/dangerous-call (critical)')
    expect(accepted.out).toContain(`exception until ${NEVER}: a harmless marker`)
    expect(accepted.out).toMatch(/PASS {2}nothing else unsafe found, 1 accepted/)
    expect(run('--policy', 'p.yml', '--format', 'markdown', 'models').out).toContain('1 finding accepted')
    const [file] = json('--policy', 'p.yml', 'models').files
    expect(file).toMatchObject({ status: 'clean', findings: [], sha256: sha256(evil) })
    expect(file?.suppressed).toEqual([
      {
        rule: 'pickle/dangerous-call',
        severity: 'critical',
        evidence: "os.system('marker')",
        path: ['models/a.pkl'],
        by: 'exception',
        reason: 'a harmless marker',
        expires: NEVER,
      },
    ])
  })

  it('is in neither SARIF nor annotations', () => {
    put({ 'a.pkl': evil, 'p.yml': exceptionFor('a.pkl', evil, NEVER) })
    const sarif = JSON.parse(run('--policy', 'p.yml', '--format', 'sarif', 'a.pkl').out)
    expect(sarif.runs[0].results).toEqual([])
    expect(run('--policy', 'p.yml', '--format', 'github', 'a.pkl').out).not.toContain('a.pkl')
  })

  it('ends with the content it was for, and the report says why', () => {
    put({ 'a.pkl': other, 'p.yml': exceptionFor('a.pkl', evil, NEVER) })
    const { code, out } = run('--policy', 'p.yml', 'a.pkl')
    expect(code).toBe(1)
    expect(out).toContain('does not apply to a.pkl, whose content has changed')
  })

  it('ends with its last day, and the report says so', () => {
    put({ 'a.pkl': evil, 'p.yml': exceptionFor('a.pkl', evil, '2020-02-29') })
    const { code, out } = run('--policy', 'p.yml', 'a.pkl')
    expect(code).toBe(1)
    expect(out).toContain('expired on 2020-02-29 and no longer applies. Its reason was: a harmless marker')
  })

  it('holds for its rule and path only', () => {
    put({ 'a.pkl': evil, 'b.pkl': evil, 'p.yml': exceptionFor('a.pkl', evil, NEVER, 'pickle/unlisted-call') })
    expect(run('--policy', 'p.yml', 'a.pkl').code).toBe(1)
    put({ 'p.yml': exceptionFor('a.pkl', evil, NEVER, "'*'") })
    expect(run('--policy', 'p.yml', 'a.pkl').code).toBe(0)
    expect(run('--policy', 'p.yml', 'a.pkl', 'b.pkl').code).toBe(1)
  })

  it('can be for a file that could not be read', () => {
    const cut = clean.subarray(0, 3)
    put({ 'a.pkl': cut, 'p.yml': exceptionFor('a.pkl', cut, NEVER, 'scan/incomplete') })
    expect(run('a.pkl').code).toBe(2)
    expect(run('--policy', 'p.yml', 'a.pkl').code).toBe(0)
  })

  it('costs a hash only where its file has findings', () => {
    put({
      'a.pkl': clean,
      'b.pkl': evil,
      'c.pkl': evil,
      'p.yml': exceptionFor('a.pkl', clean, NEVER) + exceptionFor('b*', evil, NEVER).replace('exceptions:\n', ''),
    })
    expect(
      json('--policy', 'p.yml', '.')
        .files.filter((file) => file.sha256 !== undefined)
        .map(({ path }) => path),
    ).toEqual(['b.pkl'])
  })
})

describe('modelgate allow', () => {
  const args = ['--rule', 'pickle/dangerous-call', '--reason', 'a: marker # really', '--expires', NEVER]

  it('writes an exception that holds, and keeps what stands in the file', () => {
    const policy = '# ours\nfail-on-severity: high # or worse\n\nallow:\n  - a.B # why\n'
    put({ 'models/a.pkl': evil, '.github/modelgate.yml': policy })
    expect(run('allow', 'models/a.pkl', ...args)).toMatchObject({ code: 0, err: '' })
    expect(text('.github/modelgate.yml').startsWith(policy)).toBe(true)
    expect(run('--policy', '.github/modelgate.yml', 'models')).toMatchObject({ code: 0 })
    put({ 'models/b.pkl': other })
    expect(run('allow', './models/b.pkl', ...args).code).toBe(0)
    expect(json('--policy', '.github/modelgate.yml', 'models').files.map(({ suppressed }) => suppressed?.[0]?.reason)).toEqual([
      'a: marker # really',
      'a: marker # really',
    ])
  })

  it('makes the file where there is none', () => {
    put({ 'a.pkl': evil })
    expect(run('allow', 'a.pkl', ...args).code).toBe(0)
    expect(run('--policy', '.github/modelgate.yml', 'a.pkl').code).toBe(0)
  })

  it('leaves JSON as JSON', () => {
    put({ 'a.pkl': evil, 'p.json': '{"allow": ["a.B"], "exceptions": []}' })
    expect(run('allow', 'a.pkl', ...args, '--policy', 'p.json').code).toBe(0)
    expect(JSON.parse(text('p.json'))).toMatchObject({ allow: ['a.B'], exceptions: [{ path: 'a.pkl', sha256: sha256(evil) }] })
  })

  it.each<[string, readonly string[], string]>([
    ['no file', [...args], 'needs one file'],
    ['a file that is not there', ['b.pkl', ...args], 'b.pkl is not a regular file'],
    ['no rule', ['a.pkl', '--reason', 'x', '--expires', NEVER], 'needs --rule'],
    ['an empty reason', ['a.pkl', '--rule', '*', '--reason', ' ', '--expires', NEVER], 'needs --reason'],
    [
      'a rule with a slip',
      ['a.pkl', '--rule', 'pickle/dangerus-call', '--reason', 'x', '--expires', NEVER],
      'did you mean pickle/dangerous-call?',
    ],
    ['no day', ['a.pkl', '--rule', '*', '--reason', 'x', '--expires', '2999-02-30'], 'must be a day'],
    ['a day that is over', ['a.pkl', '--rule', '*', '--reason', 'x', '--expires', '2020-01-01'], 'is in the past'],
    ['a policy with a mistake', ['a.pkl', ...args, '--policy', 'bad.yml'], 'bad.yml:1: unknown key'],
  ])('refuses %s and writes nothing', (_what, argv, message) => {
    put({ 'a.pkl': evil, 'bad.yml': 'alow: []\n' })
    expect(run('allow', ...argv)).toMatchObject({ code: 64, out: '', err: expect.stringContaining(message) })
    expect(existsSync(join(work, '.github'))).toBe(false)
    expect(text('bad.yml')).toBe('alow: []\n')
  })
})

describe('a baseline', () => {
  it('lets what is known pass, counts it, and fails for what is new', () => {
    put({ 'models/a.pkl': evil, 'models/cut.pkl': clean.subarray(0, 3) })
    expect(run('baseline')).toMatchObject({ code: 0, out: '2 findings recorded in .github/modelgate-baseline.json\n' })
    const scan = ['--baseline', '.github/modelgate-baseline.json', 'models']
    expect(run(...scan)).toMatchObject({ code: 0, out: expect.stringMatching(/2 accepted/) })
    put({ 'models/b.pkl': evil })
    const { code, out } = run(...scan)
    expect(code).toBe(1)
    expect(out).toMatch(/models\/b\.pkl\n {2}CRITICAL/)
    expect(out).toMatch(/models\/a\.pkl\n {2}ACCEPTED {2}pickle\/dangerous-call/)
  })

  it.each<[string, () => void]>([
    ['the content changes', () => put({ 'a.pkl': Buffer.concat([evil, Buffer.of(0)]) })],
    ['the file moves', () => renameSync(join(work, 'a.pkl'), join(work, 'b.pkl'))],
  ])('is over when %s', (_what, change) => {
    put({ 'a.pkl': evil })
    run('baseline', '--output', 'known.json')
    expect(run('--baseline', 'known.json', '.').code).toBe(0)
    change()
    expect(run('--baseline', 'known.json', '.').code).toBe(1)
  })

  it('is the same for the same files, one entry a line', () => {
    put({ 'b.pkl': evil, 'a.pkl': other })
    run('baseline', '-o', 'one.json', 'a.pkl', 'b.pkl')
    run('baseline', '-o', 'two.json', 'b.pkl', 'a.pkl')
    expect(text('one.json')).toBe(text('two.json'))
    expect(
      text('one.json')
        .split('\n')
        .filter((line) => line.startsWith('{"path"')),
    ).toHaveLength(2)
  })

  it('does not record what the policy accepts, nor a pointer', () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 9\n`
    put({ 'a.pkl': evil, 'lfs.pt': pointer, 'p.yml': exceptionFor('a.pkl', evil, NEVER) })
    const { out } = run('baseline', '--policy', 'p.yml', '-o', 'known.json')
    expect(out).toBe('0 findings recorded in known.json; 1 incomplete part not recorded (pointers, timeouts, internal errors)\n')
    expect(run('--baseline', 'known.json', '--policy', 'p.yml', '.').code).toBe(2)
  })

  it.each<[string, string]>([
    ['{', 'this is not JSON'],
    ['{"version": 2, "entries": []}', 'this is not a baseline of version 1'],
    ['{"version": 1, "entries": [{"path": "a"}]}', 'entry 1 must have'],
  ])('that is %j is refused', (content, message) => {
    put({ 'a.pkl': evil, 'known.json': content })
    expect(run('--baseline', 'known.json', 'a.pkl')).toMatchObject({ code: 64, err: expect.stringContaining(`known.json: ${message}`) })
  })
})

describe('modelgate policy', () => {
  it('init writes a file that is right, changes nothing, and is never written over', () => {
    put({ 'a.pkl': own })
    expect(run('policy', 'init').code).toBe(0)
    expect(run('policy', 'check', '.github/modelgate.yml')).toMatchObject({ code: 0, out: '.github/modelgate.yml is a valid policy\n' })
    expect(run('policy', 'explain', '.github/modelgate.yml').out).toBe(run('policy', 'explain').out)
    expect(run('policy', 'init')).toMatchObject({ code: 64, err: expect.stringContaining('already exists') })
  })

  it('check names the line and what was probably meant', () => {
    put({ 'p.yml': 'allow: []\nfail-on-severty: high\n', 'ok.yml': 'allow: [a.B]\n', 'old.yml': exceptionFor('a', evil, '2020-01-01') })
    expect(run('policy', 'check', 'p.yml')).toMatchObject({
      code: 64,
      err: expect.stringContaining('p.yml:2: unknown key "fail-on-severty" (did you mean fail-on-severity?)'),
    })
    expect(run('policy', 'check', 'ok.yml').code).toBe(0)
    expect(run('policy', 'check', 'old.yml').out).toContain('expired exceptions: 1')
  })

  it('explain says in words what holds', () => {
    put({
      'p.yml': `fail-on-severity: critical\nfail-on-incomplete: false\ndeny: [torch.hub.*]\nseverity: {pickle/expansion: off}\napproved-formats: [onnx]\npaths:\n  - path: research/\n    fail-on-severity: never\n${exceptionFor('a.pkl', evil, NEVER)}`,
    })
    const { code, out } = run('policy', 'explain', 'p.yml')
    expect(code).toBe(0)
    for (const line of [
      'The gate fails for findings of severity critical.',
      'The gate does not fail for incomplete files, whose content is only partly known.',
      'Always dangerous: torch.hub.*.',
      'pickle/expansion is off.',
      'Models must have one of these formats: onnx.',
      '  research/',
      '    The gate does not fail for any finding.',
      `  a.pkl: pickle/dangerous-call, until ${NEVER}, SHA-256 ${sha256(evil).slice(0, 12)}…: a harmless marker`,
    ]) {
      expect(out.split('\n')).toContain(line)
    }
  })

  it.each([['policy'], ['policy', 'chek', 'x'], ['policy', 'check'], ['policy', 'check', 'none.yml']])(
    '%s %s is wrong usage',
    (...argv) => {
      expect(run(...argv)).toMatchObject({ code: 64, out: '' })
    },
  )

  it.each(['policy', 'allow', 'baseline', 'merge-reports'])('%s has help of its own, and is a folder when written ./%s', (name) => {
    expect(run(name, '--help')).toMatchObject({ code: 0, out: expect.stringContaining(`Usage: modelgate ${name}`), err: '' })
    put({ [`${name}/a.pkl`]: evil })
    expect(run(`./${name}`).code).toBe(1)
  })
})

describe('settings for some paths', () => {
  it('move the gate, allow names and set severities there only', () => {
    put({
      'prod/own.pkl': own,
      'lab/own.pkl': own,
      'lab/evil.pkl': evil,
      'lab/lfs.pt': `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 9\n`,
      'p.yml':
        'paths:\n  - path: prod/**\n    fail-on-severity: medium\n  - path: lab/\n    fail-on-severity: never\n    lfs-pointers: ignore\n',
    })
    expect(run('--policy', 'p.yml', 'lab').code).toBe(0)
    expect(run('--policy', 'p.yml', 'prod').code).toBe(1)
    expect(run('--policy', 'p.yml', '--quiet', '.').out).not.toContain('lab/')
    expect(run('--policy', 'p.yml', '--fail-on', 'critical', 'prod').code).toBe(0)
    expect(run('--policy', 'p.yml', '--fail-on', 'critical', 'lab').code).toBe(1)
    put({
      'p.yml':
        'paths:\n  - {path: prod/**, allow: [my_package.models.Net]}\n  - {path: lab/own.pkl, severity: {pickle/unknown-class: critical}}\n',
    })
    expect(
      json('--policy', 'p.yml', 'prod/own.pkl', 'lab/own.pkl').files.map(({ findings }) => findings.map(({ severity }) => severity)),
    ).toEqual([['critical'], []])
  })

  it('approve formats, whatever the name says', () => {
    put({
      'a.safetensors': clean,
      'old/a.pkl': clean,
      'notes.txt': 'nothing',
      'p.yml': 'approved-formats: [safetensors]\npaths:\n  - path: old/*\n    approved-formats: [pickle]\n',
    })
    const { files } = json('--policy', 'p.yml', '.')
    expect(files.flatMap(({ path, findings }) => findings.map(({ rule, evidence }) => `${path} ${rule} ${evidence}`))).toContain(
      'a.safetensors policy/unapproved-format pickle',
    )
    expect(files.find(({ path }) => path === 'old/a.pkl')?.findings).toEqual([])
    expect(run('--policy', 'p.yml', '.').code).toBe(1)
  })
})

describe('--first-party', () => {
  const rulesOf = (...args: readonly string[]): readonly string[] =>
    json(...args).files.flatMap(({ findings }) => findings.map(({ rule, severity }) => `${severity} ${rule}`))

  it('makes a class of the checkout low and says where it is', () => {
    put({ 'models/own.pkl': own, 'src/my_package/models.py': 'import torch\n\nclass Net(torch.nn.Module):\n    pass\n' })
    expect(rulesOf('models')).toEqual(['medium pickle/unknown-class'])
    expect(rulesOf('--first-party', 'models')).toEqual(['low pickle/first-party-class'])
    expect(run('--first-party', 'models').out).toContain('which src/my_package/models.py defines')
  })

  it('does not make a name that a module only imports', () => {
    put({ 'own.pkl': own, 'my_package/models.py': 'from elsewhere import Net\nNet2 = Net\n' })
    expect(rulesOf('--first-party', 'own.pkl')).toEqual(['medium pickle/unknown-class'])
  })
})

describe('shards', () => {
  const names = Array.from({ length: 9 }, (_, index) => `m/${index}.pkl`)
  beforeEach(() => put(Object.fromEntries(names.map((name, index) => [name, index === 4 ? evil : clean]))))
  const shard = (part: string, output: string, ...more: readonly string[]) =>
    run('--shard', part, '--format', 'json', '--output', output, ...more, 'm')

  it('hold every file once, and the merged report is that of one run', () => {
    const lists = ['1/3', '2/3', '3/3'].map((part) => run('--shard', part, '--list-shard', 'm').out.trim().split('\n'))
    expect(lists.flat().sort()).toEqual(names)
    expect(lists.map(({ length }) => length)).toEqual([3, 3, 3])
    const codes = [1, 2, 3].map((index) => shard(`${index}/3`, `r${index}.json`).code)
    expect(codes.sort()).toEqual([0, 0, 1])
    expect((JSON.parse(text('r2.json')) as Report).shard).toMatchObject({ index: 2, count: 3 })
    const merged = run('merge-reports', '--format', 'json', 'r3.json', 'r1.json', 'r2.json')
    expect(merged).toMatchObject({ code: 1, err: '' })
    expect(merged.out).toBe(run('--format', 'json', 'm').out)
    const sarif = JSON.parse(run('merge-reports', '--format', 'sarif', 'r1.json', 'r2.json', 'r3.json').out)
    expect(sarif.runs).toHaveLength(1)
  })

  it('do not move when Git LFS files are fetched', () => {
    const big = new Uint8Array(300_000)
    put({ 'm/big.bin': `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256(big)}\nsize ${big.length}\n` })
    const before = run('--shard', '1/2', '--list-shard', 'm').out
    shard('1/2', 'r1.json')
    put({ 'm/big.bin': big })
    expect(run('--shard', '1/2', '--list-shard', 'm').out).toBe(before)
    shard('2/2', 'r2.json')
    expect(run('merge-reports', 'r1.json', 'r2.json').err).not.toContain('not of the same run')
  })

  it.each<[string, readonly string[], string]>([
    ['no report', [], 'needs the reports'],
    ['a missing shard', ['r1.json'], '1 shard of 2 missing: 2'],
    ['a shard twice', ['r1.json', 'again.json', 'r2.json'], 'again.json and r1.json are both shard 1 of 2'],
    ['another list', ['r1.json', 'other.json'], 'its list of files or sizes differs'],
    ['another number', ['r1.json', 'third.json'], 'one of 3 shards, not of 2'],
    ['another gate', ['r1.json', 'gate.json'], 'its gate differs'],
    ['a whole run', ['whole.json'], 'a whole run'],
    ['a report that is cut', ['cut.json'], 'cut.json is not JSON'],
    ['some other JSON', ['{}.json'], '{}.json is not a JSON report'],
    ['a file that is not there', ['none.json'], 'none.json cannot be read'],
  ])('are not merged with %s', (_what, reports, message) => {
    shard('1/2', 'r1.json')
    shard('2/2', 'r2.json')
    shard('1/2', 'again.json')
    shard('2/3', 'third.json')
    shard('2/2', 'gate.json', '--fail-on', 'low')
    run('--format', 'json', '--output', 'whole.json', 'm')
    put({ 'cut.json': text('r1.json').slice(0, 50), '{}.json': '{}', 'm/more.pkl': clean })
    shard('2/2', 'other.json')
    expect(run('merge-reports', ...reports)).toMatchObject({ code: 64, out: '', err: expect.stringContaining(message) })
  })

  it.each(['0/2', '3/2', '1', '1/0', 'a/b', '1/257'])('cannot be %s', (part) => {
    expect(run('--shard', part, 'm')).toMatchObject({ code: 64, err: expect.stringContaining('--shard is') })
  })

  it('are listed only where one is named', () => {
    expect(run('--list-shard', 'm')).toMatchObject({ code: 64, err: expect.stringContaining('--list-shard needs --shard') })
  })
})
