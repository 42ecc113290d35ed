import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asm, callOf } from '../helpers/asm.ts'
import { event, flood } from '../helpers/programs.ts'

const posix = process.platform !== 'win32'
const evil = callOf('os', 'system', 'marker')
const own = asm('PROTO 2', 'GLOBAL my_package Net', 'EMPTY_TUPLE', 'NEWOBJ', 'STOP')
const clean = asm('PROTO 2', 'NONE', 'STOP')
const cut = clean.subarray(0, 3)
const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 9\n`

let base: string
let work: string
let cli: string

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'modelgate-cli-'))
  work = join(base, 'work')
  cli = join(base, 'cli.mjs')
  // The sources as they are, bundled as the release is: dist/ is checked elsewhere.
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
  const files: Readonly<Record<string, Uint8Array | string>> = {
    'clean/a.pkl': clean,
    'clean/b.pkl': clean,
    'evil/model.pkl': evil,
    'own/model.pkl': own,
    'cut/model.pkl': cut,
    'lfs/model.pt': pointer,
    'both/cut.pkl': cut,
    'both/evil.pkl': evil,
    'text/readme.md': '# nothing\n',
    'allow.yml': 'allow:\n  - my_package.Net\n',
    'strict.yml': 'fail-on-severity: medium\n',
    'wrong.yml': 'fail-on-severity: severe\n',
    'unknown.yml': '\nfail_on: high\n',
    'broken.yml': 'allow: [\n',
  }
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(work, name)), { recursive: true })
    writeFileSync(join(work, name), content)
  }
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = work) {
  const { PATH = '', SystemRoot, TEMP, TMP } = process.env
  const result = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH, ...(SystemRoot ? { SystemRoot } : {}), ...(TEMP ? { TEMP } : {}), ...(TMP ? { TMP } : {}), ...env },
  })
  if (result.error) throw result.error
  return { code: result.status, out: result.stdout, err: result.stderr }
}
const json = (args: readonly string[]) => JSON.parse(run(['--format', 'json', ...args]).out)

describe('generated files', () => {
  const options = [[], ['--quiet'], ['--jobs', '1'], ['--jobs', '16'], ['--explain']]

  it('have the same outcome with every option that is about showing or speed', () => {
    const programs = fc.sample(fc.array(fc.oneof(event, flood), { minLength: 1, maxLength: 2 }), 24)
    const folder = join(work, 'generated')
    mkdirSync(folder)
    for (const [at, events] of programs.entries())
      writeFileSync(join(folder, `${at}.pkl`), asm('PROTO 2', 'MARK', ...events.flat(), 'TUPLE', 'STOP'))
    for (let at = 0; at < 3; at++) {
      const codes = options.map((option) => run([...option, `generated/${at}.pkl`]).code)
      expect(new Set(codes).size).toBe(1)
    }
    const outcome = (args: readonly string[]) => {
      const { files, verdict } = json([...args, 'generated'])
      return { files, verdict }
    }
    for (const option of options.slice(1, -1)) expect(outcome(option)).toEqual(outcome([]))
    rmSync(folder, { recursive: true })
  })
})

describe('exit status', () => {
  it.each<[number, string, readonly string[]]>([
    [0, 'clean files', ['clean']],
    [0, 'files of no known format', ['text']],
    [1, 'a bad file', ['evil']],
    [1, 'a bad file among good ones', ['clean', 'evil']],
    [1, 'a bad file and an unread one', ['both']],
    [2, 'a file that is cut', ['cut']],
    [2, 'a pointer', ['lfs']],
    [0, 'a finding below the threshold', ['own']],
    [1, 'the same with a lower one', ['--fail-on', 'medium', 'own']],
    [0, 'a bad file under never', ['--fail-on', 'never', 'evil']],
    [2, 'a bad and an unread file under never', ['--fail-on', 'never', 'both']],
    [0, 'a cut file that may be', ['--no-fail-on-incomplete', 'cut']],
    [0, 'a pointer that may be', ['--lfs-pointers', 'warn', 'lfs']],
    [0, 'a pointer that is ignored', ['--lfs-pointers=ignore', 'lfs']],
    [1, 'a policy with a lower threshold', ['--policy', 'strict.yml', 'own']],
    [0, 'a policy that allows the class', ['--policy', 'allow.yml', '--fail-on', 'low', 'own']],
    [0, 'the command line before the policy', ['--policy', 'strict.yml', '--fail-on', 'high', 'own']],
    [0, 'help', ['--help']],
    [0, 'version', ['--version']],
  ])('%i for %s', (code, _what, args) => {
    expect(run(args)).toMatchObject({ code, err: '' })
  })

  it.each<[string, readonly string[], string]>([
    ['no path', [], 'no PATH is given'],
    ['a path that is not there', ['nothing'], 'nothing does not exist'],
    ['an empty path, as of an unset variable', ['', 'clean'], 'a PATH is empty'],
    ['one of them not there', ['clean', 'nothing'], 'nothing does not exist'],
    ['an unknown option', ['--nothing', 'clean'], '--nothing'],
    ['an unknown format', ['--format', 'xml', 'clean'], '--format is "xml"; it must be one of text, json, sarif, markdown, github'],
    ['an unknown severity', ['--fail-on', 'severe', 'clean'], '--fail-on is "severe"'],
    ['a number of jobs that is none', ['--jobs', '0', 'clean'], '--jobs is "0"'],
    ['a time that is none', ['--timeout', 'soon', 'clean'], '--timeout is "soon"'],
    ['a policy that is not there', ['--policy', 'none.yml', 'clean'], 'none.yml cannot be read (ENOENT)'],
    ['a policy with a wrong value', ['--policy', 'wrong.yml', 'clean'], 'wrong.yml:1: fail-on-severity must be one of'],
    ['a policy with an unknown key', ['--policy', 'unknown.yml', 'clean'], 'unknown.yml:2: unknown key "fail_on"'],
    ['a policy that is no YAML', ['--policy', 'broken.yml', 'clean'], 'broken.yml:'],
    ['a report that cannot be written', ['--output', 'none/report.json', 'clean'], 'cannot be written to none/report.json (ENOENT)'],
  ])('64 for %s, and says so', (_what, args, message) => {
    const { code, out, err } = run(args)
    expect({ code, out }).toEqual({ code: 64, out: '' })
    expect(err).toContain(message)
    expect(err).toMatch(/^modelgate: /)
    expect(err).not.toContain('    at ')
  })

  it.runIf(posix)('64 for a symbolic link, which is not followed', () => {
    symlinkSync('evil', join(work, 'link'))
    expect(run(['link'])).toMatchObject({ code: 64, err: expect.stringContaining('link is a symbolic link') })
    rmSync(join(work, 'link'))
  })

  it.runIf(posix)('64 for a device', () => {
    expect(run(['/dev/zero'])).toMatchObject({ code: 64, err: expect.stringContaining('neither a file nor a folder') })
  })
})

describe('output', () => {
  it('as text names the file, the call and the verdict', () => {
    const { out } = run(['evil'])
    expect(out).toContain('evil/model.pkl')
    expect(out).toContain("os.system('marker')")
    expect(out).toMatch(/FAIL/)
    expect(run(['clean']).out).toMatch(/PASS/)
  })

  it('as JSON is the report', () => {
    const report = json(['both'])
    expect(report).toMatchObject({ schemaVersion: 1, tool: { name: 'modelgate' }, verdict: 'fail' })
    expect(report.files.map(({ path, status }: { path: string; status: string }) => `${path} ${status}`)).toEqual([
      'both/cut.pkl incomplete',
      'both/evil.pkl findings',
    ])
    expect(report.files[1].findings[0]).toMatchObject({
      rule: 'pickle/dangerous-call',
      severity: 'critical',
      evidence: "os.system('marker')",
    })
  })

  it('as SARIF has one run, with the category asked for', () => {
    const { out, code } = run(['--format', 'sarif', '--category', 'models', 'evil'])
    const sarif = JSON.parse(out)
    expect(code).toBe(1)
    expect(sarif).toMatchObject({ version: '2.1.0', runs: [{ automationDetails: { id: expect.stringContaining('models') } }] })
    expect(sarif.runs[0].results[0].ruleId).toBe('pickle/dangerous-call')
  })

  it('as Markdown and as annotations names the file', () => {
    expect(run(['--format', 'markdown', 'evil']).out).toContain('evil/model.pkl')
    expect(run(['--format', 'github', 'evil']).out).toMatch(/^::error .*file=evil\/model\.pkl/m)
  })

  it.each(['text', 'json', 'sarif', 'markdown', 'github', 'html'])(
    'as %s goes to a file where asked, with the same exit status',
    (format) => {
      const { code, out, err } = run(['--format', format, '--output', 'report', 'evil'])
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(err).toContain('FAIL')
      expect(readFileSync(join(work, 'report'), 'utf8')).toContain('evil/model.pkl')
      expect(run(['--format', format, '--output', 'report', '--quiet', 'evil']).err).toBe('')
      rmSync(join(work, 'report'))
    },
  )

  it('with --quiet leaves out what passes', () => {
    const { out } = run(['--quiet', 'clean', 'own', 'evil'])
    expect(out).toContain('evil/model.pkl')
    expect(out).not.toContain('own/model.pkl')
    expect(run(['--quiet', 'clean']).out.trim().split('\n')).toHaveLength(1)
  })

  it('with --explain says why each fact was judged so', () => {
    const { out, code } = run(['--explain', 'evil', 'clean'])
    expect(code).toBe(1)
    expect(out).toMatch(/evil\/model\.pkl @\d+ {2}import os\.system\n {4}HIGH pickle\/dangerous-import: /)
    expect(out).toMatch(/reduce os\.system\('marker'\)\n {4}CRITICAL pickle\/dangerous-call: listed as dangerous/)
  })

  it('with --sha256 hashes', () => {
    expect(json(['--sha256', 'clean']).files[0].sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(json(['clean']).files[0]).not.toHaveProperty('sha256')
  })

  it('is the same every time, however many files are read at once', () => {
    const args = ['--format', 'json', '.']
    expect(run([...args, '--jobs', '1']).out).toBe(run([...args, '--jobs', '8']).out)
  })

  it('names each file once, however often it is given, and the whole tree sorted', () => {
    const paths = json(['.', 'clean', 'clean/a.pkl']).files.map(({ path }: { path: string }) => path)
    expect(paths).toEqual([...new Set(paths)].sort())
    expect(paths).toContain('clean/a.pkl')
  })

  it.runIf(posix)('names links as it names files, each once, however often their folder is given', () => {
    mkdirSync(join(work, 'links/sub'), { recursive: true })
    for (const name of ['links/broken', 'links/sub/deep']) symlinkSync('nowhere', join(work, name))
    writeFileSync(join(work, 'links/a.pkl'), clean)
    const notices = ['Symbolic link not followed: links/broken', 'Symbolic link not followed: links/sub/deep']
    expect(json(['links']).notices).toEqual(notices)
    expect(json(['links', 'links/sub', './links/']).notices).toEqual(notices)
    expect(json([join(work, 'links')]).notices).toEqual(notices)
    rmSync(join(work, 'links'), { recursive: true })
  })

  it('has no colours where nobody asked, and some where they did', () => {
    const ansi = '\x1b['
    expect(run(['evil']).out).not.toContain(ansi)
    expect(run(['--color', 'evil']).out).toContain(ansi)
    expect(run(['--no-color', 'evil']).out).not.toContain(ansi)
    expect(run(['evil'], { NO_COLOR: '1' }).out).not.toContain(ansi)
    expect(run(['--color', '--output', 'report', 'evil'])).toMatchObject({ code: 1 })
    expect(readFileSync(join(work, 'report'), 'utf8')).not.toContain(ansi)
    rmSync(join(work, 'report'))
  })
})

// As in the cache of Hugging Face, where a snapshot is links to blobs beside it.
it.runIf(posix)('a model that is a link is read below the working directory and the folders that are given', () => {
  mkdirSync(join(work, 'cache/snapshot'), { recursive: true })
  mkdirSync(join(work, 'cache/blobs'))
  writeFileSync(join(work, 'cache/blobs/0123'), clean)
  symlinkSync('../blobs/0123', join(work, 'cache/snapshot/model.bin'))
  const elsewhere = join(work, 'evil')
  const { code, out } = run([join(work, 'cache/snapshot')], {}, elsewhere)
  expect({ code, out }).toEqual({ code: 2, out: expect.stringContaining('it is a symbolic link to a file outside of the scanned folders') })
  expect(out).toContain('Scan its destination as well')
  for (const paths of [['cache/snapshot'], ['cache'], ['cache/snapshot', 'cache/blobs'], ['cache/snapshot/model.bin']])
    expect(run(paths)).toMatchObject({ code: 0, out: expect.stringContaining('PASS') })
  expect(run([join(work, 'cache/snapshot'), join(work, 'cache/blobs')], {}, elsewhere).code).toBe(0)
  expect(run([join(work, 'cache/snapshot/model.bin')], {}, elsewhere).code).toBe(64)
  rmSync(join(work, 'cache'), { recursive: true })
})

describe('a place for the output', () => {
  it('is never one of the scanned models', () => {
    const before = readFileSync(join(work, 'evil/model.pkl'))
    const { code, err } = run(['--format', 'json', '--output', 'evil/model.pkl', 'evil'])
    expect({ code, err }).toEqual({ code: 64, err: expect.stringContaining('which is one of the scanned models') })
    expect(readFileSync(join(work, 'evil/model.pkl'))).toEqual(before)
  })

  it('may be an earlier report, and keeps nothing of the writing behind', () => {
    const args = ['--format', 'json', '--output', 'again/report.json', 'again']
    mkdirSync(join(work, 'again'))
    expect([run(args).code, run(args).code]).toEqual([0, 0])
    expect(readdirSync(join(work, 'again'))).toEqual(['report.json'])
    rmSync(join(work, 'again'), { recursive: true })
  })

  it('of another format than text takes no explanations between', () => {
    expect(run(['--explain', '--format', 'json', 'clean'])).toMatchObject({
      code: 64,
      err: expect.stringContaining('--explain prints text'),
    })
  })

  describe.runIf(posix)('that goes away', () => {
    const shell = (script: string) => spawnSync('bash', ['-c', script, 'bash', process.execPath, cli], { cwd: work, encoding: 'utf8' })

    // More than a pipe holds, so that the command is still writing when the reader has gone.
    it.each<readonly [string, string]>([
      ['text', ''],
      ['text with --explain', '--explain'],
      ...['json', 'sarif', 'markdown', 'github', 'html'].map((format) => [format, `--format ${format}`] as const),
    ])('as %s leaves the verdict to be the exit status, and says nothing', (_what, option) => {
      const folder = join(work, 'much')
      mkdirSync(folder, { recursive: true })
      for (let index = 0; index < 300; index++) writeFileSync(join(folder, `${index}${'x'.repeat(150)}.pkl`), evil)
      const { stdout, stderr } = shell(`("$1" "$2" ${option} much; echo "status $?" >&2) | head -c 1`)
      rmSync(folder, { recursive: true })
      expect({ length: stdout.length, stderr }).toEqual({ length: 1, stderr: 'status 1\n' })
    })

    it.each(['clean', '--explain clean', '--help'])('because the disk is full is one line and a status of its own: %s', (args) => {
      const { stderr } = shell(`"$1" "$2" ${args} > /dev/full; echo "status $?" >&2`)
      if (existsSync('/dev/full')) expect(stderr).toBe('modelgate: standard output cannot be written (ENOSPC)\nstatus 74\n')
    })
  })
})

describe.runIf(posix)('hostile names', () => {
  const hostile = [
    '::error::owned',
    '\x1b[31mred.pkl',
    'line\nbreak.pkl',
    '<img src=x onerror=1>.pkl',
    '%0A::set-output.pkl',
    'a|b`c.pkl',
    '\u202Elkp.exe',
    '--help',
  ]
  let folder: string
  beforeAll(() => {
    folder = join(work, 'names')
    mkdirSync(folder)
    for (const name of hostile) writeFileSync(join(folder, name), callOf('os', 'system', '\n::error::x\x1b[31m<b>'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(['text', 'markdown', 'github'])('reach %s escaped', (format) => {
    const { out, code } = run(['--format', format, 'names'])
    expect(code).toBe(1)
    expect(out).not.toContain('\x1b')
    expect(out).not.toContain('\u202E')
    // A command of the runner starts a line: only those that the reporter itself writes may.
    const commands = out.split('\n').filter((line) => /^\s*::/.test(line))
    expect(
      commands.every(
        (line) =>
          format === 'github' &&
          /^::(?:error|warning|notice|group|endgroup) ?/.test(line) &&
          !line.startsWith('::error::owned') &&
          !line.startsWith('::error::x'),
      ),
    ).toBe(true)
  })

  it('reach --explain escaped', () => {
    const { out } = run(['--explain', 'names'])
    expect(out).not.toContain('\x1b')
    expect(out).not.toMatch(/^::/m)
  })

  it.each(['json', 'sarif'])('leave %s readable', (format) => {
    expect(() => JSON.parse(run(['--format', format, 'names']).out)).not.toThrow()
  })

  it('can be given after --', () => {
    const result = run(['--format', 'json', '--', 'names/--help'])
    expect(result.code).toBe(1)
    expect(JSON.parse(result.out).files).toHaveLength(1)
  })

  it('in an error message are escaped', () => {
    expect(run(['no\x1b[31m\n::error::x']).err).not.toMatch(/\x1b|^::/m)
  })
})
