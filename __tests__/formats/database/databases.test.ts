import { describe, expect, test } from 'vitest'
import { memorySource } from '../../../src/bytes/source.ts'
import { scanBytes } from '../../../src/node/scan-files.ts'
import { lmdbValues } from '../../../src/wire/lmdb.ts'
import { sqliteValues } from '../../../src/wire/sqlite/database.ts'
import { callOf } from '../../helpers/asm.ts'
import { damaged, fixtureBytes, tolerates } from '../../helpers/damage.ts'

const listener = { problem: () => undefined, tick: () => undefined }

async function rulesOf(name: string, bytes: Uint8Array): Promise<{ formats: readonly string[]; rules: string[]; why: string[] }> {
  const { formats, findings, incomplete } = await scanBytes(name, bytes)
  return { formats, rules: findings.map(({ rule, severity }) => `${severity} ${rule}`), why: incomplete.map(({ why }) => why) }
}

describe.each([
  ['pickles.sqlite', 'sqlite'],
  ['data.mdb', 'lmdb'],
])('%s', (file, id) => {
  test('each value that runs something is told, short or long, whatever the name of the file', async () => {
    const { formats, rules, why } = await rulesOf('renamed.bin', fixtureBytes(`malicious/${file}`))
    expect({ formats, why }).toEqual({ formats: [id], why: [] })
    // The first page of a long value is searched once more, as bytes that lie between the values.
    expect(rules.filter((rule) => rule !== 'medium pickle/nested-payload')).toEqual(Array(3).fill('critical pickle/dangerous-call'))
  })

  test('plain values are quiet', async () => {
    expect(await rulesOf('renamed.bin', fixtureBytes(`clean/${file}`))).toEqual({ formats: [id], rules: [], why: [] })
  })

  test('a file with bytes changed is read without surprise', () => {
    for (const bytes of damaged(fixtureBytes(`malicious/${file}`), 1200)) {
      tolerates(() => {
        const source = memorySource(bytes)
        for (const value of id === 'sqlite' ? sqliteValues(source, listener) : lmdbValues(source, listener))
          tolerates(() => value.bytes.read(0, value.bytes.size))
      })
    }
  })

  test('a file that is cut is never clean', async () => {
    const bytes = fixtureBytes(`malicious/${file}`)
    for (let length = 200; length < bytes.length; length += 997) {
      const { rules, why } = await rulesOf(file, bytes.slice(0, length))
      expect(rules.length + why.length, `cut at ${length}`).toBeGreaterThan(0)
    }
  })
})

describe('SQLite', () => {
  test('a chain of overflow pages that goes round in circles ends', () => {
    const bytes = fixtureBytes('malicious/pickles.sqlite').slice()
    // Every page says that page 5 follows it in a chain.
    for (let page = 1024; page < bytes.length; page += 1024) if ((bytes[page] ?? 0) === 0) bytes.set([0, 0, 0, 5], page)
    const problems: string[] = []
    for (const { bytes: value } of sqliteValues(memorySource(bytes), { ...listener, problem: ({ why }) => problems.push(why) }))
      tolerates(() => value.read(0, value.size))
    expect(problems.every((why) => why === 'malformed' || why === 'truncated')).toBe(true)
  })
})

describe('DBM', () => {
  const gdbm = (value: Uint8Array) => Buffer.concat([Buffer.from('cf9a5713', 'hex'), Buffer.alloc(508, 1), value, Buffer.alloc(100)])
  const hash = (value: Uint8Array) =>
    Buffer.concat([Buffer.alloc(12), Buffer.from('61150600', 'hex'), Buffer.alloc(496), value, Buffer.alloc(100)])

  test.each([
    ['gdbm', gdbm],
    ['Berkeley DB', hash],
  ])('%s: a pickle in it is told, and one of plain data is not', async (_name, file) => {
    const bad = await rulesOf('shelf.db', file(callOf('os', 'system', 'echo marker')))
    expect(bad).toEqual({ formats: ['dbm'], rules: ['critical pickle/dangerous-call'], why: [] })
    expect(await rulesOf('shelf.db', file(callOf('collections', 'OrderedDict')))).toEqual({ formats: ['dbm'], rules: [], why: [] })
  })
})
