// Judges a call that loading a pickle makes.
import type { Observation } from '../../facts/observation.ts'
import type { Callee, Silence } from '../../facts/pickle.ts'
import type { SafeUse } from '../../python/table.ts'
import { judgeCodeStep } from '../code/code-construction.ts'
import { isJudgedByText, judgeEvaluator } from '../globals/evaluators.ts'
import { judgeFilled } from '../globals/filled.ts'
import { isFill, isIterated, judgeGivenInstance } from '../globals/given-instances.ts'
import { type DangerousHit, dangerClause, libraryOf, lookup, lookupDangerous, lookupSafe, ruleFor } from '../globals/lookup.ts'
import { judgeOwnMethod } from '../globals/own-methods.ts'
import { judgeRemoteCode } from '../globals/remote-code.ts'
import { judgeTakenApart, setsState } from '../globals/taken-apart.ts'
import { judgeUntrustedCallables } from '../globals/untrusted-callables.ts'
import type { Policy } from '../policy.ts'
import { firstParty, unlisted } from './import.ts'
import type { Judgement } from './judgement.ts'
import { finding, fine, policyEntry } from './judgement.ts'
import { renderCall } from './render.ts'
import { judgeThroughOther, judgeUnknownClass } from './unknown.ts'
import { judgeTensorWrite } from './weights-only.ts'

type Call = Extract<Observation, { kind: 'call' }>

const DENIED: DangerousHit = { does: 'the policy denies', can: '', listed: 'denied by the policy', whole: false }

/** Kinds of arguments that cannot contain a command, a path or code. */
const NUMBERS = new Set(['int', 'float', 'bool', 'none'])

/**
 * Names of functions that start a package as a program. Without arguments they follow settings and the current folder.
 */
const ENTRY_POINT =
  /(?:^|\.)(?:_*main|\w+_main|main_\w+|cli|run(?:_\w+)?|start(?:_\w+)?|execute(?:_\w+)?|launch(?:_\w+)?|serve|embed|interact|shell|console|set_trace|breakpoint|install(?:_\w+)?|bootstrap|autoreload|reload|exec(?:_\w+)?)$/

/** Kinds of literals. */
const DATA = new Set(['text', 'bytes', 'int', 'float', 'bool', 'none'])

/**
 * Judges a call in this order: entries of the policy, calls with a judge of their own, dangerous, safe and unlisted
 * names.
 */
export function judgeCall(policy: Policy, call: Call): Judgement {
  const { callee, args, via } = call
  if (callee.kind !== 'global') return judgeCodeStep(call) ?? judgeComputedCall(call, callee)
  const { module, name } = callee
  const full = `${module}.${name}`
  const entry = policyEntry(policy, module, name)
  if (entry === 'allow') return fine(`${full} is allowed by the policy`, 'values')
  const special =
    entry === 'deny'
      ? undefined
      : (judgeCodeStep(call) ??
        judgeTensorWrite(call) ??
        judgeEvaluator(call) ??
        judgeRemoteCode(call) ??
        judgeOwnMethod(call) ??
        judgeTakenApart(call) ??
        judgeGivenInstance(call) ??
        judgeUntrustedCallables(call) ??
        judgeFilled(call))
  if (special) return special
  const danger = entry === 'deny' ? DENIED : lookupDangerous(module, name)
  if (danger) {
    const text = renderCall(callee, args, via)
    return finding(
      'pickle/dangerous-call',
      `Loading runs ${text}${dangerClause(danger, full)}`,
      text,
      `listed as dangerous: ${danger.listed}`,
      full,
    )
  }
  const safe = lookupSafe(module, name)
  if (!safe) return judgeUnknownClass(policy, call) ?? unlistedCall(policy, call, module, name)
  const through = judgeThroughOther(policy, call, safe.use)
  if (through) return through
  const builds = via === 'newobj' || via === 'build' || via === 'append' || via === 'setitem' || via === 'additems' || args.length === 0
  const calls = via === 'reduce' || via === 'inst' || via === 'obj'
  switch (safe.use) {
    case 'call':
      return fine(`${full}: ${safe.reason}`, silenceAfter(call, module))
    case 'class':
      // The same callee with arguments is judged separately, and may be refused.
      if (builds) return fine(`${full}: ${safe.reason}`, (args.length === 0 || !calls) && silenceAfter(call, module))
      return unlistedCall(policy, call, module, name)
    case 'reference':
      return unlistedCall(policy, call, module, name)
    default: {
      const verdict = ruleFor(safe.use)?.(args, via, lookup) ?? true
      if (verdict === true) return fine(`${full}: ${safe.reason}`, ignoresLiterals(safe.use, call, module, name) && 'literals')
      const text = renderCall(callee, args, via)
      return finding('pickle/unsafe-arguments', `Loading runs ${text}: ${verdict}`, text, verdict, full)
    }
  }
}

