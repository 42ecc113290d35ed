import { basename } from 'node:path'
import { build } from 'esbuild'

/**
 * Puts the chunks that entries load at their start into one file for each set of entries: `chunks/core.js` is what all of them begin with. The bundler
 * makes a chunk of whatever some files have in common, a dozen of them for a start here, and each costs it half a millisecond.
 * @param entries names of the entries' files
 * @param outputs `{name, text, imports, exports}` of each file: imports as `{path, kind}` with names of files
 * @returns {Promise<Map<string, string>>} the texts of all files by name
 */
export async function mergeChunks(entries, outputs) {
  const files = new Map(outputs.map((output) => [output.name, output]))
  const homes = homesOf(files, entries)
  const texts = new Map()
  for (const { name, text } of outputs) if (!homes.has(name)) texts.set(name, redirected(name, text, homes))
  for (const home of new Set(homes.values())) texts.set(home, await merged(home, files, homes))
  return texts
}

/** The file that each chunk goes to, in the order in which the chunks run. What another entry may load later stays by itself, or it would load all. */
function homesOf(files, entries) {
  const starts = entries.map((entry) => ({ entry, chunks: reached(files, entry, ['import-statement']) }))
  const alls = entries.map((entry) => reached(files, entry, ['import-statement', 'dynamic-import']))
  const homes = new Map()
  for (const chunk of new Set(starts.flatMap(({ chunks }) => [...chunks]))) {
    const users = starts.filter(({ chunks }) => chunks.has(chunk)).map(({ entry }) => basename(entry, '.js'))
    if (alls.filter((chunks) => chunks.has(chunk)).length > users.length) continue
    homes.set(chunk, `chunks/${users.length === entries.length ? '' : `${users.join('-')}-`}core.js`)
  }
  return homes
}

/** The files that a file imports in these ways, and they in turn; each behind those that it imports itself. */
function reached(files, name, kinds, found = new Set(), entered = new Set([name])) {
  for (const { path, kind } of files.get(name).imports) {
    if (!kinds.includes(kind) || !files.has(path) || entered.has(path)) continue
    entered.add(path)
    reached(files, path, kinds, found, entered)
    found.add(path)
  }
  return found
}

/** The chunks of one file as one module, which exports what each of them did. */
async function merged(home, files, homes) {
  const chunks = [...homes.keys()].filter((chunk) => homes.get(chunk) === home)
  const lines = chunks.flatMap((chunk) => [
    `import './${basename(chunk)}'`,
    ...files.get(chunk).exports.map((name) => `export { ${name} as ${aliasOf(chunk, name, homes)} } from './${basename(chunk)}'`),
  ])
  const result = await build({
    stdin: { contents: lines.join('\n') },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'ascii',
    legalComments: 'inline',
    logLevel: 'warning',
    plugins: [
      {
        name: 'chunks',
        setup(build) {
          build.onResolve({ filter: /^\.\// }, ({ path }) => {
            const chunk = `chunks/${basename(path)}`
            return homes.get(chunk) === home ? { path: chunk, namespace: 'chunk' } : { path, external: true }
          })
          // Of comments only those of licenses are kept: for the while, those that name a source file are dressed up as one.
          build.onLoad({ filter: /.*/, namespace: 'chunk' }, ({ path }) => ({
            contents: redirected(path, files.get(path).text, homes).replaceAll(/^\/\/ ((?:src|node_modules)\/\S+)$/gm, '//! $1'),
          }))
        },
      },
    ],
  })
  return result.outputFiles[0].text.replaceAll(/^\/\/ chunk:.*\n/gm, '').replaceAll(/^\/\/! /gm, '// ')
}

/** The text of a file whose imports from chunks that went elsewhere are taken from there. */
function redirected(from, text, homes) {
  const taken = new Map()
  const rest = text.replace(/^import (?:\{([^}]*)\} from )?"\.\/(?:chunks\/)?([^"]+)";\n/gm, (line, list, file) => {
    const chunk = `chunks/${file}`
    const home = homes.get(chunk)
    if (home === undefined || home === homes.get(from)) return line
    const names = (list ?? '').split(',').map((part) => part.trim().split(' as '))
    const parts = names.filter(([name]) => name !== '').map(([name, local = name]) => `${aliasOf(chunk, name, homes)} as ${local}`)
    taken.set(home, [...(taken.get(home) ?? []), ...parts])
    return ''
  })
  const imports = [...taken].map(([home, parts]) => {
    const file = from.startsWith('chunks/') ? basename(home) : home
    return parts.length === 0 ? `import "./${file}";\n` : `import {\n  ${parts.join(',\n  ')}\n} from "./${file}";\n`
  })
  return imports.join('') + rest
}

/** Two chunks may export different things under one name. */
function aliasOf(chunk, name, homes) {
  return `${name}_${[...homes.keys()].indexOf(chunk)}`
}
