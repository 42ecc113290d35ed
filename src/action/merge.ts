// Merges the JSON reports of shards for the input `merge-reports`.
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { MergeError, mergeReports } from '../report/merge.ts'
import { readReport } from '../report/merge-read.ts'
import type { Report } from '../types/report.ts'
import { findFiles } from './files.ts'
import { ConfigurationError, type Inputs } from './inputs.ts'
import type { Workspace } from './workspace.ts'

/**
 * Merges the reports of all shards of a run, found by globs in the workspace. Their gate applies.
 * @throws {ConfigurationError} if they are not all shards of one run, or an input sets another gate
 */
export async function mergeFound(patterns: readonly string[], { folder }: Workspace, inputs: Inputs): Promise<Report> {
  const { files } = await findFiles(folder, { paths: patterns, exclude: [] })
  if (files.length === 0) throw new ConfigurationError('input merge-reports matches no file in the workspace')
  try {
    const parts = await Promise.all(
      files.map(async (name) => ({ name, report: readReport(await readFile(resolve(folder, name), 'utf8'), name) })),
    )
    const report = mergeReports(parts)
    checkGate(report, inputs)
    return report
  } catch (error) {
    throw error instanceof MergeError ? new ConfigurationError(`input merge-reports: ${error.message}`) : error
  }
}

/** Rejects another gate: files with a gate of their own were judged under the inputs of the shards. */
function checkGate({ gate }: Report, inputs: Inputs): void {
  const settings = [
    ['fail-on-severity', inputs.failOnSeverity, gate.failOn],
    ['fail-on-incomplete', inputs.failOnIncomplete, gate.failOnIncomplete],
    ['lfs-pointers', inputs.lfsPointers, gate.lfsPointers],
  ] as const
  for (const [name, asked, scanned] of settings) {
    if (asked !== undefined && asked !== scanned)
      throw new ConfigurationError(`input ${name} is "${asked}", but the reports to merge were made with "${scanned}"`)
  }
}
