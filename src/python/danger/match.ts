// Finds the row of the table of dangers that matches a dotted name.
import { moduleAliases, python2Modules, reexports } from './aliases.ts'
import { dangers } from './index.ts'
import { stdlib } from './stdlib.ts'
import { type Carrier, type DangerGroup, EFFECTS, type Effect } from './table.ts'

/** The row that fits a dotted name. */
export interface Danger extends Effect {
  /** The listed name that matched, e.g. `os` or `pathlib.Path.open`. */
  readonly listed: string
  /** The module is listed, not the name: that says what can be done with it, not what this name does. */
  readonly whole: boolean
  readonly group: DangerGroup
}

interface Row {
  readonly group: DangerGroup
  readonly list: string
  names: ReadonlySet<string> | undefined
}

/** The table knows no name that is deeper than this. */
export const MAX_PARTS = 8

let index: ReadonlyMap<string, readonly Row[]> | undefined
let tops: ReadonlySet<string> | undefined

/** The row that says the most of a dotted name; undefined where none fits, or where the name is taken out of its row. */
export function dangerAt(path: readonly string[]): Danger | undefined {
  index ??= indexed()
  let best: Danger | undefined
  let length = 0
  const depth = Math.min(path.length, MAX_PARTS)
  for (let start = 1; start <= depth; start++) {
    const rows = index.get(path.slice(0, start).join('.'))
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

/** What handing on the module as a whole (`os.*`) makes possible in code of that kind: the worst of its rows is the first. */
export function dangerIn(module: string, carrier: Carrier): Danger | undefined {
  index ??= indexed()
  const row = index.get(module)?.find(({ group }) => !isOrdinary(group, carrier))
  return row && found(row, module.split('.'), module.split('.').length, true)
}

/** Is a row's name used every day by what carries it? */
export function isOrdinary({ ordinary }: DangerGroup, carrier: Carrier): boolean {
  return ordinary?.split(' ').includes(carrier) === true
}

/** The built-in functions that mean something in what carries them. */
export function builtinsIn(carrier: Carrier): ReadonlySet<string> {
  return new Set(dangers.filter((group) => !isOrdinary(group, carrier)).flatMap(({ names }) => bareNames(names['builtins'])))
}

/**
 * Functions of the standard library that run programs and code or import, and whose names no object gives to a method of its own: called on whatever it is, they
 * are these. Not those of libraries, which do not come into such hands, nor `load`, `run` and the like, which a row says are ordinary in templates.
 */
export function runningMethods(): ReadonlySet<string> {
  const namesIn = (group: DangerGroup) =>
    Object.entries(group.names).flatMap(([module, list]) => (module === 'builtins' ? [] : bareNames(list)))
  const ordinary = new Set(stdlib.filter((group) => isOrdinary(group, 'template')).flatMap(namesIn))
  const running = stdlib.filter((group) => RUNNING.has(group.effect) && !isOrdinary(group, 'template'))
  return new Set(running.flatMap(namesIn).filter((name) => !ordinary.has(name)))
}

const RUNNING: ReadonlySet<DangerGroup['effect']> = new Set<DangerGroup['effect']>(['program', 'code', 'imports'])

/** Names without a full stop, but for `*` and what is taken out. */
function bareNames(list: string | undefined): readonly string[] {
  return list?.match(/(?<![\w.!])\w+(?![\w.])/g) ?? []
}

/** Has the table anything of this package, under whatever spelling (its first part is looked at)? */
export function isListed(module: string): boolean {
  if (tops === undefined) {
    index ??= indexed()
    tops = new Set([...index.keys(), ...Object.keys(moduleAliases), ...Object.keys(python2Modules), ...reexports].map(topOf))
  }
  return tops.has(topOf(module))
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

function indexed(): ReadonlyMap<string, readonly Row[]> {
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
