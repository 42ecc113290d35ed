// Builds the rule descriptors of SARIF, with the properties that GitHub reads.
import { type Rule, rules } from '../policy/rules/index.ts'
import type { Severity } from '../types/finding.ts'
import { ruleUrl } from './words.ts'

/** SARIF has three levels. GitHub ranks by `security-severity`, with limits at 9.0, 7.0 and 4.0. */
const SCALE = {
  critical: { level: 'error', problem: 'error', score: '9.8' },
  high: { level: 'error', problem: 'error', score: '8.0' },
  medium: { level: 'warning', problem: 'warning', score: '5.5' },
  low: { level: 'note', problem: 'recommendation', score: '2.0' },
} as const satisfies Record<Severity, { level: string; problem: string; score: string }>

/**
 * How likely a finding of that severity is a real problem: critical ones do harm, medium ones may be custom classes.
 */
const PRECISION = { critical: 'very-high', high: 'high', medium: 'medium', low: 'medium' } as const satisfies Record<Severity, string>

/** GitHub's limit on descriptions, in characters. */
const TEXT_MAX = 1024

/** A `reportingDescriptor` (SARIF §3.49) with the properties that GitHub reads. */
interface RuleDescriptor {
  readonly id: Rule['id']
  readonly name: string
  readonly shortDescription: { readonly text: string }
  readonly fullDescription: { readonly text: string }
  readonly help: { readonly text: string; readonly markdown: string }
  readonly helpUri: string
  readonly defaultConfiguration: { readonly level: 'error' | 'warning' | 'note' }
  readonly properties: Readonly<Record<string, string | readonly string[]>>
}

/** Returns the SARIF level of a severity. */
export function sarifLevel(severity: Severity): 'error' | 'warning' | 'note' {
  return SCALE[severity].level
}

/**
 * Returns the descriptors of all rules, used or not, sorted by id, so that indices and texts are the same in every run.
 * @param moved severities that the policy changed
 */
export function ruleDescriptors(moved: ReadonlyMap<Rule['id'], Severity>): readonly RuleDescriptor[] {
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))
  return sorted.map((rule) => descriptor(rule, moved.get(rule.id) ?? rule.severity))
}

function descriptor(rule: Rule, severity: Severity): RuleDescriptor {
  const { level, problem, score } = SCALE[severity]
  const page = ruleUrl(rule.id)
  return {
    id: rule.id,
    name: pascalCase(rule.id),
    shortDescription: { text: `${rule.title}.` },
    fullDescription: { text: rule.description.slice(0, TEXT_MAX) },
    help: {
      text: `${rule.description} ${rule.help} See ${page}`,
      markdown: `**${rule.title}**\n\n${rule.description}\n\n**What to do:** ${rule.help}\n\n[More about ${rule.id}](${page})`,
    },
    helpUri: page,
    defaultConfiguration: { level },
    properties: {
      precision: PRECISION[severity],
      'problem.severity': problem,
      'security-severity': score,
      tags: [
        'security',
        'machine-learning',
        ...rule.id.split('/').slice(0, 1),
        ...rule.cwe.map((cwe) => `external/cwe/cwe-${String(cwe).padStart(3, '0')}`),
      ],
    },
  }
}

/** `pickle/dangerous-call` → `PickleDangerousCall`, as SARIF names rules. */
function pascalCase(id: string): string {
  return id.replace(/(?:^|[/-])(\w)/g, (_match, letter: string) => letter.toUpperCase())
}
