import { describe, expect, it } from 'vitest'
import { ScanError } from '../../src/bytes/errors.ts'
import { Portions } from '../../src/bytes/portions.ts'
import { type ByteSource, memorySource } from '../../src/bytes/source.ts'
import type { ByteStream } from '../../src/bytes/stream.ts'
import { chunked } from '../helpers/chunked.ts'

const DATA = Uint8Array.from({ length: 600_000 }, (_, index) => (index * 7 + (index >> 8)) & 0xff)
const nothing = (): void => undefined

/** The same input in every shape. */
const shapes: readonly [string, (bytes: Uint8Array) => ByteSource | ByteStream][] = [
  ['a source', memorySource],
  ['a stream of single bytes', (bytes) => chunked(bytes.subarray(0, 2000), 1)],
  ['a stream of odd chunks', (bytes) => chunked(bytes, 777)],
  ['a stream of one chunk', (bytes) => chunked(bytes, bytes.length)],
]

async function bytesOf(input: ByteSource | ByteStream): Promise<Uint8Array> {
  if (input.kind === 'source') return input.read(0, input.size)
  const parts: Uint8Array[] = []
  for (let chunk = await input.next(); chunk; chunk = await input.next()) parts.push(chunk.slice())
  return Buffer.concat(parts)
}

describe.each(shapes)('portions of %s', (_, open) => {
  it('come in order', async () => {
    const portions = new Portions(open(DATA), nothing)
    expect(Buffer.from(await portions.take(10)).equals(DATA.subarray(0, 10))).toBe(true)
    expect(Buffer.from(await bytesOf(await portions.part(100))).equals(DATA.subarray(10, 110))).toBe(true)
    await portions.skipTo(500)
    expect(Buffer.from(await portions.take(700)).equals(DATA.subarray(500, 1200))).toBe(true)
    expect(portions.offset).toBe(1200)
  })

  it('can be given back', async () => {
    const portions = new Portions(open(DATA), nothing)
    const taken = await portions.take(50)
    portions.putBack(taken.subarray(20))
    expect(portions.offset).toBe(20)
    expect(Buffer.from(await portions.take(60)).equals(DATA.subarray(20, 80))).toBe(true)
  })

  it('are shorter at the end', async () => {
    const portions = new Portions(open(DATA.subarray(0, 100)), nothing)
    expect((await portions.take(90)).length).toBe(90)
    expect((await bytesOf(await portions.part(90))).length).toBe(10)
    await portions.skipTo(1000)
    expect([portions.offset, (await portions.take(5)).length, portions.failure]).toEqual([100, 0, undefined])
  })

  it('pass over zeros in whole blocks', async () => {
    const bytes = new Uint8Array(1500)
    bytes.set([1, 2, 3], 1030)
    const portions = new Portions(open(bytes), nothing)
    await portions.skipZeros(512)
    expect([portions.offset, (await portions.take(2000)).length]).toEqual([1024, 476])
    await portions.skipZeros(512)
    expect(portions.offset).toBe(1500)
  })
})

describe('a large part of a stream', () => {
  it('is a stream that ends where the part does, read or not', async () => {
    const portions = new Portions(chunked(DATA, 4099), nothing)
    const first = await portions.part(300_000)
    expect(first.kind).toBe('stream')
    expect(Buffer.from(await bytesOf(first)).equals(DATA.subarray(0, 300_000))).toBe(true)
    const second = await portions.part(290_000)
    if (second.kind === 'stream') await second.next()
    expect(Buffer.from(await portions.take(100)).equals(DATA.subarray(590_000, 590_100))).toBe(true)
    expect(second.kind === 'stream' && (await second.next())).toBeUndefined()
  })

  it('throws what broke the stream, which is kept', async () => {
    const broken = new ScanError('malformed', 'broken bits', 5)
    const portions = new Portions(chunked(DATA.subarray(0, 1000), 300, broken), nothing)
    await expect(bytesOf(await portions.part(400_000))).rejects.toBe(broken)
    await portions.skipTo(400_000)
    expect([portions.offset, portions.failure]).toEqual([1000, broken])
  })

  it('is not a place to hide other errors', async () => {
    const portions = new Portions(chunked(DATA.subarray(0, 10), 10, new TypeError('a bug')), nothing)
    await expect(portions.take(20)).rejects.toThrow(TypeError)
  })
})

it('asks before each piece whether to go on', async () => {
  const stop = (): void => {
    throw new ScanError('timeout', 'too late')
  }
  const portions = new Portions(chunked(DATA, 100), stop)
  await expect(portions.take(10)).rejects.toThrow('too late')
})

describe('a part of a stream that can be opened again', () => {
  it('can be read again from its beginning, and is as long', async () => {
    const open = (): ByteStream => ({ ...chunked(DATA, 777), again: open })
    const portions = new Portions(open(), nothing)
    await portions.skipTo(1000)
    const part = await portions.part(500_000)
    if (part.kind === 'source') throw new Error('a long part of a stream is one itself')
    const { again } = part
    if (again === undefined) throw new Error('not to be opened again')
    for (const input of [part, again(), again()]) {
      expect(Buffer.from(await bytesOf(input)).equals(DATA.subarray(1000, 501_000))).toBe(true)
    }
    expect((await portions.take(10))[0]).toBe(DATA[501_000])
  })

  it('says what breaks the input the second time', async () => {
    const again = (): ByteStream => chunked(DATA.subarray(0, 500), 100, new ScanError('truncated', 'cut'))
    const portions = new Portions({ ...chunked(DATA, 777), again }, nothing)
    await portions.skipTo(1000)
    const part = await portions.part(500_000)
    if (part.kind === 'source' || part.again === undefined) throw new Error('not to be opened again')
    await expect(bytesOf(part.again())).rejects.toThrow('cut')
  })
})
