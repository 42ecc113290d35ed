// Decides whether Python source, of which every use is known, only computes.
import type { SourceUses } from '../../facts/code.ts'
import { sinkOf } from '../../python/code/danger.ts'
import { computes, leading, plainSpecials } from '../../python/code/pure-names.ts'
import { runningMethods } from '../../python/danger/match.ts'
import { MODULE_OBJECTS } from '../../python/danger/table.ts'
import { words } from '../../python/words.ts'
import { lookupDangerous } from '../globals/lookup.ts'

/** What source does beyond computing. */
export interface SourceOpinion {
  /** Names that are known to lead out, and what they do. */
  readonly sinks: readonly { readonly name: string; readonly does: string }[]
  /** Names of which nothing is known, in the words of the source. */
  readonly unknown: readonly string[]
}

const LEADING: ReadonlySet<string> = new Set([...words(leading), ...words(MODULE_OBJECTS), ...runningMethods()])
const SPECIALS = words(plainSpecials)
const OUT = 'leads out of its own objects'
/**
 * What source that is known whole does with what it uses. Everything has to be known to compute: code that nobody has reviewed and that runs while a model is
 * loaded is not trusted for what the lists have not heard of.
 */
export function opinionOf({ imports, names, bare, attributes }: SourceUses): SourceOpinion {
  const sinks: { name: string; does: string }[] = []
  const unknown: string[] = []
  const judge = (name: string): void => {
    const known = computing(name)
    if (known === 'named' || (known === 'any' && dangerOf(name) === undefined)) return
    const does = sinkOf(name, 'source')?.does ?? dangerOf(name)
    if (does !== undefined) sinks.push({ name, does })
    else unknown.push(name)
  }
  for (const name of imports) if (!isModule(name)) judge(name)
  for (const name of names) judge(name)
  for (const name of bare) if (isModule(name)) sinks.push({ name, does: 'hands a whole module on' })
  for (const attribute of attributes) {
    if (LEADING.has(attribute) || (isSpecial(attribute) && !SPECIALS.has(attribute))) sinks.push({ name: `.${attribute}`, does: OUT })
  }
  return { sinks, unknown }
}

/** A module of the list, or one above it. */
function isModule(module: string): boolean {
  return Object.hasOwn(computes, module) || Object.keys(computes).some((known) => known.startsWith(`${module}.`))
}

/**
 * Does the name, e.g. `numpy.sqrt` or `torch.nn.Module.forward`, only compute? `named`: it is on the list; `any`: nearly all of its module does. A module as
 * such does not: whoever is handed it has all of it.
 */
export function computing(name: string): 'named' | 'any' | undefined {
  const parts = name.split('.')
  for (let length = parts.length; length > 0; length--) {
    const module = parts.slice(0, length).join('.')
    const row = Object.hasOwn(computes, module) ? computes[module] : undefined
    if (row === undefined) continue
    const [first, ...rest] = parts.slice(length)
    if (first === undefined) return undefined
    if (parts.slice(length).some((part) => part.startsWith('_') && !SPECIALS.has(part)) || rest.some((part) => LEADING.has(part)))
      return undefined
    // What is behind a name is an attribute of a class; behind a small letter it can be another module.
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
