// Judges calls and states of classes that no table knows.
import type { Observation } from '../../facts/observation.ts'
import type { CallableName, Preview } from '../../facts/pickle.ts'
import type { SafeUse } from '../../python/table.ts'
import { isFill } from '../globals/given-instances.ts'
import {
  beyondAttributes,
  beyondConstructor,
  beyondState,
  isFunctionName,
  isHarmfulName,
  isUnknown,
  unknownClassOf,
} from '../globals/unknown-class.ts'
import type { Policy } from '../policy.ts'
import type { Judgement } from './judgement.ts'
import { finding, fine } from './judgement.ts'
import { renderCall, renderValue } from './render.ts'

type Call = Extract<Observation, { kind: 'call' }>

/**
 * Judges a call of a class that no table knows, which may do anything with its arguments. Models build such classes
 * without arguments or with numbers, and set data as their state. Anything beyond that passes text, names or items of
 * the file to code that was not reviewed. Undefined for calls that stay within that.
 */
export function judgeUnknownClass(policy: Policy, call: Call): Judgement | undefined {
  const { callee, via, args } = call
  if (callee.kind !== 'global' || !isUnknown(policy, callee.module, callee.name)) return undefined
  const why = via === 'newobj' ? beyondConstructor(policy, args) : objection(policy, call, callee.name)
  return why === undefined ? undefined : unlistedCall(call, callee, why)
}

function objection(policy: Policy, { callee, via, args, callables }: Call, name: string): string | undefined {
  // An array of such a class has the state of arrays, which is a tuple (numpy/_core/src/multiarray/methods.c,
  // array_setstate).
  const isArray = callee.kind === 'global' && callee.name === '_reconstruct'
  if (via === 'build') return beyondState(policy, args[0], callables) ?? (isArray ? undefined : beyondAttributes(policy, args[0]))
  if (isFill(via)) return 'it receives items, and what it does with them is not known'
  if (via === 'reduce' && args.every(({ kind }) => kind === 'none'))
    return 'its constructor takes no argument, and can follow settings, the current folder and the module path'
  return isFunctionName(name) ? 'its name is that of a function, which needs no arguments to do harm' : undefined
}

/**
 * Judges functions of known libraries that build such a class, get an attribute of its instance, or keep it with
 * arguments.
 */
export function judgeThroughOther(policy: Policy, call: Call, use: SafeUse): Judgement | undefined {
  const { args, via, of, callables } = call
  if (of !== undefined) {
    if (!isUnknown(policy, of.module, of.name)) return undefined
    const why = objection(policy, call, of.name)
    return why === undefined ? undefined : unlistedCall(call, of, why)
  }
  if (use === 'partial') return judgePartial(policy, call)
  if (via !== 'reduce') return undefined
  switch (use) {
    case 'get-attribute': {
      const cls = unknownClassOf(policy, args[0])
      return cls && unlistedCall(call, cls, `getting an attribute of an instance of ${cls.module}.${cls.name} runs code of the class`)
    }
    case 'first-is-class':
    case 'reconstructor': {
      const made = madeBy(call)
      const cls = made?.classes.find(({ module, name }) => isUnknown(policy, module, name))
      const why = made && cls && (beyondBase(policy, call) ?? beyondConstructor(policy, made.args))
      return why === undefined || cls === undefined ? undefined : unlistedCall(call, cls, why)
    }
    case 'tensor-type': {
      const [, cls, , state] = args
      if (cls?.kind !== 'global' || !isUnknown(policy, cls.module, cls.name)) return undefined
      const others = callables?.filter((each) => each.module !== cls.module || each.name !== cls.name)
      const why = beyondState(policy, state, others) ?? beyondAttributes(policy, state)
      return why === undefined ? undefined : unlistedCall(call, cls, why)
    }
    default:
      return undefined
  }
}

/**
 * `copyreg._reconstructor` calls the constructor of its base, for which picklers write a built-in or compiled class
 * (Lib/copyreg.py).
 */
