// Renders a report as GitHub Markdown for the job summary, the comment and the check run.
import { severities } from '../policy/rules/index.ts'
import type { Finding } from '../types/finding.ts'
import type { FileReport, Report } from '../types/report.ts'
import { safe, safeMarkdown } from './escape.ts'
import { counts, verdictText, withSuppressed, worstFirst } from './verdict.ts'
import { acceptedBy, describeGate, formatBytes, formatSeconds, placeOf, plural, ruleUrl } from './words.ts'

/** Options of the Markdown report. */
export interface MarkdownOptions {
  readonly elapsedMs?: number
  /** Maximum UTF-8 bytes. GitHub discards a job summary over 1 MiB with an error. */
  readonly maxBytes?: number
  /** Where the complete report is, e.g. `artifact model-scan`: shown if something is left out. */
  readonly fullReport?: string
}

const DEFAULT_MAX_BYTES = 900 * 1024

/** From everything to numbers only: the first step that fits is used. */
const LADDER = [
  { files: 50, findings: Number.POSITIVE_INFINITY, incomplete: 200, accepted: 200, notices: 100 },
  { files: 50, findings: 200, incomplete: 100, accepted: 50, notices: 50 },
  { files: 20, findings: 0, incomplete: 20, accepted: 0, notices: 20 },
  { files: 0, findings: 0, incomplete: 0, accepted: 0, notices: 0 },
] as const

type Step = (typeof LADDER)[number]

/** Minimum bytes of a table row: a list that cannot fit is not built. */
const SMALLEST_ROW = 150

/** Maximum characters of names and calls: enough to recognise them, and twenty rows always fit. */
const CELL = { max: 200 }

const MARK = { critical: '🟥', high: '🟧', medium: '🟨', low: '🟦' } as const

/** Renders the report for GitHub. Never longer than `maxBytes`; says what it leaves out. */
export function toMarkdown(report: Report, options: MarkdownOptions = {}): string {
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES
  const encoder = new TextEncoder()
  let text = ''
  for (const step of LADDER) {
    if (step.findings > 200 && counts(report).findings * SMALLEST_ROW > maxBytes) continue
    text = render(report, options, step)
    if (encoder.encode(text).length <= maxBytes) break
  }
  return text
}

function render(report: Report, options: MarkdownOptions, step: Step): string {
  const bad = worstFirst(report)
  const cuts: string[] = []
  const sections = [
    headline(report, options),
    countsTable(report, options.elapsedMs),
    fileTable(bad, step, cuts),
    findingList(report, bad, step, cuts),
    incompleteTable(report, bad, step, cuts),
    acceptedTable(report, step, cuts),
    noticeList(report, step, cuts),
    `<sub>Gate: ${describeGate(report.gate)} · ${report.tool.name} ${safe(report.tool.version)}</sub>`,
  ]
  if (cuts.length > 0) {
    const full =
      options.fullReport === undefined ? 'The JSON report contains everything.' : `Everything is in ${safeMarkdown(options.fullReport)}.`
    sections.splice(2, 0, `> ✂️ **Truncated:** ${cuts.join('; ')}. ${full}`)
  }
  return `${sections.filter(Boolean).join('\n\n')}\n`
}

function headline(report: Report, options: MarkdownOptions): string {
  const title = report.verdict === 'pass' ? '✅ ModelGate: PASS' : '🛑 ModelGate: FAIL'
  return `## ${title}\n\n**${verdictText(report, options.elapsedMs)}**`
}

function countsTable(report: Report, elapsedMs: number | undefined): string {
  const n = counts(report)
  const time = elapsedMs === undefined ? [] : [['Time', formatSeconds(elapsedMs)] as const]
  const cells = [
    ...severities.map((severity) => [`${MARK[severity]} ${severity}`, String(n[severity])] as const),
    ['⬛ incomplete', String(n.incomplete)] as const,
    ...(n.empty > 0 ? [['empty', String(n.empty)] as const] : []),
    ['unrecognised', String(n.unrecognised)] as const,
    ...(n.suppressed > 0 ? [['accepted', String(n.suppressed)] as const] : []),
    ['Files', String(n.files)] as const,
    ['Size', formatBytes(n.bytes)] as const,
    ...time,
  ]
  return table(
    cells.map(([head]) => head),
    [cells.map(([, value]) => value)],
    '--:',
  )
}

