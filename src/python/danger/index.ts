// Collects the table of dangers from its parts.
import { librariesCode } from './libraries-code.ts'
import { librariesLoaders } from './libraries-loaders.ts'
import { librariesReach } from './libraries-reach.ts'
import { stdlib } from './stdlib.ts'
import { stdlibProgram } from './stdlib-program.ts'
import { stdlibReach } from './stdlib-reach.ts'
import type { DangerGroup } from './table.ts'

/**
 * The table of dangers: every name known to run code or programs, or to reach files or the network. What pickles, bytecode, source, configurations and
 * templates are told to do is judged by it alone.
 */
export const dangers: readonly DangerGroup[] = [
  ...stdlib,
  ...stdlibProgram,
  ...stdlibReach,
  ...librariesCode,
  ...librariesLoaders,
  ...librariesReach,
]
