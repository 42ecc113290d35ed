import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ByteSource, memorySource } from '../../src/bytes/source.ts'
import { hasEndRecord, readZip, startsLikeZip } from '../../src/wire/zip/archive.ts'
import { buildZip, type EntrySpec, type ZipSpec } from '../helpers/zip-builder.ts'

const pickle: EntrySpec = { name: 'archive/data.pkl', data: 'pickle' }
const tensor: EntrySpec = { name: 'archive/data/0', data: 'tensor' }
const nested = buildZip([{ name: 'inner.txt', data: 'x' }])

const read = (bytes: Uint8Array) => readZip(memorySource(bytes))
const differences = (bytes: Uint8Array): string[] => read(bytes).notes.map((note) => note.difference)

describe('archives that tools write have no differences', () => {
  it.each<[string, readonly EntrySpec[], ZipSpec?]>([
    ['plain', [pickle, tensor]],
    ['deflated', [{ ...pickle, deflate: true }, tensor]],
    [
      'torch: data descriptors, padding, zip64 end record',
      [
        { ...pickle, descriptor: true, padding: 40 },
        { ...tensor, descriptor: true, padding: 9 },
      ],
      { zip64: true },
    ],
    ['streamed, deflated', [{ ...pickle, descriptor: true, deflate: true }]],
    ['a comment', [pickle], { comment: 'made by a tool' }],
    ['a zip stored in it', [{ name: 'inner.zip', data: nested }, tensor]],
    ['a zip stored last', [tensor, { name: 'inner.zip', data: nested }]],
    ['folders named twice', [{ name: 'a/' }, { name: 'a/' }, tensor]],
    ['no entries', []],
  ])('%s', (_name, entries, spec) => {
    const reading = read(buildZip(entries, spec))
    expect(reading.notes).toEqual([])
    expect(reading.problems).toEqual([])
    expect(reading.entries.map((entry) => entry.name)).toEqual(entries.map((entry) => entry.name))
  })
})

describe('what readers disagree on is stated, and every entry is found', () => {
  it.each<[string, readonly EntrySpec[], ZipSpec | undefined, readonly string[], readonly string[]]>([
    ['another local name', [{ ...pickle, local: { name: 'archive/readme.t' } }, tensor], undefined, ['name'], []],
    ['a longer local name', [{ ...pickle, local: { name: 'archive/data.pkl.txt' } }, tensor], undefined, ['name'], []],
    ['another local method', [{ ...pickle, local: { method: 8 } }, tensor], undefined, ['method'], ['archive/data.pkl']],
    ['another local size', [{ ...pickle, local: { compressedSize: 2, size: 2 } }, tensor], undefined, ['size'], ['archive/data.pkl']],
    ['no local checksum', [{ ...pickle, local: { crc: 0 } }, tensor], undefined, ['crc'], []],
    ['encrypted by the local header only', [{ ...pickle, local: { flags: 0x801 } }, tensor], undefined, ['flags'], []],
    ['patched data', [{ ...pickle, flags: 0x820 }, tensor], undefined, ['flags'], []],
    ['stored, with two sizes', [{ ...pickle, size: 3 }, tensor], undefined, ['size'], []],
    ['two of one name', [pickle, { ...pickle, data: 'other.' }, tensor], undefined, ['duplicate'], []],
    ['two cases of one name', [pickle, { ...pickle, name: 'archive/DATA.PKL' }], undefined, ['case-variant'], []],
    ['a NUL', [{ ...pickle, name: 'archive/data.pkl\0x' }], undefined, ['nul-in-name'], []],
    ['a hidden entry last', [pickle, { ...tensor, hidden: true }], undefined, ['hidden-entry'], []],
    ['a hidden entry first', [{ ...tensor, hidden: true }, pickle], undefined, ['hidden-entry'], []],
    [
      'hidden entries in a row',
      [
        pickle,
        { ...tensor, hidden: true },
        { ...tensor, name: 'b', hidden: true, descriptor: true },
        { ...tensor, name: 'c', hidden: true },
      ],
      undefined,
      ['hidden-entry', 'hidden-entry', 'hidden-entry'],
      [],
    ],
    ['a prefix', [pickle], { prefix: Buffer.from('#!/bin/sh\n') }, ['prefix'], []],
    ['a prefix that offsets count', [pickle], { prefix: Buffer.from('#!/bin/sh\n'), adjusted: true }, ['prefix'], []],
    ['a prefix before zip64 records', [pickle], { prefix: Buffer.from('12345678'), zip64: true }, ['prefix'], []],
    ['a tail', [pickle], { tail: Buffer.alloc(800, 65) }, ['tail'], []],
    ['too few entries declared', [pickle, tensor], { count: 1 }, ['end-record'], []],
    ['too many entries declared', [pickle, tensor], { count: 9 }, ['end-record'], []],
    ['two end records', [pickle], { ends: 2 }, ['end-record'], []],
  ])('%s', (_name, entries, spec, expected, again) => {
    const reading = read(buildZip(entries, spec))
    expect(reading.notes.map((note) => note.difference)).toEqual(expected)
    expect(reading.problems).toEqual([])
    const names = entries.map((entry) => entry.name)
    expect(reading.entries.map((entry) => entry.name).sort()).toEqual([...names, ...again].sort())
  })

  it('tells twins with the same content from twins with another', () => {
    expect(read(buildZip([pickle, pickle])).notes[0]?.detail).toContain('identical content')
    expect(read(buildZip([pickle, { ...pickle, data: 'evil..' }])).notes[0]?.detail).toContain('other content')
  })

  it('finds the entries of both archives when one is put behind the other', () => {
    const reading = read(Buffer.concat([buildZip([pickle]), buildZip([tensor])]))
    expect(reading.entries.map((entry) => entry.name).sort()).toEqual([pickle.name, tensor.name])
    expect(reading.notes.map((note) => note.difference)).toContain('end-record')
  })

  it('uses the data of both headers when they disagree', () => {
    const reading = read(buildZip([{ ...pickle, local: { compressedSize: 2, size: 2 } }]))
    expect(reading.entries.map(({ compressedSize, listedBy }) => [compressedSize, listedBy])).toEqual([
      [6, 'directory'],
      [2, 'local-header'],
    ])
  })

  it('does not let an entry that claims the rest of the file hide others', () => {
    const reading = read(
      buildZip([
        { ...tensor, compressedSize: 100_000, size: 100_000, local: { compressedSize: 100_000, size: 100_000 } },
        { ...pickle, hidden: true },
      ]),
    )
    expect(reading.entries.map((entry) => entry.name)).toContain(pickle.name)
  })

  it('keeps twenty-five of a kind and counts the rest', () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ name: `m${index}`, data: 'x', local: { name: `n${index}` } }))
    const { notes } = read(buildZip(many))
    expect(notes).toHaveLength(26)
    expect(notes.at(-1)?.detail).toBe('15 more of this kind')
  })
})

