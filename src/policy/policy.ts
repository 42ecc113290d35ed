// The policy of a run: its settings, their defaults, and how scopes and options change them.
import type { Severity } from '../types/finding.ts'
import type { Gate } from '../types/report.ts'
import type { RuleId } from './rules/index.ts'

/** What a user decides. Plain data, but for `firstParty`. */
export interface Policy extends Gate {
  /** `module.Name` entries that are accepted wherever they stand, or `module.*` for a whole module. */
  readonly allow: readonly string[]
  /** `module.Name` or `module.*` entries that are always critical. */
  readonly deny: readonly string[]
  /** Severity per rule; `off` hides the rule’s findings from the gate and the report. */
  readonly severity: Partial<Record<RuleId, Severity | 'off'>>
  /** What an empty file does under a name that promises a model. */
  readonly empty: 'pass' | 'fail'
  /** Ids of the formats that models may have; undefined for any. */
  readonly approvedFormats?: readonly string[]
  /** What holds for some paths only, in the order of the file: of two that match, the later one wins. */
  readonly scopes: readonly Scope[]
  /** Findings of certain files that somebody accepted for a time. */
  readonly exceptions: readonly Exception[]
  /** Given by the caller, never by a file: what the checkout defines. */
  readonly firstParty?: FirstParty
}

/** What a policy file, or a scope of it, can say. What is not said keeps the value it had. */
export interface Settings extends Partial<Gate> {
  readonly allow?: readonly string[]
  readonly deny?: readonly string[]
  readonly severity?: Policy['severity']
  readonly empty?: Policy['empty']
  readonly approvedFormats?: readonly string[]
}

/** Settings for the files that a glob matches. */
export interface Scope {
  readonly path: string
  readonly settings: Settings
}

/** One accepted finding: of this rule, in files of this path and exactly this content, until that day. */
export interface Exception {
  /** A glob; see policy-glob.ts. */
  readonly path: string
  /** Of the whole file, in lower-case hex: another content is another file. */
  readonly sha256: string
  readonly rule: RuleId | '*'
  readonly reason: string
  /** The last day (UTC) on which it holds, `YYYY-MM-DD`. */
  readonly expires: string
}

/** Where a name is defined in the checkout, and as what. */
export interface Definition {
  readonly file: string
  readonly kind: 'class' | 'enum' | 'function'
}

/** Finds the definition of `module.name` among source files that are reviewed; undefined where they hold none. */
export type FirstParty = (module: string, name: string) => Definition | undefined

/** What holds when nobody says otherwise: fail at high, fail on what was not read. */
export const defaultPolicy: Policy = {
  failOn: 'high',
  failOnIncomplete: true,
  lfsPointers: 'fail',
  allow: [],
  deny: [],
  severity: {},
  empty: 'pass',
  scopes: [],
  exceptions: [],
}

/** The policy with settings laid over it: lists of names grow, severities are merged, anything else is replaced. */
export function withSettings(policy: Policy, { allow = [], deny = [], severity = {}, ...rest }: Settings): Policy {
  return {
    ...policy,
    ...rest,
    allow: [...policy.allow, ...allow],
    deny: [...policy.deny, ...deny],
    severity: { ...policy.severity, ...severity },
  }
}

/** What an option or input says of the gate goes before the whole policy file, its scopes included. Undefined: not said. */
export function withGate(policy: Policy, said: { readonly [K in keyof Gate]: Gate[K] | undefined }): Policy {
  const gate: Partial<Gate> = {
    ...(said.failOn === undefined ? {} : { failOn: said.failOn }),
    ...(said.failOnIncomplete === undefined ? {} : { failOnIncomplete: said.failOnIncomplete }),
    ...(said.lfsPointers === undefined ? {} : { lfsPointers: said.lfsPointers }),
  }
  return { ...policy, ...gate, scopes: policy.scopes.map(({ path, settings }) => ({ path, settings: { ...settings, ...gate } })) }
}

/** The user wrote something that cannot be meant: the message names file, line, key and what would be right. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError'
}
