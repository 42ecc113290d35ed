import { expect, test } from 'vitest'
import { memorySource } from '../../src/bytes/source.ts'
import { scanBytes } from '../../src/node/scan-files.ts'
import { archivesInRow } from '../../src/wire/zip/row.ts'
import { buildZip } from '../helpers/zip-builder.ts'

const shard = (program: string, zip64 = true): Uint8Array =>
  buildZip(
    [
      { name: 'archive/data.pkl', data: program },
      { name: 'archive/version', data: '3\n' },
    ],
    { zip64 },
  )
const clean = shard(']q\x00.')
const hostile = shard('cos\nsystem\n(Vid\ntR.')
const startsOf = (...parts: readonly Uint8Array[]): readonly number[] | undefined => archivesInRow(memorySource(Buffer.concat(parts)), 9)
const found = async (name: string, ...parts: readonly Uint8Array[]): Promise<readonly string[]> => {
  const { findings, incomplete } = await scanBytes(name, Buffer.concat(parts))
  return [
    ...findings.map(({ severity, rule, path }) => `${severity} ${rule} ${path.slice(1).join(' > ')}`),
    ...incomplete.map(({ why }) => why),
  ]
}

test('each archive of a row is found, also where they are equal', () => {
  const plain = shard('N.', false)
  expect(startsOf(clean, clean, plain, clean)).toEqual([0, clean.length, clean.length * 2, clean.length * 2 + plain.length])
})

test('what is no row to the last byte is none', () => {
  expect(startsOf(clean)).toBeUndefined()
  expect(startsOf(Buffer.from('x'), clean, clean)).toBeUndefined()
  expect(startsOf(clean, Buffer.from('x'), clean)).toBeUndefined()
  expect(startsOf(clean, clean, Buffer.from('x'))).toBeUndefined()
  expect(startsOf(Buffer.from('PK'))).toBeUndefined()
  expect(startsOf(...Array.from({ length: 10 }, () => clean))).toBeUndefined()
})

test('a shard of a distributed checkpoint is nothing to report, under another name it is', async () => {
  expect(await found('__0_0.distcp', clean, clean, clean)).toEqual([])
  expect(await found('model.pt', clean, clean)).toContainEqual(expect.stringMatching(/^high zip\/duplicate-entry/))
})

test('whichever archive of it runs something is reported, and so is what stands between them', async () => {
  for (const parts of [
    [hostile, clean],
    [clean, hostile, clean],
    [clean, hostile],
  ]) {
    expect(await found('__0_0.distcp', ...parts)).toContainEqual(expect.stringMatching(/^critical pickle\/dangerous-call .*data\.pkl/))
  }
  expect(await found('__0_0.distcp', clean, Buffer.from('cos\nsystem\n(Vid\ntR.'), clean)).not.toEqual([])
})

// The locator of the second points into the first, where an end record stands too: miniz reads the one, Python's zipfile the other.
test('archives of one size hide nothing from each other', async () => {
  const filler = shard(`${'N'.repeat(18)}.`)
  expect(filler.length).toBe(hostile.length)
  for (const parts of [
    [filler, hostile],
    [hostile, filler],
  ]) {
    const seen = await found('model.npz', ...parts)
    expect(seen).toContainEqual(expect.stringMatching(/^critical pickle\/dangerous-call/))
    expect(seen).toContainEqual(expect.stringMatching(/^high zip\/duplicate-entry/))
  }
})
