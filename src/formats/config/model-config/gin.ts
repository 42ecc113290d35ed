// Finds the modules and functions that a Gin configuration imports.
import type { References } from './references.ts'

/** Statements of Gin, one on a line: `import a.b`, `import a.b as c`, `from a import b`, `include 'other.gin'`. */
const IMPORT = /^\s*import\s+([\w.]+)(?:\s+as\s+\w+)?\s*(?:#.*)?$/
const FROM = /^\s*from\s+([\w.]+)\s+import\s+(\w+)(?:\s+as\s+\w+)?\s*(?:#.*)?$/
/** `@name`, `@scope/name()` as a value: what Gin hands over or calls. With dynamic registration the name may be any that is imported. */
const USED = /@(?:[\w.]+\/)*([\w.]+)/g
/** How a file asks to name functions that nobody has registered (gin/config.py). */
const DYNAMIC = '__gin__'
const MAX_LINES = 100_000

/** Texts without which a Gin file imports nothing. */
export const GIN_WORDS = /^[ \t]*(?:import|from)[ \t]+[\w.]/m

/** States the modules that a Gin configuration imports and, where it may name any function of theirs, the functions. */
export function observeGin(text: string, references: References): void {
  const modules = new Map<string, string>()
  let dynamic = false
  const lines = text.split(/\r?\n/, MAX_LINES)
  for (const [index, line] of lines.entries()) {
    const where = `line ${index + 1}`
    const [, module, name] = IMPORT.exec(line) ?? FROM.exec(line) ?? []
    if (module === undefined) continue
    if (module === DYNAMIC) {
      dynamic ||= name === 'dynamic_registration'
      continue
    }
    const target = name === undefined ? module : `${module}.${name}`
    modules.set(/\sas\s+(\w+)/.exec(line)?.[1] ?? name ?? module.split('.')[0] ?? module, name === undefined ? module : target)
    references.state({ loader: 'library', target, where, use: 'module', detail: 'Gin' })
  }
  if (!dynamic) return
  for (const [index, line] of lines.entries()) {
    for (const [, used = ''] of line.replace(/^\s*#.*$/, '').matchAll(USED)) {
      const [first = '', ...rest] = used.split('.')
      const module = modules.get(first)
      if (module === undefined || rest.length === 0) continue
      const target = used.startsWith(`${module}.`) ? used : `${module}.${rest.join('.')}`
      references.state({ loader: 'library', target, where: `line ${index + 1}`, use: 'function', detail: 'Gin' })
    }
  }
}
