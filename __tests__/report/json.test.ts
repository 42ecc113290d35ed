import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { jsonChunks, toJson } from '../../src/report/json.ts'
import type { Report } from '../../src/types/report.ts'
import { commandsIn } from './runner.ts'
import { file, finding, hostile, hostileNames, large, report, sample } from './samples.ts'

const validate = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(readFileSync('docs/report.schema.json', 'utf8')) as object)

describe('docs/report.schema.json', () => {
  test.each<[string, Report]>([
    ['nothing', report([])],
    ['sample', sample()],
    ['large', large(100, 20)],
    ...hostileNames.map((name) => [`hostile ${JSON.stringify(name.slice(0, 20))}`, hostile(name)] satisfies [string, Report]),
  ])('accepts %s', (_name, built) => {
    const text = toJson(built)
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true)
    expect(commandsIn(text)).toEqual([])
  })

  test('refuses what the contract does not name', () => {
    expect(validate({ ...JSON.parse(toJson(sample())), extra: 1 })).toBe(false)
    expect(validate({ ...JSON.parse(toJson(sample())), schemaVersion: 2 })).toBe(false)
  })
})

test('the report comes back as it was', () => {
  const { summary, ...back } = JSON.parse(toJson(sample())) as Report & { summary: unknown }
  expect(back).toEqual(sample())
  expect(summary).toMatchObject({ critical: 1, files: 5 })
})

test('each file on a line of its own, in pieces of many', () => {
  const chunks = [...jsonChunks(large(3000, 1))]
  expect(chunks.length).toBeGreaterThan(3)
  expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(128 * 1024)
  expect(chunks.join('')).toBe(toJson(large(3000, 1)))
  expect(
    toJson(large(3, 1))
      .split('\n')
      .filter((line) => line.startsWith('{"path"')),
  ).toHaveLength(3)
})

test('properties that are not of the contract stay inside', () => {
  const extra = { ...finding(), internal: 'x' }
  expect(toJson(report([file('a.pkl', { findings: [extra] })]))).not.toContain('internal')
})
