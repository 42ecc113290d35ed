// Follows callables through containers of which the memo of a large file keeps no more than the kind.
import type { CallableSet } from '../value/callables.ts'
import { joinCallables } from '../value/callables.ts'
import type { Value } from '../value/values.ts'
import { DICT, Dict, LIST, SET, Sequence } from '../value/values.ts'

/** Maximum number of method overrides that are kept for all these dicts together: a hostile file needs one. */
const MAX_METHODS = 64

/**
 * In a large file, the memo keeps of an empty container that it is a list, set or dict, and no contents. The file can
 * fill it later. So every such container that comes back from the memo counts as having all the callables that any of
 * them got.
 */
export class UntrackedContainers {
  /** One of them was filled with something that carries callables or overrides a method. */
  isFilled = false
  /** One of them came back from the memo. */
  isFetched = false
  private callables: CallableSet | undefined
  private readonly methods: Value[] = []

  /**
   * Records that one was filled. `made`: the container that takes its place on the stack. `methods`: pairs that
   * `MethodOverrides.methodOf` finds.
   */
  filled(made: Dict | Sequence | undefined, callables: CallableSet | undefined, methods: readonly Value[]): void {
    if (made !== undefined) made.callables = callables
    if (callables === undefined && methods.length === 0) return
    this.isFilled = true
    this.callables = joinCallables(this.callables, callables)
    if (this.methods.length < 2 * MAX_METHODS) this.methods.push(...methods)
  }

  /** Returns what a kind from the memo may be by now. */
  seen(value: Value): Value {
    const made = value === DICT ? new Dict([...this.methods], true) : undefined
    const seen = made ?? (value === LIST || value === SET ? new Sequence(value === LIST ? 'list' : 'set', [], true) : undefined)
    if (seen === undefined) return value
    seen.callables = this.callables
    return seen
  }
}
