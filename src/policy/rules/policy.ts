// Rules that apply only where the policy file asks for them.
import type { Rule } from './rule.ts'

export const policyRules = [
  {
    id: 'policy/unapproved-format',
    severity: 'high',
    title: 'The model is of a format that the policy does not approve',
    description: 'The policy names the formats that models may have, and the bytes of this file are of another one.',
    help: 'Convert the model to an approved format, or add the format to approved-formats if the team wants it.',
    cwe: [],
  },
] as const satisfies readonly Rule[]
