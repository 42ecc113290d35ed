// Writes, reads and applies a baseline: the findings that existed when the gate was introduced.
import type { FileReport, Report } from '../../types/report.ts'
import { PolicyError } from '../policy.ts'
import type { Acceptance } from './exceptions.ts'
import { UNREAD_RULE, unreadEvidence } from './exceptions.ts'

/** One finding in one version of a file, recorded when the baseline was created. */
export interface BaselineEntry {
  readonly path: string
  readonly sha256: string
  readonly rule: string
  readonly fingerprint: string
}

/** The recorded findings by path. */
export type Baseline = ReadonlyMap<string, readonly BaselineEntry[]>

/** Returns the SHA-256 of the UTF-8 bytes of a text, in hex. */
export type Hash = (text: string) => string

/** Maximum length of the evidence in an entry. It is there for reviewers: only the fingerprint is compared. */
const MAX_EVIDENCE = 200
const DIGEST = /^[0-9a-f]{64}$/
const FINGERPRINT = /^[0-9a-f]{16}$/
/** Reasons that depend on the run, not on the file. Recorded, they would hide a file that was never read. */
const NOT_RECORDED = new Set(['lfs-pointer', 'timeout', 'internal'])

/** Returns the fingerprint of a finding. It does not depend on the offset or the message. */
export function fingerprint(hash: Hash, rule: string, path: readonly string[], evidence: string): string {
  return hash(['v1', rule, path.slice(1).join('!'), evidence].join('\0')).slice(0, 16)
}

/**
 * Writes the open findings of a report as a baseline file, one entry per line, sorted.
 * `leftOut` counts the incomplete parts that are not recorded.
 */
export function writeBaseline(report: Report, hash: Hash): { readonly text: string; readonly entries: number; readonly leftOut: number } {
  let leftOut = 0
  const lines = report.files.flatMap((file) => {
    leftOut += file.incomplete.filter(({ why }) => NOT_RECORDED.has(why)).length
    return [...new Set(linesOf(file, hash))].sort()
  })
  return { text: `{\n"version": 1,\n"entries": [\n${lines.join(',\n')}\n]\n}\n`, entries: lines.length, leftOut }
}

function linesOf(file: FileReport, hash: Hash): string[] {
  const line = (rule: string, path: readonly string[], evidence: string): string =>
    JSON.stringify({
      path: file.path,
      sha256: file.sha256,
      rule,
      fingerprint: fingerprint(hash, rule, path, evidence),
      evidence: evidence.slice(0, MAX_EVIDENCE),
    })
  return [
    ...file.findings.map(({ rule, path, evidence }) => line(rule, path, evidence)),
    ...file.incomplete.filter(({ why }) => !NOT_RECORDED.has(why)).map((part) => line(UNREAD_RULE, part.path, unreadEvidence(part))),
  ]
}

/**
 * Parses a baseline file.
 * @throws {PolicyError} for invalid content; names the file and the entry.
 */
export function parseBaseline(text: string, file: string): Baseline {
  const fail = (message: string): never => {
    throw new PolicyError(`${file}: ${message}; create it again with modelgate baseline`)
  }
  const root = json(text) ?? fail('this is not JSON')
  if (!isRecord(root) || root['version'] !== 1 || !Array.isArray(root['entries'])) return fail('this is not a baseline of version 1')
  const baseline = new Map<string, BaselineEntry[]>()
  for (const [index, item] of root['entries'].entries()) {
    const entry = isRecord(item) ? entryOf(item) : undefined
    if (entry === undefined) return fail(`entry ${index + 1} must have path, sha256, rule and fingerprint`)
    const known = baseline.get(entry.path)
    if (known) known.push(entry)
    else baseline.set(entry.path, [entry])
  }
  return baseline
}

/** Accepts a finding if an entry records it for exactly this content of the file. */
export function baselineAccepts(entries: readonly BaselineEntry[], sha256: string, rule: string, print: string): Acceptance | undefined {
  const isRecorded = entries.some((entry) => entry.sha256 === sha256 && entry.rule === rule && entry.fingerprint === print)
  return isRecorded ? { by: 'baseline', reason: 'existed when the baseline was created' } : undefined
}

function entryOf({ path, sha256, rule, fingerprint: print }: Readonly<Record<string, unknown>>): BaselineEntry | undefined {
  if (typeof path !== 'string' || typeof rule !== 'string' || typeof sha256 !== 'string' || typeof print !== 'string') return undefined
  return DIGEST.test(sha256) && FINGERPRINT.test(print) ? { path, sha256, rule, fingerprint: print } : undefined
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
