import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ScanError } from '../../src/bytes/errors.ts'
import { type ByteSource, memorySource } from '../../src/bytes/source.ts'
import { BYTES, type Field, ProtoReader, type Span, VARINT } from '../../src/wire/protobuf/fields.ts'
import { headLikeness, likeness, type Shape } from '../../src/wire/protobuf/shape.ts'
import { damaged, tolerates } from '../helpers/damage.ts'
import { message, varint } from '../helpers/proto.ts'

const read = (bytes: Uint8Array): Field[] => {
  const reader = new ProtoReader(memorySource(bytes))
  return [...reader.fields(reader.root)]
}

/** Walks all that can be a message, as far as it is one. */
function walk(reader: ProtoReader, span: Span): number {
  let fields = 0
  for (const field of reader.fields(span)) {
    fields++
    if (field.wire === BYTES) tolerates(() => walk(reader, field))
  }
  return fields
}

describe('fields', () => {
  test('numbers, text and messages', () => {
    const reader = new ProtoReader(memorySource(message([1, 300], [2, 'name'], [19_000, message([1, 1])])))
    const fields = [...reader.fields(reader.root)]
    expect(fields.map(({ number, wire, value }) => [number, wire, value])).toEqual([
      [1, 0, 300],
      [2, 2, 0],
      [19_000, 2, 0],
    ])
    const [, name, inner] = fields
    expect(name && reader.text(name, 100)).toBe('name')
    expect(name && reader.text(name, 2)).toBe('na')
    expect(inner && [...reader.fields(inner)].map(({ number, value }) => [number, value])).toEqual([[1, 1]])
  })

  test('fixed numbers and groups are jumped over', () => {
    const group = [0x0b, 0x08, 0x01, 0x13, 0x14, 0x15, 0, 0, 0, 0, 0x0c]
    const bytes = Uint8Array.from([0x09, ...Array<number>(8).fill(1), 0x0d, 1, 2, 3, 4, ...group, 0x10, 7])
    expect(read(bytes).map(({ number, wire, value }) => [number, wire, value])).toEqual([
      [1, 1, 0],
      [1, 5, 0],
      [2, 0, 7],
    ])
  })

  test('what is jumped over is not read', () => {
    const size = 2 ** 31
    const head = Uint8Array.from([0x12, ...varint(size - 20)])
    let taken = 0
    const source: ByteSource = {
      kind: 'source',
      size,
      read(offset, length) {
        const bytes = new Uint8Array(Math.min(length, size - offset))
        taken += bytes.length
        if (offset === 0) bytes.set(head)
        else bytes.set([0x18, 9])
        return bytes
      },
      readInto: () => 0,
    }
    const reader = new ProtoReader(source)
    const fields = reader.fields(reader.root)
    expect(fields.next().value?.end).toBe(size - 20 + head.length)
    expect(fields.next().value?.value).toBe(9)
    expect(taken).toBeLessThan(100_000)
  })
})

describe('errors', () => {
  test.each([
    ['a field longer than the file', [0x0a, 5, 1], 'truncated'],
    ['a number that is cut off', [0x08, 0x80], 'truncated'],
    ['a number without end', [0x08, ...Array<number>(10).fill(0x80), 1], 'malformed'],
    ['field number 0', [0x00, 1], 'malformed'],
    ['wire type 6', [0x0e, 1], 'malformed'],
    ['the end of a group that never began', [0x0c], 'malformed'],
    ['a group without end', [0x0b, 0x08, 1], 'truncated'],
  ])('%s', (_what, bytes, why) => {
    expect(() => read(Uint8Array.from(bytes))).toThrow(expect.objectContaining({ name: 'ScanError', why }))
  })

  test('a field longer than its message', () => {
    const reader = new ProtoReader(memorySource(Uint8Array.from([0x0a, 2, 0x0a, 9, 1, 1, 1, 1, 1, 1, 1, 1, 1])))
    const outer = reader.fields(reader.root).next().value
    if (!outer) throw new Error('no field')
    expect(() => [...reader.fields(outer)]).toThrow(expect.objectContaining({ why: 'malformed' }))
  })

  test('nesting has a limit', () => {
    const reader = new ProtoReader(memorySource(new Uint8Array(4)))
    expect(() => [...reader.fields({ start: 0, end: 4, depth: 101 })]).toThrow(ScanError)
  })

  test('damage gives a ScanError or fields', () => {
    const bytes = message([1, 8], [2, 'producer'], [7, message([1, message([1, 'x'], [4, 'Relu'])], [5, message([9, new Uint8Array(50)])])])
    for (const each of damaged(bytes)) {
      const reader = new ProtoReader(memorySource(each))
      tolerates(() => walk(reader, reader.root))
    }
  })

  test('any bytes give a ScanError or fields', async () => {
    const property = fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const reader = new ProtoReader(memorySource(bytes))
      tolerates(() => walk(reader, reader.root))
    })
    await fc.assert(property)
  })
})

describe('likeness', () => {
  const shape: Shape = {
    fields: { 1: VARINT, 2: BYTES },
    proves: (reader, field) => field.number === 2 && reader.text(field, 9) === 'proof',
  }
  const proof = message([1, 4], [2, 'proof'])

  test.each([
    ['known fields and a proof', proof, 'yes'],
    ['no proof', message([1, 4], [2, 'other']), 'no'],
    ['the wrong wire type', message([1, 'text'], [2, 'proof']), 'no'],
    ['unknown fields, to the very end', message([9, 'x'], [2, 'proof'], [9, 1]), 'yes'],
    ['unknown fields and then something else', Buffer.concat([message([9, 'x'], [2, 'proof']), Uint8Array.of(0)]), 'no'],
    ['a proof and then something else', Buffer.concat([proof, Uint8Array.of(0)]), 'yes'],
    ['nothing', new Uint8Array(0), 'no'],
  ])('%s', (_what, bytes, expected) => {
    expect(likeness(memorySource(bytes), shape, false)).toBe(expected)
  })

  test('a name that claims it is believed as soon as there is a proof', () => {
    const bytes = Buffer.concat([message([9, 'x'], [2, 'proof']), Uint8Array.of(0)])
    expect(likeness(memorySource(bytes), shape, true)).toBe('yes')
    expect(likeness(memorySource(message([1, 'text'], [2, 'proof'])), shape, true)).toBe('yes')
    expect(likeness(memorySource(message([9, 'x'])), shape, true)).toBe('no')
  })

  test('the beginning may not tell', () => {
    const bytes = message([9, 'x'.repeat(5000)], [2, 'proof'])
    const head = bytes.subarray(0, 4096)
    expect(headLikeness(head, bytes.length, shape, false)).toBe('possible')
    expect(headLikeness(head, undefined, shape, false)).toBe('no')
    expect(headLikeness(Buffer.from('a text of some length, nothing else'), 35, shape, false)).toBe('no')
  })
})
