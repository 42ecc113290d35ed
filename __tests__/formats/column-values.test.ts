import { describe, expect, test } from 'vitest'
import { lz4Block } from '../../src/bytes/codecs/lz4.ts'
import { snappy } from '../../src/bytes/codecs/snappy.ts'
import { ScanError } from '../../src/bytes/errors.ts'
import { scanBytes } from '../../src/node/scan-files.ts'
import { columnFiles } from './column-vectors.ts'

describe('a pickle in a column of bytes', () => {
  test.each(Object.entries(columnFiles))('%s', async (name, bytes) => {
    const { status, findings, incomplete } = await scanBytes(name, bytes)
    const told = findings.map(({ rule, severity }) => `${severity} ${rule}`)
    const expected = name.startsWith('plain') ? [] : ['medium pickle/nested-payload']
    expect({ status, told, incomplete }).toEqual({ status: expected.length > 0 ? 'findings' : 'clean', told: expected, incomplete: [] })
  })

  test.each(Object.entries(columnFiles))('damage in %s does no more than to hide it', async (name, bytes) => {
    for (let at = 4; at < bytes.length - 8; at += 29) {
      const broken = Uint8Array.from(bytes)
      broken[at] = (broken[at] ?? 0) ^ 0xff
      const { incomplete } = await scanBytes(name, broken)
      expect(incomplete.filter(({ why }) => why === 'internal')).toEqual([])
    }
  })
})

describe('Snappy', () => {
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
  const ascii = (value: string): Uint8Array => Buffer.from(value, 'latin1')

  test.each<[string, Uint8Array, string]>([
    ['a literal', Buffer.concat([Buffer.of(3, 2 << 2), ascii('abc')]), 'abc'],
    ['a near copy that overlaps', Buffer.concat([Buffer.of(8, 1 << 2), ascii('ab'), Buffer.of(1 | (2 << 2), 2)]), 'abababab'],
    ['a copy with two bytes', Buffer.concat([Buffer.of(4, 1 << 2), ascii('ab'), Buffer.of(2 | (1 << 2), 2, 0)]), 'abab'],
    ['a copy with four bytes', Buffer.concat([Buffer.of(4, 1 << 2), ascii('ab'), Buffer.of(3 | (1 << 2), 2, 0, 0, 0)]), 'abab'],
    ['a long literal', Buffer.concat([Buffer.of(100, 60 << 2, 99), ascii('x'.repeat(100))]), 'x'.repeat(100)],
    ['a longer one', Buffer.concat([Buffer.of(0xac, 2, 61 << 2, 43, 1), ascii('y'.repeat(300))]), 'y'.repeat(300)],
  ])('%s', (_name, bytes, expected) => expect(text(snappy(bytes, 1000))).toBe(expected))

  test.each<[string, Uint8Array]>([
    ['nothing', Buffer.of()],
    ['a literal that is cut off', Buffer.concat([Buffer.of(3, 2 << 2), ascii('ab')])],
    ['a copy from before the start', Buffer.concat([Buffer.of(8, 1 << 2), ascii('ab'), Buffer.of(1, 3)])],
    ['a copy of distance zero', Buffer.concat([Buffer.of(8, 1 << 2), ascii('ab'), Buffer.of(1, 0)])],
    ['more than it says', Buffer.concat([Buffer.of(1, 2 << 2), ascii('abc')])],
    ['more than it may be', Buffer.of(0xff, 0xff, 0xff, 0xff, 0x0f)],
  ])('%s is refused', (_name, bytes) => expect(() => snappy(bytes, 1000)).toThrow(ScanError))

  test('a block of LZ4 on its own', () => {
    expect(text(lz4Block(Buffer.concat([Buffer.of(0x30), ascii('abc')]), 3))).toBe('abc')
    expect(() => lz4Block(Buffer.of(0x30, 0x61), 3)).toThrow(ScanError)
  })
})
