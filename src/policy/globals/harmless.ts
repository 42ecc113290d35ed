// Decides whether a name does no harm as a value that any code may call.
import type { SafeUse } from '../../python/table.ts'
import { lookup } from './lookup.ts'

/** Uses under which a name does no harm as a value, whatever calls it: it builds data, computes, or judges what it is given when it is called. */
const HARMLESS: ReadonlySet<SafeUse> = new Set<SafeUse>([
  'call',
  'reference',
  'shared',
  'member',
  'flags',
  'index',
  'tensor',
  'tensor-type',
  'numpy-scalar',
  'default-factory',
  'custom-offset',
  'type-of',
])

/** Listed classes whose constructors evaluate texts, or run the code of a model. */
const ACTIVE = /^(?:sympy|flair)\b/

/** May anything hold this name and call it, with what is at hand? */
export function isHarmlessValue(module: string, name: string): boolean {
  const use = lookup.safeUse(module, name)
  return use !== undefined && (HARMLESS.has(use) || (use === 'class' && !ACTIVE.test(module)))
}
