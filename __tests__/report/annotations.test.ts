import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { annotations, toCommands, toGithub } from '../../src/report/annotations.ts'
import { commandsIn } from './runner.ts'
import { file, finding, hostile, hostileNames, incomplete, large, report, sample } from './samples.ts'

const ofSeverity = (severity: 'critical' | 'high' | 'medium' | 'low', path = `${severity}.pkl`) =>
  file(path, { findings: [finding({ severity, path: [path], evidence: severity })] })

test('one annotation per file, worst first', () => {
  expect(annotations(sample())).toEqual([
    {
      level: 'error',
      file: 'models/model.pt',
      startLine: 1,
      title: 'pickle/dangerous-call: models/model.pt',
      message: "CRITICAL: Loading runs a program. (found: posix.system('echo hello')) [archive/data.pkl @ 12] (+1 more)",
    },
    {
      level: 'error',
      file: 'bare.pkl',
      startLine: 1,
      title: 'pickle/dangerous-import: bare.pkl',
      message: 'HIGH: Loading imports os.system. (found: os.system) [@ 0]',
    },
    {
      level: 'error',
      file: 'cut.pkl',
      startLine: 1,
      title: 'scan/incomplete: cut.pkl',
      message: 'Incomplete (truncated): the file ends inside an opcode [@ 40]. Download the file again.',
    },
  ])
})

test.each([
  ['critical', 'error'],
  ['high', 'error'],
  ['medium', 'warning'],
  ['low', 'notice'],
] as const)('%s is an %s', (severity, level) => {
  expect(annotations(report([ofSeverity(severity)])).map((annotation) => annotation.level)).toEqual([level])
})

test('warn-only demotes errors', () => {
  expect(annotations(sample(), { warnOnly: true }).map(({ level }) => level)).toEqual(['warning', 'warning', 'warning'])
})

test.each([
  ['fail', ['error']],
  ['warn', ['warning']],
  ['ignore', []],
] as const)('a Git LFS pointer with %s', (lfsPointers, levels) => {
  const built = report([file('a.pt', { incomplete: [incomplete({ why: 'lfs-pointer' })] })], { lfsPointers })
  expect(annotations(built).map(({ level }) => level)).toEqual(levels)
})

test('an unread part that fails makes an error of a small finding', () => {
  const built = report([{ ...ofSeverity('low'), incomplete: [incomplete()] }])
  expect(annotations(built)).toMatchObject([{ level: 'error', title: 'pickle/dangerous-call: low.pkl' }])
})

describe('limits of the runner', () => {
  test('nine errors, the last says how many are missing; one error is kept for the verdict', () => {
    const list = annotations(large(1000, 10))
    expect(list).toHaveLength(9)
    // The job summary is cut as well.
    expect(list[8]?.message).toBe('992 more files not shown here. The JSON report contains all.')
    const lines = toGithub(large(1000, 10)).trimEnd().split('\n')
    expect(lines).toHaveLength(10)
    expect(lines.at(-1)).toMatch(/^::error title=ModelGate%3A FAIL::1000 files unsafe/)
  })

  test('ten warnings and ten notices', () => {
    const many = (['medium', 'low'] as const).flatMap((severity) =>
      Array.from({ length: 50 }, (_, i) => ofSeverity(severity, `${severity}${i}.pkl`)),
    )
    const levels = annotations(report(many)).map(({ level }) => level)
    expect(levels.filter((level) => level === 'warning')).toHaveLength(10)
    expect(levels.filter((level) => level === 'notice')).toHaveLength(10)
  })

  test.each([
    [0, 0],
    [1, 1],
    [3, 3],
    [100, 9],
  ])('max %d gives %d', (max, length) => {
    expect(annotations(large(50, 1), { max })).toHaveLength(length)
  })
})

describe('paths', () => {
  test.each([
    ['a/b.pkl', '', 'a/b.pkl'],
    ['a/b.pkl', 'sub/dir', 'sub/dir/a/b.pkl'],
    ['../b.pkl', 'sub', 'b.pkl'],
    ['./b.pkl', '', 'b.pkl'],
    ['../b.pkl', '', undefined],
    ['/tmp/b.pkl', 'sub', undefined],
    ['C:/b.pkl', '', undefined],
    ['b\n.pkl', '', undefined],
    ['##[x]', '', undefined],
  ])('%j under %j is %j', (path, workspacePrefix, shown) => {
    const [annotation] = annotations(report([ofSeverity('high', path)]), { workspacePrefix })
    expect(annotation?.file).toBe(shown)
    expect(annotation?.title).toContain('b.pkl'.slice(0, path.includes('b') ? 1 : 0))
  })
})

test('a command carries its properties escaped', () => {
  expect(toCommands(annotations(report([ofSeverity('high', 'a,b:c%.pkl')])))).toBe(
    '::error file=a%2Cb%3Ac%25.pkl,line=1,title=pickle/dangerous-call%3A a%2Cb%3Ac%25.pkl::HIGH: Loading runs a program. (found: high) [@ 12]\n',
  )
})

test('no hostile text adds a command, and no message is longer than 1,000', () => {
  fc.assert(
    fc.property(fc.constantFrom(...hostileNames), fc.constantFrom(...hostileNames), (a, b) => {
      const built = hostile(a + b)
      const list = annotations(built)
      expect(commandsIn(toCommands(list))).toHaveLength(list.length)
      for (const line of toCommands(list).trimEnd().split('\n'))
        expect(line).toMatch(/^::(error|warning|notice) (file=[^,:]*,line=1,)?title=[^,:]*::/)
      for (const { message, title } of list) {
        expect(message.length).toBeLessThanOrEqual(1000)
        expect(title.length).toBeLessThanOrEqual(255)
        expect(`${message}${title}`).not.toMatch(/##\[|[\p{Cc}\p{Cf}\p{Cs}]/u)
      }
    }),
  )
})
