// Judges flair states that make transformers run the code of a remote model.
import type { Observation } from '../../facts/observation.ts'
import type { Preview } from '../../facts/pickle.ts'
import type { Judgement } from '../judge/judgement.ts'
import { finding } from '../judge/judgement.ts'
import { renderValue } from '../judge/render.ts'

type Call = Extract<Observation, { kind: 'call' }>

/** Keyword arguments within a state, of those within them. */
const MAX_DEPTH = 3

/**
 * flair's embeddings call their constructor with their state (flair/embeddings/transformer.py, `__setstate__`), which gives what it does not know to
 * `from_pretrained` of transformers: with `trust_remote_code` that runs Python code of the folder or repository that the state names. Undefined for every
 * other call.
 */
export function judgeRemoteCode({ callee, args, via }: Call): Judgement | undefined {
  if (via !== 'build' || callee.kind !== 'global' || !/^flair\.embeddings\b/.test(callee.module)) return undefined
  const [state] = args
  if (state?.kind !== 'dict' || !trustsIn(state, MAX_DEPTH)) return undefined
  const model = state.entries.find(([key]) => key.kind === 'text' && /^(?:base_)?model(?:_name)?$/.test(key.text))?.[1]
  const text = `${callee.module}.${callee.name}(…).__setstate__({'model': ${model ? renderValue(model) : '…'}, 'trust_remote_code': …})`
  const why = 'its state makes transformers run the code of a model'
  return finding('pickle/dangerous-call', `Loading runs ${text}: ${why}`, text, why, `${callee.module}.${callee.name}`)
}

function trustsIn(value: Preview, depth: number): boolean {
  if (value.kind !== 'dict' || depth === 0) return false
  return value.entries.some(([key, of]) =>
    key.kind === 'text' && key.text === 'trust_remote_code' ? !isFalse(of) : trustsIn(of, depth - 1),
  )
}

function isFalse(value: Preview): boolean {
  return value.kind === 'none' || (value.kind === 'bool' && !value.value)
}
