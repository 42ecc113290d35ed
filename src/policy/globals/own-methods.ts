// Judges states that replace a method which is called while loading.
import type { Observation } from '../../facts/observation.ts'
import type { Preview } from '../../facts/pickle.ts'
import { isCalledWhileLoading } from '../../types/loading-methods.ts'
import type { Judgement } from '../judge/judgement.ts'
import { finding } from '../judge/judgement.ts'
import { renderCall, renderValue } from '../judge/render.ts'
import { isHarmlessValue } from './harmless.ts'
import { lookup } from './lookup.ts'
import { isValueClass } from './taken-apart.ts'

type Call = Extract<Observation, { kind: 'call' }>

/** Those that opcodes call (Modules/_pickle.c: load_build, do_append, load_additems). */
const OPCODE_METHODS = new Set(['__setstate__', 'append', 'extend', 'add'])

/** Types and functions that make a text. */
const TEXTS = /^(?:str_?|unicode_?|UserString|add|concat|join|decode|format|getattr|chr|str\..*)$/

/**
 * A state that gives an instance a method that is called while loading, without a REDUCE of its own: by the next opcode, or by the library. Functions
 * and classes that are harmless whatever they are given do not count. Undefined for every other call.
 */
export function judgeOwnMethod(call: Call): Judgement | undefined {
  if (call.via !== 'build' && call.via !== 'setitem') return undefined
  for (const entries of entriesOf(call)) {
    for (const [key, value] of entries) {
      if (isNewClass(key, value)) {
        const why = `its class becomes ${renderValue(value)}, so that what is known of the first does not hold`
        const text = renderCall(call.callee, call.args, call.via)
        return finding('pickle/unsafe-arguments', `Loading gives an object another class: ${text}`, text, why)
      }
      if (!isReadyMethod(key, value)) continue
      const by =
        key.kind === 'text' && key.text.startsWith('__arrow')
          ? 'PyArrow'
          : OPCODE_METHODS.has(key.kind === 'text' ? key.text : '')
            ? 'a later opcode'
            : 'the library'
      const why = `${by} calls ${renderValue(value)} as ${renderValue(key)}`
      return finding(
        'pickle/unsafe-arguments',
        `Loading replaces a method of an object: ${why}`,
        renderCall(call.callee, call.args, call.via),
        why,
      )
    }
  }
  return undefined
}

/** The entries of a state, or of a mapping that is filled and can become one. */
function entriesOf({ via, args }: Call): readonly Entries[] {
  if (via === 'setitem') return [args.flatMap((key, at) => (at % 2 === 0 && args[at + 1] ? [[key, args[at + 1] as Preview] as const] : []))]
  return args[0] ? withInner(args[0]) : []
}

type Entries = readonly (readonly [Preview, Preview])[]

/**
 * The entries of every mapping in a state, dict or list of pairs, also where a call makes the mapping of them: `__getattr__` of torch's modules, and of
 * others, looks in `_modules` and the like. A preview is bounded.
 */
function withInner(state: Preview): readonly Entries[] {
  if (state.kind === 'dict') return [state.entries, ...state.entries.flatMap(([, value]) => withInner(value))]
  if (state.kind === 'result') return state.args.flatMap(withInner)
  if (!('items' in state)) return []
  const [key, value] = state.items
  return state.items.length === 2 && key && value
    ? [[[key, value]], ...withInner(key), ...withInner(value)]
    : state.items.flatMap(withInner)
}

/** Is it an entry that makes something of the file a method that is called while loading? */
export function isReadyMethod(key: Preview, value: Preview): boolean {
  return (mayBeMethod(key) && isHarmful(value)) || (key.kind === 'text' && isOpcodeMethod(key.text) && canCall(value))
}

/** A key that names such a method, or that the file computes. */
function mayBeMethod(key: Preview): boolean {
  return key.kind === 'text'
    ? isCalledWhileLoading(key.text)
    : key.kind === 'result' && key.callee.kind === 'global' && TEXTS.test(key.callee.name)
}

/** Attributes that are set one by one (the second half of a state, items of a mapping that keeps them as attributes) can replace the class itself. */
function isNewClass(key: Preview, value: Preview): boolean {
  return key.kind === 'text' && key.text === '__class__' && (value.kind === 'global' || value.kind === 'result' || value.kind === 'unknown')
}

/** Those that Python calls by itself, under names that no layer or entry of a mapping has. */
function isOpcodeMethod(name: string): boolean {
  return name === 'append' || name === 'extend' || (name.startsWith('__') && isCalledWhileLoading(name))
}

/** An instance of any package that, when it is called, may call what it holds. */
export function canCall(value: Preview): boolean {
  if (value.kind !== 'result' || (value.callee.kind === 'global' && isValueClass(value.callee.module))) return false
  return value.callables?.some(({ module, name }) => !isHarmlessValue(module, name)) ?? false
}

/** Can it be called, and is it not known to do no harm? */
function isHarmful(value: Preview): boolean {
  if (value.kind === 'global') {
    const use = lookup.safeUse(value.module, value.name)
    // What a constructor does is known of the classes of known libraries only: SymPy's evaluate texts.
    return use !== 'reference' && use !== 'call' && (use !== 'class' || lookup.libraryOf(value.module) === 'unknown')
  }
  if (value.kind !== 'result' || value.callee.kind !== 'global') return false
  const { module, name } = value.callee
  // Instances can be called, too, and do what their state says. Modules are called what their owner likes, and have a method of their own for it.
  if (
    value.hasState &&
    !isValueClass(module) &&
    !/^torch(?:\.ao)?\.nn\.(?!modules\.module$)/.test(module) &&
    /^(?:class|attributes-only-callable)$/.test(lookup.safeUse(module, name) ?? '')
  )
    return true
  if (name === 'partial') return value.args[0] === undefined || isHarmful(value.args[0])
  return (module === 'builtins' && name === 'getattr') || (module === 'operator' && name === 'methodcaller')
}
