// Checks a model's format against the formats that the policy approves.
import type { Finding } from '../../types/finding.ts'
import type { Policy } from '../policy.ts'
import { ruleOf } from '../rules/index.ts'

/**
 * Judges the formats of one file. `models` are the formats of the file that contain a model or data;
 * `approved-formats` does not apply to others. One finding lists every format that is not approved.
 */
export function judgeFormats(policy: Policy, path: string, models: readonly string[]): Finding | undefined {
  const { approvedFormats } = policy
  const rule = 'policy/unapproved-format'
  const severity = policy.severity[rule] ?? ruleOf(rule).severity
  if (approvedFormats === undefined || severity === 'off') return undefined
  const wrong = models.filter((id) => !approvedFormats.includes(id)).sort()
  if (wrong.length === 0) return undefined
  return {
    rule,
    severity,
    message: `The format of this model is ${wrong.join(', ')}; the policy approves ${approvedFormats.length === 0 ? 'no format' : `only ${approvedFormats.join(', ')}`}`,
    path: [path],
    evidence: wrong.join(', '),
    count: 1,
  }
}
