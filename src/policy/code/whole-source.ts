import type { SourceUses } from '../../types/observation.ts'
import { lookupDangerous } from '../globals/lookup.ts'
import { computes, leading, plainSpecials } from './computes.ts'
import { sinkOf } from './sinks.ts'

/** What source does beyond computing. */
export interface SourceOpinion {
  /** Names that are known to lead out, and what they do. */
  readonly sinks: readonly { readonly name: string; readonly does: string }[]
  /** Names of which nothing is known, in the words of the source. */
  readonly unknown: readonly string[]
}

const LEADING = words(leading)
const SPECIALS = words(plainSpecials)
const OUT = 'leads out of its own objects'
/** Libraries that the lists of pickled names refuse as a whole, because they run source that they are given; the list of what computes knows them. */
const OWN = /^(?:torch_utils|dnnlib)(?:\.|$)/

/**
 * What source that is known whole does with what it uses. Everything has to be known to compute: code that nobody has reviewed and that runs while a model is
 * loaded is not trusted for what the lists have not heard of.
 */
export function opinionOf({ imports, names, bare, attributes }: SourceUses): SourceOpinion {
  const sinks: { name: string; does: string }[] = []
  const unknown: string[] = []
  const judge = (name: string): void => {
    if (isComputing(name) && (OWN.test(name) || dangerOf(name) === undefined)) return
    const does = sinkOf(name)?.does ?? dangerOf(name)
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

/** Is the name, e.g. `numpy.sqrt` or `torch.nn.Module.forward`, one that only computes? A module as such is none: whoever is handed it has all of it. */
function isComputing(name: string): boolean {
  const parts = name.split('.')
  for (let length = parts.length; length > 0; length--) {
    const module = parts.slice(0, length).join('.')
    const row = Object.hasOwn(computes, module) ? computes[module] : undefined
    if (row === undefined) continue
    const [first, ...rest] = parts.slice(length)
    if (first === undefined) return false
    if (parts.slice(length).some((part) => part.startsWith('_') && !SPECIALS.has(part)) || rest.some((part) => LEADING.has(part)))
      return false
    // What is behind a name is an attribute of a class; behind a small letter it can be another module.
    if (rest.length > 0 && !/^[A-Z]/.test(first)) return false
    const listed = words(row.names)
    return (listed.has('*') || listed.has(first)) && !words(row.not ?? '').has(first)
  }
  return false
}

function dangerOf(name: string): string | undefined {
  const dot = name.indexOf('.')
  return dot < 0 ? undefined : lookupDangerous(name.slice(0, dot), name.slice(dot + 1))?.does
}

function isSpecial(name: string): boolean {
  return name.startsWith('__') && name.endsWith('__')
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''))
}
