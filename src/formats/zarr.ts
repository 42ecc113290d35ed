import type { Format } from '../types/format.ts'
import { jsonOpening } from './json-opening.ts'
import { lazily } from './lazily.ts'

const NAMES = new Set(['.zarray', '.zmetadata', 'zarr.json'])

/** The metadata of a Zarr array, version 2 or 3: which codecs its chunks go through. */
export const zarrFormat: Format = {
  id: 'zarr',
  title: 'Zarr metadata',
  extensions: [],
  access: 'random',
  opening: { extensions: ['', '.json'] },
  match: ({ name, head }) => (NAMES.has(name) && jsonOpening(head) === '{' ? 'certain' : 'no'),
  scan: lazily(async () => (await import('./zarr-scan.ts')).scanZarr),
}
