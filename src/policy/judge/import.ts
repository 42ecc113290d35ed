// Judges a name that a pickle imports.
import type { Observation } from '../../facts/observation.ts'
import type { SafeUse } from '../../python/table.ts'
import { isCodeStep, runsShippedSource } from '../code/code-construction.ts'
import { isHarmlessValue } from '../globals/harmless.ts'
import { dangerClause, libraryOf, lookup, lookupDangerous, lookupSafe } from '../globals/lookup.ts'
import type { Definition, Policy } from '../policy.ts'
import type { Judgement } from './judgement.ts'
import { finding, fine, policyEntry } from './judgement.ts'

type Global = Extract<Observation, { kind: 'global' }>

/**
 * Judges a name that a pickle imports, in this order: entries of the policy, dangerous names, safe names, unlisted
 * names.
 */
export function judgeGlobal(policy: Policy, { module, name, written, computed }: Global): Judgement {
  const full = `${module}.${name}`
  const entry = policyEntry(policy, module, name)
  if (entry === 'allow') return fine(`${full} is allowed by the policy`)
  if (entry === 'deny')
    return finding('pickle/dangerous-import', `Loading imports ${full}, which the policy denies`, full, 'denied by the policy', full)
  if (isCodeStep(module, name)) return fine(`${full} is judged by its calls`)
  const danger = lookupDangerous(module, name) ?? (written && lookupDangerous(written.module, written.name))
  if (danger)
    return finding(
      'pickle/dangerous-import',
      `Loading imports ${full}${dangerClause(danger, full)}`,
      full,
      `listed as dangerous: ${danger.listed}`,
      full,
    )
  const safe = lookupSafe(module, name)
  if (safe) return fine(`${full}: ${safe.reason}`)
  if (computed) return fine(`${full} is judged by the call that computes it and by its own calls`)
  return unlisted(policy, module, name)
}

/**
 * Returns true if an imported name does no harm as a value that any code may call. Names that the policy allows do not.
 */
export function isHarmlessImport(policy: Policy, { module, name, written }: Global): boolean {
  const entry = policyEntry(policy, module, name)
  if (entry !== undefined) return entry === 'allow'
  return isHarmlessValue(module, name) && !isCodeStep(module, name) && !(written && lookupDangerous(written.module, written.name))
}

/**
 * Helpers that are harmless only as picklers call them. As a value, e.g. a `collate_fn`, they are called with any
 * arguments.
 */
const HARMFUL_AS_VALUE: ReadonlySet<SafeUse> = new Set<SafeUse>([
  'literal-bytes',
  'ufunc',
  'get-attribute',
  'mapped',
  'no-cache',
  'time-zone-file',
  'remade-array',
])

/** Judges an imported name that escapes to code which may call it. */
export function judgeHandedOn(policy: Policy, module: string, name: string): Judgement {
  const full = `${module}.${name}`
  if (runsShippedSource(module, name) && policyEntry(policy, module, name) !== 'allow')
    return finding(
      'pickle/dangerous-import',
      `Loading passes on ${full}, which runs Python source`,
      full,
      'code that calls it runs any source',
      full,
    )
  const use = policyEntry(policy, module, name) === undefined ? lookup.safeUse(module, name) : undefined
  if (use === undefined || !HARMFUL_AS_VALUE.has(use)) return fine(`${full} is judged by its import and its calls`)
  const why = 'it is harmless only in the calls that picklers write, not as a value that other code calls'
  return finding('pickle/unsafe-arguments', `Loading passes on ${full}, so other code can call it: ${why}`, full, why, full)
}

/**
 * Judges a name on no list: from the checkout, from an unknown package, or from a library whose other names are known.
 */
export function unlisted(policy: Policy, module: string, name: string): Judgement {
  const full = `${module}.${name}`
  if (libraryOf(module) === 'unknown') {
    const own = policy.firstParty?.(module, name)
    if (own) return firstParty(`imports ${full}`, full, own, full)
    return finding(
      'pickle/unknown-class',
      `Loading imports ${full} from an unknown package`,
      full,
      'unknown package, not on any list',
      full,
    )
  }
  return finding(
    'pickle/unlisted-import',
    `Loading imports ${full}, which models do not need`,
    full,
    'not among the names of this library that models use',
    full,
  )
}

/** Returns the finding for a name that a source file of the checkout defines. */
export function firstParty(does: string, evidence: string, { file }: Definition, full: string): Judgement {
  return finding('pickle/first-party-class', `Loading ${does}, which ${file} defines`, evidence, `defined in ${file}`, full)
}
