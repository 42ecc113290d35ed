import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { scanBytes, scanFiles } from '../../src/node/scan-files.ts'
import type { FileReport } from '../../src/types/report.ts'
import { bytesOf, FIXTURES, type Fixture, manifest } from '../helpers/fixtures.ts'
import { message } from '../helpers/proto.ts'
import { buildZip } from '../helpers/zip-builder.ts'

const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))
/** os.system('echo'), of protocol 4. */
const EVIL = latin('\x80\x04\x8c\x02os\x8c\x06system\x93\x8c\x04echo\x85R.')

const count = async (name: string, bytes: Uint8Array): Promise<FileReport> => scanBytes(name, bytes, { stats: true })
const unaccounted = ({ stats }: FileReport): number => stats?.bytes.unaccounted ?? 0
const isTold = ({ findings, incomplete }: FileReport): boolean => findings.length + incomplete.length > 0
const nameOf = ({ file }: Fixture): string => file.slice(file.lastIndexOf('/') + 1)

const known = manifest.filter(({ verdict }) => verdict === 'clean')

describe('every byte of a fixture', () => {
  it('is accounted for, where nothing is incomplete', async () => {
    const reports = await scanFiles(
      manifest.map(({ file }) => file),
      { root: FIXTURES, stats: true },
    )
    const missing = reports.filter((report) => report.incomplete.length === 0 && unaccounted(report) > 0)
    expect(missing.map(({ path }) => path)).toEqual([])
    expect(reports.filter(({ incomplete }) => incomplete.some(({ why }) => why === 'unread')).map(({ path }) => path)).toEqual([])
  }, 60_000)
})

describe('what is put behind a clean file', () => {
  test.each(known)('$file: a pickle is told', async (fixture) => {
    const report = await count(nameOf(fixture), Buffer.concat([bytesOf(fixture), EVIL]))
    expect(report.status === 'unrecognised' || isTold(report)).toBe(true)
  })

  it('is told, or accounted for, or makes the file incomplete', async () => {
    const cases = fc.record({ fixture: fc.constantFrom(...known), tail: fc.uint8Array({ minLength: 1, maxLength: 200 }) })
    await fc.assert(
      fc.asyncProperty(cases, async ({ fixture, tail }) => {
        const report = await count(nameOf(fixture), Buffer.concat([bytesOf(fixture), tail]))
        expect(isTold(report) || unaccounted(report) === 0).toBe(true)
      }),
      { numRuns: 150 },
    )
  }, 60_000)
})

/** A format that has room for bytes that it gives no meaning to, with these in it. */
const HIDING: readonly (readonly [where: string, name: string, make: (blob: Uint8Array) => Uint8Array])[] = [
  ['an unknown field of an ONNX model', 'model.onnx', (blob) => Buffer.concat([fixture('clean/onnx-function.onnx'), message([77, blob])])],
  ['behind a flatbuffer', 'model.tflite', (blob) => Buffer.concat([fixture('clean/dense.tflite'), blob])],
  ['behind a header of GGUF', 'model.gguf', (blob) => Buffer.concat([fixture('clean/little-endian.gguf'), new Uint8Array(64), blob])],
  ['a value of a LightGBM model', 'model.txt', (blob) => Buffer.concat([fixture('clean/lightgbm.txt'), latin('\nnote='), blob])],
  ['a hole of an HDF5 file', 'model.h5', (blob) => Buffer.concat([fixture('clean/hdf5-latest.h5'), blob])],
  [
    'raw bytes of R',
    'values.rds',
    (blob) => Buffer.concat([latin('X\n\0\0\0\x02\0\x04\0\0\0\x02\x03\0\0\0\0\x18'), u32(blob.length), blob]),
  ],
  ['a text array', 'texts.npy', (blob) => npy(`|S${blob.length}`, blob)],
  ['plain bytes in an array', 'bytes.npy', (blob) => npy(`|V${blob.length}`, blob)],
  ['a byte string of MessagePack', 'state.msgpack', (blob) => Buffer.concat([latin(`\x81\xa1w\xc5`), u32(blob.length).subarray(2), blob])],
  ['an entry of a CatBoost model', 'model.cbm', (blob) => Buffer.concat([fixture('clean/catboost.cbm'), blob])],
  ['a comment of a zip', 'a.zip', (blob) => withComment(buildZip([{ name: 'a.txt', data: 'text' }]), blob)],
  ['a long extra field of a zip', 'a.zip', (blob) => inside(buildZip([{ name: 'a.txt', data: 'text', padding: 3000 }]), 100, blob)],
  [
    'between two entries',
    'a.zip',
    (blob) =>
      buildZip([
        { name: 'a.txt', data: blob, hidden: true },
        { name: 'b.txt', data: 'text' },
      ]),
  ],
]

