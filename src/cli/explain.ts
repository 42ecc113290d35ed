// Formats one observation and its judgement for `--explain`.
import type { Observation } from '../facts/observation.ts'
import type { Judgement } from '../policy/judge/judgement.ts'
import { renderCall, renderMutation, renderValue } from '../policy/judge/render.ts'
import { safe } from '../report/escape.ts'
import type { Artifact } from '../types/artifact.ts'

/** Formats one observation: its place, what it is, and why it was judged so. Escapes all text of the file. */
export function explainLine(observation: Observation, judgement: Judgement | undefined, artifact: Artifact): string {
  const offset = 'offset' in observation && observation.offset !== undefined ? `@${observation.offset}` : ''
  const stream = 'stream' in observation && observation.stream > 0 ? ` #${observation.stream + 1}` : ''
  const verdict = judgement === undefined ? 'INCOMPLETE' : judgement.kind === 'fine' ? 'fine' : judgement.severity.toUpperCase()
  const rule = judgement?.kind === 'finding' ? ` ${judgement.rule}` : ''
  const reason = judgement?.reason ?? (observation.kind === 'incomplete' ? observation.why : '')
  const place = safe(artifact.path.join('!'), { max: 300 })
  return `${place} ${offset}${stream}  ${safe(describe(observation), { max: 600 })}\n    ${verdict}${rule}: ${safe(reason, { max: 600 })}\n`
}

function describe(observation: Observation): string {
  switch (observation.kind) {
    case 'global':
      return `import ${observation.module}.${observation.name}${observation.written ? ` (written ${observation.written.module}.${observation.written.name})` : ''}`
    case 'call':
      return `${observation.via} ${renderCall(observation.callee, observation.args, observation.via)}`
    case 'escape':
      return `escape of ${observation.module}.${observation.name}`
    case 'later-callables':
      return `pass ${observation.callables.map(({ module, name }) => `${module}.${name}`).join(', ')} to an object that may contain ${observation.module}.${observation.name}`
    case 'dynamic-global':
      return `import a computed name ${renderValue(observation.module)}.${renderValue(observation.name)}`
    case 'extension-code':
      return `extension code ${observation.code}`
    case 'mutated-global':
      return `change ${renderMutation(observation.target, observation.args, observation.via)}`
    case 'pickle-oddity':
      return `${observation.oddity}: ${observation.detail}`
    case 'zip-mismatch':
      return `zip ${observation.difference} ${observation.entry}: ${observation.detail}`
    case 'unsafe-path':
      return `${observation.why} path ${observation.entry}`
    case 'shipped-code':
      return `${observation.language} code in ${observation.carrier}${observation.reaches.length > 0 ? ` that uses ${observation.reaches.join(', ')}` : ''}`
    case 'config-reference':
      return `${observation.loader} ${observation.use} ${observation.module}.${observation.name} at ${observation.where}`
    case 'graph-op':
      return `${observation.framework} op ${observation.domain === '' ? '' : `${observation.domain}.`}${observation.op} (${observation.node})`
    case 'external-file':
      return `${observation.role} ${observation.path}`
    case 'template':
      return `template ${observation.name}: ${observation.construct} ${observation.expression}`
    case 'structure':
      return `${observation.problem}: ${observation.detail}`
    case 'incomplete':
      return observation.detail
    default:
      return observation satisfies never
  }
}
