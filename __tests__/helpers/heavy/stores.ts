import { type Bytes, count, fill, join, numbered, raw, type Shapes, times, uint32, uint64 } from './bytes.ts'

const uint16 = (value: number): Uint8Array => Uint8Array.of(value & 0xff, value >> 8)
const big32 = (value: number): Uint8Array => Uint8Array.from(uint32(value)).reverse()
/** Pieces of one size, made of their number and where they lie. */
function pieces(size: number, piece: (index: number) => Uint8Array): Uint8Array {
  const length = piece(0).length
  const bytes = Buffer.alloc(count(size, piece(0)) * length)
  for (let at = 0; at < bytes.length; at += length) bytes.set(piece(at / length), at)
  return bytes
}

const HDF5_ROOT = 48
/** Version 2 of the superblock, with the root group right behind it. */
const hdf5 = (...rest: readonly Bytes[]): Uint8Array => {
  const body = join(...rest)
  const head = join(
    raw('\x89HDF\r\n\x1a\n\x02\x08\x08\0'),
    uint64(0),
    raw('\xff'.repeat(8)),
    uint64(HDF5_ROOT + body.length),
    uint64(HDF5_ROOT),
    uint32(0),
  )
  return join(head, body)
}
/** Version 2 of an object header: the messages in one block of four bytes of length. */
const HEADER = 10
const object = (...messages: readonly Bytes[]): Uint8Array => {
  const body = join(...messages)
  return join('OHDR\x02\x02', uint32(body.length), body, uint32(0))
}
const hdf5Message = (type: number, body: Uint8Array): Uint8Array => join(Uint8Array.of(type), uint16(body.length), '\0', body)
/** A hard link, its name of up to 65,535 bytes. */
const link = (name: Bytes, address: number): Uint8Array =>
  hdf5Message(6, join('\x01\x01', uint16(Buffer.from(name).length), name, uint64(address)))
const number = (index: number): string => String(index).padStart(9, '0')
/** An attribute of texts of fixed length, one after the other. */
const attribute = (name: string, text: Bytes): Uint8Array => {
  const { length } = Buffer.from(text)
  const type = join('\x13\0\0\0', uint32(length))
  return hdf5Message(
    12,
    join('\x03\0', uint16(name.length + 1), uint16(type.length), uint16(4), '\0', name, '\0', type, '\x02\0\0\0', text),
  )
}
/** How many messages, and bytes, a header is read with, less some. */
const MOST = 90_000
const LONGEST = 12 * 2 ** 20
/** A root group of objects that have so many bytes together. */
const spread = (size: number, make: (size: number) => Uint8Array): Uint8Array => {
  const child = object(make(Math.min(size, LONGEST)))
  const children = count(size, child)
  const first = HDF5_ROOT + object(pieces(children * link(number(0), 0).length, (index) => link(number(index), 0))).length
  return hdf5(
    object(pieces(children * link(number(0), 0).length, (index) => link(number(index), first + index * child.length))),
    times(children, child),
  )
}

export const hdf5s: Shapes = {
  // One group after the other, each the child of the one before.
  'deep groups': (size) => {
    const length = object(link(number(0), 0)).length
    return hdf5(pieces(size, (index) => object(link(number(index), HDF5_ROOT + (index + 1) * length))))
  },
  'many groups': (size) => {
    const child = object()
    const links = Math.min(MOST, count(size, join(link(number(0), 0), child)))
    const root = HEADER + links * link(number(0), 0).length + 4
    const at = (index: number): number => HDF5_ROOT + root + index * child.length
    return hdf5(object(pieces(links * link(number(0), 0).length, (index) => link(number(index), at(index)))), times(links, child))
  },
  'many links': (size) => spread(size, (part) => pieces(Math.min(part, MOST * 25), (index) => link(number(index), 2 ** 40 + index))),
  'long names': (size) => {
    const name = 'n'.repeat(60_000)
    return spread(size, (part) => pieces(part, (index) => link(`${name}${number(index)}`, 2 ** 40 + index)))
  },
  'links of old groups': (size) => {
    const entries = 1000
    const node = (index: number): Uint8Array =>
      join(
        'SNOD\x01\0',
        uint16(entries),
        pieces(entries * 40, (entry) => join(uint64(0), uint64(2 ** 40 + index * entries + entry), times(24, '\0'))),
      )
    const nodes = Math.min(60_000, count(size, node(0)))
    const heap = HDF5_ROOT + object(hdf5Message(17, join(uint64(0), uint64(0)))).length
    const tree = heap + 40
    const first = tree + 24 + nodes * 16
    const root = object(hdf5Message(17, join(uint64(tree), uint64(heap))))
    return hdf5(
      root,
      join('HEAP\0\0\0\0', uint64(8), uint64(0), uint64(heap + 32), 'name\0\0\0\0'),
      join(
        'TREE\0\0',
        uint16(nodes),
        raw('\xff'.repeat(16)),
        pieces(nodes * 16, (index) => join(uint64(0), uint64(first + index * node(0).length))),
      ),
      pieces(nodes * node(0).length, node),
    )
  },
  'many attributes': (size) => spread(size, (part) => pieces(Math.min(part, MOST * 45), (index) => attribute(number(index), 'a value.'))),
  'large attributes': (size) => spread(size, (part) => pieces(part, (index) => attribute(number(index), 'v'.repeat(60_000)))),
  'attributes that begin as pickles': (size) =>
    spread(size, (part) => pieces(Math.min(part, MOST * 50), (index) => attribute(number(index), raw('\x80\x02X\x04\0\0\0text.')))),
  zeros: (size) => hdf5(object(), fill(size, '\0')),
}

