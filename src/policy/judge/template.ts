// Judges what a chat template would run.
import type { Observation } from '../../facts/observation.ts'
import type { Policy } from '../policy.ts'
import type { Judgement } from './judgement.ts'
import { finding } from './judgement.ts'

/** Text templates: readers state only what goes beyond filling in values, so that every fact is an objection. */
export function judgeTemplate(_policy: Policy, { name, construct, expression }: Extract<Observation, { kind: 'template' }>): Judgement {
  switch (construct) {
    case 'attribute':
    case 'call':
      return finding(
        'template/injection',
        `Rendering ${name} would run ${expression}`,
        expression,
        construct === 'call'
          ? 'templates have no use for this function'
          : 'from this attribute every function of the interpreter can be reached',
      )
    case 'hidden-name':
      return finding(
        'template/hidden-name',
        `Rendering ${name} would use an attribute whose name is worked out in ${expression}`,
        expression,
        'the template puts the name together from texts of its own, which hides it',
      )
    case 'import':
      return finding(
        'template/include',
        `Rendering ${name} loads another template: ${expression}`,
        expression,
        'chat templates stand alone',
      )
    case 'unparsable':
      return finding(
        'template/unparsable',
        `${name} cannot be followed: ${expression}`,
        expression,
        'what it does cannot be known without rendering it',
      )
    default:
      return construct satisfies never
  }
}
