/** Scans files, one after the other, and prints what each cost, as JSON. Run in a process of its own, since it is about memory. */
import { existsSync, readFileSync } from 'node:fs'
import { openFile } from '../../src/bytes/file.ts'
import type { ByteSource } from '../../src/bytes/source.ts'
import { formats } from '../../src/formats/index.ts'
import { Collector } from '../../src/policy/judge/collector.ts'
import { loadModelJudges } from '../../src/policy/judge/judge.ts'
import { defaultPolicy } from '../../src/policy/policy.ts'
import { createBudget } from '../../src/scan/budget.ts'
import { defaultLimits } from '../../src/scan/limits.ts'
import { scanArtifact } from '../../src/scan/scan.ts'
import { Places } from '../../src/scan/visited-ranges.ts'
import type { Charge } from '../../src/types/format.ts'

/** What a scan cost and what it came to. */
export interface Cost {
  /** Bytes read of the file, and in how many reads. */
  readonly bytes: number
  readonly reads: number
  readonly charged: Readonly<Record<Charge, number>>
  /** Highest resident memory of the process until then, MiB. */
  readonly rss: number
  readonly formats: readonly string[]
  readonly findings: readonly string[]
  /** Why something was not read, and what. */
  readonly incomplete: readonly string[]
}

async function scan(path: string): Promise<Cost> {
  const file = openFile(path)
  let bytes = 0
  let reads = 0
  const count = (read: number): void => {
    bytes += read
    reads++
  }
  const source: ByteSource = {
    kind: 'source',
    size: file.size,
    read(offset, length) {
      const found = file.read(offset, length)
      count(found.length)
      return found
    },
    readInto(target, offset) {
      const got = file.readInto(target, offset)
      count(got)
      return got
    },
  }
  const charged: Record<Charge, number> = { 'bytes-inflated': 0, members: 0, opcodes: 0 }
  const budget = createBudget(defaultLimits, () => performance.now())
  const collector = new Collector(defaultPolicy)
  const ids = await scanArtifact(
    { path: [path.slice(path.lastIndexOf('/') + 1)], input: source, fileOffset: 0 },
    {
      formats,
      limits: defaultLimits,
      budget: {
        checkTime: () => budget.checkTime(),
        charge(kind, amount) {
          charged[kind] += amount
          budget.charge(kind, amount)
        },
      },
      places: new Places(),
      observe: (observation, artifact) => collector.observe(observation, artifact),
    },
  )
  const { findings, incomplete } = collector.result()
  return {
    bytes,
    reads,
    charged,
    rss: highestRss(),
    formats: ids,
    findings: findings.map(({ rule }) => rule),
    incomplete: incomplete.map(({ why, detail }) => `${why}: ${detail}`),
  }
}

/** On Linux `maxRSS` begins with what the parent had when it forked; the high-water mark is the process's own. */
function highestRss(): number {
  const status = '/proc/self/status'
  const mark = existsSync(status) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, 'utf8'))?.[1] : undefined
  return (mark === undefined ? process.resourceUsage().maxRSS : Number(mark)) / 1024
}

await loadModelJudges()
const costs: Cost[] = []
for (const path of process.argv.slice(2)) costs.push(await scan(path))
process.stdout.write(JSON.stringify(costs))