export const kerasH5s: Shapes = {
  'a large model': (size) =>
    hdf5(object(attribute('model_config', `{"class_name":"Sequential","config":[${'[],'.repeat(20_000)}0]}`)), fill(size, '[],')),
}

const PAGE = 4096
const sqliteHeader = (pages: number): Uint8Array => {
  const header = Buffer.alloc(100)
  header.write('SQLite format 3\0', 'latin1')
  header.writeUInt16BE(PAGE, 16)
  header.writeUInt32BE(pages, 28)
  header.writeUInt32BE(1, 56)
  return header
}
/** The first page: a table `t` that begins on the second. */
const schema = (pages: number, sql = 'create table t (v)'): Uint8Array => {
  const page = Buffer.alloc(PAGE)
  page.set(sqliteHeader(pages))
  const record = join(
    Uint8Array.of(7, 13 + 10, 13 + 2, 13 + 2, 1),
    Uint8Array.of(0x80 | ((13 + 2 * sql.length) >> 7), (13 + 2 * sql.length) & 0x7f),
    'tablett',
    '\x02',
    sql,
  )
  const cell = join(Uint8Array.of(record.length, 1), record)
  page[100] = 13
  page.writeUInt16BE(1, 103)
  page.writeUInt16BE(PAGE - cell.length, 108)
  page.set(cell, PAGE - cell.length)
  return page
}
/** A leaf of as many small cells as fit. */
const leaf = (record: Uint8Array): Uint8Array => {
  const page = Buffer.alloc(PAGE)
  const cell = join(Uint8Array.of(record.length, 1), record)
  const cells = Math.floor((PAGE - 8) / (cell.length + 2))
  page[0] = 13
  page.writeUInt16BE(cells, 3)
  for (let index = 0; index < cells; index++) {
    page.writeUInt16BE(PAGE - (index + 1) * cell.length, 8 + 2 * index)
    page.set(cell, PAGE - (index + 1) * cell.length)
  }
  return page
}
/** An inner page with one page to its left and one to its right. */
const inner = (left: number, right: number): Uint8Array => {
  const page = Buffer.alloc(PAGE)
  page[0] = 5
  page.writeUInt16BE(1, 3)
  page.writeUInt32BE(right, 8)
  page.writeUInt16BE(PAGE - 5, 12)
  page.writeUInt32BE(left, PAGE - 5)
  return page
}
/** Inner pages that are a binary heap, whose last half is leaves. */
const tree = (size: number, record: Uint8Array): Uint8Array => {
  const pages = 2 * Math.floor(size / PAGE / 2) + 1
  const page = leaf(record)
  const heap = Buffer.alloc(pages * PAGE)
  for (let at = 1; at <= pages; at++) heap.set(2 * at + 1 <= pages ? inner(2 * at + 1, 2 * at + 2) : page, (at - 1) * PAGE)
  return join(schema(pages + 1), heap)
}
export const sqlites: Shapes = {
  'many rows': (size) => tree(size, raw('\x02\x0e\x80')),
  'many texts': (size) => tree(size, raw('\x02\x13text')),
  'many pickles': (size) => tree(size, join('\x02', Uint8Array.of(12 + 2 * 9), raw('\x80\x02]q\0K\x01a.'))),
  'many columns': (size) => tree(size, join(Uint8Array.of(101), times(100, '\x0e'), times(100, 'a'))),
  'deep pages': (size) =>
    join(
      schema(Math.floor(size / PAGE) + 1),
      pieces(size, (index) => inner(2, index + 3)),
    ),
  'a long blob': (size) => {
    const pages = Math.floor(size / (PAGE - 4))
    const length = (pages - 1) * (PAGE - 4)
    const type = 12 + 2 * length
    const record = join(Uint8Array.of(6, ...varint5(type)))
    const page = Buffer.alloc(PAGE)
    const total = record.length + length
    const least = Math.floor(((PAGE - 12) * 32) / 255) - 23
    const fitting = least + ((total - least) % (PAGE - 4))
    const local = fitting <= PAGE - 35 ? fitting : least
    const cell = join(Uint8Array.from(varint5(total)), '\x01', record, times(local - record.length, 'b'), big32(3))
    page[0] = 13
    page.writeUInt16BE(1, 3)
    page.writeUInt16BE(PAGE - cell.length, 8)
    page.set(cell, PAGE - cell.length)
    return join(
      schema(pages + 2),
      page,
      pieces(pages * PAGE, (index) => join(big32(index + 4), times(PAGE - 4, 'b'))),
    )
  },
}
function varint5(value: number): number[] {
  return [4, 3, 2, 1, 0].map((index) => (index === 0 ? 0 : 0x80) | (Math.floor(value / 128 ** index) % 128))
}

