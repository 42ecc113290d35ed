import { describe, expect, test } from 'vitest'
import { ScanError } from '../../../src/bytes/errors.ts'
import { memorySource } from '../../../src/bytes/source.ts'
import { readWrittenJson } from '../../../src/formats/shared/ordered-json.ts'
import { scanBytes, scanSource } from '../../../src/node/scan-files.ts'

function file(header: object | string, data: Uint8Array | number = 0): Uint8Array {
  const text = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header))
  const body = typeof data === 'number' ? new Uint8Array(data) : data
  const bytes = new Uint8Array(8 + text.length + body.length)
  new DataView(bytes.buffer).setUint32(0, text.length, true)
  bytes.set(text, 8)
  bytes.set(body, 8 + text.length)
  return bytes
}

const f32 = (begin: number, end: number, shape = [(end - begin) / 4]) => ({ dtype: 'F32', shape, data_offsets: [begin, end] })
const evil = new TextEncoder().encode("cos\nsystem\n(S'echo modelgate-marker'\ntR.")

const scan = async (bytes: Uint8Array, name = 'model.safetensors') => {
  const { findings, incomplete } = await scanBytes(name, bytes)
  return { rules: findings.map(({ rule }) => rule).sort(), incomplete: incomplete.map(({ why }) => why) }
}

test.each<[string, Uint8Array, string[]]>([
  ['sound', file({ __metadata__: { format: 'pt' }, a: f32(0, 4), b: f32(4, 8), empty: f32(8, 8, [0, 7]) }, 8), []],
  ['with padding in the header', file(`${JSON.stringify({ a: f32(0, 4) })}     `, 4), []],
  ['without tensors', file({}), []],
  ['with an overlap', file({ a: f32(0, 4), b: f32(2, 6) }, 6), ['files/overlap']],
  ['with a gap', file({ a: f32(0, 4), b: f32(8, 12) }, 12), ['files/gap']],
  ['with a shape of its own', file({ a: f32(0, 4, [2]) }, 4), ['files/out-of-bounds']],
  ['with an impossible shape', file({ a: f32(0, 4, [2 ** 40, 2 ** 40]) }, 4), ['files/shape-bomb']],
  ['with an end before the beginning', file({ a: f32(4, 0, [1]), b: f32(0, 4) }, 4), ['files/out-of-bounds']],
  ['with an unknown type', file({ a: { dtype: 'OBJECT', shape: [4], data_offsets: [0, 4] } }, 4), ['files/bad-header']],
  ['with a negative offset', file({ a: { dtype: 'U8', shape: [4], data_offsets: [-4, 0] } }), ['files/bad-header']],
  ['with an entry that is none', file({ a: 1 }), ['files/bad-header']],
  ['with metadata that are no text', file({ __metadata__: { a: {} } }), ['files/bad-header']],
  ['with a key twice', file(`{"a":${JSON.stringify(f32(0, 4))},"a":${JSON.stringify(f32(4, 8))}}`, 8), ['files/duplicate-key']],
  ['with a field twice', file('{"a":{"dtype":"U8","shape":[9],"shape":[4],"data_offsets":[0,4]}}', 4), ['files/duplicate-key']],
  ['with more at the end', file({ a: f32(0, 4) }, 8), ['files/trailing-bytes']],
])('a header %s', async (_, bytes, rules) => {
  expect(await scan(bytes)).toEqual({ rules, incomplete: [] })
})

test.each<[string, string[]]>([
  ['model.layers.0..weight', []],
  ['encoder/block..1/kernel:0', []],
  ['w:0', []],
  ['../../tmp/x', ['archive/unsafe-path']],
  ['a/../../x', ['archive/unsafe-path']],
  ['/../x', ['archive/unsafe-path']],
  ['a\\..\\..\\x', ['archive/unsafe-path']],
  ['/etc/x', ['files/bad-header']],
  ['C:\\x', ['files/bad-header']],
  ['w\0.bin', ['files/bad-header']],
])('a tensor called %j', async (name, rules) => {
  expect((await scan(file({ [name]: f32(0, 4) }, 4))).rules).toEqual(rules)
})

