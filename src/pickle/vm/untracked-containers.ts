import type { CallableSet } from '../value/callables.ts'
import { joinCallables } from '../value/callables.ts'
import type { Value } from '../value/values.ts'
import { DICT, Dict, LIST, SET, Sequence } from '../value/values.ts'

/** Entries that are kept of all dicts together: a hostile file needs one. */
const MAX_METHODS = 64

/**
 * In a large file an empty container is no more than its kind. When it is filled with objects after the memo was given it, the memo still knows the kind
 * alone. So that nothing hides there, what any of them was given counts for each that comes back from the memo.
 */
export class UntrackedContainers {
  /** Something was put into one that holds names, or is a method of its own. */
  isFilled = false
  /** The memo gave one. */
  isFetched = false
  private callables: CallableSet | undefined
  private readonly methods: Value[] = []

  /** One was filled; `made` stands in its place on the stack. `methods`: pairs that `Calls.ownMethod` finds. */
  filled(made: Dict | Sequence | undefined, callables: CallableSet | undefined, methods: readonly Value[]): void {
    if (made !== undefined) made.callables = callables
    if (callables === undefined && methods.length === 0) return
    this.isFilled = true
    this.callables = joinCallables(this.callables, callables)
    if (this.methods.length < 2 * MAX_METHODS) this.methods.push(...methods)
  }

  /** What the memo gave, as it may be. */
  seen(value: Value): Value {
    const made = value === DICT ? new Dict([...this.methods], true) : undefined
    const seen = made ?? (value === LIST || value === SET ? new Sequence(value === LIST ? 'list' : 'set', [], true) : undefined)
    if (seen === undefined) return value
    seen.callables = this.callables
    return seen
  }
}
