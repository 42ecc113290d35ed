import { expect, test } from 'vitest'
import { scanBytes } from '../../src/node/scan-files.ts'

/** A number, or a list of it, of which each step makes a pair: `DUP TUPLE2`, or a list of what the memo holds, twice. */
const tuples = (steps: number) => Uint8Array.from([0x80, 2, 0x4b, 1, ...Array.from({ length: steps }, () => [0x32, 0x86]).flat(), 0x2e])
const lists = (steps: number) =>
  Uint8Array.from([
    ...[0x80, 2, 0x5d, 0x71, 0],
    ...Array.from({ length: steps }, (_, step) => [0x30, 0x5d, 0x28, 0x68, step, 0x68, step, 0x65, 0x71, step + 1]).flat(),
    0x2e,
  ])
/** A row of `columns` numbers, `rows` times. */
const shared = (rows: number, columns: number) =>
  Uint8Array.from([
    ...[0x80, 2, 0x5d, 0x28, 0x5d, 0x71, 0, 0x28],
    ...Array.from({ length: columns }, () => [0x4b, 1]).flat(),
    0x65,
    ...Array.from({ length: rows }, () => [0x68, 0]).flat(),
    ...[0x65, 0x2e],
  ])

const rules = async (bytes: Uint8Array) => (await scanBytes('model.pkl', bytes)).findings.map(({ rule }) => rule)

test.each([
  ['pairs of pairs', tuples(30)],
  ['lists of lists', lists(30)],
  ['many more', lists(60)],
])('%s of a billion leaves in a few bytes are told', async (_, bytes) => {
  expect(await rules(bytes)).toEqual(['pickle/expansion'])
})

test.each([
  ['a few steps', tuples(20)],
  ['a row that is shared by a thousand', shared(1000, 500)],
  ['a row that is shared by a hundred thousand', shared(100_000, 1000)],
])('%s are quiet', async (_, bytes) => {
  expect(await rules(bytes)).toEqual([])
})
