// ONNX operators and domains, and the operators that do more than compute.
import { words } from '../../python/words.ts'
import type { OpRow } from './tensorflow.ts'

/** Operators of the default domain: all versions of ONNX up to 1.23, then experimental ones of early versions. */
const onnxOps: ReadonlySet<string> = words(`
  Abs Acos Acosh Add AffineGrid And ArgMax ArgMin Asin Asinh Atan Atanh Attention AveragePool BatchNormalization Bernoulli BitCast
  BitShift BitwiseAnd BitwiseNot BitwiseOr BitwiseXor BlackmanWindow Cast CastLike CausalConvWithState Ceil Celu CenterCropPad Clip Col2Im
  Compress Concat ConcatFromSequence Constant ConstantOfShape Conv ConvInteger ConvTranspose Cos Cosh CumProd CumSum DFT DeformConv
  DepthToSpace DequantizeLinear Det Div Dropout DynamicQuantizeLinear Einsum Elu Equal Erf Exp Expand EyeLike Flatten Floor GRU Gather
  GatherElements GatherND Gelu Gemm GlobalAveragePool GlobalLpPool GlobalMaxPool Greater GreaterOrEqual GridSample GroupNormalization
  HammingWindow HannWindow HardSigmoid HardSwish Hardmax Identity If ImageDecoder InstanceNormalization IsInf IsNaN LRN LSTM
  LayerNormalization LeakyRelu Less LessOrEqual LinearAttention Log LogSoftmax Loop LpNormalization LpPool MatMul MatMulInteger Max
  MaxPool MaxRoiPool MaxUnpool Mean MeanVarianceNormalization MelWeightMatrix Min Mish Mod Mul Multinomial Neg NegativeLogLikelihoodLoss
  NonMaxSuppression NonZero Not OneHot Optional OptionalGetElement OptionalHasElement Or PRelu Pad Pow QLinearConv QLinearMatMul
  QuantizeLinear RMSNormalization RNN RandomNormal RandomNormalLike RandomUniform RandomUniformLike Range Reciprocal ReduceL1 ReduceL2
  ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum ReduceSumSquare RegexFullMatch Relu Reshape Resize
  ReverseSequence RoiAlign RotaryEmbedding Round STFT Scan Scatter ScatterElements ScatterND Selu SequenceAt SequenceConstruct
  SequenceEmpty SequenceErase SequenceInsert SequenceLength SequenceMap Shape Shrink Sigmoid Sign Sin Sinh Size Slice Softmax
  SoftmaxCrossEntropyLoss Softplus Softsign SpaceToDepth Split SplitToSequence Sqrt Squeeze StringConcat StringNormalizer StringSplit Sub
  Sum SwiGLU Swish Tan Tanh TensorScatter TfIdfVectorizer ThresholdedRelu Tile TopK Transpose Trilu Unique Unsqueeze Upsample Where Xor

  ATen Affine Caffe2ConvTranspose ConstantFill Crop DynamicSlice FlexAttention GRUUnit GivenTensorFill ImageScaler ParametricSoftplus
  Scale ScaledTanh
`)

/** Domains of ONNX, ONNX Runtime and its extensions. Operators of other domains need a custom library. */
const domains: readonly { readonly domain: RegExp; readonly reason: string }[] = [
  { domain: /^ai\.onnx(?:\.(?:ml|training|preview(?:\.training)?))?$/, reason: 'part of ONNX' },
  { domain: /^com\.microsoft(?:\.(?:nchwc|nhwc|experimental|dml|extensions))?$/, reason: 'part of ONNX Runtime' },
  { domain: /^com\.ms\.internal\.nhwc$/, reason: 'ONNX Runtime writes it into optimised models' },
  { domain: /^ai\.onnx\.contrib$/, reason: 'ONNX Runtime Extensions: tokenizers and image decoding' },
]

/** Returns true if ONNX or ONNX Runtime defines the operator. */
export function isOnnxOp(domain: string, op: string): boolean {
  return domain === '' || domain === 'ai.onnx' ? onnxOps.has(op) : domains.some((row) => row.domain.test(domain))
}

/** Operators that do more than compute. The domain does not matter, since a custom library can register them in any. */
export const onnxRows: readonly OpRow[] = [
  {
    reach: 'python',
    does: 'calls a Python function of the loading process',
    ops: words('PythonOp PythonOpGrad PyOp PyFunc PyCustomOp PyCustomOpDef'),
  },
  {
    reach: 'network',
    does: 'sends its input to a server',
    ops: words('AzureAudioToText AzureTextToText AzureTritonInvoker OpenAIAudioToText'),
  },
  { reach: 'compiled', does: 'runs a compiled model that cannot be inspected', ops: words('EPContext') },
]
