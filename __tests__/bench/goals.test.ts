import { describe, expect, test } from 'vitest'
import { CASES, casesNamed } from '../../scripts/bench/cases.ts'
import { GOALS, type Goal } from '../../scripts/bench/goals.ts'
import { judgeGoals } from '../../scripts/bench/judge.ts'
import { FULL, results, runs } from './results-fixture.ts'

const judged = (goal: Goal, from = FULL) => judgeGoals(from, [goal])[0]
const state = (goal: Goal, from = FULL) => judged(goal, from)?.state

describe('a goal', () => {
  test.each<readonly [Goal, number]>([
    [{ case: 'small.pkl', kind: 'ratio', tool: 'picklescan', limit: 1 }, 0.5],
    [{ case: 'dense.pkl', kind: 'of', other: 'opcodes-2.4M.pkl', limit: 1 }, 5],
    [{ case: 'dense.pkl', kind: 'growth', other: 'opcodes-2.4M.pkl', limit: 1 }, 0.475 / 0.075],
    [{ case: 'small.pkl', kind: 'beyond', limit: 1 }, 25],
    [{ case: 'dense.pkl', kind: 'beyond', per: 'opcodes', limit: 1 }, 0.475 / 24],
    [{ case: 'small.pkl', kind: 'rss', limit: 1 }, 53],
    [{ case: 'small.pkl', kind: 'seconds', limit: 1 }, 0.05],
  ])('%j is an upper limit', (goal, value) => {
    expect(judged(goal)?.value).toBeCloseTo(value)
    expect(state({ ...goal, limit: value * 1.001 })).toBe('met')
    expect(state({ ...goal, limit: value * 0.999 })).toBe('missed')
  })

  test.each<readonly [Goal, number]>([
    [{ case: 'small.pkl', kind: 'speed', tool: 'picklescan', limit: 1 }, 2],
    [{ case: 'dense.pkl', kind: 'rate', per: 'opcodes', limit: 1 }, 48],
  ])('%j is a lower limit', (goal, value) => {
    expect(judged(goal)?.value).toBeCloseTo(value)
    expect(state({ ...goal, limit: value * 0.999 })).toBe('met')
    expect(state({ ...goal, limit: value * 1.001 })).toBe('missed')
  })

  test('is not judged where nothing was measured', () => {
    expect(judged({ case: 'big512.pkl', kind: 'rss', limit: 64 })).toBeUndefined()
    expect(judged({ case: 'small.pkl', kind: 'ratio', tool: 'modelscan', limit: 1 })).toBeUndefined()
  })

  test('is open where the other tool could not read the input', () => {
    expect(state({ case: 'small.pt', kind: 'ratio', tool: 'fickling', limit: 9 })).toBe('unknown')
  })

  test('is met where the other tool was ended at a limit that decides it, and open where that does not', () => {
    expect(judged({ case: 'dense.pkl', kind: 'speed', tool: 'fickling', limit: 50 })).toMatchObject({ state: 'met', bound: true })
    expect(state({ case: 'dense.pkl', kind: 'speed', tool: 'fickling', limit: 200 })).toBe('unknown')
  })

  test('is missed where the input was not read to its end', () => {
    const broken = results(runs('small.pkl', 'modelgate', [0.05, 0.05], { files: { incomplete: 1 } }))
    expect(state({ case: 'small.pkl', kind: 'seconds', limit: 1 }, broken)).toBe('unread')
    const failed = results(runs('hostile-marks.pkl', 'modelgate', [0.05], { outcome: 'failed' }))
    expect(state({ case: 'hostile-marks.pkl', kind: 'seconds', limit: 1 }, failed)).toBe('unread')
  })
})

test('every goal is of a case that there is', () => {
  const names = new Set(CASES.map(({ name }) => name))
  expect(names.size).toBe(CASES.length)
  for (const goal of GOALS) expect(names).toContain('other' in goal ? goal.other : goal.case)
  for (const goal of GOALS) expect(names).toContain(goal.case)
})

test('cases are chosen by name or group', () => {
  expect(casesNamed([])).toEqual(CASES)
  expect(casesNamed(['small.pt', 'decoders']).map(({ name }) => name)).toEqual([
    'small.pt',
    'zlib.joblib',
    'bz2.joblib',
    'xz.joblib',
    'lz4.joblib',
  ])
  expect(() => casesNamed(['small'])).toThrow('no such case')
})
