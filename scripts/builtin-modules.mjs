import { isBuiltin } from 'node:module'

/**
 * A plugin of the bundler: what the sources import from Node's own modules is taken from them without an import. An ES module that imports `node:fs` reads
 * each of its properties, and some of these load half of Node at the first look: streams, `fs/promises`, the inspector. `require` only hands the
 * module out.
 */
export const builtinModules = {
  name: 'builtin-modules',
  setup(build) {
    build.onResolve({ filter: /^node:/ }, ({ path, kind, namespace }) =>
      kind === 'import-statement' && namespace === 'file' && isBuiltin(path)
        ? { path, namespace: 'builtin', sideEffects: false }
        : undefined,
    )
    build.onResolve({ filter: /^load$/, namespace: 'builtin' }, ({ path }) => ({ path, namespace: 'builtin', sideEffects: false }))
    build.onLoad({ filter: /^load$/, namespace: 'builtin' }, () => ({ contents: LOAD }))
    build.onLoad({ filter: /^node:/, namespace: 'builtin' }, async ({ path }) => ({
      contents: exportsOf(path, Object.keys(await import(path))),
    }))
  },
}

/** `process.getBuiltinModule` came with Node 20.16. */
const LOAD = `import { createRequire } from 'node:module'
export const load = process.getBuiltinModule ?? createRequire(import.meta.url)`

/** A module with the names of that one; those that nobody imports are shaken off. */
function exportsOf(path, names) {
  const rows = names.filter((name) => name !== 'default').map((name) => `export const ${name} = /* @__PURE__ */ of('${name}')`)
  return `import { load } from 'load'
const builtin = load('${path}')
const of = (name) => builtin[name]
${rows.join('\n')}
export default builtin`
}
