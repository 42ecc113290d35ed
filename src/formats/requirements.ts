import { ScanError } from '../bytes/errors.ts'
import type { Artifact } from '../types/artifact.ts'
import type { Format, Scan, ScanResult } from '../types/format.ts'
import { inPackage } from './native-place.ts'
import { accountForText } from './search-bytes.ts'

const MAX_SIZE = 2 ** 20
const MAX_LINES = 1000
/** Files from which MLflow and TorchServe build the environment of a model, conda's and pip's. */
const NAME = /^(?:(?:requirements|constraints)[\w.-]*\.txt|(?:conda|environment|python_env)\.ya?ml)$/i
/** The name of a package and its extras before an address (PEP 508). */
const NAMED = String.raw`^(?:[\w.-]+\s*(?:\[[^\]]*\]\s*)?@\s*)?`
/** What ends a line for pip, which takes Python's `splitlines`. */
const LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/

/** What is not fetched from the package index by name. One reason per row. Options may be shortened, and stand before their value without a blank. */
const ELSEWHERE: readonly RegExp[] = [
  // A repository.
  new RegExp(`${NAMED}(?:git|hg|svn|bzr)\\+[a-z]+:`, 'i'),
  // An archive.
  new RegExp(`${NAMED}(?:https?|ftp|file):`, 'i'),
  // Another index may answer for any name.
  /^(?:--(?:ex|[ift])[a-z-]*[\s=]|-[if])/,
  // A folder or repository whose setup.py runs.
  /^(?:--ed[a-z]*[\s=]|-e)/,
  // Requirements that somebody else writes.
  /^(?:--(?:req[a-z]*|con[a-z]*)[\s=]|-[rc])\s*(?:https?|ftp|file):/i,
  // A package that came with the model.
  /^(?:\.{0,2}[\\/]|[\w./\\-]+\.(?:whl|zip|tar\.gz|tgz|tar\.bz2)$)/,
]

/** Requirements of a model: beside an `MLmodel` or inside an archive. Those of a repository are reviewed as its code is. */
export const requirementsFormat: Format = {
  id: 'requirements',
  title: 'Requirements of a model',
  extensions: ['.txt', '.yaml', '.yml'],
  access: 'random',
  opening: { extensions: ['.txt', '.yaml', '.yml'] },
  match: ({ name }) => (NAME.test(name) ? 'possible' : 'no'),
  scan: scanRequirements,
}

async function scanRequirements(artifact: Artifact, scan: Scan): Promise<ScanResult> {
  const { input, path, hints } = artifact
  if (input.kind === 'stream') throw new ScanError('unsupported', 'requirements cannot be read from a stream')
  if (inPackage(artifact) || (path.length === 1 && hints?.neighbour?.() !== 'MLmodel')) return 'not-this-format'
  if (input.size > MAX_SIZE) throw new ScanError('limit', `requirements of ${input.size} bytes are not read`, 0)
  const { decodeJson } = await import('./keras-config-json.ts')
  const yaml = !scan.probe.name.toLowerCase().endsWith('.txt')
  const text = decodeJson(input.read(0, input.size))
  let offset = 0
  let found = 0
  let begun = ''
  for (const line of text.split(LINE_END)) {
    const whole = begun + line
    begun = !yaml && whole.endsWith('\\') ? whole.slice(0, -1) : ''
    if (begun === '') {
      for (const written of yaml ? items(whole) : [withoutComment(whole).trim()]) {
        if (!ELSEWHERE.some((row) => row.test(written)) || found++ >= MAX_LINES) continue
        const name = written.replace(/:\/\/[^/@\s]*@/, '://…@').slice(0, 300)
        scan.observe({ kind: 'config-reference', loader: 'requirements', module: '', name, where: '', use: 'remote', offset })
      }
    }
    offset += line.length + 1
  }
  if (found === 0) return 'not-this-format'
  return accountForText(input, scan)
}

/** The line up to where a `#` stands that begins it or comes behind a blank. */
function withoutComment(line: string): string {
  const at = line.startsWith('#') ? 0 : line.search(/\s#/)
  return at < 0 ? line : line.slice(0, at)
}

/** The item of a YAML list, and those of a list in brackets, without quotes. */
function items(line: string): string[] {
  const item = /^\s*-\s+(\S.*)/.exec(line)?.[1] ?? ''
  const inner = line.includes('[') ? (line.match(/"[^"]*"|'[^']*'|[^[\],{}"']+/g) ?? []) : []
  return [...new Set([item, ...inner].map((text) => text.trim().replace(/^(["'])(.*)\1$/, '$2')))]
}
