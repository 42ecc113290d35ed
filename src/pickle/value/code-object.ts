// Reads the parts of a code object that a pickle builds by calling its constructor.
import { resolveBytes } from '../resolve/evaluate.ts'
import type { ReadLiteral } from './text.ts'
import { textOf } from './text.ts'
import type { Value } from './values.ts'
import { GlobalRef, Result, Sequence, TUPLE } from './values.ts'

/** A code object that a pickle builds: what is called is not in the file as a name but as bytecode. */
export interface PickledCode {
  readonly name: string
  readonly filename: string
  /** `co_names`, as many as were kept. */
  readonly names: readonly string[]
  /** Texts among the constants, as many as were kept. */
  readonly strings: readonly string[]
  readonly bytecode: Uint8Array
  /** CPython 3.11 or later, which adds a qualified name. */
  readonly recent: boolean
}

/** Functions that build a code object out of their arguments, under their C names. */
const CODE_FACTORIES = new Set(['types.CodeType', 'new.code', 'builtins.code', 'dill._dill._create_code', 'dill.dill._create_code'])
/** Functions of cloudpickle and dill that return a type by its name. */
const TYPES_BY_NAME = new Set(['_builtin_type', '_load_type'])
const TYPE_LOADER = /(?:^|\.)(?:cloudpickle(?:\.cloudpickle(?:_fast)?)?|dill(?:\._dill|\.dill)?)\.(?:_builtin_type|_load_type)$/
const NOTHING = new Uint8Array(0)
const MAX_NESTING = 4

/**
 * Whether this is the function of cloudpickle or dill that returns a type by its name. `name` has the module in front.
 */
export function returnsTypeByName(name: string): boolean {
  return name.endsWith('_type') && TYPE_LOADER.test(name)
}

/** Whether calling this builds a code object. `name` is the callee’s name where it has one. */
export function buildsCode(callee: Value, name: string | undefined, read: ReadLiteral): boolean {
  if (name !== undefined) return CODE_FACTORIES.has(name)
  if (!(callee instanceof Result) || !(callee.callee instanceof GlobalRef) || !TYPES_BY_NAME.has(callee.callee.name)) return false
  const [type] = callee.args
  return type !== undefined && textOf(type, read) === 'CodeType'
}

/**
 * Returns the parts of a code object from the arguments of its constructor. Their order has changed with nearly every
 * Python version, but in all of them the first tuple contains the constants, the second the names, and the first texts
 * are the file’s name, the name and (3.11) the qualified name.
 */
export function pickledCode(args: readonly Value[], read: ReadLiteral): PickledCode {
  const tuples: (Sequence | undefined)[] = []
  const texts: string[] = []
  let bytecode: Uint8Array = NOTHING
  for (const arg of args) {
    if (arg instanceof Sequence) tuples.push(arg)
    else if (arg === TUPLE) tuples.push(undefined)
    else {
      const text = tuples.length === 0 ? undefined : textOf(arg, read)
      if (text !== undefined) texts.push(text)
      else if (tuples.length === 0) bytecode = longest(bytecode, resolveBytes(arg, read))
    }
  }
  return {
    filename: texts[0] ?? '',
    name: texts[1] ?? '',
    names: textsOf(tuples[1], read),
    strings: textsOf(tuples[0], read),
    bytecode,
    recent: texts.length >= 3,
  }
}

/** dill puts an empty line table first. */
function longest(one: Uint8Array, other: Uint8Array | undefined): Uint8Array {
  return other !== undefined && other.length > one.length ? other : one
}

function textsOf(sequence: Sequence | undefined, read: ReadLiteral, depth = 0): string[] {
  const found: string[] = []
  for (const item of sequence?.items ?? []) {
    const text = textOf(item, read)
    if (text !== undefined) found.push(text)
    else if (item instanceof Sequence && depth < MAX_NESTING) found.push(...textsOf(item, read, depth + 1))
  }
  return found
}
