import type { Callee, Observation, PickleOddity, ZipDifference } from '../types/observation.ts'
import { isCodeStep, isStateSetter, judgeCodeStep, runsShippedSource } from './code/makers.ts'
import { judgeArmed } from './globals/armed.ts'
import { judgeEvaluator } from './globals/evaluators.ts'
import { judgeFilled } from './globals/filled.ts'
import { judgeGivenInstance } from './globals/given-instances.ts'
import { isHarmlessValue } from './globals/harmless.ts'
import { libraryOf, lookup, lookupDangerous, lookupSafe, ruleFor } from './globals/lookup.ts'
import { judgeOwnMethod } from './globals/own-methods.ts'
import type { SafeUse } from './globals/table.ts'
import { judgeTakenApart, takesApart } from './globals/taken-apart.ts'
import { judgeCode } from './judge-code.ts'
import { judgeFiles } from './judge-files.ts'
import type { Judgement } from './judgement.ts'
import { exception, finding, fine } from './judgement.ts'
import type { Definition, Policy } from './policy.ts'
import { renderCall, renderMutation, renderValue } from './render.ts'
import type { RuleId } from './rules.ts'
import { ruleOf } from './rules.ts'
import { judgeTensorWrite } from './weights-only.ts'

type Call = Extract<Observation, { kind: 'call' }>
type Global = Extract<Observation, { kind: 'global' }>

/** Facts that are judged; `incomplete` is an outcome of its own. */
export type Judged = Exclude<Observation, { kind: 'incomplete' }>

type ModelJudges = typeof import('./judge-models.ts').modelJudges

let loaded: ModelJudges | undefined

/** Loads what judges configurations, graphs and templates. Comes before the first format that may state such facts; undefined once it is there. */
export function loadModelJudges(): Promise<void> | undefined {
  return loaded ? undefined : load()
}

async function load(): Promise<void> {
  loaded = (await import('./judge-models.ts')).modelJudges
}

function modelJudges(): ModelJudges {
  if (!loaded) throw new Error('a fact came up whose judge is not loaded')
  return loaded
}

/** The policy's opinion of a fact, once what it needs is loaded. Order: exceptions, dangerous names, safe names and their argument rules, unlisted names. Pure. */
export function judge(policy: Policy, observation: Judged): Judgement {
  const judgement = opinion(policy, observation)
  if (judgement.kind === 'fine') return judgement
  const severity = policy.severity[judgement.rule]
  if (severity === undefined) return judgement
  return severity === 'off' ? fine(`rule ${judgement.rule} is switched off by the policy`) : { ...judgement, severity }
}

function opinion(policy: Policy, observation: Judged): Judgement {
  switch (observation.kind) {
    case 'global':
      return judgeGlobal(policy, observation)
    case 'call':
      return judgeCall(policy, observation)
    case 'handed-on':
      return judgeHandedOn(policy, observation.module, observation.name)
    case 'dynamic-global': {
      const name = `${renderValue(observation.module)}.${renderValue(observation.name)}`
      return finding(
        'pickle/dynamic-global',
        `Loading imports a name that the file computes: ${name}`,
        name,
        'picklers write names as literals',
      )
    }
    case 'extension-code':
      return finding(
        'pickle/extension-code',
        `Loading fetches extension code ${observation.code} from the registry of the loading process`,
        `copyreg extension ${observation.code}`,
        'what it stands for is not in the file',
      )
    case 'mutated-global': {
      const change = renderMutation(observation.target, observation.args, observation.how)
      return finding(
        'pickle/mutated-global',
        `Loading changes an imported object itself: ${change}`,
        change,
        'picklers change instances, never what they import',
      )
    }
    case 'pickle-oddity':
      if (observation.oddity === 'discarded-call' && isStateSetter(observation.detail))
        return fine(`${observation.detail} is called for its effect by protocol; the call itself is judged`)
      return finding(
        ODDITY_RULES[observation.oddity],
        `${ruleOf(ODDITY_RULES[observation.oddity]).title}: ${observation.detail}`,
        observation.detail,
        'no pickler writes this',
      )
    case 'zip-mismatch': {
      const rule = ZIP_RULES[observation.difference]
      const evidence = `${observation.difference}: ${observation.entry}`
      return finding(
        rule,
        `${ruleOf(rule).title}: ${observation.entry === '' ? '' : `${observation.entry}: `}${observation.detail}`,
        evidence,
        'readers of the archive disagree',
      )
    }
    case 'unsafe-path':
      return finding(
        'archive/unsafe-path',
        `An archive member would be written outside its folder (${observation.why}): ${observation.entry}`,
        `${observation.why}: ${observation.entry}`,
        'a naive extractor follows the name',
      )
    case 'shipped-code':
      return judgeCode(policy, observation)
    case 'config-reference':
      return modelJudges().judgeConfig(policy, observation)
    case 'graph-op':
      return modelJudges().judgeGraph(policy, observation)
    case 'external-file':
    case 'structure':
      return judgeFiles(policy, observation)
    case 'template':
      return modelJudges().judgeTemplate(policy, observation)
    default:
      return observation satisfies never
  }
}

