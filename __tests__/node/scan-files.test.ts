import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memorySource } from '../../src/bytes/source.ts'
import { discover } from '../../src/node/discover.ts'
import { scanBytes, scanFile, scanFiles, scanSource } from '../../src/node/scan-files.ts'
import { defaultLimits } from '../../src/scan/limits.ts'
import { asm, callOf, counted } from '../helpers/asm.ts'

const evil = callOf('os', 'system', 'marker')
const clean = asm('PROTO 2', 'NONE', 'STOP')
const large = Buffer.concat([asm('PROTO 2'), counted('BINBYTES', new Uint8Array(200_000)), asm('POP'), evil.subarray(2)])

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'scan-files-'))
  mkdirSync(join(root, 'folder'))
  for (const [name, bytes] of [
    ['evil.pkl', evil],
    ['clean.pkl', clean],
    ['large.pkl', large],
    ['folder/evil.bin', evil],
    ['readme.md', Buffer.from('# text')],
  ] as const) {
    writeFileSync(join(root, name), bytes)
  }
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

// Only Linux takes any bytes for a name.
describe.runIf(process.platform === 'linux')('a name that is not UTF-8', () => {
  const raw = (...parts: readonly (string | number)[]): Buffer =>
    Buffer.concat([Buffer.from(`${root}/`), ...parts.map((part) => (typeof part === 'number' ? Buffer.of(part) : Buffer.from(part)))])

  it('hides no file behind one that is really called as it comes out', async () => {
    mkdirSync(join(root, 'twins'))
    writeFileSync(raw('twins/', 0xff, '.pkl'), evil)
    writeFileSync(join(root, 'twins/\ufffd.pkl'), clean)
    const { files } = discover(join(root, 'twins'))
    expect(files).toEqual(['\ufffd.pkl'])
    const [report] = await scanFiles(files, { root: join(root, 'twins') })
    expect(report).toMatchObject({ status: 'incomplete', incomplete: [{ detail: expect.stringContaining('the name is not UTF-8') }] })
  })

  it('hides no folder behind an empty one', async () => {
    mkdirSync(join(root, 'folders/\ufffd'), { recursive: true })
    mkdirSync(raw('folders/', 0xff))
    writeFileSync(raw('folders/', 0xff, '/evil.pkl'), evil)
    const { files } = discover(join(root, 'folders'))
    const reports = await scanFiles(files, { root: join(root, 'folders') })
    expect(reports.map(({ path, status }) => [path, status])).toEqual([['\ufffd', 'incomplete']])
  })

  it('is one like any other where it only holds that character', async () => {
    mkdirSync(join(root, 'plain'))
    writeFileSync(join(root, 'plain/\ufffd.pkl'), evil)
    expect(await scanFile('plain/\ufffd.pkl', { root })).toMatchObject({ status: 'findings' })
  })
})

it('a million clean files would hold their lists once', async () => {
  writeFileSync(join(root, 'clean2.pkl'), clean)
  const [a, b] = await scanFiles(['clean.pkl', 'clean2.pkl'], { root })
  expect(a?.formats).toBe(b?.formats)
  expect(a?.findings).toBe(b?.findings)
})

