// The policy of a run: its settings, their defaults, and how scopes and options change them.
import type { Severity } from '../types/finding.ts'
import type { Gate } from '../types/report.ts'
import type { RuleId } from './rules/index.ts'

/** Every setting of a run. Plain data, except for `firstParty`. */
export interface Policy extends Gate {
  /** `module.Name` entries that are accepted anywhere and with any arguments, or `module.*` for a whole module. */
  readonly allow: readonly string[]
  /** `module.Name` or `module.*` entries that are always critical. */
  readonly deny: readonly string[]
  /** Severity per rule; `off` hides the rule’s findings from the gate and the report. */
  readonly severity: Partial<Record<RuleId, Severity | 'off'>>
  /** Whether an empty file passes if its name promises a model. */
  readonly empty: 'pass' | 'fail'
  /** Ids of the formats that models may have; undefined allows any. */
  readonly approvedFormats?: readonly string[]
  /** Settings for some paths only, in the order of the policy file: of two that match, the later one wins. */
  readonly scopes: readonly Scope[]
  /** Findings that are accepted until a date. */
  readonly exceptions: readonly Exception[]
  /** Finds what the checkout defines. Set by the caller, never by a policy file. */
  readonly firstParty?: FirstParty
}

/** Settings that a policy file or one of its scopes can contain. An absent key keeps the value it had. */
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

/** Accepts the findings of one rule, in files with this path and exactly this content, until a date. */
export interface Exception {
  /** A glob; see `file/glob.ts`. */
  readonly path: string
  /** Hash of the whole file in lower-case hex. A changed file has another hash. */
  readonly sha256: string
  readonly rule: RuleId | '*'
  readonly reason: string
  /** Last day (UTC) on which the exception applies, `YYYY-MM-DD`. */
  readonly expires: string
}

/** The file of the checkout that defines a name, and the kind of definition. */
export interface Definition {
  readonly file: string
  readonly kind: 'class' | 'enum' | 'function'
}

/** Returns the definition of `module.name` in the reviewed source files, undefined if they contain none. */
export type FirstParty = (module: string, name: string) => Definition | undefined

/** The policy of a run without a policy file: fails at severity high, and for incomplete files. */
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

/**
 * Returns the policy with settings applied: lists of names are joined, severities merged, all other values replaced.
 */
export function withSettings(policy: Policy, { allow = [], deny = [], severity = {}, ...rest }: Settings): Policy {
  return {
    ...policy,
    ...rest,
    allow: [...policy.allow, ...allow],
    deny: [...policy.deny, ...deny],
    severity: { ...policy.severity, ...severity },
  }
}

/**
 * Returns the policy with the gate of an option or input, which overrides the policy file and its scopes. Undefined:
 * not set.
 */
export function withGate(policy: Policy, option: { readonly [K in keyof Gate]: Gate[K] | undefined }): Policy {
  const gate: Partial<Gate> = {
    ...(option.failOn === undefined ? {} : { failOn: option.failOn }),
    ...(option.failOnIncomplete === undefined ? {} : { failOnIncomplete: option.failOnIncomplete }),
    ...(option.lfsPointers === undefined ? {} : { lfsPointers: option.lfsPointers }),
  }
  return { ...policy, ...gate, scopes: policy.scopes.map(({ path, settings }) => ({ path, settings: { ...settings, ...gate } })) }
}

/** An error in a policy, baseline or option. The message names the file, the line, the key and the allowed values. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError'
}
