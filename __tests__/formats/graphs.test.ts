import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { memorySource } from '../../src/bytes/source.ts'
import { formats } from '../../src/formats/index.ts'
import { scanBytes } from '../../src/node/scan-files.ts'
import { probeStream } from '../../src/scan/probe.ts'
import type { FileReport } from '../../src/types/report.ts'
import { FlatBuffer, type Table } from '../../src/wire/flatbuffer.ts'
import { damaged, fixtureBytes } from '../helpers/damage.ts'
import { message, type ProtoValue } from '../helpers/proto.ts'

const IDS = [
  'tf-savedmodel',
  'tf-savedmodel-chunked',
  'keras-metadata',
  'tf-graph',
  'tf-metagraph',
  'tf-graph-text',
  'tflite',
  'tfjs',
  'onnx',
  'ort',
  'openvino',
  'pmml',
  'coreml',
  'caffe',
  'caffe-text',
  'paddle',
  'mxnet',
  'executorch',
]

const found = ({ findings }: FileReport): string[] => findings.map(({ rule, evidence }) => `${rule} ${evidence}`).sort()
const node = (name: string, op: string, inputs: readonly string[] = [], ...attributes: readonly ProtoValue[]): Uint8Array =>
  message([1, name], [2, op], ...inputs.map((input) => [3, input] as const), ...attributes.map((attribute) => [5, attribute] as const))
const text = (value: string): Uint8Array => message([1, 'value'], [2, message([8, message([1, 7], [8, value])])])
const graph = (...nodes: readonly Uint8Array[]): Uint8Array => message(...nodes.map((each) => [1, each] as const))
const scan = (bytes: Uint8Array, name = 'model.pb'): Promise<FileReport> => scanBytes(name, bytes)

describe('recognition', () => {
  test.each([
    ['clean/savedmodel-vocabulary.pb', 'tf-savedmodel'],
    ['clean/saver.pb', 'tf-graph'],
    ['clean/saver.meta', 'tf-metagraph'],
    ['clean/saver.pbtxt', 'tf-graph-text'],
    ['clean/dense.tflite', 'tflite'],
    ['clean/sklearn-pipeline.onnx', 'onnx'],
    ['clean/torch-export.onnx', 'onnx'],
    ['clean/sklearn-pipeline.ort', 'ort'],
    ['clean/openvino-matmul.xml', 'openvino'],
    ['clean/coreml-network.mlmodel', 'coreml'],
    ['clean/coreml-program.mlmodel', 'coreml'],
    ['malicious/caffe-python.caffemodel', 'caffe'],
    ['clean/paddle-relu.pdmodel', 'paddle'],
    ['clean/empty.pte', 'executorch'],
  ])('%s, whatever its name', async (file, id) => {
    const bytes = fixtureBytes(file)
    expect((await scan(bytes, 'file')).formats).toEqual([id])
    expect((await scan(bytes, file)).formats).toEqual([id])
  })

  test.each([
    ['text', Buffer.from('The quick brown fox\njumps over the lazy dog.\n'.repeat(200))],
    ['zeros', new Uint8Array(5000)],
    ['ones', new Uint8Array(5000).fill(255)],
    ['floats', new Uint8Array(new Float32Array(2000).map((_, index) => Math.sin(index)).buffer)],
    ['small whole numbers', new Uint8Array(new Int32Array(2000).map((_, index) => index % 50).buffer)],
    ['a TensorProto', message([1, 4], [2, 1], [8, 'x'], [9, new Uint8Array(16)])],
    ['checksums of a SavedModel', message([1, 12_345_678], [2, 99], [3, 77])],
    ['nothing', new Uint8Array(0)],
  ])('%s is no graph', async (_what, bytes) => {
    for (const name of ['model.bin', 'model.pb', 'model.onnx', 'weights']) {
      const { formats: read } = await scan(bytes, name)
      expect(read.filter((id) => IDS.includes(id))).toEqual([])
    }
  })

  test('a stream is spooled only for a proof', () => {
    const doubtful = message([900, 'x'.repeat(6000)], [7, message([1, node('x', 'y')])]).subarray(0, 4096)
    const probe = probeStream('data', doubtful, true)
    expect(formats.filter((format) => IDS.includes(format.id) && format.match(probe) !== 'no')).toEqual([])
  })

  test('each is in the list and has a page', () => {
    expect(IDS.filter((id) => !formats.some((format) => format.id === id) || !existsSync(`docs/formats/${id}.md`))).toEqual([])
  })
})

