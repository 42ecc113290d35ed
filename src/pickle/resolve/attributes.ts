// Resolves attributes and modules that a pickle gets by calls, and calls that forward to others.
import { plainType } from '../../types/type-names.ts'
import { returnsTypeByName } from '../value/code-object.ts'
import { isPartial } from '../value/partials.ts'
import type { ReadLiteral } from '../value/text.ts'
import { textOf } from '../value/text.ts'
import type { Value } from '../value/values.ts'
import { GlobalRef, ModuleRef, type Result } from '../value/values.ts'
import { boundJoin, canonical, resolveText } from './evaluate.ts'
import type { Imports } from './imports.ts'
import { cutAtNul } from './imports.ts'

/** A call that another call forwards to. */
export class ForwardedCall {
  readonly callee: Value
  readonly args: readonly Value[]

  constructor(callee: Value, args: readonly Value[]) {
    this.callee = callee
    this.args = args
  }
}

/**
 * Resolves attributes and modules that a pickle gets by calls such as `getattr`, and calls that forward to others. What
 * they resolve to is imported like any other name.
 */
export class Attributes {
  private readonly imports: Imports
  private readonly read: ReadLiteral

  constructor(imports: Imports, read: ReadLiteral) {
    this.imports = imports
    this.read = read
  }

  /**
   * Returns what calling a result comes to: partial objects, getters of operator and bound methods of literals forward
   * to other calls.
   */
  unwrap(callee: Result, args: readonly Value[], offset: number): Value | ForwardedCall | undefined {
    if (!(callee.callee instanceof GlobalRef)) return undefined
    const [first, ...rest] = callee.replaced ?? callee.args
    const target = args[0]
    const name = canonical(callee.callee)
    if (isPartial(name)) return first === undefined ? undefined : new ForwardedCall(first, [...rest, ...args])
    switch (name) {
      case '_operator.attrgetter': {
        const name = first === undefined ? undefined : resolveText(first, this.read)
        return name === undefined || target === undefined ? undefined : this.attribute(target, name, offset)
      }
      case '_operator.methodcaller': {
        const name = first === undefined ? undefined : resolveText(first, this.read)
        const method = name === undefined || target === undefined ? undefined : this.attribute(target, name, offset)
        return method === undefined ? undefined : new ForwardedCall(method, rest)
      }
      case 'builtins.getattr': {
        const list = args[0]
        const isJoin = rest[0] !== undefined && textOf(rest[0], this.read) === 'join' && first !== undefined && list !== undefined
        return isJoin && resolveText(first, this.read) !== undefined ? boundJoin(first, list, offset) : undefined
      }
      default:
        return undefined
    }
  }

  /**
   * Returns the name or module that a call returns: `getattr` of a known object with a literal, and imports by name.
   */
  resolveCall(name: string, args: readonly Value[], offset: number): Value | undefined {
    const [first, second] = args
    if (returnsTypeByName(name)) {
      const type = first === undefined || args.length !== 1 ? undefined : plainType(resolveText(first, this.read) ?? '')
      return type && this.imports.named(...type, true, offset)
    }
    switch (name) {
      case 'builtins.getattr':
      case 'builtins.object.__getattribute__':
      case 'builtins.type.__getattribute__': {
        const attribute = second === undefined ? undefined : resolveText(second, this.read)
        return attribute === undefined || first === undefined ? undefined : this.attribute(first, attribute, offset)
      }
      case 'importlib.import_module':
      case 'importlib.__import__':
      case 'importlib._bootstrap._gcd_import':
      case 'builtins.__import__':
      case 'dill._dill._import_module':
      case 'cloudpickle.cloudpickle.subimport': {
        const module = first === undefined ? undefined : resolveText(first, this.read)
        return module === undefined ? undefined : new ModuleRef(cutAtNul(module))
      }
      default:
        return undefined
    }
  }

  private attribute(target: Value, name: string, offset: number): Value | undefined {
    if (target instanceof ModuleRef) return this.imports.named(target.module, name, true, offset)
    if (target instanceof GlobalRef) return this.imports.named(target.module, `${target.name}.${name}`, true, offset)
    return undefined
  }
}
