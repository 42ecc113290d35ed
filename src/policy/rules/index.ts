// Collects the rules of all families into one table and looks rules up by id.
import type { Severity } from '../../types/finding.ts'
import { codeRules } from './code.ts'
import { configRules } from './config.ts'
import { containersRules } from './containers.ts'
import { filesRules } from './files.ts'
import { graphRules } from './graph.ts'
import { pickleRules } from './pickle.ts'
import { policyRules } from './policy.ts'
import type { Judged, Objection, Rule } from './rule.ts'
import { scanRules } from './scan.ts'
import { templateRules } from './template.ts'

export type { Rule } from './rule.ts'

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

/** Every severity, worst first. */
export const severities = ['critical', 'high', 'medium', 'low'] as const satisfies readonly Severity[]

export type RuleId = (typeof table)[number]['id']

/** Every rule, sorted by id. A rule has one severity, since SARIF stores the severity per rule. */
export const rules: readonly (Rule & { readonly id: RuleId })[] = [...table].sort((a, b) => (a.id < b.id ? -1 : 1))

interface OwnJudge {
  readonly id: RuleId
  readonly severity: Severity
  judge(observation: Judged): Objection | undefined
}

/** Rules that judge a kind of observation on their own, in the order of the table. */
export const ownJudges: ReadonlyMap<Judged['kind'], readonly OwnJudge[]> = judgesByKind(table)

function judgesByKind(all: readonly (Rule & { readonly id: RuleId })[]): ReadonlyMap<Judged['kind'], readonly OwnJudge[]> {
  const byKind = new Map<Judged['kind'], OwnJudge[]>()
  for (const { id, severity, judges } of all) {
    if (judges) byKind.set(judges.kind, [...(byKind.get(judges.kind) ?? []), { id, severity, judge: judges.judge }])
  }
  return byKind
}

const byId = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]))

/** Returns the rule with this id. @throws {Error} for an unknown id, which is a bug: ids come from the table. */
export function ruleOf(id: string): Rule {
  const rule = byId.get(id)
  if (!rule) throw new Error(`unknown rule ${id}`)
  return rule
}