const ODDITY_RULES: Record<PickleOddity, RuleId> = {
  'nul-in-name': 'pickle/odd-name',
  'frame-straddle': 'pickle/frame-straddle',
  'discarded-call': 'pickle/discarded-call',
  'computed-arguments': 'pickle/unsafe-arguments',
  'persistent-id': 'pickle/persistent-id',
  'out-of-band-buffer': 'pickle/out-of-band-buffer',
  'trailing-bytes': 'pickle/trailing-bytes',
  'huge-memo-index': 'pickle/huge-memo-index',
  expansion: 'pickle/expansion',
}

const ZIP_RULES: Record<ZipDifference, RuleId> = {
  name: 'zip/name-mismatch',
  crc: 'zip/header-mismatch',
  flags: 'zip/header-mismatch',
  method: 'zip/header-mismatch',
  size: 'zip/header-mismatch',
  duplicate: 'zip/duplicate-entry',
  'case-variant': 'zip/duplicate-entry',
  'hidden-entry': 'zip/hidden-entry',
  prefix: 'zip/irregular-structure',
  tail: 'zip/irregular-structure',
  'end-record': 'zip/irregular-structure',
  'nul-in-name': 'zip/name-mismatch',
}

function judgeGlobal(policy: Policy, { module, name, written, computed }: Global): Judgement {
  const full = `${module}.${name}`
  const stated = exception(policy, module, name)
  if (stated === 'allow') return fine(`${full} is allowed by the policy`, true)
  if (stated === 'deny')
    return finding('pickle/dangerous-import', `Loading imports ${full}, which the policy denies`, full, 'denied by the policy', full)
  if (isCodeStep(module, name)) return fine(`${full} is judged by its calls`)
  const danger = lookupDangerous(module, name) ?? (written && lookupDangerous(written.module, written.name))
  if (danger)
    return finding(
      'pickle/dangerous-import',
      `Loading imports ${full}, which ${danger.does}`,
      full,
      `listed as dangerous: ${danger.listed}`,
      full,
    )
  const safe = lookupSafe(module, name)
  if (safe) return fine(`${full}: ${safe.reason}`, isHarmlessValue(module, name))
  if (computed) return fine(`${full} is judged by the call that computes it and by its own calls`)
  return unlisted(policy, module, name)
}

/** Helpers that are harmless only as picklers call them: whoever gets one as a value (a `collate_fn`, a method of an instance) calls it with anything. */
const NEVER_HANDED_ON: ReadonlySet<SafeUse> = new Set<SafeUse>([
  'literal-bytes',
  'ufunc',
  'get-attribute',
  'mapped',
  'no-cache',
  'time-zone-file',
])

