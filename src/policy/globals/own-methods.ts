import type { Observation, Preview } from '../../types/observation.ts'
import type { Judgement } from '../judgement.ts'
import { finding } from '../judgement.ts'
import { renderCall, renderValue } from '../render.ts'
import { lookup } from './lookup.ts'

type Call = Extract<Observation, { kind: 'call' }>

/** Methods that opcodes look up in the instance itself (Modules/_pickle.c: load_build, do_append, load_additems): a state can put any function there. */
const CALLED_BY_OPCODES = new Set(['__setstate__', 'append', 'extend', 'add'])

/**
 * A state that gives an instance such a method: the next BUILD, APPENDS or ADDITEMS calls it, with arguments of the file and without a REDUCE. Functions
 * and classes that are harmless whatever they are given do not count. Undefined for every other call.
 */
export function judgeOwnMethod(call: Call): Judgement | undefined {
  if (call.how !== 'build') return undefined
  const [state] = call.args
  for (const part of state?.kind === 'tuple' ? state.items : [state]) {
    if (part?.kind !== 'dict') continue
    for (const [key, value] of part.entries) {
      if (key.kind !== 'text' || !CALLED_BY_OPCODES.has(key.text) || !isHarmful(value)) continue
      const why = `the next opcode calls ${renderValue(value)} as ${key.text}`
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
