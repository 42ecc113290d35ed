import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Observation } from '../../src/facts/observation.ts'
import { scanBytes } from '../../src/node/scan-files.ts'
import { FIXTURES } from '../helpers/fixtures.ts'
import { runPickle, streamOf } from '../helpers/run-pickle.ts'

/** What each reader of CPython 3.11 made of a program; a loader that logged its imports gives them as pairs. */
interface Vector {
  readonly name: string
  readonly hex: string
  readonly cpython_3_11: {
    readonly genops: string
    readonly linear: string
    readonly pure_python: string
    readonly bytesio: readonly [string, readonly (readonly [string, string])[]]
    readonly file: readonly [string, readonly (readonly [string, string])[]]
  }
}

const vectors: readonly Vector[] = JSON.parse(readFileSync(join(FIXTURES, 'pickle-vm-vectors.json'), 'utf8'))

const loads = ({ cpython_3_11: seen }: Vector): boolean =>
  [seen.linear, seen.pure_python, seen.bytesio[0], seen.file[0]].some((outcome) => outcome.startsWith('OK'))

/** True where only a reader without peek loads it: the program of the straight reading is another one. */
const onlyDropping = ({ cpython_3_11: seen }: Vector): boolean =>
  seen.bytesio[0].startsWith('OK') && ![seen.linear, seen.pure_python, seen.file[0]].some((outcome) => outcome.startsWith('OK'))

async function read(bytes: Uint8Array) {
  const facts: Observation[] = []
  const report = await scanBytes('vector.pkl', bytes, { explain: (observation) => void facts.push(observation) })
  return { facts, report }
}

const isName = (fact: Observation, module: string, name: string): boolean =>
  fact.kind === 'global' &&
  ((fact.module === module && fact.name === name) || (fact.written?.module === module && fact.written.name === name))

describe('programs that CPython was asked about', () => {
  it('are all here', () => {
    expect(vectors).toHaveLength(126)
    expect(vectors.filter(loads).length).toBeGreaterThan(60)
  })

  it.each(vectors.filter(loads).filter((vector) => !onlyDropping(vector)))(
    '$name loads somewhere, and is read to its STOP',
    async ({ hex }) => {
      const bytes = Buffer.from(hex, 'hex')
      expect((await read(bytes)).report.incomplete).toEqual([])
      expect((await runPickle(bytes)).ending).toBe('stop')
      expect((await runPickle(streamOf(bytes, 1))).ending).toBe('stop')
    },
  )

  it.each(vectors.filter(onlyDropping))('$name loads only where the rest of a frame is dropped, which is said', async ({ hex }) => {
    const { report } = await read(Buffer.from(hex, 'hex'))
    expect(report.findings.map(({ rule }) => rule)).toContain('pickle/frame-straddle')
  })

  it.each(vectors.filter(({ cpython_3_11: { bytesio, file } }) => bytesio[1].length + file[1].length > 0))(
    '$name: every name that a loader asked for is told',
    async ({ hex, cpython_3_11: { bytesio, file } }) => {
      const { facts } = await read(Buffer.from(hex, 'hex'))
      const missed = [...bytesio[1], ...file[1]].filter(([module, name]) => !facts.some((fact) => isName(fact, module, name)))
      expect(missed).toEqual([])
    },
  )

  it.each(vectors.filter((vector) => !loads(vector)))('$name loads nowhere, and never disturbs the scan', async ({ hex }) => {
    const { report } = await read(Buffer.from(hex, 'hex'))
    expect(report.incomplete.map(({ why }) => why)).not.toContain('internal')
    const { ending } = await runPickle(Buffer.from(hex, 'hex'))
    expect(ending).toMatch(/^(?:stop|malformed|truncated)/)
  })
})
