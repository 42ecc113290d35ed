import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ScanError } from '../../src/bytes/errors.ts'
import { measured } from '../../src/scan/measured.ts'
import { chunked } from '../helpers/chunked.ts'

const DATA = Uint8Array.from({ length: 1000 }, (_, index) => (index * 7 + (index >> 8)) & 0xff)

describe('a measured stream', () => {
  it('tells its length and its last bytes, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1000), fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 300 }), async (length, kept, size) => {
        const bytes = DATA.subarray(0, length)
        const stream = measured(chunked(bytes, size), kept)
        await stream.next()
        expect(await stream.end()).toBeUndefined()
        expect(stream.size()).toBe(length)
        expect(Buffer.from(stream.tail()).equals(bytes.subarray(Math.max(0, length - kept)))).toBe(true)
      }),
    )
  })

  it('gives what broke it, and throws it again', async () => {
    const error = new ScanError('malformed', 'checksum')
    const stream = measured(chunked(DATA, 300, error), 64)
    expect(await stream.end()).toBe(error)
    expect(stream.size()).toBe(DATA.length)
    expect(stream.tail()).toHaveLength(64)
    expect(() => stream.next()).toThrow('checksum')
  })

  it('does not hide an error of ours', async () => {
    await expect(measured(chunked(DATA, 300, new TypeError('a bug')), 64).end()).rejects.toThrow('a bug')
  })
})
