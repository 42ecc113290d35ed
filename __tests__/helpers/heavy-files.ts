import { message, varint } from './proto.ts'
import { makeTar } from './tar-builder.ts'
import { buildZip } from './zip-builder.ts'

/** A file that costs a careless reader more memory than it is long. */
export interface HeavyFile {
  readonly format: string
  /** Which way it goes to extremes. */
  readonly shape: string
  readonly name: string
  /** About as many bytes as are asked for. */
  readonly make: (size: number) => Uint8Array
}

type Bytes = string | Uint8Array

const join = (...parts: readonly Bytes[]): Uint8Array => Buffer.concat(parts.map((part) => Buffer.from(part)))
const count = (size: number, piece: Bytes): number => Math.max(1, Math.floor(size / Buffer.from(piece).length))
const fill = (size: number, piece: Bytes): Uint8Array => times(count(size, piece), piece)
const times = (number: number, piece: Bytes): Uint8Array => {
  const bytes = Buffer.from(piece)
  return Buffer.alloc(number * bytes.length, bytes)
}
/** Pieces that are all different, made of their number with so many digits. */
function numbered(size: number, before: string, after: string, digits = 9): Uint8Array {
  const first = Buffer.from(`${before}${'0'.repeat(digits)}${after}`)
  const bytes = fill(size, first) as Buffer
  const at = Buffer.byteLength(before)
  for (let index = 0, from = at; from < bytes.length; index++, from += first.length) {
    let left = index
    for (let digit = digits - 1; digit >= 0 && left > 0; digit--, left = Math.floor(left / 10)) bytes[from + digit] = 0x30 + (left % 10)
  }
  return bytes
}
const int32 = (value: number): Uint8Array => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}
const uint32 = (value: number): Uint8Array => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const uint64 = (value: number): Uint8Array => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}
const long = (number: number, size: number, value: Uint8Array): Uint8Array =>
  join(Uint8Array.from([...varint(number * 8 + 2), ...varint(size)]), value)

type Shapes = Readonly<Record<string, (size: number) => Uint8Array>>

const rows = (format: string, name: string, shapes: Shapes): readonly HeavyFile[] =>
  Object.entries(shapes).map(([shape, make]) => ({ format, shape, name, make }))

/** JSON whose object begins with `first`, in all shapes. */
const json = (first: string): Shapes => ({
  'deep lists': (size) => join(`{${first},"a":`, fill(size / 2, '['), fill(size / 2, ']'), '}'),
  'deep lists without an end': (size) => join(`{${first},"a":`, fill(size, '[')),
  'deep objects': (size) => join(`{${first},"a":`, times(count(size, '{"a":}'), '{"a":'), '0', fill(count(size, '{"a":}'), '}'), '}'),
  'many keys': (size) => join(`{${first},`, numbered(size, '"k', '":1,'), '"z":0}'),
  'many keys twice': (size) => join(`{${first},`, numbered(size / 2, '"k', '":1,'), numbered(size / 2, '"k', '":1,'), '"z":NaN}'),
  'a long key': (size) => join(`{${first},"`, fill(size, 'k'), '":0}'),
  'a long text': (size) => join(`{${first},"k":"`, fill(size, 'v'), '"}'),
  'a long text of many scripts': (size) => join(`{${first},"k":"`, fill(size, 'é字'), '"}'),
  'long keys': (size) =>
    join(`{${first}`, ...Array.from({ length: 50 }, (_, index) => join(`,"${index}`, fill(size / 50, 'k'), '":0')), '}'),
  'many objects': (size) => join(`{${first},"k":[`, fill(size, '{},'), '0]}'),
  'many objects of one key': (size) => join(`{${first},"k":[`, fill(size, '{"a":{}},'), '0]}'),
  'many lists': (size) => join(`{${first},"k":[`, fill(size, '[],'), '0]}'),
  'many numbers': (size) => join(`{${first},"k":[`, fill(size, '0,'), '0]}'),
  'many texts': (size) => join(`{${first},"k":[`, numbered(size, '"t', '",'), '0]}'),
  'many escapes': (size) => join(`{${first},"k":"`, fill(size, '\\u0041'), '"}'),
  'many texts that are JSON': (size) => join(`{${first},"k":[`, fill(size, '"[{\\"a\\":[]}]",'), '0]}'),
  comments: (size) => join(`{${first},`, fill(size, '//a\n'), '"k":0,}'),
  quotes: (size) => join(`{${first},"k":`, fill(size, '"')),
})

