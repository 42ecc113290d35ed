import { dangerousLibraries } from './dangerous-libraries.ts'
import { dangerousStdlib } from './dangerous-stdlib.ts'
import type { DangerousGroup } from './table.ts'

/** Every name known to run code or programs, or to reach files or the network. Outranks the safe list under any spelling. */
export const dangerous: readonly DangerousGroup[] = [...dangerousStdlib, ...dangerousLibraries]
