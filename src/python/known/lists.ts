// Indexes the safe names of all libraries by module.
import type { SafeGroup, SafeTable, SafeUse } from '../table.ts'
import { words } from '../words.ts'
import { arrow } from './arrow.ts'
import { boosting } from './boosting.ts'
import { estimators } from './estimators.ts'
import { fastai } from './fastai.ts'
import { forecasting } from './forecasting.ts'
import { networks } from './networks.ts'
import { moreNetworks } from './networks-more.ts'
import { numpy } from './numpy.ts'
import { other } from './other.ts'
import { pandas } from './pandas.ts'
import { preparing } from './preparing.ts'
import { river } from './river.ts'
import { ruleLearners } from './rules.ts'
import { scipy } from './scipy.ts'
import { sklearn } from './sklearn.ts'
import { statsmodels } from './statsmodels.ts'
import { stdlib } from './stdlib.ts'
import { structures } from './structures.ts'
import { text } from './text.ts'
import { timm } from './timm.ts'
import { torch } from './torch.ts'
import { torchvision } from './torchvision.ts'

export interface SafeHit {
  readonly use: SafeUse
  readonly reason: string
}

/** The names of one module that are safe in one way. Split when asked for: of thousands of names a file needs a few dozen. */
export interface SafeList {
  readonly list: string
  readonly hit: SafeHit
}

type SafeIndex = ReadonlyMap<string, readonly SafeList[]>

/** What nearly every model needs. */
const common: readonly SafeGroup[] = [...stdlib, ...numpy, ...scipy, ...pandas, ...sklearn, ...torch]

/** What only models of some libraries need. */
export const tables: readonly SafeTable[] = [
  boosting,
  arrow,
  fastai,
  statsmodels,
  forecasting,
  preparing,
  estimators,
  ruleLearners,
  river,
  timm,
  torchvision,
  networks,
  moreNetworks,
  text,
  structures,
  other,
]

/** Every safe name, in the order in which lists are asked. */
export function safeGroups(): readonly SafeGroup[] {
  return [...common, ...tables.flatMap(groupsOf)]
}

function groupsOf({ groups }: SafeTable): readonly SafeGroup[] {
  return groups.map(({ names, ...group }) => ({ ...group, names: Object.fromEntries(modulesIn(names)) }))
}

/** Modules with their names out of a text: a module ends with a colon, which no name has. */
function modulesIn(text: string): readonly (readonly [string, string])[] {
  const found: [string, string][] = []
  for (const line of text.trim().split('\n')) {
    const colon = line.indexOf(':')
    const last = found.at(-1)
    if (colon >= 0) found.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()])
    else if (last) last[1] += ` ${line.trim()}`
  }
  return found
}

let commonIndex: SafeIndex | undefined
/** By the first part of a module: the tables it can be in, and then all its lists in them. */
let tablesOf: ReadonlyMap<string, readonly SafeTable[]> | undefined
const packageIndexes = new Map<string, SafeIndex>()

/** The lists of names of exactly this module. */
export function listsOf(module: string): readonly SafeList[] {
  commonIndex ??= indexSafe(common)
  const known = commonIndex.get(module) ?? []
  const inTables = indexOfPackage(module.split('.', 1)[0] ?? '')?.get(module)
  return inTables === undefined ? known : [...known, ...inTables]
}

/** The tables that know a package, indexed when the package is asked for first; undefined for one that none knows. */
function indexOfPackage(name: string): SafeIndex | undefined {
  const made = packageIndexes.get(name)
  if (made !== undefined) return made
  tablesOf ??= indexTables()
  const known = tablesOf.get(name)
  if (known === undefined) return undefined
  const index = indexSafe(known.flatMap(groupsOf))
  packageIndexes.set(name, index)
  return index
}

function indexTables(): ReadonlyMap<string, readonly SafeTable[]> {
  const index = new Map<string, SafeTable[]>()
  for (const table of tables) {
    for (const name of words(table.packages)) {
      const known = index.get(name)
      if (known) known.push(table)
      else index.set(name, [table])
    }
  }
  return index
}

function indexSafe(groups: readonly SafeGroup[]): SafeIndex {
  const index = new Map<string, SafeList[]>()
  for (const { use, reason, names } of groups) {
    for (const [module, list] of Object.entries(names)) {
      const known = index.get(module)
      const row = { list, hit: { use, reason } }
      if (known) known.push(row)
      else index.set(module, [row])
    }
  }
  return index
}
