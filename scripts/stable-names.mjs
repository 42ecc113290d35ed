/**
 * Names each chunk after a source file in it instead of after a hash of its text, so that a change of one file renames no other in a diff.
 * A source file is in one chunk only, so that no two get the same name. A chunk that is imported on demand is named after the file that is asked for,
 * what several chunks share after the first of its files.
 * @template {{ name: string, text: string, imports: { path: string, kind: string }[], inputs: string[], entryPoint?: string }} Output
 * @param {Output[]} outputs files of a build
 * @returns {Output[]} the same files under new names, with the imports in their texts following
 */
export function withStableNames(outputs) {
  const names = new Map(
    outputs.filter(({ name }) => name.startsWith('chunks/')).map((output) => [output.name, `chunks/${stableName(output)}.js`]),
  )
  if (new Set(names.values()).size < names.size) throw new Error('two chunks would have one name')
  const renamed = (/** @type {string} */ name) => names.get(name) ?? name
  return outputs.map((output) => ({
    ...output,
    name: renamed(output.name),
    text: output.text.replace(/"(\.\/(?:chunks\/)?)([\w.-]+-[A-Z0-9]{8}\.js)"/g, (text, folder, file) => {
      const name = names.get(`chunks/${file}`)
      return name === undefined ? text : `"${folder}${name.slice('chunks/'.length)}"`
    }),
    imports: output.imports.map(({ path, kind }) => ({ path: renamed(path), kind })),
  }))
}

/** @param {{ inputs: string[], entryPoint?: string }} output */
function stableName({ inputs, entryPoint }) {
  const source = entryPoint ?? [...inputs].sort()[0]
  // Only the bundler's own helpers come from no file.
  if (source === undefined) return 'bundler-helpers'
  const words = source
    .replace(/^.*node_modules\//, 'package/')
    .replace(/^(?:src|[\w-]+:)\/?/, '')
    .replace(/\.\w+$/, '')
    .replaceAll(/[^\w]+/g, '-')
    .replace(/^-+/, '')
  return entryPoint === undefined ? `shared-${words}` : words
}
