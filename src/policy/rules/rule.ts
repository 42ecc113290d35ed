import type { Severity } from '../../types/finding.ts'

/** One rule: what a finding means and what to do. The id is stable; a docs page `docs/rules/<id with - for />.md` explains it. */
export interface Rule {
  readonly id: string
  readonly severity: Severity
  /** A few words, as a heading. */
  readonly title: string
  /** What it means, in one or two sentences. */
  readonly description: string
  /** What to do about it. */
  readonly help: string
  /** CWE numbers. */
  readonly cwe: readonly number[]
}
