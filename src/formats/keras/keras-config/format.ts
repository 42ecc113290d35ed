// Recognises Keras configurations in JSON.
import type { Format, Probe } from '../../../types/format.ts'
import { jsonOpening, mayBeginJson } from '../../shared/json-first-byte.ts'
import { lazily } from '../../shared/lazily.ts'
import { MENTION } from './signature.ts'

/** Attributes of an HDF5 file, as its format names them when it hands them over. */
const ATTRIBUTES = ['model_config', 'training_config']

/** Keras architectures as JSON: `config.json` of a `.keras`, `model.json`, and the attributes of HDF5 models. */
export const kerasConfigFormat: Format = {
  id: 'keras-config',
  title: 'Keras configuration',
  kind: 'model',
  extensions: ['.json'],
  access: 'random',
  // The text of `Model.to_json()` that was written as JSON once more begins with a quote.
  opening: { first: (byte) => mayBeginJson(byte) || byte === 0x22, extensions: ['', '.json'] },
  match(probe: Probe) {
    if (probe.member && ATTRIBUTES.includes(probe.name)) return 'possible'
    if (!/[{["]/.test(jsonOpening(probe.head))) return probe.name === 'config.json' && probe.member ? 'possible' : 'no'
    return probe.extension === '.json' || MENTION.test(new TextDecoder('latin1').decode(probe.head).replaceAll('\0', ''))
      ? 'possible'
      : 'no'
  },
  scan: lazily(async () => (await import('./reader.ts')).scanConfig),
}
