// Lowers the severity of findings in data that no known loader is given.
import type { Policy } from '../policy.ts'
import type { Judgement } from './judgement.ts'
import { finding, fine } from './judgement.ts'

/**
 * Judges something found in a constant that no known loader is given: the program may load it, or never. A critical or
 * high finding becomes one of `pickle/nested-payload`; everything else is data. If every `place` of the file was
 * searched, only critical findings count, since others come about by chance.
 */
export function asGuess(policy: Policy, judgement: Judgement, guess: 'constant' | 'place' = 'constant'): Judgement {
  if (judgement.kind === 'fine') return judgement
  if (guess === 'place' && judgement.severity !== 'critical')
    return fine(`${judgement.reason}; at a place from which no known loader reads`)
  if (judgement.severity !== 'critical' && judgement.severity !== 'high')
    return fine(`${judgement.reason}; in a constant that no known loader is given`)
  const severity = policy.severity['pickle/nested-payload']
  if (severity === 'off') return fine('the policy turns off pickle/nested-payload')
  const nested = finding(
    'pickle/nested-payload',
    `A constant contains data that is dangerous to load, although no known loader receives it: ${judgement.message}`,
    judgement.evidence,
    judgement.reason,
    judgement.about,
  )
  return severity === undefined || nested.kind === 'fine' ? nested : { ...nested, severity }
}
