import { describe, expect, test } from 'vitest'
import { ScanError } from '../../src/bytes/errors.ts'
import { memorySource } from '../../src/bytes/source.ts'
import { readGguf } from '../../src/wire/gguf.ts'
import { Bytes, gguf, string, tensor } from '../helpers/gguf-builder.ts'

function read(bytes: Uint8Array) {
  const keys: string[] = []
  const strings: string[] = []
  const tensors: string[] = []
  const end = readGguf(memorySource(bytes), {
    key: (name) => keys.push(name),
    wants: (name) => name.startsWith('wanted'),
    string: (_key, value) => strings.push(new TextDecoder().decode(value)),
    integer: () => undefined,
    list: () => undefined,
    tensor: ({ name, dims, offset }) => tensors.push(`${name}[${dims.join()}]@${offset}`),
    tick: () => undefined,
  })
  return { keys, strings, tensors, end }
}

/** Every kind of value, and an array of arrays. */
function everything(version: number, littleEndian: boolean): Uint8Array {
  const out = new Bytes(littleEndian, version > 1)
  const sizes = [1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8]
  const scalars = sizes.flatMap((size, type) => (size === 0 ? [] : [out.part().text(`scalar${type}`).u32(type).zeros(size)]))
  const pairs = [
    ...scalars,
    string(out, 'wanted.text', 'a'),
    string(out, 'other.text', 'b'),
    out.part().text('wanted.list').u32(9).u32(8).length(2).text('c').text('d'),
    out.part().text('other.list').u32(9).u32(8).length(2).text('e').text(''),
    out.part().text('numbers').u32(9).u32(5).length(3).zeros(12),
    out.part().text('nested').u32(9).u32(9).length(2).u32(8).length(1).text('f').u32(0).length(2).zeros(2),
  ]
  return gguf(out, version, pairs, [tensor(out, 'w', [2, 3], 0, 64)])
}

describe.each([
  [1, true],
  [2, true],
  [3, true],
  [3, false],
])('version %d, little-endian %s', (version, littleEndian) => {
  const bytes = everything(version, littleEndian)

  test('every value is passed, and only the wanted ones are taken out', () => {
    const { keys, strings, tensors, end } = read(bytes)
    expect(keys).toHaveLength(17)
    expect(strings).toEqual(['a', 'c', 'd'])
    expect(tensors).toEqual(['w[2,3]@64'])
    expect(end).toBe(bytes.length)
  })

  test('a cut anywhere is said, and nothing else is thrown', () => {
    for (let length = 8; length < bytes.length; length++) expect(() => read(bytes.subarray(0, length))).toThrow(ScanError)
  })

  test('a changed byte anywhere gives an answer or a ScanError', () => {
    for (let at = 0; at < bytes.length; at++) {
      for (const value of [0, 1, 0x7f, 0xff]) {
        const changed = Uint8Array.from(bytes)
        changed[at] = value
        try {
          expect(read(changed).end).toBeLessThanOrEqual(bytes.length)
        } catch (error) {
          expect(error).toBeInstanceOf(ScanError)
        }
      }
    }
  })
})

test('a vocabulary longer than a block is walked over', () => {
  const out = new Bytes(true, true)
  const list = out.part().text('tokens').u32(9).u32(8).length(40_000)
  for (let index = 0; index < 40_000; index++) list.text(`token${index}`)
  const bytes = gguf(out, 3, [list, string(out, 'wanted', 'after')], [])
  expect(read(bytes)).toMatchObject({ strings: ['after'], end: bytes.length })
})
