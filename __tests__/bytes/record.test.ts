import { describe, expect, it } from 'vitest'
import { recordLayout, u16be, u16le, u32be, u32le, u64le } from '../../src/bytes/record.ts'
import { CENTRAL_SIZE, DESCRIPTOR, END_SIZE, END64_SIZE, LOCAL_SIZE, LOCATOR64_SIZE } from '../../src/wire/zip/records.ts'

describe('a record layout', () => {
  it('has the offset of each field and the size of the record', () => {
    expect(recordLayout({ signature: 4, flags: 2, name: 100, crc: 4 })).toEqual({
      signature: 0,
      flags: 4,
      name: 6,
      crc: 106,
      recordSize: 110,
    })
  })

  it('gives the records of a zip the sizes of APPNOTE', () => {
    expect([LOCAL_SIZE, CENTRAL_SIZE, END_SIZE, END64_SIZE, LOCATOR64_SIZE, DESCRIPTOR.recordSize]).toEqual([30, 46, 22, 56, 20, 16])
  })
})

describe('integers', () => {
  const bytes = Uint8Array.of(0xff, 0x01, 0x02, 0xf3, 0x04, 0x05, 0x06, 0x07)

  it('are read in both byte orders, without a sign', () => {
    expect(u16le(bytes, 0)).toBe(0x01ff)
    expect(u16be(bytes, 0)).toBe(0xff01)
    expect(u32le(bytes, 0)).toBe(0xf30201ff)
    expect(u32be(bytes, 0)).toBe(0xff0102f3)
    expect(u64le(Uint8Array.of(1, 0, 0, 0, 2, 0, 0, 0), 0)).toBe(2 ** 33 + 1)
  })

  it('have zeros in place of bytes past the end', () => {
    expect(u32le(bytes, 7)).toBe(7)
    expect(u32be(bytes, 7)).toBe(0x07000000)
    expect(u64le(bytes, 8)).toBe(0)
  })
})
