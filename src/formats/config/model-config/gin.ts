// Finds the modules and functions that a Gin configuration imports.
import type { References } from './references.ts'

/** Statements of Gin, one on a line: `import a.b`, `import a.b as c`, `from a import b`, `include 'other.gin'`. */
const IMPORT = /^\s*import\s+([\w.]+)(?:\s+as\s+\w+)?\s*(?:#.*)?$/
const FROM = /^\s*from\s+([\w.]+)\s+import\s+(\w+)(?:\s+as\s+\w+)?\s*(?:#.*)?$/
/**
 * `@name` or `@scope/name()` as a value: Gin passes or calls the function. With dynamic registration any imported name
 * works.
 */
const USED = /@(?:[\w.]+\/)*([\w.]+)/g
/**
 * The module from which a file imports `dynamic_registration`, to use functions that are not registered
 * (gin/config.py).
 */
const DYNAMIC = '__gin__'
const MAX_LINES = 100_000

/** Prefilter: matches every Gin file that imports a module. */
export const GIN_WORDS = /^[ \t]*(?:import|from)[ \t]+[\w.]/m

/**
 * Reports the modules that a Gin configuration imports and, with dynamic registration, the functions of them that it
 * uses.
 */
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
    references.report({ loader: 'library', target, where, use: 'module', detail: 'Gin' })
  }
  if (!dynamic) return
  for (const [index, line] of lines.entries()) {
    for (const [, used = ''] of line.replace(/^\s*#.*$/, '').matchAll(USED)) {
      const [first = '', ...rest] = used.split('.')
      const module = modules.get(first)
      if (module === undefined || rest.length === 0) continue
      const target = used.startsWith(`${module}.`) ? used : `${module}.${rest.join('.')}`
      references.report({ loader: 'library', target, where: `line ${index + 1}`, use: 'function', detail: 'Gin' })
    }
  }
}
