// Reads the function and arguments of a `functools.partial` out of its state.
import type { Value } from './values.ts'
import { Dict, NONE, Sequence, UNKNOWN } from './values.ts'

/** Whether this is `functools.partial`, which keeps a function with its arguments. */
export function isPartial(name: string): boolean {
  return name === 'functools.partial' || name === '_functools.partial'
}

/**
 * Returns the function of a partial object and its arguments, as a state of it names them (Modules/_functoolsmodule.c,
 * partial_setstate).
 */
export function partialOf(state: Value): readonly Value[] {
  if (!(state instanceof Sequence) || state.items.length !== 4) return [UNKNOWN]
  const [fn = UNKNOWN, args = UNKNOWN, keywords = NONE] = state.items
  const given = args instanceof Sequence && !args.more ? args.items : [UNKNOWN]
  const named = keywords === NONE || (keywords instanceof Dict && keywords.entries.length === 0 && !keywords.more) ? [] : [keywords]
  return [fn, ...given, ...named]
}
