import type { Format, Probe } from '../types/format.ts'
import { firstVisible } from './first-visible.ts'
import { MENTION } from './keras-config-marks.ts'
import { lazily } from './lazily.ts'

/** Attributes of an HDF5 file, as its format names them when it hands them over. */
const ATTRIBUTES = ['model_config', 'training_config']

/** Keras architectures as JSON: `config.json` of a `.keras`, `model.json`, and the attributes of HDF5 models. */
export const kerasConfigFormat: Format = {
  id: 'keras-config',
  title: 'Keras configuration',
  extensions: ['.json'],
  access: 'random',
  opening: { first: (byte) => byte >= 0xbb || '\0\t\n\r {['.includes(String.fromCharCode(byte)), extensions: ['', '.json'] },
  match(probe: Probe) {
    if (probe.member && ATTRIBUTES.includes(probe.name)) return 'possible'
    if (!startsLikeJson(probe.head)) return probe.name === 'config.json' && probe.member ? 'possible' : 'no'
    return probe.extension === '.json' || MENTION.test(new TextDecoder('latin1').decode(probe.head).replaceAll('\0', ''))
      ? 'possible'
      : 'no'
  },
  scan: lazily(async () => (await import('./keras-config-scan.ts')).scanConfig),
}

function startsLikeJson(head: Uint8Array): boolean {
  const first = firstVisible(head)
  if (first !== 0x7b && first !== 0x5b && (first ?? 0) < 0x80) return false
  for (const byte of head.subarray(0, 64)) {
    if (byte === 0x7b || byte === 0x5b) return true
    // Blanks, and what UTF-8, UTF-16 and UTF-32 put before the first character.
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09 && byte !== 0 && byte < 0xbb) return false
  }
  return false
}
