import type { Finding } from '../../types/finding.ts'
import type { Policy } from '../policy.ts'
import { ruleOf } from '../rules/index.ts'

/** Every id that a report can give a file, and whether a file of that kind is a model. A test compares it with the readers. */
const MODELS = `7z arrow bzip2 caffe caffe-text catboost catboost-json cntk coreml darknet darknet-weights executorch fasttext feather flax-msgpack
  ggml gguf gzip hdf5 java-serialized java-xml joblib joblib-zfile keras keras-config keras-h5 keras-metadata lightgbm lz4 lzma mxnet ncnn npy npz onnx openvino ort paddle
  parquet pickle pmml pytorch pytorch-legacy r-data r-lazy-load rar rknn safetensors sentencepiece skops skops-schema tar tensorflow-checkpoint
  tensorflow-checkpoint-data tensorrt tf-graph tf-graph-text tf-metagraph tf-savedmodel tf-savedmodel-chunked tfjs tflite torch-export
  torch-package torch7 torchscript torchserve word2vec xgboost-binary xgboost-json xgboost-ubj xz zarr zip zlib zstd`
/** They stand for a model, come with one, or are code, for which other rules speak. */
const OTHERS = `chat-template dbm dvc-pointer embedded-pickles git-lfs-pointer hub-blob jinja-chat-template lmdb mlflow-pickle-module model-config native-code python-bytecode
  python-source requirements shard-index sqlite tokenizer torch-export-program torch-package-externs torchscript-code triton-config`

/** What `approved-formats` may name. */
export const modelFormats: readonly string[] = MODELS.split(/\s+/).sort()
/** Ids of formats of which `approved-formats` says nothing. */
export const otherFormats: readonly string[] = OTHERS.split(/\s+/).sort()

/** What the policy thinks of the kind of file that it is; `ids` as the report lists them. One finding names all that are not approved. */
export function judgeFormats(policy: Policy, path: string, ids: readonly string[]): Finding | undefined {
  const { approvedFormats } = policy
  const rule = 'policy/unapproved-format'
  const severity = policy.severity[rule] ?? ruleOf(rule).severity
  if (approvedFormats === undefined || severity === 'off') return undefined
  const wrong = ids.filter((id) => !approvedFormats.includes(id) && !otherFormats.includes(id)).sort()
  if (wrong.length === 0) return undefined
  return {
    rule,
    severity,
    message: `This is a model as ${wrong.join(', ')}; the policy approves ${approvedFormats.length === 0 ? 'no format' : approvedFormats.join(', ')}`,
    path: [path],
    evidence: wrong.join(', '),
    count: 1,
  }
}
