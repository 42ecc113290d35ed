// Looks up what a dotted name in source or bytecode does.
import { type Danger, dangerAt, dangerIn, isOrdinary } from '../danger/match.ts'
import type { Carrier } from '../danger/table.ts'
import { spellings } from '../spellings.ts'

/** What a dangerous name does. */
export interface CodeDanger {
  /** A verb phrase for messages, e.g. `runs a program`. */
  readonly does: string
}

/**
 * Returns what code does that uses a dotted name, e.g. `os.system`, `eval`, `socket`. Undefined for names that only
 * compute, and for names that are ordinary in such code. `os.*` asks for a module that is passed on as a whole.
 */
export function codeDanger(reach: string, carrier: Carrier): CodeDanger | undefined {
  const whole = reach.endsWith('.*')
  const dotted = whole ? reach.slice(0, -2) : reach
  for (const path of pathsOf(dotted)) {
    const hit = whole ? dangerIn(path.join('.'), carrier) : dangerAt(path)
    if (hit && !isOrdinary(hit.group, carrier)) return { does: phrase(hit) }
  }
  return undefined
}

/**
 * Returns the name as written and its spellings in other versions. A name without a dot is a built-in function or a
 * module.
 */
function pathsOf(dotted: string): readonly (readonly string[])[] {
  const dot = dotted.indexOf('.')
  if (dot < 0) return [['builtins', dotted], ...spellings(dotted, '').map(({ module }) => module.split('.'))]
  const parts = dotted.split('.')
  const found: string[][] = []
  // Any prefix of the name can be the module: `xmlrpclib.ServerProxy`, `six.moves.urllib.request.urlopen`.
  for (let length = 1; length < Math.min(parts.length, MAX_MODULE); length++) {
    for (const { module, name } of spellings(parts.slice(0, length).join('.'), parts.slice(length).join('.')))
      found.push([...module.split('.'), ...name.split('.')])
  }
  return found
}

/** Maximum number of parts of a module name for which spellings are looked up. */
const MAX_MODULE = 6

function phrase({ whole, does, can }: Danger): string {
  return whole ? `can ${can}` : does
}
