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

/**
 * A state that gives an instance such a method: the next BUILD, APPENDS or ADDITEMS, or a builder, calls it without a REDUCE of its own. Functions
 * and classes that are harmless whatever they are given do not count. Undefined for every other call.
 */
export function judgeOwnMethod(call: Call): Judgement | undefined {
  if (call.how !== 'build') return undefined
  const [state] = call.args
  for (const part of state?.kind === 'tuple' ? state.items : [state]) {
    if (part?.kind !== 'dict') continue
    for (const [key, value] of part.entries) {
      if (key.kind !== 'text' || !CALLED_WHILE_LOADING.has(key.text) || !isHarmful(value)) continue
      const why = `${key.text.startsWith('__arrow') ? 'PyArrow' : 'the next opcode'} calls ${renderValue(value)} as ${key.text}`
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
