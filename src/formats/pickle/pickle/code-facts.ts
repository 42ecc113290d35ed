// Builds the observations for functions and source code that a pickle contains.
import type { Observation } from '../../../facts/observation.ts'
import type { CodeObject } from '../../../lang/marshal/code-names.ts'
import { reachesOf } from '../../../lang/marshal/code-names.ts'
import { sourceUses } from '../../../lang/python/uses.ts'
import type { PickledSource } from '../../../pickle/emit/shipped-source.ts'
import type { PickledCode } from '../../../pickle/value/code-object.ts'

/** Methods that Python calls by itself while it builds or deletes an object. */
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

/** Builds the observation for a function that a pickle contains. */
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

/** Builds the observation for source code that a pickle contains and that its loader runs as a module. */
export function pickledSourceFact({ text, name }: PickledSource, offset: number): Observation {
  const unread = { imports: [], names: [], bare: [], attributes: [], classes: [], unclear: ['it is not stored in the file as one text'] }
  return {
    kind: 'shipped-code',
    language: 'python-source',
    carrier: `class “${name}” in the pickle`,
    runs: 'load',
    reaches: [],
    uses: text === undefined ? unread : sourceUses(text),
    offset,
  }
}
