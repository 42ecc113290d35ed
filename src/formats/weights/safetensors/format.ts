// Recognises safetensors files.
import type { Format, Probe } from '../../../types/format.ts'
import { lazily } from '../../shared/lazily.ts'
import { headerLength, MAX_HEADER } from './signature.ts'

/** safetensors: a JSON header, then tensors. Bytes that belong to no tensor are scanned as a separate file. */
export const safetensorsFormat: Format = {
  id: 'safetensors',
  title: 'safetensors',
  kind: 'model',
  promises: { extensions: ['.safetensors'] },
  access: 'random',
  match(probe: Probe) {
    if (probe.head[8] !== 0x7b) return 'no'
    const length = headerLength(probe.head)
    return length === undefined || length > MAX_HEADER * 10 ? 'no' : 'possible'
  },
  scan: lazily(async () => (await import('./reader.ts')).scanSafetensors),
}
