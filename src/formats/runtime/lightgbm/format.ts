// Recognises LightGBM models in text form.
import { latin1 } from '../../../bytes/latin1.ts'
import type { Format } from '../../../types/format.ts'
import { oneOf } from '../../shared/first-bytes.ts'
import { lazily } from '../../shared/lazily.ts'

/**
 * LightGBM models as text: trees of numbers. They contain no code, but the library uses their indices without checks.
 */
export const lightgbmFormat: Format = {
  id: 'lightgbm',
  title: 'LightGBM model',
  kind: 'model',
  suggests: ['.model'],
  extensions: ['.txt', '.lgb'],
  access: 'random',
  prefilter: { first: oneOf('t') },
  match: ({ head }) => (/^tree\r?\nversion=v\d/.test(latin1(head.subarray(0, 32))) ? 'certain' : 'no'),
  scan: lazily(async () => (await import('./reader.ts')).scanLightgbm),
}
