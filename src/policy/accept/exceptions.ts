// Applies the exceptions of the policy file to findings, and reports the expired and outdated ones.
import type { Finding, Incomplete } from '../../types/finding.ts'
import type { Suppressed } from '../../types/report.ts'
import { globMatches } from '../file/glob.ts'
import type { Exception } from '../policy.ts'
import { ruleOf } from '../rules/index.ts'

/** The rule under which an incomplete part can be accepted. */
export const UNREAD_RULE = 'scan/incomplete'
/** Number of days before its expiry at which an exception is reported. */
const SOON = 14
const DAY = 24 * 60 * 60 * 1000

/** The open findings and incomplete parts of a file. */
export interface Found {
  readonly findings: readonly Finding[]
  readonly incomplete: readonly Incomplete[]
}

/** Why a finding is accepted: by an exception or the baseline, with the reason. */
export type Acceptance = Pick<Suppressed, 'by' | 'reason' | 'expires'>

/** Moves everything that `accepts` accepts to `suppressed`, which is sorted. */
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

/** Returns the evidence text of an incomplete part. */
export function unreadEvidence({ why, detail }: Incomplete): string {
  return `${why}: ${detail}`
}

/** Returns the exceptions whose glob matches the path, whatever their hash and date. */
export function exceptionsFor(exceptions: readonly Exception[], path: string): readonly Exception[] {
  return exceptions.filter((exception) => globMatches(exception.path, path))
}

/**
 * Returns the exception that accepts findings of this rule today, if there is one. `today` is a UTC date, `YYYY-MM-DD`.
 */
export function exceptionOf(exceptions: readonly Exception[], rule: string, sha256: string, today: string): Acceptance | undefined {
  const found = exceptions.find((each) => (each.rule === rule || each.rule === '*') && each.sha256 === sha256 && each.expires >= today)
  return found && { by: 'exception', reason: found.reason, expires: found.expires }
}

/** Returns notices about exceptions that have expired, that expire soon, and whose file has changed. */
export function exceptionNotices(
  exceptions: readonly Exception[],
  today: string,
  files: readonly { readonly path: string; readonly sha256?: string; readonly findings: readonly Finding[] }[],
): readonly string[] {
  const soon = new Date(Date.parse(`${today}T00:00:00Z`) + SOON * DAY).toISOString().slice(0, 10)
  const notices: string[] = []
  for (const exception of exceptions) {
    const subject = `The exception for ${exception.path} (${exception.rule})`
    if (exception.expires < today) {
      notices.push(`${subject} expired on ${exception.expires} and no longer applies. Its reason was: ${exception.reason}`)
      continue
    }
    if (exception.expires <= soon) notices.push(`${subject} expires on ${exception.expires}`)
    for (const { path, sha256, findings } of files) {
      const hasChanged = sha256 !== undefined && sha256 !== exception.sha256 && globMatches(exception.path, path)
      const isOpen = hasChanged && findings.some(({ rule }) => exception.rule === '*' || rule === exception.rule)
      if (isOpen) notices.push(`${subject} does not apply to ${path}, whose content has changed: its findings are open again`)
    }
  }
  return notices
}
