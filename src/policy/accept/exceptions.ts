// Applies the exceptions of the policy file to findings, and reports the expired and outdated ones.
import type { Finding, Incomplete } from '../../types/finding.ts'
import type { Suppressed } from '../../types/report.ts'
import { globMatches } from '../file/glob.ts'
import type { Exception } from '../policy.ts'
import { ruleOf } from '../rules/index.ts'

/** Under which rule an unread part can be accepted. */
export const UNREAD_RULE = 'scan/incomplete'
/** How many days before its end an exception is spoken of. */
const SOON = 14
const DAY = 24 * 60 * 60 * 1000

export interface Found {
  readonly findings: readonly Finding[]
  readonly incomplete: readonly Incomplete[]
}

/** What accepts one finding: the exception, or the baseline, and why. */
export type Acceptance = Pick<Suppressed, 'by' | 'reason' | 'expires'>

/** Takes out what `accepts` accepts. What is taken out comes back as `suppressed`, sorted. */
export function suppress(
  { findings, incomplete }: Found,
  accepts: (rule: string, evidence: string, path: Finding['path']) => Acceptance | undefined,
): Found & { readonly suppressed: readonly Suppressed[] } {
  const suppressed: Suppressed[] = []
  const isOpen = (rule: string, severity: Finding['severity'], evidence: string, path: Finding['path']): boolean => {
    const by = accepts(rule, evidence, path)
    if (by !== undefined) suppressed.push({ rule, severity, evidence, path, ...by })
    return by === undefined
  }
  const open = {
    findings: findings.filter(({ rule, severity, evidence, path }) => isOpen(rule, severity, evidence, path)),
    incomplete: incomplete.filter((part) => isOpen(UNREAD_RULE, ruleOf(UNREAD_RULE).severity, unreadEvidence(part), part.path)),
  }
  const key = ({ path, rule, evidence }: Suppressed): string => [...path, rule, evidence].join('\0')
  return { ...open, suppressed: suppressed.sort((a, b) => (key(a) < key(b) ? -1 : 1)) }
}

/** An unread part as a piece of evidence. */
export function unreadEvidence({ why, detail }: Incomplete): string {
  return `${why}: ${detail}`
}

/** Exceptions for files of that path, whatever their content and date. */
export function exceptionsFor(exceptions: readonly Exception[], path: string): readonly Exception[] {
  return exceptions.filter((exception) => globMatches(exception.path, path))
}

/** The exception that accepts a finding of that rule today, if one of them does. `today` is a day, `YYYY-MM-DD`, in UTC. */
export function exceptionOf(exceptions: readonly Exception[], rule: string, sha256: string, today: string): Acceptance | undefined {
  const found = exceptions.find((each) => (each.rule === rule || each.rule === '*') && each.sha256 === sha256 && each.expires >= today)
  return found && { by: 'exception', reason: found.reason, expires: found.expires }
}

/** What a report has to say of exceptions: those that are over, those that soon will be, and those whose file has changed. */
export function exceptionNotices(
  exceptions: readonly Exception[],
  today: string,
  files: readonly { readonly path: string; readonly sha256?: string; readonly findings: readonly Finding[] }[],
): readonly string[] {
  const soon = new Date(Date.parse(`${today}T00:00:00Z`) + SOON * DAY).toISOString().slice(0, 10)
  const notices: string[] = []
  for (const exception of exceptions) {
    const said = `The exception for ${exception.path} (${exception.rule})`
    if (exception.expires < today) {
      notices.push(`${said} expired on ${exception.expires} and no longer holds. Its reason was: ${exception.reason}`)
      continue
    }
    if (exception.expires <= soon) notices.push(`${said} expires on ${exception.expires}`)
    for (const { path, sha256, findings } of files) {
      const isMeant = sha256 !== undefined && sha256 !== exception.sha256 && globMatches(exception.path, path)
      const isOpen = isMeant && findings.some(({ rule }) => exception.rule === '*' || rule === exception.rule)
      if (isOpen) notices.push(`${said} is for another content than ${path} has now: its findings are open again`)
    }
  }
  return notices
}
