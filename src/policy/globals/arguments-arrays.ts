// Argument rules for NumPy, pandas and PyTorch functions that rebuild arrays, indexes and tensors.
import type { Preview } from '../../facts/pickle.ts'
import { isWithin } from '../../python/names-of.ts'
import { isGlobal, isPlainWord, label, onlyCalled, whenCalled } from '../../python/rule-kinds.ts'
import type { ArgumentRule, ArgumentRuleId, Lookup } from '../../python/table.ts'
import { buildable } from './buildable.ts'

function tensor(args: readonly Preview[], is: Lookup): true | string {
  const [storage] = args
  if (storage?.kind === 'persistent-id') return true
  if (storage?.kind === 'result' && storage.callee.kind === 'global') {
    const { module, name } = storage.callee
    if (isWithin(module, 'torch') && is.safeUse(module, name) !== undefined) return true
  }
  return `the storage is ${label(storage)}, not one of this file`
}

/** Rules for arrays, random generators, indexes and tensors: NumPy, pandas, PyTorch and what dill makes of an array. */
export const arrayRules = {
  'masked-array': whenCalled(([cls, base], is) => {
    const first = buildable(cls, is)
    return first === true ? buildable(base, is) : first
  }),
  'numpy-scalar': whenCalled(([dtype], is) => {
    if (dtype?.kind === 'global')
      return isWithin(dtype.module, 'numpy') && buildable(dtype, is) === true ? true : `${label(dtype)} is no dtype`
    if (dtype?.kind !== 'result' || dtype.callee.kind !== 'global' || !isWithin(dtype.callee.module, 'numpy'))
      return 'the dtype is not one of NumPy'
    const [code] = dtype.args
    return code?.kind !== 'text' || !/^[|<>=]?O/.test(code.text) || 'a scalar of objects is a pickle of its own'
  }),
  ufunc: onlyCalled(([module, name], is) => {
    if (module?.kind !== 'text' || name?.kind !== 'text') return 'the function to import is no literal'
    const home = /^(numpy|scipy\.special)(?:\.\w+)*$/.exec(module.text)?.[1]
    const plain = isPlainWord(name.text) && !is.isDangerous(module.text, name.text)
    const known = home === 'scipy.special' || is.safeUse('numpy', name.text) === 'reference'
    return (home !== undefined && plain && known) || `${module.text}.${name.text} is imported, which is no known ufunc`
  }),
  'bit-generator': whenCalled(([which], is) => {
    if (which === undefined || (which.kind === 'text' && isPlainWord(which.text))) return true
    return (
      (which.kind === 'global' && isWithin(which.module, 'numpy.random') && buildable(which, is) === true) ||
      `${label(which)} is no bit generator`
    )
  }),
  'random-state': whenCalled(([generator, make], is) => {
    if (make !== undefined && !isGlobal(make, 'numpy.random._pickle', '__bit_generator_ctor')) return `${label(make)} would be called`
    if (generator === undefined || (generator.kind === 'text' && isPlainWord(generator.text))) return true
    const source = generator.kind === 'result' && generator.callee.kind === 'global' ? generator.callee : generator
    if (source.kind !== 'global' || !isWithin(source.module, 'numpy.random') || is.isDangerous(source.module, source.name))
      return 'the bit generator is not one of NumPy'
    return true
  }),
  index: whenCalled(([cls], is) => {
    if (cls?.kind === 'global' && !isWithin(cls.module, 'pandas')) return `${label(cls)} is no index class of pandas`
    return buildable(cls, is)
  }),
  'custom-offset': onlyCalled(
    ([, , , , calendar]) => calendar?.kind === 'none' || 'the calendar it is given would be asked for its holidays',
  ),
  tensor: whenCalled(tensor),
  'tensor-type': whenCalled(([rebuild, , args], is) => {
    if (rebuild?.kind !== 'global' || !/^torch\._(utils|tensor)$/.test(rebuild.module) || !rebuild.name.startsWith('_rebuild_'))
      return `${label(rebuild)} would be called`
    if (is.safeUse(rebuild.module, rebuild.name) !== 'tensor')
      return is.safeUse(rebuild.module, rebuild.name) !== undefined || `${label(rebuild)} is not known`
    return args?.kind === 'tuple' ? tensor(args.items, is) : 'the arguments of the constructor are no literal tuple'
  }),
  'remade-array': whenCalled(([rebuild, args], is) => {
    if (rebuild?.kind !== 'global' || rebuild.name !== '_reconstruct' || is.safeUse(rebuild.module, rebuild.name) !== 'first-is-class') {
      return `${label(rebuild)} would be called`
    }
    return args?.kind === 'tuple' ? buildable(args.items[0], is) : 'the arguments of the constructor are no literal tuple'
  }),
} satisfies Partial<Record<ArgumentRuleId, ArgumentRule>>
