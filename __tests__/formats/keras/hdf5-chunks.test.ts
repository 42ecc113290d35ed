import { describe, expect, test } from 'vitest'
import { memorySource } from '../../../src/bytes/source.ts'
import { scanBytes } from '../../../src/node/scan-files.ts'
import { findSuperblock, walkHdf5 } from '../../../src/wire/hdf5/objects.ts'
import { damaged, fixtureBytes, tolerates } from '../../helpers/damage.ts'
import { virtualBytes, virtualNumbers } from '../../wire/hdf5-vectors.ts'

/** The severest finding of every member, by its name. */
async function told(file: string): Promise<Record<string, string>> {
  const { findings, incomplete } = await scanBytes(file, fixtureBytes(file))
  expect(incomplete).toEqual([])
  return Object.fromEntries(findings.map(({ path, severity, rule }) => [path.slice(1).join('!'), `${severity} ${rule}`]))
}

const CALL = 'critical pickle/dangerous-call'

describe('bytes in chunks', () => {
  test.each([
    [
      'hdf5-chunk-indexes.h5',
      'extensible extensible_gzip fixed fixed_gzip fixed_larger fixed_larger_gzip implicit single single_gzip tree tree_gzip turned',
    ],
    ['hdf5-chunk-filters.h5', 'bytes_all bytes_fletcher32 bytes_gzip bytes_lzf bytes_plain never_written opaque record strings text'],
  ])('%s: a pickle in each dataset is read', async (file, names) => {
    expect(await told(`malicious/${file}`)).toMatchObject(Object.fromEntries(names.split(' ').map((name) => [name, CALL])))
    expect(await told(`clean/${file}`)).toEqual({})
  })

  test.each(['hdf5-chunk-indexes.h5', 'hdf5-chunk-filters.h5'])('%s: every piece of the data is the same, however it is read', (file) => {
    const bytes = fixtureBytes(`malicious/${file}`)
    let compared = 0
    const met = walkHdf5(
      memorySource(bytes),
      findSuperblock(memorySource(bytes)) ?? 0,
      {
        outside: () => undefined,
        dataset: () => undefined,
        stored: () => undefined,
        problem: (error) => expect(error).toBeUndefined(),
      },
      () => undefined,
      () => undefined,
    )
    for (const { of, value } of met) {
      if (of === 'attribute') continue
      const { source } = value
      const whole = source.read(0, source.size)
      for (let at = 0; at < source.size; at += 3) expect(source.read(at, 11)).toEqual(whole.subarray(at, at + 11))
      expect(source.read(source.size, 5)).toHaveLength(0)
      compared++
    }
    expect(compared).toBeGreaterThan(9)
  })

  test('a filter that is not undone is said over bytes, and of no interest over numbers', async () => {
    const { status, incomplete } = await scanBytes('a.h5', fixtureBytes('malformed/hdf5-scaleoffset.h5'))
    expect({ status, why: incomplete.map(({ why }) => why) }).toEqual({ status: 'incomplete', why: ['unsupported'] })
    expect(incomplete[0]?.detail).toContain('scaleoffset')
    expect((await scanBytes('a.h5', fixtureBytes('clean/hdf5-scaleoffset.h5'))).status).toBe('clean')
  })

  test('bytes that are put together from another dataset are said to be unread, numbers are of no interest', async () => {
    const { status, incomplete } = await scanBytes('a.h5', virtualBytes)
    expect({ status, why: incomplete.map(({ why }) => why) }).toEqual({ status: 'incomplete', why: ['unsupported'] })
    expect((await scanBytes('a.h5', virtualNumbers)).status).toBe('clean')
  })
})

describe('hickle', () => {
  test.each([
    ['malicious/hickle.hkl', { 'data/data0': CALL }],
    // Protocol 0, behind opcodes that no pickler begins with.
    ['malicious/hickle-4.hkl', { data: CALL }],
    ['clean/hickle.hkl', {}],
  ])('%s', async (file, expected) => {
    expect(await told(file)).toEqual(expected)
  })
})

describe('damage', () => {
  test('a file that is cut at any byte is never clean', async () => {
    const bytes = fixtureBytes('malicious/hickle-4.hkl')
    for (let length = 24; length < bytes.length; length += length < bytes.length - 1500 ? 7 : 1) {
      const { status, findings } = await scanBytes('f.hkl', bytes.slice(0, length))
      expect(status === 'incomplete' || findings.length > 0, `cut at ${length}: ${status}`).toBe(true)
    }
  })

  test.each(['hdf5-chunk-indexes.h5', 'hdf5-chunk-filters.h5'])('%s with bytes changed is read without surprise', (file) => {
    for (const bytes of damaged(fixtureBytes(`malicious/${file}`), 1200)) {
      const superblock = findSuperblock(memorySource(bytes))
      if (superblock === undefined) continue
      let spent = 0
      tolerates(() => {
        const met = walkHdf5(
          memorySource(bytes),
          superblock,
          {
            outside: () => undefined,
            dataset: () => undefined,
            stored: () => undefined,
            problem: () => undefined,
          },
          () => undefined,
          (count) => {
            spent += count
            if (spent > 2 ** 30) throw new Error('the chunks are not bounded')
          },
        )
        for (const { of, value } of met) if (of === 'dataset') tolerates(() => value.source.read(0, Math.min(value.source.size, 1 << 20)))
      })
    }
  })
})
