import { describe, expect, test } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import { asm, callOf } from '../../helpers/asm.ts'
import { damaged } from '../../helpers/damage.ts'
import { sqlite, sqliteLog } from '../../helpers/sqlite-builder.ts'

const attack = callOf('os', 'system', 'echo modelgate-harmless-marker')
const plain = asm('PROTO 2', 'EMPTY_DICT', 'BINUNICODE weights', 'BININT1 1', 'SETITEM', 'STOP')
const hex = (bytes: Uint8Array): string => `x'${Buffer.from(bytes).toString('hex')}'`
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

async function severities(bytes: Uint8Array): Promise<readonly string[]> {
  const { findings, incomplete } = await scanBytes('d.db', bytes)
  return [...findings.map(({ severity }) => severity), ...incomplete.map(({ detail }) => detail)]
}

describe('a value that the schema gives', () => {
  test.each([
    ['a column with a default', (value: Uint8Array) => `create table t (k, v blob default ${hex(value)})`],
    ['a view', (value: Uint8Array) => `create view v as select ${hex(value)}`],
    ['a view that joins two', (value: Uint8Array) => `create view v as select ${hex(value.subarray(0, 9))} || ${hex(value.subarray(9))}`],
  ])('%s', async (_, statement) => {
    expect(await severities(sqlite([statement(attack)], [[1]]))).toContain('critical')
    expect(await severities(sqlite([statement(plain)], [[1]]))).toEqual([])
  })

  test('ordinary statements are quiet', async () => {
    expect(await severities(sqlite(["create table t (k text default 'it''s a name', v default x'00ff')"], [['a', 'b']]))).toEqual([])
  })
})

describe('a text in each encoding', () => {
  test.each([1, 2, 3] as const)('%s', async (encoding) => {
    const table = ['create table t (k, v)']
    expect(await severities(sqlite(table, [[1, base64(attack)]], encoding))).toContain('medium')
    expect(
      await severities(
        sqlite(
          table,
          [
            [1, base64(plain)],
            [2, 'words of people'],
          ],
          encoding,
        ),
      ),
    ).toEqual([])
  })
})

describe('a write-ahead log', () => {
  test('a row that is only in the log is told', async () => {
    expect(await severities(sqliteLog([[1, attack]]))).toEqual(['critical'])
    expect(
      await severities(
        sqliteLog([
          [1, plain],
          [2, 'words'],
        ]),
      ),
    ).toEqual([])
  })

  test('a log with bytes changed is read without surprise', async () => {
    for (const bytes of damaged(sqliteLog([[1, attack]]), 120)) {
      const { incomplete } = await scanBytes('d.db-wal', bytes)
      expect(incomplete.filter(({ why }) => why === 'internal')).toEqual([])
    }
  })
})
