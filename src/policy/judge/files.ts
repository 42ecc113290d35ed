import type { Observation } from '../../facts/observation.ts'
import type { StructureProblem } from '../../facts/structure.ts'
import type { Policy } from '../policy.ts'
import type { RuleId } from '../rules/index.ts'
import { ruleOf } from '../rules/index.ts'
import type { Judgement } from './judgement.ts'
import { finding, fine } from './judgement.ts'

type ExternalFile = Extract<Observation, { kind: 'external-file' }>
type Structure = Extract<Observation, { kind: 'structure' }>

/** Files that a model names, and bytes that contradict their format. */
export function judgeFiles(_policy: Policy, observation: ExternalFile | Structure): Judgement {
  return observation.kind === 'external-file' ? judgeExternal(observation) : judgeStructure(observation)
}

/** Roles for which a sibling is unusual too: the format stores such data in the file itself unless somebody went out of their way. */
const UNUSUAL_ROLES = new Set(['HDF5 external link', 'external storage', 'virtual dataset', 'a native library of functions'])

function judgeExternal({ format, path, role, sibling }: ExternalFile): Judgement {
  const way = escapeOf(path)
  if (way !== undefined) {
    return finding('files/external-path', `Loading reads ${role} from ${path}: ${way}`, `${role}: ${path}`, way)
  }
  if (sibling === 'link-outside') {
    return finding(
      'files/external-path',
      `Loading reads ${role} from ${path}, a symbolic link out of the checkout`,
      `${role}: ${path}`,
      'a symbolic link',
    )
  }
  if (sibling !== undefined) {
    const what = sibling === 'link' ? 'a symbolic link' : 'a file that has a second name (hard link)'
    return finding('files/external-data', `Loading reads ${role} from ${path}, ${what}`, `${role}: ${path}`, what)
  }
  if (UNUSUAL_ROLES.has(role)) {
    return finding(
      'files/external-data',
      `Loading reads ${role} from ${path}`,
      `${role}: ${path}`,
      `${format} files carry their data themselves`,
    )
  }
  return fine(`${role} in ${path}, beside the model`)
}

/** Why a path leaves the folder it is relative to, undefined where it stays. Both separators count: the loading machine is not known. */
function escapeOf(path: string): string | undefined {
  if (path.includes('\0')) return 'a NUL ends the name for some readers'
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) return 'a URL'
  if (/^[a-z]:/i.test(path)) return 'a path with a drive'
  if (path.startsWith('\\\\') || path.startsWith('//')) return 'a path on another machine'
  if (/^[\\/]/.test(path)) return 'an absolute path'
  if (path.startsWith('~')) return 'a path in somebody’s home folder'
  // Some readers end at a part that does not exist, others join text: a way back in does not make it harmless.
  return path.split(/[\\/]/).includes('..') ? 'a path that leaves the folder' : undefined
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

/** Formats of which several may stand in one file, so that what follows is no surprise by itself; it is scanned all the same. */
const REPEATED = new Set(['npy', 'numpy'])

function judgeStructure({ format, problem, detail }: Structure): Judgement {
  const rule = problem === 'trailing-bytes' && REPEATED.has(format) ? 'files/padding' : RULES[problem]
  return finding(rule, `${ruleOf(rule).title} (${format}): ${detail}`, detail, `no ${format} library writes this`)
}
