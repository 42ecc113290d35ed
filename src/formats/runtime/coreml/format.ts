// Recognises Core ML models.
import type { Format } from '../../../types/format.ts'
import { headLikeness } from '../../../wire/protobuf/shape.ts'
import { oneOf } from '../../shared/first-bytes.ts'
import { lazily } from '../../shared/lazily.ts'
import { EXTENSIONS, modelShape } from './signature.ts'

/** Core ML models (`.mlmodel`). */
export const coremlFormat: Format = {
  id: 'coreml',
  title: 'Core ML model',
  kind: 'model',
  promises: { extensions: EXTENSIONS },
  access: 'random',
  prefilter: { first: oneOf('\x08'), extensions: EXTENSIONS },
  match(probe) {
    const nameMatches = EXTENSIONS.includes(probe.extension)
    // Specification versions are small, so that the first byte of field 1 is the value.
    const plain = probe.head[0] === 0x08 && (probe.head[1] ?? 0) >= 1 && (probe.head[1] ?? 0) < 32
    return plain || nameMatches ? headLikeness(probe.head, probe.size, modelShape, nameMatches) : 'no'
  },
  scan: lazily(async () => (await import('./reader.ts')).scanCoreml),
}
