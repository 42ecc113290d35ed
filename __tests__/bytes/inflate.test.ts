import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ScanError } from '../../src/bytes/errors.ts'
import { inflateRaw, inflateSmall } from '../../src/bytes/inflate.ts'
import { type ByteSource, memorySource } from '../../src/bytes/source.ts'
import type { ByteStream } from '../../src/bytes/stream.ts'

const MEGABYTE = 1024 * 1024

async function drain(input: ByteSource | ByteStream): Promise<{ bytes: Buffer; why: string | undefined; largest: number }> {
  if (input.kind === 'source') return { bytes: Buffer.from(input.read(0, input.size)), why: undefined, largest: input.size }
  const chunks: Uint8Array[] = []
  let largest = 0
  let why: string | undefined
  try {
    for (let chunk = await input.next(); chunk; chunk = await input.next()) {
      chunks.push(chunk.slice())
      largest = Math.max(largest, chunk.length)
    }
  } catch (error) {
    if (!(error instanceof ScanError)) throw error
    why = error.why
  }
  input.close()
  return { bytes: Buffer.concat(chunks), why, largest }
}

const noise = (length: number): Buffer => Buffer.from(Uint8Array.from({ length }, (_, index) => (index * 2654435761) >>> 24))

describe('inflateRaw', () => {
  it.each([
    { name: 'small and rightly declared', data: noise(70_000), declared: 70_000, kind: 'source' },
    { name: 'small, declared as huge', data: noise(70_000), declared: 2 ** 40, kind: 'stream' },
    { name: 'larger than declared', data: Buffer.alloc(9 * MEGABYTE, 7), declared: 10, kind: 'stream' },
    { name: 'empty', data: Buffer.alloc(0), declared: 0, kind: 'source' },
  ])('gives all bytes and pays for each of them: $name', async ({ data, declared, kind }) => {
    let paid = 0
    const input = inflateRaw(memorySource(deflateRawSync(data)), declared, (bytes) => {
      paid += bytes
    })
    const { bytes, why } = await drain(input)
    expect(input.kind).toBe(kind)
    expect(why).toBeUndefined()
    expect(bytes.equals(data)).toBe(true)
    expect(paid).toBe(data.length)
  })

  it('ignores what follows the end of the data', async () => {
    for (const declared of [5, 2 ** 30]) {
      const { bytes, why } = await drain(
        inflateRaw(memorySource(Buffer.concat([deflateRawSync(Buffer.from('hello')), noise(100_000)])), declared, () => {}),
      )
      expect([bytes.toString(), why]).toEqual(['hello', undefined])
    }
  })

  it.each([1_000, 2 ** 30])('gives everything before a break, then says what is wrong (declared %i)', async (declared) => {
    const data = noise(200_000)
    const compressed = deflateRawSync(data, { level: 0 })
    const cut = await drain(inflateRaw(memorySource(compressed.subarray(0, 150_000)), declared, () => {}))
    expect(cut.why).toBe('truncated')
    expect(cut.bytes.length).toBeGreaterThan(149_000)
    expect(cut.bytes.equals(data.subarray(0, cut.bytes.length))).toBe(true)

    const block = Buffer.concat([Buffer.from([0, 4, 0, 0xfb, 0xff]), Buffer.from('good'), Buffer.from([0x07])])
    const broken = await drain(inflateRaw(memorySource(block), declared, () => {}))
    expect([broken.bytes.toString(), broken.why]).toEqual(['good', 'malformed'])
  })

  it('takes no data at all for truncated', async () => {
    expect((await drain(inflateRaw(memorySource(new Uint8Array(0)), 0, () => {}))).why).toBe('truncated')
  })

  it('stops a bomb when its budget is spent, in small chunks', async () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * MEGABYTE))
    let left = 20 * MEGABYTE
    const { bytes, why, largest } = await drain(
      inflateRaw(memorySource(bomb), 100, (spent) => {
        left -= spent
        if (left < 0) throw new ScanError('limit', 'too many bytes')
      }),
    )
    expect(why).toBe('limit')
    expect(bytes.length).toBeLessThanOrEqual(20 * MEGABYTE)
    expect(largest).toBeLessThanOrEqual(MEGABYTE)
  })

  it('never throws anything but a ScanError, and agrees with zlib on sound data', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), fc.nat(3000), fc.nat(255), fc.boolean(), async (data, at, value, large) => {
        const compressed = Buffer.from(deflateRawSync(data))
        const declared = large ? 2 ** 30 : data.length
        expect((await drain(inflateRaw(memorySource(compressed), declared, () => {}))).bytes.equals(Buffer.from(data))).toBe(true)
        compressed[at % compressed.length] = value
        await drain(inflateRaw(memorySource(compressed), declared, () => {}))
      }),
      { numRuns: 60 },
    )
  })
})

describe('inflateSmall', () => {
  it('says when the output is longer than allowed', () => {
    expect(inflateSmall(memorySource(deflateRawSync(Buffer.alloc(5000))), 4999)).toBe('too-long')
    expect(inflateSmall(memorySource(deflateRawSync(Buffer.alloc(5000))), 5000)).toHaveLength(5000)
  })
})
