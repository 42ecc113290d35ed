import { deflateRawSync, gzipSync } from 'node:zlib'
import { crc32 } from '../../../src/bytes/crc32.ts'
import { makeTar } from '../tar-builder.ts'
import { buildZip } from '../zip-builder.ts'
import { count, fill, join, numbered, raw, type Shapes, times, uint32, uint64 } from './bytes.ts'

/** In a zip, beside members that say what kind of zip it is. */
export const stored = (name: string, shapes: Shapes, beside: readonly string[] = []): Shapes =>
  Object.fromEntries(
    Object.entries(shapes).map(([shape, make]) => [
      shape,
      (size: number) => buildZip([{ name, data: make(size) }, ...beside.map((each) => ({ name: each, data: 'N.' }))]),
    ]),
  )

export const zips: Shapes = {
  'many members': (size) =>
    buildZip(Array.from({ length: Math.min(65_000, count(size, 'x'.repeat(110))) }, (_, index) => ({ name: `a/${index}`, data: 'N.' }))),
  'long names': (size) =>
    buildZip(
      Array.from({ length: count(size, 'x'.repeat(120_000)) }, (_, index) => ({ name: `${index}${'n'.repeat(60_000)}`, data: 'N.' })),
    ),
  'long names that are empty folders': (size) =>
    buildZip(Array.from({ length: count(size, 'x'.repeat(2100)) }, (_, index) => ({ name: `${'n/'.repeat(500)}${index}/` }))),
  'many deflated members': (size) =>
    buildZip(
      Array.from({ length: Math.min(65_000, count(size, 'x'.repeat(110))) }, (_, i) => ({ name: `${i}`, data: 'N.', deflate: true })),
    ),
  signatures: (size) => fill(size, 'PK\x03\x04'),
}
export const tars: Shapes = {
  'many members': (size) => makeTar(Array.from({ length: count(size, 'x'.repeat(512)) }, (_, index) => ({ name: `data/${index}` }))),
  'many links': (size) =>
    makeTar(Array.from({ length: count(size, 'x'.repeat(512)) }, (_, index) => ({ name: `l/${index}`, type: '2', target: `../${index}` }))),
  'many pax names': (size) =>
    makeTar(
      Array.from({ length: count(size, 'x'.repeat(1536)) }, (_, index) => [
        { name: 'pax', type: 'x', data: `30 path=${String(index).padStart(21, '0')}\n` },
        { name: 'a' },
      ]).flat(),
    ),
  'many long names': (size) =>
    makeTar(
      Array.from({ length: count(size, 'x'.repeat(5120)) }, (_, index) => [
        { name: '././@LongLink', type: 'L', data: `${'n'.repeat(4000)}${index}` },
        { name: 'a' },
      ]).flat(),
    ),
  'a long name': (size) => makeTar([{ name: '././@LongLink', type: 'L', data: 'n'.repeat(size) }, { name: 'a' }]),
  'a long header': (size) => {
    const text = `path=${'n'.repeat(size - 20)}\n`
    const length = String(text.length + 1 + String(text.length).length)
    return makeTar([{ name: 'pax', type: 'x', data: `${length} ${text}` }, { name: 'a' }])
  },
  'a header of many keys': (size) => makeTar([{ name: 'pax', type: 'x', data: numbered(size, '20 k', '=vv\n', 12) }, { name: 'a' }]),
}

/** A 7z archive that is a header. */
const sevenZip = (header: Uint8Array): Uint8Array => {
  const start = join(uint64(0), uint64(header.length), uint32(crc32(header)))
  return join(raw('7z\xbc\xaf\x27\x1c\0\x04'), uint32(crc32(start)), start, header)
}
/** A number of eight bytes. */
const wide = (value: number): Uint8Array => join(raw('\xff'), uint64(value))
/** Files without contents. */
const emptyFiles = (number: number, names: Uint8Array): Uint8Array => {
  const bits = times(Math.ceil(number / 8), raw('\xff'))
  return sevenZip(join('\x01\x05', wide(number), '\x0e', wide(bits.length), bits, '\x11', wide(names.length + 1), '\0', names, '\0\0'))
}
export const sevenZips: Shapes = {
  'many files': (size) => {
    const names = Buffer.from(numbered(size / 2, 'n', '\n', 8).subarray())
      .toString()
      .replaceAll('\n', '\0')
    return emptyFiles(names.length / 10, Buffer.from(names, 'utf16le'))
  },
  'many short names': (size) => emptyFiles(count(size, 'a\0\0\0'), fill(size, 'a\0\0\0')),
  'long names': (size) => {
    const name = join(fill(60_000, 'n\0'), '\0\0')
    return emptyFiles(count(size, name), fill(size, name))
  },
  'a long name': (size) => emptyFiles(1, join(fill(size, 'n\0'), '\0\0')),
  'many folders': (size) => {
    const folder = '\x01\x01\0'
    const number = Math.floor(size / 6)
    return sevenZip(
      join(
        '\x01\x04\x06\0',
        wide(number),
        '\x09',
        times(number, '\0'),
        '\0\x07\x0b',
        wide(number),
        '\0',
        times(number, folder),
        '\x0c',
        times(number, '\0'),
        '\0\0\0',
      ),
    )
  },
}

/** Compressed files. */
export const gzips: Shapes = {
  'many members': (size) => fill(size, gzipSync('N.')),
  'a pickle of marks': (size) => gzipSync(join(raw('\x80\x02'), fill(size * 4, '('))),
  'a long name': (size) => join(raw('\x1f\x8b\x08\x08\0\0\0\0\0\x03'), fill(size, 'n'), '\0', deflateRawSync('N.'), times(8, '\0')),
}
