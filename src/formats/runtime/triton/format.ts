// Recognises model configurations of Triton Inference Server (`config.pbtxt`).
import type { Format } from '../../../types/format.ts'
import { lazily } from '../../shared/lazily.ts'

/**
 * `config.pbtxt` of Triton Inference Server (`ModelConfig`, github.com/triton-inference-server/common): names code and
 * libraries that the server loads.
 */
export const tritonFormat: Format = {
  id: 'triton-config',
  title: 'Triton model configuration',
  kind: 'companion',
  extensions: ['.pbtxt'],
  access: 'random',
  prefilter: { extensions: ['.pbtxt'] },
  match: ({ name }) => (/^config(?:\.[\w-]+)?\.pbtxt$/i.test(name) ? 'possible' : 'no'),
  scan: lazily(async () => (await import('./reader.ts')).scanTriton),
}
