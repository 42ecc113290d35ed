// Sends the observations of one pickle stream to the listener.
import type { Observation } from '../../facts/observation.ts'
import type { CallOpcode, PickleOddity, Silence } from '../../facts/pickle.ts'
import type { CallableSet } from '../value/callables.ts'
import { callablesOfAll, joinCallables } from '../value/callables.ts'
import { callableNames, calleeOf, previewOf } from '../value/preview.ts'
import type { ReadLiteral } from '../value/text.ts'
import type { GlobalRef, Value } from '../value/values.ts'
import type { PickleListener } from '../vm/listener.ts'

/**
 * Sends the observations of one stream to the listener, each with the number of the stream, and with the opcode where
 * its byte is in memory.
 */
export class FactEmitter {
  readonly listener: PickleListener
  readonly stream: number
  /** Callables that objects got after they had become part of others: any instance with a state may have them now. */
  escapedCallables: CallableSet | undefined
  private readonly read: ReadLiteral
  private readonly opcodeAt: (offset: number) => string | undefined

  /** `opcodeAt`: returns the name of the opcode at an offset, where its byte is in memory. */
  constructor(listener: PickleListener, read: ReadLiteral, stream: number, opcodeAt: (offset: number) => string | undefined) {
    this.listener = listener
    this.read = read
    this.stream = stream
    this.opcodeAt = opcodeAt
  }

  /**
   * Adds the opcode to a new observation and sends it: a copy of each would cost more than all other work for a call.
   */
  emit(fact: Extract<Observation, { readonly opcode?: string }>): Silence | false {
    const opcode = this.opcodeAt(fact.offset)
    if (opcode !== undefined) (fact as { opcode?: string }).opcode = opcode
    return this.listener.observe(fact)
  }

  /**
   * Reports a call, or a change of an instance. `of`: the class of the instance, where it is not the callee. Returns
   * the listener’s answer.
   */
  call(callee: Value, args: readonly Value[], via: CallOpcode, offset: number, of?: GlobalRef): Silence | false {
    const own = callablesOfAll(args)
    const callables = via === 'build' && typeof args[0] === 'object' ? joinCallables(own, this.escapedCallables) : own
    return this.emit({
      kind: 'call',
      callee: calleeOf(callee, this.read),
      args: args.map((arg) => previewOf(arg, this.read, this.escapedCallables)),
      via,
      ...(callables === undefined ? {} : { callables: callableNames(callables) }),
      ...(of === undefined ? {} : { of: { module: of.module, name: of.name } }),
      offset,
      stream: this.stream,
    })
  }

  /** Reports that instances of a class may have these callables from now on. */
  later(cls: GlobalRef, callables: CallableSet, offset: number): void {
    this.listener.observe({
      kind: 'later-callables',
      module: cls.module,
      name: cls.name,
      callables: callableNames(callables),
      offset,
      stream: this.stream,
    })
  }

  /** From now on, any instance with a state may have these callables. */
  escape(callables: CallableSet): void {
    this.escapedCallables = joinCallables(this.escapedCallables, callables)
  }

  /** Reports what no pickler writes. Returns the listener’s answer. */
  oddity(oddity: PickleOddity, detail: string, offset: number, callee?: string): Silence | false {
    const named = callee === undefined ? {} : { callee }
    return this.listener.observe({ kind: 'pickle-oddity', oddity, detail, ...named, offset, stream: this.stream })
  }
}
