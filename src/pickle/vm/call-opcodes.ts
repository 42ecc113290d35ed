// Interprets the opcodes that import names and call them.
import type { Calls } from '../emit/calls.ts'
import type { CallableSet } from '../value/callables.ts'
import { callablesOf } from '../value/callables.ts'
import type { Value } from '../value/values.ts'
import { Dict, DROPPED, EXTENSION, MAX_ITEMS, Result, UNKNOWN } from '../value/values.ts'
import type { Stack } from './stack.ts'
import type { State } from './state.ts'

/** Interprets the opcodes that import names and call them. `offset` is always that of the opcode. */
export class CallOpcodes {
  private readonly state: State
  private readonly stack: Stack
  private readonly calls: Calls

  constructor(state: State) {
    this.state = state
    this.stack = state.stack
    this.calls = state.calls
  }

  /** GLOBAL. */
  global(module: string, name: string, offset: number): void {
    this.stack.push(this.calls.imports.named(module, name, false, offset))
    this.checkCalls(offset)
  }

  /** STACK_GLOBAL. */
  stackGlobal(offset: number): void {
    if (!this.state.has(2, offset)) return
    const name = this.stack.pop()
    const module = this.stack.pop()
    if (name === DROPPED || module === DROPPED)
      return this.state.broken('limit', 'the memo grew past its limit, and an imported name was in it', offset)
    this.stack.push(this.calls.imports.fromValues(module, name, offset))
    this.checkCalls(offset)
  }

  /** REDUCE and NEWOBJ: a callable and its arguments. */
  reduce(via: 'reduce' | 'newobj', offset: number): void {
    if (!this.state.has(2, offset)) return
    const given = this.stack.pop()
    const result = this.calls.call(this.stack.top(), this.argumentsOf(given, offset), via, offset)
    this.addAllCallables(result, callablesOf(given), offset)
    this.stack.replaceTop(result)
    this.checkCalls(offset)
  }

  /** NEWOBJ_EX: keyword arguments are judged as one more positional argument. */
  newobjEx(offset: number): void {
    if (!this.state.has(3, offset)) return
    const keywords = this.stack.pop()
    const given = this.stack.pop()
    const args = this.argumentsOf(given, offset)
    const none = keywords instanceof Dict && keywords.entries.length === 0 && !keywords.more
    const result = this.calls.call(this.stack.top(), none ? args : [...args, keywords], 'newobj', offset)
    this.addAllCallables(result, callablesOf(given), offset)
    this.stack.replaceTop(result)
  }

  /** OBJ: the class is the first value above the mark. */
  obj(offset: number): void {
    const start = this.state.popMark(offset)
    if (start < 0) return
    if (start >= this.stack.depth) return this.state.broken('malformed', 'OBJ has no class', offset)
    const callables = this.state.collectCallables(start + 1, offset)
    const args = this.argumentsFrom(start + 1)
    const result = this.calls.call(this.stack.at(start), args, 'obj', offset)
    this.addAllCallables(result, callables, offset)
    this.stack.depth = start
    this.stack.push(result)
  }

  /** INST: the C unpickler asks for the mark first, the pure-Python one imports first. */
  inst(module: string, name: string, offset: number): void {
    const callee = this.calls.imports.named(module, name, false, offset)
    const start = this.state.popMark(offset)
    if (start < 0) return
    const callables = this.state.collectCallables(start, offset)
    const args = this.argumentsFrom(start)
    this.stack.depth = start
    const result = this.calls.call(callee, args, 'inst', offset)
    this.addAllCallables(result, callables, offset)
    this.stack.push(result)
    this.checkCalls(offset)
  }

  /** EXT1, EXT2 and EXT4. */
  extension(code: number, offset: number): void {
    this.calls.extension(code, offset)
    this.stack.pushCode(EXTENSION)
  }

  /**
   * A call is reported with its first arguments; this adds the callables of all of them to its result. What the call
   * returned may be no result of its own, but a name or a module.
   */
  private addAllCallables(result: Value, callables: CallableSet | undefined, offset: number): void {
    if (callables !== undefined && result instanceof Result && result.args.length >= MAX_ITEMS)
      this.calls.addCallables(result, callables, offset)
  }

  /**
   * Returns the arguments in a tuple. The pure-Python unpickler takes any iterable: a list counts as a tuple, and an
   * instance is iterated.
   */
  private argumentsOf(args: Value, offset: number): readonly Value[] {
    if (typeof args === 'object' && 'items' in args) return args.more ? [...args.items, UNKNOWN] : args.items
    if (typeof args === 'object') this.calls.emitter.oddity('computed-arguments', 'the arguments are an object that is not a tuple', offset)
    return [UNKNOWN]
  }

  /** Returns the arguments on the stack; where there are more than are kept, the last is unknown. */
  private argumentsFrom(start: number): readonly Value[] {
    const { stack } = this
    const end = Math.min(stack.depth, start + MAX_ITEMS)
    return end < stack.depth ? [...stack.slice(start, end), UNKNOWN] : stack.slice(start, end)
  }

  private checkCalls(offset: number): void {
    if (this.calls.limit !== undefined) this.state.broken('limit', this.calls.limit, offset)
  }
}
