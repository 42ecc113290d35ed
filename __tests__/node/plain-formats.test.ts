import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { memorySource } from '../../src/bytes/source.ts'
import { formats } from '../../src/formats/index.ts'
import { WITHOUT_MODEL_JUDGES } from '../../src/node/scan-files.ts'
import { createBudget } from '../../src/scan/budget.ts'
import { defaultLimits } from '../../src/scan/limits.ts'
import { scanArtifact } from '../../src/scan/scan.ts'
import { VisitedRanges } from '../../src/scan/visited-ranges.ts'
import { FIXTURES } from '../helpers/fixtures.ts'

/** Facts whose judges are loaded only for other formats. */
const OTHERS = ['config-reference', 'graph-op', 'template']

const fixtures = readdirSync(FIXTURES, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => ({ name: entry.name, bytes: new Uint8Array(readFileSync(join(entry.parentPath, entry.name))) }))

test.each([...WITHOUT_MODEL_JUDGES])('%s states nothing of configurations, graphs and templates', async (id) => {
  const told = new Set<string>()
  for (const { name, bytes } of fixtures) {
    const ids = await scanArtifact(
      { path: [name], input: memorySource(bytes) },
      {
        formats: formats.filter((format) => format.id === id),
        budget: createBudget(defaultLimits, () => 0),
        limits: defaultLimits,
        visited: new VisitedRanges(),
        observe(observation) {
          told.add(observation.kind)
          return false
        },
      },
    )
    if (ids.length > 0) told.add('read')
  }
  expect(told).toContain('read')
  expect([...told].filter((kind) => OTHERS.includes(kind))).toEqual([])
})
