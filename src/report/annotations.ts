// Renders a report as annotations and workflow commands of GitHub Actions.
import type { Finding, Incomplete } from '../types/finding.ts'
import type { FileReport, Report } from '../types/report.ts'
import { escapeCommandData, escapeCommandProperty, safe } from './escape.ts'
import { gateOf, incompleteFails, verdictText, worstFirst } from './verdict.ts'
import { placeOf, plural } from './words.ts'

export type AnnotationLevel = 'error' | 'warning' | 'notice'

/** An annotation on a file of a pull request, as the runner expects it. All text is escaped already. */
export interface Annotation {
  readonly level: AnnotationLevel
  /**
   * Relative to the workspace. Missing if the file lies outside of it, or its name does not fit on one printable
   * line.
   */
  readonly file?: string
  readonly startLine: 1
  readonly title: string
  readonly message: string
}

/** Options of annotations. */
export interface AnnotationOptions {
  /** Maximum annotations per level; the runner shows ten. 0 turns them off. */
  readonly max?: number
  /** The scanned folder relative to the workspace, with `/`, for a checkout into a sub-folder. */
  readonly workspacePrefix?: string
  /** Turns errors into warnings. */
  readonly warnOnly?: boolean
}

/** actions/runner, ExecutionContext.cs, _maxCountPerIssueType: further annotations are only in the log. */
const PER_LEVEL = 10
/** Maximum characters. The runner cuts at 4,096, which is too long beside a file. */
const MESSAGE_MAX = 1000
/** Maximum characters of the Checks API; the runner's own limit is higher. */
const TITLE_MAX = 255
/** PATH_MAX of Linux: no real path is cut. */
const PATH_MAX = 4096

const LEVEL = { critical: 'error', high: 'error', medium: 'warning', low: 'notice' } as const satisfies Record<
  Finding['severity'],
  AnnotationLevel
>

/**
 * Returns one annotation per file, worst first, up to the runner's limit of ten per level; one error is reserved for
 * the verdict. If files are left out, the last annotation of the level says how many.
 */
export function annotations(
  report: Report,
  { max = PER_LEVEL, workspacePrefix = '', warnOnly = false }: AnnotationOptions = {},
): Annotation[] {
  const byLevel: Record<AnnotationLevel, Annotation[]> = { error: [], warning: [], notice: [] }
  for (const file of worstFirst(report)) {
    const annotation = annotate(file, report, workspacePrefix)
    if (!annotation) continue
    const level = warnOnly && annotation.level === 'error' ? 'warning' : annotation.level
    byLevel[level].push({ ...annotation, level })
  }
  const shown = Math.min(max, PER_LEVEL)
  return [...capped(byLevel.error, Math.min(shown, PER_LEVEL - 1)), ...capped(byLevel.warning, shown), ...capped(byLevel.notice, shown)]
}

/** Formats annotations as workflow commands, one per line. */
export function toCommands(list: readonly Annotation[]): string {
  return list.map((annotation) => `${command(annotation)}\n`).join('')
}

/** Renders the report as workflow commands: annotations, and last the verdict as an error or notice. */
export function toGithub(report: Report, options: AnnotationOptions & { readonly elapsedMs?: number } = {}): string {
  const failed = report.verdict === 'fail'
  const verdict: Annotation = {
    level: failed ? (options.warnOnly ? 'warning' : 'error') : 'notice',
    startLine: 1,
    title: `ModelGate: ${failed ? 'FAIL' : 'PASS'}`,
    message: verdictText(report, options.elapsedMs),
  }
  return toCommands([...annotations(report, options), verdict])
}

function command({ level, file, startLine, title, message }: Annotation): string {
  const at = file === undefined ? '' : `file=${escapeCommandProperty(file)},line=${startLine},`
  return `::${level} ${at}title=${escapeCommandProperty(title)}::${escapeCommandData(message)}`
}

function capped(list: readonly Annotation[], limit: number): Annotation[] {
  if (list.length <= limit || limit <= 0) return list.slice(0, Math.max(limit, 0))
  const kept = list.slice(0, limit - 1)
  const first = list[limit - 1]
  if (!first) return kept
  const rest = list.length - kept.length
  const message = `${plural(rest, 'more file')} not shown here. The JSON report contains all.`
  return [...kept, { level: first.level, startLine: 1, title: `ModelGate: ${rest} more`, message }]
}

function annotate(file: FileReport, report: Report, prefix: string): Annotation | undefined {
  const [worst, ...others] = file.findings
  const gate = gateOf(file, report)
  // An ignored pointer is in the report only.
  const incomplete = file.incomplete.filter((part) => part.why !== 'lfs-pointer' || gate.lfsPointers !== 'ignore')
  const more = others.length + (worst ? incomplete.length : Math.max(incomplete.length - 1, 0))
  const suffix = more > 0 ? ` (+${more} more)` : ''
  const path = workspacePath(prefix, file.path)
  const where = path === undefined ? {} : { file: path }
  if (worst) {
    const level = incomplete.some((part) => incompleteFails(part, gate)) ? 'error' : LEVEL[worst.severity]
    return {
      level,
      ...where,
      startLine: 1,
      title: title(worst.rule, file),
      message: findingText(worst, MESSAGE_MAX - suffix.length) + suffix,
    }
  }
  const part = incomplete.find((candidate) => incompleteFails(candidate, gate)) ?? incomplete[0]
  if (!part) return undefined
  const level = incompleteFails(part, gate) ? 'error' : 'warning'
  return {
    level,
    ...where,
    startLine: 1,
    title: title('scan/incomplete', file),
    message: incompleteText(part, MESSAGE_MAX - suffix.length) + suffix,
  }
}

function title(rule: string, file: FileReport): string {
  return safe(`${rule}: ${file.path}`, { max: TITLE_MAX })
}

/** Escapes and cuts each part separately, so that a long name cannot push the call or the place out of the message. */
function findingText(finding: Finding, max: number): string {
  const { severity, evidence } = finding
  // The message may be cut before it quotes what would run: the evidence always follows.
  const text = `${severity.toUpperCase()}: ${safe(finding.message, { max: 300 })} (found: ${safe(evidence)})${place(finding)}`
  return safe(text, { max })
}

function incompleteText(part: Incomplete, max: number): string {
  const remedy = part.remedy === undefined ? '' : `. ${safe(part.remedy)}`
  return safe(`Incomplete (${part.why}): ${safe(part.detail, { max: 300 })}${place(part)}${remedy}`, { max })
}

function place(at: Finding | Incomplete): string {
  const text = placeOf(at)
  return text === '' ? '' : ` [${safe(text, { max: 200 })}]`
}

/** Returns the path as the runner expects it; undefined if it leaves the workspace or would need escaping. */
function workspacePath(prefix: string, path: string): string | undefined {
  const joined = prefix === '' || isAbsolute(path) ? path : `${prefix}/${path}`
  if (isAbsolute(joined)) return undefined
  const parts: string[] = []
  for (const part of joined.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined
    } else if (part !== '' && part !== '.') parts.push(part)
  }
  const result = parts.join('/')
  return result !== '' && safe(result, { max: PATH_MAX }) === result ? result : undefined
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path)
}
