// Looks up what a dotted name in source or bytecode does.
import { type Danger, dangerAt, dangerIn, isOrdinary } from '../danger/match.ts'
import type { Carrier } from '../danger/table.ts'
import { spellings } from '../spellings.ts'

export interface SinkHit {
  /** A verb phrase for people. */
  readonly does: string
}

/**
 * What code does that uses this dotted name, e.g. `os.system`, `eval`, `socket`; undefined for one that only computes, or that such code uses every day.
 * `os.*` asks for a module that is handed on as a whole.
 */
export function sinkOf(reach: string, carrier: Carrier): SinkHit | undefined {
  const whole = reach.endsWith('.*')
  const dotted = whole ? reach.slice(0, -2) : reach
  for (const path of pathsOf(dotted)) {
    const hit = whole ? dangerIn(path.join('.'), carrier) : dangerAt(path)
    if (hit && !isOrdinary(hit.group, carrier)) return { does: phrase(hit) }
  }
  return undefined
}

/** The name as written, and as other versions of Python and its libraries call it; a bare name is a built-in function or a module. */
function pathsOf(dotted: string): readonly (readonly string[])[] {
  const dot = dotted.indexOf('.')
  if (dot < 0) return [['builtins', dotted], ...spellings(dotted, '').map(({ module }) => module.split('.'))]
  const parts = dotted.split('.')
  const found: string[][] = []
  // The module is any beginning of the name: `xmlrpclib.ServerProxy`, `six.moves.urllib.request.urlopen`.
  for (let length = 1; length < Math.min(parts.length, MAX_MODULE); length++) {
    for (const { module, name } of spellings(parts.slice(0, length).join('.'), parts.slice(length).join('.')))
      found.push([...module.split('.'), ...name.split('.')])
  }
  return found
}

/** Parts of a module’s name in which other spellings are looked for. */
const MAX_MODULE = 6

function phrase({ whole, does, can }: Danger): string {
  return whole ? `can ${can}` : does
}
