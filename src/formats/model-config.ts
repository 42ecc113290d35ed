import type { Format, Probe } from '../types/format.ts'
import { lazily } from './lazily.ts'
import { LOADED, MAX_TEXT, SPARK } from './model-config-marks.ts'

const EXTENSIONS = ['.json', '.yaml', '.yml']

/** Configurations beside and inside models, JSON or YAML: what their loaders import, build, call or fetch. */
export const modelConfigFormat: Format = {
  id: 'model-config',
  title: 'Model configuration',
  extensions: EXTENSIONS,
  access: 'random',
  opening: { extensions: [...EXTENSIONS, '', '.txt'] },
  match({ name, extension, size }: Probe) {
    if (size !== undefined && size > MAX_TEXT && !LOADED.test(name)) return 'no'
    return EXTENSIONS.includes(extension) || name === 'MLmodel' || SPARK.test(name) ? 'possible' : 'no'
  },
  scan: lazily(async () => (await import('./model-config-scan.ts')).scanConfig),
}
