import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memorySource } from '../../src/bytes/source.ts'
import { BYTES, VARINT } from '../../src/wire/protobuf/fields.ts'
import { headLikeness, likeness, type Shape } from '../../src/wire/protobuf/shape.ts'

const shape: Shape = { fields: { 1: VARINT, 2: BYTES, 7: BYTES }, proves: (_reader, field) => field.number === 7 }

function varint(value: number): number[] {
  const bytes: number[] = []
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return [...bytes, left]
    bytes.push((left % 128) + 128)
  }
}

const key = fc
  .oneof(fc.constantFrom(1, 2, 7), fc.nat(64), fc.nat(2 ** 30))
  .chain((number) => fc.nat(7).map((wire) => varint(number * 8 + wire)))
const field = fc.oneof(
  fc
    .tuple(fc.constantFrom(1, 2, 7, 40), fc.uint8Array({ maxLength: 9 }))
    .map(([number, bytes]) => [...varint(number * 8 + 2), bytes.length, ...bytes]),
  fc.tuple(fc.constantFrom(1, 3, 40), fc.nat(1e9)).map(([number, value]) => [...varint(number * 8), ...varint(value)]),
  fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => [...varint(41), ...bytes]),
  fc.uint8Array({ minLength: 4, maxLength: 4 }).map((bytes) => [...varint(45), ...bytes]),
  fc.constantFrom([0x53, 0x54], [0x53, 0x08, 0x01, 0x54], [0x53]),
  key,
  fc.uint8Array({ maxLength: 3 }).map((bytes) => [...bytes]),
)
/** Begins with a field that the type has, or with one that it does not have; with a byte that no text has. */
const head = fc
  .tuple(fc.constantFrom([0x08, 1], [0xc0, 2, 5]), fc.array(field, { maxLength: 8 }))
  .map(([first, fields]) => Uint8Array.from([...first, ...fields.flat(), 0x0a, 0x01, 0x01]))

test('the look at a head agrees with the walk over the whole', () => {
  fc.assert(
    fc.property(head, (bytes) => {
      expect(headLikeness(bytes, bytes.length, shape, false)).toBe(
        likeness(memorySource(bytes), shape, false) === 'yes' ? 'possible' : 'no',
      )
    }),
    { numRuns: 5000 },
  )
})

test('the look at a head agrees with the walk over a beginning', () => {
  fc.assert(
    fc.property(head, fc.integer({ min: 1, max: 5000 }), (bytes, more) => {
      const size = bytes.length + more
      const answer = likeness(memorySource(bytes), shape, false, size)
      expect(headLikeness(bytes, size, shape, false)).toBe(answer === 'no' ? 'no' : 'possible')
    }),
    { numRuns: 5000 },
  )
})
