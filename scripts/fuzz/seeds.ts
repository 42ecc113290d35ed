import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { scanBytes } from '../../src/node/scan-files.ts'
import type { Finding } from '../../src/types/finding.ts'
import type { Seed } from './cases.ts'

const FIXTURES = join(import.meta.dirname, '../../fixtures')

const isBad = ({ severity }: Finding) => severity === 'critical' || severity === 'high'

/**
 * The fixtures as seeds; with `only`, those of that format (by its id in a report, or a part of the file's name). Of a plain pickle it is known from
 * where on nothing matters any more: behind the first opcode that is reported.
 */
export async function loadSeeds(only: string | undefined): Promise<readonly Seed[]> {
  const files = readdirSync(FIXTURES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath !== FIXTURES && !entry.name.endsWith('.expected.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const seeds: Seed[] = []
  for (const path of files) {
    const file = relative(FIXTURES, path).split(sep).join('/')
    const bytes = new Uint8Array(readFileSync(path))
    const { formats, findings } = await scanBytes(file.slice(file.lastIndexOf('/') + 1), bytes)
    if (only !== undefined && !formats.includes(only) && !file.includes(only)) continue
    const bad = findings.some(isBad)
    const offsets = findings.flatMap(({ rule, severity, fileOffset }) =>
      rule === 'pickle/dangerous-call' && severity === 'critical' && fileOffset !== undefined ? [fileOffset + 1] : [],
    )
    const isPlain = formats.length === 1 && formats[0] === 'pickle' && offsets.length > 0
    seeds.push({ file, bytes, bad, ...(isPlain ? { safeFrom: Math.min(...offsets) } : {}) })
  }
  return seeds
}
