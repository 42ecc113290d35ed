import { describe, expect, test } from 'vitest'
import { counts, exitCode, fileReport, verdictText } from '../../src/report/verdict.ts'
import type { Severity } from '../../src/types/finding.ts'
import type { Gate } from '../../src/types/report.ts'
import { file, finding, incomplete, report, sample } from './samples.ts'

const withFinding = (severity: Severity) => file('a.pkl', { findings: [finding({ severity })] })
const cut = file('b.pkl', { incomplete: [incomplete()] })
const pointer = file('c.pt', { incomplete: [incomplete({ why: 'lfs-pointer' })] })

describe('exit code', () => {
  test.each<[string, Parameters<typeof report>[0], Partial<Gate>, 0 | 1 | 2]>([
    ['nothing', [], {}, 0],
    ['clean', [file('a.pkl')], {}, 0],
    ['unrecognised', [file('a.bin', { formats: [] })], {}, 0],
    ['at the threshold', [withFinding('high')], {}, 1],
    ['over the threshold', [withFinding('critical')], {}, 1],
    ['under the threshold', [withFinding('medium')], {}, 0],
    ['lower threshold', [withFinding('medium')], { failOn: 'medium' }, 1],
    ['never', [withFinding('critical')], { failOn: 'never' }, 0],
    ['incomplete', [cut], {}, 2],
    ['incomplete allowed', [cut], { failOnIncomplete: false }, 0],
    ['never does not allow incomplete', [cut], { failOn: 'never' }, 2],
    ['a finding outranks an incomplete', [withFinding('high'), cut], {}, 1],
    ['an incomplete beside a small finding', [withFinding('low'), cut], {}, 2],
    ['pointer', [pointer], {}, 2],
    ['pointer warned', [pointer], { lfsPointers: 'warn' }, 0],
    ['pointer ignored', [pointer], { lfsPointers: 'ignore' }, 0],
    ['pointer fails on its own', [pointer], { failOnIncomplete: false }, 2],
  ])('%s', (_name, files, gate, code) => {
    const built = report(files, gate)
    expect(exitCode(built)).toBe(code)
    expect(built.verdict).toBe(code === 0 ? 'pass' : 'fail')
  })
})

test('files are sorted by code unit and have their status', () => {
  const both = file('Z.pkl', { findings: [finding({ severity: 'low' }), finding()], incomplete: [incomplete()] })
  const built = report([file('a.pkl'), cut, both, file('ä.bin', { formats: [] })])
  expect(built.files.map(({ path, status }) => `${path} ${status}`)).toEqual([
    'Z.pkl findings',
    'a.pkl clean',
    'b.pkl incomplete',
    'ä.bin unrecognised',
  ])
  expect(built.files[0]?.findings.map(({ severity }) => severity)).toEqual(['critical', 'low'])
})

test('clean files have one empty list among them, and are taken as they are', () => {
  const [a, b] = [fileReport(file('a.pkl')), fileReport(file('b.pkl'))]
  expect(new Set([a.findings, a.incomplete, b.findings, b.incomplete]).size).toBe(1)
  expect(Object.isFrozen(a.findings)).toBe(true)
  const built = report([b, a])
  expect(built.files[0]).toBe(a)
  expect(built.files[1]).toBe(b)
})

test('a status that does not fit is put right', () => {
  const lie = { ...fileReport(withFinding('high')), status: 'clean' as const }
  expect(report([lie]).files[0]?.status).toBe('findings')
  expect(report([{ ...fileReport(file('a.pkl')), status: 'unrecognised' as const }]).files[0]?.status).toBe('clean')
})

test('the gate is copied, not the whole policy', () => {
  const policy = { failOn: 'high', failOnIncomplete: true, lfsPointers: 'fail', allow: ['a.B'] } as const
  expect(report([], policy).gate).toEqual({ failOn: 'high', failOnIncomplete: true, lfsPointers: 'fail' })
})

test('counts', () => {
  expect(counts(sample())).toEqual({
    files: 5,
    bytes: 3_204_000,
    findings: 3,
    critical: 1,
    high: 1,
    medium: 1,
    low: 0,
    unsafeFiles: 2,
    filesWithFindings: 2,
    incompleteFiles: 1,
    incomplete: 1,
    empty: 0,
    unrecognised: 1,
    suppressed: 0,
  })
})

test.each([
  [report([]), 'no file was scanned — 0 files, 0 B'],
  [report([file('a.pkl')]), 'nothing unsafe found — 1 file, 1.0 kB'],
  [{ ...report([file('a.pkl')]), partial: true as const }, 'nothing unsafe found — 1 file, 1.0 kB; unchanged files were not scanned'],
  [report([withFinding('medium')]), '1 file with findings (1 medium) — 1 file, 1.0 kB'],
  [report([cut, withFinding('high')]), '1 file unsafe (1 high), 1 incomplete — 2 files, 2.0 kB'],
])('verdict line %#', (built, line) => {
  expect(verdictText(built)).toBe(line)
})
