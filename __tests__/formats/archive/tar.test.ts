import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import { defaultLimits } from '../../../src/scan/limits.ts'
import type { FileReport } from '../../../src/types/report.ts'
import { makeTar, type TarSpec } from '../../helpers/tar-builder.ts'
import { buildZip } from '../../helpers/zip-builder.ts'
import { tars } from '../../wire/tar-vectors.ts'

const EVIL = 'cos\nsystem\n(Vecho modelgate-marker\ntR.'
const evil: TarSpec = { name: 'model.pkl', data: EVIL }
const readme: TarSpec = { name: 'readme.txt', data: 'Weights of a small model.' }

const rows = (report: FileReport): string[] => [
  ...report.findings.map((finding) => `${finding.rule} ${finding.path.slice(1).join('!') || finding.evidence}`),
  ...report.incomplete.map((part) => `${part.why} ${part.path.slice(1).join('!')}`),
]

describe('a payload', () => {
  const torch = buildZip([
    { name: 'archive/data.pkl', data: EVIL },
    { name: 'archive/version', data: '3\n' },
  ])
  it.each<[string, Uint8Array, string]>([
    ['behind blocks of zeros', Buffer.concat([Buffer.alloc(1024), makeTar([evil])]), 'model.pkl'],
    ['second in the archive', makeTar([readme, evil]), 'model.pkl'],
    ['behind a large member', makeTar([{ name: 'weights.txt', data: 'w'.repeat(700_000) }, evil]), 'model.pkl'],
    ['in a large member', makeTar([{ name: 'model.pkl', data: `(V${'w'.repeat(700_000)}\n0${EVIL}` }, readme]), 'model.pkl'],
    [
      'in a torch zip',
      makeTar([{ name: 'model.pt', data: torch }, readme, { ...readme, data: 'x'.repeat(80_000) }]),
      'model.pt!archive/data.pkl',
    ],
    ['in a tar', makeTar([readme, { name: 'inner.tar', data: makeTar([evil]) }]), 'inner.tar!model.pkl'],
    ['in an archive behind the archive', Buffer.concat([makeTar([readme]), makeTar([evil])]), 'model.pkl'],
    ['behind the end', Buffer.concat([makeTar([readme]), Buffer.from(EVIL)]), '+2048'],
    ['in a member of unknown type', makeTar([{ ...evil, type: 'Z' }]), 'model.pkl'],
  ])('%s is found, plain and in gzip', async (_, bytes, path) => {
    expect(rows(await scanBytes('a.tar', bytes))).toEqual([`pickle/dangerous-call ${path}`])
    expect(rows(await scanBytes('a.tgz', gzipSync(bytes)))).toEqual([`pickle/dangerous-call a.tar!${path}`])
  })

  it('has its place in the file', async () => {
    const { findings } = await scanBytes('a.tar', makeTar([readme, evil]))
    expect(findings.map(({ offset, fileOffset }) => (fileOffset ?? 0) - (offset ?? 0))).toEqual([1536])
  })
})

describe('names and links that lead out', () => {
  it.each<[string, TarSpec[], string | undefined]>([
    ['a climbing name', [{ name: '../../x' }], 'traversal: ../../x'],
    ['an absolute name', [{ name: '/etc/cron.d/x' }], 'absolute: /etc/cron.d/x'],
    ['a prefix', [{ name: 'x', prefix: '..' }], 'traversal: ../x'],
    ['a name in a pax header', [{ name: 'p', type: 'x', data: '16 path=../../x\n' }, { name: 'x' }], 'traversal: ../../x'],
    ['a long name of GNU tar', [{ name: '././@LongLink', type: 'L', data: '../../x\0' }, { name: 'x' }], 'traversal: ../../x'],
    ['a link', [{ name: 'a/b', type: '2', target: '../../x' }], 'link: a/b -> ../../x'],
    ['a link within', [{ name: 'a/b', type: '2', target: '../x' }], undefined],
    ['a hard link', [{ name: 'b', type: '1', target: '/etc/passwd' }], 'link: b -> /etc/passwd'],
    ['a hard link within', [{ name: 'a/b', type: '1', target: 'x' }], undefined],
    ['a pipe', [{ name: 'p', type: '6' }], 'device: p'],
    ['a disk', [{ name: 'd', type: '4' }], 'device: d'],
  ])('%s', async (_, specs, evidence) => {
    const report = await scanBytes('a.tar', makeTar(specs))
    expect(rows(report)).toEqual(evidence === undefined ? [] : [`archive/unsafe-path ${evidence}`])
  })
})

describe('nothing is said of', () => {
  it.each<[string, Uint8Array]>([
    ['archives of tarfile in pax format', gunzipSync(Buffer.from(tars.pax, 'base64'))],
    ['text in it', makeTar([readme, { name: 'main.c', data: 'int main(void) { return 0; }\n' }])],
    ['zeros at its end', Buffer.concat([makeTar([readme]), Buffer.alloc(20_000)])],
    ['text behind its end', Buffer.concat([makeTar([readme]), Buffer.from('-- signature --\n')])],
    ['nothing in it', makeTar([{ name: 'folder/', type: '5' }])],
  ])('%s', async (_, bytes) => {
    const report = await scanBytes('a.tar', bytes)
    // The archive of tarfile holds a model.pkl that is a word of text.
    const said = (all: FileReport) => rows(all).filter((row) => !/^malformed .*model\.pkl$/.test(row))
    expect([report.formats, said(report)]).toEqual([['tar'], []])
    expect(said(await scanBytes('a.tar.gz', gzipSync(bytes)))).toEqual([])
  })
})

describe('not read to the end', () => {
  it.each<[string, Uint8Array, string[]]>([
    ['a cut member', makeTar([evil]).subarray(0, 530), ['malformed model.pkl', 'truncated ']],
    ['a cut member of no format', makeTar([readme]).subarray(0, 530), ['truncated ']],
    [
      'a cut compression',
      gzipSync(makeTar([readme, evil])).subarray(0, -8),
      ['pickle/dangerous-call content!model.pkl', 'truncated content'],
    ],
    ['a wrong checksum', makeTar([evil]).map((byte, at) => (at === 0 ? 0x4d : byte)), ['malformed ']],
    ['a broken header further on', Buffer.concat([makeTar([readme]).subarray(0, 1024), Buffer.alloc(512, 1)]), ['malformed ']],
    ['a sparse file', gunzipSync(Buffer.from(tars.sparse, 'base64')), ['unsupported ', 'malformed holes.pkl']],
    [
      'a large storage of old PyTorch',
      makeTar([{ name: 'storages', data: Buffer.concat([Buffer.from('I1\n.'), Buffer.alloc(2 ** 20)]) }]),
      ['unsupported '],
    ],
  ])('%s', async (_, bytes, expected) => {
    expect(rows(await scanBytes('a', bytes)).filter((row) => !row.startsWith('pickle/trailing'))).toEqual(expected)
  })

  it('more members than the budget; those before count', async () => {
    const many = makeTar([evil, ...Array.from({ length: 20 }, () => readme)])
    const report = await scanBytes('a.tar', many, { limits: { ...defaultLimits, members: 10 } })
    expect(rows(report)).toEqual(['pickle/dangerous-call model.pkl', 'limit '])
  })
})
