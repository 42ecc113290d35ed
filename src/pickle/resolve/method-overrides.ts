// Finds entries of a state that override methods of the instance, or let a library run the code of a model.
import { isCalledWhileLoading } from '../../types/loading-methods.ts'
import { callablesOf } from '../value/callables.ts'
import { isLazy, lazyLength } from '../value/literal-codes.ts'
import type { ReadLiteral } from '../value/text.ts'
import type { Value } from '../value/values.ts'
import { Dict, FALSE, GlobalRef, NONE, Result, Sequence } from '../value/values.ts'
import { resolveText } from './evaluate.ts'

/** Maximum number of method overrides in one state. */
const MAX_METHODS = 64
/** Maximum number of values of one state, and of all states together, that are searched. */
const MAX_SEARCHED = 2 ** 14
const MAX_SEARCHED_ALL = 2 ** 30
/** Number of values of one state that a preview shows for sure. */
const SHOWN = 60
/** Maximum length of the name of a method that is called while loading, with room for escapes. */
const MAX_METHOD = 80

/** Maximum number of entries of one state that are reported by themselves. */
const MAX_REPORTED_ENTRIES = 32
const TRUST = 'trust_remote_code'

/** Finds what a state puts in the place of the methods of an instance, so that an opcode or the program calls it. */
export class MethodOverrides {
  /** Set when a limit is passed; the machine stops there. */
  limit: string | undefined
  private searched = 0
  private readonly read: ReadLiteral

  constructor(read: ReadLiteral) {
    this.read = read
  }

  /**
   * Returns the method that an entry of a state overrides and that an opcode calls; an empty text where the key is
   * computed, undefined for all other entries. An entry that lets a library run code from elsewhere counts, too.
   */
  methodOf(key: Value, value: Value): string | undefined {
    if (this.isTrust(key)) return value === FALSE || value === NONE ? undefined : TRUST
    if (!(value instanceof GlobalRef || value instanceof Result)) return undefined
    if (isLazy(key) && lazyLength(key) > MAX_METHOD) return undefined
    const name = resolveText(key, this.read)
    if (name === undefined) return key instanceof Result ? '' : undefined
    return name === 'args' || isCalledWhileLoading(name) ? name : undefined
  }

  /**
   * Returns entries of a large state that carry callables, each by itself: a preview of the state shows only its first
   * entries.
   */
  entriesWithCallables(state: Value): Value[][] {
    if (!(state instanceof Dict) || state.callables === undefined) return []
    let nodes = 0
    for (const value of state.entries)
      nodes +=
        value instanceof Dict ? value.entries.length : value instanceof Sequence ? value.items.length : value instanceof Result ? 4 : 1
    const found: Value[][] = []
    if (nodes < SHOWN) return found
    for (let at = 0; at + 1 < state.entries.length && found.length < MAX_REPORTED_ENTRIES; at += 2) {
      const pair = state.entries.slice(at, at + 2)
      if (pair.some((value) => callablesOf(value) !== undefined)) found.push(pair)
    }
    return found
  }

  /**
   * Whether this is the key `trust_remote_code`, with which transformers runs the code of a model: its value is no
   * object.
   */
  isTrust(key: Value): boolean {
    return isLazy(key) && lazyLength(key) === TRUST.length && resolveText(key, this.read) === TRUST
  }

  /**
   * Finds the entries of a state for which `methodOf` returns a name, also in mappings inside it. For an attribute that
   * a class does not have, `__getattr__` may search a mapping of its state, as torch’s modules do, whether that is a
   * dict or was built by a call. Level by level, since these lie near. The last pair of each name is enough. `hidden`:
   * one of them is where a preview of the state does not show it. `owner`: the instance, which is noted in the mappings
   * of its state.
   */
  inState(state: Value, owner?: Value): { readonly found: ReadonlyMap<string, readonly [Value, Value]>; readonly hidden: boolean } {
    const found = new Map<string, readonly [Value, Value]>()
    let seen = 0
    const queue: Value[] = typeof state === 'object' ? [state] : []
    for (let at = 0; at < queue.length && seen < MAX_SEARCHED; at++) {
      const value = queue[at]
      if (typeof value !== 'object') continue
      if (value instanceof Dict && owner instanceof Result) value.owner ??= owner
      const items =
        value instanceof Dict ? value.entries : value instanceof Sequence ? value.items : value instanceof Result ? value.args : []
      const pairs = value instanceof Dict || (value instanceof Sequence && items.length === 2)
      for (let item = 0; item < items.length; item++) {
        const child = items[item] ?? NONE
        const key = pairs && item % 2 === 1 ? (items[item - 1] ?? NONE) : undefined
        const name = key === undefined ? undefined : this.methodOf(key, child)
        // Further down, a computed key means nothing: pairs of arrays are pairs, too.
        if (key !== undefined && name !== undefined && (name !== '' || at === 0) && found.size < MAX_METHODS)
          found.set(name === '' ? `#${found.size}` : name, [key, child])
        if (typeof child === 'object') queue.push(child)
      }
      seen += items.length
      this.searched += items.length
    }
    if (this.searched > MAX_SEARCHED_ALL) this.limit ??= 'more states of instances are built than are searched for methods'
    return { found, hidden: found.size > 0 && seen > SHOWN }
  }
}
