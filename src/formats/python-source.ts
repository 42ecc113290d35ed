import { ScanError } from '../bytes/errors.ts'
import type { Artifact } from '../types/artifact.ts'
import type { Format, Probe, Scan, ScanResult } from '../types/format.ts'
import { sourceReaches } from '../wire/python-tokens-reach.ts'

/** Source is read up to here: a module of this length is none. */
const MAX_SOURCE = 2 * 1024 * 1024

/** Python modules that are packed with a model. Those of a repository, or of a plain zip, are reviewed like all code and are of no concern here. */
export const pythonSourceFormat: Format = {
  id: 'python-source',
  title: 'Python source',
  extensions: ['.py'],
  access: 'random',
  match: (probe: Probe) => (probe.member && (probe.extension === '.py' || probe.extension === '.pyw') ? 'possible' : 'no'),
  scan({ input, path, hints }: Artifact, scan: Scan): ScanResult {
    if (hints?.source !== 'load' && hints?.source !== 'import') return 'not-this-format'
    if (input.kind === 'stream') throw new ScanError('unsupported', 'source cannot be read from a stream')
    if (input.size > MAX_SOURCE)
      scan.observe({ kind: 'incomplete', why: 'limit', detail: `only the first ${MAX_SOURCE} bytes of source were read` })
    const { top, inner } = sourceReaches(new TextDecoder().decode(input.read(0, Math.min(input.size, MAX_SOURCE))))
    const carrier = path[path.length - 1] ?? ''
    const fact = { kind: 'shipped-code', language: 'python-source', carrier, offset: 0 } as const
    scan.observe({ ...fact, runs: hints.source, reaches: top })
    if (inner.length > 0) scan.observe({ ...fact, runs: 'use', reaches: inner })
  },
}
