// Judges a call that loading a pickle makes.
import type { Observation } from '../../facts/observation.ts'
import type { Callee, Silence } from '../../facts/pickle.ts'
import type { SafeUse } from '../../python/table.ts'
import { judgeCodeStep } from '../code/code-construction.ts'
import { judgeArmed } from '../globals/armed.ts'
import { isJudgedByText, judgeEvaluator } from '../globals/evaluators.ts'
import { judgeFilled } from '../globals/filled.ts'
import { isFill, isIterated, judgeGivenInstance } from '../globals/given-instances.ts'
import { type DangerousHit, dangerClause, libraryOf, lookup, lookupDangerous, lookupSafe, ruleFor } from '../globals/lookup.ts'
import { judgeOwnMethod } from '../globals/own-methods.ts'
import { judgeRemoteCode } from '../globals/remote-code.ts'
import { judgeTakenApart, setsState } from '../globals/taken-apart.ts'
import type { Policy } from '../policy.ts'
import { firstParty, unlisted } from './import.ts'
import type { Judgement } from './judgement.ts'
import { exception, finding, fine } from './judgement.ts'
import { renderCall } from './render.ts'
import { judgeThroughOther, judgeUnknownClass } from './unknown.ts'
import { judgeTensorWrite } from './weights-only.ts'

type Call = Extract<Observation, { kind: 'call' }>

const DENIED: DangerousHit = { does: 'the policy denies', can: '', listed: 'denied by the policy', whole: false }

/** Arguments that can name nothing: no command, no path, no code. */
const NUMBERS = new Set(['int', 'float', 'bool', 'none'])

/** Functions by which a package is started or used as a program: they need no arguments to do what its settings and the folder they run in say. */
const ENTRY_POINT =
  /(?:^|\.)(?:_*main|\w+_main|main_\w+|cli|run(?:_\w+)?|start(?:_\w+)?|execute(?:_\w+)?|launch(?:_\w+)?|serve|embed|interact|shell|console|set_trace|breakpoint|install(?:_\w+)?|bootstrap|autoreload|reload|exec(?:_\w+)?)$/

const DATA = new Set(['text', 'bytes', 'int', 'float', 'bool', 'none'])

/** A call that loading makes, with its arguments: exceptions, calls that have judges of their own, dangerous, safe and unlisted names. */
export function judgeCall(policy: Policy, call: Call): Judgement {
  const { callee, args, via } = call
  if (callee.kind !== 'global') return judgeCodeStep(call) ?? judgeComputedCall(call, callee)
  const { module, name } = callee
  const full = `${module}.${name}`
  const stated = exception(policy, module, name)
  if (stated === 'allow') return fine(`${full} is allowed by the policy`, 'values')
  const step =
    stated === 'deny'
      ? undefined
      : (judgeCodeStep(call) ??
        judgeTensorWrite(call) ??
        judgeEvaluator(call) ??
        judgeRemoteCode(call) ??
        judgeOwnMethod(call) ??
        judgeTakenApart(call) ??
        judgeGivenInstance(call) ??
        judgeArmed(call) ??
        judgeFilled(call))
  if (step) return step
  const danger = stated === 'deny' ? DENIED : lookupDangerous(module, name)
  if (danger) {
    const text = renderCall(callee, args, via)
    return finding(
      'pickle/dangerous-call',
      `Loading runs ${text}, ${dangerClause(danger, full)}`,
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
      return fine(`${full}: ${safe.reason}`, settledBy(call, module))
    case 'class':
      // With arguments it is another fact, and not always a fine one.
      if (builds) return fine(`${full}: ${safe.reason}`, (args.length === 0 || !calls) && settledBy(call, module))
      return unlistedCall(policy, call, module, name)
    case 'reference':
      return unlistedCall(policy, call, module, name)
    default: {
      const verdict = ruleFor(safe.use)?.(args, via, lookup) ?? true
      if (verdict === true) return fine(`${full}: ${safe.reason}`, isBlind(safe.use, call, module, name) && 'literals')
      const text = renderCall(callee, args, via)
      return finding('pickle/unsafe-arguments', `Loading runs ${text}: ${verdict}`, text, verdict, full)
    }
  }
}

/**
 * What may differ in another use of such a name. Where items are put into an instance, or its attributes set, no judge looks at values that call nothing;
 * what calls, and what takes the place of a method, is stated by itself. In all else, judges look at instances.
 */
function settledBy({ via, args }: Call, module: string): Silence | false {
  if (isJudgedByText(module)) return false
  const isAttributes = via === 'build' && args[0]?.kind === 'dict' && module !== 'builtins' && !isIterated(module)
  return isAttributes || isFill(via) ? 'values' : 'literals'
}

/** Does the rule for this use look at what is built alone, whatever the numbers and texts beside it? A state among the arguments is looked into. */
function isBlind(use: SafeUse, { via }: Call, module: string, name: string): boolean {
  return use === 'tensor' && via === 'reduce' && !setsState(module, name)
}

function unlistedCall(policy: Policy, call: Call, module: string, name: string): Judgement {
  const { via, args } = call
  const full = `${module}.${name}`
  const only =
    via === 'newobj' ||
    via === 'build' ||
    via === 'append' ||
    via === 'setitem' ||
    via === 'additems' ||
    (args.length === 0 && via !== 'reduce')
  const calls = via === 'inst' || via === 'obj' || via === 'reduce'
  const isUnknown = libraryOf(module) === 'unknown'
  const own = isUnknown ? policy.firstParty?.(module, name) : undefined
  // A function that is called does what it does, whether reviewed or not: only naming one is harmless.
  if (only && own?.kind !== 'function' && !(isUnknown && !own && calls && ENTRY_POINT.test(name))) return unlisted(policy, module, name)
  const text = renderCall(call.callee, args, via)
  const numbers = args.every((arg) => NUMBERS.has(arg.kind))
  // An enum is called with the value of a member. What any other callable makes of a text cannot be seen in its name.
  if (own && (numbers ? own.kind !== 'function' : own.kind === 'enum' && args.every((arg) => DATA.has(arg.kind)))) {
    return firstParty(`runs ${text}`, text, own, full)
  }
  if (isUnknown && numbers && !ENTRY_POINT.test(name)) {
    return finding(
      'pickle/unknown-class',
      `Loading runs ${text} of a package that is not known`,
      text,
      'given numbers only; the package is not known',
      full,
    )
  }
  return finding(
    'pickle/unlisted-call',
    `Loading runs ${text}, which is not known to be safe`,
    text,
    'not on any list of functions that only build data',
    full,
  )
}

/** Methods of plain literals build data; anything else that is computed and then called cannot be known. */
function judgeComputedCall(call: Call, callee: Exclude<Callee, { kind: 'global' }>): Judgement {
  const text = renderCall(callee, call.args, call.via)
  if (callee.kind === 'method' && DATA.has(callee.of.kind) && /^[a-z]+$/.test(callee.name) && !/^format/.test(callee.name)) {
    return fine(`${text}: a method of a literal`)
  }
  return finding(
    'pickle/dynamic-call',
    `Loading calls a computed value: ${text}`,
    text,
    'what it is cannot be known without running the program',
  )
}
