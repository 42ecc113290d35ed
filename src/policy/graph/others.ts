// Operators of PaddlePaddle, MXNet, Caffe, Core ML, TensorFlow Lite, OpenVINO, ExecuTorch and torch.export.
import { words } from '../../python/words.ts'
import type { OpRow } from './tensorflow.ts'

/** PaddlePaddle operators that do more than compute. All others are accepted: there is no full list. */
export const paddleRows: readonly OpRow[] = [
  { reach: 'python', does: 'calls a Python function of the loading process', ops: words('py_func py_layer pylayer') },
  { reach: 'files', does: 'writes a file', ops: words('save save_combine') },
  { reach: 'files', does: 'reads a file', ops: words('load load_combine read_file'), only: 'outside' },
  {
    reach: 'network',
    does: 'connects to another process',
    ops: words('send recv send_barrier fetch_barrier listen_and_serv distributed_lookup_table send_and_recv heter_listen_and_serv'),
  },
  { reach: 'compiled', does: 'runs a compiled engine that cannot be inspected', ops: words('tensorrt_engine lite_engine') },
]

/** MXNet operators that do more than compute. */
export const mxnetRows: readonly OpRow[] = [
  {
    reach: 'layer',
    does: 'calls a Python operator that the loading program registered under a name',
    ops: words('Custom _CustomFunction'),
  },
  { reach: 'native', does: 'calls code at a memory address in the file', ops: words('_Native _NDArray') },
]

/** Caffe layers that do more than compute. */
export const caffeRows: readonly OpRow[] = [
  { reach: 'layer', does: 'imports a Python module and builds a class from it', ops: words('Python') },
]

/** Core ML layers that the application provides. */
export const coremlRows: readonly OpRow[] = [
  { reach: 'custom', does: 'is a class of the application that loads the model', ops: words('custom customModel custom_layer') },
]

/**
 * Custom operators of TensorFlow Lite that runtimes of Google register
 * (tensorflow/lite/kernels/custom_ops_register.h, MediaPipe).
 */
export const tfliteCustomOps: ReadonlySet<string> = words(`
  TFLite_Detection_PostProcess AudioSpectrogram Mfcc NumericVerify HashtableFind HashtableImport HashtableLookup HashtableSize Irfft2d
  RandomStandardNormal RandomUniform Multinomial AssignVariable ReadVariable VarHandle Atan2 Cos Sign Roll Rng RngBitGenerator
  Convolution2DTransposeBias MaxPoolingWithArgmax2D MaxUnpooling2D Resampler Landmarks2TransformMatrix TransformTensorBilinear
  TransformLandmarks FusedBatchNorm3D Predict Normalize ExtractFeatures SequenceStringProjection PredictEmbedding
  edgetpu-custom-op ethos-u odml.detector odml.scaled_dot_product_attention odml.update_kv_cache STABLEHLO_COMPOSITE
  tftext:WhitespaceTokenizer tftext:NgramsStringJoin TFSentencepieceTokenizeOp TFSentencepieceDetokenizeOp Transform_Tensor_Bilinear
`)

/** Returns true for an operation set of OpenVINO. Files of IR 7 and earlier name none. */
export function isOpenvinoSet(version: string): boolean {
  return (
    version === '' ||
    /^opset\d{1,2}$/.test(version) ||
    version === 'experimental' ||
    version === 'ie_internal_opset' ||
    version === 'type_relaxed_opset'
  )
}

/** Namespaces of the operators of PyTorch and ExecuTorch. */
const executorchNamespaces = words(
  'aten prims prim executorch_prim quantized quantized_decomposed dim_order_ops et_vk cadence cortex_m llama torchao torchvision sym_size _operator',
)

/** Namespaces of operators in torch.export programs: those of PyTorch and its libraries. */
const exportNamespaces = words(
  'aten prims prim higher_order quantized _quantized quantized_decomposed c10d_functional _c10d_functional rngprims inductor mkldnn mkldnn_prepacked onednn ' +
    'xnnpack profiler torchvision torchaudio torchao image fbgemm export executorch_prim dim_order_ops sym_size _operator',
)

/** Returns true for a namespace of operators that PyTorch or its libraries provide. */
export function isExportNamespace(domain: string): boolean {
  return exportNamespaces.has(domain)
}

/** Delegates of the ExecuTorch repository. Some contain compiled code, which is not inspected here. */
const executorchDelegates = words(
  'XnnpackBackend CoreMLBackend MPSBackend MetalBackend QnnBackend VulkanBackend EthosUBackend ArmBackend TOSABackend VgfBackend NeuropilotBackend ' +
    'EnnBackend OpenvinoBackend NxpBackend SamsungBackend',
)

/** Returns true for an operator or delegate that PyTorch or ExecuTorch provides. */
export function isExecutorchOp(domain: string, op: string): boolean {
  return domain === 'delegate' ? executorchDelegates.has(op) : executorchNamespaces.has(domain)
}
