import { describe, expect, it, test } from 'vitest'
import { toJson } from '../../src/report/json.ts'
import { MergeError, mergeReports } from '../../src/report/merge.ts'
import { readReport } from '../../src/report/merge-read.ts'
import { exitCode, withoutFindings } from '../../src/report/verdict.ts'
import type { Report, Suppressed } from '../../src/types/report.ts'
import { file, finding, hostile, hostileNames, incomplete, report, sample } from '../report/samples.ts'

const DIGEST = 'ab'.repeat(32)
const part = (index: number, count: number, whole: Report, over: Partial<Report> = {}) => ({
  name: `r${index}.json`,
  report: { ...whole, shard: { index, count, listDigest: DIGEST }, ...over },
})
const bad = report([file('b.pkl', { findings: [finding({ path: ['b.pkl'] })] })])
const cut = report([file('a.pkl', { incomplete: [incomplete({ path: ['a.pkl'] })] })], {}, ['a notice'])

test('the whole is what one run would have said', () => {
  const merged = mergeReports([part(2, 2, bad), part(1, 2, cut)])
  expect(merged).toEqual(report([...cut.files, ...bad.files], {}, ['a notice']))
  expect(exitCode(merged)).toBe(1)
  expect(merged.shard).toBeUndefined()
})

test('a notice of every shard is said once', () => {
  expect(mergeReports([part(1, 2, cut), part(2, 2, report([], {}, ['a notice', 'another']))]).notices).toEqual(['a notice', 'another'])
})

test.each([
  ['no shard left files out', undefined, undefined, undefined],
  ['one shard left unchanged files out', undefined, true, true],
  ['every shard left unchanged files out', true, true, true],
] as const)('the field partial decides, and no notice: %s', (_what, first, second, merged) => {
  const shard = (index: number, partial: true | undefined) => {
    const { name, report: whole } = part(index, 2, report([], {}, ['changed-only: the others were not scanned.']))
    return { name, report: readReport(toJson({ ...whole, ...(partial && { partial }) }), name) }
  }
  expect(mergeReports([shard(1, first), shard(2, second)]).partial).toBe(merged)
})

test.each<[string, readonly ReturnType<typeof part>[], string]>([
  ['nothing', [], 'no report'],
  ['a gap', [part(1, 4, cut), part(3, 4, bad)], '2 shards of 4 missing: 2, 4'],
  ['a shard twice', [part(1, 2, cut), part(1, 2, bad)], 'both shard 1 of 2'],
  ['a file twice', [part(1, 2, bad), part(2, 2, bad)], 'a file is in two'],
  ['another version', [part(1, 2, cut), part(2, 2, bad, { tool: { name: 'modelgate', version: '9.9.9' } })], 'version 9.9.9'],
  [
    'another digest',
    [part(1, 2, cut), part(2, 2, bad, { shard: { index: 2, count: 2, listDigest: 'cd'.repeat(32) } })],
    'its list of files',
  ],
])('%s is not merged', (_what, parts, message) => {
  expect(() => mergeReports(parts)).toThrow(MergeError)
  expect(() => mergeReports(parts)).toThrow(message)
})

describe('a report that is read', () => {
  const accepted: Suppressed = {
    rule: 'pickle/expansion',
    severity: 'low',
    evidence: 'e',
    path: ['a'],
    by: 'exception',
    reason: 'r',
    expires: '2030-01-01',
  }
  const gate = { failOn: 'never', failOnIncomplete: false, lfsPointers: 'warn' } as const
  it.each<[string, Report]>([
    ['of nothing', report([])],
    ['with a little of everything', sample()],
    ['of a shard', part(2, 3, sample()).report],
    ['of changed files only', { ...sample(), partial: true }],
    ['with more', report([file('a', { suppressed: [accepted], gate, torch: { weightsOnly: false, refused: ['a.b'] } })])],
    ...hostileNames.slice(0, 12).map((name): [string, Report] => ['with hostile text', hostile(name)]),
  ])('is the one that was written: %s', (_what, whole) => {
    expect(readReport(toJson(whole), 'r.json')).toEqual(whole)
  })

  const text = toJson(part(1, 2, sample()).report)
  it.each<[string, string]>([
    ['nothing', ''],
    ['cut', text.slice(0, -20)],
    ['null', 'null'],
    ['a list', '[]'],
    ['of another schema', text.replace('"schemaVersion": 1', '"schemaVersion": 2')],
    ['with a severity that is none', text.replace('"severity":"critical"', '"severity":"none"')],
    ['with a key more', text.replace('"path":"bare.pkl"', '"path":"bare.pkl","x":1')],
    ['with a rule that is none', text.replace('"rule":"pickle/unknown-class"', '"rule":"../x"')],
    ['with a prototype', text.replace('"path":"bare.pkl"', '"path":"bare.pkl","__proto__":{}')],
    ['of shard 0', text.replace('"index":1', '"index":0')],
    ['of shard 3 of 2', text.replace('"index":1', '"index":3')],
    ['without files', text.replace('\n"files"', '\n"fils"')],
  ])('is refused: %s', (_what, broken) => {
    expect(broken).not.toBe(text)
    expect(() => readReport(broken, 'r.json')).toThrow(MergeError)
  })

  it('says nothing that the merge believes: verdict and summary are worked out again', () => {
    const lie = toJson(part(1, 1, bad).report).replace('"verdict": "fail"', '"verdict": "pass"')
    expect(mergeReports([{ name: 'r.json', report: readReport(lie, 'r.json') }]).verdict).toBe('fail')
  })
})

describe('a gate of a file', () => {
  const open = { failOn: 'never', failOnIncomplete: false, lfsPointers: 'ignore' } as const
  const strict = { failOn: 'low', failOnIncomplete: true, lfsPointers: 'fail' } as const
  const low = finding({ severity: 'low', path: ['a.pkl'] })
  it('goes before that of the run', () => {
    expect(report([file('a.pkl', { findings: [finding()], incomplete: [incomplete()], gate: open })]).verdict).toBe('pass')
    expect(report([file('a.pkl', { findings: [low] })]).verdict).toBe('pass')
    expect(report([file('a.pkl', { findings: [low], gate: strict })]).verdict).toBe('fail')
  })
  it('is opened for findings with that of the run', () => {
    const whole = report([file('a.pkl', { findings: [low], gate: strict })])
    expect(exitCode(withoutFindings(whole))).toBe(0)
    expect(exitCode(withoutFindings(report([file('a.pkl', { incomplete: [incomplete()], gate: strict })])))).toBe(2)
  })
})
