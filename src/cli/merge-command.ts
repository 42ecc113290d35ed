// Implements `modelgate merge-reports`, which makes one report of the reports of all shards.
import { MergeError, mergeReports } from '../report/merge.ts'
import { readReport } from '../report/merge-read.ts'
import { exitCode } from '../report/verdict.ts'
import { FORMATS, oneOf, parseOptions, UsageError } from './args.ts'
import { readText } from './io.ts'
import { publish } from './render.ts'
import type { Output } from './stdout.ts'

const USAGE = `Usage: modelgate merge-reports [options] REPORT.json…

Makes one report with one verdict of the JSON reports of all shards of a run (modelgate --shard I/N --format json). The exit
status is that of a scan; 64 if a shard is missing, given twice, or of another run.

  --format FORMAT   ${FORMATS.join(', ')} (default: text)
  --output FILE     write the report to FILE instead of standard output
  --category NAME   category of the SARIF run
  --quiet           show only files that fail the gate, and the verdict
  --color, --no-color
`

/** Runs `modelgate merge-reports …` and returns the exit status of the gate. */
export async function mergeCommand(argv: readonly string[], stdout: Output): Promise<number> {
  const { values, positionals } = parseOptions(argv, {
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
    category: { type: 'string' },
    quiet: { type: 'boolean', short: 'q' },
    color: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  })
  if (values.help) {
    process.stdout.write(USAGE)
    return 0
  }
  if (positionals.length === 0) throw new UsageError('modelgate merge-reports needs the reports; see modelgate merge-reports --help')
  const { output, category, quiet = false, color } = values
  const format = oneOf('--format', values.format, FORMATS) ?? 'text'
  try {
    const report = mergeReports(positionals.map((name) => ({ name, report: readReport(readText(name, 'the report'), name) })))
    await publish(report, { format, output, category, quiet, color }, stdout)
    return exitCode(report)
  } catch (error) {
    throw error instanceof MergeError ? new UsageError(error.message) : error
  }
}
