// Rules about the scan itself.
import type { Rule } from './rule.ts'

export const scanRules = [
  {
    id: 'scan/incomplete',
    severity: 'high',
    title: 'The file was not read to the end',
    description:
      'Part of the file was not read (truncated, encrypted, unsupported, a limit, a Git LFS pointer), so it is not known to be clean.',
    help: 'See the detail of the result. By default, the gate fails.',
    cwe: [],
  },
] as const satisfies readonly Rule[]
