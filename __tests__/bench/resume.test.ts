import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadResults, saveResults, startOrResume } from '../../scripts/bench/results.ts'
import { beyondNode, isDue, measured, ratio, roundsFor } from '../../scripts/bench/samples.ts'
import { ABOUT, FULL, results, runs } from './results-fixture.ts'

/** The rounds that are still to be run, of five. */
const due = (samples: ReturnType<typeof runs>) => [0, 1, 2, 3, 4, 5].filter((round) => isDue(samples, 'a', 'tool', round, 5))

describe('what is left to be run', () => {
  test('is everything, where nothing was measured', () => {
    expect(due([])).toEqual([0, 1, 2, 3, 4, 5])
    expect(due(runs('other', 'tool', [1]))).toEqual([0, 1, 2, 3, 4, 5])
    expect(due(runs('a', 'other', [1]))).toEqual([0, 1, 2, 3, 4, 5])
  })

  test('is what comes after an interruption', () => {
    expect(due(runs('a', 'tool', [0.1, 0.1, 0.1]))).toEqual([3, 4, 5])
    expect(due(runs('a', 'tool', [0.1, 0.1, 0.1, 0.1, 0.1, 0.1]))).toEqual([])
  })

  test('is less of what takes long, and its first run counts', () => {
    expect(due(runs('a', 'tool', [4]))).toEqual([1, 2])
    expect(due(runs('a', 'tool', [20]))).toEqual([1])
    expect(due(runs('a', 'tool', [40]))).toEqual([])
    expect([1, 4, 20, 40].map((seconds) => roundsFor(seconds, 5))).toEqual([5, 3, 2, 1])
  })

  test('is nothing of a tool that was ended, failed or could not read the input', () => {
    for (const outcome of ['time', 'memory', 'failed', 'unread'] as const) expect(due(runs('a', 'tool', [0.1], { outcome }))).toEqual([])
  })
})

describe('figures of samples', () => {
  const some = results([
    ...runs(
      'a',
      'modelgate',
      [9, 1, 2, 3].map((x) => x / 10),
    ),
    ...runs('a', 'node', [0.05, 0.05, 0.05, 0.05]),
    ...runs(
      'a',
      'peer',
      [9, 2, 8, 3].map((x) => x / 10),
    ),
    ...runs('a', 'slow', [10, 12]),
  ])

  test('leave out the round that warms caches', () => {
    expect(measured(some, 'a', 'modelgate')).toMatchObject({ seconds: 0.2, runs: 3, rss: 53 })
    expect(measured(some, 'a', 'slow')).toMatchObject({ seconds: 12, runs: 2 })
    expect(measured(some, 'a', 'nobody')).toBeUndefined()
  })

  test('compare times of the same round, or medians where these are few', () => {
    expect(ratio(some, 'a', 'modelgate', 'peer')).toBe(0.5)
    expect(ratio(some, 'a', 'modelgate', 'slow')).toBeCloseTo(0.2 / 12)
    expect(ratio(some, 'a', 'modelgate', 'nobody')).toBeUndefined()
    expect(beyondNode(some, 'a', 'modelgate', 'node')).toBeCloseTo(0.15)
  })
})

describe('a results file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'modelgate-bench-test-'))
  const path = join(folder, 'results.json')
  afterAll(() => rmSync(folder, { recursive: true }))

  test('comes back as it was saved', () => {
    saveResults(path, FULL)
    expect(loadResults(path)).toEqual(FULL)
    saveResults(path, results([]))
    expect(loadResults(path)).toEqual(results([]))
  })

  test('is gone on with when that is asked, on another day too', () => {
    saveResults(path, FULL)
    expect(startOrResume(path, true, { ...ABOUT, date: '2026-01-03', load: 3 })).toEqual(FULL)
    expect(startOrResume(path, false, ABOUT).samples).toEqual([])
    expect(startOrResume(join(folder, 'none.json'), true, ABOUT).samples).toEqual([])
  })

  test('of other tools or limits is refused', () => {
    expect(() => startOrResume(path, true, { ...ABOUT, limitSeconds: 5 })).toThrow('other tools or limits')
    expect(() => startOrResume(path, true, { ...ABOUT, tools: { modelgate: '1.2.4' } })).toThrow('other tools or limits')
  })

  test('of something else is refused', () => {
    expect(() => loadResults('package.json')).toThrow('no results file')
  })
})
