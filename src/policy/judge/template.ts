// Judges what a chat template would run.
import type { Observation } from '../../facts/observation.ts'
import type { Policy } from '../policy.ts'
import type { Judgement } from './judgement.ts'
import { finding } from './judgement.ts'

/** Judges a template. Readers report only what does more than fill in values, so every observation is a finding. */
export function judgeTemplate(_policy: Policy, { name, construct, expression }: Extract<Observation, { kind: 'template' }>): Judgement {
  switch (construct) {
    case 'attribute':
    case 'call':
      return finding(
        'template/injection',
        `Rendering ${name} would run ${expression}`,
        expression,
        construct === 'call' ? 'templates do not need this function' : 'this attribute leads to every function of the interpreter',
      )
    case 'hidden-name':
      return finding(
        'template/hidden-name',
        `Rendering ${name} would use an attribute whose name is computed: ${expression}`,
        expression,
        'the template computes the name from its own text, which hides it',
      )
    case 'import':
      return finding(
        'template/include',
        `Rendering ${name} would load another template: ${expression}`,
        expression,
        'chat templates are self-contained',
      )
    case 'unparsable':
      return finding(
        'template/unparsable',
        `${name} cannot be analysed: ${expression}`,
        expression,
        'what it does cannot be known without rendering it',
      )
    default:
      return construct satisfies never
  }
}
