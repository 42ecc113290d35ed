// Rules about operations of computation graphs (ONNX, TensorFlow and others).
import type { Rule } from './rule.ts'

export const graphRules = [
  {
    id: 'graph/checkpoint-path',
    severity: 'medium',
    title: 'A graph reads a checkpoint from a fixed path',
    description:
      'An operation reads tensors from a path outside of the model that the graph itself fixes. Savers get their path from the loader.',
    help: 'Export the model again with its weights in it; find out what the path is.',
    cwe: [73],
  },
  {
    id: 'graph/compiled-kernel',
    severity: 'medium',
    title: 'A graph carries compiled code for an accelerator',
    description: 'Part of the model is a compiled engine for one runtime. Nobody can say what is in it without that runtime.',
    help: 'Ask for the model it was compiled from, and compile it yourself.',
    cwe: [506],
  },
  {
    id: 'graph/custom-op',
    severity: 'medium',
    title: 'A graph uses an operation of somebody’s own',
    description:
      'The operation is none of the framework’s. Running the model needs a library or class that provides it, and runs its code.',
    help: 'Check the library that provides it; allow the operation in the policy if it is yours.',
    cwe: [829],
  },
  {
    id: 'graph/file-access',
    severity: 'high',
    title: 'A graph reads or writes files',
    description:
      'An operation of the graph opens files of the machine that runs the model. Models do not need that: their input is given to them.',
    help: 'Do not run the model before you know why it is there; have it exported again without input pipelines.',
    cwe: [73, 552],
  },
  {
    id: 'graph/native-call',
    severity: 'high',
    title: 'A graph calls native code by name or address',
    description: 'An operation calls a function of the process by its name, or through an address that the file gives.',
    help: 'Treat the file as hostile until its author explains it.',
    cwe: [822, 829],
  },
  {
    id: 'graph/network',
    severity: 'high',
    title: 'A graph talks to other machines',
    description: 'An operation of the graph sends data to another process or server, or fetches data from one.',
    help: 'Do not run the model before you know where its data go.',
    cwe: [918, 201],
  },
  {
    id: 'graph/python-layer',
    severity: 'high',
    title: 'A layer is a Python class',
    description:
      'Loading the network imports a Python module by name, or calls a Python operator of the loading program, as a layer of the network.',
    help: 'Review the module with the model; replace the layer by one of the framework’s own.',
    cwe: [829, 470],
  },
  {
    id: 'graph/python-op',
    severity: 'critical',
    title: 'A graph calls Python',
    description:
      'An operation of the graph calls a Python function of the loading process: what it does is not in the graph, and can be anything.',
    help: 'Do not load the model. Have it exported again without Python operations.',
    cwe: [94, 913],
  },
] as const satisfies readonly Rule[]
