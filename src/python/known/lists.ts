// Indexes the safe names of all libraries by module.
import { once } from '../once.ts'
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

/** How a name may be used, and why that is safe. */
export interface SafeHit {
  readonly use: SafeUse
  readonly reason: string
}

/**
 * Names of one module with the same use. The text is split when it is looked up: a file needs few of thousands of
 * names.
 */
export interface SafeList {
  readonly list: string
  readonly hit: SafeHit
}

type SafeIndex = ReadonlyMap<string, readonly SafeList[]>

/** Libraries that nearly every model uses. */
const common: readonly SafeGroup[] = [...stdlib, ...numpy, ...scipy, ...pandas, ...sklearn, ...torch]

/** Libraries that few models use. */
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

/** Returns every safe name, in the order of the lookup. */
export function safeGroups(): readonly SafeGroup[] {
  return [...common, ...tables.flatMap(groupsOf)]
}

function groupsOf({ groups }: SafeTable): readonly SafeGroup[] {
  return groups.map(({ names, ...group }) => ({ ...group, names: Object.fromEntries(modulesIn(names)) }))
}

/** Splits the text of a table into modules and names. A colon ends the name of a module. */
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

const commonIndex = once(() => indexSafe(common))
/** The tables that contain a package, by the first part of its modules. */
const tablesByPackage = once(indexTables)
/** A cache of the index of each package. Bounded by the packages of the tables: unknown names are not stored. */
const packageIndexCache = new Map<string, SafeIndex>()

/** Returns the lists of names of exactly this module. */
export function listsOf(module: string): readonly SafeList[] {
  const known = commonIndex().get(module) ?? []
  const inTables = indexOfPackage(module.split('.', 1)[0] ?? '')?.get(module)
  return inTables === undefined ? known : [...known, ...inTables]
}

/**
 * Returns the index of a package, which is built at the first lookup; undefined for a package that no table contains.
 */
function indexOfPackage(name: string): SafeIndex | undefined {
  const cached = packageIndexCache.get(name)
  if (cached !== undefined) return cached
  const known = tablesByPackage().get(name)
  if (known === undefined) return undefined
  const index = indexSafe(known.flatMap(groupsOf))
  packageIndexCache.set(name, index)
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
