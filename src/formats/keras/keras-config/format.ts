// Recognises Keras configurations in JSON.
import type { Format, Probe } from '../../../types/format.ts'
import { firstJsonCharacter, mayBeginJson } from '../../shared/first-json-character.ts'
import { lazily } from '../../shared/lazily.ts'
import { CLASS_NAME } from './signature.ts'

/** Attributes of a Keras HDF5 file that contain a configuration, by the names of the members. */
const ATTRIBUTES = ['model_config', 'training_config']

/** Keras architectures as JSON: `config.json` of a `.keras`, `model.json`, and the attributes of HDF5 models. */
export const kerasConfigFormat: Format = {
  id: 'keras-config',
  title: 'Keras configuration',
  kind: 'model',
  extensions: ['.json'],
  access: 'random',
  // A text of `Model.to_json()` that was converted to JSON again begins with a quote.
  prefilter: { first: (byte) => mayBeginJson(byte) || byte === 0x22, extensions: ['', '.json'] },
  match(probe: Probe) {
    if (probe.member && ATTRIBUTES.includes(probe.name)) return 'possible'
    if (!/[{["]/.test(firstJsonCharacter(probe.head))) return probe.name === 'config.json' && probe.member ? 'possible' : 'no'
    return probe.extension === '.json' || CLASS_NAME.test(new TextDecoder('latin1').decode(probe.head).replaceAll('\0', ''))
      ? 'possible'
      : 'no'
  },
  scan: lazily(async () => (await import('./reader.ts')).scanConfig),
}
