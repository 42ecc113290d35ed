// Finds dangerous functions in text whose meaning is not known, such as the values of a configuration.
import { moduleAliases, python2Modules, reexports } from './aliases.ts'
import { dangers } from './index.ts'
import { type Danger, dangerAt, isOrdinary } from './match.ts'
import { type Carrier, MODULE_OBJECTS } from './table.ts'

/** Other names of modules, including the name of `builtins` in every module. */
const HOMES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(python2Modules),
  ...Object.entries(moduleAliases),
  ['__builtins__', 'builtins'],
])
/** Maximum number of parts of a module name in `HOMES`. */
const MAX_ALIAS = 2
/** Maximum number of modules before the dangerous one: `acme.utils.os.system` has two. */
const MAX_BEFORE = 12
const OBJECTS: ReadonlySet<string> = new Set([...MODULE_OBJECTS.split(/\s+/), '__builtins__'])

/**
 * Returns the dangerous function with this dotted name, in text that can mean anything. Only functions that the table
 * names count, and only if they are not ordinary in such text. Other names in a module that is dangerous as a whole do
 * not:
 * `docker.io` and `os.name` are ordinary words. After other modules, only modules of `MODULE_OBJECTS` count.
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

/** Returns the modules that contain such functions, under each of their names, with the functions. */
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

/**
 * Returns a name under its own module: `urllib2.urlopen` is `urllib.request.urlopen`, `six.moves.builtins.eval` is
 * `builtins.eval`.
 */
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