/** One row per file with its worst finding. */
function fileTable(bad: readonly FileReport[], step: Step, cuts: string[]): string {
  const files = bad.filter((file) => file.findings.length > 0)
  const rows = files.slice(0, step.files).flatMap((file) => {
    const [worst, ...others] = file.findings
    if (!worst) return []
    const more = others.length > 0 ? `<br><sub>and ${plural(others.length, 'more finding')}</sub>` : ''
    return [
      [severityCell(worst), safeMarkdown(file.path, CELL), ruleCell(worst), safeMarkdown(worst.evidence, CELL) + more, placeCell(worst)],
    ]
  })
  if (rows.length < files.length) cuts.push(`${rows.length} of ${plural(files.length, 'file')} with findings shown`)
  return rows.length === 0 ? '' : `### Findings\n\n${table(['Severity', 'File', 'Rule', 'What loading would run', 'Where'], rows)}`
}

/** Every finding, collapsed; omitted if the table above shows all. */
function findingList(report: Report, bad: readonly FileReport[], step: Step, cuts: string[]): string {
  const total = counts(report).findings
  if (bad.every((file) => file.findings.length <= 1) && bad.length <= step.files) return ''
  const rows: string[][] = []
  for (const file of bad) {
    for (const finding of file.findings) {
      if (rows.length >= step.findings) break
      const times = finding.count > 1 ? ` ×${finding.count}` : ''
      rows.push([
        severityCell(finding),
        safeMarkdown(file.path, CELL),
        ruleCell(finding),
        `${safeMarkdown(finding.evidence, CELL)}${times}`,
        placeCell(finding),
      ])
    }
  }
  if (rows.length < total) cuts.push(`${rows.length} of ${plural(total, 'finding')} listed`)
  if (rows.length === 0) return ''
  const head = rows.length < total ? `The worst ${rows.length} of ${total} findings` : `All ${plural(total, 'finding')}`
  return details(head, table(['Severity', 'File', 'Rule', 'What loading would run', 'Where'], rows))
}

function incompleteTable(report: Report, bad: readonly FileReport[], step: Step, cuts: string[]): string {
  const total = counts(report).incomplete
  const rows: string[][] = []
  for (const file of bad) {
    for (const part of file.incomplete) {
      if (rows.length >= step.incomplete) break
      const remedy = part.remedy === undefined ? '' : safeMarkdown(part.remedy, CELL)
      rows.push([part.why, safeMarkdown(file.path, CELL), placeCell(part), safeMarkdown(part.detail, CELL), remedy])
    }
  }
  if (rows.length < total) cuts.push(`${rows.length} of ${plural(total, 'incomplete part')} listed`)
  if (rows.length === 0) return ''
  const body = table(['Why', 'File', 'Where', 'Detail', 'What to do'], rows)
  return `### Incomplete\n\n${rows.length > 10 ? details(plural(rows.length, 'part'), body) : body}`
}

/** Findings that an exception or the baseline accepts: they do not affect the verdict, but are always shown. */
function acceptedTable(report: Report, step: Step, cuts: string[]): string {
  const total = counts(report).suppressed
  const rows: string[][] = []
  for (const file of withSuppressed(report)) {
    for (const each of file.suppressed ?? []) {
      if (rows.length >= step.accepted) break
      const by = safeMarkdown(acceptedBy(each), CELL)
      rows.push([
        `${MARK[each.severity]}&nbsp;${each.severity}`,
        safeMarkdown(file.path, CELL),
        ruleCell(each),
        safeMarkdown(each.evidence, CELL),
        by,
      ])
    }
  }
  if (rows.length < total) cuts.push(`${rows.length} of ${total} accepted findings listed`)
  if (rows.length === 0) return ''
  return details(`${plural(total, 'finding')} accepted`, table(['Severity', 'File', 'Rule', 'What loading would run', 'Accepted by'], rows))
}

function noticeList(report: Report, step: Step, cuts: string[]): string {
  const shown = report.notices.slice(0, step.notices)
  if (shown.length < report.notices.length) cuts.push(`${shown.length} of ${plural(report.notices.length, 'notice')} listed`)
  if (shown.length === 0) return ''
  return details(plural(report.notices.length, 'notice'), shown.map((notice) => `- ${safeMarkdown(notice, { max: 600 })}`).join('\n'))
}

function severityCell(finding: Finding): string {
  return `${MARK[finding.severity]}&nbsp;${finding.severity}`
}

function ruleCell(finding: Pick<Finding, 'rule'>): string {
  return `[${safe(finding.rule)}](${ruleUrl(finding.rule)})`
}

function placeCell(at: Parameters<typeof placeOf>[0]): string {
  const place = placeOf(at)
  return place === '' ? '' : safeMarkdown(place, CELL)
}

function table(head: readonly string[], rows: readonly (readonly string[])[], rule = '---'): string {
  return [head, head.map(() => rule), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function details(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`
}
