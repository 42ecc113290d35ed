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
/** Line breaks of Python's `splitlines`, which pip uses. */
const LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/

/**
 * Requirements that do not come from the package index by name. Options may be shortened, and need no space before the
 * value.
 */
const ELSEWHERE: readonly RegExp[] = [
  // A repository.
  new RegExp(`${NAMED}(?:git|hg|svn|bzr)\\+[a-z]+:`, 'i'),
  // An archive.
  new RegExp(`${NAMED}(?:https?|ftp|file):`, 'i'),
  // Another index may provide any package.
  /^(?:--(?:ex|[ift])[a-z-]*[\s=]|-[if])/,
  // A folder or repository whose setup.py runs.
  /^(?:--ed[a-z]*[\s=]|-e)/,
  // A list of requirements from another host.
  /^(?:--(?:req[a-z]*|con[a-z]*)[\s=]|-[rc])\s*(?:https?|ftp|file):/i,
  // A package that ships with the model.
  /^(?:\.{0,2}[\\/]|[\w./\\-]+\.(?:whl|zip|tar\.gz|tgz|tar\.bz2)$)/,
]

/** Only MLflow uses this file name; `mlflow models serve` passes the entries to a shell. */
const MLFLOW_ENV = /^python_env\.ya?ml$/i

/** Whether the file defines the environment of a model, is in a folder with a model, or belongs to a repository. */
type Owner = 'environment' | 'model' | 'repository'

/** Scans a file that `format.ts` recognised. */
export async function scanRequirements(artifact: Artifact, scan: Scan): Promise<ScanResult> {
  const { input } = artifact
  if (input.kind === 'stream') throw new ScanError('unsupported', 'requirements cannot be read from a stream')
  const { name } = scan.probe
  const owner = ownerOf(artifact)
  if (inPackage(artifact) || (owner === 'repository' && !MLFLOW_ENV.test(name))) return 'not-this-format'
  if (input.size > MAX_SIZE) {
    if (owner !== 'environment') return 'not-this-format'
    throw new ScanError('limit', `requirements of ${input.size} bytes exceed the limit of ${MAX_SIZE}`, 0)
  }
  const yaml = !name.toLowerCase().endsWith('.txt')
  const text = wholeText(input)
  const found = new Requirements(scan, owner)
  let offset = 0
  let begun = ''
  for (const line of text.split(LINE_END)) {
    const whole = begun + line
    begun = !yaml && whole.endsWith('\\') ? whole.slice(0, -1) : ''
    if (begun === '') for (const written of yaml ? items(whole) : [withoutComment(whole).trim()]) found.add(written, offset)
    offset += line.length + 1
  }
  // The parser also finds entries that are written over several lines, with escapes or with aliases.
  if (yaml && text.length <= MAX_YAML) for (const document of (await readYaml(text)).documents) addEntries(document, found, 0)
  return found.reportedCount === 0 ? 'not-this-format' : accountForText(input, scan)
}

function ownerOf({ path, hints }: Artifact): Owner {
  if (path.length > 1) return 'environment'
  const neighbour = hints?.neighbour?.() ?? 'none'
  return neighbour === 'MLmodel' ? 'environment' : neighbour === 'model' ? 'model' : 'repository'
}

/** Reports each requirement that runs a shell command or has another source, once. */
class Requirements {
  reportedCount = 0
  private readonly scan: Scan
  private readonly owner: Owner
  private readonly seen = new Set<string>()

  constructor(scan: Scan, owner: Owner) {
    this.scan = scan
    this.owner = owner
  }

  add(written: string, offset: number): void {
    const text = written.trim()
    if (text === '' || this.reportedCount >= MAX_LINES || this.seen.has(text)) return
    this.seen.add(text)
    const shell = shellPart(text)
    const elsewhere = this.owner === 'environment' && ELSEWHERE.some((row) => row.test(text))
    if (shell === undefined && !elsewhere) return
    this.reportedCount++
    const name = text.replace(/:\/\/[^/@\s]*@/, '://…@').slice(0, 300)
    const use = shell === undefined ? 'remote' : 'shell'
    this.scan.observe({ kind: 'config-reference', loader: 'requirements', module: '', name, where: '', use, offset })
  }
}

const MAX_DEPTH = 6

/**
 * Adds the strings of all lists (dependencies, build dependencies, pip's part of a conda file) and the version of
 * Python.
 */
function addEntries(value: unknown, found: Requirements, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return
  for (const [key, each] of Object.entries(value)) {
    if (typeof each === 'string' && (Array.isArray(value) || (depth === 0 && key === 'python'))) found.add(each, 0)
    else addEntries(each, found, depth + 1)
  }
}

/** Removes a comment: from a `#` at the beginning of the line or after whitespace. */
function withoutComment(line: string): string {
  const at = line.startsWith('#') ? 0 : line.search(/\s#/)
  return at < 0 ? line : line.slice(0, at)
}

/** Returns the item of a YAML list, and the items of a list in brackets, without quotes. */
function items(line: string): string[] {
  const item = /^\s*-\s+(\S.*)/.exec(line)?.[1] ?? ''
  const inner = line.includes('[') ? (line.match(/"[^"]*"|'[^']*'|[^[\],{}"']+/g) ?? []) : []
  return [...new Set([item, ...inner].map((text) => text.trim().replace(/^(["'])(.*)\1$/, '$2')))]
}
