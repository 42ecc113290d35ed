// The shape of a rule: what it says, and where it judges by itself, to what it objects.

import type { Observation } from '../../facts/observation.ts'
import type { Severity } from '../../types/finding.ts'

/** Observations that are judged; `incomplete` is an outcome of its own. */
export type Judged = Exclude<Observation, { kind: 'incomplete' }>

/** Why a rule objects to an observation, in the words of the finding. */
export interface Objection {
  readonly message: string
  readonly evidence: string
  readonly reason: string
}

/** Observations of names, which the policy may allow or deny before any rule is asked. */
type OfNames = 'global' | 'call' | 'escape' | 'later-callables' | 'config-reference' | 'graph-op'

/** A rule’s own judgement of one kind of observation. Undefined leaves it to the rules below, then to `policy/judge/`. */
type OwnJudgement = {
  readonly [Kind in Exclude<Judged['kind'], OfNames>]: {
    readonly kind: Kind
    judge(observation: Extract<Judged, { kind: Kind }>): Objection | undefined
  }
}[Exclude<Judged['kind'], OfNames>]

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
  /** Left out where a judge of `policy/judge/` decides between this rule and others. */
  readonly judges?: OwnJudgement
}
