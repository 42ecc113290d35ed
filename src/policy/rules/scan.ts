// Rules about the scan itself.
import type { Rule } from './rule.ts'

export const scanRules = [
  {
    id: 'scan/incomplete',
    severity: 'high',
    title: 'Not everything could be read',
    description:
      'Part of the file was not read (truncated, encrypted, unsupported, a limit, a Git LFS pointer), so that it is not known to be clean.',
    help: 'See the detail of the result; by default the gate fails.',
    cwe: [],
  },
] as const satisfies readonly Rule[]
