import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, describe, expect, it } from 'vitest'
import { scanFiles } from '../../src/node/scan-files.ts'
import { defaultPolicy } from '../../src/policy/policy.ts'
import { toJson } from '../../src/report/json.ts'
import { readReport } from '../../src/report/merge-read.ts'
import { toText } from '../../src/report/text.ts'
import { buildReport } from '../../src/report/verdict.ts'
import type { Report } from '../../src/types/report.ts'
import { buildZip } from '../helpers/zip-builder.ts'

const folder = mkdtempSync(join(tmpdir(), 'modelgate-stats-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function reportOf(root: string, files: readonly string[], stats = true): Promise<Report> {
  return buildReport({ files: await scanFiles(files, { root, stats }), gate: defaultPolicy, notices: [], version: '1' })
}

/** Reads, bytes read, members, bytes inflated, opcodes, peak of the stack, peak of the memo. */
async function workOf(root: string, file: string): Promise<readonly number[]> {
  const [scanned] = (await reportOf(root, [file])).files
  const { bytes: _, ...work } = scanned?.stats ?? {}
  return Object.values(work)
}

/** A torch archive whose members are stored. */
function tensors(count: number, size: number): string {
  const name = `${count}-${size}.pt`
  const entries = Array.from({ length: count }, (_, index) => ({ name: `archive/data/${index}`, data: Buffer.alloc(size) }))
  writeFileSync(join(folder, name), buildZip([{ name: 'archive/data.pkl', data: Buffer.from('gAJ9cQAu', 'base64') }, ...entries]))
  return name
}

// A number that grows is work that nobody asked for; one that shrinks is to be written down here.
describe('the work that a file takes', () => {
  it.each([
    ['clean/arrays-bz2.joblib', [1, 459, 0, 679, 238, 26, 44]],
    ['clean/arrays-gzip.joblib', [1, 417, 0, 679, 237, 26, 44]],
    ['clean/deflated.npz', [1, 537, 2, 446, 72, 12, 23]],
    ['clean/hdf5-latest.h5', [1, 32066, 0, 0, 2, 1, 0]],
    ['malicious/additems-attribute.pkl', [1, 73, 0, 0, 17, 5, 0]],
  ])('%s', async (file, work) => {
    expect(await workOf('fixtures', file)).toEqual(work)
  })

  it.each([
    ['many small tensors', 2000, 64, [26, 716936, 2001, 0, 4, 1, 1]],
    ['some large tensors', 20, 200_000, [65, 93284, 21, 0, 4, 1, 1]],
  ])('%s', async (_name, count, size, work) => {
    expect(await workOf(folder, tensors(count, size))).toEqual(work)
  })
})

describe('the peaks', () => {
  // [None, None, None, None, None, {'a': 1, 'b': [1, 2, 3]}] by pickle, whose opcodes pickletools shows to reach 14 values and 5 memo slots.
  const nested = Buffer.from('80049522000000000000005d9428' + '4e4e4e4e4e7d94288c0161944b018c0162945d94284b014b024b0365' + '75652e', 'hex')

  it.each<[string, Uint8Array, readonly number[]]>([
    ['one pickle', nested, [14, 5]],
    ['the deeper of two', Buffer.concat([nested, Buffer.from('N.')]), [14, 5]],
    ['three values that are dropped again', Buffer.from('NNN00.'), [3, 0]],
    ['a slot that is filled twice', Buffer.from('Np7\np7\n.'), [1, 1]],
    ['nothing, where it breaks at once', Buffer.from('\x80\x04\xff', 'latin1'), [0, 0]],
  ])('of %s', async (_what, bytes, peaks) => {
    writeFileSync(join(folder, 'peaks.pkl'), bytes)
    expect((await workOf(folder, 'peaks.pkl')).slice(-2)).toEqual(peaks)
  })
})

describe('the report', () => {
  const files = ['clean/arrays-gzip.joblib', 'clean/deflated.npz']

  it('says it for each file and in all, in JSON by the schema', async () => {
    const report = await reportOf('fixtures', files)
    const json = JSON.parse(toJson(report))
    const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync('docs/report.schema.json', 'utf8')) as object)
    expect(validate(json), JSON.stringify(validate.errors)).toBe(true)
    expect(json.stats.opcodes).toBe(json.files[0].stats.opcodes + json.files[1].stats.opcodes)
    expect(readReport(toJson(report), 'r').files).toEqual(report.files)
  })

  it('says it in text, one line a file', async () => {
    const lines = toText(await reportOf('fixtures', files)).split('\n')
    expect(lines.filter((line) => line.startsWith('stats: '))).toHaveLength(3)
    expect(lines.find((line) => line.startsWith('stats: total: '))).toMatch(
      /^stats: total: \d+ reads, \d+ bytes read, .* opcodes, at most 26 on the stack, 44 in the memo; \d+ bytes interpreted/,
    )
  })

  it('says nothing of it unless asked', async () => {
    const report = await reportOf('fixtures', files, false)
    expect(toJson(report) + toText(report)).not.toContain('stats')
  })
})
