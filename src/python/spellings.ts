// Finds every spelling under which a Python version or library looks up the same object.
import { moduleAliases, python2Modules, reexports } from './danger/aliases.ts'
import { movedModules, movedNames, movedPackages, python2Names, underscored } from './renames.ts'

/** A global as one version of Python or of a library looks it up. */
export interface Spelling {
  readonly module: string
  readonly name: string
}

/** Maximum number of renames that are followed. */
const MAX_STEPS = 6

/**
 * Returns the names of the same object: the given one, then Python 3 names, current modules of a library, C halves of
 * modules.
 */
export function renames(module: string, name: string): readonly Spelling[] {
  const key = `${module} ${name}`
  const known = renamesCache.get(key)
  if (known) return known
  const found = findRenames(module, name)
  if (renamesCache.size >= MAX_CACHED) renamesCache.clear()
  if (key.length < 512) renamesCache.set(key, found)
  return found
}

/** Maximum size of the cache, which is cleared when full. A file looks up the same few names for every tensor. */
const MAX_CACHED = 4096
const renamesCache = new Map<string, readonly Spelling[]>()

function findRenames(module: string, name: string): readonly Spelling[] {
  const found: Spelling[] = [{ module, name }]
  for (let step = 0, at: Spelling | undefined = found[0]; at && step < MAX_STEPS; step++) {
    at = renamed(at)
    if (!at || found.some((known) => known.module === at?.module && known.name === at.name)) break
    found.push(at)
  }
  return found
}

/**
 * Returns every spelling under which a name may be dangerous: `renames`, and modules that re-export it
 * (`six.moves.builtins`).
 */
export function spellings(module: string, name: string): readonly Spelling[] {
  const found = [...renames(module, name)]
  for (const prefix of reexports) {
    const at = module.indexOf(prefix)
    if (at === 0 || (at > 0 && module[at - 1] === '.')) found.push(...renames(module.slice(at + prefix.length), name))
  }
  for (const spelling of [...found]) {
    const alias = own(moduleAliases, spelling.module)
    if (alias !== undefined) found.push(...renames(alias, spelling.name))
  }
  return found
}

function renamed({ module, name }: Spelling): Spelling | undefined {
  const exact = own(movedNames, `${module} ${name}`) ?? own(python2Names, `${module} ${name}`)
  if (exact !== undefined) {
    const [toModule = module, toName = name] = exact.split(' ')
    return { module: toModule, name: toName }
  }
  const moved = own(movedModules, module) ?? own(python2Modules, module)
  if (moved !== undefined) return { module: moved, name }
  const dot = module.lastIndexOf('.')
  const last = module.slice(dot + 1)
  if (
    own(underscored, module.slice(0, Math.max(dot, 0)))
      ?.split(/\s+/)
      .includes(last)
  ) {
    return { module: `${module.slice(0, dot)}._${last.replace(/_{1,20}$/, '')}`, name }
  }
  for (const [from, to] of Object.entries(movedPackages)) {
    if (module === from || module.startsWith(`${from}.`)) return { module: to + module.slice(from.length), name }
  }
  return undefined
}

/** Looks up an own property of the table: names in files are hostile, and `constructor` is inherited. */
function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
