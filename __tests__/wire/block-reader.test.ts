import { describe, expect, it } from 'vitest'
import { type ByteSource, memorySource } from '../../src/bytes/source.ts'
import { hopping } from '../../src/wire/block-reader.ts'

const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => index % 251)

function counting(): { source: ByteSource; reads: () => number; total: () => number } {
  const inner = memorySource(bytes)
  let reads = 0
  let total = 0
  const source: ByteSource = {
    ...inner,
    read(offset, length) {
      reads++
      total += Math.min(length, bytes.length - offset)
      return inner.read(offset, length)
    },
    readInto(target, offset) {
      reads++
      total += target.length
      return inner.readInto(target, offset)
    },
  }
  return { source, reads: () => reads, total: () => total }
}

describe('hopping', () => {
  it('reads neighbours in blocks, and no more than twice of what lies between them', () => {
    const counter = counting()
    const near = hopping(counter.source)
    for (let at = 0; at < 100_000; at += 200) expect(near.read(at, 64)).toEqual(bytes.subarray(at, at + 64))
    expect(counter.reads()).toBeLessThan(20)
    expect(counter.total()).toBeLessThan(200_000)
  })

  it('reads what lies far apart alone, and not a byte more', () => {
    const counter = counting()
    const near = hopping(counter.source)
    for (let at = 0; at < 200_000; at += 10_000) near.read(at, 512)
    expect([counter.reads(), counter.total()]).toEqual([20, 20 * 512])
  })

  it.each([
    [0, 512],
    [199_990, 512],
    [200_000, 4],
    [300_000, 4],
    [5, 0],
    [100, 5000],
  ])('gives at %i what the source gives for %i bytes, in either way', (offset, length) => {
    const near = hopping(memorySource(bytes))
    const expected = memorySource(bytes).read(offset, length)
    expect(near.read(offset, length)).toEqual(expected)
    const target = new Uint8Array(length)
    expect(near.readInto(target, offset)).toBe(expected.length)
    expect(target.subarray(0, expected.length)).toEqual(expected)
  })
})
