import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import type { FileReport } from '../../../src/types/report.ts'
import { makeTar } from '../../helpers/tar-builder.ts'
import { sevenZips } from '../../wire/seven-zip-vectors.ts'

type Name = keyof typeof sevenZips
const vector = (name: Name): Uint8Array => Buffer.from(sevenZips[name], 'base64')

const rows = (report: FileReport): string[] => [
  ...report.findings.map((finding) => `${finding.rule} ${finding.path.slice(1).join('!') || finding.evidence}`),
  ...report.incomplete.map((part) => `${part.why} ${part.detail}`),
]

describe('7z', () => {
  it.each<Name>(['lzma2', 'lzma', 'bzip2', 'deflate', 'zstd', 'copy'])('a payload packed with %s is found', async (name) => {
    const report = await scanBytes('a.7z', vector(name))
    expect([report.formats, rows(report)]).toEqual([['7z'], ['pickle/dangerous-call model.pkl']])
  })

  it('a stored member has its place in the file', async () => {
    const { findings } = await scanBytes('a.7z', vector('copy'))
    expect(findings.map(({ offset, fileOffset }) => (fileOffset ?? 0) - (offset ?? 0))).toEqual([32 + 26])
  })

  it.each<[Name, string[]]>([
    ['bcj', ['pickle/dangerous-call model.pkl']],
    ['delta', ['pickle/dangerous-call model.pkl']],
    ['arm', ['pickle/dangerous-call model.pkl']],
    ['bcjDeflate', ['unsupported "readme.txt", "model.pkl": packed with Deflate + BCJ x86']],
    ['ppmd', ['unsupported "readme.txt", "model.pkl": packed with PPMd']],
    ['encrypted', ['encrypted "readme.txt", "model.pkl": packed with AES-256 + LZMA2']],
    ['encryptedNames', ['encrypted a 7z archive whose list of files is encrypted']],
    ['traversal', ['archive/unsafe-path traversal: ../../outside.txt']],
    ['real', ['pickle/dangerous-call m/model.pkl', 'archive/unsafe-path link: m/link']],
    ['realPlainHeader', ['pickle/dangerous-call m/model.pkl', 'archive/unsafe-path link: m/link']],
  ])('%s', async (name, expected) => {
    expect(rows(await scanBytes('a.7z', vector(name)))).toEqual(expected)
  })

  it('broken data are said, with the names of what is in them', async () => {
    const bytes = vector('lzma')
    bytes[60] = (bytes[60] ?? 0) ^ 0xff
    const report = await scanBytes('a.7z', bytes)
    expect(report.incomplete.map(({ why, detail }) => [why, detail.split(':')[0]])).toContainEqual([
      'malformed',
      '"readme.txt", "model.pkl"',
    ])
  })

  it('is read inside of other archives', async () => {
    const report = await scanBytes('a.tar', makeTar([{ name: 'inner.7z', data: vector('lzma') }]))
    expect(rows(report)).toEqual(['pickle/dangerous-call inner.7z!model.pkl'])
  })
})

describe('rar', () => {
  it.each([
    ['1.5 to 4', 'Rar!\x1a\x07\0'],
    ['5', 'Rar!\x1a\x07\x01\0'],
  ])('version %s is said not to be readable', async (version, signature) => {
    const report = await scanBytes('a.rar', Buffer.from(`${signature}and the rest`, 'latin1'))
    expect(rows(report)).toEqual([`unsupported a RAR archive (version ${version}), which cannot be read`])
  })
})
