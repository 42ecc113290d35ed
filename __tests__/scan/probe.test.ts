import { describe, expect, it } from 'vitest'
import type { ByteSource } from '../../src/bytes/source.ts'
import { memorySource } from '../../src/bytes/source.ts'
import { peek } from '../../src/scan/peek.ts'
import { probeSource, probeStream } from '../../src/scan/probe.ts'
import { streamOf } from '../helpers/run-pickle.ts'

const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => index % 251)

function counting(source: ByteSource): ByteSource & { reads: number } {
  return {
    ...source,
    reads: 0,
    read(offset, length) {
      this.reads++
      return source.read(offset, length)
    },
  }
}

describe('probeSource', () => {
  it.each([
    ['model.PT', '.pt'],
    ['model.tar.gz', '.gz'],
    ['.hidden', ''],
    ['model', ''],
    ['model.', '.'],
    ['a.İ', '.i̇'],
  ])('%s has the extension %j', (name, extension) => {
    expect(probeSource(name, memorySource(bytes), false).extension).toBe(extension)
  })

  it('shows the ends of a file, and less of a member', () => {
    const file = probeSource('x', memorySource(bytes), false)
    expect(file.head).toEqual(bytes.subarray(0, 4096))
    expect(file.tail).toEqual(bytes.subarray(200_000 - 65_558))
    const member = probeSource('x', memorySource(bytes), true)
    expect([member.head.length, member.tail.length]).toEqual([512, 64])
  })

  it('of little shows all', () => {
    const { head, tail, size } = probeSource('x', memorySource(bytes.subarray(0, 10)), false)
    expect([head, tail, size]).toEqual([bytes.subarray(0, 10), bytes.subarray(0, 10), 10])
  })

  it('reads only when asked, and once', () => {
    const source = counting(memorySource(bytes))
    const probe = probeSource('x', source, false)
    expect(source.reads).toBe(0)
    for (let round = 0; round < 3; round++) expect(probe.head.length + probe.tail.length).toBe(4096 + 65_558)
    expect(source.reads).toBe(2)
  })
})

describe('peek', () => {
  it.each([1, 7, 4096, 5000, 300_000])('shows the head and gives the whole stream again, in pieces of %i bytes', async (size) => {
    const { head, stream, failure } = await peek(streamOf(bytes.subarray(0, 20_000), size))
    expect(failure).toBeUndefined()
    expect(Buffer.from(head.subarray(0, 4096)).equals(bytes.subarray(0, 4096))).toBe(true)
    expect(probeStream('x', head, true).head.length).toBe(4096)
    const parts: Uint8Array[] = []
    for (let part = await stream.next(); part !== undefined; part = await stream.next()) parts.push(part.slice())
    expect(Buffer.concat(parts).equals(bytes.subarray(0, 20_000))).toBe(true)
  })

  it('of an empty stream is empty', async () => {
    const { head, stream } = await peek(streamOf(new Uint8Array(0), 1))
    expect(head.length).toBe(0)
    expect(await stream.next()).toBeUndefined()
  })

  it('keeps what came before a failure, and fails again', async () => {
    const broken = {
      kind: 'stream' as const,
      turn: 0,
      close: () => undefined,
      next() {
        if (this.turn++ === 0) return Uint8Array.of(1, 2)
        throw new Error('broken')
      },
    }
    const { head, stream, failure } = await peek(broken)
    expect([...head]).toEqual([1, 2])
    expect(failure).toBeInstanceOf(Error)
    expect(await stream.next()).toEqual(Uint8Array.of(1, 2))
    expect(() => stream.next()).toThrow('broken')
  })
})
