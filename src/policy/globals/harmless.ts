import { lookup } from './lookup.ts'
import type { SafeUse } from './table.ts'

/** Uses under which a name does no harm as a value, whoever calls it: it builds data, computes, or judges what it is given when it is called. */
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

/** May anything hold this name and call it? What a constructor does is known of the classes of known libraries only: SymPy's evaluate texts. */
export function isHarmlessValue(module: string, name: string): boolean {
  const use = lookup.safeUse(module, name)
  return use !== undefined && (HARMLESS.has(use) || (use === 'class' && lookup.libraryOf(module) !== 'unknown'))
}
