// Puts the bytes of opcodes into the bundle in the place of their names.
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const TABLE = fileURLToPath(new URL('../src/pickle/vm/opcodes.ts', import.meta.url))

/**
 * A plugin of the bundler: puts the byte of an opcode in the place of `Opcode.NAME`. Node makes a jump table of a switch over numbers that are written in
 * it, and compares one case after another where they are properties of an object. The bundler inlines constants of other modules only when it minifies.
 */
export const inlineOpcodes = {
  name: 'inline-opcodes',
  setup(build) {
    const codes = new Map(
      [...readFileSync(TABLE, 'utf8').matchAll(/^ {2}\['([A-Z0-9_]+)', (0x[0-9a-f]{2}),/gm)].map(([, name, code]) => [name, code]),
    )
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      if (path === TABLE || !text.includes('Opcode.')) return undefined
      const contents = text.replace(/\bOpcode\.([A-Z0-9_]+)\b/g, (_, name) => {
        const code = codes.get(name)
        if (code === undefined) throw new Error(`${path}: no opcode is called ${name}`)
        return code
      })
      return { contents, loader: 'ts' }
    })
  },
}
