// The result of judging one observation, and the `allow` and `deny` lists of the policy.
import type { Silence } from '../../facts/pickle.ts'
import type { Severity } from '../../types/finding.ts'
import type { Policy } from '../policy.ts'
import type { RuleId } from '../rules/index.ts'
import { ruleOf } from '../rules/index.ts'

/** What the policy makes of one observation: no objection, or a finding. */
export type Judgement =
  | { readonly kind: 'fine'; readonly reason: string; readonly silence: Silence | false }
  | {
      readonly kind: 'finding'
      readonly rule: RuleId
      readonly severity: Severity
      readonly message: string
      readonly evidence: string
      readonly reason: string
      /** The imported name that the finding is about: an import and the calls of it have one cause. */
      readonly about?: string
    }

/** Returns whether the policy file allows or denies a name. `deny` takes precedence over `allow`. */
export function policyEntry(policy: Policy, module: string, name: string): 'allow' | 'deny' | undefined {
  if (policy.deny.length > 0 && listed(policy.deny, module, name)) return 'deny'
  return policy.allow.length > 0 && listed(policy.allow, module, name) ? 'allow' : undefined
}

function listed(entries: readonly string[], module: string, name: string): boolean {
  const full = `${module}.${name}`
  return entries.some((entry) =>
    entry.endsWith('.*') ? module === entry.slice(0, -2) || module.startsWith(entry.slice(0, -1)) : entry === full,
  )
}

/** Returns a judgement without objection. `silence` names the further observations that would be judged the same. */
export function fine(reason: string, silence: Silence | false = false): Judgement {
  return { kind: 'fine', reason, silence }
}

/** Returns a finding with the severity of its rule. `about` is the imported name that the finding is about. */
export function finding(rule: RuleId, message: string, evidence: string, reason: string, about?: string): Judgement {
  return { kind: 'finding', rule, severity: ruleOf(rule).severity, message, evidence, reason, ...(about === undefined ? {} : { about }) }
}
