// Rules about names and requirements in the configuration files of models.
import type { Rule } from './rule.ts'

export const configRules = [
  {
    id: 'config/custom-class',
    severity: 'medium',
    title: 'A configuration names a class of somebody’s own',
    description: 'The loader imports a class or function of a package that is not known, and builds or calls it.',
    help: 'Review the named package, pin it, and allow the name in the policy.',
    cwe: [470],
  },
  {
    id: 'config/dangerous-reference',
    severity: 'critical',
    title: 'A configuration names a dangerous function',
    description:
      'Loading resolves a name from the configuration to a function that runs code or programs, or reaches files or the network.',
    help: 'Do not load this file. No model needs such a name: treat it as hostile.',
    cwe: [470, 502, 94],
  },
  {
    id: 'config/external-code',
    severity: 'high',
    title: 'A configuration brings code from elsewhere',
    description: 'Loading imports Python files from the model’s folder or from another repository and runs them.',
    help: 'Review that code, pin the revision, or use a model of a class that the library ships.',
    cwe: [829, 94],
  },
  {
    id: 'config/remote-requirement',
    severity: 'medium',
    title: 'A requirement comes from outside the package index',
    description: 'The model’s environment installs a package from a URL, a repository or an index of its own.',
    help: 'Pin a released version from an index that you trust, with a hash.',
    cwe: [829, 494],
  },
  {
    id: 'config/shell-command',
    severity: 'critical',
    title: 'A requirement carries a shell command',
    description:
      'The model’s environment lists a requirement of which a shell runs a part: programs that build environments hand such lists to one.',
    help: 'Do not build this environment. No package needs such a requirement: treat the model as hostile.',
    cwe: [78],
  },
  {
    id: 'config/unlisted-reference',
    severity: 'high',
    title: 'A configuration names something that models do not need',
    description: 'The name is importable and is not among the layers, functions and classes that such configurations name.',
    help: 'Find out why the configuration names it; allow it in the policy if it is harmless.',
    cwe: [470],
  },
] as const satisfies readonly Rule[]
