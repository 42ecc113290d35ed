// Rules about code that a model file carries.
import type { Rule } from './rule.ts'

export const codeRules = [
  {
    id: 'code/bytecode',
    severity: 'high',
    title: 'The model carries Python bytecode',
    description: 'Compiled functions travel inside the file and run when the model is loaded or used; nobody reviews bytecode.',
    help: 'Have the model saved without functions (weights and a configuration), with its code in a reviewed package.',
    cwe: [94, 502],
  },
  {
    id: 'code/dangerous',
    severity: 'critical',
    title: 'Code in the model reaches out of it',
    description: 'Code that travels in the model uses functions that run programs or other code, or reach files or the network.',
    help: 'Do not load this file. Read the named functions’ use; have the model exported again without code.',
    cwe: [94, 506],
  },
  {
    id: 'code/native',
    severity: 'high',
    title: 'The model carries native code',
    description: 'A shared library or program is packed in the model. Loaders map such members into the process and run them.',
    help: 'Build native code from reviewed source instead, or scan and sign it by other means and allow the file in the policy.',
    cwe: [94, 829],
  },
  {
    id: 'code/other-runtime',
    severity: 'high',
    title: 'The model carries code for another runtime',
    description: 'Code for Lua, R, JavaScript or the Java virtual machine travels in the file and can run when it is loaded.',
    help: 'Load the file in an isolated process only; have the model exported to a format that holds data alone.',
    cwe: [94, 502],
  },
  {
    id: 'code/r-functions',
    severity: 'medium',
    title: 'The model carries R functions',
    description: 'R objects such as fitted models often carry functions. They run when the model is used, not when it is loaded.',
    help: 'Read the functions in R without calling them, or ask for the numbers of the model alone.',
    cwe: [829],
  },
  {
    id: 'code/other-runtime-class',
    severity: 'medium',
    title: 'The model names classes of the Java virtual machine',
    description:
      'Serialized Java objects or classes are in the file. None of them is known to be a gadget, but deserializing runs their methods.',
    help: 'Load the file with a deserialization filter that lists the expected classes.',
    cwe: [502],
  },
  {
    id: 'code/python-source',
    severity: 'medium',
    title: 'The model carries source code',
    description: 'Source files are packed with the model. They run only where somebody imports or runs them.',
    help: 'Review them like any other code of a pull request.',
    cwe: [829],
  },
  {
    id: 'code/python-source-runs',
    severity: 'high',
    title: 'Source code in the model is run',
    description: 'Python source in the file runs when the model is loaded or served, or does more than compute when it is used.',
    help: 'Review the source; allow the file in the policy by its hash once it is trusted.',
    cwe: [94, 829],
  },
  {
    id: 'code/torchscript-io',
    severity: 'high',
    title: 'TorchScript does more than compute',
    description: 'The program in a TorchScript file uses operators that read or write files, or classes and operators of other libraries.',
    help: 'Find out why the model needs them; a network needs none.',
    cwe: [94],
  },
] as const satisfies readonly Rule[]
