import { describe, expect, test } from 'vitest'
import { decodeJson, parseLooseJson } from '../../../src/formats/shared/python-json.ts'
import { scanBytes } from '../../../src/node/scan-files.ts'
import { defaultPolicy } from '../../../src/policy/policy.ts'
import { message } from '../../helpers/proto.ts'
import { buildZip } from '../../helpers/zip-builder.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

interface Layer {
  readonly [key: string]: unknown
}

function layer(
  class_name: string,
  config: object = {},
  module: string | null = 'keras.layers',
  registered_name: string | null = null,
): Layer {
  return { module, class_name, config: { name: 'layer', ...config }, registered_name }
}

/** A tuple as TensorFlow's Keras writes it. */
function tuple(...items: unknown[]): Layer {
  return { class_name: '__tuple__', items }
}

function fn(module: string | null, config: string): Layer {
  return { module, class_name: 'function', config, registered_name: 'function' }
}

function model(...layers: Layer[]): string {
  return JSON.stringify({ module: 'keras', class_name: 'Sequential', config: { name: 'm', layers } })
}

function keras(config: string | Uint8Array, name = 'config.json'): Uint8Array {
  return buildZip([
    { name: 'metadata.json', data: '{"keras_version": "3.15.1"}' },
    { name, data: config },
    { name: 'model.weights.h5', data: '' },
  ])
}

async function judged(name: string, bytes: Uint8Array, allow: readonly string[] = []): Promise<string[]> {
  const { findings, incomplete } = await scanBytes(name, bytes, { policy: { ...defaultPolicy, allow } })
  return [...findings.map(({ rule, severity, evidence }) => `${severity} ${rule} ${evidence}`), ...incomplete.map(({ why }) => why)].sort()
}

// os.system in a code object of CPython 3.11: eval(compile("lambda x: __import__('os').system('true')", 'm', 'eval')).__code__
const CODE =
  '4wEAAAAAAAAAAAAAAAMAAAADAAAA80YAAACXAHQBAAAAAAAAAAAAAGQBpgEAAKsBAAAAAAAAAACgAQAAAAAAAAAAAAAAAAAAAAAAAAAAZAKmAQAAqwEAAAAAAAAAAFMAKQNO2gJvc9oEdHJ1ZSkC2gpfX2ltcG9ydF9f2gZzeXN0ZW0pAdoBeHMBAAAAINoBbfoIPGxhbWJkYT5yCAAAAAEAAABzHAAAAIAAjSqQVNEKGtQKGtcKIdIKIaAm0Qop1AopgADzAAAAAA=='

