// Merges the reports of all shards of a run into one report.
import type { Report } from '../types/report.ts'
import { buildReport } from './verdict.ts'
import { plural } from './words.ts'

/** The reports are not all shards of one run. */
export class MergeError extends Error {
  override readonly name = 'MergeError'
}

/** A report and its name in messages, e.g. its file name. */
export interface NamedReport {
  readonly name: string
  readonly report: Report
}

/**
 * Merges the reports of all shards of a run, in any order.
 * @throws {MergeError} if a shard is missing or given twice, or if their lists of files, gates or versions differ
 */
export function mergeReports(parts: readonly NamedReport[]): Report {
  const [first, ...others] = parts
  if (!first) throw new MergeError('there is no report to merge')
  const { shard } = first.report
  if (!shard) throw new MergeError(`${first.name} is the report of a whole run, not of a shard`)
  for (const { name, report } of others) {
    const why = difference(first.report, report)
    if (why !== undefined) throw new MergeError(`${name} does not belong to the same run as ${first.name}: ${why}`)
  }
  const byIndex = new Map<number, string>()
  for (const { name, report } of parts) {
    const index = report.shard?.index ?? 0
    const known = byIndex.get(index)
    if (known !== undefined) throw new MergeError(`${name} and ${known} are both shard ${index} of ${shard.count}`)
    byIndex.set(index, name)
  }
  const missing = Array.from({ length: shard.count }, (_, at) => at + 1).filter((index) => !byIndex.has(index))
  if (missing.length > 0) throw new MergeError(`${plural(missing.length, 'shard')} of ${shard.count} missing: ${missing.join(', ')}`)

  const files = parts.flatMap(({ report }) => report.files)
  if (new Set(files.map(({ path }) => path)).size !== files.length) throw new MergeError('a file is in two shards')
  const notices = [...new Set(parts.flatMap(({ report }) => report.notices))]
  // Reports of earlier versions lack the field and count as reports on all files.
  const partial = parts.some(({ report }) => report.partial)
  return buildReport({ files, gate: first.report.gate, notices, version: first.report.tool.version, partial })
}

/** Returns why the reports are not of the same run, or undefined. */
function difference(a: Report, b: Report): string | undefined {
  if (!b.shard) return 'it is the report of a whole run, not of a shard'
  if (a.shard?.count !== b.shard.count) return `it is one of ${plural(b.shard.count, 'shard')}, not of ${a.shard?.count ?? 0}`
  if (a.shard.listDigest !== b.shard.listDigest) return 'its list of files or sizes differs'
  if (a.tool.version !== b.tool.version) return `it was written by version ${b.tool.version}, not ${a.tool.version}`
  const { failOn, failOnIncomplete, lfsPointers } = a.gate
  const isSameGate = b.gate.failOn === failOn && b.gate.failOnIncomplete === failOnIncomplete && b.gate.lfsPointers === lfsPointers
  return isSameGate ? undefined : 'its gate differs'
}
