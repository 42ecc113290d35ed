import { describe, expect, it } from 'vitest'
import { crc32 } from '../../src/bytes/crc32.ts'

const text = (value: string): Uint8Array => Buffer.from(value)

describe('crc32', () => {
  it('is that of the specification', () => {
    expect(crc32(text('123456789'))).toBe(0xcbf43926)
    expect(crc32(new Uint8Array(0))).toBe(0)
  })

  it('goes on where it was left', () => {
    expect(crc32(text('456789'), crc32(text('123')))).toBe(0xcbf43926)
  })
})
