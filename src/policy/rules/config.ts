// Rules about names and requirements in the configuration files of models.
import type { Rule } from './rule.ts'

export const configRules = [
  {
    id: 'config/custom-class',
    severity: 'medium',
    title: 'A configuration names a custom class',
    description: 'The loader imports a class or function from a package that ModelGate does not know, and builds or calls it.',
    help: 'Review the package, pin its version, and allow the name in the policy.',
    cwe: [470],
  },
  {
    id: 'config/dangerous-reference',
    severity: 'critical',
    title: 'A configuration names a dangerous function',
    description:
      'The loader resolves a name in the configuration to a function that runs programs or code, or reaches files or the network.',
    help: 'Do not load this file. No model needs this name, so treat the file as hostile.',
    cwe: [470, 502, 94],
  },
  {
    id: 'config/external-code',
    severity: 'high',
    title: 'A configuration loads code from elsewhere',
    description: 'Loading imports and runs Python files from the folder of the model or from another repository.',
    help: 'Review that code and pin its revision, or use a model whose class is part of the library.',
    cwe: [829, 94],
  },
  {
    id: 'config/remote-requirement',
    severity: 'medium',
    title: 'A requirement does not come from the package index',
    description: 'The environment of the model installs a package from a URL, a repository or another package index.',
    help: 'Pin a released version from a package index that you trust, with its hash.',
    cwe: [829, 494],
  },
  {
    id: 'config/shell-command',
    severity: 'critical',
    title: 'A requirement contains a shell command',
    description:
      'The environment of the model lists a requirement with shell syntax in it. Programs that build environments pass such lists to a shell, which runs the command.',
    help: 'Do not build this environment. No package needs such a requirement, so treat the model as hostile.',
    cwe: [78],
  },
  {
    id: 'config/unlisted-reference',
    severity: 'high',
    title: 'A configuration names something that models do not need',
    description: 'The name can be imported, but it is not one of the layers, functions and classes that such configurations name.',
    help: 'Find out why the configuration names it. If it is harmless, allow it in the policy.',
    cwe: [470],
  },
] as const satisfies readonly Rule[]
