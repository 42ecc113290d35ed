// Judges an operation of a computation graph.
import type { Observation } from '../../facts/observation.ts'
import { isOnnxOp, onnxRows } from '../graph/onnx.ts'
import {
  caffeRows,
  coremlRows,
  isExecutorchOp,
  isExportNamespace,
  isOpenvinoSet,
  mxnetRows,
  paddleRows,
  tfliteCustomOps,
} from '../graph/others.ts'
import { isTensorflowOp, type OpRow, type Reach, tensorflowRows } from '../graph/tensorflow.ts'
import type { Policy } from '../policy.ts'
import type { RuleId } from '../rules/index.ts'
import type { Judgement } from './judgement.ts'
import { finding, fine, policyEntry } from './judgement.ts'

type GraphOp = Extract<Observation, { kind: 'graph-op' }>

const RULES: Record<Reach, RuleId> = {
  python: 'graph/python-op',
  layer: 'graph/python-layer',
  files: 'graph/file-access',
  network: 'graph/network',
  native: 'graph/native-call',
  compiled: 'graph/compiled-kernel',
  checkpoint: 'graph/checkpoint-path',
  custom: 'graph/custom-op',
}

/**
 * Judges an operation by the row that lists it. An operation that neither the framework nor the model defines is
 * custom.
 */
export function judgeGraph(policy: Policy, observation: GraphOp): Judgement {
  const name = fullName(observation)
  const dot = name.lastIndexOf('.')
  const entry = policyEntry(policy, name.slice(0, dot), name.slice(dot + 1))
  if (entry === 'allow') return fine(`${name} is allowed by the policy`)
  if (entry === 'deny') return graphFinding(observation, 'custom', 'is denied by the policy', 'denied by the policy')
  const { row, known } = classify(observation)
  if (row) {
    const reason = relevance(row, observation.argument)
    return reason === true ? graphFinding(observation, row.reach, row.does, `listed: it ${row.does}`) : fine(`${name}: ${reason}`)
  }
  if (known) return fine(`${name} only computes`)
  if (observation.defined) return fine(`${name} is a function of the model`)
  return graphFinding(
    observation,
    'custom',
    'is not part of the framework: a custom library must provide it',
    'not an operation of the framework',
  )
}

/** Returns the name of an operation in the policy: `tensorflow.ReadFile`, `onnx.com.example.MyOp`. */
function fullName({ framework, domain, op }: GraphOp): string {
  return [framework, domain, op].filter((part) => part !== '').join('.')
}

/** Returns the row that lists the operation, and whether the operation is part of the framework. */
function classify({ framework, domain, op }: GraphOp): { readonly row: OpRow | undefined; readonly known: boolean } {
  switch (framework) {
    case 'tensorflow':
      return tensorflow(op)
    case 'tflite':
      // Flex operators are TensorFlow operations that a delegate runs.
      return op.startsWith('Flex') ? tensorflow(op.slice(4)) : { row: undefined, known: tfliteCustomOps.has(op) }
    case 'onnx':
      return { row: rowOf(onnxRows, op), known: isOnnxOp(domain, op) }
    case 'paddle':
      return { row: rowOf(paddleRows, op), known: true }
    case 'mxnet':
      return { row: rowOf(mxnetRows, op), known: true }
    case 'caffe':
      return { row: rowOf(caffeRows, op), known: true }
    case 'coreml':
      return { row: rowOf(coremlRows, op), known: true }
    case 'openvino':
      return { row: undefined, known: isOpenvinoSet(domain) }
    case 'executorch':
      return { row: undefined, known: isExecutorchOp(domain, op) }
    case 'torch-export':
      return { row: undefined, known: isExportNamespace(domain) }
    default:
      return framework satisfies never
  }
}

function tensorflow(op: string): { readonly row: OpRow | undefined; readonly known: boolean } {
  return { row: rowOf(tensorflowRows, op), known: isTensorflowOp(op) }
}

function rowOf(rows: readonly OpRow[], op: string): OpRow | undefined {
  return rows.find((row) => row.ops.has(op))
}

/** Returns true if the operation does harm with this argument, else the reason why it does not. */
function relevance(row: OpRow, argument: string | undefined): true | string {
  switch (row.only) {
    case 'url':
      return argument?.includes('://') ? true : 'it writes to the output of the process'
    case 'outside':
      return argument?.split(', ').some(leaves) ? true : 'the loader passes its path, or the path stays in the folder'
    case 'not-asset':
      return argument?.split(', ').every((path) => path.startsWith('assets/') && !leaves(path)) ? 'it reads an asset of the model' : true
    default:
      return true
  }
}

/** Returns true if a path leaves the folder it is relative to, or starts with a computed part (`?`). */
function leaves(path: string): boolean {
  return /^[?]/.test(path) || /^[\\/~]/.test(path) || /^[a-z][a-z0-9+.-]*:/i.test(path) || path.split(/[\\/]/).includes('..')
}

function graphFinding({ op, domain, node, argument, framework }: GraphOp, reach: Reach, does: string, reason: string): Judgement {
  const called = domain === '' ? op : `${domain}.${op}`
  const target = argument === undefined || argument === '' ? '' : `: ${argument}`
  const place = node === '' ? '' : ` (node ${node})`
  const rule = RULES[reach]
  return finding(
    rule,
    `The ${TITLES[framework]} operation ${called === '' ? 'without a name' : called} ${does}${target}${place}`,
    `${called}${target}`,
    reason,
  )
}

/** Names of the frameworks in messages. */
const TITLES: Record<GraphOp['framework'], string> = {
  tensorflow: 'TensorFlow',
  tflite: 'TensorFlow Lite',
  onnx: 'ONNX',
  caffe: 'Caffe',
  coreml: 'Core ML',
  paddle: 'PaddlePaddle',
  mxnet: 'MXNet',
  openvino: 'OpenVINO',
  executorch: 'ExecuTorch',
  'torch-export': 'torch.export',
}
