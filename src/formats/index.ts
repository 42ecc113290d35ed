import type { Format } from '../types/format.ts'
import { arrowFormat } from './arrow.ts'
import { bytecodeFormat } from './bytecode.ts'
import { caffeModelFormat, caffeTextFormat } from './caffe.ts'
import { chatTemplateFormat } from './chat-template.ts'
import { cntkFormat } from './cntk.ts'
import { compressedFormats } from './compressed.ts'
import { coremlFormat } from './coreml.ts'
import { dbmFormat } from './dbm.ts'
import { executorchFormat } from './executorch.ts'
import { ggufFormat } from './gguf.ts'
import { hdf5Format } from './hdf5.ts'
import { hubBlobFormat } from './hub-blob.ts'
import { inertFormats } from './inert.ts'
import { javaFormat } from './java.ts'
import { javaXmlFormat } from './java-xml.ts'
import { jinjaFormat } from './jinja.ts'
import { kerasConfigFormat } from './keras-config.ts'
import { lightgbmFormat } from './lightgbm.ts'
import { lmdbFormat } from './lmdb.ts'
import { pickleModuleFormat } from './mlflow-pickle-module.ts'
import { modelConfigFormat } from './model-config.ts'
import { mxnetFormat } from './mxnet.ts'
import { nativeFormat } from './native.ts'
import { npyFormat } from './npy.ts'
import { onnxFormat } from './onnx.ts'
import { openvinoFormat, pmmlFormat } from './openvino.ts'
import { ortFormat } from './ort.ts'
import { paddleFormat } from './paddle.ts'
import { parquetFormat } from './parquet.ts'
import { pickleFormat } from './pickle.ts'
import { dvcPointerFormat, lfsPointerFormat } from './pointers.ts'
import { pythonSourceFormat } from './python-source.ts'
import { rDataFormat } from './r-data.ts'
import { rLazyLoadFormat } from './r-lazy-load.ts'
import { rarFormat } from './rar.ts'
import { requirementsFormat } from './requirements.ts'
import { safetensorsFormat } from './safetensors.ts'
import { safetensorsIndexFormat } from './safetensors-index.ts'
import { chunkedSavedModelFormat, kerasMetadataFormat, savedModelFormat } from './savedmodel.ts'
import { sevenZipFormat } from './seven-zip.ts'
import { skopsFormat } from './skops.ts'
import { sqliteFormat } from './sqlite.ts'
import { tarFormat } from './tar.ts'
import { tensorrtFormat } from './tensorrt.ts'
import { tfGraphFormat, tfMetaGraphFormat } from './tf-graph.ts'
import { tfGraphTextFormat } from './tf-graph-text.ts'
import { tfjsFormat } from './tfjs.ts'
import { tfliteFormat } from './tflite.ts'
import { torchExportFormat } from './torch-export.ts'
import { torchPackageFormat } from './torch-package.ts'
import { torch7Format } from './torch7.ts'
import { torchscriptFormat } from './torchscript.ts'
import { tritonFormat } from './triton.ts'
import { zarrFormat } from './zarr.ts'
import { zipFormat } from './zip.ts'

/** Every format. All that match a file read it, so that the order only decides in which order things are told. */
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
