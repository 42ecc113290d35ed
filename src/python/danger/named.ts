// Finds dangerous functions in text whose meaning is not known, such as the values of a configuration.
import { moduleAliases, python2Modules, reexports } from './aliases.ts'
import { dangers } from './index.ts'
import { type Danger, dangerAt, isOrdinary } from './match.ts'
import { type Carrier, MODULE_OBJECTS } from './table.ts'

/** Other names of modules, with that of `builtins` in every module. */
const HOMES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(python2Modules),
  ...Object.entries(moduleAliases),
  ['__builtins__', 'builtins'],
])
/** Parts of a module's name that has another. */
const MAX_ALIAS = 2
/** Modules that another one may stand before: `acme.utils.os.system`. */
const MAX_BEFORE = 12
const OBJECTS: ReadonlySet<string> = new Set([...MODULE_OBJECTS.split(/\s+/), '__builtins__'])

/**
 * The function that a dotted name is, in a text that may mean anything: one that the table names, and that is not ordinary in such texts. Whatever else is in
 * a module that is dangerous as a whole is not told, since `docker.io` and `os.name` are words. Behind other modules, only those count whose names nobody gives
 * to a thing of his own.
 */
export function namedDanger(path: readonly string[], carrier: Carrier): Danger | undefined {
  for (let start = 0; start < path.length - 1 && start <= MAX_BEFORE; start++) {
    if (start > 0 && !OBJECTS.has(path[start] ?? '')) continue
    const named = path.slice(start)
    for (const spelling of [named, atHome(named)]) {
      const hit = dangerAt(spelling)
      if (hit && !hit.whole && !isOrdinary(hit.group, carrier)) return hit
    }
  }
  return undefined
}

/** The modules that have such functions, under each of their names, with the functions. */
export function namedFunctions(carrier: Carrier): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const group of dangers) {
    if (isOrdinary(group, carrier)) continue
    for (const [module, list] of Object.entries(group.names)) {
      const names = list.split(/\s+/).filter((name) => name !== '*' && !name.startsWith('!'))
      if (names.length > 0) found.set(module, [...(found.get(module) ?? []), ...names])
    }
  }
  for (const [alias, home] of HOMES) {
    const names = found.get(home)
    if (names) found.set(alias, [...(found.get(alias) ?? []), ...names])
  }
  return found
}

/** A name as its own module has it: `urllib2.urlopen` is `urllib.request.urlopen`, `six.moves.builtins.eval` is `builtins.eval`. */
function atHome(path: readonly string[]): readonly string[] {
  const dotted = path.join('.')
  const package_ = reexports.find((prefix) => dotted.startsWith(prefix))
  const inner = package_ === undefined ? path : path.slice(package_.split('.').length - 1)
  for (let length = Math.min(MAX_ALIAS, inner.length - 1); length > 0; length--) {
    const home = HOMES.get(inner.slice(0, length).join('.'))
    if (home !== undefined) return [...home.split('.'), ...inner.slice(length)]
  }
  return inner
}
