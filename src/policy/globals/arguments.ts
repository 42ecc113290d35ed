// Collects the argument rules of all families into one table.
import type { ArgumentRule, ArgumentRuleId } from '../../python/table.ts'
import { arrayRules } from './arguments-arrays.ts'
import { attributeRules } from './arguments-attributes.ts'
import { pythonRules } from './arguments-python.ts'
import { stateRules } from './arguments-states.ts'
import { libraryRules } from './library-rules.ts'

/** Every rule, by id. Each accepts what the library's own pickling writes and explains why it refuses the rest. */
export const argumentRules: Readonly<Record<ArgumentRuleId, ArgumentRule>> = {
  ...pythonRules,
  ...attributeRules,
  ...arrayRules,
  ...stateRules,
  ...libraryRules,
}