describe('damage', () => {
  test.each([
    'clean/dense.tflite',
    'clean/sklearn-pipeline.onnx',
    'clean/sklearn-pipeline.ort',
    'clean/coreml-network.mlmodel',
    'clean/openvino-matmul.xml',
    'clean/empty.pte',
    'malicious/library-first.pb',
    'malicious/asset-outside.pb',
    'malicious/caffe-python.prototxt',
    'malicious/graph-files.pbtxt',
    'malicious/paddle-python.pdmodel',
    'clean/dense-symbol.json',
    'clean/tfjs-layers.json',
    'malicious/entity.pmml',
    'malicious/keras_metadata.pb',
  ])('%s never fails the reader', async (file) => {
    for (const bytes of damaged(fixtureBytes(file), 120)) {
      const { incomplete } = await scan(bytes, file)
      expect(incomplete.filter(({ why }) => why === 'internal')).toEqual([])
    }
  })

  test('what comes before the end of a broken graph is told', async () => {
    const bytes = graph(node('a', 'PyFunc'), node('b', 'NoOp'))
    const report = await scan(bytes.subarray(0, bytes.length - 2))
    expect(found(report)).toEqual(['graph/python-op PyFunc'])
    expect(report.incomplete.map(({ why }) => why)).toEqual(['truncated'])
  })
})

