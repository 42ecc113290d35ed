import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import type { FileReport } from '../../../src/types/report.ts'
import { message } from '../../helpers/proto.ts'
import { makeTar } from '../../helpers/tar-builder.ts'

const rows = ({ findings, incomplete }: FileReport): string[] =>
  [...findings.map(({ rule, evidence }) => `${rule} ${evidence}`), ...incomplete.map(({ why }) => why)].sort()
const scan = async (name: string, content: unknown) =>
  rows(
    await scanBytes(
      name,
      content instanceof Uint8Array ? content : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
    ),
  )

const PICKLE = Buffer.from('\x80\x04\x8c\x05posix\x8c\x06system\x93\x8c\x15echo modelgate-marker\x85R.', 'latin1')

/** A Parquet file with no columns whose footer has one pair of metadata (Thrift's compact protocol). */
function parquet(key: string, value: Uint8Array): Uint8Array {
  const text = Buffer.from(key)
  const pair = Buffer.concat([Buffer.of(0x18, text.length), text, Buffer.of(0x18, value.length), value, Buffer.of(0)])
  const footer = Buffer.concat([Buffer.of(0x59, 0x1c), pair, Buffer.of(0)])
  const length = Buffer.alloc(4)
  length.writeUInt32LE(footer.length)
  return Buffer.concat([Buffer.from('PAR1'), footer, length, Buffer.from('PAR1')])
}

describe('pickles in the metadata of a table', () => {
  it('are read where a library unpickles them', async () => {
    expect((await scan('m.parquet', parquet('dataset-toolkit.unischema.v1', PICKLE))).join()).toContain(
      'pickle/dangerous-call posix.system',
    )
  })

  it('are a guess elsewhere, also in base64', async () => {
    expect((await scan('m.parquet', parquet('x', PICKLE))).join()).toContain('pickle/nested-payload')
    expect((await scan('m.parquet', parquet('x', Buffer.from(PICKLE.toString('base64'))))).join()).toContain('pickle/nested-payload')
  })

  it('other metadata is not looked into', async () => {
    expect(await scan('m.parquet', parquet('pandas', Buffer.from('{"columns": []}')))).toEqual([])
  })
})

describe('configurations in the metadata of safetensors', () => {
  const file = (metadata: Record<string, string>): Uint8Array => {
    const header = Buffer.from(JSON.stringify({ __metadata__: metadata, a: { dtype: 'U8', shape: [1], data_offsets: [0, 1] } }))
    const length = Buffer.alloc(8)
    length.writeBigUInt64LE(BigInt(header.length))
    return Buffer.concat([length, header, Buffer.of(0)])
  }

  it.each<[string, Record<string, string>, string]>([
    ['JSON', { config: '{"characters": {"characters_class": "os.system"}}' }, 'config/dangerous-reference os.system'],
    ['YAML', { config: 'a: !!python/object/apply:os.system [x]' }, 'config/dangerous-reference os.system'],
    ['a template', { chat_template: "{{ ''.__class__ }}" }, 'template/injection'],
    ['a pickle in hex', { x: PICKLE.toString('hex') }, 'pickle/dangerous-call posix.system'],
  ])('%s', async (_, metadata, expected) => {
    expect((await scan('m.safetensors', file(metadata))).join()).toContain(expected)
  })

  it('ordinary ones', async () => {
    expect(await scan('m.safetensors', file({ format: 'pt', ss_tag_frequency: '{"a": {"os.system": 1}}', title: 'os.system' }))).toEqual([])
  })
})

describe('references to a Zarr store', () => {
  const array = (codec: string): string => JSON.stringify({ zarr_format: 2, filters: [{ id: codec }], dtype: '|O' })

  it.each<[string, unknown]>([
    ['version 1', { version: 1, refs: { '.zgroup': '{}', 'a/.zarray': array('pickle') } }],
    ['version 0', { '.zgroup': '{}', 'a/.zarray': array('pickle') }],
  ])('%s', async (_, content) => {
    expect((await scan('refs.json', content)).join()).toMatch(/config\/\w+-reference numcodecs\.pickles\.Pickle/)
  })

  it('with a template that fsspec renders', async () => {
    const refs = (template: string) => ({ version: 1, templates: { u: template }, refs: { a: ['{{u}}', 0, 1] } })
    expect((await scan('refs.json', refs("{{ ''.__class__ }}"))).join()).toContain('template/injection')
    expect(await scan('refs.json', refs('{{ base }}/x'))).toEqual([])
  })

  it('with other codecs, and other files', async () => {
    expect(await scan('refs.json', { version: 1, refs: { '.zgroup': '{}', 'a/.zarray': array('vlen-utf8') } })).toEqual([])
    expect(await scan('refs.json', { refs: { a: 1 } })).toEqual([])
  })
})

describe('the program of a SageMaker archive', () => {
  it('runs', async () => {
    const data = 'import os\nos.system("x")\n'
    expect(await scan('model.tar', makeTar([{ name: 'code/inference.py', data }]))).toEqual([
      'code/dangerous code/inference.py → os.system',
    ])
    expect(await scan('model.tar', makeTar([{ name: 'src/code/inference.py', data }]))).toEqual([])
  })
})

describe('texts that a model carries beside its graph', () => {
  const EVIL = "__import__('os').system('x')"
  const names = "{0: 'person', 1: 'os.system'}"
  const onnx = (value: string): Uint8Array =>
    message([1, 8], [7, message([1, message([4, 'Relu'])])], [14, message([1, 'names'], [2, value])])
  const coreml = (value: string): Uint8Array =>
    message([1, 4], [2, message([100, message([100, message([1, 'names'], [2, value])])])], [500, message([1, message([1, 'a'])])])
  const engine = (value: string): Uint8Array => {
    const text = Buffer.from(JSON.stringify({ names: value }))
    const length = Buffer.alloc(4)
    length.writeUInt32LE(text.length)
    return Buffer.concat([length, text, Buffer.from('ptrt'), Buffer.alloc(64)])
  }

  it.each<[string, (value: string) => Uint8Array]>([
    ['m.onnx', onnx],
    ['m.mlmodel', coreml],
    ['m.engine', engine],
  ])('are evaluated by some programs: %s', async (name, file) => {
    expect((await scan(name, file(EVIL))).join()).toContain('code/python-source-runs names → __import__, os.system')
    expect((await scan(name, file('{"_target_": "os.system"}'))).join()).toContain('config/dangerous-reference os.system')
    expect((await scan(name, file(names))).join()).not.toContain('names')
  })
})
