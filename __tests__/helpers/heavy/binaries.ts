import { message, varint } from '../proto.ts'
import { type Bytes, count, fill, int32, join, long, numbered, raw, type Shapes, times, uint32, uint64 } from './bytes.ts'

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
/** Behind `first`, a graph at field `path` that begins with `proof`, with nodes at `node`, of whose fields `op` is the operator. */
export const proto = (first: Uint8Array, path: readonly number[], proof: Uint8Array, node: number, op: number): Shapes => {
  const within = (inner: (size: number) => Uint8Array) => (size: number) =>
    join(
      first,
      [...path].reverse().reduce((bytes, number) => long(number, bytes), join(proof, inner(size))),
    )
  return {
    'deep messages': within(nestedMessages(node)),
    'many empty nodes': within((size) => fill(size, message([node, '']))),
    'many operators': within((size) => numbered(size, Uint8Array.from([...varint(node * 8 + 2), 15, op * 8 + 2, 13, 0x6f]), '', 12)),
    'a long operator': within((size) => long(node, long(op, fill(size, 'o')))),
    groups: within((size) => fill(size, Uint8Array.from(varint(node * 8 + 3)))),
  }
}

const R_HEAD = join('X\n', int32(2), int32(0x40000), int32(0x20300))
export const r: Shapes = {
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

/** A code object of Python 3.11 that ends with its constants. */
const codeOf = (constants: Uint8Array): Uint8Array => join(raw('\xe3'), times(20, '\0'), 's', uint32(0), constants)
export const marshal: Shapes = {
  'deep tuples': (size) => codeOf(fill(size, ')\x01')),
  'many items': (size) => codeOf(join('(', uint32(size), fill(size, 'N'))),
  'many texts': (size) => codeOf(join('(', uint32(count(size, 'z\x02ab')), fill(size, 'z\x02ab'))),
  'many different texts': (size) => {
    const texts = numbered(size, 'z\x0cab', '', 10)
    return codeOf(join('(', uint32(texts.length / 14), texts))
  },
  'many tuples': (size) => codeOf(join('(', uint32(count(size, ')\0')), fill(size, ')\0'))),
  'many kept tuples': (size) => codeOf(join('(', uint32(count(size, ')\0')), fill(size, raw('\xa9\0')))),
  'many dictionaries': (size) => codeOf(join('(', uint32(count(size, '{0')), fill(size, '{0'))),
  'many codes': (size) => {
    const one = codeOf(raw(')\0'))
    return codeOf(join('(', uint32(count(size, one)), fill(size, one)))
  },
  'a long text': (size) => codeOf(join('(', uint32(1), 'u', uint32(size), fill(size, 'a'))),
  'a long number': (size) => codeOf(join('(', uint32(1), 'l', uint32(Math.floor(size / 2)), fill(size, '\x01'))),
  'many references': (size) => codeOf(join('(', uint32(Math.floor(size / 5)), fill(size, join('r', uint32(0))))),
}
/** The same in front of which stands what a compiled module begins with. */
export const pyc = (shapes: Shapes): Shapes => mapped(shapes, (bytes) => join(raw('\xa7\x0d\x0d\x0a'), times(12, '\0'), bytes))
/** The same as what a pickle hands to `marshal.loads`. */
export const marshalInPickle = (shapes: Shapes): Shapes =>
  mapped(shapes, (bytes) => join(raw('\x80\x02cmarshal\nloads\nB'), uint32(bytes.length), bytes, raw('\x85R.')))

const mapped = (shapes: Shapes, change: (bytes: Uint8Array) => Uint8Array): Shapes =>
  Object.fromEntries(Object.entries(shapes).map(([shape, make]) => [shape, (size: number) => change(make(size))]))

const counted = (size: number, piece: Bytes): Uint8Array => join(Uint8Array.from(varint(count(size, piece))), fill(size, piece))
export const thrift: Shapes = {
  'deep structures': (size) => parquet(fill(size, '\x1c')),
  'many pairs': (size) => parquet(join(raw('\x59\xfc'), counted(size, '\x18\x01k\x18\x01v\0'), '\0')),
  'many schema elements': (size) => parquet(join(raw('\x29\xfc'), counted(size, '\0'), '\0')),
  'many row groups': (size) => parquet(join(raw('\x49\xfc'), counted(size, raw('\x19\x0c\0')), '\0')),
  'many columns': (size) => parquet(join(raw('\x49\x1c\x19\xfc'), counted(size, '\x3c\0\0'), '\0\0')),
  'many leaves of bytes': (size) => parquet(join(raw('\x29\xfc'), counted(size, '\x15\x0c\0'), '\0')),
  'many columns of bytes': (size) =>
    parquet(join(raw('\x29\x1c\x15\x0c\0\x29\xfc'), counted(size, raw('\x19\x1c\x3c\x76\x10\x26\x10\0\0\0')), '\0')),
  'a long value': (size) => parquet(join('\x59\x1c\x18\x01k\x18', Uint8Array.from(varint(size)), fill(size, 'v'), '\0\0')),
  'a long schema': (size) => parquet(join('\x59\x1c\x18\x0cARROW:schema\x18', Uint8Array.from(varint(size)), fill(size, 'EAAA'), '\0\0')),
}
function parquet(footer: Uint8Array): Uint8Array {
  return join('PAR1', footer, uint32(footer.length), 'PAR1')
}

export const msgpack: Shapes = {
  'deep maps': (size) => fill(size, Buffer.of(0x81, 0xa1, 0x61)),
  'deep lists': (size) => join(Buffer.of(0x81, 0xa1, 0x61), fill(size, Buffer.of(0x91))),
  'many items': (size) => join(Buffer.of(0x81, 0xa1, 0x61, 0xdd), int32(size), fill(size, Buffer.of(1))),
  'many keys': (size) => {
    const one = Buffer.of(0xa1, 0x61, 1)
    return join(Buffer.of(0xdf), int32(count(size, one)), fill(size, one))
  },
  'a long key': (size) => join(Buffer.of(0x81, 0xdb), int32(size), fill(size, 'a'), '\x01'),
}

export const pickle: Shapes = {
  'deep lists': (size) => join(Buffer.of(0x80, 2), fill(size / 2, ']'), fill(size / 2 - 1, 'a'), '.'),
  'deep tuples': (size) => join(Buffer.of(0x80, 2), 'N', fill(size, Buffer.of(0x85)), '.'),
  'deep dicts': (size) => join(Buffer.of(0x80, 2), fill(size / 2, '}N'), fill(size / 2, '}s'), '.'),
  'many items': (size) => join(Buffer.of(0x80, 2), '](', fill(size, 'N'), 'e.'),
  'many entries': (size) => join(Buffer.of(0x80, 2), '}(', fill(size, 'K\x01N'), 'u.'),
  'many texts': (size) => join(Buffer.of(0x80, 4), '](', numbered(size, raw('\x8c\x0dk'), '', 12), 'e.'),
  'many names': (size) => join('(', numbered(size, 'ca', '\nb\n'), 'l.'),
  'many calls': (size) => join('cos\ngetpid\n', fill(size, ')R'), '.'),
  'many objects': (size) => join(Buffer.of(0x80, 2), '](', fill(size, raw('ca\nb\n)\x81}b')), 'e.'),
  'a long name': (size) => join('c', fill(size, 'a'), '\nb\n.'),
  'a long text': (size) => join(Buffer.of(0x80, 2), 'X', uint32(size), fill(size, 'a'), '.'),
  'a long number': (size) => join('L', fill(size, '9'), 'L\n.'),
  'memo entries': (size) => join(Buffer.of(0x80, 4), fill(size, raw('N\x94')), '.'),
  'memo entries far apart': (size) => {
    const entries = fill(Math.min(size, 2 ** 22), 'Nr0000')
    const view = new DataView(entries.buffer, entries.byteOffset)
    for (let at = 0; at < entries.length; at += 6) view.setUint32(at + 2, (at / 6) * 4099, true)
    return join(Buffer.of(0x80, 4), entries, '.')
  },
  'many lists in a tuple': (size) => join(Buffer.of(0x80, 2), '(', fill(size, ']'), 't.'),
  'many different names': (size) => join(Buffer.of(0x80, 2), '](', numbered(size, 'cmath\na', '\n', 10), 'e.'),
  marks: (size) => fill(size, '('),
}

const gguf = (tensors: number, pairs: number, ...rest: Bytes[]): Uint8Array =>
  join('GGUF', uint32(3), uint64(tensors), uint64(pairs), ...rest)
export const ggufs: Shapes = {
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
  'a long template': (size) => gguf(0, 1, uint64(23), 'tokenizer.chat_template', uint32(8), uint64(size), fill(size, 'v')),
  'a template of outputs': (size) =>
    gguf(0, 1, uint64(23), 'tokenizer.chat_template', uint32(8), uint64(count(size, '{{a}}') * 5), fill(size, '{{a}}')),
}

export const safetensors = (header: Uint8Array): Uint8Array => join(uint64(header.length), header)
export const flatbuffer = (magic: string): Shapes => ({
  // A root table without fields, then whatever.
  zeros: (size) => join(uint32(12), magic, uint32(0), uint32(4), fill(size, '\0')),
  'many tables': (size) => join(uint32(12), magic, Buffer.of(4, 0, 4, 0), fill(size, uint32(4))),
})

const npy =
  (header: (size: number) => Uint8Array) =>
  (size: number): Uint8Array => {
    const text = header(size)
    return join(Buffer.from('\x93NUMPY\x02\x00', 'latin1'), uint32(text.length), text)
  }
export const npys: Shapes = {
  'deep header': npy((size) => fill(size, '(')),
  'many fields': npy((size) => join("{'descr': [", numbered(size, "('f", "', '<f4'),"), "], 'fortran_order': False, 'shape': (1,)}\n")),
  'many dimensions': npy((size) => join("{'descr': '<f4', 'fortran_order': False, 'shape': (", fill(size, '1,'), ')}\n')),
  'a long type': npy((size) => join("{'descr': '", fill(size, 'f'), "', 'fortran_order': False, 'shape': (1,)}\n")),
}

export const java: Shapes = {
  'many classes': (size) => join(Buffer.of(0xac, 0xed, 0, 5, 0x73), numbered(size, 'r\0\x0da', '\0\0\0\0\0\0\0\0\x02\0\0xp', 12)),
  'deep objects': (size) =>
    join(Buffer.of(0xac, 0xed, 0, 5), fill(size, Buffer.from('sr\0\x01a\0\0\0\0\0\0\0\0\x02\0\x01L\0\x01at\0\x03La;xp', 'latin1'))),
  'a long text': (size) => join(Buffer.of(0xac, 0xed, 0, 5, 0x7c), int32(0), int32(size), fill(size, 'r')),
}

const t7 = (...words: readonly number[]): Uint8Array => join(...words.map(uint32))
/** A table with the number 1 of which the first key is the number 0. */
const t7Table = (entries: number, ...rest: readonly Bytes[]): Uint8Array => join(t7(3, 1, entries, 1), times(8, '\0'), ...rest)
export const torch7: Shapes = {
  'deep tables': (size) => {
    const tables = Buffer.from(fill(size, join(t7(3, 0, 1, 1), times(8, '\0'))))
    for (let at = 0, number = 2; at + 24 <= tables.length; at += 24) tables.writeUInt32LE(number++, at + 4)
    return t7Table(1, tables)
  },
  'many numbers': (size) => {
    const pair = join(t7(1), times(8, '\0'), t7(1), times(8, '\0'))
    return t7Table(Math.min(400_000, count(size, pair) + 1), t7(0), fill(size, pair))
  },
  'many tables': (size) => {
    const tables = Buffer.from(fill(size, t7(3, 0, 0)))
    for (let at = 0, number = 2; at + 12 <= tables.length; at += 12) tables.writeUInt32LE(number++, at + 4)
    return t7Table(Math.min(400_000, Math.floor(tables.length / 24) + 1), t7(0), tables)
  },
  'many objects': (size) => {
    const objects = Buffer.from(fill(size, join(t7(4, 0, 1), 'a', t7(0))))
    for (let at = 0, number = 2; at + 17 <= objects.length; at += 17) objects.writeUInt32LE(number++, at + 4)
    return t7Table(Math.min(400_000, Math.floor(objects.length / 34) + 1), t7(0), objects)
  },
  'a long text': (size) => t7Table(1, t7(2, size), fill(size, 'a')),
  'a long function': (size) => join(t7(3, 1, 1, 2, 1), 'a', t7(6, 2, size), fill(size, 'a'), t7(0)),
  'a text file of numbers': (size) => join('4\n1\n3\nV 1\n18\ntorch.FloatStorage\n', String(Math.floor(size / 2)), '\n', fill(size, '1 ')),
}