const yaml: Shapes = {
  'deep lists': (size) => join('_target_: x\na: ', fill(size / 2, '['), fill(size / 2, ']')),
  'deep blocks': (size) => {
    const depth = Math.floor(Math.sqrt(2 * size))
    return join('_target_: x\n', Array.from({ length: depth }, (_, index) => `${' '.repeat(index)}a:\n`).join(''))
  },
  'deep items': (size) => join('_target_: x\na:\n', fill(size, '- ')),
  aliases: (size) =>
    join(
      '_target_: x\na0: &a0 [x]\n',
      Array.from({ length: count(size, 'a00000: &a00000 [*a00000,*a00000]\n') }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i},*a${i}]\n`).join(
        '',
      ),
    ),
  'many keys': (size) => join('_target_: x\n', numbered(size, 'k', ': 1\n')),
  'many items': (size) => join('_target_: x\na:\n', fill(size, '- b\n')),
  'many documents': (size) => join('_target_: x\n', fill(size, '---\n')),
  'many tags': (size) => join('_target_: x\n', fill(size, '- !!python/name:a.b x\n')),
  'a long key': (size) => join('_target_: x\n', fill(size, 'k'), ': 1\n'),
  'a long text': (size) => join('_target_: x\nb: |\n', fill(size, '  text\n')),
}

const nestedMessages =
  (number: number) =>
  (size: number): Uint8Array => {
    // Written from the innermost outwards, so that each length is known.
    const target = Buffer.alloc(Math.floor(size))
    let at = target.length
    const key = varint(number * 8 + 2)
    while (at > 16) {
      const head = [...key, ...varint(target.length - at)]
      at -= head.length
      target.set(head, at)
    }
    return target.subarray(at)
  }
/** A graph at field `path`, with nodes at `node`, of whose fields `op` is the operator. */
const proto = (first: Uint8Array, path: readonly number[], node: number, op: number): Shapes => {
  const within = (inner: (size: number) => Uint8Array) => (size: number) =>
    join(
      first,
      [...path].reverse().reduce((bytes, number) => long(number, bytes.length, bytes), inner(size)),
    )
  return {
    'deep messages': within(nestedMessages(node)),
    'many empty nodes': within((size) => fill(size, message([node, '']))),
    'many operators': within((size) => {
      const [a = '', b = ''] = [String.fromCharCode(node * 8 + 2, 15, op * 8 + 2, 13, 0x6f), '']
      return numbered(size, a, b, 12)
    }),
    'a long operator': within((size) => long(node, size, long(op, size - 6, fill(size - 6, 'o')))),
    groups: within((size) => fill(size, Buffer.of(node * 8 + 3))),
  }
}

const textProto = (first: string, node: string): Shapes => ({
  'deep messages': (size) => join(first, fill(size, `${node} { `)),
  'many nodes': (size) => join(first, fill(size, `${node} {}\n`)),
  'many operators': (size) => join(first, numbered(size, `${node} { name: "n" op: "o`, '" type: "Python" }\n')),
  lists: (size) => join(first, fill(size, `${node}: [`)),
  'a long name': (size) => join(first, `${node} { op: "`, fill(size, 'o'), '" }'),
  'a long key': (size) => join(first, fill(size, 'k'), ': 1'),
})

const xml = (root: string, item: string, first = ''): Shapes => ({
  'deep elements': (size) => join(`<?xml version="1.0"?><${root}>${first}`, fill(size, `<${item}>`)),
  'many elements': (size) =>
    join(`<?xml version="1.0"?><${root}>${first}`, numbered(size, `<${item} name="n" type="t`, '" version="x"/>'), `</${root}>`),
  'many attributes': (size) => join(`<?xml version="1.0"?><${root}>${first}<${item} `, numbered(size, 'a', '="1" '), `/></${root}>`),
  'a long name': (size) => join(`<?xml version="1.0"?><${root}>${first}<`, fill(size, 'n'), '/>'),
  'a long attribute': (size) => join(`<?xml version="1.0"?><${root}>${first}<${item} type="`, fill(size, 'n'), '"/>'),
  'a long document type': (size) => join(`<?xml version="1.0"?><!DOCTYPE ${root} [`, fill(size, '<!ENTITY a "b">'), `]><${root}/>`),
})

