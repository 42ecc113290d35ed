// Follows which imported callables an object of a pickle can call.
import { canonical } from '../resolve/evaluate.ts'
import { takesClassFirst } from '../resolve/reconstructors.ts'
import type { Value } from './values.ts'
import { GlobalRef, Result } from './values.ts'

/**
 * Imported names that an object can call, without those that the listener called harmless as a value, and without
 * duplicates.
 */
export type CallableSet = readonly GlobalRef[]

/** Maximum number of callables that are kept for one value; a network has a few. */
const MAX_CALLABLES = 32
/** Placeholder for the names past that limit. */
const MANY = new GlobalRef('', '', true)
/** Any callable, where it is not known which. */
export const ANY: CallableSet = [MANY]
/**
 * Callables whose result, when it is called, does what its arguments say: `getattr` returns a bound method. The
 * function in a `partial` is among its arguments.
 */
const METHOD_FACTORIES = /^(?:builtins getattr|_?operator (?:methodcaller|attrgetter|itemgetter))$/
/**
 * Functions whose first argument is the function that builds the object: no class, but judged as one.
 */
const BUILDERS = /^dill\._dill _create_array$|^jax\._src\.array _reconstruct_array$|^astropy\.units\.core _recreate_irreducible_unit$/

/** Returns the callables of a value: itself, where it is such a name, and those of its arguments, items and states. */
export function callablesOf(value: Value | undefined): CallableSet | undefined {
  if (typeof value !== 'object') return undefined
  if (value instanceof GlobalRef) return value.isHarmlessValue ? undefined : [value]
  return 'callables' in value ? value.callables : undefined
}

/** Joins two sets; mostly both are empty. */
export function joinCallables(left: CallableSet | undefined, right: CallableSet | undefined): CallableSet | undefined {
  if (left === undefined || left === right) return right
  if (right === undefined || (left.length === MAX_CALLABLES && left[MAX_CALLABLES - 1] === MANY)) return left
  const joined = new Set([...left, ...right])
  if (joined.size === left.length) return left
  return joined.size <= MAX_CALLABLES ? [...joined] : [...[...joined].slice(0, MAX_CALLABLES - 1), MANY]
}

/** Returns the callables of several values. */
export function callablesOfAll(values: readonly Value[]): CallableSet | undefined {
  let callables: CallableSet | undefined
  for (let at = 0; at < values.length; at++) {
    const value = values[at]
    if (typeof value === 'object') callables = joinCallables(callables, callablesOf(value))
  }
  return callables
}

/** Returns the callables of the result of a call when it is new. */
export function callablesOfResult(callee: GlobalRef, args: readonly Value[]): CallableSet | undefined {
  callee.resultKind ??= resultKindOf(callee)
  const given = callablesOfAll(callee.resultKind === 'instance' ? args.slice(1) : args)
  return callee.resultKind === 'method' ? joinCallables(given, [callee]) : given
}

function resultKindOf(callee: GlobalRef): 'method' | 'instance' | 'other' {
  const name = `${callee.module} ${callee.name}`
  if (METHOD_FACTORIES.test(name)) return 'method'
  return takesClassFirst(canonical(callee)) || BUILDERS.test(name) ? 'instance' : 'other'
}

/** Whether a value is an object that carries callables which the file chose, and is no name itself. */
export function carriesUntrustedCallable(value: Value | undefined): boolean {
  return typeof value === 'object' && !(value instanceof GlobalRef) && callablesOf(value) !== undefined
}

/** Adds callables to an object. */
export function addCallables(target: Value, callables: CallableSet | undefined): void {
  if (callables !== undefined && typeof target === 'object' && (target instanceof Result || 'callables' in target))
    target.callables = joinCallables(target.callables, callables)
}
