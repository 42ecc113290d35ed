// Recognises Zarr metadata and Kerchunk references.
import { latin1 } from '../../../bytes/latin1.ts'
import type { Format } from '../../../types/format.ts'
import { firstJsonCharacter } from '../../shared/first-json-character.ts'
import { lazily } from '../../shared/lazily.ts'
import { isMetadata } from './signature.ts'

/** The metadata of a Zarr array, version 2 or 3, which name the codecs that decode its chunks. */
export const zarrFormat: Format = {
  id: 'zarr',
  title: 'Zarr metadata',
  kind: 'data',
  access: 'random',
  prefilter: { extensions: ['', '.json'] },
  match({ name, extension, head }) {
    if (firstJsonCharacter(head) !== '{') return 'no'
    if (isMetadata(name)) return 'certain'
    // Kerchunk references to a store.
    return extension === '.json' && /\.z(?:group|array|attrs|metadata)"|"refs"/.test(latin1(head)) ? 'possible' : 'no'
  },
  scan: lazily(async () => (await import('./reader.ts')).scanZarr),
}
