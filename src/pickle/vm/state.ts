// Stack, marks and memo of one pickle stream, moved as CPython moves them.
import type { IncompleteReason } from '../../bytes/errors.ts'
import type { Calls } from '../emit/calls.ts'
import type { CallableSet } from '../value/callables.ts'
import { ANY, callablesOf, joinCallables } from '../value/callables.ts'
import type { Dict, Sequence, Value } from '../value/values.ts'
import { DROPPED, GlobalRef, LIST, OBJECT, SET, UNKNOWN } from '../value/values.ts'
import { Marks } from './marks.ts'
import { CHUNK, Memo, OBJECTS } from './memo.ts'
import { MAX_STACK, Stack } from './stack.ts'
import { UntrackedContainers } from './untracked-containers.ts'

/** How a stream ended. */
export type Ending =
  | { readonly kind: 'stop'; readonly value: Value; readonly offset: number }
  | { readonly kind: 'broken'; readonly why: IncompleteReason; readonly detail: string; readonly offset: number }

/**
 * Smallest memo index that is reported: it makes old unpicklers allocate gigabytes (gh-115952), and real files count up
 * from 0.
 */
const HUGE_INDEX = 2 ** 26

/**
 * Stack, marks and memo of one stream, moved as CPython’s C unpickler moves them (Modules/_pickle.c). `offset` is
 * always that of the opcode. A step that no unpickler survives sets `ending`.
 */
export class State {
  ending: Ending | undefined
  readonly stack = new Stack()
  readonly calls: Calls
  readonly memo = new Memo()
  readonly untracked = new UntrackedContainers()
  private readonly marks = new Marks()
  /** Stack height below which nothing may be popped: that of the last mark. */
  fence = 0
  private hugeIndexNoted = false

  constructor(calls: Calls) {
    this.calls = calls
  }

  /** Passes the arrays of stack and memo to the next stream. Only `ending` may be read afterwards. */
  release(): void {
    this.stack.release()
    this.memo.release()
  }

  /** Whether `count` values can be taken; otherwise the stream ends. */
  has(count: number, offset: number): boolean {
    if (this.stack.depth - count >= this.fence) return true
    this.broken('malformed', 'an opcode takes more from the stack than is there', offset)
    return false
  }

  /** MARK. */
  mark(offset: number): void {
    if (this.marks.count >= MAX_STACK) return this.tooDeep(offset)
    this.marks.push(this.stack.depth)
    this.fence = this.stack.depth
  }

  /** Removes the last mark and returns its stack height; −1 where there is none. */
  popMark(offset: number): number {
    const start = this.marks.pop()
    if (start === undefined) {
      this.broken('malformed', 'an opcode needs a MARK and there is none', offset)
      return -1
    }
    this.fence = this.marks.top()
    return start
  }

  /** GET, BINGET, LONG_BINGET: pushes the value of a memo slot. */
  get(index: number, offset: number): void {
    const { stack } = this
    const chunk = this.memo.chunkOf(index)
    const slot = index & (CHUNK - 1)
    if (chunk !== undefined && slot < chunk.length && (chunk[slot] ?? Number.NaN) > OBJECTS) {
      stack.codes[stack.depth++] = chunk[slot] ?? UNKNOWN
      const kept = stack.codes[stack.depth - 1] ?? UNKNOWN
      if (kept >= LIST && kept <= SET) this.fetched(kept)
      return
    }
    const code = this.memo.codeAt(index)
    if (Number.isNaN(code)) return this.broken('malformed', `memo entry ${index} was never stored`, offset)
    const object = this.memo.objectOf(code)
    if (object !== undefined) return stack.push(object)
    stack.pushCode(code)
    if (code >= LIST && code <= SET) this.fetched(code)
  }

  /**
   * Records that the memo returned a container of which it has only the kind: that container may be part of another
   * object already.
   */
  private fetched(kind: number): void {
    this.untracked.isFetched = true
    if (this.untracked.isFilled) this.stack.replaceTop(this.untracked.seen(kind))
  }

  /** Records that a container was filled of which the stack or the memo has only the kind. */
  filledUntracked(made: Dict | Sequence | undefined, callables: CallableSet | undefined, methods: readonly Value[], offset: number): void {
    this.untracked.filled(made, callables, methods)
    if (callables !== undefined && this.untracked.isFetched) this.calls.later.add(callables, offset)
  }

  /** PUT, BINPUT, LONG_BINPUT. */
  put(index: number, offset: number): void {
    if (!this.has(1, offset)) return
    if (index >= HUGE_INDEX && !this.hugeIndexNoted) {
      this.hugeIndexNoted = true
      this.calls.emitter.oddity('huge-memo-index', `memo index ${index}`, offset)
    }
    const { stack, memo } = this
    const top = stack.depth - 1
    if (stack.codes[top] === OBJECT) return memo.put(index, stack.top())
    const chunk = memo.chunkOf(index)
    const slot = index & (CHUNK - 1)
    if (chunk !== undefined && slot < chunk.length) {
      if (Number.isNaN(chunk[slot])) memo.count++
      chunk[slot] = stack.codes[top] ?? UNKNOWN
    } else memo.putCode(index, stack.codeAt(top))
  }

  /** MEMOIZE: the next index. */
  memoize(offset: number): void {
    this.put(this.memo.count, offset)
  }

  /** POP: removes a value, or a mark that is on top. */
  pop(offset: number): void {
    if (this.marks.count > 0 && this.fence === this.stack.depth) this.popMark(offset)
    else if (this.has(1, offset)) this.calls.discarded(this.stack.pop(), offset)
  }

  /** POP_MARK. */
  popToMark(offset: number): void {
    const start = this.popMark(offset)
    if (start < 0) return
    for (let item = start; item < this.stack.depth; item++) this.calls.discarded(this.stack.at(item), offset)
    this.stack.depth = start
  }

  /** DUP. */
  duplicate(offset: number): void {
    if (this.has(1, offset)) this.stack.push(this.stack.top())
  }

  /**
   * Takes note that all values from `start` on become part of an object that may call them, and returns their
   * callables. `quiet`: imported names are not reported as escaping.
   */
  collectCallables(start: number, offset: number, quiet = false): CallableSet | undefined {
    const { stack } = this
    let callables: CallableSet | undefined
    for (let index = start; index < stack.depth; index++) {
      const code = stack.codeAt(index)
      if (code === DROPPED) callables = joinCallables(callables, ANY)
      if (code !== OBJECT) continue
      const object = stack.at(index)
      if (typeof object !== 'object') continue
      if (object instanceof GlobalRef && !quiet) this.calls.escape(object, offset)
      if ('isShared' in object) object.isShared = true
      callables = joinCallables(callables, callablesOf(object))
    }
    return callables
  }

  /** STOP: calls that are still below the result were made for their effect alone. */
  stop(offset: number): void {
    if (!this.has(1, offset)) return
    const value = this.stack.pop()
    for (let item = 0; item < this.stack.depth; item++)
      if (this.stack.codeAt(item) === OBJECT) this.calls.discarded(this.stack.at(item), offset)
    this.ending = { kind: 'stop', value, offset }
  }

  /** Ends the stream before its STOP. The first reason is kept. */
  broken(why: IncompleteReason, detail: string, offset: number): void {
    this.ending ??= { kind: 'broken', why, detail, offset }
  }

  /** Ends the stream because its stack is higher than any pickler makes one. */
  tooDeep(offset: number): void {
    this.broken('limit', `the stack grew past ${this.stack.room} entries`, offset)
  }
}
