// The result of judging one observation, and the `allow` and `deny` lists of the policy.
import type { Silence } from '../../facts/pickle.ts'
import type { Severity } from '../../types/finding.ts'
import type { Policy } from '../policy.ts'
import type { RuleId } from '../rules/index.ts'
import { ruleOf } from '../rules/index.ts'

/** What the policy thinks of one fact. */
export type Judgement =
  | { readonly kind: 'fine'; readonly reason: string; readonly settled: Silence | false }
  | {
      readonly kind: 'finding'
      readonly rule: RuleId
      readonly severity: Severity
      readonly message: string
      readonly evidence: string
      readonly reason: string
      /** The imported name that the finding is about: an import and its calls are one cause. */
      readonly about?: string
    }

/** What the policy file says of a name, if it says anything. `deny` goes before `allow`. */
export function exception(policy: Policy, module: string, name: string): 'allow' | 'deny' | undefined {
  if (policy.deny.length > 0 && listed(policy.deny, module, name)) return 'deny'
  return policy.allow.length > 0 && listed(policy.allow, module, name) ? 'allow' : undefined
}

function listed(entries: readonly string[], module: string, name: string): boolean {
  const full = `${module}.${name}`
  return entries.some((entry) =>
    entry.endsWith('.*') ? module === entry.slice(0, -2) || module.startsWith(entry.slice(0, -1)) : entry === full,
  )
}

/** No objection. `settled`: nor to facts that differ from this one in no more than that. */
export function fine(reason: string, settled: Silence | false = false): Judgement {
  return { kind: 'fine', reason, settled }
}

/** An objection. `about`: the imported name it is about, so that an import and its calls are one cause. */
export function finding(rule: RuleId, message: string, evidence: string, reason: string, about?: string): Judgement {
  return { kind: 'finding', rule, severity: ruleOf(rule).severity, message, evidence, reason, ...(about === undefined ? {} : { about }) }
}
