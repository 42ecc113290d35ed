import { deflateRawSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asm, callOf } from '../helpers/asm.ts'
import { type CostScanner, costScanner } from '../helpers/scan-cost.ts'
import { makeTar } from '../helpers/tar-builder.ts'
import { buildZip, type EntrySpec } from '../helpers/zip-builder.ts'

const MIB = 2 ** 20
const HEAP = 160
const MAX_RSS = 200
/** Reads of every byte of a file: by several formats, each of which may search it for what is hidden. */
const READ_FACTOR = 24
/** Beyond that: heads and tails of members, and windows that are filled for a few bytes. */
const READ_ALLOWANCE = 64 * MIB

let scanner: CostScanner
beforeAll(() => {
  scanner = costScanner({ heap: HEAP })
})
afterAll(() => scanner.dispose())

const many = (count: number, piece: string | Uint8Array): Uint8Array => {
  const bytes = Buffer.from(piece)
  return Buffer.alloc(count * bytes.length, bytes)
}
const join2 = (...parts: readonly (string | Uint8Array)[]): Uint8Array => Buffer.concat(parts.map((part) => Buffer.from(part)))
const u64 = (value: bigint): Uint8Array => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(value)
  return bytes
}
const u32 = (value: number): Uint8Array => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const gguf = (tensors: bigint, pairs: bigint, ...rest: Uint8Array[]): Uint8Array => join2('GGUF', u32(3), u64(tensors), u64(pairs), ...rest)

function nested(depth: number, wrap: (bytes: Uint8Array, level: number) => Uint8Array): Uint8Array {
  let bytes = asm('PROTO 2', 'GLOBAL os system', 'BINUNICODE echo modelgate-marker', 'TUPLE1', 'REDUCE', 'STOP')
  for (let level = 0; level < depth; level++) bytes = wrap(bytes, level)
  return bytes
}

/** Every entry of the directory points to the same local header, as in the bombs of D. Fifield (USENIX WOOT 2019). */
function overlapping(count: number): Uint8Array {
  const data = deflateRawSync(many(MIB, 'N'))
  const shared: EntrySpec = { name: 'data.pkl', raw: data, data: '', deflate: true, size: MIB, crc: 0 }
  return buildZip([
    shared,
    ...Array.from({ length: count }, (_, index) => ({
      ...shared,
      name: `a${index}/data.pkl`,
      raw: new Uint8Array(0),
      headerOffset: 0,
      compressedSize: data.length,
      local: { compressedSize: 0 },
    })),
  ])
}

/** Entries of which each holds all that follow, and so is a zip of them: two to the power of `count` ways down. */
function nestedInEachOther(count: number): Uint8Array {
  const name = 'a.zip'
  const total = count * (30 + name.length) + 22
  const headers = Array.from({ length: count }, (_, index) => {
    const header = Buffer.alloc(30 + name.length)
    const rest = total - (index + 1) * header.length
    header.write('PK\x03\x04', 'latin1')
    header.writeUInt16LE(20, 4)
    header.writeUInt32LE(rest, 18)
    header.writeUInt32LE(rest, 22)
    header.writeUInt16LE(name.length, 26)
    header.write(name, 30)
    return header
  })
  return Buffer.concat([...headers, buildZip([])])
}

/** An array with that dictionary for a header. */
function npy(header: string): Uint8Array {
  const text = `{${header}}\n`
  return join2(Buffer.from('\x93NUMPY\x02\x00', 'latin1'), u32(text.length), text)
}

/** An empty safetensors file with one entry of metadata. */
function metadata(value: string): Uint8Array {
  const header = JSON.stringify({ __metadata__: { a: value } })
  return join2(u64(BigInt(header.length)), header)
}

const members = (count: number): EntrySpec[] => Array.from({ length: count }, (_, index) => ({ name: `archive/data/${index}`, data: 'N.' }))

type Row = readonly [
  what: string,
  name: string,
  make: () => Uint8Array,
  expected: { readonly incomplete?: RegExp; readonly finding?: RegExp; readonly quiet?: true },
]

const LIMIT = { incomplete: /^limit: / }
const SAID = { incomplete: /^(?:limit|malformed|truncated): / }

