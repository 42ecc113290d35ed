import type { Observation, Preview } from '../../types/observation.ts'
import type { Judgement } from '../judgement.ts'
import { finding } from '../judgement.ts'
import { renderCall, renderValue } from '../render.ts'
import { lookup } from './lookup.ts'

type Call = Extract<Observation, { kind: 'call' }>

/**
 * Methods that are looked up in the instance itself, so that a state can put any function there: by opcodes (Modules/_pickle.c: load_build, do_append,
 * load_additems) and by the builders of PyArrow (array.pxi, table.pxi and types.pxi ask for them with `hasattr`).
 */
const CALLED_WHILE_LOADING = new Set(
  `__setstate__ append extend add __arrow_array__ __arrow_c_array__ __arrow_c_device_array__ __arrow_c_schema__ __arrow_c_stream__`.split(
    ' ',
  ),
)

/** Types and functions that make a text. */
const TEXTS = /^(?:str_?|unicode_?|UserString|add|concat|join|decode|format|getattr|chr|str\..*)$/

/**
 * A state that gives an instance such a method: the next BUILD, APPENDS or ADDITEMS, or a builder, calls it without a REDUCE of its own. Functions
 * and classes that are harmless whatever they are given do not count. Undefined for every other call.
 */
export function judgeOwnMethod(call: Call): Judgement | undefined {
  if (call.how !== 'build' && call.how !== 'setitem') return undefined
  for (const entries of entriesOf(call)) {
    for (const [key, value] of entries) {
      if (!mayBeMethod(key) || !isHarmful(value)) continue
      const by = key.kind === 'text' && key.text.startsWith('__arrow') ? 'PyArrow' : 'a later opcode'
      const why = `${by} calls ${renderValue(value)} as ${renderValue(key)}`
      return finding(
        'pickle/unsafe-arguments',
        `Loading gives an object a method of its own: ${why}`,
        renderCall(call.callee, call.args, call.how),
        why,
      )
    }
  }
  return undefined
}

/** The entries of a state, or of a mapping that is filled and can become one. */
function entriesOf({ how, args }: Call): readonly Entries[] {
  if (how === 'setitem') return [args.flatMap((key, at) => (at % 2 === 0 && args[at + 1] ? [[key, args[at + 1] as Preview] as const] : []))]
  const [state] = args
  return (state?.kind === 'tuple' ? state.items : [state]).flatMap((part) => (part ? withInner(part) : []))
}

type Entries = readonly (readonly [Preview, Preview])[]

/** A mapping's entries and those of the mappings in it: `__getattr__` of torch's modules, and of others, looks in `_modules` and the like. */
function withInner(state: Preview): readonly Entries[] {
  return state.kind === 'dict' ? [state.entries, ...state.entries.flatMap(([, value]) => withInner(value))] : []
}

/** A key that names such a method, or that the file computes. */
function mayBeMethod(key: Preview): boolean {
  return key.kind === 'text'
    ? CALLED_WHILE_LOADING.has(key.text)
    : key.kind === 'result' && key.callee.kind === 'global' && TEXTS.test(key.callee.name)
}

/** Can it be called, and is it not known to do no harm? */
function isHarmful(value: Preview): boolean {
  if (value.kind === 'global') {
    const use = lookup.safeUse(value.module, value.name)
    return use !== 'reference' && use !== 'call' && use !== 'class'
  }
  if (value.kind !== 'result' || value.callee.kind !== 'global') return false
  const { module, name } = value.callee
  if (name === 'partial') return value.args[0] === undefined || isHarmful(value.args[0])
  return (module === 'builtins' && name === 'getattr') || (module === 'operator' && name === 'methodcaller')
}
