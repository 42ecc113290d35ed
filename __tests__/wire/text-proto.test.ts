import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memorySource } from '../../src/bytes/source.ts'
import { textEvents } from '../../src/wire/protobuf/text-format.ts'
import { damaged, tolerates } from '../helpers/damage.ts'

const events = (text: string | Uint8Array): string[] =>
  [...textEvents(memorySource(Buffer.from(text)))].map(({ kind, name, value }) =>
    kind === 'open' ? `${name}{` : kind === 'close' ? `}${name}` : `${name}=${value}`,
  )

describe('the text form', () => {
  test.each([
    ['a: 1 b: -2.5e3 c: TRUE', ['a=1', 'b=-2.5e3', 'c=TRUE']],
    ['a { b: 1 }', ['a{', 'b=1', '}a']],
    ['a: { b: 1 }', ['a{', 'b=1', '}a']],
    ['a < b: 1 >', ['a{', 'b=1', '}a']],
    ['a: [1, 2] b: 3', ['a=1', 'a=2', 'b=3']],
    ['a: [{ b: 1 }, { b: 2 }]', ['a{', 'b=1', '}a', 'a{', 'b=2', '}a']],
    ['a: [] b: 1', ['b=1']],
    ['[ext.name]: 1', ['ext.name=1']],
    ['# comment { "\na: 1 # more', ['a=1']],
    ['a: "x" \'y\'\n"z"', ['a=xyz']],
    ['a: "\\x41\\101\\n\\"\\\\"', ['a=AA\n"\\']],
    ['a: "\\u0050y\\U00000046unc\\u00e9\\ud83d\\ude00"', ['a=PyFuncé😀']],
    ['a: 1, b: 2; c: 3', ['a=1', 'b=2', 'c=3']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(events(text)).toEqual(expected)
  })

  test('long strings are cut', () => {
    expect(events(`a: "${'x'.repeat(200_000)}" b: 1`).map((event) => event.length)).toEqual([4098, 3])
  })
})

test.each([
  ['a {', 'truncated'],
  ['a: "x', 'truncated'],
  ['}', 'malformed'],
  ['a', 'malformed'],
  ['a:', 'malformed'],
  ['a: [[1]]', 'malformed'],
  ['a: "\\u00"', 'malformed'],
  ['a: "\\U00110000"', 'malformed'],
  ['a: "\\ud83d\\n"', 'malformed'],
  ['\u0001', 'malformed'],
  ['a{'.repeat(200), 'limit'],
])('%s is %s', (text, why) => {
  expect(() => events(text)).toThrow(expect.objectContaining({ name: 'ScanError', why }))
})

test('damage gives a ScanError or events', async () => {
  for (const bytes of damaged(Buffer.from('node { name: "a" op: "B" attr { key: "k" value { list { i: [1, 2] } } } } # end\n')))
    tolerates(() => events(bytes))
  await fc.assert(fc.property(fc.string({ maxLength: 100 }), (text) => tolerates(() => events(text))))
})

test('lists of messages that hold lists', () => {
  const source = memorySource(new TextEncoder().encode('a: [{ b: [{ c: "x" }, { c: "y" }] }, { d: [1, 2] }] e: 3'))
  const values = [...textEvents(source)].flatMap(({ kind, name, value }) => (kind === 'value' ? [`${name}=${value}`] : []))
  expect(values).toEqual(['c=x', 'c=y', 'd=1', 'd=2', 'e=3'])
})