const jinja: Shapes = {
  'deep brackets': (size) => join('{{', fill(size, '('), '}}'),
  'deep lists': (size) => join('{{', fill(size / 2, '['), fill(size / 2, ']'), '}}'),
  'deep blocks': (size) => fill(size, '{% if a %}'),
  'many outputs': (size) => fill(size, '{{a}}'),
  'many variables': (size) => join(numbered(size, '{%set a', '="b"%}'), '{{a}}'),
  'a growing text': (size) => join('{%set a="a"%}', fill(size, '{%set a=a~a%}'), '{{a}}'),
  'a long name': (size) => join('{{', fill(size, 'a'), '}}'),
  'a long text': (size) => join('{{"', fill(size, 'a'), '"}}'),
  'a long chain': (size) => join('{{a', fill(size, '.a'), '}}'),
  'a long sum': (size) => join('{{a', fill(size, '+a'), '}}'),
  'many filters': (size) => join('{{a', fill(size, '|a'), '}}'),
}

const R_HEAD = join('X\n', int32(2), int32(0x40000), int32(0x20300))
const r: Shapes = {
  'deep lists': (size) => join(R_HEAD, fill(size, join(int32(19), int32(1)))),
  'deep pairlists': (size) => join(R_HEAD, fill(size, int32(2))),
  'many items': (size) => join(R_HEAD, int32(19), int32(count(size, int32(254))), fill(size, int32(254))),
  'many symbols': (size) => {
    const one = join(int32(1), int32(9), int32(1), 'a')
    return join(R_HEAD, int32(19), int32(count(size, one)), fill(size, one))
  },
  'many different symbols': (size) => {
    const before = '\0\0\0\x01\0\0\0\t\0\0\0\x0ca'
    return join(R_HEAD, int32(19), int32(Math.floor(size / (before.length + 11))), numbered(size, before, '', 11))
  },
  'a long symbol': (size) => join(R_HEAD, int32(1), int32(9), int32(size), fill(size, 'a')),
  'many functions': (size) => join(R_HEAD, fill(size, int32(3))),
}

const marshal = (name: string): readonly HeavyFile[] => {
  const head = join(Buffer.of(0xa7, 0x0d, 0x0d, 0x0a), times(12, '\0'))
  const codeOf = (constants: Uint8Array): Uint8Array => join(head, Buffer.of(0xe3), times(20, '\0'), 's', uint32(0), constants)
  return rows('marshal', name, {
    'deep tuples': (size) => codeOf(fill(size, ')\x01')),
    'many items': (size) => codeOf(join('(', uint32(size), fill(size, 'N'))),
    'many texts': (size) => codeOf(join('(', uint32(count(size, 'z\x02ab')), fill(size, 'z\x02ab'))),
    'many tuples': (size) => codeOf(join('(', uint32(count(size, ')\0')), fill(size, ')\0'))),
    'a long text': (size) => codeOf(join('(', uint32(1), 'u', uint32(size), fill(size, 'a'))),
    'a long list of references': (size) => codeOf(join('(', uint32(count(size, '\xce')), fill(size, Buffer.of(0xce)))),
  })
}

const thrift: Shapes = {
  'deep structures': (size) => parquet(fill(size, '\x1c')),
  'many pairs': (size) =>
    parquet(join('\x59\xfc', Uint8Array.from(varint(count(size, '\x18\x01k\x18\x01v\0'))), fill(size, '\x18\x01k\x18\x01v\0'), '\0')),
  'many schema elements': (size) => parquet(join('\x29\xfc', Uint8Array.from(varint(size)), fill(size, '\0'), '\0')),
  'a long value': (size) => parquet(join('\x59\x1c\x18\x01k\x18', Uint8Array.from(varint(size)), fill(size, 'v'), '\0\0')),
}
function parquet(footer: Uint8Array): Uint8Array {
  return join('PAR1', footer, uint32(footer.length), 'PAR1')
}

