// Looks up a name in the table of dangers and in the lists of safe names, under all its spellings.
import { type Danger, dangerAt, MAX_PARTS } from '../../python/danger/match.ts'
import { MODULE_OBJECTS } from '../../python/danger/table.ts'
import { listsOf, type SafeHit } from '../../python/known/lists.ts'
import { once } from '../../python/once.ts'
import { renames, spellings } from '../../python/spellings.ts'
import { stdlibModules } from '../../python/stdlib-modules.ts'
import type { ArgumentRule, Library, Lookup, SafeUse } from '../../python/table.ts'
import { words } from '../../python/words.ts'
import { argumentRules } from './arguments.ts'

/** Why a name is dangerous. `whole`: the table lists its module, not the name itself. */
export type DangerousHit = Pick<Danger, 'listed' | 'does' | 'can' | 'whole'>

const moduleObjects = words(MODULE_OBJECTS)
/** Libraries whose names the safe lists know, so that an unlisted name of them is suspicious. */
const KNOWN_LIBRARIES = words('numpy scipy pandas sklearn torch joblib dill cloudpickle multiarray _loss')
/** Maximum number of parts of a name. A longer name is dangerous: no object is nested this deep. */
const MAX_NAME_PARTS = 256
const INTERNALS: DangerousHit = {
  listed: '__…__',
  does: 'reaches into Python’s internals (can reach any function)',
  can: 'reach into Python’s internals',
  whole: false,
}

const stdlibIndex = once(() => words(stdlibModules))

/**
 * Returns why a name is dangerous, under any spelling: as written, cut at a NUL, under other names of the module, as an
 * attribute of another module (`pathlib`, `os.system`), or as an attribute of something dangerous
 * (`os.system.__call__`). Undefined for other names.
 */
export function lookupDangerous(module: string, name: string): DangerousHit | undefined {
  return cached(dangerousCache, module, name, findDangerous)
}

function findDangerous(module: string, name: string): DangerousHit | undefined {
  for (const spelling of spellings(clean(module), clean(name))) {
    const hit = dangerousAs(spelling.module, spelling.name)
    if (hit) return hit
  }
  return undefined
}

/**
 * Returns what follows “Loading imports os.system”: what the name does, or what its module can do if that is listed as
 * a whole.
 */
export function dangerClause({ does, can, whole, listed }: DangerousHit, full: string): string {
  if (!whole) return `, which ${does}`
  return full === listed ? `, which can ${can}` : `: the module ${listed} can ${can}`
}

/**
 * Returns how a name may be used, looked up exactly or under an older name of the same object. Does not check whether
 * the name is dangerous.
 */
export function lookupSafe(module: string, name: string): SafeHit | undefined {
  return cached(safeCache, module, name, findSafe)
}

function findSafe(module: string, name: string): SafeHit | undefined {
  for (const spelling of renames(module, name)) {
    const row = listsOf(spelling.module).find(({ list }) => words(list).has(spelling.name))
    if (row) return row.hit
  }
  const isScript = (module === '__torch__' || module.startsWith('__torch__.')) && /^\w+$/.test(name) && !name.startsWith('__')
  return isScript ? { use: 'class', reason: 'TorchScript type: compiled by torch, no Python class' } : undefined
}

/** Returns true if the safe lists contain a name of exactly this module. */
export function listsModule(module: string): boolean {
  return listsOf(module).length > 0
}

/** Returns the origin of a module, by the first part of its name. */
export function libraryOf(module: string): Library {
  const [top = ''] = clean(module).split('.')
  if (stdlibIndex().has(top)) return 'stdlib'
  return KNOWN_LIBRARIES.has(top) ? 'known' : 'unknown'
}

/** The lookups that argument rules use. */
export const lookup: Lookup = {
  safeUse: (module, name) => (lookupDangerous(module, name) ? undefined : lookupSafe(module, name)?.use),
  isDangerous: (module, name) => lookupDangerous(module, name) !== undefined,
  libraryOf,
}

/** Returns the argument rule of a use; undefined for `call`, `class` and `reference`, which have none. */
export function ruleFor(use: SafeUse): ArgumentRule | undefined {
  return use === 'call' || use === 'class' || use === 'reference' ? undefined : argumentRules[use]
}

/** Maximum size of each cache, which is cleared when full. A file looks up the same few names for every tensor. */
const MAX_CACHED = 4096
const dangerousCache = new Map<string, DangerousHit | undefined>()
const safeCache = new Map<string, SafeHit | undefined>()

function cached<T>(cache: Map<string, T>, module: string, name: string, find: (module: string, name: string) => T): T {
  const key = `${module}\n${name}`
  const known = cache.get(key)
  if (known !== undefined || cache.has(key)) return known as T
  const answer = find(module, name)
  if (cache.size >= MAX_CACHED) cache.clear()
  if (key.length < 512) cache.set(key, answer)
  return answer
}

function dangerousAs(module: string, full: string): DangerousHit | undefined {
  const name = ownerOfNew(full)
  const prefix = parts(module)
  const attributes = parts(name)
  const whole = dangerAt([...prefix, ...attributes])
  if (whole) return whole
  if (attributes.length === MAX_NAME_PARTS || (attributes.some(isInternal) && !lookupSafe(module, name))) return INTERNALS
  return attributes.length === 0 ? undefined : amongAttributes(attributes)
}

/** Looks for a dangerous module among the attributes, however it is reached. */
function amongAttributes(attributes: readonly string[]): DangerousHit | undefined {
  for (let at = 0; at < attributes.length; at++) {
    const first = attributes[at] ?? ''
    for (const top of new Set([first, first.replace(/^_+/, '')])) {
      const rest = [top, ...attributes.slice(at + 1, at + MAX_PARTS)]
      const hit = rest.length === 1 ? moduleObject(top) : dangerAt(rest)
      if (hit) return hit
    }
  }
  return undefined
}

/** Looks up a module that is itself the value, as in `shutil.os`. Data is never a module. */
function moduleObject(name: string): DangerousHit | undefined {
  if (!moduleObjects.has(name)) return undefined
  return (
    dangerAt([name]) ?? { listed: name, does: `gives access to the module ${name}`, can: `give access to the module ${name}`, whole: false }
  )
}

/**
 * `cls.__new__` is as dangerous as the class: protocols 2 and 3 write it for classes whose `__new__` takes keywords.
 */
function ownerOfNew(name: string): string {
  return /^\w.*\.__new__$/s.test(name) ? name.slice(0, -'.__new__'.length) : name
}

function isInternal(part: string): boolean {
  return part.length > 4 && part.startsWith('__') && part.endsWith('__') && part !== '__main__'
}

function parts(dotted: string): readonly string[] {
  return dotted.split('.', MAX_NAME_PARTS).filter((part) => part !== '')
}

/** Returns the part of a name that C code reads: up to a NUL, without surrounding whitespace. */
function clean(text: string): string {
  const nul = text.indexOf('\0')
  return (nul < 0 ? text : text.slice(0, nul)).trim()
}
