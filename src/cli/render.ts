// Renders a report in the requested format and prints it or writes it to a file.
import { resolve } from 'node:path'
import { sha256OfText } from '../node/hash.ts'
import { jsonChunks } from '../report/json.ts'
import { toText } from '../report/text.ts'
import type { Report } from '../types/report.ts'
import { type OutputFormat, UsageError } from './args.ts'
import { shown, writeText } from './io.ts'
import type { Output } from './stdout.ts'

/** Options of the output, from the command line. */
export interface OutputOptions {
  readonly format: OutputFormat
  readonly output: string | undefined
  readonly quiet: boolean
  readonly color: boolean | undefined
  readonly category: string | undefined
}

/**
 * Prints the report, or writes it to `--output` and prints the verdict to standard error.
 * @throws {UsageError} if `--output` names a scanned model
 */
export async function publish(report: Report, options: OutputOptions, output: Output, elapsedMs?: number): Promise<void> {
  const chunks = await render(report, options, elapsedMs)
  if (options.output === undefined) return output.print(chunks)
  const path = shown(resolve(options.output), process.cwd())
  // Replacing a model is a mistake of the user; replacing an earlier report is not.
  if (report.files.some((file) => file.path === path && !['empty', 'unrecognised'].includes(file.status))) {
    throw new UsageError(`--output is ${options.output}, which is one of the scanned models; it was not overwritten`)
  }
  writeText(options.output, chunks, 'the report')
  if (!options.quiet) output.warn(toText(report, { quiet: true, ...timed(elapsedMs) }))
}

/**
 * Renders in chunks, because JSON on a million files exceeds the maximum length of a string. Rare reporters are
 * loaded on demand.
 */
async function render(
  report: Report,
  { format, output, quiet, color, category }: OutputOptions,
  elapsedMs: number | undefined,
): Promise<Iterable<string>> {
  switch (format) {
    case 'text':
      return [toText(report, { color: output === undefined && (color ?? wantsColor()), quiet, ...timed(elapsedMs) })]
    case 'json':
      return jsonChunks(report)
    case 'sarif':
      return [(await import('../report/sarif.ts')).toSarif(report, { hash: sha256OfText, ...(category === undefined ? {} : { category }) })]
    case 'markdown':
      return [(await import('../report/markdown.ts')).toMarkdown(report, timed(elapsedMs))]
    case 'github':
      return [(await import('../report/annotations.ts')).toGithub(report, timed(elapsedMs))]
    case 'html':
      return [(await import('../report/html.ts')).toHtml(report, { hash: sha256OfText, ...timed(elapsedMs) })]
  }
}

function timed(elapsedMs: number | undefined): { readonly elapsedMs?: number } {
  return elapsedMs === undefined ? {} : { elapsedMs }
}

function wantsColor(): boolean {
  return process.stdout.isTTY === true && !process.env['NO_COLOR']
}
