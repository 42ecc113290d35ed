// Rules that apply only where the policy file asks for them.
import type { Rule } from './rule.ts'

export const policyRules = [
  {
    id: 'policy/unapproved-format',
    severity: 'high',
    title: 'The policy does not approve the format of this model',
    description: 'The policy lists the formats that models may have, and the content of this file has another one.',
    help: 'Convert the model to an approved format, or add its format to approved-formats.',
    cwe: [],
  },
] as const satisfies readonly Rule[]
