// Recognises MXNet symbols (`<name>-symbol.json`).
import type { Format } from '../../../types/format.ts'
import { firstJsonCharacter, mayBeginJson } from '../../shared/first-json-character.ts'
import { lazily } from '../../shared/lazily.ts'
import { isSymbol } from './signature.ts'

/** The architecture of an MXNet model, `<name>-symbol.json`; its weights are in a `.params` file beside it. */
export const mxnetFormat: Format = {
  id: 'mxnet',
  title: 'MXNet symbol',
  kind: 'model',
  extensions: ['.json'],
  access: 'random',
  prefilter: { first: mayBeginJson },
  match(probe) {
    // Fast path, before the head is decoded as text.
    if (firstJsonCharacter(probe.head) !== '{') return 'no'
    if (isSymbol(probe.name)) return 'possible'
    const head = new TextDecoder().decode(probe.head)
    return /"nodes"\s*:\s*\[\s*\{/.test(head) && /"op"\s*:/.test(head) ? 'possible' : 'no'
  },
  scan: lazily(async () => (await import('./reader.ts')).scanMxnet),
}
