// Facts of a computation graph: the operations in it that do more than compute.

/** The framework whose graph it is. */
export type GraphFramework =
  | 'tensorflow'
  | 'tflite'
  | 'onnx'
  | 'caffe'
  | 'coreml'
  | 'paddle'
  | 'mxnet'
  | 'openvino'
  | 'executorch'
  | 'torch-export'

/** An operation of a computation graph that does more than compute, or that no table lists. */
export interface GraphObservation {
  readonly kind: 'graph-op'
  readonly framework: GraphFramework
  readonly op: string
  /** Operator domain (ONNX) or an empty string. */
  readonly domain: string
  /** The node's name in the graph. */
  readonly node: string
  /** What it would act on, if the graph says so: a path, a URL, a function name. */
  readonly argument?: string
  /** The model has a function of this name, which runtimes may run in its place. */
  readonly defined?: true
  readonly offset: number
}
