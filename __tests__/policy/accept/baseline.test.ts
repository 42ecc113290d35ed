import { describe, expect, it, test } from 'vitest'
import { baselineAccepts, fingerprint, parseBaseline, writeBaseline } from '../../../src/policy/accept/baseline.ts'
import { file, finding, hash, incomplete, report } from '../../report/samples.ts'

const SHA = 'ab'.repeat(32)
const found = finding({ path: ['a.pt', 'data.pkl'] })
const written = writeBaseline(
  report([
    file('a.pt', { sha256: SHA, findings: [found, finding({ path: ['a.pt', 'data.pkl'], offset: 99, message: 'in other words' })] }),
    file('b.pt', { sha256: SHA, incomplete: [incomplete({ path: ['b.pt'] }), incomplete({ why: 'timeout', path: ['b.pt'] })] }),
    file('c.pt'),
  ]),
  hash,
)
const baseline = parseBaseline(written.text, 'b.json')

test('records each cause once, whatever its offset and wording, and nothing that is of the moment', () => {
  expect(written).toMatchObject({ entries: 2, leftOut: 1 })
  expect([...baseline].map(([path, entries]) => [path, entries.map(({ rule }) => rule)])).toEqual([
    ['a.pt', ['pickle/dangerous-call']],
    ['b.pt', ['scan/incomplete']],
  ])
  expect(JSON.parse(written.text).entries[0].evidence).toBe(found.evidence)
})

test.each<[string, string, string, string, boolean]>([
  ['the same', SHA, found.rule, found.evidence, true],
  ['another content', 'cd'.repeat(32), found.rule, found.evidence, false],
  ['another rule', SHA, 'pickle/unlisted-call', found.evidence, false],
  ['another call', SHA, found.rule, 'os.system()', false],
])('%s is known: %s', (_what, sha256, rule, evidence, known) => {
  const print = fingerprint(hash, rule, found.path, evidence)
  expect(baselineAccepts(baseline.get('a.pt') ?? [], sha256, rule, print)?.by).toBe(known ? 'baseline' : undefined)
})

test('a member is part of the fingerprint, the name of the file is not', () => {
  expect(fingerprint(hash, 'r', ['a', 'x'], 'e')).toBe(fingerprint(hash, 'r', ['b', 'x'], 'e'))
  expect(fingerprint(hash, 'r', ['a', 'x'], 'e')).not.toBe(fingerprint(hash, 'r', ['a', 'y'], 'e'))
})

describe('a text that is not a baseline', () => {
  const entry = { path: 'a', sha256: SHA, rule: 'r', fingerprint: '0123456789abcdef' }
  const text = (value: object): string => JSON.stringify({ version: 1, entries: [value] })
  it('is not refused without need', () => expect(parseBaseline(text(entry), 'b.json').get('a')).toHaveLength(1))
  it.each<[string, RegExp]>([
    ['', /^b\.json: this is not JSON/],
    ['null', /^b\.json: this is not JSON|not a baseline/],
    ['[]', /not a baseline of version 1/],
    ['{"version": 1}', /not a baseline of version 1/],
    [text({ ...entry, sha256: '*' }), /entry 1/],
    [text({ ...entry, fingerprint: 'x' }), /entry 1/],
    [text({ ...entry, path: 1 }), /entry 1/],
    ['{"version": 1, "entries": [null]}', /entry 1/],
  ])('is refused: %j', (content, message) => expect(() => parseBaseline(content, 'b.json')).toThrow(message))
})