const lmdbPage = (number: number, flags: number, nodes: readonly Uint8Array[]): Uint8Array => {
  const page = Buffer.alloc(PAGE)
  page.writeUInt32LE(number, 0)
  page.writeUInt16LE(flags, 10)
  page.writeUInt16LE(16 + 2 * nodes.length, 12)
  let end = PAGE
  for (const [index, node] of nodes.entries()) {
    end -= node.length
    page.set(node, end)
    page.writeUInt16LE(end, 16 + 2 * index)
  }
  page.writeUInt16LE(end, 14)
  return page
}
const meta = (root: number): Uint8Array => {
  const page = Buffer.alloc(PAGE)
  page.writeUInt32LE(0xbeefc0de, 16)
  page.writeUInt32LE(1, 20)
  page.writeUInt32LE(PAGE, 16 + 24)
  page.writeUInt32LE(root, 16 + 24 + 48 + 40)
  return page
}
/** A leaf’s node: the key `k`. */
const node = (value: Bytes): Uint8Array => join(uint16(Buffer.from(value).length), uint16(0), uint16(0), uint16(1), 'k', value)
/** A branch’s node. */
const branch = (child: number): Uint8Array => join(uint16(child & 0xffff), uint16(child >>> 16), uint16(0), uint16(0))
const lmdbTree = (size: number, value: Bytes): Uint8Array => {
  const pages = 2 * Math.floor(size / PAGE / 2) + 1
  const nodes = Array.from({ length: Math.floor((PAGE - 16) / (node(value).length + 2)) }, () => node(value))
  const page = lmdbPage(0, 2, nodes)
  const heap = Buffer.alloc(pages * PAGE)
  for (let at = 1; at <= pages; at++)
    heap.set(2 * at + 1 <= pages ? lmdbPage(at + 1, 1, [branch(2 * at + 1), branch(2 * at + 2)]) : page, (at - 1) * PAGE)
  return join(meta(2), meta(2), heap)
}
export const lmdbs: Shapes = {
  'many values': (size) => lmdbTree(size, ''),
  'many texts': (size) => lmdbTree(size, 'some text of a value'),
  'many pickles': (size) => lmdbTree(size, raw('\x80\x02]q\0K\x01a.')),
  'deep pages': (size) =>
    join(
      meta(2),
      meta(2),
      pieces(size, (index) => lmdbPage(index + 2, 1, [branch(index + 3)])),
    ),
}

/** A flatbuffer table written forwards: fields of four bytes, offsets in `ahead` count from their own place. */
const table = (fields: number): Uint8Array =>
  join(uint16(4 + 2 * fields), uint16(4 + 4 * fields), ...Array.from({ length: fields }, (_, index) => uint16(4 + 4 * index)))
/** A message whose schema has `vector` for its fields (1) or its metadata (2). */
const arrow = (at: 1 | 2, vector: Uint8Array): Uint8Array =>
  join(
    join(uint32(14), table(3), uint32(10), uint32(0), uint32(1), uint32(14)),
    join(table(3), uint32(10), uint32(0), uint32(at === 1 ? 12 : 8), uint32(at === 1 ? 4 : 8), uint32(0)),
    vector,
  )
const arrowFile = (message: Uint8Array): Uint8Array => {
  const padded = join(message, times((8 - (message.length % 8)) % 8, '\0'))
  return join(raw('\xff\xff\xff\xff'), uint32(padded.length), padded, raw('\xff\xff\xff\xff'), uint32(0))
}
/** A vector of offsets to one table that stands behind it. */
const vectorOf = (size: number, one: Uint8Array, within = 0): Uint8Array => {
  const length = count(size, '1234')
  return join(
    uint32(length),
    pieces(length * 4, (index) => uint32((length - index) * 4 + within)),
    one,
  )
}
export const arrows: Shapes = {
  'many fields': (size) => arrowFile(arrow(1, vectorOf(size, join(table(0), uint32(4)), 4))),
  'many children': (size) => {
    const child = join(table(0), uint32(4))
    const parent = join(table(6), uint32(16), times(20, '\0'), uint32(4), vectorOf(size, child, 4))
    return arrowFile(arrow(1, vectorOf(4, parent, 16)))
  },
  'many pairs': (size) => arrowFile(arrow(2, vectorOf(size, join(table(2), uint32(8), uint32(8), uint32(4), '\x01\0\0\0k\0\0\0'), 8))),
  'many messages': (size) => {
    const body = join(uint32(4 + 4), table(0), uint32(4))
    return join(
      arrowFile(arrow(1, vectorOf(4, join(table(0), uint32(4)), 4))).subarray(0, -8),
      fill(size, join(raw('\xff\xff\xff\xff'), uint32(16), body, times(16 - body.length, '\0'))),
    )
  },
  'a long name': (size) => arrowFile(join(arrow(1, vectorOf(4, join(table(0), uint32(4)), 4)), numbered(size, 'n', 'n'))),
}
