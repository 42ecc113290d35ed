import { dangerousRunners } from './dangerous-libraries-code.ts'
import { dangerousLoaders } from './dangerous-libraries-loaders.ts'
import { dangerousReach } from './dangerous-libraries-reach.ts'
import { dangerousStdlib } from './dangerous-stdlib.ts'
import type { DangerousGroup } from './table.ts'

/** Every name known to run code or programs, or to reach files or the network. Outranks the safe list under any spelling. */
export const dangerous: readonly DangerousGroup[] = [...dangerousStdlib, ...dangerousRunners, ...dangerousLoaders, ...dangerousReach]
