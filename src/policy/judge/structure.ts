// Judges what a pickle does that no pickler writes, whatever names it uses.
import type { Observation } from '../../facts/observation.ts'
import type { PickleOddity } from '../../facts/pickle.ts'
import { isStateSetter } from '../code/code-construction.ts'
import type { RuleId } from '../rules/index.ts'
import { ruleOf } from '../rules/index.ts'
import type { Judgement } from './judgement.ts'
import { finding, fine } from './judgement.ts'
import { renderMutation, renderValue } from './render.ts'

type Structural = Extract<Observation, { kind: 'dynamic-global' | 'extension-code' | 'mutated-global' | 'pickle-oddity' }>

const ODDITY_RULES: Record<PickleOddity, RuleId> = {
  'nul-in-name': 'pickle/odd-name',
  'frame-straddle': 'pickle/frame-straddle',
  'discarded-call': 'pickle/discarded-call',
  'computed-arguments': 'pickle/unsafe-arguments',
  'second-state': 'pickle/unsafe-arguments',
  'persistent-id': 'pickle/persistent-id',
  'out-of-band-buffer': 'pickle/out-of-band-buffer',
  'trailing-bytes': 'pickle/trailing-bytes',
  'huge-memo-index': 'pickle/huge-memo-index',
  expansion: 'pickle/expansion',
}

/** Judges what no pickler writes, whatever the names: computed names and calls, and changes of imported objects. */
export function judgePickleStructure(observation: Structural): Judgement {
  switch (observation.kind) {
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
        `Loading gets extension code ${observation.code} from the registry of the loading process`,
        `copyreg extension ${observation.code}`,
        'the file does not say what it refers to',
      )
    case 'mutated-global': {
      const change = renderMutation(observation.target, observation.args, observation.via)
      return finding(
        'pickle/mutated-global',
        `Loading changes an imported object: ${change}`,
        change,
        'picklers change instances, never imported objects',
      )
    }
    case 'pickle-oddity':
      if (observation.callee !== undefined && isStateSetter(observation.callee))
        return fine(`the protocol calls ${observation.callee} for its effect; the call itself is judged`)
      return finding(
        ODDITY_RULES[observation.oddity],
        `${ruleOf(ODDITY_RULES[observation.oddity]).title}: ${observation.detail}`,
        observation.detail,
        'no pickler writes this',
      )
  }
}