describe('TensorFlow', () => {
  test.each<[string, Uint8Array, string[]]>([
    [
      'a path that is a constant',
      graph(node('p', 'Const', [], text('/etc/passwd')), node('r', 'ReadFile', ['p'])),
      ['graph/file-access ReadFile: /etc/passwd'],
    ],
    [
      'through other nodes',
      graph(node('r', 'WriteFile', ['j:0', 'x']), node('j', 'Identity', ['p']), node('p', 'Const', [], text('out'))),
      ['graph/file-access WriteFile: out'],
    ],
    [
      'a circle of nodes',
      graph(node('a', 'Identity', ['b']), node('b', 'Identity', ['a']), node('r', 'ReadFile', ['a'])),
      ['graph/file-access ReadFile'],
    ],
    ['a saver that is given its path', graph(node('p', 'Placeholder'), node('s', 'SaveV2', ['p']), node('r', 'RestoreV2', ['p'])), []],
    ['the default name of a saver', graph(node('p', 'Const', [], text('model')), node('s', 'SaveV2', ['p'])), []],
    [
      'a fixed checkpoint',
      graph(node('p', 'Const', [], text('gs://b/c')), node('r', 'RestoreV2', ['p'])),
      ['graph/checkpoint-path RestoreV2: gs://b/c'],
    ],
    ['print', graph(node('p', 'PrintV2', [], message([1, 'output_stream'], [2, message([2, 'stderr'])]))), []],
    [
      'print into a file',
      graph(node('p', 'PrintV2', [], message([1, 'output_stream'], [2, message([2, 'file:///tmp/x'])]))),
      ['graph/file-access PrintV2: file:///tmp/x'],
    ],
    [
      'packed strings',
      graph(
        node('p', 'Const', [], message([1, 'value'], [2, message([8, message([1, 7], [4, Buffer.from('\u0004/etc')])])])),
        node('r', 'ReadFile', ['p']),
      ),
      ['graph/file-access ReadFile: /etc'],
    ],
    [
      'a checkpoint whose path is joined of constants',
      graph(
        node('a', 'Const', [], text('/tmp/')),
        node('b', 'Const', [], text('x')),
        node('j', 'StringJoin', ['a', 'b']),
        node('s', 'SaveV2', ['j:0']),
      ),
      ['graph/file-access SaveV2: /tmp/x'],
    ],
    [
      'a checkpoint whose path is made of a constant',
      graph(
        node('a', 'Const', [], text('L3RtcC94')),
        node('d', 'DecodeBase64', ['a']),
        node('i', 'Identity', ['d']),
        node('r', 'RestoreV2', ['i']),
      ),
      ['graph/checkpoint-path RestoreV2: ?DecodeBase64(L3RtcC94)'],
    ],
    [
      'a saver that adds to the path it is given',
      graph(
        node('p', 'Placeholder'),
        node('b', 'Const', [], text('/part')),
        node('j', 'StringJoin', ['p', 'b']),
        node('n', 'Const'),
        node('f', 'ShardedFilename', ['j', 'n', 'n']),
        node('s', 'SaveV2', ['f']),
      ),
      [],
    ],
    [
      'texts that are made of each other',
      graph(node('a', 'StringJoin', ['b']), node('b', 'StringJoin', ['a']), node('s', 'SaveV2', ['a'])),
      [],
    ],
    ['an unknown operation', graph(node('n', 'Zap')), ['graph/custom-op Zap']],
    ['a function of the library', message([1, node('n', 'Zap')], [2, message([1, message([1, message([1, 'Zap'])])])]), []],
    [
      'a function with the name of an operation that reaches Python',
      message([1, node('n', 'PyFunc')], [2, message([1, message([1, message([1, 'PyFunc'])])])]),
      ['graph/python-op PyFunc'],
    ],
    ['a companion library', graph(node('n', 'SentencepieceOp')), []],
  ])('%s', async (_what, bytes, expected) => {
    expect(found(await scan(bytes))).toEqual(expected)
  })

  test('a table from an asset is data of the model', async () => {
    const table = graph(node('p', 'Const', [], text('/home/me/vocab.txt')), node('t', 'InitializeTableFromTextFileV2', ['h', 'p']))
    const asset = message([1, message([1, 'p:0'])], [2, 'vocab.txt'])
    expect(found(await scan(table))).toEqual(['graph/file-access InitializeTableFromTextFileV2: /home/me/vocab.txt'])
    expect(found(await scan(message([1, 1], [2, message([2, table], [6, asset])])))).toEqual([])
  })

  test.each([
    ['separators', 'node { name: "a"; op: "PyFunc"; }'],
    ['angle brackets', 'node < name: "a" op: "PyFunc" >'],
    ['comments', '# x\nnode { # y\n name: "a" op: # z\n "PyFunc" }'],
    ['a list', 'node [{ name: "a" op: "Relu" }, { name: "b" op: "PyFunc" }]'],
    ['a list with a colon', 'node: [{ name: "a" op: "PyFunc" }]'],
  ])('as text with %s', async (_what, written) => {
    expect(found(await scan(Buffer.from(written), 'g.pbtxt'))).toEqual(['graph/python-op PyFunc'])
    expect(found(await scan(Buffer.from(written), 'graph'))).toEqual(['graph/python-op PyFunc'])
    expect(found(await scan(Buffer.from(written.replaceAll('PyFunc', 'Relu')), 'g.pbtxt'))).toEqual([])
  })

  test('the policy can allow an operation', async () => {
    const { defaultPolicy } = await import('../../src/policy/policy.ts')
    const report = await scanBytes('model.pb', graph(node('n', 'Zap')), { policy: { ...defaultPolicy, allow: ['tensorflow.Zap'] } })
    expect(report.status).toBe('clean')
  })
})

