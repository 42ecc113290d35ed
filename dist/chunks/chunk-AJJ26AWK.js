import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  ruleOf
} from "./chunk-C6GX4HFM.js";

// src/policy/policy.ts
var defaultPolicy = {
  failOn: "high",
  failOnIncomplete: true,
  lfsPointers: "fail",
  allow: [],
  deny: [],
  severity: {},
  scopes: [],
  exceptions: []
};
function withSettings(policy, { allow = [], deny = [], severity = {}, ...rest }) {
  return {
    ...policy,
    ...rest,
    allow: [...policy.allow, ...allow],
    deny: [...policy.deny, ...deny],
    severity: { ...policy.severity, ...severity }
  };
}
function withGate(policy, said) {
  const gate = {
    ...said.failOn === void 0 ? {} : { failOn: said.failOn },
    ...said.failOnIncomplete === void 0 ? {} : { failOnIncomplete: said.failOnIncomplete },
    ...said.lfsPointers === void 0 ? {} : { lfsPointers: said.lfsPointers }
  };
  return { ...policy, ...gate, scopes: policy.scopes.map(({ path, settings }) => ({ path, settings: { ...settings, ...gate } })) };
}
var PolicyError = class extends Error {
  name = "PolicyError";
};

// src/policy/policy-formats.ts
var MODELS = `7z arrow bzip2 caffe caffe-text catboost catboost-json coreml darknet darknet-weights executorch fasttext feather flax-msgpack
  ggml gguf gzip hdf5 java-serialized joblib joblib-zfile keras keras-config keras-h5 keras-metadata lightgbm lz4 lzma mxnet ncnn npy npz onnx openvino ort paddle
  parquet pickle pmml pytorch pytorch-legacy r-data rar rknn safetensors sentencepiece skops skops-schema tar tensorflow-checkpoint
  tensorflow-checkpoint-data tensorrt tf-graph tf-graph-text tf-metagraph tf-savedmodel tf-savedmodel-chunked tfjs tflite torch-export
  torch-package torch7 torchscript torchserve word2vec xgboost-binary xgboost-json xgboost-ubj xz zarr zip zlib zstd`;
var OTHERS = `chat-template dvc-pointer git-lfs-pointer jinja-chat-template mlflow-pickle-module model-config native-code python-bytecode
  python-source requirements shard-index tokenizer torch-package-externs torchscript-code triton-config`;
var modelFormats = MODELS.split(/\s+/).sort();
var otherFormats = OTHERS.split(/\s+/).sort();
function judgeFormats(policy, path, ids) {
  const { approvedFormats } = policy;
  const rule = "policy/unapproved-format";
  const severity = policy.severity[rule] ?? ruleOf(rule).severity;
  if (approvedFormats === void 0 || severity === "off") return void 0;
  const wrong = ids.filter((id) => !approvedFormats.includes(id) && !otherFormats.includes(id)).sort();
  if (wrong.length === 0) return void 0;
  return {
    rule,
    severity,
    message: `This is a model as ${wrong.join(", ")}; the policy approves ${approvedFormats.length === 0 ? "no format" : approvedFormats.join(", ")}`,
    path: [path],
    evidence: wrong.join(", "),
    count: 1
  };
}

// src/policy/policy-glob.ts
function globProblem(glob) {
  if (glob === "") return "it is empty";
  if (glob.includes("\\")) return "folders are separated by /";
  if (/\{[^{},]*,[^{}]*\}/.test(glob)) return "braces are not understood: write one entry per pattern";
  if (glob.startsWith("!")) return "a pattern cannot be turned around with !";
  if (/(?:^|\/)\.{1,2}(?:\/|$)/.test(glob)) return "paths are those of the report, without . and ..";
  return void 0;
}
function globMatches(glob, path) {
  const pattern = (glob.endsWith("/") ? `${glob}**` : glob).split("/");
  return wild(pattern, path.split("/"), (part) => part === "**", nameMatches);
}
function nameMatches(pattern, name) {
  return wild(
    [...pattern],
    [...name],
    (char) => char === "*",
    (char, other) => char === "?" || char === other
  );
}
function wild(pattern, text, isStar, matches) {
  let at = 0;
  let star = -1;
  let taken = 0;
  for (let i = 0; i < text.length; ) {
    const part = pattern[at];
    if (part !== void 0 && isStar(part)) {
      star = at++;
      taken = i;
    } else if (part !== void 0 && matches(part, text[i] ?? "")) {
      at++;
      i++;
    } else if (star >= 0) {
      at = star + 1;
      i = ++taken;
    } else return false;
  }
  while (at < pattern.length && isStar(pattern[at] ?? "")) at++;
  return at === pattern.length;
}

export {
  defaultPolicy,
  withSettings,
  withGate,
  PolicyError,
  modelFormats,
  judgeFormats,
  globProblem,
  globMatches
};