const msgpack: Shapes = {
  'deep maps': (size) => fill(size, Buffer.of(0x81, 0xa1, 0x61)),
  'deep lists': (size) => join(Buffer.of(0x81, 0xa1, 0x61), fill(size, Buffer.of(0x91))),
  'many items': (size) => join(Buffer.of(0x81, 0xa1, 0x61, 0xdd), int32(size), fill(size, Buffer.of(1))),
  'many keys': (size) => {
    const one = Buffer.of(0xa1, 0x61, 1)
    return join(Buffer.of(0xdf), int32(count(size, one)), fill(size, one))
  },
  'a long key': (size) => join(Buffer.of(0x81, 0xdb), int32(size), fill(size, 'a'), '\x01'),
}

const pickle: Shapes = {
  'deep lists': (size) => join(Buffer.of(0x80, 2), fill(size / 2, ']'), fill(size / 2, 'a'), '.'),
  'deep tuples': (size) => join(Buffer.of(0x80, 2), 'N', fill(size, Buffer.of(0x85)), '.'),
  'deep dicts': (size) => join(Buffer.of(0x80, 2), fill(size / 2, '}N'), fill(size / 2, '}s'), '.'),
  'many items': (size) => join(Buffer.of(0x80, 2), '](', fill(size, 'N'), 'e.'),
  'many entries': (size) => join(Buffer.of(0x80, 2), '}(', fill(size, 'K\x01N'), 'u.'),
  'many texts': (size) => join(Buffer.of(0x80, 4), '](', numbered(size, '\x8c\x0dk', '', 12), 'e.'),
  'many names': (size) => join('(', numbered(size, 'ca', '\nb\n'), 'l.'),
  'many calls': (size) => join('cos\ngetpid\n', fill(size, ')R'), '.'),
  'many objects': (size) => join(Buffer.of(0x80, 2), '](', fill(size, 'ca\nb\n)\x81}b'), 'e.'),
  'a long name': (size) => join('c', fill(size, 'a'), '\nb\n.'),
  'a long text': (size) => join(Buffer.of(0x80, 2), 'X', uint32(size), fill(size, 'a'), '.'),
  'a long number': (size) => join('L', fill(size, '9'), 'L\n.'),
  'memo entries': (size) => join(Buffer.of(0x80, 4), fill(size, 'N\x94'), '.'),
  marks: (size) => fill(size, '('),
}

const gguf = (tensors: number, pairs: number, ...rest: Bytes[]): Uint8Array =>
  join('GGUF', uint32(3), uint64(tensors), uint64(pairs), ...rest)
const ggufs: Shapes = {
  'deep arrays': (size) => gguf(0, 1, uint64(1), 'k', uint32(9), fill(size, join(uint32(9), uint64(1)))),
  'many pairs': (size) => {
    const one = numbered(size, `${Buffer.from(uint64(12)).toString('latin1')}`, '\x04\0\0\0\0\0\0\0', 12)
    return gguf(0, Math.floor(one.length / 28), one)
  },
  'many texts': (size) =>
    gguf(0, 1, uint64(1), 'k', uint32(9), uint32(8), uint64(count(size, join(uint64(1), 'a'))), fill(size, join(uint64(1), 'a'))),
  'many tensors': (size) => {
    const before = Buffer.from(uint64(12)).toString('latin1')
    const after = '\0'.repeat(4 + 4 + 8)
    return gguf(Math.floor(size / (8 + 12 + 16)), 0, numbered(size, before, after, 12))
  },
  'a long key': (size) => gguf(0, 1, uint64(size), fill(size, 'k'), uint32(4), uint32(0)),
  'a long text': (size) => gguf(0, 1, uint64(22), 'tokenizer.chat_template'.slice(0, 22), uint32(8), uint64(size), fill(size, 'v')),
}

const safetensors = (header: Uint8Array): Uint8Array => join(uint64(header.length), header)
const flatbuffer = (magic: string): Shapes => ({
  // A root table without fields, then whatever.
  zeros: (size) => join(uint32(12), magic, uint32(0), uint32(4), fill(size, '\0')),
  'many tables': (size) => join(uint32(12), magic, Buffer.of(4, 0, 4, 0), fill(size, uint32(4))),
})

