import { ScanError } from '../bytes/errors.ts'
import type { Format, Scan } from '../types/format.ts'
import { firstVisible } from './first-visible.ts'
import { isObject, readWrittenJson, type WrittenJson } from './safetensors-json.ts'

const NAMES = new Set(['.zarray', '.zmetadata', 'zarr.json'])
const MAX_SIZE = 32 << 20
/** Codecs that build objects from a chunk's bytes (numcodecs). */
const PICKLES = new Set(['pickle', 'numcodecs.pickle'])

/** The metadata of a Zarr array, version 2 or 3: which codecs its chunks go through. */
export const zarrFormat: Format = {
  id: 'zarr',
  title: 'Zarr metadata',
  extensions: [],
  access: 'random',
  match: ({ name, head }) => (NAMES.has(name) && firstVisible(head) === 0x7b ? 'certain' : 'no'),
  scan({ input }, scan) {
    if (input.kind === 'stream') throw new ScanError('unsupported', 'Zarr metadata cannot be read from a stream')
    if (input.size > MAX_SIZE) throw new ScanError('limit', `Zarr metadata of ${input.size} bytes`, 0)
    walk(readWrittenJson(new TextDecoder().decode(input.read(0, input.size))), scan)
  },
}

function walk(value: WrittenJson, scan: Scan): void {
  if (Array.isArray(value)) for (const each of value) walk(each, scan)
  else if (isObject(value)) {
    for (const [key, each] of value.members) {
      if ((key === 'id' || key === 'name') && typeof each === 'string' && PICKLES.has(each)) {
        scan.observe({
          kind: 'structure',
          format: 'zarr',
          problem: 'bad-header',
          detail: `the codec ${each}: reading a chunk unpickles it`,
          offset: 0,
        })
      } else walk(each, scan)
    }
  }
}
