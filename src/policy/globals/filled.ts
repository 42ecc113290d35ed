// Judges items that are put into an instance which is not a container.
import type { Observation } from '../../facts/observation.ts'
import type { Judgement } from '../judge/judgement.ts'
import { finding } from '../judge/judgement.ts'
import { renderCall } from '../judge/render.ts'
import { isContainer } from './collections.ts'
import { lookup } from './lookup.ts'

type Call = Extract<Observation, { kind: 'call' }>

/**
 * Items put into an instance that is no container: `__setitem__` of frames calls a key that can be called, that of torch's `ParameterDict` sets attributes,
 * `__class__` among them, and `add` of what is no set may do anything (Numba's evaluates a text). No pickler writes such items: those of sets only go into
 * sets that an opcode made (Modules/_pickle.c: save_set). Undefined for every other call.
 */
export function judgeFilled({ callee, args, via }: Call): Judgement | undefined {
  if ((via !== 'setitem' && via !== 'append' && via !== 'additems') || callee.kind !== 'global' || callee.computed) return undefined
  const { module, name } = callee
  const use = lookup.safeUse(module, name)
  const isKnown = (use === 'class' || use === 'call') && lookup.libraryOf(module) !== 'unknown'
  if (isContainer(module, name) || (via !== 'additems' && !isKnown)) return undefined
  const text = renderCall(callee, args, via)
  return finding(
    'pickle/unsafe-arguments',
    `Loading puts items into an object that is not a container: ${text}`,
    text,
    'no pickler writes this',
    `${module}.${name}`,
  )
}