const python: Shapes = {
  'deep brackets': (size) => join('import os\n', fill(size, '(')),
  'deep blocks': (size) =>
    join('import os\n', Array.from({ length: Math.floor(Math.sqrt(2 * size)) }, (_, i) => `${' '.repeat(i)}if a:\n`).join('')),
  'many names': (size) => join('import os\n', numbered(size, 'a', '.b()\n')),
  'many imports': (size) => numbered(size, 'import a', '\n'),
  'a long name': (size) => join('import os\n', fill(size, 'a')),
  'a long text': (size) => join('import os\na="""', fill(size, 'a')),
}

const stored = (name: string, shapes: Shapes): Shapes =>
  Object.fromEntries(Object.entries(shapes).map(([shape, make]) => [shape, (size: number) => buildZip([{ name, data: make(size) }])]))

const zips: Shapes = {
  'many members': (size) =>
    buildZip(Array.from({ length: Math.min(65_000, count(size, 'x'.repeat(110))) }, (_, index) => ({ name: `a/${index}`, data: 'N.' }))),
  'long names': (size) =>
    buildZip(
      Array.from({ length: count(size, 'x'.repeat(120_000)) }, (_, index) => ({ name: `${index}${'n'.repeat(60_000)}`, data: 'N.' })),
    ),
  signatures: (size) => fill(size, 'PK\x03\x04'),
}
const tars: Shapes = {
  'many members': (size) => makeTar(Array.from({ length: count(size, 'x'.repeat(512)) }, (_, index) => ({ name: `data/${index}` }))),
  'a long name': (size) => makeTar([{ name: '././@LongLink', type: 'L', data: 'n'.repeat(size) }, { name: 'a' }]),
  'a long header': (size) => makeTar([{ name: 'pax', type: 'x', data: `${size} path=${'n'.repeat(size - 20)}\n` }, { name: 'a' }]),
}

const npy =
  (header: (size: number) => Uint8Array) =>
  (size: number): Uint8Array => {
    const text = header(size)
    return join(Buffer.from('\x93NUMPY\x02\x00', 'latin1'), uint32(text.length), text)
  }
const npys: Shapes = {
  'deep header': npy((size) => fill(size, '(')),
  'many fields': npy((size) => join("{'descr': [", numbered(size, "('f", "', '<f4'),"), "], 'fortran_order': False, 'shape': (1,)}\n")),
  'many dimensions': npy((size) => join("{'descr': '<f4', 'fortran_order': False, 'shape': (", fill(size, '1,'), ')}\n')),
  'a long type': npy((size) => join("{'descr': '", fill(size, 'f'), "', 'fortran_order': False, 'shape': (1,)}\n")),
}

const java: Shapes = {
  'many classes': (size) => join(Buffer.of(0xac, 0xed, 0, 5, 0x73), numbered(size, 'r\0\x0da', '\0\0\0\0\0\0\0\0\x02\0\0xp', 12)),
  'deep objects': (size) =>
    join(Buffer.of(0xac, 0xed, 0, 5), fill(size, Buffer.from('sr\0\x01a\0\0\0\0\0\0\0\0\x02\0\x01L\0\x01at\0\x03La;xp', 'latin1'))),
  'a long text': (size) => join(Buffer.of(0xac, 0xed, 0, 5, 0x7c), int32(0), int32(size), fill(size, 'r')),
}

const torch7: Shapes = {
  'deep tables': (size) => fill(size, join(uint32(3), uint32(1), uint32(1), uint32(1))),
  'many numbers': (size) =>
    join(
      uint32(3),
      uint32(1),
      uint32(count(size, times(24, '\0'))),
      fill(size, join(uint32(1), times(8, '\0'), uint32(1), times(8, '\0'))),
    ),
  'a long text': (size) => join(uint32(3), uint32(1), uint32(1), uint32(2), uint32(size), fill(size, 'a')),
}

const KERAS = '"class_name":"Sequential","config":{"name":"a","layers":[]}'
const ONNX = message([1, 8], [2, 'x'])

