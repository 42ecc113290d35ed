// Reads one key of a pickled state.
import type { Preview } from '../../facts/pickle.ts'

/**
 * What a state has under a key: the last entry, as a dict keeps it. `whole`: the state was read with all its keys. Otherwise nothing counts as found: an
 * entry that was not read may be a later one of the same name.
 */
export function stateEntry(state: Preview | undefined, key: string): { found: Preview | undefined; whole: boolean } {
  if (state?.kind === 'none') return { found: undefined, whole: true }
  // A name that is no whole literal may be the one that is looked for.
  if (state?.kind !== 'dict' || state.more || !state.entries.every(([name]) => name.kind === 'text' && name.text.length === name.length))
    return { found: undefined, whole: false }
  return { found: state.entries.filter(([name]) => name.kind === 'text' && name.text === key).at(-1)?.[1], whole: true }
}
