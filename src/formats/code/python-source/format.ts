// Recognises Python modules that ship with a model, and `.pth` files that run code when Python starts.
import { ScanError } from '../../../bytes/errors.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Format, Probe, Scan, ScanResult } from '../../../types/format.ts'
import { accountForText } from '../../shared/search-bytes.ts'
import { inPackage } from '../native/packed-code.ts'

/** Source is read up to here: a module of this length is none. */
const MAX_SOURCE = 2 * 1024 * 1024

/** Lines of a path file that Python runs at every start (`site.py`). */
const SITE_LINE = /^import[ \t].*$/gm

/**
 * Generation that a repository of Hugging Face brings along: transformers imports it for `generate` where remote code is trusted, as it does the code behind
 * `auto_map` (generation/utils.py load_custom_generate).
 */
const GENERATES = /(?:^|\/)custom_generate\/generate\.py$/

/**
 * Python modules that are packed with a model. Those of a repository, or of a plain zip, are reviewed like all code and are of no concern here; not so
 * a path file with code, which has the name of a PyTorch model and runs when Python starts.
 */
export const pythonSourceFormat: Format = {
  id: 'python-source',
  title: 'Python source',
  kind: 'code',
  extensions: ['.py', '.pth'],
  access: 'random',
  opening: { extensions: ['.py', '.pyw', '.pth'] },
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
      scan.observe({ kind: 'incomplete', why: 'limit', detail: `only the first ${MAX_SOURCE} bytes of source were read` })
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
  if (input.kind === 'stream') throw new ScanError('unsupported', 'a path file cannot be read from a stream')
  const lines = new TextDecoder()
    .decode(input.read(0, Math.min(input.size, MAX_SOURCE)))
    .replace(/\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]/g, '\n')
  const code = lines.match(SITE_LINE)?.join('\n')
  if (code === undefined) return 'not-this-format'
  await accountForText(input, scan, Math.min(input.size, MAX_SOURCE))
  const { sourceReaches } = await import('../../../lang/python/reach.ts')
  const { top, inner } = sourceReaches(code)
  const reaches = [...top, ...inner]
  // Installers have their own uses of them, in packages of software.
  if (reaches.length === 0 && inPackage(artifact)) return undefined
  const carrier = path[path.length - 1] ?? ''
  scan.observe({ kind: 'shipped-code', language: 'python-source', carrier, runs: 'import', reaches, offset: 0 })
  return undefined
}
