import { words } from '../words.ts'
import { argumentRules } from './arguments.ts'
import { dangerous } from './dangerous.ts'
import { arrow } from './safe-arrow.ts'
import { boosting } from './safe-boosting.ts'
import { estimators } from './safe-estimators.ts'
import { fastai } from './safe-fastai.ts'
import { forecasting } from './safe-forecasting.ts'
import { networks } from './safe-networks.ts'
import { moreNetworks } from './safe-networks-more.ts'
import { numpy } from './safe-numpy.ts'
import { other } from './safe-other.ts'
import { pandas } from './safe-pandas.ts'
import { preparing } from './safe-preparing.ts'
import { river } from './safe-river.ts'
import { ruleLearners } from './safe-rules.ts'
import { scipy } from './safe-scipy.ts'
import { sklearn } from './safe-sklearn.ts'
import { statsmodels } from './safe-statsmodels.ts'
import { stdlib } from './safe-stdlib.ts'
import { structures } from './safe-structures.ts'
import { text } from './safe-text.ts'
import { timm } from './safe-timm.ts'
import { torch } from './safe-torch.ts'
import { torchvision } from './safe-torchvision.ts'
import { renames, spellings } from './spellings.ts'
import { stdlibModules } from './stdlib-modules.ts'
import type { ArgumentRule, Library, Lookup, SafeGroup, SafeUse } from './table.ts'

export interface DangerousHit {
  /** The listed name that matched, e.g. `os` or `pathlib.Path.open`. */
  readonly listed: string
  /** A verb phrase for people. */
  readonly does: string
}

export interface SafeHit {
  readonly use: SafeUse
  readonly reason: string
}

/** Every safe table, one per family of libraries. */
export const safe: readonly SafeGroup[] = [
  ...stdlib,
  ...numpy,
  ...scipy,
  ...pandas,
  ...sklearn,
  ...torch,
  ...boosting,
  ...arrow,
  ...fastai,
  ...statsmodels,
  ...forecasting,
  ...preparing,
  ...estimators,
  ...ruleLearners,
  ...river,
  ...timm,
  ...torchvision,
  ...networks,
  ...moreNetworks,
  ...text,
  ...structures,
  ...other,
]

/** Modules that are dangerous in hand even when another module gives them out (`shutil.os`), and that nobody's own class is called. */
const MODULE_OBJECTS =
  words(`os posix nt sys subprocess builtins __builtin__ importlib ctypes socket ssl shutil pickle cPickle marshal runpy pty
  multiprocessing asyncio threading thread urllib urllib2 pdb gc inspect imp tempfile webbrowser pkgutil zipimport posixsubprocess commands popen2
  requests httplib ftplib smtplib cloudpickle dill sqlite3`)
/** Libraries whose classes the safe list claims to know, so that a name missing there means something. */
const KNOWN_LIBRARIES = words('numpy scipy pandas sklearn torch joblib dill cloudpickle multiarray _loss')
/** The tables know no name that is deeper than this. */
const MAX_PARTS = 8
/** More parts than any name has: such a name hides something. */
const MAX_NAME_PARTS = 256
const INTERNALS: DangerousHit = { listed: '__…__', does: 'reaches into Python’s internals (can reach any function)' }

/** The names of one module that are safe in one way. Split when asked for: of some two thousand names a file needs a few dozen. */
interface SafeList {
  readonly list: string
  readonly hit: SafeHit
}

interface DangerousList {
  readonly list: string
  readonly does: string
}

type DangerousIndex = ReadonlyMap<string, readonly DangerousList[]>

let dangerousIndex: DangerousIndex | undefined
let safeIndex: ReadonlyMap<string, readonly SafeList[]> | undefined
let stdlibIndex: ReadonlySet<string> | undefined

/**
 * What is dangerous about a name, under any spelling: as written, cut at a NUL, under other names of the module, as an attribute of another module
 * (`pathlib`, `os.system`), or as an attribute of something dangerous (`os.system.__call__`). Undefined when nothing is known against it.
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

/** How a name may be used: exactly as listed, or under an older name of the same object. Does not ask whether the name is dangerous. */
export function lookupSafe(module: string, name: string): SafeHit | undefined {
  return cached(safeCache, module, name, findSafe)
}

