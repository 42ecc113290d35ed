// Rules about operations of computation graphs (ONNX, TensorFlow and others).
import type { Rule } from './rule.ts'

export const graphRules = [
  {
    id: 'graph/checkpoint-path',
    severity: 'medium',
    title: 'A graph reads a checkpoint from a fixed path',
    description:
      'An operation reads tensors from a path outside the model, and the graph itself contains the path. Normally the loader passes it.',
    help: 'Export the model again with its weights in it, and find out what the path is.',
    cwe: [73],
  },
  {
    id: 'graph/compiled-kernel',
    severity: 'medium',
    title: 'A graph contains compiled code for an accelerator',
    description: 'Part of the model is a compiled engine for one runtime. It cannot be inspected without that runtime.',
    help: 'Ask for the model that it was compiled from, and compile it yourself.',
    cwe: [506],
  },
  {
    id: 'graph/custom-op',
    severity: 'medium',
    title: 'A graph uses a custom operation',
    description:
      'The operation is not part of the framework. The model runs only with a library or class that provides the operation, and runs its code.',
    help: 'Review the library that provides the operation. If you trust it, allow the operation in the policy.',
    cwe: [829],
  },
  {
    id: 'graph/file-access',
    severity: 'high',
    title: 'A graph reads or writes files',
    description:
      'An operation of the graph opens files on the machine that runs the model. Models do not need this, because the program passes their input.',
    help: 'Find out why the operation is there before you run the model, or ask for the model without input pipelines.',
    cwe: [73, 552],
  },
  {
    id: 'graph/native-call',
    severity: 'high',
    title: 'A graph calls native code by name or address',
    description: 'An operation calls a function of the process by its name, or through an address that the file contains.',
    help: 'Treat the file as hostile until its author explains the operation.',
    cwe: [822, 829],
  },
  {
    id: 'graph/network',
    severity: 'high',
    title: 'A graph connects to other machines',
    description: 'An operation of the graph sends data to another process or server, or receives data from one.',
    help: 'Find out where the data goes before you run the model.',
    cwe: [918, 201],
  },
  {
    id: 'graph/python-layer',
    severity: 'high',
    title: 'A layer is a Python class',
    description: 'To build the layer, loading imports a Python module by name, or calls a Python operator of the loading program.',
    help: 'Review the module together with the model, or replace the layer with one of the framework.',
    cwe: [829, 470],
  },
  {
    id: 'graph/python-op',
    severity: 'critical',
    title: 'A graph calls Python',
    description:
      'An operation of the graph calls a Python function of the loading process. The function is not in the graph and can do anything.',
    help: 'Do not load this model. Ask for it without Python operations.',
    cwe: [94, 913],
  },
] as const satisfies readonly Rule[]
