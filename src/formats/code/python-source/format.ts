// Recognises Python modules that ship with a model, and `.pth` files that run code when Python starts.
import { ScanError } from '../../../bytes/errors.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Format, Probe, Scan, ScanResult } from '../../../types/format.ts'
import { accountForText } from '../../shared/search-bytes.ts'
import { inPackage } from '../native/packed-code.ts'

/** Maximum number of bytes of source that are read. */
const MAX_SOURCE = 2 * 1024 * 1024

/** Lines of a path configuration file that Python runs when it starts (Lib/site.py). */
const SITE_LINE = /^import[ \t].*$/gm

/**
 * Code of a Hugging Face repository that transformers imports in `generate`, if remote code is trusted, as it does with
 * the code that `auto_map` names (generation/utils.py load_custom_generate).
 */
const GENERATES = /(?:^|\/)custom_generate\/generate\.py$/

/**
 * Python modules in the container of a model. Modules of a repository or of a plain zip are reviewed like other code
 * and are not scanned, except path configuration files: they share the extension `.pth` with PyTorch models, and run
 * when Python starts.
 */
export const pythonSourceFormat: Format = {
  id: 'python-source',
  title: 'Python source',
  kind: 'code',
  extensions: ['.py', '.pth'],
  access: 'random',
  prefilter: { extensions: ['.py', '.pyw', '.pth'] },
  match: (probe: Probe) =>
    (probe.member && (probe.extension === '.py' || probe.extension === '.pyw')) || probe.name === 'generate.py' || mayBeSite(probe)
      ? 'possible'
      : 'no',
  async scan(artifact: Artifact, scan: Scan): Promise<ScanResult> {
    const { input, path, hints } = artifact
    if (mayBeSite(scan.probe)) return scanSite(artifact, scan)
    const carrier = path[path.length - 1] ?? ''
    const runs = GENERATES.test(carrier) ? 'import' : hints?.source
    if (runs !== 'load' && runs !== 'import') return 'not-this-format'
    if (input.kind === 'stream') throw new ScanError('unsupported', 'source cannot be read from a stream')
    if (input.size > MAX_SOURCE)
      scan.observe({ kind: 'incomplete', why: 'limit', detail: `only the first ${MAX_SOURCE} bytes of the source were read` })
    await accountForText(input, scan, Math.min(input.size, MAX_SOURCE))
    const { sourceReaches } = await import('../../../lang/python/reach.ts')
    const { top, inner } = sourceReaches(new TextDecoder().decode(input.read(0, Math.min(input.size, MAX_SOURCE))))
    const fact = { kind: 'shipped-code', language: 'python-source', carrier, offset: 0 } as const
    scan.observe({ ...fact, runs, reaches: top })
    if (inner.length > 0) scan.observe({ ...fact, runs: 'use', reaches: inner })
  },
}

function mayBeSite({ extension, head }: Probe): boolean {
  return extension === '.pth' && head.length > 0 && head.every((byte) => byte >= 9 && byte !== 0x7f)
}

async function scanSite(artifact: Artifact, scan: Scan): Promise<ScanResult> {
  const { input, path } = artifact
  if (input.kind === 'stream') throw new ScanError('unsupported', 'a path configuration file cannot be read from a stream')
  const lines = new TextDecoder()
    .decode(input.read(0, Math.min(input.size, MAX_SOURCE)))
    .replace(/\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]/g, '\n')
  const code = lines.match(SITE_LINE)?.join('\n')
  if (code === undefined) return 'not-this-format'
  await accountForText(input, scan, Math.min(input.size, MAX_SOURCE))
  const { sourceReaches } = await import('../../../lang/python/reach.ts')
  const { top, inner } = sourceReaches(code)
  const reaches = [...top, ...inner]
  // Packages use such files for their own imports.
  if (reaches.length === 0 && inPackage(artifact)) return undefined
  const carrier = path[path.length - 1] ?? ''
  scan.observe({ kind: 'shipped-code', language: 'python-source', carrier, runs: 'import', reaches, offset: 0 })
  return undefined
}
