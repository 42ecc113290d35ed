// Decides whether a class is unknown, and whether it receives more than data.
import type { CallableName, Preview } from '../../facts/pickle.ts'
import { policyEntry } from '../judge/judgement.ts'
import type { Policy } from '../policy.ts'
import { isHarmlessValue } from './harmless.ts'
import { libraryOf, lookupDangerous, lookupSafe } from './lookup.ts'

/** Is it a name of a package that no table knows, and that neither the policy nor a source file of the checkout answers for? */
export function isUnknown(policy: Policy, module: string, name: string): boolean {
  return (
    libraryOf(module) === 'unknown' &&
    lookupSafe(module, name) === undefined &&
    lookupDangerous(module, name) === undefined &&
    policyEntry(policy, module, name) !== 'allow' &&
    policy.firstParty?.(module, name) === undefined
  )
}

/** Classes are written with a capital letter; anything else in their place is a function, or a method. */
export function isFunctionName(name: string): boolean {
  return !/(?:^|\.)_*\p{Lu}[^.]*$/u.test(name)
}

/** The class of an instance, where no table knows it. */
export function unknownClassOf(policy: Policy, value: Preview | undefined): CallableName | undefined {
  if (value?.kind !== 'result' || value.callee.kind !== 'global') return undefined
  const { callee, args } = value
  const cls = callee.module === 'copyreg' ? args[0] : callee
  if (cls === undefined || !('module' in cls) || !('name' in cls)) return undefined
  return isUnknown(policy, cls.module, cls.name) ? cls : undefined
}

/** Can whoever has this name do harm with it? What the policy allows and the classes of the checkout are as good as listed. */
export function isHarmfulName(policy: Policy, { module, name }: CallableName): boolean {
  if (isHarmlessValue(module, name) || isOfHarmless(module, name) || policyEntry(policy, module, name) === 'allow') return false
  const own = libraryOf(module) === 'unknown' ? policy.firstParty?.(module, name) : undefined
  return own === undefined || own.kind === 'function'
}

/** A method of a listed class (`str.lower`, torch's functions): getting it is judged, and those that reach out are refused there. */
function isOfHarmless(module: string, name: string): boolean {
  const dot = name.lastIndexOf('.')
  return dot > 0 && isHarmlessValue(module, name.slice(0, dot)) && lookupDangerous(module, name) === undefined
}

/** Why the arguments of a constructor are more than numbers and arrays; undefined where they are not. */
export function beyondConstructor(policy: Policy, args: readonly Preview[]): string | undefined {
  if (args.every((arg) => isNumeric(policy, arg))) return undefined
  return 'it receives more than numbers, and what it does with that is not known'
}

/** Why a state is more than data and instances; undefined where it is not. */
export function beyondState(
  policy: Policy,
  state: Preview | undefined,
  callables: readonly CallableName[] | undefined,
): string | undefined {
  const held = heldBy(policy, callables)
  if (held !== undefined) return held
  return state?.kind === 'unknown' || state?.kind === 'module' ? 'its state is none that can be read' : undefined
}

/**
 * Why a state goes to code of its class; undefined where it may become attributes. BUILD makes attributes of a dict, and of a pair of dicts or None
 * (Modules/_pickle.c, load_build): a class that is given anything else has a `__setstate__` of its own, which may be its constructor.
 */
export function beyondAttributes(policy: Policy, state: Preview | undefined): string | undefined {
  if (state === undefined || state.kind === 'dict' || isNumeric(policy, state)) return undefined
  const isPair = state.kind === 'tuple' && !state.more && state.items.length === 2
  if (isPair && state.items.every(({ kind }) => kind === 'dict' || kind === 'none')) return undefined
  return 'its state is no dict of attributes, so that it goes to code of the class'
}

function heldBy(policy: Policy, callables: readonly CallableName[] | undefined): string | undefined {
  const harm = callables?.find((name) => isHarmfulName(policy, name))
  if (harm === undefined) return undefined
  const name = harm.module === '' ? 'functions of the file' : `${harm.module}.${harm.name}`
  return `an object that it receives can call ${name}`
}

/** Scalars of NumPy that are numbers, by the code of their type. */
const NUMBER_TYPE = /^[<>=|]?[biufc]\d+$/

/** Numbers, names that do no harm as a value, arrays, and tuples, lists and sets of these, as a whole. */
function isNumeric(policy: Policy, value: Preview): boolean {
  switch (value.kind) {
    case 'none':
    case 'bool':
    case 'int':
    case 'float':
      return true
    case 'global':
      return !isHarmfulName(policy, value)
    case 'tuple':
    case 'list':
    case 'set':
    case 'frozenset':
      return !value.more && value.items.every((item) => isNumeric(policy, item))
    case 'result':
      return heldBy(policy, value.callables) === undefined && isArray(value)
    default:
      return false
  }
}

function isArray({ callee, args }: Extract<Preview, { kind: 'result' }>): boolean {
  if (callee.kind !== 'global') return false
  const { module, name } = callee
  const [first] = args
  if (/^torch\._utils$/.test(module)) return /^_rebuild_(?:tensor|parameter)/.test(name) && lookupSafe(module, name) !== undefined
  if (!/^numpy\._?core\.(?:multiarray|numeric)$/.test(module)) return false
  if (name === '_reconstruct') return first?.kind === 'global' && first.module === 'numpy' && first.name === 'ndarray'
  if (name === '_frombuffer') return true
  const [type] = first?.kind === 'result' ? first.args : []
  return name === 'scalar' && type?.kind === 'text' && NUMBER_TYPE.test(type.text)
}
