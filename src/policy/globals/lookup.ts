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

/** What is known against a name. `whole`: its module is listed, not the name itself. */
export type DangerousHit = Pick<Danger, 'listed' | 'does' | 'can' | 'whole'>

const moduleObjects = words(MODULE_OBJECTS)
/** Libraries whose classes the safe list claims to know, so that a name missing there means something. */
const KNOWN_LIBRARIES = words('numpy scipy pandas sklearn torch joblib dill cloudpickle multiarray _loss')
/** More parts than any name has: such a name hides something. */
const MAX_NAME_PARTS = 256
const INTERNALS: DangerousHit = {
  listed: '__…__',
  does: 'reaches into Python’s internals (can reach any function)',
  can: 'reach into Python’s internals',
  whole: false,
}

const stdlibIndex = once(() => words(stdlibModules))

/**
 * What is dangerous about a name, under any spelling: as written, cut at a NUL, under other names of the module, as an
 * attribute of another module (`pathlib`, `os.system`), or as an attribute of something dangerous
 * (`os.system.__call__`). Undefined when nothing is known against it.
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
 * How a name may be used: exactly as listed, or under an older name of the same object. Does not ask whether the name
 * is dangerous.
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

/** Is any name of exactly this module on the safe list? */
export function listsModule(module: string): boolean {
  return listsOf(module).length > 0
}

/** Where a module comes from, judged by its first part. */
export function libraryOf(module: string): Library {
  const [top = ''] = clean(module).split('.')
  if (stdlibIndex().has(top)) return 'stdlib'
  return KNOWN_LIBRARIES.has(top) ? 'known' : 'unknown'
}

/** What the argument rules ask. */
export const lookup: Lookup = {
  safeUse: (module, name) => (lookupDangerous(module, name) ? undefined : lookupSafe(module, name)?.use),
  isDangerous: (module, name) => lookupDangerous(module, name) !== undefined,
  libraryOf,
}

/** The rule for a use that is a rule; undefined for `call`, `class` and `reference`. */
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
  return attributes.length === 0 ? undefined : behind(attributes)
}

/** A dangerous module among the attributes: the way to it does not matter. */
function behind(attributes: readonly string[]): DangerousHit | undefined {
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

/** `shutil.os`: the module itself, which no data is. */
function moduleObject(name: string): DangerousHit | undefined {
  if (!moduleObjects.has(name)) return undefined
  return dangerAt([name]) ?? { listed: name, does: `hands out the module ${name}`, can: `hand out the module ${name}`, whole: false }
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

/** What C code reads of a name: up to a NUL, without blanks around it. */
function clean(text: string): string {
  const nul = text.indexOf('\0')
  return (nul < 0 ? text : text.slice(0, nul)).trim()
}