const rows: readonly Row[] = [
  ['ten million marks', 'a.pkl', () => many(10_000_000, '('), LIMIT],
  ['ten million empty lists', 'a.pkl', () => join2('\x80\x02'.slice(1), many(10_000_000, ']')), SAID],
  ['three million memo entries', 'a.pkl', () => Buffer.concat([Buffer.of(0x80, 4), many(3_000_000, 'N\x94'), Buffer.from('.')]), SAID],
  [
    'four million lists within lists',
    'a.pkl',
    () => Buffer.concat([Buffer.of(0x80, 2), many(4_000_000, ']'), many(3_999_999, 'a'), Buffer.from('.')]),
    SAID,
  ],
  [
    'a million dicts, each the value of the one before',
    'a.pkl',
    () => Buffer.concat([Buffer.of(0x80, 2), many(1_000_000, '}N'), many(1_000_000, '}s'), Buffer.from('.')]),
    SAID,
  ],
  [
    'a module name of ten megabytes',
    'a.pkl',
    () => Buffer.concat([Buffer.from('c'), many(10_000_000, 'a'), Buffer.from('\nsystem\n.')]),
    { finding: /^pickle\/dynamic-global/ },
  ],
  ['a line that never ends', 'a.pkl', () => Buffer.concat([Buffer.from('(S'), many(10_000_000, "'")]), SAID],
  [
    'a million calls',
    'a.pkl',
    () => Buffer.concat([asm('PROTO 2', 'GLOBAL os getpid'), many(1_000_000, ')R'), Buffer.from('.')]),
    { finding: /^pickle\// },
  ],
  [
    'places by the hundred thousand where another pickle may begin',
    'a.pkl',
    () => Buffer.concat([Buffer.from('N.'), Buffer.of(1), many(400_000, Buffer.from([0x80, 2, 0x7d, 0x71, 0, 0xff]))]),
    {},
  ],
  [
    'local signatures without end behind a pickle',
    'a.pkl',
    () => Buffer.concat([asm('PROTO 2', 'NONE', 'STOP'), many(1_000_000, 'PK\x03\x04')]),
    {},
  ],
  ['local signatures without end', 'a.pt', () => many(2_000_000, 'PK\x03\x04'), SAID],
  ['directory signatures without end', 'a.pt', () => join2('PK\x03\x04', many(2_000_000, 'PK\x01\x02')), SAID],
  ['end records without end', 'a.pt', () => join2('PK\x03\x04', many(500_000, 'PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0')), {}],
  ['sixty thousand members of a zip', 'a.pt', () => buildZip(members(60_000)), { quiet: true }],
  ['twenty thousand entries over the same megabyte', 'a.pt', () => overlapping(20_000), { finding: /^zip\// }],
  ['a hundred zips that hold each other', 'a.zip', () => nestedInEachOther(100), { finding: /^zip\// }],
  [
    'a member of 600 MB in 600 KB',
    'a.pt',
    () =>
      buildZip([
        { name: 'archive/data.pkl', raw: deflateRawSync(many(600_000_000, '(')), data: '', size: 600_000_000, crc: 0, deflate: true },
      ]),
    LIMIT,
  ],
  [
    'zip within zip within zip',
    'a.zip',
    () => nested(14, (data, level) => buildZip([{ name: `${level}.zip`, data, deflate: true }])),
    LIMIT,
  ],
  [
    'ten zips in each of ten zips',
    'a.zip',
    () =>
      nested(12, (data, level) =>
        buildZip(Array.from({ length: 2 }, (_, index) => ({ name: `${level}-${index}.zip`, data, deflate: true }))),
      ),
    LIMIT,
  ],
  [
    'a hundred thousand members of a tar',
    'a.tar',
    () => makeTar(Array.from({ length: 100_000 }, (_, index) => ({ name: `data/${index}` }))),
    {},
  ],
  [
    'a hundred thousand long names of a tar',
    'a.tar',
    () => makeTar(Array.from({ length: 100_000 }, () => ({ name: '././@LongLink', type: 'L', data: 'n'.repeat(300) }))),
    {},
  ],
  ['tar within tar', 'a.tar', () => nested(14, (data, level) => makeTar([{ name: `${level}.tar`, data }])), LIMIT],
  ['a gigabyte in a megabyte', 'a.pkl.gz', () => gzipSync(many(1_000_000_000, '(')), LIMIT],
  ['gzip in gzip in gzip', 'a.gz', () => nested(14, (data) => gzipSync(data)), LIMIT],
  ['a hundred thousand gzip members', 'a.pkl.gz', () => many(100_000, gzipSync('N')), {}],
  ['tensors and pairs that a file cannot hold', 'a.gguf', () => gguf(2n ** 60n, 2n ** 60n), SAID],
  [
    'a million pairs',
    'a.gguf',
    () => gguf(0n, 1_000_000n, many(1_000_000, join2(u64(1n), 'k', u32(0), 'v'))),
    { finding: /^files\/duplicate-key/ },
  ],
  [
    'a million strings in one array',
    'a.gguf',
    () => gguf(0n, 1n, u64(1n), Buffer.from('k'), u32(9), u32(8), u64(1_000_000n), many(1_000_000, u64(0n))),
    {},
  ],
  ['arrays in arrays', 'a.gguf', () => gguf(0n, 1n, u64(1n), Buffer.from('k'), u32(9), many(500_000, join2(u32(9), u64(1n)))), SAID],
  ['a header of 4 EiB', 'a.safetensors', () => join2(u64(2n ** 62n), '{}'), {}],
  [
    'a header of 300,000 tensors',
    'a.safetensors',
    () => {
      const header = `{${Array.from({ length: 300_000 }, (_, index) => `"${index}":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}`).join()}}`
      return join2(u64(BigInt(header.length)), header)
    },
    LIMIT,
  ],
  ['a header of brackets', 'a.safetensors', () => join2(u64(10_000_000n), '{"a":', many(9_999_995, '[')), SAID],
  ['a header that claims 4 GiB', 'a.npy', () => join2(Buffer.from('\x93NUMPY\x02\x00', 'latin1'), u32(0xffffffff), '{'), SAID],
  [
    'a header of brackets in an array',
    'a.npy',
    () => join2(Buffer.from('\x93NUMPY\x02\x00', 'latin1'), u32(5_000_000), many(5_000_000, '(')),
    SAID,
  ],
  ['ten megabytes of brackets in JSON', 'config.json', () => many(10_000_000, '['), {}],
  ['ten megabytes of objects in JSON', 'tokenizer_config.json', () => many(2_000_000, '{"a":'), {}],
  ['brackets in a template', 'chat_template.jinja', () => join2('{{', many(2_000_000, '('), '}}'), {}],
  ['blocks in a template', 'chat_template.jinja', () => many(300_000, '{% if a %}'), {}],
  [
    'aliases of aliases',
    'config.yaml',
    () =>
      Buffer.from(
        `a0: &a0 x\n${Array.from({ length: 60 }, (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index},`.repeat(9)}]`).join('\n')}\n`,
      ),
    {},
  ],
  ['brackets in YAML', 'config.yaml', () => join2('a: ', many(3_000_000, '[')), {}],
  ['a million fields of a graph', 'a.onnx', () => many(3_000_000, Buffer.of(0x3a, 0)), {}],
  ['groups in groups', 'a.onnx', () => many(5_000_000, Buffer.of(0x3b)), {}],
  // Regular expressions that try each place anew.
  [
    'blanks in an architecture',
    'model.json',
    () => join2('{"class_name":"Sequential",', many(2_000_000, ' '), '"config":{"layers":[]}}'),
    {},
  ],
  ['a text without an end', 'model.json', () => join2('{"class_name":"Sequential","config":"', many(1_000_000, '\\"')), {}],
  [
    'a module name that can be read in two ways at each dot',
    'a.pkl',
    () => callOf('numpy.core', '_ufunc_reconstruct', `numpy${'._a'.repeat(100)}!`, 'add'),
    { finding: /^pickle\/unsafe-arguments/ },
  ],
  [
    'commas in a type',
    'a.npy',
    () => npy(`'descr': '${'i4,'.repeat(20_000)}(', 'fortran_order': False, 'shape': (1,)`),
    { incomplete: /^unsupported: / },
  ],
  [
    'blanks in a type',
    'a.npy',
    () => npy(`'descr': 'i4,${' '.repeat(60_000)}!', 'fortran_order': False, 'shape': (1,)`),
    { incomplete: /^unsupported: / },
  ],
  [
    'blanks in a list of requirements',
    'MLmodel.zip',
    () => buildZip([{ name: 'conda.yaml', data: join2('- a', many(1_000_000, ' '), 'b') }]),
    {},
  ],
  ['signs of equality behind a pickle in metadata', 'a.safetensors', () => metadata(`gASV${'='.repeat(300_000)}!`), {}],
  ['elements in elements', 'a.pmml', () => join2('<?xml version="1.0"?><PMML>', many(1_000_000, '<a>')), {}],
]

describe('a file that wants too much', () => {
  test.each(rows)(
    '%s',
    (_what, name, make, expected) => {
      const bytes = make()
      const cost = scanner.costOf(name, bytes)
      expect(cost.incomplete.filter((part) => part.startsWith('internal'))).toEqual([])
      expect(cost.rss).toBeLessThan(MAX_RSS)
      expect(cost.stats.bytesRead).toBeLessThan(READ_ALLOWANCE + READ_FACTOR * bytes.length)
      expect(cost.stats.members).toBeLessThanOrEqual(250_001)
      expect(cost.stats.opcodes).toBeLessThanOrEqual(READ_FACTOR * (bytes.length + cost.stats.bytesInflated))
      if (expected.incomplete) expect(cost.incomplete).toEqual(expect.arrayContaining([expect.stringMatching(expected.incomplete)]))
      if (expected.finding) expect(cost.findings).toEqual(expect.arrayContaining([expect.stringMatching(expected.finding)]))
      if (expected.quiet) expect([cost.findings, cost.incomplete]).toEqual([[], []])
    },
    180_000,
  )
})
