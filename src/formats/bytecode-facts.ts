import type { PickledCode } from '../pickle/code-object.ts'
import type { Observation } from '../types/observation.ts'
import type { CodeObject } from '../wire/marshal.ts'
import { reachesOf } from '../wire/marshal.ts'

/** Methods that run while an object is built or thrown away, without anybody calling them. */
const HOOKS = new Set([
  '__new__',
  '__init__',
  '__setstate__',
  '__reduce__',
  '__reduce_ex__',
  '__setattr__',
  '__getattr__',
  '__getattribute__',
  '__setitem__',
  '__del__',
  '__init_subclass__',
  '__set_name__',
  '__hash__',
  '__eq__',
  'append',
  'extend',
  '_rebuild',
])

/** The fact that a pickle ships a function. */
export function pickledCodeFact(code: PickledCode, offset: number): Observation {
  const { name, filename, names, strings, bytecode, recent } = code
  const object: CodeObject = { name, filename, names, strings, code: bytecode, layout: recent ? '3.11' : '3.0' }
  return {
    kind: 'shipped-code',
    language: 'python-bytecode',
    carrier: `function “${name === '' ? '?' : name}” in the pickle`,
    runs: HOOKS.has(name) ? 'load' : 'use',
    reaches: [...new Set(reachesOf(object))].sort(),
    offset,
  }
}
