/**
 * Builds what users run: dist/index.js (the action) and dist/cli.js, readable and needing nothing but Node; dist/chunks/ for what few runs need and
 * is loaded only then, such as a YAML parser; and dist/licenses.txt for the packages inside them.
 * `--check` builds in memory instead and compares with dist/ byte by byte; it prints each file that differs and exits 1.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { builtinModules } from './builtin-modules.mjs'
import { inlineOpcodes } from './inline-opcodes.mjs'
import { mergeChunks } from './merge-chunks.mjs'
import { withStableNames } from './stable-names.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(root, 'dist')

/** Some bundled packages are CommonJS and call require() for Node's own modules, which an ES module does not have. Stands where it is used. */
const requireBanner = "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);\n"

const entries = [
  { name: 'index', source: 'src/action/index.ts', first: '' },
  { name: 'cli', source: 'src/cli/main.ts', first: '#!/usr/bin/env node\n', forbidden: /node_modules\/(@actions|undici)\// },
]

/** @returns {Promise<Map<string, string>>} file name in dist/ to its text */
async function bundle() {
  const result = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(entries.map(({ name, source }) => [name, source])),
    outdir: dist,
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['import', 'node'],
    plugins: [builtinModules, inlineOpcodes],
    // No minifying and no source map: whoever reviews a release reads this file.
    minify: false,
    sourcemap: false,
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'warning',
  })
  const outputs = withStableNames(
    result.outputFiles.map((file) => {
      const { imports, exports, inputs, entryPoint } = result.metafile.outputs[nameIn(root, file.path)]
      return {
        name: nameIn(dist, file.path),
        text: file.text,
        imports: imports.map(({ path, kind }) => ({ path: nameIn(dist, join(root, path)), kind })),
        exports,
        inputs: Object.keys(inputs),
        entryPoint,
      }
    }),
  )
  for (const { name, forbidden } of entries) checkForbidden(`${name}.js`, outputs, forbidden)
  const files = new Map()
  for (const [name, text] of await mergeChunks(
    entries.map(({ name }) => `${name}.js`),
    outputs,
  )) {
    const first = entries.find((entry) => `${entry.name}.js` === name)?.first ?? ''
    const banner = /\brequire(?:\(|\b.*\? require)/.test(text) ? requireBanner : ''
    files.set(name, first + banner + ascii(text.replaceAll('\r\n', '\n')))
  }
  const packages = new Set(
    Object.keys(result.metafile.inputs).flatMap((input) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []),
  )
  files.set('licenses.txt', (await Promise.all([...packages].sort().map(licenseOf))).join(`\n${'-'.repeat(80)}\n\n`))
  return files
}

/** The CLI must do without the GitHub toolkit: it costs several times the start of everything else together. */
function checkForbidden(entry, outputs, forbidden) {
  const files = new Map(outputs.map((output) => [output.name, output]))
  const reached = new Set([entry])
  for (const name of reached) {
    const stray = files.get(name)?.inputs.find((input) => forbidden?.test(input))
    if (stray) throw new Error(`dist/${entry} would contain ${stray}`)
    for (const { path } of files.get(name)?.imports ?? []) reached.add(path)
  }
}

/** The path of a file below a folder, with `/`. */
function nameIn(folder, path) {
  return relative(folder, path).split(sep).join('/')
}

/** One letter beyond Latin-1 makes V8 hold a whole file with two bytes a letter. The bundler leaves comments and patterns as they are. */
function ascii(text) {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Name, version and license of one bundled package: its own license file, or what its package.json says. */
async function licenseOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'))
  const file = (await readdir(join(root, folder))).sort().find((entry) => /^licen[cs]e/i.test(entry))
  const text = file === undefined ? '' : `\n${await readFile(join(root, folder, file), 'utf8')}`
  return `${name} ${version} (${license})\n${text.replaceAll('\r\n', '\n').trimEnd()}\n`
}

/** @returns {Promise<string[]>} names of files in dist/ that are not what the sources build to */
async function stale(files) {
  const present = await readdir(dist, { recursive: true, withFileTypes: true }).catch(() => [])
  const names = present.filter((entry) => entry.isFile()).map((entry) => nameIn(dist, join(entry.parentPath ?? entry.path, entry.name)))
  const extra = names.filter((name) => !files.has(name))
  const changed = []
  for (const [name, text] of files) {
    const committed = await readFile(join(dist, name)).catch(() => Buffer.alloc(0))
    if (!committed.equals(Buffer.from(text))) changed.push(name)
  }
  return [...extra, ...changed].sort()
}

const files = await bundle()
if (process.argv.includes('--check')) {
  const names = await stale(files)
  for (const name of names) console.error(`dist/${name} is not what the sources build to`)
  console.log(names.length === 0 ? 'dist/ is up to date' : 'run `npm run build` and commit dist/')
  process.exitCode = names.length === 0 ? 0 : 1
} else {
  await rm(dist, { recursive: true, force: true })
  for (const [name, text] of files) {
    await mkdir(dirname(join(dist, name)), { recursive: true })
    await writeFile(join(dist, name), text, { mode: name === 'cli.js' ? 0o755 : 0o644 })
    console.log(`dist/${name}  ${(Buffer.byteLength(text) / 1024).toFixed(0)} KiB`)
  }
}
