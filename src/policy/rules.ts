import type { Severity } from '../types/finding.ts'
import { codeRules } from './rules/code.ts'
import { configRules } from './rules/config.ts'
import { containersRules } from './rules/containers.ts'
import { filesRules } from './rules/files.ts'
import { graphRules } from './rules/graph.ts'
import { pickleRules } from './rules/pickle.ts'
import { policyRules } from './rules/policy.ts'
import type { Rule } from './rules/rule.ts'
import { scanRules } from './rules/scan.ts'
import { templateRules } from './rules/template.ts'

export type { Rule } from './rules/rule.ts'

const table = [
  ...codeRules,
  ...configRules,
  ...containersRules,
  ...filesRules,
  ...graphRules,
  ...pickleRules,
  ...policyRules,
  ...scanRules,
  ...templateRules,
] as const

/** Every severity, the worst first. */
export const severities = ['critical', 'high', 'medium', 'low'] as const satisfies readonly Severity[]

export type RuleId = (typeof table)[number]['id']

/** Every rule, sorted by id. One id per behaviour and severity: SARIF carries severity per rule. */
export const rules: readonly (Rule & { readonly id: RuleId })[] = [...table].sort((a, b) => (a.id < b.id ? -1 : 1))

const byId = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]))

/** The rule with that id. @throws {Error} for an unknown id: a bug, since ids come from the table. */
export function ruleOf(id: string): Rule {
  const rule = byId.get(id)
  if (!rule) throw new Error(`unknown rule ${id}`)
  return rule
}