function fixture(file: string): Uint8Array {
  const row = manifest.find((each) => each.file === file)
  if (!row) throw new Error(`no fixture ${file}`)
  return bytesOf(row)
}

function u32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value)
}

function npy(descr: string, data: Uint8Array): Uint8Array {
  const text = `{'descr': '${descr}', 'fortran_order': False, 'shape': (1,), }`.padEnd(117).concat('\n')
  return Buffer.concat([latin(`\x93NUMPY\x01\0${String.fromCharCode(text.length)}\0${text}`), data])
}

function inside(bytes: Uint8Array, at: number, blob: Uint8Array): Uint8Array {
  bytes.set(blob, at)
  return bytes
}

/** An archive of which the last two bytes are the length of no comment. */
function withComment(archive: Uint8Array, comment: Uint8Array): Uint8Array {
  return Buffer.concat([archive.subarray(0, -2), Uint8Array.of(comment.length & 255, comment.length >> 8), comment])
}

describe.each(HIDING)('a blob in %s', (_where, name, make) => {
  it('is told where it is a pickle, as it is or in base64', async () => {
    const filler = Uint8Array.from({ length: 40 }, (_, index) => 200 + (index % 7))
    expect(isTold(await count(name, make(EVIL)))).toBe(true)
    expect(isTold(await count(name, make(Buffer.concat([filler, EVIL, filler]))))).toBe(true)
    expect(isTold(await count(name, make(latin(Buffer.from(EVIL).toString('base64')))))).toBe(true)
  })

  it('is accounted for where it is nothing', async () => {
    const report = await count(name, make(Uint8Array.from({ length: 100 }, (_, index) => 200 + (index % 7))))
    expect(unaccounted(report)).toBe(0)
    expect(report.incomplete.filter(({ why }) => why === 'internal')).toEqual([])
  })
})

describe('MessagePack', () => {
  const text = (value: string): Uint8Array => latin(String.fromCharCode(0xa0 + value.length) + value)
  const bytes = (value: Uint8Array): Uint8Array => Buffer.concat([Uint8Array.of(0xc4, value.length), value])
  const TRUE = Uint8Array.of(0xc3)
  /** What `msgpack_numpy.encode` gives for an array. */
  const array = (key: (name: string) => Uint8Array, kind: string, type: string, data: Uint8Array): Uint8Array =>
    Buffer.concat([
      Uint8Array.of(0x85),
      ...[key('nd'), TRUE, key('type'), bytes(latin(type)), key('kind'), bytes(latin(kind)), key('shape'), latin('\x91\x01'), key('data')],
      bytes(data),
    ])

  it.each([
    ['keys of bytes', (name: string) => bytes(latin(name))],
    ['keys of text', text],
  ])('an array of objects is a pickle: %s', async (_what, key) => {
    for (const bytes of [array(key, 'O', 'O', EVIL), Buffer.concat([latin('\x92\x01\x81'), text('w'), array(key, 'O', 'O', EVIL)])]) {
      const { findings } = await count('state.msgpack', bytes)
      expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['pickle/dangerous-call critical'])
    }
  })

  it('an array of numbers is none, whatever they spell', async () => {
    expect(
      isTold(await count('state.msgpack', array(text, '', '<f4', Buffer.concat([EVIL, EVIL, new Uint8Array(250)]).subarray(0, 252)))),
    ).toBe(true)
    const long = Buffer.concat([
      latin('\x85'),
      text('nd'),
      TRUE,
      text('type'),
      text('<f4'),
      text('kind'),
      text(''),
      text('shape'),
      latin('\x91\x01'),
    ])
    const data = Buffer.concat([text('data'), Uint8Array.of(0xc5, 2, 0), EVIL, new Uint8Array(512 - EVIL.length)])
    const report = await count('state.msgpack', Buffer.concat([long, data]))
    expect({ told: isTold(report), numbers: report.stats?.bytes.passedOver.numbers }).toEqual({ told: false, numbers: 512 })
  })

  it('is refused where it is nested deeper than it can be loaded', async () => {
    const { incomplete } = await count('deep.msgpack', Buffer.concat([new Uint8Array(5000).fill(0x91), Uint8Array.of(0xc0)]))
    expect(incomplete.map(({ why }) => why)).toEqual(['limit'])
  })
})

describe('a file that a reader does not know to the end', () => {
  it('is incomplete, and says where', async () => {
    const seven = fixture('clean/weights.7z')
    const { incomplete, status } = await count('weights.7z', Buffer.concat([seven, latin('more')]))
    expect(status).toBe('incomplete')
    expect(incomplete).toEqual([
      {
        why: 'unread',
        path: ['weights.7z'],
        offset: seven.length,
        detail: `4 bytes at ${seven.length} were not read: no part of the format 7z covers them`,
      },
    ])
  })
})