function findSafe(module: string, name: string): SafeHit | undefined {
  safeIndex ??= indexSafe()
  for (const spelling of renames(module, name)) {
    const row = safeIndex.get(spelling.module)?.find(({ list }) => words(list).has(spelling.name))
    if (row) return row.hit
  }
  const isScript = (module === '__torch__' || module.startsWith('__torch__.')) && /^\w+$/.test(name) && !name.startsWith('__')
  return isScript ? { use: 'class', reason: 'TorchScript type: compiled by torch, no Python class' } : undefined
}

/** Is any name of exactly this module on the safe list? */
export function listsModule(module: string): boolean {
  safeIndex ??= indexSafe()
  return safeIndex.has(module)
}

/** Where a module comes from, judged by its first part. */
export function libraryOf(module: string): Library {
  const [top = ''] = clean(module).split('.')
  stdlibIndex ??= words(stdlibModules)
  if (stdlibIndex.has(top)) return 'stdlib'
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

/** Answers that are kept: a file asks for the same few names at every tensor. When they are too many, all are forgotten. */
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
  dangerousIndex ??= indexDangerous()
  const name = ownerOfNew(full)
  const prefix = parts(module)
  const attributes = parts(name)
  const whole = match([...prefix, ...attributes], dangerousIndex)
  if (whole) return whole
  if (attributes.length === MAX_NAME_PARTS || (attributes.some(isInternal) && !lookupSafe(module, name))) return INTERNALS
  return attributes.length === 0 ? undefined : behind(attributes, dangerousIndex)
}

/** A dangerous module among the attributes: the way to it does not matter. */
function behind(attributes: readonly string[], index: DangerousIndex): DangerousHit | undefined {
  for (let at = 0; at < attributes.length; at++) {
    const first = attributes[at] ?? ''
    for (const top of new Set([first, first.replace(/^_+/, '')])) {
      const rest = [top, ...attributes.slice(at + 1, at + MAX_PARTS)]
      const hit = rest.length === 1 ? moduleObject(top, index) : match(rest, index)
      if (hit) return hit
    }
  }
  return undefined
}

/** `shutil.os`: the module itself, which no data is. */
function moduleObject(name: string, index: DangerousIndex): DangerousHit | undefined {
  if (!MODULE_OBJECTS.has(name)) return undefined
  return match([name], index) ?? { listed: name, does: `hands out the module ${name}` }
}

/** `cls.__new__` is as dangerous as the class: protocols 2 and 3 write it for classes whose `__new__` takes keywords. */
function ownerOfNew(name: string): string {
  return /^\w.*\.__new__$/s.test(name) ? name.slice(0, -'.__new__'.length) : name
}

/** The longest listed beginning of a dotted path, unless the whole path is taken out of the list. */
function match(path: readonly string[], index: DangerousIndex): DangerousHit | undefined {
  let found: DangerousHit | undefined
  for (let length = 1; length <= Math.min(path.length, MAX_PARTS); length++) {
    const module = path.slice(0, length).join('.')
    for (const { list, does } of index.get(module) ?? []) {
      const names = words(list)
      if (path.length <= MAX_PARTS && names.has(`!${path.slice(length).join('.')}`)) return undefined
      if (names.has('*')) found = { listed: module, does }
      for (let end = length + 1; end <= Math.min(path.length, MAX_PARTS); end++) {
        const name = path.slice(length, end).join('.')
        if (names.has(name)) found = { listed: `${module}.${name}`, does }
      }
    }
  }
  return found
}

function isInternal(part: string): boolean {
  return part.length > 4 && part.startsWith('__') && part.endsWith('__') && part !== '__main__'
}

function indexDangerous(): DangerousIndex {
  const index = new Map<string, DangerousList[]>()
  for (const { does, names } of dangerous) {
    for (const [module, list] of Object.entries(names)) {
      const known = index.get(module)
      if (known) known.push({ list, does })
      else index.set(module, [{ list, does }])
    }
  }
  return index
}

function indexSafe(): ReadonlyMap<string, readonly SafeList[]> {
  const index = new Map<string, SafeList[]>()
  for (const { use, reason, names } of safe) {
    for (const [module, list] of Object.entries(names)) {
      const known = index.get(module)
      const row = { list, hit: { use, reason } }
      if (known) known.push(row)
      else index.set(module, [row])
    }
  }
  return index
}

function parts(dotted: string): readonly string[] {
  return dotted.split('.', MAX_NAME_PARTS).filter((part) => part !== '')
}

/** What C code reads of a name: up to a NUL, without blanks around it. */
function clean(text: string): string {
  const nul = text.indexOf('\0')
  return (nul < 0 ? text : text.slice(0, nul)).trim()
}