describe('names', () => {
  it.each([
    ['UTF-8', 0x800, 'ä.txt', 'ä.txt'],
    ['code page 437', 0, 'ä.txt', '├ñ.txt'],
  ])('are decoded as %s', (_name, flags, written, shown) => {
    expect(read(buildZip([{ name: written, flags }])).entries[0]?.name).toBe(shown)
  })
})

describe('damaged archives', () => {
  it('without a directory are read through their local headers', () => {
    const whole = buildZip([pickle, tensor, { name: 'last', data: 'x'.repeat(100) }])
    const reading = read(whole.subarray(0, 150))
    expect(reading.entries.map((entry) => entry.name)).toEqual([pickle.name, tensor.name, 'last'])
    expect(reading.problems.map((problem) => problem.why)).toEqual(['truncated'])
  })

  it('without a directory and without sizes, too', () => {
    const whole = buildZip([
      { ...pickle, descriptor: true },
      { ...tensor, descriptor: true },
    ])
    const reading = read(whole.subarray(0, 130))
    expect(reading.entries.map(({ name, compressedSize }) => [name, compressedSize])).toEqual([
      [pickle.name, 6],
      [tensor.name, 6],
    ])
  })

  it('say where an entry has no local header', () => {
    const reading = read(buildZip([{ ...pickle, headerOffset: 999_999 }, tensor]))
    expect(reading.entries.find((entry) => entry.headerOffset === 999_999)?.dataOffset).toBeUndefined()
    expect(reading.entries.map((entry) => entry.name)).toContain(tensor.name)
  })

  it('say when the directory breaks off', () => {
    const whole = Buffer.from(buildZip([pickle, tensor, { name: 'third', data: 'x' }]))
    const second = whole.indexOf('PK\x01\x02', whole.indexOf('PK\x01\x02') + 1, 'latin1')
    whole[second] = 0
    const reading = read(whole)
    expect(reading.problems.map((problem) => problem.why)).toEqual(['malformed'])
    expect(reading.entries.map((entry) => entry.name).sort()).toEqual([pickle.name, tensor.name, 'third'])
  })

  it('stop at the cap of entries and say so', () => {
    const reading = readZip(memorySource(buildZip([pickle, tensor, { name: 'third', data: 'x' }])), { entries: 2 })
    expect(reading.problems.map((problem) => problem.why)).toContain('limit')
    expect(reading.entries).toHaveLength(2)
  })
})

