import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../src/node/scan-files.ts'
import { defaultLimits } from '../../src/scan/limits.ts'
import { asm, callOf, counted } from '../helpers/asm.ts'
import { makeTar } from '../helpers/tar-builder.ts'
import { buildZip } from '../helpers/zip-builder.ts'

/** A PyTorch file around a pickle. */
const torch = (pickle: Uint8Array, comment = ''): Uint8Array => buildZip([{ name: 'archive/data.pkl', data: pickle }], { comment })

const evil = callOf('os', 'system', 'marker')
const plain = asm('PROTO 2', 'NONE', 'STOP')
const comment = 'c'.repeat(1000)
/** Longer than what is held in memory of a member of a compressed tar. */
const LONG = new Uint8Array(3 * 2 ** 20)

/** Files that begin as something else than the zip at their end, which `zipfile` finds. */
const kinds: Readonly<Record<string, (pickle: Uint8Array) => Uint8Array>> = {
  'a pickle in front of a zip': (pickle) => Buffer.concat([plain, torch(pickle)]),
  'one with a comment': (pickle) => Buffer.concat([plain, torch(pickle, comment)]),
  'a pickle that holds a zip': (pickle) => asm('PROTO 3', counted('BINBYTES', torch(pickle)), 'STOP'),
  'one with a comment that a pickle holds': (pickle) => asm('PROTO 3', counted('BINBYTES', torch(pickle, comment)), 'STOP'),
  'a long pickle that holds a zip': (pickle) =>
    asm('PROTO 3', counted('BINBYTES', LONG), 'POP', counted('BINBYTES', torch(pickle, comment)), 'STOP'),
  'a broken pickle in front of a zip': (pickle) => Buffer.concat([plain.subarray(0, -1), Buffer.from([0xff]), torch(pickle)]),
  'what is no pickle, though it begins so': (pickle) =>
    Buffer.concat([Buffer.from('}\0\x01junk'), Buffer.alloc(500, '\x03\x04\x05'), torch(pickle, comment)]),
  'a tar in front of a zip': (pickle) => Buffer.concat([makeTar([{ name: 'a.txt', data: 'hello' }]), torch(pickle, comment)]),
}

/** Archives and compressions, of which some give their content once and forward only. */
const packings: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  nothing: (bytes) => bytes,
  gzip: (bytes) => gzipSync(bytes),
  'gzip twice': (bytes) => gzipSync(gzipSync(bytes)),
  'a zip': (bytes) => buildZip([{ name: 'm', data: bytes }]),
  'a deflated zip': (bytes) => buildZip([{ name: 'm', data: bytes, deflate: true }]),
  'a deflated member that claims to be large': (bytes) => buildZip([{ name: 'm', data: bytes, deflate: true, size: 2 ** 30 }]),
  'a tar': (bytes) => makeTar([{ name: 'm', data: bytes }]),
  'a tar.gz': (bytes) => gzipSync(makeTar([{ name: 'm', data: bytes }])),
  'a tar.gz behind others': (bytes) =>
    gzipSync(
      makeTar([
        { name: 'l', data: LONG },
        { name: 'm', data: bytes },
      ]),
    ),
  'a gzip in a tar.gz': (bytes) => gzipSync(makeTar([{ name: 'm.gz', data: gzipSync(bytes) }])),
}

const table = Object.entries(kinds).flatMap(([kind, make]) => Object.entries(packings).map(([how, pack]) => ({ kind, how, make, pack })))

describe('a zip is found by its end', () => {
  it.each(table)('in $kind, in $how', async ({ make, pack }) => {
    const { findings } = await scanBytes('m', pack(make(evil)))
    expect(findings.some(({ severity, path }) => severity === 'critical' && path.at(-1)?.endsWith('data.pkl'))).toBe(true)
  })

  it.each(table)('and is quiet where it does nothing: $kind, in $how', async ({ make, pack }) => {
    const { findings } = await scanBytes('m', pack(make(plain)))
    expect(findings.filter(({ severity }) => severity === 'critical')).toEqual([])
  })
})

describe('what is at the end of a compressed tar', () => {
  it.each([
    ['a model', torch(plain)],
    [
      'a large one',
      buildZip([
        { name: 'archive/data.pkl', data: plain },
        { name: 'archive/data/0', data: LONG },
      ]),
    ],
  ])('%s, is read once', async (_what, model) => {
    const tar = makeTar([{ name: 'm.pt', data: model }])
    const limits = { ...defaultLimits, 'bytes-inflated': tar.length }
    const { findings, incomplete } = await scanBytes('m.tar.gz', gzipSync(tar), { limits })
    expect([findings, incomplete]).toEqual([[], []])
  })
})
