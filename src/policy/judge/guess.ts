// Lowers the severity of findings in data that no known loader is given.
import type { Policy } from '../policy.ts'
import type { Judgement } from './judgement.ts'
import { finding, fine } from './judgement.ts'

/**
 * The opinion of something found in a constant that no known loader is handed: the program that loads the file may use the constant so, or never. What would fail the gate
 * is a finding of its own, one step lower; the rest is data. Of what a search of every `place` found, only names that are known to be dangerous count: others
 * come about by chance.
 */
export function asGuess(policy: Policy, judgement: Judgement, guess: 'constant' | 'place' = 'constant'): Judgement {
  if (judgement.kind === 'fine') return judgement
  if (guess === 'place' && judgement.severity !== 'critical')
    return fine(`${judgement.reason}; at a place where nothing is known to load it`)
  if (judgement.severity !== 'critical' && judgement.severity !== 'high')
    return fine(`${judgement.reason}; in a constant that nothing is known to load`)
  const severity = policy.severity['pickle/nested-payload']
  if (severity === 'off') return fine('rule pickle/nested-payload is switched off by the policy')
  const nested = finding(
    'pickle/nested-payload',
    `A constant holds data that is dangerous to load, though nothing is known to load it: ${judgement.message}`,
    judgement.evidence,
    judgement.reason,
    judgement.about,
  )
  return severity === undefined || nested.kind === 'fine' ? nested : { ...nested, severity }
}