/** Counts what is read, and fails on any read outside of the source. */
function counting(bytes: Uint8Array): { source: ByteSource; reads: () => number; bytes: () => number } {
  const inner = memorySource(bytes)
  let reads = 0
  let total = 0
  const note = (offset: number, length: number): void => {
    if (!(offset >= 0 && offset <= bytes.length && length >= 0)) throw new Error(`read of ${length} at ${offset}`)
    reads++
    total += Math.min(length, bytes.length - offset)
  }
  const source: ByteSource = {
    kind: 'source',
    size: inner.size,
    read(offset, length) {
      note(offset, length)
      return inner.read(offset, length)
    },
    readInto(target, offset) {
      note(offset, target.length)
      return inner.readInto(target, offset)
    },
  }
  return { source, reads: () => reads, bytes: () => total }
}

describe('cost', () => {
  it.each([
    ['small tensors', 20_000, 100],
    ['larger tensors', 2_000, 5_000],
  ])('is under 600 bytes an entry beside directory and tail: %s', (_name, count, size) => {
    const data = Buffer.alloc(size)
    const bytes = buildZip(
      Array.from({ length: count }, (_, index) => ({ name: `archive/data/${index}`, data, descriptor: true, padding: 20 })),
    )
    const counter = counting(bytes)
    const reading = readZip(counter.source)
    expect(reading.entries).toHaveLength(count)
    expect(reading.notes).toEqual([])
    const directory = count * 64
    expect(counter.bytes()).toBeLessThan(count * 600 + directory + 300_000)
    expect(counter.reads()).toBeLessThan(count * 1.1)
  })

  it('does not read a large stored entry', () => {
    const counter = counting(buildZip([{ name: 'big', data: Buffer.alloc(20_000_000) }, pickle]))
    readZip(counter.source)
    expect(counter.bytes()).toBeLessThan(200_000)
  })

  it('is bounded where many local headers claim long names', () => {
    const header = Buffer.from(buildZip([{ name: 'a', hidden: true }])).subarray(0, 30)
    header.writeUInt16LE(0xffff, 26)
    const counter = counting(Buffer.concat(Array.from({ length: 20_000 }, () => header)))
    readZip(counter.source)
    expect(counter.bytes()).toBeLessThan(140_000_000)
  })
})

describe('any bytes', () => {
  const base = buildZip(
    [
      { ...pickle, deflate: true },
      { ...tensor, descriptor: true, padding: 8 },
      { name: 'inner.zip', data: nested },
    ],
    { zip64: true, comment: 'c' },
  )

  it('never make it throw or read outside of the source', () => {
    const flips = fc.array(fc.tuple(fc.nat(base.length - 1), fc.nat(255)), { maxLength: 12 })
    fc.assert(
      fc.property(flips, fc.nat(base.length), fc.boolean(), (changes, cut, truncate) => {
        const bytes = Uint8Array.from(base)
        for (const [at, value] of changes) bytes[at] = value
        const { entries } = readZip(counting(truncate ? bytes.subarray(0, cut) : bytes).source)
        for (const entry of entries) expect(entry.compressedSize).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 400 },
    )
  })

  it('match by head or by a plausible end record only', () => {
    expect(startsLikeZip(base)).toBe(true)
    expect(startsLikeZip(Buffer.from('PK'))).toBe(false)
    expect(hasEndRecord(base.subarray(-200), base.length)).toBe(true)
    // Python's zipfile finds the directory by its size alone, and trusts a zip64 record more than the end record.
    for (const count of [0, 9]) {
      const miscounted = buildZip([{ name: 'a.pkl', data: 'x' }], { prefix: Buffer.alloc(20, 0x2e), count })
      expect(hasEndRecord(miscounted.subarray(-200), miscounted.length)).toBe(true)
    }
    const large = Buffer.from(buildZip([{ name: 'a.pkl', data: 'x' }], { prefix: Buffer.alloc(20, 0x2e), zip64: true }))
    large.writeUInt32LE(0x9da5, large.length - 10)
    expect(hasEndRecord(large.subarray(-200), large.length)).toBe(true)
    const noise = Buffer.concat([Buffer.alloc(100, 0x41), Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(40, 0x41)])
    expect(hasEndRecord(noise, noise.length)).toBe(false)
    expect(differences(noise)).toContain('end-record')
  })
})
