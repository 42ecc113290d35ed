import { describe, expect, it, test } from 'vitest'
import { classOf, madeClass, makingBy } from '../../src/pickle/resolve/reconstructors.ts'
import type { Value } from '../../src/pickle/value/values.ts'
import { Dict, GlobalRef, NONE, Result, Sequence, UNKNOWN } from '../../src/pickle/value/values.ts'

const name = (module: string, of: string) => new GlobalRef(module, of, true)
const cls = name('pkg.models', 'Net')
const object = name('builtins', 'object')
const other = name('pkg.models', 'build')
const result = (callee: GlobalRef, ...args: readonly Value[]) => new Result(callee, args, 'reduce', 0)
const isNet = (asked: GlobalRef) => asked === cls

describe('a function that makes an instance of a class among its arguments', () => {
  test.each<[string, readonly Value[]]>([
    ['copyreg _reconstructor', [cls, object, NONE]],
    ['copy_reg _reconstructor', [cls, object, NONE]],
    ['copyreg __newobj__', [cls]],
    ['copyreg __newobj_ex__', [cls, new Sequence('tuple', []), new Dict([])]],
    ['numpy.core.multiarray _reconstruct', [cls, NONE, NONE]],
    ['numpy._core.multiarray _reconstruct', [cls, NONE, NONE]],
    ['torch._tensor _rebuild_from_type_v2', [other, cls, NONE, NONE]],
  ])('%s names it to all who ask for the class', (callee, args) => {
    const [module = '', of = ''] = callee.split(' ')
    const made = result(name(module, of), ...args)
    expect(madeClass(made)).toBe(cls)
    expect(classOf(made, isNet)).toBe(cls)
  })

  it('is a NEWOBJ only where it does no more than that', () => {
    expect(makingBy('copy_reg.__newobj_ex__', [cls, new Sequence('tuple', [NONE]), NONE])).toEqual({ cls, args: [NONE], state: undefined })
    expect(makingBy('pkg.models.Net.__new__', [cls, NONE])).toEqual({ cls, args: [NONE], state: undefined })
    expect(makingBy('numpy.core.multiarray._reconstruct', [cls, NONE])).toBeUndefined()
  })

  it('is not guessed: what a function does with a class, or a class that is not known, stays unknown', () => {
    expect(classOf(result(other, cls), isNet)).toBe('unknown')
    expect(classOf(result(name('copyreg', '__newobj__'), UNKNOWN), isNet)).toBe('unknown')
    expect(classOf(result(other, NONE), isNet)).toBe(other)
  })
})
