// Collects the table of dangers from its parts.
import { librariesCode } from './libraries-code.ts'
import { librariesLoaders } from './libraries-loaders.ts'
import { librariesReach } from './libraries-reach.ts'
import { stdlib } from './stdlib.ts'
import { stdlibProgram } from './stdlib-program.ts'
import { stdlibReach } from './stdlib-reach.ts'
import type { DangerGroup } from './table.ts'

/**
 * The table of dangers: every name known to run programs or code, or to reach files or the network. Pickles, bytecode,
 * source, configurations and templates are all judged by this one table.
 */
export const dangers: readonly DangerGroup[] = [
  ...stdlib,
  ...stdlibProgram,
  ...stdlibReach,
  ...librariesCode,
  ...librariesLoaders,
  ...librariesReach,
]
