import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstVisible } from '../../../src/formats/shared/first-visible.ts'

describe('firstVisible', () => {
  it('is what a search byte by byte finds, wherever the head lies in its buffer', () => {
    const byte = fc.oneof(fc.constant(0), fc.constant(0x20), fc.constant(0x80), fc.nat(255))
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 40 }), fc.nat(9), (bytes, before) => {
        const head = Uint8Array.from([...Array(before).fill(0x7b), ...bytes]).subarray(before)
        expect(firstVisible(head)).toBe(bytes.find((value) => value > 0x20))
      }),
    )
  })

  it.each([0, 1, 7, 8, 9, 511])('looks behind %i zeros', (zeros) => {
    expect(firstVisible(Uint8Array.from([...Array(zeros).fill(0), 0x7b, 0x41]))).toBe(0x7b)
  })

  it('of blanks is nothing', () => {
    expect(firstVisible(new Uint8Array(512))).toBeUndefined()
    expect(firstVisible(new Uint8Array(0))).toBeUndefined()
  })
})
