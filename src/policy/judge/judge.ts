// Sends each observation to the judge of its kind and applies the severities of the policy.
import type { Policy } from '../policy.ts'
import { ownJudges } from '../rules/index.ts'
import type { Judged } from '../rules/rule.ts'
import { judgeArchive } from './archive.ts'
import { judgeCall } from './call.ts'
import { judgeCode } from './code.ts'
import { judgeFiles } from './files.ts'
import { judgeGlobal, judgeHandedOn } from './import.ts'
import type { Judgement } from './judgement.ts'
import { fine } from './judgement.ts'
import { judgePickleStructure } from './structure.ts'
import { judgeLaterCallables } from './unknown.ts'

export type { Judged } from '../rules/rule.ts'

type ModelJudges = typeof import('./models.ts').modelJudges

/** Assigned once: the module that `load` imported. */
let modelJudgesCache: ModelJudges | undefined

/**
 * Loads the judges of configurations, graphs and templates. Call it before a format that reports these; undefined once
 * loaded.
 */
export function loadModelJudges(): Promise<void> | undefined {
  return modelJudgesCache ? undefined : load()
}

async function load(): Promise<void> {
  modelJudgesCache = (await import('./models.ts')).modelJudges
}

function modelJudges(): ModelJudges {
  if (!modelJudgesCache) throw new Error('the judge of this observation is not loaded')
  return modelJudgesCache
}

/**
 * Judges one observation and applies the severities of the policy. Pure. @throws {Error} if `loadModelJudges` was not
 * called.
 */
export function judge(policy: Policy, observation: Judged): Judgement {
  const judgement = ruleJudgement(observation) ?? judgementOf(policy, observation)
  if (judgement.kind === 'fine') return judgement
  const severity = policy.severity[judgement.rule]
  if (severity === undefined) return judgement
  return severity === 'off' ? fine(`the policy turns off ${judgement.rule}`) : { ...judgement, severity }
}

/** Returns the finding of the first rule that judges this kind of observation on its own and objects. */
function ruleJudgement(observation: Judged): Judgement | undefined {
  const own = ownJudges.get(observation.kind)
  if (own === undefined) return undefined
  for (const { id, severity, judge } of own) {
    const objection = judge(observation)
    if (objection) return { kind: 'finding', rule: id, severity, ...objection }
  }
  return undefined
}

function judgementOf(policy: Policy, observation: Judged): Judgement {
  switch (observation.kind) {
    case 'global':
      return judgeGlobal(policy, observation)
    case 'call':
      return judgeCall(policy, observation)
    case 'escape':
      return judgeHandedOn(policy, observation.module, observation.name)
    case 'later-callables':
      return judgeLaterCallables(policy, observation)
    case 'dynamic-global':
    case 'extension-code':
    case 'mutated-global':
    case 'pickle-oddity':
      return judgePickleStructure(observation)
    case 'zip-mismatch':
    case 'unsafe-path':
      return judgeArchive(observation)
    case 'shipped-code':
      return judgeCode(policy, observation)
    case 'config-reference':
      return modelJudges().judgeConfig(policy, observation)
    case 'graph-op':
      return modelJudges().judgeGraph(policy, observation)
    case 'external-file':
    case 'structure':
      return judgeFiles(observation)
    case 'template':
      return modelJudges().judgeTemplate(policy, observation)
    default:
      return observation satisfies never
  }
}