function beyondBase(policy: Policy, { callee, args }: Call): string | undefined {
  const [, base] = args
  const isBase = callee.kind === 'global' && callee.name === '_reconstructor' && base?.kind === 'global'
  return isBase && isUnknown(policy, base.module, base.name) ? 'it calls the constructor of an unknown class' : undefined
}

/** Judges a function of an unknown package that `partial` keeps with arguments of the file, for a later call. */
function judgePartial(policy: Policy, call: Call): Judgement | undefined {
  const [fn, ...rest] = call.via === 'build' ? partsOf(call.args[0]) : call.args
  if (fn?.kind !== 'global' || !isUnknown(policy, fn.module, fn.name)) return undefined
  // The construction of a class is judged when it is called.
  if (!isFunctionName(fn.name.replace(/\.__new__$/, ''))) return undefined
  if (beyondConstructor(policy, rest) === undefined) return undefined
  return unlistedCall(call, fn, `the name of ${renderValue(fn)} is that of a function, and what it does with these arguments is not known`)
}

/**
 * Returns the function of a partial object and its arguments from its state (Modules/_functoolsmodule.c,
 * partial_setstate).
 */
function partsOf(state: Preview | undefined): readonly Preview[] {
  if (state?.kind !== 'tuple') return []
  const [fn, args, named] = state.items
  const given = args?.kind === 'tuple' && !args.more ? args.items : args ? [args] : []
  const values = named?.kind === 'dict' && !named.more ? named.entries.map(([, value]) => value) : named ? [named] : []
  return fn ? [fn, ...given, ...values] : []
}

/** Judges callables that an object in an instance of an unknown class received after it was passed on. */
export function judgeLaterCallables(policy: Policy, later: Extract<Observation, { kind: 'later-callables' }>): Judgement {
  const { module, name } = later
  const full = `${module}.${name}`
  const harm = isUnknown(policy, module, name) ? later.callables.find((each) => isHarmfulName(policy, each)) : undefined
  if (harm === undefined) return fine(`${full}: what it receives later does no harm`)
  const why = `what it received can call ${label(harm)} later`
  return finding('pickle/unlisted-call', `Loading gives ${full} more than data: ${why}`, `${full} → ${label(harm)}`, why)
}

/** Returns the classes that a function of copyreg builds, and the arguments of their constructor (Lib/copyreg.py). */
function madeBy({ callee, args }: Call): { readonly classes: readonly CallableName[]; readonly args: readonly Preview[] } | undefined {
  const [cls, second, third] = args
  if (callee.kind !== 'global' || callee.module !== 'copyreg' || cls?.kind !== 'global') return undefined
  switch (callee.name) {
    case '__newobj__':
      return { classes: [cls], args: args.slice(1) }
    case '__newobj_ex__': {
      const given = second?.kind === 'tuple' && !second.more ? second.items : second ? [second] : []
      const isEmpty = third === undefined || (third.kind === 'dict' && third.entries.length === 0 && !third.more)
      return { classes: [cls], args: isEmpty ? given : [...given, third] }
    }
    case '_reconstructor': {
      const isPlain = second?.kind === 'global' && second.module === 'builtins' && second.name === 'object'
      return { classes: second?.kind === 'global' ? [cls, second] : [cls], args: isPlain || third === undefined ? [] : [third] }
    }
    default:
      return undefined
  }
}

function unlistedCall(call: Call, { module, name }: CallableName, why: string): Judgement {
  const text = renderCall(call.callee, call.args, call.via)
  return finding(
    'pickle/unlisted-call',
    `Loading runs ${text} from an unknown package: ${why}`,
    text,
    why,
    call.callee.kind === 'global' ? `${call.callee.module}.${call.callee.name}` : `${module}.${name}`,
  )
}

function label({ module, name }: CallableName): string {
  return module === '' ? 'functions of the file' : `${module}.${name}`
}