/** Formats and shapes in which a reader may keep more than it reads. */
export const heavyFiles: readonly HeavyFile[] = [
  ...rows('JSON, Hydra', 'config.json', json('"_target_":"x"')),
  ...rows('JSON, no model', 'data.json', json('"data":1')),
  ...rows('JSON, Keras', 'model.json', json(KERAS)),
  ...rows('JSON, TensorFlow.js', 'model.json', json('"modelTopology":{"node":[]},"weightsManifest":[]')),
  ...rows('JSON, MXNet', 'a-symbol.json', json('"nodes":[{"op":"null"}],"heads":[]')),
  ...rows('JSON, chat template', 'tokenizer_config.json', json('"chat_template":"{{a}}"')),
  ...rows('JSON, tokenizer', 'tokenizer.json', json('"version":"1.0","truncation":null,"flavors":1')),
  ...rows('JSON, shards', 'model.safetensors.index.json', json('"weight_map":{"a":"b"}')),
  ...rows('JSON, Zarr', '.zmetadata', json('"zarr_format":2')),
  ...rows('JSON, XGBoost', 'xgb.json', json('"learner":{"attributes":{},"feature_names":[]}')),
  ...rows('YAML', 'config.yaml', yaml),
  ...rows('MLmodel', 'MLmodel', yaml),
  ...rows('ONNX', 'a.onnx', proto(ONNX, [7], 1, 4)),
  ...rows('SavedModel', 'saved_model.pb', proto(message([1, 1]), [2, 2], 1, 2)),
  ...rows('TensorFlow graph', 'graph.pb', proto(message([1, message([1, 'a'], [2, 'NoOp'])]), [], 1, 2)),
  ...rows('Caffe', 'a.caffemodel', proto(message([1, 'net']), [], 100, 2)),
  ...rows('Core ML', 'a.mlmodel', proto(message([1, 4], [2, message([1, 'a'])]), [500], 1, 2)),
  ...rows('Paddle', 'a.pdmodel', proto(new Uint8Array(0), [1], 4, 3)),
  ...rows('text graph', 'graph.pbtxt', textProto('node { name: "a" op: "NoOp" }\n', 'node')),
  ...rows('Triton', 'config.pbtxt', textProto('name: "a"\nbackend: "python"\n', 'parameters')),
  ...rows('Caffe text', 'a.prototxt', textProto('layer { name: "a" type: "Data" }\n', 'layer')),
  ...rows('OpenVINO', 'a.xml', xml('net name="a" version="11"', 'layer')),
  ...rows('PMML', 'a.pmml', xml('PMML', 'Node')),
  ...rows('Java XML', 'b.xml', xml('java class="java.beans.XMLDecoder"', 'object class="java.lang.ProcessBuilder"')),
  ...rows('Jinja', 'chat_template.jinja', jinja),
  ...rows('R', 'a.rds', r),
  ...marshal('a.pyc'),
  ...rows('Parquet', 'a.parquet', thrift),
  ...rows('MessagePack', 'a.msgpack', msgpack),
  ...rows('pickle', 'a.pkl', pickle),
  ...rows('GGUF', 'a.gguf', ggufs),
  ...rows(
    'safetensors',
    'a.safetensors',
    Object.fromEntries(
      Object.entries(json('"__metadata__":{}')).map(([shape, make]) => [shape, (size: number) => safetensors(make(size))]),
    ),
  ),
  ...rows('TensorFlow Lite', 'a.tflite', flatbuffer('TFL3')),
  ...rows('ExecuTorch', 'a.pte', flatbuffer('ET12')),
  ...rows('ONNX Runtime', 'a.ort', flatbuffer('ORTM')),
  ...rows('Python in a package', 'a.pth', python),
  ...rows('TorchScript', 'ts.pt', stored('archive/code/__torch__.py', python)),
  ...rows('Keras archive', 'a.keras', stored('config.json', json(KERAS))),
  ...rows('zip', 'a.zip', zips),
  ...rows('tar', 'a.tar', tars),
  ...rows('NumPy', 'a.npy', npys),
  ...rows('Java', 'a.ser', java),
  ...rows('Torch7', 'a.t7', torch7),
]