describe('a .keras configuration', () => {
  test.each<[string, Layer, string[]]>([
    ['plain layers', layer('Dense', { activation: 'relu', kernel_initializer: layer('GlorotUniform', {}, 'keras.initializers') }), []],
    ['a layer that is only called lambda', layer('Dense', { name: 'lambda_layer' }), []],
    ['a Keras function as a builtin', layer('Dense', { activation: fn('builtins', 'gelu') }), []],
    ['an inner module of Keras', layer('Add', {}, 'keras.src.ops.numpy', 'Add'), []],
    ['os.system', layer('Dense', { activation: fn('os', 'system') }), ['critical config/dangerous-reference os.system']],
    [
      'a graph operation whose name is written with escapes',
      layer('TensorFlowOpLayer', { node_def: '{"name": "op: \\"Relu\\"", "op": "Write\\u0046ile"}' }),
      ['high graph/file-access WriteFile'],
    ],
    [
      'a graph operation as bytes',
      layer('TensorFlowOpLayer', { node_def: '\n\u0001n\u0012\u0006PyFunc' }),
      ['critical graph/python-op PyFunc'],
    ],
    [
      'a file function of TensorFlow 1',
      layer('Dense', { activation: fn('tensorflow', 'read_file') }),
      ['critical config/dangerous-reference tensorflow.read_file'],
    ],
    ['exec', layer('Dense', { activation: fn('builtins', 'exec') }), ['critical config/dangerous-reference builtins.exec']],
    ['a class that is os.system', layer('system', {}, 'os'), ['critical config/dangerous-reference os.system']],
    [
      'get_file',
      layer('Dense', { activation: fn('keras.utils', 'get_file') }),
      ['critical config/dangerous-reference keras.utils.get_file'],
    ],
    [
      'safe mode off',
      layer('enable_unsafe_deserialization', {}, 'keras.config'),
      ['critical config/dangerous-reference keras.config.enable_unsafe_deserialization'],
    ],
    [
      'a callback that writes',
      layer('CSVLogger', {}, 'keras.callbacks'),
      ['critical config/dangerous-reference keras.callbacks.CSVLogger'],
    ],
    ['a standard library class', layer('Fraction', {}, 'fractions'), ['high config/unlisted-reference fractions.Fraction']],
    [
      'an inner function of Keras',
      layer('Dense', { activation: fn('keras.src.utils.io_utils', 'anything') }),
      ['high config/unlisted-reference keras.src.utils.io_utils.anything'],
    ],
    ['a layer of a newer Keras', layer('QuantumDense'), ['medium config/custom-class keras.layers.QuantumDense']],
    ['somebody’s own layer', layer('Mine', {}, 'acme.layers', 'acme>Mine'), ['medium config/custom-class acme.layers.Mine']],
    ['a registered layer', layer('Mine', {}, null, 'acme>Mine'), ['medium config/custom-class acme.Mine']],
    ['a registered layer behind a Keras name', layer('Dense', {}, 'keras.layers', 'evil>Dense'), ['medium config/custom-class evil.Dense']],
    ['a registered function', layer('Dense', { activation: fn('builtins', 'acme>act') }), ['medium config/custom-class acme.act']],
    ['a relative vocabulary', layer('StringLookup', { vocabulary: 'vocab.txt' }), []],
    [
      'a vocabulary elsewhere',
      layer('StringLookup', { vocabulary: '/etc/hostname' }),
      ['high files/external-path vocabulary: /etc/hostname'],
    ],
    [
      'a tokenizer that opens files',
      layer('BytePairTokenizer', { vocabulary: { a: 0 }, merges: '/etc/hostname' }, 'keras_hub.tokenizers'),
      ['high files/external-path merge rules: /etc/hostname'],
    ],
    [
      'a SentencePiece model elsewhere',
      layer('SentencePieceTokenizer', { proto: '/etc/hostname' }, 'keras_hub.src.tokenizers.sentence_piece_tokenizer'),
      ['high files/external-path SentencePiece model: /etc/hostname'],
    ],
    [
      'tokenizers with all in them',
      layer('SentencePieceTokenizer', { proto: '/AAA'.repeat(1000), merges: ['a b'], vocabulary: null }, 'keras_nlp.tokenizers'),
      [],
    ],
    ['another model', layer('TFSMLayer', { filepath: 'sub' }), ['high config/unlisted-reference keras.layers.TFSMLayer']],
    ['a tf function that computes', layer('TFOpLambda', { function: 'math.reduce_mean' }), []],
    [
      'a tf function that writes',
      layer('TFOpLambda', { function: 'io.write_file' }),
      ['critical config/dangerous-reference tensorflow.io.write_file'],
    ],
    [
      'a tf function of another kind',
      layer('TFOpLambda', { function: 'summary.scalar' }),
      ['high config/unlisted-reference tensorflow.summary.scalar'],
    ],
  ])('%s', async (_name, object, expected) => {
    expect(await judged('m.keras', keras(model(object)))).toEqual(expected)
    const deep = model(layer('TimeDistributed', { layer: layer('Sequential', { layers: [object] }, 'keras') }))
    expect(await judged('m.keras', keras(deep))).toEqual(expected)
  })

  test.each([
    ['Keras 3', layer('Lambda', { function: { class_name: '__lambda__', config: { code: CODE, defaults: null, closure: null } } })],
    ['Keras 3.0', layer('Lambda', { function: { class_name: '__lambda__', config: { value: [CODE, null, null] } } })],
    ['Keras 2', layer('Lambda', { function: [CODE, null, null], function_type: 'lambda', module: '__main__' })],
    [
      'an output shape',
      layer('Lambda', { function: 'relu', function_type: 'function', output_shape: [CODE, null, null], output_shape_type: 'lambda' }),
    ],
    ['Keras 2, a text', layer('Lambda', { function: CODE, function_type: 'lambda' })],
    ['a mask', layer('Lambda', { function: 'relu', function_type: 'function', mask: tuple(CODE, null, null), mask_type: 'lambda' })],
    ['a tuple', layer('Lambda', { function: tuple(CODE, null, null), function_type: 'lambda' })],
    ['a tuple of a tuple', layer('Lambda', { function: { class_name: '__tuple__', items: tuple(CODE, null, null) } })],
    ['a tuple of the keys of a mapping', layer('Lambda', { function: { class_name: '__tuple__', items: { [CODE]: 0, a: 0, b: 0 } } })],
    ['a wrapped text', layer('Lambda', { function: [{ class_name: '__bytes__', value: CODE }, null, null] })],
    ['a Lambda named by its public path', layer('layers.Lambda', { function: tuple(CODE, null, null) }, 'keras')],
    ['a wrapper of a cell', layer('ResidualWrapper', { residual_fn: tuple(CODE, null, null), residual_fn_type: 'lambda' })],
    ['a Merge of Keras 1', layer('Merge', { mode: [CODE, null, null], mode_type: 'lambda' })],
    ['outside of any Lambda layer', layer('Dense', { activation: { class_name: '__lambda__', config: { code: CODE } } })],
  ])('code of %s', async (_name, object) => {
    const rules = (await scanBytes('m.keras', keras(model(object)))).findings.map(({ rule }) => rule)
    expect(rules).toContain('code/dangerous')
  })

  test('what stands for other values of Python is data', async () => {
    const values = {
      shape: { class_name: 'TensorShape', items: [null, 2] },
      pair: tuple(1, tuple('a', null)),
      spec: { class_name: 'TypeSpec', type_spec: 'tf.TensorSpec', serialized: tuple({ class_name: 'TensorShape', items: [1] }, 'float32') },
      bytes: { class_name: '__bytes__', value: 'a' },
      rest: { class_name: '__ellipsis__' },
      tensor: { class_name: 'CompositeTensor', spec: {}, tensors: [['float32', 1]] },
      mode: 'concat',
      mode_type: 'raw',
    }
    expect(await judged('m.keras', keras(model(layer('Dense', values))))).toEqual([])
    expect(await judged('model.json', encode(model(layer('Dense', values))))).toEqual([])
  })

  test('code of a Lambda is told in every carrier of a configuration', async () => {
    const lambda = model(layer('Lambda', { function: tuple(CODE, null, null), function_type: 'lambda' }, null))
    const metadata = message([1, message([2, 1], [3, 'root'], [4, '_tf_keras_layer'], [5, lambda])])
    const yaml = `class_name: Sequential
config:
  layers:
  - class_name: Lambda
    module: null
    registered_name: ~
    config: {name: l, function: {class_name: __tuple__, items: ["${CODE}", null, null]}, function_type: lambda}
`
    for (const [name, bytes] of [
      ['model.json', encode(lambda)],
      ['keras_metadata.pb', metadata],
      ['model.yaml', encode(yaml)],
      ['held.yaml', encode(`model_config:\n${yaml.replace(/^/gm, '  ')}`)],
    ] as const)
      expect([name, await judged(name, bytes)]).toEqual([name, [expect.stringMatching(/^critical code\/dangerous /)]])
    expect(await judged('keras_metadata.pb', message([1, message([2, 1], [4, '_tf_keras_layer'], [5, '{"class_name": '])]))).toEqual([
      'malformed',
    ])
  })

  test('a configuration that stands as a text within JSON is one', async () => {
    const lambda = model(layer('Lambda', { function: tuple(CODE, null, null), function_type: 'lambda' }, null))
    const plain = model(layer('Dense'))
    const carriers: readonly [name: string, (config: string) => string][] = [
      ['model.json', (config) => JSON.stringify(config)],
      ['architecture', (config) => JSON.stringify(config)],
      ['model.json', (config) => JSON.stringify(JSON.stringify(config))],
      ['model.json', (config) => JSON.stringify({ weights: 'w.h5', arch: config })],
      ['model.json', (config) => JSON.stringify([{ a: [{ any: { key: JSON.stringify({ inner: [config] }) } }] }])],
      ['model.json', (config) => JSON.stringify({ arch: config }).replaceAll('class_name', 'class\\\\u005fname')],
      ['model.json', (config) => JSON.stringify({ class_name: 'Sequential', config: { layers: [] }, other: config })],
    ]
    for (const [name, wrap] of carriers) {
      expect(await judged(name, encode(wrap(lambda)))).toContainEqual(expect.stringMatching(/^critical code\/dangerous /))
      expect(await judged(name, encode(wrap(plain)))).toEqual([])
    }
    expect(await judged('log.json', encode(JSON.stringify({ text: `see {"class_name": "Lambda"} ${lambda}` })))).toEqual([])
  })

  test('a Lambda layer that names a function is reported, and worse if the name is dangerous', async () => {
    const named = (name: string, module: string) => keras(model(layer('Lambda', { function: name, function_type: 'function', module })))
    expect(await judged('m.keras', named('relu', 'keras.activations'))).toEqual(['medium config/custom-class keras.activations.relu'])
    expect(await judged('m.keras', named('system', 'os'))).toEqual(['critical config/dangerous-reference os.system'])
  })

  test('a PyTorch module inside is scanned as a pickle', async () => {
    const pickle = Buffer.from("cos\nsystem\n(S'echo modelgate-marker'\ntR.", 'latin1').toString('base64')
    expect(
      (await scanBytes('m.keras', keras(model(layer('TorchModuleWrapper', { module: pickle }))))).findings.map(({ rule }) => rule),
    ).toEqual(['pickle/dangerous-call', 'config/unlisted-reference'])
  })

  test('the policy can allow a name, or all of a package', async () => {
    const bytes = keras(model(layer('Mine', {}, 'acme.layers')))
    expect(await judged('m.keras', bytes, ['acme.layers.Mine'])).toEqual([])
    expect(await judged('m.keras', bytes, ['acme.*'])).toEqual([])
  })

  test('a configuration that cannot be read is said, but only where a loader would read it', async () => {
    expect(await judged('m.keras', keras('{not json'))).toEqual(['malformed'])
    expect(await judged('m.keras', keras('{not json', 'notes.json'))).toEqual(['malformed'].slice(1))
  })

  test('every spelling that Python reads is read', async () => {
    const evil = model(layer('Dense', { activation: fn('os', 'system'), value: 0 })).replace('"value":0', '"value":-Infinity')
    const expected = ['critical config/dangerous-reference os.system']
    const utf16 = Uint8Array.from([...evil].flatMap((char) => [char.charCodeAt(0), 0]))
    for (const text of [evil, utf16, evil.replaceAll('class_name', 'cl\\u0061ss_name'), `\ufeff${evil}`])
      expect(await judged('m.keras', keras(text))).toEqual(expected)
    expect(await judged('m.keras', keras(evil, 'Config.json'))).toEqual(expected)
    expect(await judged('model.json', encode(evil))).toEqual(expected)
  })

  test('a key that stands twice is stated', async () => {
    const twice = model(layer('Dense')).replace('"module":"keras"', '"module":"other","module":"keras"')
    expect((await judged('m.keras', keras(twice))).map((line) => line.split(' ')[1])).toEqual(['files/duplicate-key'])
  })
})