describe('ONNX', () => {
  const op = (name: string, domain = '', ...attributes: readonly Uint8Array[]): Uint8Array =>
    message([1, 'x'], [2, 'y'], [4, name], ...attributes.map((each) => [5, each] as const), [7, domain])
  const model = (...fields: readonly (readonly [number, ProtoValue])[]): Uint8Array =>
    message([1, 8], [7, message(...fields, [2, 'g'])], [8, message([2, 17])])

  test.each<[string, Uint8Array, string[]]>([
    ['an operator of ONNX', model([1, op('Relu')]), []],
    ['an operator that ONNX does not have', model([1, op('Zap')]), ['graph/custom-op Zap']],
    ['a domain of ONNX Runtime', model([1, op('QAttention', 'com.microsoft')]), []],
    ['another domain', model([1, op('Relu', 'com.example')]), ['graph/custom-op com.example.Relu']],
    [
      'a function with the name of an operator that calls Python',
      message([1, 8], [7, message([1, op('PyOp')], [2, 'g'])], [8, message([2, 17])], [25, message([1, 'PyOp'], [7, op('Relu')])]),
      ['graph/python-op PyOp'],
    ],
    [
      'a function of its own',
      message([1, 8], [7, message([1, op('Gelu2', 'own')], [2, 'g'])], [8, message([2, 17])], [25, message([1, 'Gelu2'], [10, 'own'])]),
      [],
    ],
    ['Python', model([1, op('PyOp', 'ai.onnx.contrib')]), ['graph/python-op ai.onnx.contrib.PyOp']],
    [
      'a remote model',
      model([1, op('AzureTextToText', 'com.microsoft.extensions')]),
      ['graph/network com.microsoft.extensions.AzureTextToText'],
    ],
    ['a branch', model([1, op('If', '', message([1, 'then_branch'], [6, message([1, op('PyOp')])]))]), ['graph/python-op PyOp']],
    [
      'a compiled model in a file',
      model([1, op('EPContext', 'com.microsoft', message([1, 'embed_mode'], [3, 0]), message([1, 'ep_cache_context'], [4, '../x.bin']))]),
      ['files/external-path compiled model of an execution provider: ../x.bin', 'graph/compiled-kernel com.microsoft.EPContext'],
    ],
    [
      'sparse external data',
      model([1, op('Relu')], [15, message([1, message([13, message([1, 'location'], [2, '/etc/passwd'])])])]),
      ['files/external-path tensor data: /etc/passwd'],
    ],
  ])('%s', async (_what, bytes, expected) => {
    expect(found(await scan(bytes, 'model.onnx'))).toEqual(expected)
  })

  const external = (...entries: readonly (readonly [string, string])[]) =>
    message([1, 4], [2, 1], [8, 'w'], ...entries.map(([key, value]) => [13, message([1, key], [2, value])] as const))
  const place = ['location', 'w.bin'] as const
  test.each<[string, Uint8Array, string[]]>([
    ['external data', external(place, ['offset', '0'], ['length', '16'], ['checksum', 'a'], ['prepacked_key', 'x']), []],
    ['packed dimensions', message([1, Uint8Array.of(2, 2)], [2, 1], [9, new Uint8Array(16)]), []],
    ['no dimensions', message([2, 7], [9, new Uint8Array(8)]), []],
    ['nothing in it', message([1, 0], [1, 5], [2, 1]), []],
    ['half bytes', message([1, 5], [2, 22], [9, new Uint8Array(3)]), []],
    ['numbers of another field', message([1, 2], [2, 1], [4, new Uint8Array(8)]), []],
    ['an unknown key', external(place, ['foo', '1']), ['files/bad-header']],
    ['a key of Python’s own', external(place, ['__class__', '1']), ['files/bad-header']],
    ['an offset below zero', external(place, ['offset', '-8']), ['files/bad-header']],
    ['an offset that is no number', external(place, ['offset', '0x10']), ['files/bad-header']],
    ['an offset behind all files', external(place, ['offset', String(2n ** 62n)]), ['files/bad-header']],
    ['a length of all memory', external(place, ['length', String(2n ** 63n - 1n)]), ['files/shape-bomb']],
    ['a length below zero', external(place, ['length', '-1']), ['files/bad-header']],
    ['a length that is not that of its shape', external(place, ['length', '8']), ['files/bad-header']],
    ['less data than its shape', message([1, 400], [2, 1], [9, new Uint8Array(16)]), ['files/bad-header']],
    ['a shape that overflows', message([1, 2 ** 32], [1, 2 ** 32], [2, 1], [9, new Uint8Array(4)]), ['files/shape-bomb']],
    [
      'a dimension below zero',
      message([1, Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 255, 1)], [2, 1], [9, new Uint8Array(4)]),
      ['files/bad-header'],
    ],
  ])('a tensor with %s', async (_what, tensor, expected) => {
    const report = await scan(model([1, op('Relu')], [5, tensor]), 'model.onnx')
    expect(report.findings.map(({ rule }) => rule)).toEqual(expected)
  })

  test('strange fields do not hide a model', async () => {
    const hidden = message([99, 1], [1, message([99, 'x'], [4, 'PyOp'])])
    const bytes = message([7, 5], [1, 'x'], [99, 'x'], [7, hidden])
    expect(found(await scan(bytes, 'model.onnx'))).toEqual(['graph/python-op PyOp'])
    expect(found(await scan(message([99, 'x'], [7, hidden]), 'model.bin'))).toEqual(['graph/python-op PyOp'])
  })

  test('deep nesting ends', async () => {
    let inner = message([1, op('Relu')])
    for (let depth = 0; depth < 60; depth++) inner = message([1, op('If', '', message([1, 'then_branch'], [6, inner]))])
    const report = await scan(message([1, 8], [7, inner]), 'model.onnx')
    expect(report.incomplete.map(({ why }) => why)).toEqual(['limit'])
  })
})

