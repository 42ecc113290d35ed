import { describe, expect, test } from 'vitest'
import { memorySource } from '../../src/bytes/source.ts'
import { FlatBuffer, type Table } from '../../src/wire/flatbuffer.ts'
import { fileIdentifier } from '../../src/wire/signatures.ts'
import { damaged, fixtureBytes, tolerates } from '../helpers/damage.ts'

const dense = fixtureBytes('clean/dense.tflite')

/** Reads what a model of TensorFlow Lite has: operators, graphs, buffers. */
function walk(bytes: Uint8Array): string[] {
  const model = new FlatBuffer(memorySource(bytes)).root()
  const names = [...model.tables(1)].map((code: Table) => `${code.u8(0)}:${code.text(1)}`)
  for (const graph of model.tables(2)) for (const operator of graph.tables(3)) operator.u32(0)
  for (const buffer of model.tables(4)) buffer.u64(1)
  return names
}

describe('a real file', () => {
  test('is read', () => {
    expect(fileIdentifier(dense)).toBe('TFL3')
    expect(walk(dense).length).toBeGreaterThan(0)
    expect(new FlatBuffer(memorySource(dense)).root().u32(0)).toBe(3)
  })

  test('absent fields are zero or empty', () => {
    const model = new FlatBuffer(memorySource(dense)).root()
    expect([model.u32(90), model.text(90), model.table(90), model.vector(90, 4).length]).toEqual([0, '', undefined, 0])
  })

  test('damage gives a ScanError or values', () => {
    for (const bytes of damaged(dense, 1600)) tolerates(() => walk(bytes))
  })
})

test.each([
  ['an empty file', []],
  ['a root outside', [0xff, 0xff, 0xff, 0x7f, 0, 0, 0, 0]],
  ['a vtable outside', [4, 0, 0, 0, 0xff, 0xff, 0xff, 0x7f]],
  ['a vtable that is too small', [8, 0, 0, 0, 2, 0, 2, 0, 4, 0, 0, 0]],
])('%s is malformed', (_what, bytes) => {
  expect(() => new FlatBuffer(memorySource(Uint8Array.from(bytes))).root()).toThrow(expect.objectContaining({ name: 'ScanError' }))
})
