// Recognises ONNX models.
import type { Format } from '../../../types/format.ts'
import { headLikeness, prefilterOf } from '../../../wire/protobuf/shape.ts'
import { lazily } from '../../shared/lazily.ts'
import { EXTENSIONS, modelShape } from './signature.ts'

/** ONNX models (ModelProto). */
export const onnxFormat: Format = {
  id: 'onnx',
  title: 'ONNX model',
  kind: 'model',
  promises: { extensions: EXTENSIONS },
  access: 'random',
  prefilter: prefilterOf(modelShape, EXTENSIONS),
  match: (probe) => headLikeness(probe.head, probe.size, modelShape, EXTENSIONS.includes(probe.extension)),
  scan: lazily(async () => (await import('./reader.ts')).scanOnnx),
}