describe('XML', () => {
  test.each([
    ['a document type in a PMML', 'model.pmml', '<!DOCTYPE PMML><PMML/>', ['files/doctype']],
    ['a document type behind blanks', 'model.pmml', `${' '.repeat(100_000)}<!DOCTYPE PMML><PMML/>`, ['files/doctype']],
    ['a document type before a prefixed root', 'model.xml', '<!DOCTYPE p:PMML><p:PMML xmlns:p="x"/>', ['files/doctype']],
    ['a document type with an apostrophe in a comment', 'model.xml', "<!DOCTYPE net [<!-- ' -->]><net/>", ['files/doctype']],
    ['a comment that names it', 'model.pmml', '<!-- <!DOCTYPE x> --><PMML/>', []],
    ['another XML', 'pom.xml', '<!DOCTYPE project><project/>', []],
    ['another XML that is broken', 'pom.xml', '<?xml version="1.0"?><project', []],
    ['old layers', 'm.xml', '<net><layer type="Conv"/></net>', []],
  ])('%s', async (_what, name, xml, rules) => {
    const report = await scan(Buffer.from(xml), name)
    expect(report.findings.map(({ rule }) => rule)).toEqual(rules)
    expect(report.incomplete).toEqual([])
  })
})

test.each<[string, string, string[]]>([
  [
    'with a Python layer',
    'net_param { name: "n" layer { name: "p" type: "P\\u0079thon" python_param { module: "m" layer: "L" } } } base_lr: 0.1',
    ['graph/python-layer'],
  ],
  ['of layers that compute', 'train_net_param { layer { name: "p" type: "ReLU" } } base_lr: 0.1', []],
])('a network in a Caffe solver, %s', async (_what, text, rules) => {
  const report = await scan(Buffer.from(text), 'solver.prototxt')
  expect(report.findings.map(({ rule }) => rule)).toEqual(rules)
})

// Models of one operator, written with flatbuffers 25.12: its options name the operation that the Flex delegate runs.
test.each<[string, string, string[]]>([
  [
    'FlexRelu whose options say WriteFile',
    'FAAAAFRGTDMMABQAEAAMAAgABAAMAAAAnAAAAAwAAABIAAAAAwAAAAEAAAAQAAAADAAIAAAAAAAAAAQADAAAAAQAAAABAAAAFAAAABAADAAIAAAAAAAAAAAABAAQAAAALAAAAAAAAAABAAAAEAAAAAwAEAAPAAgAAAAEAAwAAAAgAAAAOAAAAAAAACAiAAAACVdyaXRlRmlsZQAOCgFuEglXcml0ZUZpbGUCGhAUZAQoAQAAAQAAAGQAAAAIAAAARmxleFJlbHUAAAAA',
    ['graph/file-access FlexWriteFile'],
  ],
  [
    'FlexRelu whose options say Relu',
    'FAAAAFRGTDMMABQAEAAMAAgABAAMAAAAkAAAAAwAAABIAAAAAwAAAAEAAAAQAAAADAAIAAAAAAAAAAQADAAAAAQAAAABAAAAFAAAABAADAAIAAAAAAAAAAAABAAQAAAALAAAAAAAAAABAAAAEAAAAAwAEAAPAAgAAAAEAAwAAAAgAAAALAAAAAAAACAYAAAABFJlbHUACQoBbhIEUmVsdQIQCxRkBCgBAQAAAGQAAAAIAAAARmxleFJlbHUAAAAA',
    [],
  ],
  [
    'FlexPyFunc with a name that goes on behind a NUL',
    'FAAAAFRGTDMMABQAEAAMAAgABAAMAAAAlAAAAAwAAABIAAAAAwAAAAEAAAAQAAAADAAIAAAAAAAAAAQADAAAAAQAAAABAAAAFAAAABAADAAIAAAAAAAAAAAABAAQAAAALAAAAAAAAAABAAAAEAAAAAwAEAAPAAgAAAAEAAwAAAAgAAAAMAAAAAAAACAcAAAABlB5RnVuYwALCgFuEgZQeUZ1bmMCFA0UZAQoAQEAAABkAAAADAAAAEZsZXhQeUZ1bmMAeAAAAAA=',
    ['graph/python-op FlexPyFunc'],
  ],
])('a TensorFlow Lite operator: %s', async (_what, base64, expected) => {
  const { findings, incomplete } = await scan(Buffer.from(base64, 'base64'), 'model.tflite')
  expect(findings.map(({ rule, evidence }) => `${rule} ${evidence}`)).toEqual(expected)
  expect(incomplete).toEqual([])
})