describe('scanFile', () => {
  it.each([
    ['evil.pkl', 'findings', ['pickle']],
    ['clean.pkl', 'clean', ['pickle']],
    ['large.pkl', 'findings', ['pickle']],
    ['folder/evil.bin', 'findings', ['pickle']],
  ])('%s is %s', async (path, status, formats) => {
    expect(await scanFile(path, { root })).toMatchObject({ path, status, formats, incomplete: [] })
  })

  it('of text recognises nothing', async () => {
    expect(await scanFile('readme.md', { root })).toMatchObject({ status: 'unrecognised', findings: [], incomplete: [] })
  })

  it.each(['missing.pkl', 'folder'])('reports %s, which cannot be read, as incomplete', async (path) => {
    const report = await scanFile(path, { root })
    expect(report).toMatchObject({ path, size: 0, status: 'incomplete', formats: [], findings: [] })
    expect(report.incomplete[0]).toMatchObject({ why: 'internal', detail: expect.stringContaining('it cannot be read') })
  })

  it.runIf(process.platform !== 'win32' && process.getuid?.() !== 0)('reports a locked file as incomplete', async () => {
    writeFileSync(join(root, 'locked.pkl'), evil)
    chmodSync(join(root, 'locked.pkl'), 0)
    expect((await scanFile('locked.pkl', { root })).incomplete[0]?.detail).toContain('EACCES')
  })

  it.runIf(process.platform !== 'win32')('does not read a device', async () => {
    expect((await scanFile('/dev/zero', { root })).incomplete[0]?.detail).toContain('not a regular file')
  })

  it.runIf(process.platform !== 'win32')('does not wait for a writer at a FIFO', async () => {
    spawnSync('bash', ['-c', 'mkfifo pipe.pkl'], { cwd: root })
    expect((await scanFile('pipe.pkl', { root })).incomplete[0]?.detail).toContain('not a regular file')
  })

  it.runIf(process.platform !== 'win32').each([
    ['a folder', 'folder', 'to a folder'],
    ['a file outside', '/etc/passwd', 'to a file outside of the scanned folders'],
    ['a device', '/dev/zero', 'to something other than a regular file'],
    ['nothing', 'nowhere', 'whose destination does not exist'],
    ['itself', 'link.pkl', 'that leads to itself'],
  ])('follows no link to %s, and says so', async (_what, target, detail) => {
    symlinkSync(target, join(root, 'link.pkl'))
    try {
      const report = await scanFile('link.pkl', { root })
      expect(report).toMatchObject({ status: 'incomplete', findings: [], formats: [] })
      expect(report.incomplete).toMatchObject([{ why: 'unsupported', detail: `it is a symbolic link ${detail}` }])
    } finally {
      rmSync(join(root, 'link.pkl'))
    }
  })

  it.runIf(process.platform !== 'win32')('reads what a link leads to under the name of the link', async () => {
    symlinkSync('evil.pkl', join(root, 'link.pkl'))
    symlinkSync('link.pkl', join(root, 'chain.pkl'))
    for (const name of ['link.pkl', 'chain.pkl']) expect(await scanFile(name, { root })).toMatchObject({ path: name, status: 'findings' })
    for (const name of ['link.pkl', 'chain.pkl']) rmSync(join(root, name))
  })

  it.runIf(process.platform !== 'win32')('reads a file in a folder that is reached by a link', async () => {
    symlinkSync('folder', join(root, 'way'))
    expect((await scanFile('way/evil.bin', { root })).status).toBe('findings')
  })

  it('hashes where asked', async () => {
    const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
    expect((await scanFile('large.pkl', { root, sha256: true })).sha256).toBe(hash(large))
    expect(await scanFile('large.pkl', { root })).not.toHaveProperty('sha256')
  })
})

describe('scanFiles', () => {
  const files = ['large.pkl', 'missing.pkl', 'evil.pkl', 'clean.pkl', 'readme.md']

  it.each([1, 2, 64])('reports in the order asked for, %i at a time', async (concurrency) => {
    const done: number[] = []
    const reports = await scanFiles(files, { root, concurrency, onFile: (_file, count, total) => done.push(count * 100 + total) })
    expect(reports.map(({ path }) => path)).toEqual(files)
    expect(done).toEqual([105, 205, 305, 405, 505])
  })

  it('of none gives none', async () => {
    expect(await scanFiles([], { root })).toEqual([])
  })

  it('gives the same report every time', async () => {
    expect(await scanFiles(files, { root, concurrency: 1 })).toEqual(await scanFiles(files, { root, concurrency: 5 }))
  })
})

describe('limits', () => {
  it('hold for one file alone', async () => {
    const limits = { ...defaultLimits, opcodes: 10 }
    const [first, second] = await scanFiles(['evil.pkl', 'evil.pkl'], { root, limits })
    expect(first).toEqual(second)
  })

  it('a time of nothing is said, and what was found first stays', async () => {
    const long = Buffer.concat([evil.subarray(0, evil.length - 1), Buffer.alloc(4_000_000, asm('NONE', 'POP')), asm('STOP')])
    const report = await scanBytes('model.pkl', long, { timeoutMs: 0 })
    expect(report.incomplete.map(({ why }) => why)).toEqual(['timeout'])
    expect(report.findings.map(({ rule }) => rule)).toEqual(['pickle/dangerous-call'])
  })
})

it('a source is as good as a file', async () => {
  const fromFile = await scanFile('large.pkl', { root })
  expect(await scanSource('large.pkl', memorySource(large), {})).toEqual(fromFile)
  expect(await scanBytes('large.pkl', large)).toEqual(fromFile)
})
