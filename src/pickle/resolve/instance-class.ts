// Returns the class of an instance that a function such as `copyreg.__newobj__` built.
import type { Result } from '../value/values.ts'
import { GlobalRef } from '../value/values.ts'
import { canonical } from './evaluate.ts'

/**
 * Functions that build an instance of a class among their arguments, and where that is (Lib/copyreg.py, torch/_tensor.py, numpy/_core/src/multiarray/
 * multiarraymodule.c: array__reconstruct).
 */
const MAKERS: ReadonlyMap<string, number> = new Map([
  ['copyreg.__newobj__', 0],
  ['copyreg.__newobj_ex__', 0],
  ['copyreg._reconstructor', 0],
  ['numpy.core.multiarray._reconstruct', 0],
  ['numpy._core.multiarray._reconstruct', 0],
  ['torch._tensor._rebuild_from_type_v2', 1],
])

/** The class of an instance, where a function such as `copyreg.__newobj__` made it; undefined where the callee is the class, and where it is not known. */
export function madeClass({ callee, args }: Result): GlobalRef | undefined {
  if (!(callee instanceof GlobalRef)) return undefined
  const cls = args[MAKERS.get(canonical(callee)) ?? -1]
  return cls instanceof GlobalRef ? cls : undefined
}
