// Judges a name that a pickle imports.
import type { Observation } from '../../facts/observation.ts'
import type { SafeUse } from '../../python/table.ts'
import { isCodeStep, runsShippedSource } from '../code/code-construction.ts'
import { isHarmlessValue } from '../globals/harmless.ts'
import { dangerClause, libraryOf, lookup, lookupDangerous, lookupSafe } from '../globals/lookup.ts'
import type { Definition, Policy } from '../policy.ts'
import type { Judgement } from './judgement.ts'
import { exception, finding, fine } from './judgement.ts'

type Global = Extract<Observation, { kind: 'global' }>

/** A name that a pickle imports: exceptions, dangerous names, safe names, and at last what no list knows. */
export function judgeGlobal(policy: Policy, { module, name, written, computed }: Global): Judgement {
  const full = `${module}.${name}`
  const stated = exception(policy, module, name)
  if (stated === 'allow') return fine(`${full} is allowed by the policy`)
  if (stated === 'deny')
    return finding('pickle/dangerous-import', `Loading imports ${full}, which the policy denies`, full, 'denied by the policy', full)
  if (isCodeStep(module, name)) return fine(`${full} is judged by its calls`)
  const danger = lookupDangerous(module, name) ?? (written && lookupDangerous(written.module, written.name))
  if (danger)
    return finding(
      'pickle/dangerous-import',
      `Loading imports ${full}, ${dangerClause(danger, full)}`,
      full,
      `listed as dangerous: ${danger.listed}`,
      full,
    )
  const safe = lookupSafe(module, name)
  if (safe) return fine(`${full}: ${safe.reason}`)
  if (computed) return fine(`${full} is judged by the call that computes it and by its own calls`)
  return unlisted(policy, module, name)
}

/** Can nobody do harm with an imported name as a value? What the policy allows, nobody can. */
export function isHarmlessImport(policy: Policy, { module, name, written }: Global): boolean {
  const stated = exception(policy, module, name)
  if (stated !== undefined) return stated === 'allow'
  return isHarmlessValue(module, name) && !isCodeStep(module, name) && !(written && lookupDangerous(written.module, written.name))
}

/** Helpers that are harmless only as picklers call them: whoever gets one as a value (a `collate_fn`, a method of an instance) calls it with anything. */
const NEVER_HANDED_ON: ReadonlySet<SafeUse> = new Set<SafeUse>([
  'literal-bytes',
  'ufunc',
  'get-attribute',
  'mapped',
  'no-cache',
  'time-zone-file',
  'remade-array',
])

/** An imported name that is put where something else may call it. */
export function judgeHandedOn(policy: Policy, module: string, name: string): Judgement {
  const full = `${module}.${name}`
  if (runsShippedSource(module, name) && exception(policy, module, name) !== 'allow')
    return finding(
      'pickle/dangerous-import',
      `Loading hands ${full} on, which runs Python source`,
      full,
      'whatever calls it runs any source',
      full,
    )
  const use = exception(policy, module, name) === undefined ? lookup.safeUse(module, name) : undefined
  if (use === undefined || !NEVER_HANDED_ON.has(use)) return fine(`${full} is judged by its import and its calls`)
  const why = 'it is harmless only in the calls that picklers write, never as a value that something else calls'
  return finding('pickle/unsafe-arguments', `Loading hands ${full} on, so that another object can call it: ${why}`, full, why, full)
}

/** A name on no list: of the checkout itself, of a package that is not known, or of a library that models do not need it of. */
export function unlisted(policy: Policy, module: string, name: string): Judgement {
  const full = `${module}.${name}`
  if (libraryOf(module) === 'unknown') {
    const own = policy.firstParty?.(module, name)
    if (own) return firstParty(`imports ${full}`, full, own, full)
    return finding(
      'pickle/unknown-class',
      `Loading imports ${full} from a package that is not known`,
      full,
      'not on any list; the package is not known',
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

/** What a pickle does with a name that a file of the checkout defines. */
export function firstParty(does: string, evidence: string, { file }: Definition, full: string): Judgement {
  return finding('pickle/first-party-class', `Loading ${does}, which ${file} defines`, evidence, `defined in ${file}`, full)
}
