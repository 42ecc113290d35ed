// Recognises GGUF models.
import type { Format } from '../../../types/format.ts'
import { ggufVersion } from '../../../wire/signatures.ts'
import { oneOf } from '../../shared/first-bytes.ts'
import { lazily } from '../../shared/lazily.ts'

/** GGUF, the model format of llama.cpp: metadata with chat templates, then tensors. Only the header is interpreted. */
export const ggufFormat: Format = {
  id: 'gguf',
  title: 'GGUF model',
  kind: 'model',
  promises: { extensions: ['.gguf'] },
  access: 'random',
  prefilter: { first: oneOf('G') },
  match: (probe) => (ggufVersion(probe.head) ? 'certain' : 'no'),
  scan: lazily(async () => (await import('./reader.ts')).scanGguf),
}
