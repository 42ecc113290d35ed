import { ScanError } from '../bytes/errors.ts'
import type { Artifact } from '../types/artifact.ts'
import type { Format, Scan, ScanResult } from '../types/format.ts'
import { inPackage } from './native-place.ts'

const MAX_SIZE = 2 ** 20
const MAX_LINES = 1000
/** Files from which MLflow and TorchServe build the environment of a model, conda's and pip's. */
const NAME = /^(?:requirements[\w-]*\.txt|conda\.ya?ml|python_env\.ya?ml)$/i

/** What is not fetched from the package index by name. One reason per row. */
const ELSEWHERE: readonly RegExp[] = [
  // A repository or an archive, with or without the name of the package before it (PEP 508).
  /^(?:[\w.[\],-]+\s*@\s*)?(?:git|hg|svn|bzr)\+[a-z]+:/i,
  /^(?:[\w.[\],-]+\s*@\s*)?(?:https?|ftp|file):/i,
  // Another index may answer for any name.
  /^(?:--extra-index-url|--index-url|-i|--find-links|-f|--trusted-host)[\s=]/,
  // A folder or repository whose setup.py runs.
  /^(?:-e|--editable)[\s=]/,
]

/** Requirements of a model: beside an `MLmodel` or inside an archive. Those of a repository are reviewed as its code is. */
export const requirementsFormat: Format = {
  id: 'requirements',
  title: 'Requirements of a model',
  extensions: ['.txt', '.yaml', '.yml'],
  access: 'random',
  match: ({ name, size }) => (NAME.test(name) && (size === undefined || size <= MAX_SIZE) ? 'possible' : 'no'),
  scan: scanRequirements,
}

function scanRequirements(artifact: Artifact, scan: Scan): ScanResult {
  const { input, path, hints } = artifact
  if (input.kind === 'stream') throw new ScanError('unsupported', 'requirements cannot be read from a stream')
  if (inPackage(artifact) || (path.length === 1 && hints?.neighbour?.() !== 'MLmodel')) return 'not-this-format'
  const yaml = !scan.probe.name.toLowerCase().endsWith('.txt')
  let offset = 0
  let found = 0
  for (const line of new TextDecoder('latin1').decode(input.read(0, Math.min(input.size, MAX_SIZE))).split('\n')) {
    const written = yaml ? item(line) : line.replace(/(?:^|\s)#.*$/, '').trim()
    if (ELSEWHERE.some((row) => row.test(written)) && found++ < MAX_LINES) {
      const name = written.replace(/:\/\/[^/@\s]*@/, '://…@').slice(0, 300)
      scan.observe({ kind: 'config-reference', loader: 'requirements', module: '', name, where: '', use: 'remote', offset })
    }
    offset += line.length + 1
  }
  return found === 0 ? 'not-this-format' : undefined
}

/** An item of a YAML list, without quotes. */
function item(line: string): string {
  const text = /^\s*-\s+(.*?)\s*$/.exec(line)?.[1] ?? ''
  return text.replace(/^(["'])(.*)\1$/, '$2')
}