/**
 * Returns which further calls of this name would be judged the same. Where a call only adds items or sets attributes,
 * no judge looks at values that carry no callable, and callables are observations of their own. All other judges look
 * at instances.
 */
function silenceAfter({ via, args }: Call, module: string): Silence | false {
  if (isJudgedByText(module)) return false
  const isAttributes = via === 'build' && args[0]?.kind === 'dict' && module !== 'builtins' && !isIterated(module)
  return isAttributes || isFill(via) ? 'values' : 'literals'
}

/** Returns true if the argument rule ignores literals. It does not if a state is among the arguments. */
function ignoresLiterals(use: SafeUse, { via }: Call, module: string, name: string): boolean {
  return use === 'tensor' && via === 'reduce' && !setsState(module, name)
}

function unlistedCall(policy: Policy, call: Call, module: string, name: string): Judgement {
  const { via, args } = call
  const full = `${module}.${name}`
  const buildsOnly =
    via === 'newobj' ||
    via === 'build' ||
    via === 'append' ||
    via === 'setitem' ||
    via === 'additems' ||
    (args.length === 0 && via !== 'reduce')
  const calls = via === 'inst' || via === 'obj' || via === 'reduce'
  const isUnknown = libraryOf(module) === 'unknown'
  const own = isUnknown ? policy.firstParty?.(module, name) : undefined
  // A call runs the function, reviewed or not. Only an import of it is harmless.
  if (buildsOnly && own?.kind !== 'function' && !(isUnknown && !own && calls && ENTRY_POINT.test(name)))
    return unlisted(policy, module, name)
  const text = renderCall(call.callee, args, via)
  const isNumeric = args.every((arg) => NUMBERS.has(arg.kind))
  // An enum is called with the value of a member. What other callables do with text is not known.
  if (own && (isNumeric ? own.kind !== 'function' : own.kind === 'enum' && args.every((arg) => DATA.has(arg.kind)))) {
    return firstParty(`runs ${text}`, text, own, full)
  }
  if (isUnknown && isNumeric && !ENTRY_POINT.test(name)) {
    return finding(
      'pickle/unknown-class',
      `Loading runs ${text} from an unknown package`,
      text,
      'unknown package, called with numbers only',
      full,
    )
  }
  return finding(
    'pickle/unlisted-call',
    `Loading runs ${text}, which is not known to be safe`,
    text,
    'not on a list of functions that only build data',
    full,
  )
}

/** Judges a call of a computed value. Methods of literals build data; every other computed callee is unknown. */
function judgeComputedCall(call: Call, callee: Exclude<Callee, { kind: 'global' }>): Judgement {
  const text = renderCall(callee, call.args, call.via)
  if (callee.kind === 'method' && DATA.has(callee.of.kind) && /^[a-z]+$/.test(callee.name) && !/^format/.test(callee.name)) {
    return fine(`${text}: a method of a literal`)
  }
  return finding(
    'pickle/dynamic-call',
    `Loading calls a computed value: ${text}`,
    text,
    'the callee cannot be known without running the pickle',
  )
}
