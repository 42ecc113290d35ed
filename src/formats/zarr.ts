import { latin1 } from '../bytes/latin1.ts'
import type { Format } from '../types/format.ts'
import { lazily } from './lazily.ts'
import { isMetadata } from './zarr-marks.ts'

/** Byte order marks. */
const MARKS = new Set([0xef, 0xbb, 0xbf, 0xfe, 0xff])

/** The metadata of a Zarr array, version 2 or 3: which codecs its chunks go through. */
export const zarrFormat: Format = {
  id: 'zarr',
  title: 'Zarr metadata',
  extensions: [],
  access: 'random',
  opening: { extensions: ['', '.json'] },
  match({ name, extension, head }) {
    if (head.find((byte) => byte > 0x20 && !MARKS.has(byte)) !== 0x7b) return 'no'
    if (isMetadata(name)) return 'certain'
    // References to a store.
    return extension === '.json' && /\.z(?:group|array|attrs|metadata)"|"refs"/.test(latin1(head)) ? 'possible' : 'no'
  },
  scan: lazily(async () => (await import('./zarr-scan.ts')).scanZarr),
}
