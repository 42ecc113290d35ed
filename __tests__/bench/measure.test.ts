import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { Missing } from '../../scripts/bench/inputs/compressed.ts'
import { measureCases } from '../../scripts/bench/measure.ts'
import { run } from '../../scripts/bench/run.ts'
import { findTools, type Tool, toolsOf } from '../../scripts/bench/tools.ts'
import type { Case, Results } from '../../scripts/bench/types.ts'
import { results } from './results-fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'modelgate-bench-measure-'))
afterAll(() => rmSync(folder, { recursive: true }))
const cli = join(folder, 'cli.cjs')
writeFileSync(cli, 'console.log(JSON.stringify({ files: [{ status: "clean" }, { status: "clean" }] }))')

const node = (script: string) => [process.execPath, '-e', script]
const LIMITS = { seconds: 60, gib: 4 }

describe('a run', () => {
  test('tells the exit status and what was printed', async () => {
    expect(await run(node('console.log("marker"); process.exitCode = 3'), LIMITS, true)).toMatchObject({
      status: 3,
      ended: 'itself',
      output: 'marker\n',
    })
  })

  test('is ended at its limits', async () => {
    expect((await run(node('setTimeout(() => {}, 60000)'), { ...LIMITS, seconds: 0.01 })).ended).toBe('time')
    if (process.platform === 'linux') {
      expect((await run(node('setTimeout(() => {}, 60000)'), { ...LIMITS, gib: 0.001 })).ended).toBe('memory')
    }
  })

  test('of what is not there fails', async () => {
    expect(await run(['modelgate-marker-no-such-program'], LIMITS)).toMatchObject({ status: null, ended: 'failed' })
  })
})

describe('measuring', () => {
  const made: string[] = []
  const row = (name: string, more: Partial<Case> = {}): Case => ({
    name,
    group: 'scanners',
    what: name,
    make: (path) => {
      made.push(name)
      writeFileSync(path, name)
      return { opcodes: 1 }
    },
    tools: ['all'],
    expect: 'clean',
    ...more,
  })
  const tool = (name: string, kind: Tool['kind'], command: Tool['command']): Tool => ({
    name,
    version: '1',
    command,
    reads: [0],
    folders: kind !== 'scanner',
    kind,
  })
  const tools = [
    tool('modelgate', 'ours', (path) => [process.execPath, cli, path]),
    tool('good', 'scanner', () => node('0')),
    tool('bad', 'scanner', () => node('process.exitCode = 2')),
    tool('reference', 'reference', () => node('0')),
  ]
  const place = join(folder, 'inputs')
  mkdirSync(place)
  const measure = (cases: readonly Case[], start: Results, keep = false) =>
    measureCases(cases, tools, start, { folder: place, keep, save: () => {}, say: () => {} })
  const told = ({ samples }: Results) => samples.map((one) => `${one.round} ${one.tool} ${one.outcome}`)

  test('lets the tools take turns, and leaves out one that cannot read the input', async () => {
    const measured = await measure([row('a')], results([]))
    expect(told(measured)).toEqual(
      [0, 1, 2, 3].flatMap((round) => [`${round} modelgate read`, `${round} good read`, ...(round === 0 ? ['0 bad unread'] : [])]),
    )
    expect(measured.samples[0]?.files).toEqual({ clean: 2 })
    expect(measured.facts).toEqual({ a: { bytes: 1, opcodes: 1 } })
    expect(existsSync(join(place, 'a'))).toBe(false)
  })

  test('goes on where it was, and makes no input for what is done', async () => {
    const whole = await measure([row('b')], results([]))
    const half = { ...whole, samples: whole.samples.slice(0, 4) }
    const resumed = await measure([row('b')], half)
    expect(told(resumed)).toEqual(told(whole))
    expect(resumed.samples.slice(0, 4)).toEqual(half.samples)
    made.length = 0
    expect(await measure([row('b')], resumed)).toEqual(resumed)
    expect(made).toEqual([])
  })

  test('makes an input once for two cases, and keeps it where that is asked', async () => {
    made.length = 0
    const both = [row('c', { input: 'shared' }), row('d', { input: 'shared', tools: [], args: ['--list'], expect: 'any' })]
    const measured = await measure(both, results([]), true)
    expect(made).toEqual(['c'])
    expect(readFileSync(join(place, 'shared'), 'utf8')).toBe('c')
    expect(measured.samples.filter((one) => one.case === 'd').every((one) => one.files === undefined && one.tool === 'modelgate')).toBe(
      true,
    )
  })

  test('says which input could not be made, and goes on', async () => {
    const lost = row('e', {
      make: () => {
        throw new Missing('lz4 is not installed')
      },
    })
    const measured = await measure([lost, row('f')], results([]))
    expect(measured.skipped).toEqual({ e: 'lz4 is not installed' })
    expect(measured.samples.map((one) => one.case)).toContain('f')
  })

  test('gives folders only to tools that take them, and a reference only to its cases', () => {
    const names = (one: Case, isFolder: boolean) => toolsOf(one, tools, isFolder).map(({ name }) => name)
    expect(names(row('g'), true)).toEqual(['modelgate'])
    expect(names(row('g', { tools: ['reference'] }), false)).toEqual(['modelgate', 'reference'])
    expect(names(row('g', { tools: ['good'] }), false)).toEqual(['modelgate', 'good'])
  })
})

test('scanners are looked for in the folder that is named, and others can be added', () => {
  const rivals = join(folder, 'bin')
  mkdirSync(rivals)
  writeFileSync(join(rivals, 'picklescan'), '#!/modelgate-marker/no-such-python\n')
  const tools = findTools({ node: process.execPath, cli, rivals, peers: ['mine=program --flag {}'] })
  expect(tools.slice(0, 2).map(({ name }) => name)).toEqual(['modelgate', 'node'])
  const scan = tools.find(({ name }) => name === 'picklescan')
  expect(scan?.command('/a')).toEqual([join(rivals, 'picklescan'), '-p', '/a'])
  expect(scan?.version).toBe('of unknown version')
  expect(tools.find(({ name }) => name === 'mine')?.command('/a b')).toEqual(['program', '--flag', '/a b'])
})
