// Judges references to other files, and headers that contradict their format.
import type { Observation } from '../../facts/observation.ts'
import type { StructureProblem } from '../../facts/structure.ts'
import type { RuleId } from '../rules/index.ts'
import { ruleOf } from '../rules/index.ts'
import type { Judgement } from './judgement.ts'
import { finding, fine } from './judgement.ts'

type ExternalFile = Extract<Observation, { kind: 'external-file' }>
type Structure = Extract<Observation, { kind: 'structure' }>

/** Judges references to other files, and bytes that contradict their format, if no rule objected on its own. */
export function judgeFiles(observation: ExternalFile | Structure): Judgement {
  return observation.kind === 'external-file'
    ? fine(`${observation.role} in ${observation.path}, beside the model`)
    : judgeStructure(observation)
}

const RULES: Record<StructureProblem, RuleId> = {
  'bad-header': 'files/bad-header',
  'duplicate-key': 'files/duplicate-key',
  overlap: 'files/overlap',
  gap: 'files/gap',
  'trailing-bytes': 'files/trailing-bytes',
  'out-of-bounds': 'files/out-of-bounds',
  'shape-bomb': 'files/shape-bomb',
  'extension-mismatch': 'files/extension-mismatch',
  doctype: 'files/doctype',
}

function judgeStructure({ format, problem, detail }: Structure): Judgement {
  const rule = RULES[problem]
  return finding(rule, `${ruleOf(rule).title} (${format}): ${detail}`, detail, `no ${format} library writes this`)
}
