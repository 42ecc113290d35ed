// Reports requirements that are not installed by name from the package index, or that run shell commands.
import { ScanError } from '../../../bytes/errors.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Scan, ScanResult } from '../../../types/format.ts'
import { inPackage } from '../../code/native/packed-code.ts'
import { accountForText } from '../../shared/search-bytes.ts'
import { wholeText } from '../../shared/whole-text.ts'
import { MAX_YAML, readYaml } from '../model-config/yaml.ts'
import { shellPart } from './shell.ts'

const MAX_SIZE = 2 ** 20
const MAX_LINES = 1000
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

/** Only MLflow has files of this name, which its `serve` runs through a shell. */
const MLFLOW_ENV = /^python_env\.ya?ml$/i

/** Whose the file is: of a model's environment, of a folder with models, or of a repository like any other. */
type Place = 'environment' | 'model' | 'elsewhere'

/** Reads what `requirements.ts` recognises. */
export async function scanRequirements(artifact: Artifact, scan: Scan): Promise<ScanResult> {
  const { input } = artifact
  if (input.kind === 'stream') throw new ScanError('unsupported', 'requirements cannot be read from a stream')
  const { name } = scan.probe
  const place = placeOf(artifact)
  if (inPackage(artifact) || (place === 'elsewhere' && !MLFLOW_ENV.test(name))) return 'not-this-format'
  if (input.size > MAX_SIZE) {
    if (place !== 'environment') return 'not-this-format'
    throw new ScanError('limit', `requirements of ${input.size} bytes are not read`, 0)
  }
  const yaml = !name.toLowerCase().endsWith('.txt')
  const text = wholeText(input)
  const found = new Requirements(scan, place)
  let offset = 0
  let begun = ''
  for (const line of text.split(LINE_END)) {
    const whole = begun + line
    begun = !yaml && whole.endsWith('\\') ? whole.slice(0, -1) : ''
    if (begun === '') for (const written of yaml ? items(whole) : [withoutComment(whole).trim()]) found.add(written, offset)
    offset += line.length + 1
  }
  // What is written over several lines, with escapes or by aliases.
  if (yaml && text.length <= MAX_YAML) for (const document of (await readYaml(text)).documents) addEntries(document, found, 0)
  return found.stated === 0 ? 'not-this-format' : accountForText(input, scan)
}

function placeOf({ path, hints }: Artifact): Place {
  if (path.length > 1) return 'environment'
  const neighbour = hints?.neighbour?.() ?? 'none'
  return neighbour === 'MLmodel' ? 'environment' : neighbour === 'model' ? 'model' : 'elsewhere'
}

/** States each requirement that is worth it once. */
class Requirements {
  stated = 0
  private readonly scan: Scan
  private readonly place: Place
  private readonly seen = new Set<string>()

  constructor(scan: Scan, place: Place) {
    this.scan = scan
    this.place = place
  }

  add(written: string, offset: number): void {
    const text = written.trim()
    if (text === '' || this.stated >= MAX_LINES || this.seen.has(text)) return
    this.seen.add(text)
    const shell = shellPart(text)
    const elsewhere = this.place === 'environment' && ELSEWHERE.some((row) => row.test(text))
    if (shell === undefined && !elsewhere) return
    this.stated++
    const name = text.replace(/:\/\/[^/@\s]*@/, '://…@').slice(0, 300)
    const use = shell === undefined ? 'remote' : 'shell'
    this.scan.observe({ kind: 'config-reference', loader: 'requirements', module: '', name, where: '', use, offset })
  }
}

const MAX_DEPTH = 6

/** The texts of all lists: of dependencies, of those for building, and of what pip shall install; and the version of Python. */
function addEntries(value: unknown, found: Requirements, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return
  for (const [key, each] of Object.entries(value)) {
    if (typeof each === 'string' && (Array.isArray(value) || (depth === 0 && key === 'python'))) found.add(each, 0)
    else addEntries(each, found, depth + 1)
  }
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
