// Lists every format that ModelGate recognises.
import type { Format } from '../types/format.ts'
import { compressedFormats } from './archive/compressed/format.ts'
import { rarFormat } from './archive/rar/format.ts'
import { sevenZipFormat } from './archive/seven-zip/format.ts'
import { tarFormat } from './archive/tar/format.ts'
import { zipFormat } from './archive/zip/format.ts'
import { bytecodeFormat } from './code/bytecode/format.ts'
import { nativeFormat } from './code/native/format.ts'
import { pythonSourceFormat } from './code/python-source/format.ts'
import { pickleModuleFormat } from './config/mlflow-pickle-module/format.ts'
import { modelConfigFormat } from './config/model-config/format.ts'
import { requirementsFormat } from './config/requirements/format.ts'
import { dbmFormat } from './database/dbm/format.ts'
import { lmdbFormat } from './database/lmdb/format.ts'
import { sqliteFormat } from './database/sqlite/format.ts'
import { hdf5Format } from './keras/hdf5/format.ts'
import { kerasConfigFormat } from './keras/keras-config/format.ts'
import { onnxFormat } from './onnx/onnx/format.ts'
import { ortFormat } from './onnx/ort/format.ts'
import { npyFormat } from './pickle/npy/format.ts'
import { pickleFormat } from './pickle/pickle/format.ts'
import { skopsFormat } from './pickle/skops/format.ts'
import { hubBlobFormat } from './pointer/hub-blob/format.ts'
import { dvcPointerFormat, lfsPointerFormat } from './pointer/pointers/format.ts'
import { caffeModelFormat, caffeTextFormat } from './runtime/caffe/format.ts'
import { cntkFormat } from './runtime/cntk/format.ts'
import { coremlFormat } from './runtime/coreml/format.ts'
import { javaFormat } from './runtime/java/format.ts'
import { javaXmlFormat } from './runtime/java-xml/format.ts'
import { lightgbmFormat } from './runtime/lightgbm/format.ts'
import { mxnetFormat } from './runtime/mxnet/format.ts'
import { openvinoFormat, pmmlFormat } from './runtime/openvino/format.ts'
import { paddleFormat } from './runtime/paddle/format.ts'
import { rDataFormat } from './runtime/r-data/format.ts'
import { rLazyLoadFormat } from './runtime/r-lazy-load/format.ts'
import { tensorrtFormat } from './runtime/tensorrt/format.ts'
import { tritonFormat } from './runtime/triton/format.ts'
import { arrowFormat } from './tabular/arrow/format.ts'
import { parquetFormat } from './tabular/parquet/format.ts'
import { zarrFormat } from './tabular/zarr/format.ts'
import { chatTemplateFormat } from './template/chat-template/format.ts'
import { jinjaFormat } from './template/jinja/format.ts'
import { chunkedSavedModelFormat, kerasMetadataFormat, savedModelFormat } from './tensorflow/savedmodel/format.ts'
import { tfGraphFormat, tfMetaGraphFormat } from './tensorflow/tf-graph/format.ts'
import { tfGraphTextFormat } from './tensorflow/tf-graph-text/format.ts'
import { tfjsFormat } from './tensorflow/tfjs/format.ts'
import { tfliteFormat } from './tensorflow/tflite/format.ts'
import { executorchFormat } from './torch/executorch/format.ts'
import { torchExportFormat } from './torch/torch-export/format.ts'
import { torchPackageFormat } from './torch/torch-package/format.ts'
import { torch7Format } from './torch/torch7/format.ts'
import { torchscriptFormat } from './torch/torchscript/format.ts'
import { ggufFormat } from './weights/gguf/format.ts'
import { inertFormats } from './weights/inert/format.ts'
import { safetensorsFormat } from './weights/safetensors/format.ts'
import { safetensorsIndexFormat } from './weights/safetensors-index/format.ts'

/** Every format. All formats that match a file read it, so that their order only decides the order of observations. */
export const formats: readonly Format[] = [
  lfsPointerFormat,
  dvcPointerFormat,
  zipFormat,
  tarFormat,
  sevenZipFormat,
  rarFormat,
  ...compressedFormats,
  npyFormat,
  pickleFormat,
  bytecodeFormat,
  nativeFormat,
  pythonSourceFormat,
  torchPackageFormat,
  torchExportFormat,
  torchscriptFormat,
  ggufFormat,
  safetensorsFormat,
  safetensorsIndexFormat,
  jinjaFormat,
  chatTemplateFormat,
  hdf5Format,
  kerasConfigFormat,
  modelConfigFormat,
  hubBlobFormat,
  pickleModuleFormat,
  requirementsFormat,
  tritonFormat,
  skopsFormat,
  savedModelFormat,
  chunkedSavedModelFormat,
  kerasMetadataFormat,
  tfGraphFormat,
  tfMetaGraphFormat,
  tfGraphTextFormat,
  tfliteFormat,
  tfjsFormat,
  onnxFormat,
  ortFormat,
  openvinoFormat,
  pmmlFormat,
  coremlFormat,
  caffeModelFormat,
  caffeTextFormat,
  paddleFormat,
  mxnetFormat,
  executorchFormat,
  rDataFormat,
  rLazyLoadFormat,
  javaFormat,
  javaXmlFormat,
  torch7Format,
  arrowFormat,
  parquetFormat,
  zarrFormat,
  tensorrtFormat,
  lightgbmFormat,
  cntkFormat,
  sqliteFormat,
  lmdbFormat,
  dbmFormat,
  ...inertFormats,
]
