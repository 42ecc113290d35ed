// Recognises TensorFlow Lite models.
import type { Format } from '../../../types/format.ts'
import { fileIdentifier } from '../../../wire/signatures.ts'
import { lazily } from '../../shared/lazily.ts'

/** TensorFlow Lite (tensorflow/compiler/mlir/lite/schema/schema.fbs). */
export const tfliteFormat: Format = {
  id: 'tflite',
  title: 'TensorFlow Lite model',
  kind: 'model',
  promises: { extensions: ['.tflite'] },
  extensions: ['.lite'],
  access: 'random',
  match: (probe) => (fileIdentifier(probe.head) === 'TFL3' ? 'certain' : 'no'),
  scan: lazily(async () => (await import('./reader.ts')).scanTflite),
}