test.each([
  ['behind the tensors', file({ a: f32(0, 4) }, Uint8Array.from([0, 0, 0, 0, ...evil]))],
  ['between them', file({ a: f32(0, 4), b: f32(4 + evil.length, 8 + evil.length) }, Uint8Array.from([0, 0, 0, 0, ...evil, 0, 0, 0, 0]))],
])('a pickle %s is found', async (_, bytes) => {
  expect((await scan(bytes)).rules).toContain('pickle/dangerous-call')
})

test('a pickle in base64 in the metadata is found', async () => {
  const pickle = Uint8Array.from([0x80, 4, ...evil])
  expect((await scan(file({ __metadata__: { state: btoa(String.fromCharCode(...pickle)) } }))).rules).toContain('pickle/dangerous-call')
})

describe('what cannot be read is said', () => {
  const whole = file({ a: f32(0, 4) }, 4)
  test('wherever the file is cut', async () => {
    for (let length = 10; length < whole.length; length++) expect((await scan(whole.subarray(0, length))).incomplete).toEqual(['truncated'])
  })

  test('when the header is no JSON', async () => {
    expect(await scan(file('{"a":'))).toEqual({ rules: [], incomplete: ['malformed'] })
  })

  test('when the header is larger than the format allows', async () => {
    const start = file('{'.padEnd(64))
    new DataView(start.buffer).setUint32(0, 100_000_001, true)
    const sparse = memorySource(start)
    const report = await scanSource('model.safetensors', { ...sparse, size: 200_000_000 }, {})
    expect(report.incomplete.map(({ why }) => why)).toContain('limit')
  })

  test('under another name such bytes are something else', async () => {
    expect((await scanBytes('numbers.bin', file('{"a":'))).formats).toEqual([])
  })
})

describe('the index', () => {
  const index = (path: string) => new TextEncoder().encode(JSON.stringify({ weight_map: { w: path } }))
  test.each([
    ['model-00001-of-00002.safetensors', []],
    ['sub/model.safetensors', []],
    ['../model.safetensors', ['files/external-path']],
    ['a/../../model.safetensors', ['files/external-path']],
    ['/etc/passwd', ['files/external-path']],
    ['C:\\model.bin', ['files/external-path']],
    ['\\\\host\\share\\model.bin', ['files/external-path']],
    ['..\\model.bin', ['files/external-path']],
    ['https://example.org/model.bin', ['files/external-path']],
    ['model.bin\0.safetensors', ['files/external-path']],
  ])('%j', async (path, rules) => {
    expect((await scan(index(path), 'model.safetensors.index.json')).rules).toEqual(rules)
    expect((await scan(index(path), 'pytorch_model.bin.index.json')).rules).toEqual(rules)
  })

  test('without a map is not called clean', async () => {
    expect((await scan(new TextEncoder().encode('{}'), 'model.safetensors.index.json')).incomplete).toEqual(['malformed'])
  })
})

describe('JSON as it is written', () => {
  test.each(['{}', '[1,-2.5e3,"a\\u0041\\"",true,false,null]', '{"a":{"b":[]}} ', '"\\\\"'])('%s', (text) => {
    expect(JSON.stringify(plain(readWrittenJson(text)))).toBe(JSON.stringify(JSON.parse(text)))
  })

  test.each(['', '{', '{"a"}', '{"a":1,}', '[1 2]', '01', '"a', '"\\x"', '"\n"', 'nul', '{} {}', '['.repeat(100)])(
    '%j is refused',
    (text) => {
      expect(() => readWrittenJson(text)).toThrow(ScanError)
    },
  )
})

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null || !('members' in value) || !Array.isArray(value.members)) return value
  return Object.fromEntries(value.members.map(([key, each]: [string, unknown]) => [key, plain(each)]))
}
