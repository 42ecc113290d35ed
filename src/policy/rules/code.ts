// Rules about code that a model file carries.
import type { Rule } from './rule.ts'

export const codeRules = [
  {
    id: 'code/bytecode',
    severity: 'high',
    title: 'The model contains Python bytecode',
    description: 'The file contains compiled Python functions. They run when the model is loaded or used, and bytecode cannot be reviewed.',
    help: 'Ask for the model without functions: weights and a configuration, with the code in a reviewed package.',
    cwe: [94, 502],
  },
  {
    id: 'code/dangerous',
    severity: 'critical',
    title: 'Code in the model uses dangerous functions',
    description: 'Code in the file uses functions that run programs or other code, or reach files or the network.',
    help: 'Do not load this file. Find out what the named functions are used for, and ask for the model without code.',
    cwe: [94, 506],
  },
  {
    id: 'code/native',
    severity: 'high',
    title: 'The model contains native code',
    description: 'The model contains a shared library or an executable. Loaders map such members into the process and run them.',
    help: 'Build native code from reviewed source instead. If you verify the file in another way, accept it with an exception in the policy.',
    cwe: [94, 829],
  },
  {
    id: 'code/other-runtime',
    severity: 'high',
    title: 'The model contains code for another runtime',
    description: 'The file contains code for Lua, R, JavaScript or the Java virtual machine, which can run when the file is loaded.',
    help: 'Load the file only in an isolated process, or ask for the model in a format that contains only data.',
    cwe: [94, 502],
  },
  {
    id: 'code/r-functions',
    severity: 'medium',
    title: 'The model contains R functions',
    description: 'R objects such as fitted models often contain functions. They run when the model is used, not when it is loaded.',
    help: 'Read the functions in R without calling them, or ask for the numbers of the model only.',
    cwe: [829],
  },
  {
    id: 'code/other-runtime-class',
    severity: 'medium',
    title: 'The model contains Java objects or classes',
    description:
      'The file contains serialized Java objects or class files. No class is a known gadget, but deserializing the objects runs their methods.',
    help: 'Deserialize the file with a filter that lists the expected classes.',
    cwe: [502],
  },
  {
    id: 'code/python-source',
    severity: 'medium',
    title: 'The model contains source code',
    description: 'Source files are packed with the model. They run only if a program imports or runs them.',
    help: 'Review them like any other code in a pull request.',
    cwe: [829],
  },
  {
    id: 'code/python-source-runs',
    severity: 'high',
    title: 'The model runs source code that it contains',
    description: 'Python source in the file runs when the model is loaded or served, or does more than compute when the model is used.',
    help: 'Review the source. If you trust it, accept this file with an exception in the policy.',
    cwe: [94, 829],
  },
  {
    id: 'code/torchscript-io',
    severity: 'high',
    title: 'TorchScript does more than compute',
    description: 'The TorchScript program uses operators that read or write files, or classes and operators of other libraries.',
    help: 'Find out why the model needs these operators. A network that only computes needs none of them.',
    cwe: [94],
  },
] as const satisfies readonly Rule[]
