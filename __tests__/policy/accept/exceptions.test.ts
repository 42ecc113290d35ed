import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { exceptionNotices, exceptionOf, exceptionsFor, suppress } from '../../../src/policy/accept/exceptions.ts'
import { globMatches, globProblem } from '../../../src/policy/file/glob.ts'
import type { Exception } from '../../../src/policy/policy.ts'
import type { Finding } from '../../../src/types/finding.ts'

const SHA = 'ab'.repeat(32)
const OTHER = 'cd'.repeat(32)
const exception = (over: Partial<Exception> = {}): Exception => ({
  path: 'models/*.pkl',
  sha256: SHA,
  rule: 'pickle/unlisted-call',
  reason: 'known',
  expires: '2026-06-30',
  ...over,
})
const finding = (over: Partial<Finding> = {}): Finding => ({
  rule: 'pickle/unlisted-call',
  severity: 'high',
  message: 'm',
  path: ['models/a.pkl'],
  evidence: 'a.b()',
  count: 1,
  ...over,
})

test.each<[string, string, boolean]>([
  ['a.pkl', 'a.pkl', true],
  ['a.pkl', 'b/a.pkl', false],
  ['*.pkl', 'a.pkl', true],
  ['*.pkl', 'b/a.pkl', false],
  ['*', '', true],
  ['a?c', 'abc', true],
  ['a?c', 'a/c', false],
  ['**', 'a/b/c', true],
  ['**/*.pkl', 'a.pkl', true],
  ['**/*.pkl', 'x/y/a.pkl', true],
  ['a/**', 'a/b/c', true],
  ['a/**', 'b/a/c', false],
  ['a/', 'a/b/c', true],
  ['a/', 'ab/c', false],
  ['a/**/z', 'a/z', true],
  ['a/**/z', 'a/b/c/z', true],
  ['a/**/b/**/z', 'a/x/b/y/b/z', true],
  ['a/**/z', 'a/b/c', false],
  ['[ab].pkl', '[ab].pkl', true],
  ['[ab].pkl', 'a.pkl', false],
  ['a.pkl', 'A.pkl', false],
  ['a+(b).pkl', 'a+(b).pkl', true],
  ['**/a', '/abs/a', true],
  ['x', 'xy', false],
])('glob %s and %s: %s', (glob, path, matches) => {
  expect(globMatches(glob, path)).toBe(matches)
})

test.each(['', 'a\\b', '{a,b}', '!a', './a', 'a/../b', '..'])('%j cannot be meant', (glob) => {
  expect(globProblem(glob)).toBeDefined()
})

test('a glob means the same as the regular expression it stands for', () => {
  const part = fc.array(fc.constantFrom('a', 'b', '*', '?'), { minLength: 1, maxLength: 4 }).map((chars) => chars.join(''))
  const segment = fc.oneof({ weight: 3, arbitrary: part }, { weight: 1, arbitrary: fc.constant('**') })
  const name = fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 4 }).map((chars) => chars.join(''))
  const path = fc.array(name, { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), path, (glob, names) => {
      const source = glob.map((each) =>
        each === '**' ? '(?:[^/]+/)*' : `${[...each].map((c) => (c === '*' ? '[^/]*' : c === '?' ? '[^/]' : c)).join('')}/`,
      )
      // Two stars in a row inside a name are one; a segment of nothing but two is a folder pattern, which the generator makes by itself.
      expect(globMatches(glob.join('/'), names.join('/'))).toBe(new RegExp(`^${source.join('')}$`).test(`${names.join('/')}/`))
    }),
  )
})

test('many stars cost no more than pattern times path', () => {
  expect(globMatches(`${'*a'.repeat(500)}b`, 'a'.repeat(2000))).toBe(false)
  expect(globMatches(`${'**/a/'.repeat(300)}b`, 'a/'.repeat(1000))).toBe(false)
})

describe('an exception accepts', () => {
  it.each<[string, Partial<Exception>, string, boolean]>([
    ['its rule and content', {}, '2026-01-01', true],
    ['on its last day', {}, '2026-06-30', true],
    ['not a day later', {}, '2026-07-01', false],
    ['no other content', { sha256: OTHER }, '2026-01-01', false],
    ['no other rule', { rule: 'pickle/expansion' }, '2026-01-01', false],
    ['every rule', { rule: '*' }, '2026-01-01', true],
  ])('%s', (_what, over, today, accepted) => {
    const found = exceptionOf([exception(over)], 'pickle/unlisted-call', SHA, today)
    expect(found).toEqual(accepted ? { by: 'exception', reason: 'known', expires: '2026-06-30' } : undefined)
  })

  it('files of its path', () => {
    const all = [exception(), exception({ path: 'other/**' })]
    expect(exceptionsFor(all, 'models/a.pkl')).toEqual([all[0]])
    expect(exceptionsFor(all, 'models/deep/a.pkl')).toEqual([])
  })
})

test('what is accepted is taken out and comes back, sorted; nothing is lost', () => {
  const found = {
    findings: [finding({ evidence: 'z()' }), finding({ rule: 'pickle/expansion', evidence: 'e' }), finding({ evidence: 'a()' })],
    incomplete: [{ why: 'encrypted' as const, detail: 'a password', path: ['models/a.pkl', 'x'] as const }],
  }
  const result = suppress(found, (rule) => (rule === 'pickle/expansion' ? undefined : { by: 'exception', reason: 'r' }))
  expect(result.findings.map(({ evidence }) => evidence)).toEqual(['e'])
  expect(result.incomplete).toEqual([])
  expect(result.suppressed.map(({ rule, evidence, severity }) => [rule, evidence, severity])).toEqual([
    ['pickle/unlisted-call', 'a()', 'high'],
    ['pickle/unlisted-call', 'z()', 'high'],
    ['scan/incomplete', 'encrypted: a password', 'high'],
  ])
})

describe('a report speaks of exceptions', () => {
  const file = (sha256: string, findings: readonly Finding[]) => ({ path: 'models/a.pkl', sha256, findings })
  it.each<[string, Partial<Exception>, ReturnType<typeof file>[], readonly RegExp[]]>([
    [
      'that are over',
      { expires: '2026-04-30' },
      [],
      [/^The exception for models\/\*\.pkl \(pickle\/unlisted-call\) expired on 2026-04-30 .*known$/],
    ],
    ['that soon will be', { expires: '2026-05-15' }, [], [/expires on 2026-05-15/]],
    ['whose file has changed', {}, [file(OTHER, [finding()])], [/does not apply to models\/a\.pkl, whose content has changed/]],
    ['not of those that hold', {}, [file(SHA, [])], []],
    ['not where the changed file is clean', {}, [file(OTHER, [])], []],
    ['not of other rules', {}, [file(OTHER, [finding({ rule: 'pickle/expansion' })])], []],
  ])('%s', (_what, over, files, expected) => {
    const notices = exceptionNotices([exception(over)], '2026-05-01', files)
    expect(notices).toHaveLength(expected.length)
    for (const [index, pattern] of expected.entries()) expect(notices[index]).toMatch(pattern)
  })
})
