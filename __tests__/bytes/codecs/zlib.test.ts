import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toStream } from '../../../src/bytes/codecs/chunks.ts'
import { inflate } from '../../../src/bytes/codecs/deflate.ts'
import { Puller } from '../../../src/bytes/codecs/pull.ts'
import { gzip, zlib } from '../../../src/bytes/codecs/zlib.ts'
import { memorySource } from '../../../src/bytes/source.ts'
import { collect } from './collect.ts'

/** Bytes that do not compress, the same every time. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let state = 1
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    bytes[index] = state >>> 16
  }
  return bytes
}

const LARGE = Buffer.concat([noise(1_500_000), Buffer.alloc(9_000_000, 'ab'), noise(1_500_000)])

describe('data too large for one call', () => {
  it('come through a stream in chunks', async () => {
    const { bytes, error, largestChunk } = await collect(gzip(memorySource(gzipSync(LARGE))))
    expect(error).toBeUndefined()
    expect(bytes.equals(LARGE)).toBe(true)
    expect(largestChunk).toBeLessThanOrEqual(256 * 1024)
  })

  it('stay flat when 40 kB stand for 40 MB', async () => {
    const stream = zlib(memorySource(deflateSync(Buffer.alloc(40_000_000))))
    const { bytes, error, largestChunk } = await collect(stream)
    expect(error).toBeUndefined()
    expect(bytes.equals(Buffer.alloc(40_000_000))).toBe(true)
    expect(largestChunk).toBeLessThanOrEqual(256 * 1024)
  })

  it('go on in further members, behind zeros too', async () => {
    const member = gzipSync(LARGE)
    const { bytes, error } = await collect(gzip(memorySource(Buffer.concat([member, member, Buffer.alloc(3), gzipSync('last')]))))
    expect(error).toBeUndefined()
    expect(bytes.equals(Buffer.concat([LARGE, LARGE, Buffer.from('last')]))).toBe(true)
  })

  it('are delivered whole before a wrong checksum or junk is said', async () => {
    const wrong = gzipSync(LARGE)
    wrong.writeUInt32LE((wrong.readUInt32LE(wrong.length - 8) ^ 1) >>> 0, wrong.length - 8)
    for (const data of [wrong, Buffer.concat([gzipSync(LARGE), Buffer.from('junk')])]) {
      const { bytes, error } = await collect(gzip(memorySource(data)))
      expect(error?.why).toBe('malformed')
      expect(bytes.equals(LARGE)).toBe(true)
    }
  })

  it('are delivered to the byte where they are cut', async () => {
    const data = gzipSync(LARGE, { level: 0 })
    const cut = 2_000_001
    const { bytes, error } = await collect(gzip(memorySource(data.subarray(0, cut))))
    expect(error?.why).toBe('truncated')
    expect(bytes.equals(LARGE.subarray(0, bytes.length))).toBe(true)
    // Stored blocks: 10 bytes of header, then 5 per block of 65,535 at most.
    expect(bytes.length).toBeGreaterThan(cut - 10 - 5 * 130)
  })

  it('may be closed at any time', async () => {
    const stream = gzip(memorySource(gzipSync(LARGE)))
    expect((await stream.next())?.length).toBeGreaterThan(0)
    stream.close()
    stream.close()
    expect(await stream.next()).toBeUndefined()
  })
})

it('a payload before a break in the same piece is not lost', async () => {
  // Node gives nothing of a buffer it stumbles over; a loader has used the payload by then.
  const payload = Buffer.from('what a loader would have read. '.repeat(200))
  const stored = Buffer.concat([deflateRawSync(payload, { finishFlush: 2 }), Buffer.from([0x07, 0xff, 0xff])])
  const { bytes, error } = await collect(zlib(memorySource(Buffer.concat([Buffer.from([0x78, 0x9c]), stored]))))
  expect(error?.why).toBe('malformed')
  expect(bytes).toEqual(payload)
})

it('a gzip header that zlib refuses and Python reads is read', async () => {
  const data = gzipSync('payload')
  data[3] = 0x40
  const { bytes, error } = await collect(gzip(memorySource(data)))
  expect(error).toBeUndefined()
  expect(bytes.toString()).toBe('payload')
})

it('optional gzip header fields are passed over by the plain reader too', async () => {
  const plain = gzipSync('payload')
  const fields = Buffer.concat([Buffer.from([2, 0, 9, 9]), Buffer.from('name\0comment\0'), Buffer.from([0, 0])])
  const data = Buffer.concat([plain.subarray(0, 3), Buffer.from([0x5e]), plain.subarray(4, 10), fields, plain.subarray(10)])
  const { bytes, error } = await collect(gzip(memorySource(data)))
  expect(error).toBeUndefined()
  expect(bytes.toString()).toBe('payload')
})

describe('the plain inflater', () => {
  it.each([0, 1, 6, 9])('gives what zlib packed at level %i', async (level) => {
    const data = Buffer.concat([noise(100_000), Buffer.alloc(200_000, 'some text '), noise(70_000)])
    const { bytes, error } = await collect(toStream(inflate(new Puller(memorySource(deflateRawSync(data, { level }))))))
    expect(error).toBeUndefined()
    expect(bytes.equals(data)).toBe(true)
  })

  it('gives what zlib packed, whatever it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fc.constantFrom(0, 2, 4), async (data, strategy) => {
        const { bytes } = await collect(toStream(inflate(new Puller(memorySource(deflateRawSync(data, { strategy }))))))
        expect(bytes.equals(data)).toBe(true)
      }),
    )
  })
})
