import { deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import { defaultLimits } from '../../../src/scan/limits.ts'
import type { FileReport } from '../../../src/types/report.ts'
import { buildZip } from '../../helpers/zip-builder.ts'
import { VECTORS } from './compressed-vectors.ts'

const EVIL = Buffer.from('cos\nsystem\n(Vecho modelgate-marker\ntR.')
const CLEAN = Buffer.from('(dVname\nVsmall\ns.')

const rows = (report: FileReport): string[] => [
  ...report.findings.map((finding) => `${finding.rule} ${finding.path.slice(1).join('!')}`),
  ...report.incomplete.map((part) => `${part.why} ${part.path.slice(1).join('!')}`),
]

function zfile(data: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`ZF${`0x${data.length.toString(16)}`.padEnd(19)}`), deflateSync(data)])
}

describe('a payload', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['model.pkl.gz', gzipSync(EVIL), 'gzip', 'model.pkl'],
    ['model.bin', gzipSync(EVIL), 'gzip', 'content'],
    ['model.joblib', deflateSync(EVIL), 'zlib', 'content'],
    ['model.joblib.z', deflateSync(EVIL), 'zlib', 'model.joblib'],
    ['cache.z', zfile(EVIL), 'joblib-zfile', 'cache'],
    ['model.pkl.bz2', VECTORS.bz2, 'bzip2', 'model.pkl'],
    ['model.pkl.lzma', VECTORS.lzma, 'lzma', 'model.pkl'],
    ['model.pkl.lz4', VECTORS.lz4, 'lz4', 'model.pkl'],
    ['model.pkl.zst', VECTORS.zst, 'zstd', 'model.pkl'],
    ['model.pkl.xz', VECTORS.xz, 'xz', 'model.pkl'],
    ['two.pkl.gz.gz', gzipSync(gzipSync(EVIL)), 'gzip', 'two.pkl.gz!two.pkl'],
  ])('is found in %s', async (name, bytes, format, path) => {
    const report = await scanBytes(name, bytes)
    expect(report.formats).toEqual([format])
    expect(rows(report)).toEqual([`pickle/dangerous-call ${path}`])
  })

  it.each([20, 93])('is found in a zip member of method %i, Zstandard', async (method) => {
    const report = await scanBytes(
      'a.zip',
      buildZip([{ name: 'model.pkl', data: EVIL, raw: VECTORS.zst, method, compressedSize: VECTORS.zst.length }]),
    )
    expect(rows(report)).toEqual(['pickle/dangerous-call model.pkl'])
  })

  it('is found in front of what breaks the data', async () => {
    const whole = gzipSync(EVIL)
    const cut = await scanBytes('a.pkl.gz', whole.subarray(0, -6))
    expect(rows(cut)).toEqual(['pickle/dangerous-call a.pkl', 'truncated a.pkl'])
    const wrong = Buffer.from(whole)
    wrong[whole.length - 8] = (wrong[whole.length - 8] ?? 0) ^ 1
    expect(rows(await scanBytes('a.pkl.gz', wrong))).toEqual(['pickle/dangerous-call a.pkl', 'malformed a.pkl'])
  })
})

describe('nothing is said of', () => {
  it.each<[string, Uint8Array]>([
    ['text', gzipSync(Buffer.from('Nothing but text.\n'.repeat(50)))],
    ['no bytes', gzipSync(new Uint8Array(0))],
    ['random bytes', gzipSync(Uint8Array.from({ length: 5000 }, (_, index) => (index * index * 31) >> 3))],
    ['text whose end is missing', gzipSync(Buffer.from('A line of text.\n'.repeat(5000))).subarray(0, 200)],
  ])('%s in gzip', async (_, bytes) => {
    const report = await scanBytes('file.gz', bytes)
    expect([report.status, report.formats]).toEqual(['unrecognised', []])
  })

  it('a clean pickle in gzip', async () => {
    const report = await scanBytes('file.gz', gzipSync(CLEAN))
    expect([report.status, report.formats]).toEqual(['clean', ['gzip']])
  })

  it.each(['x^ is how some lines begin', 'x = 5\nprint(x)\n', ']\0\0 no LZMA'])('text such as %j', async (text) => {
    const report = await scanBytes('notes.txt', Buffer.from(text.padEnd(100)))
    expect([report.status, report.formats]).toEqual(['unrecognised', []])
  })
})

describe('not read to the end', () => {
  it.each<[string, string, Uint8Array, string]>([
    ['a cut header', 'a.gz', Uint8Array.of(0x1f, 0x8b, 8, 0), 'truncated '],
    ['broken bits at once', 'a.bz2', Buffer.from('BZh91AY&SY but no data behind it'.padEnd(400, '?')), 'malformed '],
    ['levels without end', 'a.gz', Array.from({ length: 12 }).reduce<Uint8Array>((data) => gzipSync(data), CLEAN), 'limit '],
  ])('%s', async (_, name, bytes, expected) => {
    const report = await scanBytes(name, bytes)
    expect(report.status).toBe('incomplete')
    expect(report.incomplete[0]?.why).toBe(expected.trim())
  })

  it('more bytes than the budget', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from([0x80, 4]), Buffer.from('N0'.repeat(1_000_000)), EVIL]))
    const report = await scanBytes('bomb.pkl.gz', bomb, { limits: { ...defaultLimits, 'bytes-inflated': 300_000 } })
    expect([report.status, report.incomplete[0]?.why]).toEqual(['incomplete', 'limit'])
  })
})
