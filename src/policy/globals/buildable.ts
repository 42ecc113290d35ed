// Decides whether a class may be built without its constructor, and a function kept for later.
import type { Preview } from '../../facts/pickle.ts'
import { isGlobal, isPlainWord, label } from '../../python/rule-kinds.ts'
import type { Lookup } from '../../python/table.ts'

/** Rules that judge the state of an instance which was built without its constructor. */
const STATE_RULES = new Set<string>([
  'distribution',
  'vectorized',
  'qhull',
  'no-cache',
  'formula',
  'temporary-file',
  'attributes-only',
  'attributes-only-callable',
])

/** An attribute of a class that is no class itself. */
const METHOD = /\.[a-z_][^.]*$/

/** A name of a package nobody lists: its own import is judged and reported. */
export const isElsewhere = (module: string, name: string, is: Lookup): boolean =>
  is.libraryOf(module) === 'unknown' && is.safeUse(module, name) === undefined && !is.isDangerous(module, name)

/** A class that may be built without its constructor and then given any state. Classes whose state has a rule are not among them. */
export function buildable(value: Preview | undefined, is: Lookup): true | string {
  if (value?.kind === 'result' && isGlobal(value.callee, 'builtins', 'getattr')) return nestedClass(value.args, is)
  if (value?.kind !== 'global') return `${label(value)} is not a class`
  const use = is.safeUse(value.module, value.name)
  if (use === 'call' || use === 'class' || use === 'member' || use === 'default-factory') return true
  if (isElsewhere(value.module, value.name, is))
    return !METHOD.test(value.name) || `${label(value)} is a method, which does with its arguments what the package wants`
  return `${label(value)} is not known to be a harmless class`
}

/** A class whose state has a rule: built from nothing but `object`, it is stated as an instance of its own, and its state is judged by that rule. */
export function reconstructible(
  cls: Preview | undefined,
  base: Preview | undefined,
  state: Preview | undefined,
  is: Lookup,
): true | string {
  const refusal = buildable(cls, is)
  if (cls?.kind !== 'global' || base === undefined || state?.kind !== 'none' || !isGlobal(base, 'builtins', 'object')) return refusal
  const use = is.safeUse(cls.module, cls.name)
  return use !== undefined && STATE_RULES.has(use) ? true : refusal
}

/** `Outer.Inner`, as protocols 0 to 3 write it: `getattr(Outer, 'Inner')`. */
function nestedClass([outer, inner]: readonly Preview[], is: Lookup): true | string {
  if (outer?.kind !== 'global' || inner?.kind !== 'text' || !isPlainWord(inner.text)) return 'the class is computed'
  return buildable({ kind: 'global', module: outer.module, name: `${outer.name}.${inner.text}` }, is)
}

/** A partial that is called for every missing key, with arguments of the file: so it has to be known what it calls. */
export function harmlessPartial(value: Preview | undefined, is: Lookup): true | string {
  if (value?.kind === 'result' && isGlobal(value.callee, 'functools', 'partial')) return harmlessPartial(value.args[0], is)
  const use = value?.kind === 'global' ? is.safeUse(value.module, value.name) : undefined
  const known = value?.kind === 'global' && is.libraryOf(value.module) !== 'unknown'
  const harmless = use === 'reference' || use === 'call' || use === 'default-factory' || (use === 'class' && known)
  return harmless || `${label(value)} is called for every missing key`
}

/** A function or class that is kept to be called later, by the program. */
export function keepable(value: Preview | undefined, is: Lookup): true | string {
  if (value?.kind === 'result' && isGlobal(value.callee, 'functools', 'partial')) return keepable(value.args[0], is)
  const use = value?.kind === 'global' ? is.safeUse(value.module, value.name) : undefined
  if (use === 'reference' || use === 'shared' || use === 'union') return true
  if (value?.kind === 'global' && value.name.endsWith('.__new__'))
    return buildable({ ...value, name: value.name.slice(0, -'.__new__'.length) }, is)
  return buildable(value, is) === true || `${label(value)} is not known to be harmless when it is called later`
}
