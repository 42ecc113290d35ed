// Finds the classes and functions that Python source files define.
import type { Definition, FirstParty } from '../policy/policy.ts'

/** Maximum bytes, or characters, of a source file; the rest is ignored. Reviewed source is shorter. */
export const MAX_SOURCE = 4 * 1024 * 1024
const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_]*$/u

/** Source files, and how to read them. */
export interface SourceFiles {
  /** Paths with `/`; only those of Python source are used. */
  readonly paths: readonly string[]
  /** Returns the text of a file, or undefined if it cannot be read. Called only for modules that a model names. */
  readonly read: (path: string) => string | undefined
  /** Folders of packages, with `/`; `''` is the root. The folder `src` in each is one too. */
  readonly roots?: readonly string[]
  /** Paths that a pull request adds, changes or removes: a module that may be one of them is not first-party. */
  readonly proposed?: readonly string[]
}

/**
 * Returns a lookup of the classes and functions that the source files define. A name counts if the file of the module
 * has its `class` or `def`. A name that the file only imports or assigns does not: it can be anything (`from
 * subprocess import run`).
 */
export function firstPartyFromFiles({ paths, read, roots = [''], proposed = [] }: SourceFiles): FirstParty {
  const folders = roots.flatMap((root) => [root, root === '' ? 'src' : `${root}/src`])
  const files = moduleFiles(paths, folders)
  const inQuestion = moduleFiles(proposed, folders)
  // Each file is read once, although a model can name a million things.
  const known = new Map<string, ReadonlyMap<string, Definition['kind']>>()
  const namesOf = (file: string) => {
    const names = known.get(file) ?? definitionsOf(read(file)?.slice(0, MAX_SOURCE) ?? '')
    known.set(file, names)
    return names
  }
  return (module, name) => {
    if (inQuestion.has(module)) return undefined
    for (const file of files.get(module) ?? []) {
      const kind = namesOf(file).get(name)
      if (kind) return { file, kind }
    }
    return undefined
  }
}

/** Returns the files that each module can be: `a.b` is `a/b.py` or `a/b/__init__.py` below each root. */
function moduleFiles(paths: readonly string[], roots: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>()
  for (const path of paths) {
    if (!path.endsWith('.py')) continue
    for (const root of new Set(roots)) {
      if (root !== '' && !path.startsWith(`${root}/`)) continue
      const parts = path.slice(root === '' ? 0 : root.length + 1, -'.py'.length).split('/')
      if (parts.length > 1 && parts.at(-1) === '__init__') parts.pop()
      if (!parts.every((part) => IDENTIFIER.test(part))) continue
      const module = parts.join('.')
      const known = files.get(module)
      if (known) known.push(path)
      else files.set(module, [path])
    }
  }
  return files
}

/** A class or function at the start of a line, and the bases of a class unless they contain parentheses. */
const DEFINITION =
  /^([ \t]*)(?:class[ \t]+([\p{L}_][\p{L}\p{N}_]*)[ \t]*(?:\(([^()]{0,500})\)|[(:])|(?:async[ \t]+)?def[ \t]+([\p{L}_][\p{L}\p{N}_]*)[ \t]*\()/gmu
const ENUM = /(?:^|[\s,.])(?:Int|Str|Re)?(?:Enum|Flag)\s*(?:,|$)/

/**
 * Returns what a pickle can name in the source: top-level functions and classes, and nested classes as `Outer.Inner`.
 */
function definitionsOf(source: string): ReadonlyMap<string, Definition['kind']> {
  const found = new Map<string, Definition['kind']>()
  const open: { readonly indent: number; readonly name: string | undefined }[] = []
  for (const [, spaces = '', className, bases = '', functionName = ''] of source.matchAll(DEFINITION)) {
    const indent = spaces.length
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop()
    const outer = open.at(-1)
    if (className === undefined) {
      if (indent === 0) found.set(functionName, 'function')
      open.push({ indent, name: undefined })
      continue
    }
    const isReachable = outer === undefined ? indent === 0 : outer.name !== undefined
    const name = !isReachable ? undefined : outer?.name === undefined ? className : `${outer.name}.${className}`
    if (name !== undefined) found.set(name, ENUM.test(bases) ? 'enum' : 'class')
    open.push({ indent, name })
  }
  return found
}
