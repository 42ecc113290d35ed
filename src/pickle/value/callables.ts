import type { Value } from './values.ts'
import { GlobalRef, Result } from './values.ts'

/** Imported names that something can call: those of which the listener did not say that they are harmless as a value. No two are the same. */
export type CallableSet = readonly GlobalRef[]

/** Names of one value that are kept; a network holds a few. */
const MAX_CALLABLES = 32
/** Stands for the names past that limit. */
const MANY = new GlobalRef('', '', true)
/** What holds any name, as far as is known. */
export const ANY: CallableSet = [MANY]
/** What they make does, when it is called, what its arguments say: `getattr` a bound method. What `partial` keeps is among its arguments. */
const METHOD_FACTORIES = /^(?:builtins getattr|_?operator (?:methodcaller|attrgetter|itemgetter))$/
/** Their first argument is the class to build, or the function that builds an array, which is judged as such. */
const RECONSTRUCTORS =
  /^(?:copyreg|copy_reg) (?:__newobj__|__newobj_ex__|_reconstructor)$|^numpy\._?core\.multiarray _reconstruct$|^dill\._dill _create_array$|^jax\._src\.array _reconstruct_array$|^astropy\.units\.core _recreate_irreducible_unit$/

/** What a value holds: itself, where it is such a name, and what its arguments, items and states hold. */
export function callablesOf(value: Value | undefined): CallableSet | undefined {
  if (typeof value !== 'object') return undefined
  if (value instanceof GlobalRef) return value.isHarmlessValue ? undefined : [value]
  return 'callables' in value ? value.callables : undefined
}

/** Both together; mostly there is nothing in either. */
export function joinCallables(left: CallableSet | undefined, right: CallableSet | undefined): CallableSet | undefined {
  if (left === undefined || left === right) return right
  if (right === undefined || (left.length === MAX_CALLABLES && left[MAX_CALLABLES - 1] === MANY)) return left
  const joined = new Set([...left, ...right])
  if (joined.size === left.length) return left
  return joined.size <= MAX_CALLABLES ? [...joined] : [...[...joined].slice(0, MAX_CALLABLES - 1), MANY]
}

/** What several values hold. */
export function callablesOfAll(values: readonly Value[]): CallableSet | undefined {
  let callables: CallableSet | undefined
  for (let at = 0; at < values.length; at++) {
    const value = values[at]
    if (typeof value === 'object') callables = joinCallables(callables, callablesOf(value))
  }
  return callables
}

/** What the result of a call holds when it is new. */
export function callablesOfResult(callee: GlobalRef, args: readonly Value[]): CallableSet | undefined {
  callee.resultKind ??= resultKindOf(`${callee.module} ${callee.name}`)
  const given = callablesOfAll(callee.resultKind === 'instance' ? args.slice(1) : args)
  return callee.resultKind === 'method' ? joinCallables(given, [callee]) : given
}

function resultKindOf(name: string): 'method' | 'instance' | 'other' {
  return METHOD_FACTORIES.test(name) ? 'method' : RECONSTRUCTORS.test(name) ? 'instance' : 'other'
}

/** Something of the file that holds such names, and is no name itself. */
export function carriesUntrustedCallable(value: Value | undefined): boolean {
  return typeof value === 'object' && !(value instanceof GlobalRef) && callablesOf(value) !== undefined
}

/** Adds to what an object holds. */
export function addCallables(target: Value, callables: CallableSet | undefined): void {
  if (callables !== undefined && typeof target === 'object' && (target instanceof Result || 'callables' in target))
    target.callables = joinCallables(target.callables, callables)
}