describe('other JSON is left alone', () => {
  test.each([
    ['no class_name', '{"model_type": "bert", "architectures": ["BertModel"]}'],
    ['class_name without config', '{"class_name": "my_package.Thing", "args": 1}'],
    ['deep in a document of another kind', '{"a": {"b": [{"class_name": "Lambda", "config": {}}]}}'],
    ['a list', '[1, 2, 3]'],
    ['broken', '{"class_name": '],
  ])('%s', async (_name, text) => {
    const { findings, incomplete, formats } = await scanBytes('some.json', encode(text))
    expect({ findings, incomplete, keras: formats.includes('keras-config') }).toEqual({ findings: [], incomplete: [], keras: false })
  })
})

describe('JSON as Python reads it', () => {
  test.each([
    ['{"a": NaN, "b": [Infinity, -Infinity]}', { a: null, b: [null, null] }, []],
    ['{"a": "NaN", "b": "x\\"NaN"}', { a: 'NaN', b: 'x"NaN' }, []],
    ['{"a": 1, "a": 2}', { a: 2 }, ['a']],
    ['{"a": 1, "\\u0061": 2}', { a: 2 }, ['a']],
    ['{"a": {"a": 1}, "b": [{"a": 1}, {"a": 2}]}', { a: { a: 1 }, b: [{ a: 1 }, { a: 2 }] }, []],
    ['{"x": "{\\"a\\":1,\\"a\\":2}"}', { x: '{"a":1,"a":2}' }, []],
    ['{"a": 1}\0\0 \n', { a: 1 }, []],
  ])('%s', (text, value, duplicates) => {
    expect(parseLooseJson(text)).toEqual({ value, duplicates })
  })

  test.each(['', '{', '{"a" 1}', '{"a": NaNa}', "{'a': 1}"])('%j is refused', (text) => {
    expect(() => parseLooseJson(text)).toThrow('not JSON')
  })

  test('nesting costs no stack', () => {
    const deep = 100_000
    expect(() => parseLooseJson(`${'['.repeat(deep)}${']'.repeat(deep)}`)).not.toThrow(RangeError)
  })

  test.each([
    ['UTF-8', [0x7b, 0x7d]],
    ['UTF-16 LE', [0x7b, 0, 0x7d, 0]],
    ['UTF-16 BE', [0, 0x7b, 0, 0x7d]],
    ['UTF-16 with a mark', [0xff, 0xfe, 0x7b, 0, 0x7d, 0]],
    ['UTF-32 LE', [0x7b, 0, 0, 0, 0x7d, 0, 0, 0]],
    ['UTF-32 BE', [0, 0, 0, 0x7b, 0, 0, 0, 0x7d]],
  ])('%s', (_name, bytes) => {
    expect(decodeJson(Uint8Array.from(bytes))).toBe('{}')
  })
})
