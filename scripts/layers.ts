/**
 * Who may import whom: one row per folder of `src/`. `npx tsx scripts/layers.ts` prints every import that the table does not allow, and fails.
 * A linter's patterns see only the text of an import, and cannot tell `src/python/` from `src/lang/python/`; so paths are resolved here.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

interface Layer {
  /** Folder or file below `src/`; the longest that matches a file is its layer. */
  readonly path: string
  /** Folders of `src/` that it may import from, beside its own. `*`: all that are no edge (`action`, `cli`). */
  readonly imports: readonly string[]
  /** Modules of Node and packages that it may import, `*` for every one of Node's. */
  readonly modules: readonly string[]
}

/** Lowest first. Nothing imports an edge, and from `bytes` to `report` nothing knows the process or GitHub. */
export const LAYERS: readonly Layer[] = [
  { path: 'bytes', imports: [], modules: [] },
  { path: 'bytes/file.ts', imports: [], modules: ['node:fs', 'node:os', 'node:path'] },
  { path: 'bytes/zlib.ts', imports: [], modules: ['node:module', 'node:zlib'] },
  { path: 'bytes/codecs', imports: ['bytes'], modules: ['node:zlib'] },
  { path: 'facts', imports: ['bytes'], modules: [] },
  { path: 'types', imports: ['bytes', 'facts'], modules: [] },
  { path: 'python', imports: ['facts', 'types'], modules: [] },
  { path: 'lang', imports: ['bytes', 'facts', 'types', 'python'], modules: [] },
  { path: 'wire', imports: ['bytes', 'facts', 'types', 'lang'], modules: [] },
  { path: 'wire/zip/second-opinion.ts', imports: ['bytes', 'types'], modules: ['node:stream', 'node:events', 'yauzl'] },
  { path: 'pickle', imports: ['bytes', 'facts', 'types'], modules: [] },
  { path: 'formats', imports: ['bytes', 'facts', 'types', 'python', 'lang', 'wire', 'pickle'], modules: ['yaml'] },
  { path: 'scan', imports: ['bytes', 'facts', 'types', 'formats'], modules: [] },
  { path: 'policy', imports: ['facts', 'types', 'python'], modules: ['yaml'] },
  { path: 'report', imports: ['types', 'policy', 'version.ts'], modules: [] },
  { path: 'node', imports: ['*'], modules: ['node:*'] },
  { path: 'index.ts', imports: ['*'], modules: ['node:*'] },
  { path: 'version.ts', imports: [], modules: [] },
  { path: 'cli', imports: ['*'], modules: ['node:*'] },
  { path: 'action', imports: ['*'], modules: ['node:*', '@actions/core', '@actions/github', '@actions/glob', 'fflate', 'undici'] },
]
const EDGES = ['action', 'cli']

const SOURCES = fileURLToPath(new URL('../src/', import.meta.url))
const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*'([^']+)'|(?:^|\n)import\s*'([^']+)'|\bimport\(\s*'([^']+)'/g

/** Every import below `src/` that the table does not allow, as `from -> to`; empty where the layers hold. */
export function forbiddenImports(): readonly string[] {
  return filesBelow(SOURCES).flatMap((file) => {
    const name = relative(SOURCES, file).split(sep).join('/')
    const layer = layerOf(name)
    if (layer === undefined) return [`${name} is in no layer`]
    const specifiers = [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, from, bare, lazy]) => from ?? bare ?? lazy ?? '')
    return specifiers.filter((specifier) => !mayImport(layer, name, specifier)).map((specifier) => `src/${name} -> ${specifier}`)
  })
}

function mayImport(layer: Layer, name: string, specifier: string): boolean {
  if (!specifier.startsWith('.'))
    return layer.modules.some((each) => each === specifier || (each === 'node:*' && specifier.startsWith('node:')))
  const target = relative(SOURCES, resolve(SOURCES, dirname(name), specifier))
    .split(sep)
    .join('/')
  const folder = layer.path.endsWith('.ts') ? dirname(layer.path) : layer.path
  if (target.startsWith(`${folder}/`)) return true
  const to = target.split('/')[0] ?? ''
  return layer.imports.some((each) => each === to || (each === '*' && !EDGES.includes(to)))
}

function layerOf(name: string): Layer | undefined {
  return LAYERS.filter(({ path }) => name === path || name.startsWith(`${path}/`)).sort((a, b) => b.path.length - a.path.length)[0]
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : entry.name.endsWith('.ts') ? [path] : []
  })
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const wrong = forbiddenImports()
  for (const line of wrong) console.error(line)
  console.log(wrong.length === 0 ? 'every import follows the layers' : `${wrong.length} imports break the layers`)
  process.exitCode = wrong.length === 0 ? 0 : 1
}
