import type { Format } from '../../../types/format.ts'
import { firstJsonCharacter, mayBeginJson } from '../../shared/json-first-byte.ts'
import { lazily } from '../../shared/lazily.ts'
import { isSymbol } from './signature.ts'

/** The architecture that MXNet writes beside `.params`: `<name>-symbol.json`. */
export const mxnetFormat: Format = {
  id: 'mxnet',
  title: 'MXNet symbol',
  kind: 'model',
  extensions: ['.json'],
  access: 'random',
  opening: { first: mayBeginJson },
  match(probe) {
    // Most heads are no text: this spares decoding them.
    if (firstJsonCharacter(probe.head) !== '{') return 'no'
    if (isSymbol(probe.name)) return 'possible'
    const head = new TextDecoder().decode(probe.head)
    return /"nodes"\s*:\s*\[\s*\{/.test(head) && /"op"\s*:/.test(head) ? 'possible' : 'no'
  },
  scan: lazily(async () => (await import('./reader.ts')).scanMxnet),
}
