import { describe, expect, test } from 'vitest'
import { ScanError } from '../../src/bytes/errors.ts'
import { type ByteSource, memorySource } from '../../src/bytes/source.ts'
import { findSuperblock, walkHdf5 } from '../../src/wire/hdf5/objects.ts'
import type { Hdf5Value } from '../../src/wire/hdf5/values.ts'
import * as files from './hdf5-vectors.ts'

interface Seen {
  readonly attributes: Map<string, string>
  readonly objects: Set<string>
  readonly outside: string[]
  readonly data: string[]
  readonly datasets: Map<string, readonly number[]>
  readonly problems: ScanError[]
}

/** Everything that the walk meets. Reading outside of the bytes is an error. */
function walk(bytes: Uint8Array, source: ByteSource = strict(bytes)): Seen {
  const seen: Seen = { attributes: new Map(), objects: new Set(), outside: [], data: [], datasets: new Map(), problems: [] }
  const textOf = ({ source: value }: Hdf5Value, length = value.size): string => Buffer.from(value.read(0, length)).toString('latin1')
  const superblock = findSuperblock(memorySource(bytes))
  if (superblock === undefined) return seen
  try {
    const met = walkHdf5(
      source,
      superblock,
      {
        outside: (object, path, how) => seen.outside.push(`${object} ${how} ${path}`),
        stored: () => undefined,
        dataset: (object, shape) => seen.datasets.set(object, shape),
        problem: (error) => seen.problems.push(error),
      },
      () => undefined,
      () => undefined,
    )
    for (const bytes of met) {
      if (bytes.of === 'attribute') seen.attributes.set(`${bytes.object}@${bytes.name}`, textOf(bytes.value))
      else seen.data.push(`${bytes.object}${bytes.declared === 'pickle' ? ' pickled' : ''} ${textOf(bytes.value, 2)}`)
    }
  } catch (error) {
    if (!(error instanceof ScanError)) throw error
    seen.problems.push(error)
  }
  return seen
}

/** Complains about reads that the size would have told to be outside. */
function strict(bytes: Uint8Array): ByteSource {
  const inner = memorySource(bytes)
  return {
    ...inner,
    read(offset, length) {
      if (offset < 0 || offset > bytes.length || !Number.isSafeInteger(offset) || !(length >= 0))
        throw new RangeError(`read(${offset}, ${length}) of ${bytes.length}`)
      return inner.read(offset, length)
    },
  }
}

describe.each([
  ['the oldest layout', files.earliest],
  ['the newest layout', files.latest],
])('%s', (_name, bytes) => {
  const seen = walk(bytes)

  test('is read without a problem', () => {
    expect(seen.problems).toEqual([])
  })

  test('gives every attribute, also those in heaps', () => {
    const expected = Array.from({ length: 40 }, (_, i) => 'x'.repeat(10 * i))
    expect(expected.map((_, i) => seen.attributes.get(`/@attribute_${i}`) ?? '')).toEqual(expected)
    expect(seen.attributes.get('/@long')).toBe('y'.repeat(6000))
  })

  test('gives the shapes and the strings of datasets', () => {
    expect(seen.datasets.get('/compressed')).toEqual([20, 20])
    expect(seen.data).toEqual(['/strings a', '/strings bb', '/strings cc'])
  })
})

describe('what lies outside of the file', () => {
  test.each([
    ['an external link', files.externalLink, ['/x HDF5 external link /etc/hostname']],
    ['external storage', files.externalStorage, ['/d external storage /etc/hostname']],
    ['a virtual dataset', files.virtualDataset, ['/v virtual dataset ../outside_0.h5', '/v virtual dataset ../outside_1.h5']],
    ['nothing', files.latest, []],
  ])('%s', (_name, bytes, expected) => {
    expect(walk(bytes).outside).toEqual(expected)
  })
})

test('an array that PyTables unpickles is told to be one', () => {
  expect(walk(files.pytablesObjects).data).toEqual([
    expect.stringContaining('/objects pickled \x80'),
    expect.stringContaining('/objects pickled \x80'),
  ])
})

test('a superblock behind a user block is found, and addresses count from it', () => {
  expect(findSuperblock(memorySource(files.userBlock))).toBe(1024)
  expect(walk(files.userBlock).attributes.get('/@a')).toBe('b')
})

test('a large file costs little more than its structure', () => {
  const { size, readInto, read } = memorySource(files.kerasModel)
  let taken = 0
  const counting: ByteSource = {
    kind: 'source',
    size: size + 2 ** 40,
    readInto,
    read(offset, length) {
      taken += length
      return read(offset, length)
    },
  }
  walk(files.kerasModel, counting)
  expect(taken).toBeLessThanOrEqual(size + 512)
})

describe('broken files', () => {
  test('no structure can send the walk round in circles', () => {
    // The continuation of a header, and the children of a group's tree, point back to where they came from.
    const bytes = files.externalLink.slice()
    const view = new DataView(bytes.buffer)
    for (let at = 96; at + 8 <= bytes.length; at += 8)
      if (Number(view.getBigUint64(at, true)) < bytes.length && view.getUint32(at, true) > 96) view.setBigUint64(at, 96n, true)
    expect(walk(bytes).problems.every((error) => error.why !== 'timeout')).toBe(true)
  })

  test.each([
    ['latest', files.latest],
    ['virtual', files.virtualDataset],
    ['external', files.externalStorage],
    ['pytables', files.pytablesObjects],
  ])('%s, cut at any byte, is read without surprise', (_name, bytes) => {
    const step = Math.max(1, Math.floor(bytes.length / 300))
    for (let end = 0; end < bytes.length; end += step) {
      const { problems } = walk(bytes.slice(0, end))
      if (end >= 48) expect(problems.length).toBeGreaterThan(0)
    }
  })

  test.each([
    ['earliest', files.earliest],
    ['latest', files.latest],
    ['virtual', files.virtualDataset],
    ['external', files.externalStorage],
    ['pytables', files.pytablesObjects],
  ])('%s with random bytes changed is read without surprise', (_name, bytes) => {
    let state = 12345
    const random = (limit: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      return Math.floor((state / 2 ** 32) * limit)
    }
    const interesting = [0, 1, 0x7f, 0x80, 0xff]
    for (let round = 0; round < 120; round++) {
      const changed = bytes.slice()
      for (let i = 0; i < 1 + random(4); i++)
        changed[8 + random(Math.min(bytes.length, 4000) - 8)] = interesting[random(interesting.length)] ?? random(256)
      for (const { why } of walk(changed).problems) expect(['truncated', 'malformed', 'unsupported', 'limit']).toContain(why)
    }
  })
})
