// Decides whether Python source, of which every use is known, only computes.
import type { SourceUses } from '../../facts/code.ts'
import { codeDanger } from '../../python/code/danger.ts'
import { computes, escapingAttributes, harmlessSpecials } from '../../python/code/pure-names.ts'
import { runningMethods } from '../../python/danger/match.ts'
import { MODULE_OBJECTS } from '../../python/danger/table.ts'
import { words } from '../../python/words.ts'
import { lookupDangerous } from '../globals/lookup.ts'

/** What Python source does that is not known to only compute. */
export interface SourceAssessment {
  /** Dangerous names, and what they do. */
  readonly dangers: readonly { readonly name: string; readonly does: string }[]
  /** Names that are on no list, as the source writes them. */
  readonly unknown: readonly string[]
}

/** Attributes through which code gets from any object to a module or to the interpreter. */
const ESCAPING: ReadonlySet<string> = new Set([...words(escapingAttributes), ...words(MODULE_OBJECTS), ...runningMethods()])
const HARMLESS_SPECIALS = words(harmlessSpecials)
const ESCAPES = 'reaches the interpreter or other modules'

/**
 * Assesses source of which every use is known. A name is accepted only if a list says that it computes,
 * since this code runs while a model is loaded and was never reviewed.
 */
export function assessUses({ imports, names, bare, attributes }: SourceUses): SourceAssessment {
  const dangers: { name: string; does: string }[] = []
  const unknown: string[] = []
  const judge = (name: string): void => {
    const known = computesAs(name)
    if (known === 'named' || (known === 'any' && dangerOf(name) === undefined)) return
    const does = codeDanger(name, 'source')?.does ?? dangerOf(name)
    if (does !== undefined) dangers.push({ name, does })
    else unknown.push(name)
  }
  for (const name of imports) if (!isModule(name)) judge(name)
  for (const name of names) judge(name)
  for (const name of bare) if (isModule(name)) dangers.push({ name, does: 'passes on a whole module' })
  for (const attribute of attributes) {
    if (ESCAPING.has(attribute) || (isSpecial(attribute) && !HARMLESS_SPECIALS.has(attribute)))
      dangers.push({ name: `.${attribute}`, does: ESCAPES })
  }
  return { dangers, unknown }
}

/** Returns true for a module of the list, and for a package that contains one. */
function isModule(module: string): boolean {
  return Object.hasOwn(computes, module) || Object.keys(computes).some((known) => known.startsWith(`${module}.`))
}

/**
 * Returns whether a name such as `numpy.sqrt` or `torch.nn.Module.forward` only computes. `named`: it is on the list.
 * `any`: nearly all of its module computes. A module itself does not: it gives access to everything in it.
 */
export function computesAs(name: string): 'named' | 'any' | undefined {
  const parts = name.split('.')
  for (let length = parts.length; length > 0; length--) {
    const module = parts.slice(0, length).join('.')
    const row = Object.hasOwn(computes, module) ? computes[module] : undefined
    if (row === undefined) continue
    const [first, ...rest] = parts.slice(length)
    if (first === undefined) return undefined
    if (parts.slice(length).some((part) => part.startsWith('_') && !HARMLESS_SPECIALS.has(part)) || rest.some((part) => ESCAPING.has(part)))
      return undefined
    // An attribute of a capitalised name belongs to a class; after a small letter it can be another module.
    if (rest.length > 0 && !/^[A-Z]/.test(first)) return undefined
    const listed = words(row.names)
    if (listed.has(first)) return 'named'
    return listed.has('*') && !words(row.not ?? '').has(first) ? 'any' : undefined
  }
  return undefined
}

function dangerOf(name: string): string | undefined {
  const dot = name.indexOf('.')
  return dot < 0 ? undefined : lookupDangerous(name.slice(0, dot), name.slice(dot + 1))?.does
}

function isSpecial(name: string): boolean {
  return name.startsWith('__') && name.endsWith('__')
}
