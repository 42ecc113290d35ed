import type { Preview } from '../../types/observation.ts'

/**
 * What a state has under a key: the last entry, as a dict keeps it. `whole`: the state was read with all its keys, so that what was not found is not there.
 */
export function stateEntry(state: Preview | undefined, key: string): { found: Preview | undefined; whole: boolean } {
  if (state?.kind === 'none') return { found: undefined, whole: true }
  if (state?.kind !== 'dict') return { found: undefined, whole: false }
  const entry = state.entries.filter(([name]) => name.kind === 'text' && name.text === key).at(-1)
  // A name that is no whole literal may be the one that is looked for.
  const readable = state.entries.every(([name]) => name.kind === 'text' && name.text.length === name.length)
  return { found: entry?.[1], whole: !state.more && readable }
}
