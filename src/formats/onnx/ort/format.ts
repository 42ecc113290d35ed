// Recognises models in ONNX Runtime's own format (`.ort`).
import type { Format } from '../../../types/format.ts'
import { fileIdentifier } from '../../../wire/signatures.ts'
import { lazily } from '../../shared/lazily.ts'

/** ONNX Runtime's own format, a FlatBuffer (onnxruntime/core/flatbuffers/schema/ort.fbs). */
export const ortFormat: Format = {
  id: 'ort',
  title: 'ONNX Runtime model',
  kind: 'model',
  promises: { extensions: ['.ort'] },
  access: 'random',
  match: (probe) => (fileIdentifier(probe.head) === 'ORTM' ? 'certain' : 'no'),
  scan: lazily(async () => (await import('./reader.ts')).scanOrt),
}