function judgeHandedOn(policy: Policy, module: string, name: string): Judgement {
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

function unlisted(policy: Policy, module: string, name: string): Judgement {
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

function judgeCall(policy: Policy, call: Call): Judgement {
  const { callee, args, how } = call
  if (callee.kind !== 'global') return judgeCodeStep(call) ?? judgeComputedCall(call, callee)
  const { module, name } = callee
  const full = `${module}.${name}`
  const stated = exception(policy, module, name)
  if (stated === 'allow') return fine(`${full} is allowed by the policy`, true)
  const step =
    stated === 'deny'
      ? undefined
      : (judgeCodeStep(call) ??
        judgeTensorWrite(call) ??
        judgeEvaluator(call) ??
        judgeOwnMethod(call) ??
        judgeTakenApart(call) ??
        judgeGivenInstance(call) ??
        judgeArmed(call) ??
        judgeFilled(call))
  if (step) return step
  const danger = stated === 'deny' ? { does: 'the policy denies', listed: 'denied by the policy' } : lookupDangerous(module, name)
  if (danger) {
    const text = renderCall(callee, args, how)
    return finding(
      'pickle/dangerous-call',
      `Loading runs ${text}, which ${danger.does}`,
      text,
      `listed as dangerous: ${danger.listed}`,
      full,
    )
  }
  const safe = lookupSafe(module, name)
  if (!safe) return unlistedCall(policy, call, module, name)
  const builds = how === 'newobj' || how === 'build' || how === 'append' || how === 'setitem' || how === 'additems' || args.length === 0
  switch (safe.use) {
    case 'call':
      return fine(`${full}: ${safe.reason}`, !takesApart(module, name))
    case 'class':
      if (builds) return fine(`${full}: ${safe.reason}`, how !== 'reduce' && how !== 'inst' && how !== 'obj')
      return unlistedCall(policy, call, module, name)
    case 'reference':
      return unlistedCall(policy, call, module, name)
    default: {
      const verdict = ruleFor(safe.use)?.(args, how, lookup) ?? true
      if (verdict === true) return fine(`${full}: ${safe.reason}`)
      const text = renderCall(callee, args, how)
      return finding('pickle/unsafe-arguments', `Loading runs ${text}: ${verdict}`, text, verdict, full)
    }
  }
}

function firstParty(does: string, evidence: string, { file }: Definition, full: string): Judgement {
  return finding('pickle/first-party-class', `Loading ${does}, which ${file} defines`, evidence, `defined in ${file}`, full)
}

function unlistedCall(policy: Policy, call: Call, module: string, name: string): Judgement {
  const { how, args } = call
  const full = `${module}.${name}`
  const only =
    how === 'newobj' ||
    how === 'build' ||
    how === 'append' ||
    how === 'setitem' ||
    how === 'additems' ||
    (args.length === 0 && how !== 'reduce')
  const isUnknown = libraryOf(module) === 'unknown'
  const own = isUnknown ? policy.firstParty?.(module, name) : undefined
  // A function that is called does what it does, whether reviewed or not: only naming one is harmless.
  if (only && own?.kind !== 'function') return unlisted(policy, module, name)
  const text = renderCall(call.callee, args, how)
  const numbers = args.every((arg) => NUMBERS.has(arg.kind))
  // An enum is called with the value of a member. What any other callable makes of a text cannot be seen in its name.
  if (own && (numbers ? own.kind !== 'function' : own.kind === 'enum' && args.every((arg) => DATA.has(arg.kind)))) {
    return firstParty(`runs ${text}`, text, own, full)
  }
  if (isUnknown && numbers) {
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
  const text = renderCall(callee, call.args, call.how)
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

/** Arguments that can name nothing: no command, no path, no code. */
const NUMBERS = new Set(['int', 'float', 'bool', 'none'])

const DATA = new Set(['text', 'bytes', 'int', 'float', 'bool', 'none'])
