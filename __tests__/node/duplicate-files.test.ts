import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memorySource } from '../../src/bytes/source.ts'
import { DuplicateFiles, type Reading } from '../../src/node/duplicate-files.ts'
import { sha256OfSource } from '../../src/node/hash.ts'
import { parsePolicy } from '../../src/node/policy-file.ts'
import { scanFiles } from '../../src/node/scan-files.ts'
import { defaultPolicy, type Policy } from '../../src/policy/policy.ts'
import { toJson } from '../../src/report/json.ts'
import { readReport } from '../../src/report/merge-read.ts'
import { buildReport } from '../../src/report/verdict.ts'
import type { FileReport } from '../../src/types/report.ts'
import { asm, callOf } from '../helpers/asm.ts'

/** Two million opcodes, and the call of `name` in their midst: the size is the same for names of the same length. */
function dense(name: string): Uint8Array {
  const half = Buffer.alloc(1_000_000, 'N0')
  return Buffer.concat([asm('PROTO 2'), half, callOf('os', name, 'marker').subarray(2, -1), Buffer.from('0'), half, asm('NONE', 'STOP')])
}

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'copies-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

async function scan(files: Readonly<Record<string, Uint8Array>>, policy: Policy = defaultPolicy) {
  const folder = mkdtempSync(join(root, 'run-'))
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  return scanFiles(Object.keys(files), { root: folder, stats: true, policy, today: '2026-01-01' })
}

const system = dense('system')

describe('copies of a file that takes long', () => {
  it('are recognised by their content, and reported as files of their own', async () => {
    const [first, second] = await scan({ 'a/model.pkl': system, 'b/model.pkl': system })
    expect(first).toMatchObject({ status: 'findings', stats: { opcodes: 2_000_009 } })
    expect(first).not.toHaveProperty('sameAs')
    expect(second).toMatchObject({
      path: 'b/model.pkl',
      sameAs: 'a/model.pkl',
      sha256: sha256OfSource(memorySource(system)),
      status: 'findings',
      stats: { opcodes: 0, bytesRead: expect.any(Number) },
    })
    expect(second?.findings).toEqual(first?.findings.map((finding) => ({ ...finding, path: ['b/model.pkl'] })))
  })

  it('stand in the JSON report, which can be merged', async () => {
    const files = await scan({ 'a/model.pkl': system, 'b/model.pkl': system })
    const json = toJson(buildReport({ files, gate: defaultPolicy, notices: [], version: '1' }))
    expect(JSON.parse(json).files[1]).toMatchObject({ sameAs: 'a/model.pkl' })
    expect(readReport(json, 'r.json').files[1]).toMatchObject({ sameAs: 'a/model.pkl' })
  })

  it.each<[string, Readonly<Record<string, Uint8Array>>]>([
    ['the same size, other bytes', { 'a/model.pkl': dense('getpid'), 'b/model.pkl': system }],
    ['another name, of which readers may make something else', { 'a/model.pkl': system, 'b/model.bin': system }],
  ])('are none with %s', async (_what, files) => {
    const [, second] = await scan(files)
    expect(second).not.toHaveProperty('sameAs')
    expect(second).toMatchObject({ stats: { opcodes: 2_000_009 } })
    expect(second?.findings[0]?.evidence).toContain('os.system')
  })

  it('are judged under the policy of their own path', async () => {
    const scoped = parsePolicy('paths:\n  - path: b/**\n    severity:\n      pickle/dangerous-call: low\n', 'policy.yml')
    const [first, second] = await scan({ 'a/model.pkl': system, 'b/model.pkl': system }, scoped)
    const severity = (file?: FileReport) => file?.findings.find(({ rule }) => rule === 'pickle/dangerous-call')?.severity
    expect([severity(first), severity(second)]).toEqual(['critical', 'low'])
  })
})

describe('what is read once', () => {
  const spent = { opcodes: 10_000_000, members: 0, 'bytes-inflated': 0 }
  const reading: Reading = { formats: ['pickle'], findings: [], incomplete: [], torch: undefined, spent, bytes: undefined }
  const source = memorySource(new Uint8Array(100_000))
  const files = ['a/m.pkl', 'b/m.pkl', 'c/n.pkl', 'd/o.pkl']

  /** How often two files were scanned, at the same time. */
  async function scans(paths: readonly [string, string], read: Reading, ask = (_hints: { neighbour?: () => unknown }): void => undefined) {
    const copies = new DuplicateFiles(files)
    let count = 0
    const all = paths.map((path) =>
      copies.read({ path, source, policy: defaultPolicy, hints: { neighbour: () => 'none' } }, async (hints) => {
        count++
        ask(hints)
        await Promise.resolve()
        return read
      }),
    )
    await Promise.all(all)
    return count
  }

  it('is what takes long, though both files are begun at once', async () => {
    expect(await scans(['a/m.pkl', 'b/m.pkl'], reading)).toBe(1)
  })

  it.each<[string, Reading, ((hints: { neighbour?: () => unknown }) => void)?]>([
    ['what is scanned faster than hashed', { ...reading, bytes: undefined, spent: { ...spent, opcodes: 1000 } }],
    ['what asked for the files around it', reading, (hints) => hints.neighbour?.()],
    ['what ran out of time', { ...reading, incomplete: [{ why: 'timeout', detail: 'late', path: ['a/m.pkl'] }] }],
  ])('is not %s', async (_what, read, ask) => {
    expect(await scans(['a/m.pkl', 'b/m.pkl'], read, ask)).toBe(2)
  })

  it('is hashed only where a file of the same name is to come', async () => {
    const copies = new DuplicateFiles(files)
    const read = (path: string) => copies.read({ path, source, policy: defaultPolicy, hints: {} }, () => Promise.resolve(reading))
    expect(await read('c/n.pkl')).not.toHaveProperty('sha256')
    expect(await read('a/m.pkl')).toHaveProperty('sha256')
  })
})