describe('a TensorFlow Lite model whose numbers are changed', () => {
  const sound = fixtureBytes('clean/dense.tflite')
  const graphOf = (bytes: Uint8Array) => [...new FlatBuffer(memorySource(bytes)).root().tables(2)][0]
  const changed = (place: (graph: Table) => number, values: readonly number[]) => {
    const bytes = Uint8Array.from(sound)
    const graph = graphOf(bytes)
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    for (const [index, value] of values.entries()) view.setInt32((graph ? place(graph) : 0) + index * 4, value, true)
    return bytes
  }
  const first = (graph: Table, field: number) => [...graph.tables(field)][0]
  const indices = (field: number) => (graph: Table) => first(graph, 3)?.vector(field, 4).start ?? 0

  test.each<[string, Uint8Array, string[]]>([
    ['not at all', sound, []],
    ['to no input', changed(indices(1), [-1]), []],
    ['to an input that is not there', changed(indices(1), [1000]), ['files/out-of-bounds']],
    ['to an input below none', changed(indices(1), [-2]), ['files/out-of-bounds']],
    ['to an output that is not there', changed(indices(2), [-1]), ['files/out-of-bounds']],
  ])('%s', async (_what, bytes, rules) => {
    expect((await scan(bytes, 'model.tflite')).findings.map(({ rule }) => rule)).toEqual(rules)
  })

  test('to a shape that overflows', async () => {
    const shapes = [...(graphOf(sound)?.tables(0) ?? [])].map((tensor) => tensor.vector(0, 4))
    const shape = shapes.find(({ length }) => length === 2)
    expect(shape).toBeDefined()
    const bytes = changed(() => shape?.start ?? 0, [2 ** 31 - 1, 2 ** 31 - 1])
    expect((await scan(bytes, 'model.tflite')).findings.map(({ rule }) => rule)).toEqual(['files/shape-bomb'])
  })
})

describe('a Paddle program in JSON', () => {
  const program = (...ops: unknown[]) =>
    new TextEncoder().encode(
      JSON.stringify({
        base_code: { magic: 'pir', trainable: true, version: 1 },
        program: { regions: [{ '#': 'region_0', blocks: [{ '#': 'block_0', args: [], ops }] }] },
      }),
    )
  const op = (name: string, more = {}) => ({ '#': name, A: [], I: [{ '%': 1 }], O: [{ '%': 2, TT: { '#': '0.t_dtensor' } }], ...more })

  test('states what calls Python, at any depth', async () => {
    for (const name of ['1.py_func', '1.py_func_', '2.py_func'])
      for (const ops of [[op(name)], [op('2.if', { regions: [{ blocks: [{ ops: [op('1.relu'), op(name)] }] }] })]]) {
        const { formats, findings } = await scanBytes('inference.json', program(...ops))
        expect([formats, findings.map(({ rule }) => rule)]).toEqual([['paddle'], ['graph/python-op']])
      }
  })

  test('is quiet of what computes', async () => {
    const { findings, incomplete } = await scanBytes('inference.json', program(op('1.matmul'), op('1.relu_'), { '#': 'p', A: [0], O: {} }))
    expect([findings, incomplete]).toEqual([[], []])
  })
})
