import { sha256OfText } from '../node/hash.ts'
import { toGithub } from '../report/annotations.ts'
import { toHtml } from '../report/html.ts'
import { jsonChunks } from '../report/json.ts'
import { toMarkdown } from '../report/markdown.ts'
import { toSarif } from '../report/sarif.ts'
import { toText } from '../report/text.ts'
import type { Report } from '../types/report.ts'
import type { OutputFormat } from './args.ts'
import { pieces, writeText } from './io.ts'

export interface OutputOptions {
  readonly format: OutputFormat
  readonly output: string | undefined
  readonly quiet: boolean
  readonly color: boolean | undefined
  readonly category: string | undefined
}

/** Prints the report, or writes it to `--output` and prints the verdict to standard error. */
export function publish(report: Report, options: OutputOptions, elapsedMs?: number): void {
  const text = render(report, options, elapsedMs)
  if (options.output === undefined) {
    for (const piece of typeof text === 'string' ? [text] : pieces(text)) process.stdout.write(piece)
    return
  }
  writeText(options.output, text, 'the report')
  if (!options.quiet) process.stderr.write(toText(report, { quiet: true, ...timed(elapsedMs) }))
}

function render(
  report: Report,
  { format, output, quiet, color, category }: OutputOptions,
  elapsedMs: number | undefined,
): string | Iterable<string> {
  switch (format) {
    case 'text':
      return toText(report, { color: output === undefined && (color ?? wantsColor()), quiet, ...timed(elapsedMs) })
    case 'json':
      return jsonChunks(report)
    case 'sarif':
      return toSarif(report, { hash: sha256OfText, ...(category === undefined ? {} : { category }) })
    case 'markdown':
      return toMarkdown(report, timed(elapsedMs))
    case 'github':
      return toGithub(report, timed(elapsedMs))
    case 'html':
      return toHtml(report, { hash: sha256OfText, ...timed(elapsedMs) })
  }
}

function timed(elapsedMs: number | undefined): { readonly elapsedMs?: number } {
  return elapsedMs === undefined ? {} : { elapsedMs }
}

function wantsColor(): boolean {
  return process.stdout.isTTY === true && !process.env['NO_COLOR']
}
