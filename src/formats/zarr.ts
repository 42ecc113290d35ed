import type { Format } from '../types/format.ts'
import { lazily } from './lazily.ts'

const NAMES = new Set(['.zarray', '.zmetadata', 'zarr.json'])

/** Codecs that build objects from a chunk's bytes (numcodecs). */
/** Byte order marks. */
const MARKS = new Set([0xef, 0xbb, 0xbf, 0xfe, 0xff])

/** The metadata of a Zarr array, version 2 or 3: which codecs its chunks go through. */
export const zarrFormat: Format = {
  id: 'zarr',
  title: 'Zarr metadata',
  extensions: [],
  access: 'random',
  opening: { extensions: ['', '.json'] },
  match: ({ name, head }) => (NAMES.has(name) && head.find((byte) => byte > 0x20 && !MARKS.has(byte)) === 0x7b ? 'certain' : 'no'),
  scan: lazily(async () => (await import('./zarr-scan.ts')).scanZarr),
}
