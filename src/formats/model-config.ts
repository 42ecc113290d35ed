import { latin1 } from '../bytes/latin1.ts'
import type { Format, Probe } from '../types/format.ts'
import { lazily } from './lazily.ts'
import { EXTENSIONS, isUsual, LOADED, MAX_TEXT, OTHER_EXTENSIONS, TREE_EXTENSIONS } from './model-config-marks.ts'

/** Text under other names is data where it is longer. */
const MAX_OTHER = 256 * 1024

/** A mapping of JSON, or a tag for Python. */
const BEGINNING = /^[ \t]*\{|!!python|2002:python|^%TAG/m

/** Configurations beside and inside models, JSON or YAML: what their loaders import, build, call or fetch. */
export const modelConfigFormat: Format = {
  id: 'model-config',
  title: 'Model configuration',
  extensions: ['.json', '.yaml', '.yml', '.gin'],
  access: 'random',
  opening: { extensions: [...EXTENSIONS, ...TREE_EXTENSIONS, ...OTHER_EXTENSIONS] },
  match(probe: Probe) {
    const { name, extension, size } = probe
    if (TREE_EXTENSIONS.includes(extension)) return (size === undefined || size <= MAX_OTHER) && isText(probe.head) ? 'possible' : 'no'
    if (isUsual(probe)) return size !== undefined && size > MAX_TEXT && !LOADED.test(name) ? 'no' : 'possible'
    if (!OTHER_EXTENSIONS.includes(extension) || !isText(probe.head)) return 'no'
    // Of a stream the length is not known: what begins so is worth to be kept.
    return (size === undefined ? BEGINNING.test(latin1(probe.head)) : size <= MAX_OTHER) ? 'possible' : 'no'
  },
  scan: lazily(async () => (await import('./model-config-scan.ts')).scanConfig),
}

/** No control characters but blanks, as far as it is seen, and but the NULs with which HDF5 pads its texts. */
function isText(head: Uint8Array): boolean {
  let end = head.length
  while (end > 0 && head[end - 1] === 0) end--
  return end > 0 && head.subarray(0, end).every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13)
}
