// The type of a rule: its texts, and the judgement that a rule may make on its own.

import type { Observation } from '../../facts/observation.ts'
import type { Severity } from '../../types/finding.ts'

/** Every observation that is judged. `incomplete` is not: it becomes an outcome of its own. */
export type Judged = Exclude<Observation, { kind: 'incomplete' }>

/** Why a rule objects to an observation: the texts of the finding. */
export interface Objection {
  readonly message: string
  readonly evidence: string
  readonly reason: string
}

/** Observations of names: `allow` and `deny` of the policy apply to these before any rule. */
type OfNames = 'global' | 'call' | 'escape' | 'later-callables' | 'config-reference' | 'graph-op'

/**
 * How a rule judges one kind of observation on its own.
 * If it returns undefined, the next such rule is asked, then `policy/judge/`.
 */
type OwnJudgement = {
  readonly [Kind in Exclude<Judged['kind'], OfNames>]: {
    readonly kind: Kind
    judge(observation: Extract<Judged, { kind: Kind }>): Objection | undefined
  }
}[Exclude<Judged['kind'], OfNames>]

/** One rule: what its findings mean and what to do. The id is stable; `docs/rules/<id with - for />.md` explains it. */
export interface Rule {
  readonly id: string
  readonly severity: Severity
  /** A few words, as a heading. */
  readonly title: string
  /** What a finding means, in one or two sentences. */
  readonly description: string
  /** What the user should do. */
  readonly help: string
  /** CWE numbers. */
  readonly cwe: readonly number[]
  /** Absent if a judge of `policy/judge/` chooses between this rule and others. */
  readonly judges?: OwnJudgement
}
