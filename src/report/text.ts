// Renders a report as text for a terminal.
import { ruleOf } from '../policy/rules/index.ts'
import type { Finding, Incomplete, Severity } from '../types/finding.ts'
import type { FileReport, Report, Stats, Suppressed, TorchVerdict } from '../types/report.ts'
import { safe } from './escape.ts'
import { statsLine, totalStats } from './stats.ts'
import { counts, gateOf, incompleteFails, isUnsafe, verdictText, withSuppressed, worstFirst } from './verdict.ts'
import { acceptedBy, memberPath, placeOf, plural } from './words.ts'

/** Options of the text report. */
export interface TextOptions {
  /** ANSI colours; off by default. */
  readonly color?: boolean
  /** Shows only files that fail the gate, and the verdict. */
  readonly quiet?: boolean
  readonly elapsedMs?: number
}

/** SGR parameters (ECMA-48 §8.3.117). */
const COLOR: Readonly<Record<Severity | 'pass' | 'fail' | 'incomplete' | 'bold' | 'dim', string>> = {
  critical: '1;31',
  high: '31',
  medium: '33',
  low: '36',
  pass: '1;32',
  fail: '1;31',
  incomplete: '35',
  bold: '1',
  dim: '2',
}

type Paint = (style: keyof typeof COLOR, text: string) => string

/** Wide enough for `CRITICAL`, so that rules form a column. */
const LABEL_WIDTH = 10

/**
 * Renders the report: worst file first, with what loading would run, where, and what to do. The verdict is the last
 * line.
 */
export function toText(report: Report, { color = false, quiet = false, elapsedMs }: TextOptions = {}): string {
  const paint: Paint = color ? (style, text) => `\x1b[${COLOR[style]}m${text}\x1b[0m` : (_style, text) => text
  const blocks: string[] = []
  for (const file of worstFirst(report)) {
    if (!quiet || failsTheGate(file, report)) blocks.push(fileBlock(file, paint))
  }
  if (!quiet) blocks.push(...withSuppressed(report).map((file) => acceptedBlock(file, paint)), ...remarks(report))
  const total = totalStats(report)
  if (total) blocks.push(statsBlock(report, total))
  const word = report.verdict === 'pass' ? paint('pass', 'PASS') : paint('fail', 'FAIL')
  blocks.push(`${word}  ${verdictText(report, elapsedMs)}\n`)
  return blocks.join('\n')
}

function statsBlock({ files }: Report, total: Stats): string {
  const lines = files.flatMap(({ path, stats }) => (stats ? [`stats: ${safe(path, { max: 1000 })}: ${statsLine(stats)}\n`] : []))
  return `${lines.join('')}stats: total: ${statsLine(total)}\n`
}

function fileBlock(file: FileReport, paint: Paint): string {
  const lines = [paint('bold', safe(file.path, { max: 1000 }))]
  for (const finding of file.findings) lines.push(...findingLines(finding, paint))
  for (const part of file.incomplete) lines.push(...incompleteLines(part, paint))
  if (file.torch && !file.torch.weightsOnly) lines.push(paint('dim', `  ${weightsOnlyLine(file.torch)}`))
  return `${lines.join('\n')}\n`
}

function acceptedBlock(file: FileReport, paint: Paint): string {
  const lines = [paint('bold', safe(file.path, { max: 1000 })), ...(file.suppressed ?? []).flatMap((each) => acceptedLines(each, paint))]
  return `${lines.join('\n')}\n`
}

function acceptedLines(accepted: Suppressed, paint: Paint): string[] {
  return [
    `  ${label('dim', 'accepted', paint)}${safe(accepted.rule)} (${accepted.severity})`,
    ...indented([safe(accepted.evidence), paint('dim', where(accepted)), paint('dim', safe(acceptedBy(accepted), { max: 1000 }))]),
  ]
}

function findingLines(finding: Finding, paint: Paint): string[] {
  const times = finding.count > 1 ? paint('dim', ` (${finding.count} times)`) : ''
  return [
    `  ${label(finding.severity, finding.severity, paint)}${safe(finding.rule)}${times}`,
    ...indented([
      paint('bold', safe(finding.evidence)),
      safe(finding.message, { max: 1000 }),
      paint('dim', where(finding)),
      `→ ${ruleOf(finding.rule).help}`,
    ]),
  ]
}

function incompleteLines(part: Incomplete, paint: Paint): string[] {
  return [
    `  ${label('incomplete', 'incomplete', paint)}${part.why}`,
    ...indented([
      safe(part.detail, { max: 1000 }),
      paint('dim', where(part)),
      part.remedy === undefined ? '' : `→ ${safe(part.remedy, { max: 1000 })}`,
    ]),
  ]
}

/** Maximum names in one line. */
const MAX_REFUSED = 5

function weightsOnlyLine({ refused }: TorchVerdict): string {
  const names = refused.slice(0, MAX_REFUSED).map((name) => safe(name, { max: 120 }))
  const more = refused.length > names.length ? `, and ${refused.length - names.length} more` : ''
  return `torch.load(weights_only=True) refuses this file: ${names.join(', ')}${more}`
}

function where(at: Finding | Incomplete | Suppressed): string {
  const member = memberPath(at.path)
  const offset = 'offset' in at && at.offset !== undefined ? at.offset : undefined
  if (member === '') return offset === undefined ? '' : `at byte ${offset}`
  return `in ${safe(placeOf(at), { max: 1000 })}`
}

function label(style: keyof typeof COLOR, word: string, paint: Paint): string {
  return paint(style, `${word.toUpperCase().padEnd(LABEL_WIDTH - 1)} `)
}

function indented(lines: readonly string[]): string[] {
  return lines.filter((line) => line !== '').map((line) => ' '.repeat(LABEL_WIDTH + 2) + line)
}

function remarks(report: Report): string[] {
  const lines = report.notices.map((notice) => `note: ${safe(notice, { max: 1000 })}`)
  const { empty, unrecognised } = counts(report)
  if (empty > 0) lines.push(`note: ${plural(empty, 'empty file')}, which can run nothing`)
  if (unrecognised > 0) lines.push(`note: ${plural(unrecognised, 'unrecognised file')}: no format matched, so nothing was judged`)
  return lines.length > 0 ? [`${lines.join('\n')}\n`] : []
}

function failsTheGate(file: FileReport, report: Report): boolean {
  return isUnsafe(file, report) || file.incomplete.some((part) => incompleteFails(part, gateOf(file, report)))
}
