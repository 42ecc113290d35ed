// Recognises the schema of a skops file.
import type { Format, Probe } from '../../../types/format.ts'
import { lazily } from '../../shared/lazily.ts'

/** The member `schema.json` of a skops file: a tree of nodes, each with the Python class or function that it builds. */
export const skopsFormat: Format = {
  id: 'skops-schema',
  title: 'skops schema',
  kind: 'model',
  access: 'random',
  prefilter: { extensions: ['.json'] },
  match: (probe: Probe) => (probe.name.toLowerCase() === 'schema.json' ? 'possible' : 'no'),
  scan: lazily(async () => (await import('./reader.ts')).scanSchema),
}
