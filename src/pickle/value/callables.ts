import { canonical } from '../resolve/evaluate.ts'
import { takesClassFirst } from '../resolve/reconstructors.ts'
import type { Value } from './values.ts'
import { GlobalRef, Result } from './values.ts'

/** Imported names that something can call: those of which the listener did not say that they are harmless as a value. No two are the same. */
export type Held = readonly GlobalRef[]

/** Names of one value that are kept; a network holds a few. */
const MAX_HELD = 32
/** Stands for the names past that limit. */
const MANY = new GlobalRef('', '', true)
/** What holds any name, as far as is known. */
export const ANY: Held = [MANY]
/** What they make does, when it is called, what its arguments say: `getattr` a bound method. What `partial` keeps is among its arguments. */
const MAKERS = /^(?:builtins getattr|_?operator (?:methodcaller|attrgetter|itemgetter))$/
/** Their first argument is the function that builds the object, which is judged as such: no class, but as good as one. */
const BUILDERS = /^dill\._dill _create_array$|^jax\._src\.array _reconstruct_array$|^astropy\.units\.core _recreate_irreducible_unit$/

/** What a value holds: itself, where it is such a name, and what its arguments, items and states hold. */
export function heldBy(value: Value | undefined): Held | undefined {
  if (typeof value !== 'object') return undefined
  if (value instanceof GlobalRef) return value.plain ? undefined : [value]
  return 'holds' in value ? value.holds : undefined
}

/** Both together; mostly there is nothing in either. */
export function joinHeld(left: Held | undefined, right: Held | undefined): Held | undefined {
  if (left === undefined || left === right) return right
  if (right === undefined || (left.length === MAX_HELD && left[MAX_HELD - 1] === MANY)) return left
  const joined = new Set([...left, ...right])
  if (joined.size === left.length) return left
  return joined.size <= MAX_HELD ? [...joined] : [...[...joined].slice(0, MAX_HELD - 1), MANY]
}

/** What several values hold. */
export function heldByAll(values: readonly Value[]): Held | undefined {
  let held: Held | undefined
  for (let at = 0; at < values.length; at++) {
    const value = values[at]
    if (typeof value === 'object') held = joinHeld(held, heldBy(value))
  }
  return held
}

/** What the result of a call holds when it is new. */
export function heldByResult(callee: GlobalRef, args: readonly Value[]): Held | undefined {
  callee.makes ??= madeBy(callee)
  const given = heldByAll(callee.makes === 'instance' ? args.slice(1) : args)
  return callee.makes === 'method' ? joinHeld(given, [callee]) : given
}

function madeBy(callee: GlobalRef): 'method' | 'instance' | 'other' {
  const name = `${callee.module} ${callee.name}`
  if (MAKERS.test(name)) return 'method'
  return takesClassFirst(canonical(callee)) || BUILDERS.test(name) ? 'instance' : 'other'
}

/** Something of the file that holds such names, and is no name itself. */
export function isArmed(value: Value | undefined): boolean {
  return typeof value === 'object' && !(value instanceof GlobalRef) && heldBy(value) !== undefined
}

/** Adds to what an object holds. */
export function give(target: Value, held: Held | undefined): void {
  if (held !== undefined && typeof target === 'object' && (target instanceof Result || 'holds' in target))
    target.holds = joinHeld(target.holds, held)
}
