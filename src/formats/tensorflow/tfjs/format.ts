// Recognises `model.json` of TensorFlow.js.
import type { Format, Probe } from '../../../types/format.ts'
import { firstJsonCharacter, mayBeginJson } from '../../shared/first-json-character.ts'
import { lazily } from '../../shared/lazily.ts'
import { mentionsModel } from './signature.ts'

/** `model.json` of TensorFlow.js: a Keras configuration or a GraphDef as JSON, and the names of the weight files. */
export const tfjsFormat: Format = {
  id: 'tfjs',
  title: 'TensorFlow.js model',
  kind: 'model',
  extensions: ['.json'],
  access: 'random',
  prefilter: { first: mayBeginJson },
  match,
  scan: lazily(async () => (await import('./reader.ts')).scanTfjs),
}

function match(probe: Probe): 'possible' | 'no' {
  if (firstJsonCharacter(probe.head) !== '{') return 'no'
  return mentionsModel(probe.head) || probe.name === 'model.json' ? 'possible' : 'no'
}
