import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { scanFiles } from '../src/node/scan-files.ts'
import { defaultPolicy } from '../src/policy/policy.ts'
import type { Severity } from '../src/types/finding.ts'
import type { FileReport } from '../src/types/report.ts'
import { bytesOf, FIXTURES, filesOnDisk, goldenOf, manifest, type Verdict } from './helpers/fixtures.ts'

// UPDATE=1 npx vitest run __tests__/corpus.test.ts rewrites the golden files; a person reads the diff.
const update = process.env['UPDATE'] === '1'

const RANK: Record<Severity, number> = { low: 1, medium: 2, high: 3, critical: 4 }
const byFile = new Map<string, FileReport>()

function reportOf(file: string): FileReport {
  const report = byFile.get(file)
  if (!report) throw new Error(`no report for ${file}`)
  return report
}

/** What a golden file pins: everything but wording and sizes. */
function golden({ status, formats, findings, incomplete }: FileReport) {
  return {
    status,
    formats,
    findings: findings.map(({ rule, severity, path, offset, evidence }) => ({ rule, severity, path: path.slice(1), offset, evidence })),
    incomplete: incomplete.map(({ why, path }) => ({ why, path: path.slice(1) })),
  }
}

beforeAll(async () => {
  const files = manifest.map(({ file }) => file)
  for (const report of await scanFiles(files, { root: FIXTURES, policy: defaultPolicy })) byFile.set(report.path, report)
}, 120_000)

describe('the manifest', () => {
  test('lists every fixture once, and nothing else', () => {
    expect(manifest.map(({ file }) => file).sort()).toEqual(filesOnDisk().fixtures)
  })

  test.each(manifest)('knows the bytes of $file', (fixture) => {
    const bytes = bytesOf(fixture)
    expect({ size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }).toEqual({
      size: fixture.size,
      sha256: fixture.sha256,
    })
  })
})

describe('golden', () => {
  test.each(manifest)('$file: $shows', (fixture) => {
    const actual = `${JSON.stringify(golden(reportOf(fixture.file)), null, 2)}\n`
    const path = goldenOf(fixture)
    if (update) writeFileSync(path, actual)
    expect(actual).toBe(existsSync(path) ? readFileSync(path, 'utf8') : 'no golden file: run with UPDATE=1 and read the diff')
  })

  test('each fixture has a golden file, and nothing else has one', () => {
    expect(filesOnDisk().goldens).toEqual(manifest.map(({ file }) => `${file}.expected.json`).sort())
  })
})

/** What must hold of a report whatever its golden file says, so that a careless update cannot hide a miss. */
const holds: Record<Verdict, (seen: { worst: number; incomplete: number; status: string }) => void> = {
  clean: ({ worst, incomplete }) => expect({ quiet: worst < RANK.medium, incomplete }).toEqual({ quiet: true, incomplete: 0 }),
  'own-class': ({ worst, incomplete }) =>
    expect({ alarmed: worst >= RANK.critical, incomplete }).toEqual({ alarmed: false, incomplete: 0 }),
  suspicious: ({ worst, incomplete }) => expect(worst >= RANK.low || incomplete > 0).toBe(true),
  malicious: ({ worst }) => expect(worst).toBeGreaterThanOrEqual(RANK.high),
  unreadable: ({ worst, incomplete, status }) =>
    expect({ status, said: incomplete > 0 || worst > 0 }).toEqual({
      status: expect.not.stringMatching(/^(clean|unrecognised)$/),
      said: true,
    }),
}

describe('verdict', () => {
  test.each(manifest)('$verdict: $file', ({ file, verdict }) => {
    const report = reportOf(file)
    const worst = Math.max(0, ...report.findings.map(({ severity }) => RANK[severity]))
    holds[verdict]({ worst, incomplete: report.incomplete.length, status: report.status })
  })
})

test('dist/cli.js says the same as the sources', () => {
  const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
  const { stdout } = spawnSync(process.execPath, [cli, '--format', 'json', '.'], { cwd: FIXTURES, encoding: 'utf8', maxBuffer: 1 << 28 })
  const built: { readonly files: readonly FileReport[] } = JSON.parse(stdout)
  const same = built.files.filter(({ path }) => byFile.has(path)).map((report) => [report.path, JSON.parse(JSON.stringify(golden(report)))])
  expect(same).toEqual([...byFile.values()].map((report) => [report.path, JSON.parse(JSON.stringify(golden(report)))]).sort())
}, 120_000)
