// Finds the row of the table of dangers that matches a dotted name.
import { once } from '../once.ts'
import { moduleAliases, python2Modules, reexports } from './aliases.ts'
import { dangers } from './index.ts'
import { stdlib } from './stdlib.ts'
import { type Carrier, type DangerGroup, EFFECTS, type Effect } from './table.ts'

/** The row that matches a dotted name. */
export interface Danger extends Effect {
  /** The listed name that matched, e.g. `os` or `pathlib.Path.open`. */
  readonly listed: string
  /** The row lists the whole module, not the name: `can` applies, `does` does not. */
  readonly whole: boolean
  readonly group: DangerGroup
}

interface Row {
  readonly group: DangerGroup
  readonly list: string
  names: ReadonlySet<string> | undefined
}

/** Maximum number of parts of a name in the table. */
export const MAX_PARTS = 8

/** Rows by module. */
const index = once(buildIndex)
/** First parts of every module that the table knows under any spelling. */
const packages = once(
  () => new Set([...index().keys(), ...Object.keys(moduleAliases), ...Object.keys(python2Modules), ...reexports].map(topOf)),
)

/**
 * Returns the row that matches the longest part of a dotted name; undefined if none matches, or the name is excluded.
 */
export function dangerAt(path: readonly string[]): Danger | undefined {
  let best: Danger | undefined
  let length = 0
  const depth = Math.min(path.length, MAX_PARTS)
  for (let start = 1; start <= depth; start++) {
    const rows = index().get(path.slice(0, start).join('.'))
    if (rows === undefined) continue
    for (const row of rows) {
      const names = namesOf(row)
      if (path.length <= MAX_PARTS && names.has(`!${path.slice(start).join('.')}`)) return undefined
      for (let end = depth; end > start; end--) {
        if (end <= length) break
        if (!names.has(path.slice(start, end).join('.'))) continue
        best = found(row, path, end, false)
        length = end
      }
      if (start > length && names.has('*')) {
        best = found(row, path, start, true)
        length = start
      }
    }
  }
  return best
}

/** Returns what code can do with a whole module (`os.*`) that it passes on. The first row of a module is the worst. */
export function dangerIn(module: string, carrier: Carrier): Danger | undefined {
  const row = index()
    .get(module)
    ?.find(({ group }) => !isOrdinary(group, carrier))
  return row && found(row, module.split('.'), module.split('.').length, true)
}

/** Returns true if the names of the row are ordinary in this carrier. */
export function isOrdinary({ ordinary }: DangerGroup, carrier: Carrier): boolean {
  return ordinary?.split(' ').includes(carrier) === true
}

/** Returns the dangerous built-in functions that are not ordinary in this carrier. */
export function builtinsIn(carrier: Carrier): ReadonlySet<string> {
  return new Set(dangers.filter((group) => !isOrdinary(group, carrier)).flatMap(({ names }) => bareNames(names['builtins'])))
}

/**
 * Returns functions of the standard library that run programs or code or import, and whose names are unusual for
 * methods of other objects. Without functions of libraries, which templates do not reach, and without names such as
 * `load` and `run`, which are ordinary in templates.
 */
export function runningMethods(): ReadonlySet<string> {
  const namesIn = (group: DangerGroup) =>
    Object.entries(group.names).flatMap(([module, list]) => (module === 'builtins' ? [] : bareNames(list)))
  const ordinary = new Set(stdlib.filter((group) => isOrdinary(group, 'template')).flatMap(namesIn))
  const running = stdlib.filter((group) => RUNNING.has(group.effect) && !isOrdinary(group, 'template'))
  return new Set(running.flatMap(namesIn).filter((name) => !ordinary.has(name)))
}

/** Effects of functions that run code. */
const RUNNING: ReadonlySet<DangerGroup['effect']> = new Set<DangerGroup['effect']>(['program', 'code', 'imports'])

/** Returns the names without a dot, except `*` and excluded names. */
function bareNames(list: string | undefined): readonly string[] {
  return list?.match(/(?<![\w.!])\w+(?![\w.])/g) ?? []
}

/**
 * Returns true if the table lists anything in this package, under any spelling. Only the first part of the name counts.
 */
export function isListed(module: string): boolean {
  return packages().has(topOf(module))
}

function topOf(module: string): string {
  const dot = module.indexOf('.')
  return dot < 0 ? module : module.slice(0, dot)
}

function found({ group }: Row, path: readonly string[], length: number, whole: boolean): Danger {
  return { ...EFFECTS[group.effect], listed: path.slice(0, length).join('.'), whole, group }
}

function namesOf(row: Row): ReadonlySet<string> {
  row.names ??= new Set(row.list.split(/\s+/))
  return row.names
}

function buildIndex(): ReadonlyMap<string, readonly Row[]> {
  const all = new Map<string, Row[]>()
  for (const group of dangers) {
    for (const [module, list] of Object.entries(group.names)) {
      const row: Row = { group, list, names: undefined }
      const known = all.get(module)
      if (known) known.push(row)
      else all.set(module, [row])
    }
  }
  return all
}
