import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { zlibBomb } from '../../scripts/bench/inputs/bomb.ts'
import { piped } from '../../scripts/bench/inputs/compressed.ts'
import { densePickle, mixedPickle } from '../../scripts/bench/inputs/dense.ts'
import { manyMembersTar } from '../../scripts/bench/inputs/hostile.ts'
import { bigPickle, writeSmallPickle } from '../../scripts/bench/inputs/pickles.ts'
import { emptyMembersZip, torchZip } from '../../scripts/bench/inputs/zips.ts'
import type { Facts } from '../../scripts/bench/types.ts'
import { crc32 } from '../../src/bytes/crc32.ts'
import { scanFile } from '../../src/node/scan-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'modelgate-bench-inputs-'))
afterAll(() => rmSync(folder, { recursive: true }))
const place = (name: string) => join(folder, name)

describe('inputs of the benchmark', () => {
  test('are the same each time', () => {
    for (const make of [densePickle, mixedPickle]) {
      const [one, two] = [place('one.pkl'), place('two.pkl')]
      expect(make(one, 20_000)).toEqual(make(two, 20_000))
      expect(readFileSync(one).equals(readFileSync(two))).toBe(true)
    }
  })

  test.each<readonly [string, (path: string) => Facts]>([
    ['dense.pkl', (path) => densePickle(path, 20_000)],
    ['copies.pkl', (path) => densePickle(path, 20_000, 3)],
    ['mixed.pkl', (path) => mixedPickle(path, 20_000)],
    ['big.pkl', (path) => bigPickle(path, 2 ** 20)],
    ['small.pkl', writeSmallPickle],
    ['torch.pt', (path) => torchZip(path, Array(16).fill(2048))],
  ])('%s is clean, and its counts are right', async (name, make) => {
    const facts = make(place(name))
    const report = await scanFile(place(name), { root: folder, stats: true })
    expect(report).toMatchObject({ status: 'clean', incomplete: [] })
    if (facts.opcodes) expect(report.stats?.opcodes).toBe(facts.opcodes)
    if (facts.members) expect(report.stats?.members).toBe(facts.members)
  })

  test('the members of a zip have the right checksums: a reader that checks them reads on', () => {
    torchZip(place('checked.pt'), [2048, 20 * 2 ** 20])
    const zip = readFileSync(place('checked.pt'))
    for (const [name, size] of [
      ['archive/data/0', 2048],
      ['archive/data/1', 20 * 2 ** 20],
    ] as const) {
      expect(zip.readUInt32LE(zip.indexOf(name) - 16)).toBe(crc32(new Uint8Array(size)))
    }
  })

  test('a zip of more members than 16 bits count has a 64-bit end record', () => {
    expect(emptyMembersZip(place('many.zip'), 70_000)).toEqual({ members: 70_000 })
    const zip = readFileSync(place('many.zip'))
    const end = zip.length - 22 - 20 - 56
    expect(zip.toString('latin1', end, end + 4)).toBe('PK\x06\x06')
    expect(zip.readBigUInt64LE(end + 32)).toBe(70_000n)
    expect(zip.toString('latin1', Number(zip.readBigUInt64LE(end + 48)), Number(zip.readBigUInt64LE(end + 48)) + 4)).toBe('PK\x01\x02')
  })

  test('a bomb inflates to what was repeated, with the right checksum', () => {
    const [head, block] = [Buffer.from('head'), Buffer.from(Array.from({ length: 70_000 }, (_, i) => i % 251))]
    expect(zlibBomb(place('bomb.joblib'), head, block, 5)).toEqual({ inflated: 350_004 })
    expect(inflateSync(readFileSync(place('bomb.joblib'))).equals(Buffer.concat([head, ...Array(5).fill(block)]))).toBe(true)
  })

  test('what cannot be made here says what is missing', async () => {
    await expect(piped(place('none.joblib'), 1, ['modelgate-marker-no-such-program'])).rejects.toThrow('is not installed')
  })

  test('a tar of many members can be listed', () => {
    const { members = 0 } = manyMembersTar(place('many.tar'), 10_000)
    expect(members).toBe(10)
    const tar = readFileSync(place('many.tar'))
    expect(tar.toString('latin1', 9 * 1024, 9 * 1024 + 11)).toBe('m000009.pkl')
    expect(tar.length % 512).toBe(0)
  })
})
