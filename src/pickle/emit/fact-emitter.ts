import type { Observation } from '../../facts/observation.ts'
import type { CallOpcode, PickleOddity, Silence } from '../../facts/pickle.ts'
import type { CallableSet } from '../value/callables.ts'
import { callablesOfAll, joinCallables } from '../value/callables.ts'
import { callableNames, calleeOf, previewOf } from '../value/preview.ts'
import type { ReadLiteral } from '../value/text.ts'
import type { GlobalRef, Value } from '../value/values.ts'
import type { PickleListener } from '../vm/listener.ts'

/** States the facts of one stream to whoever listens: each with the number of the stream, and with the opcode where its byte is at hand. */
export class FactEmitter {
  readonly listener: PickleListener
  readonly stream: number
  /** Names that objects got after something else had been given them: nobody knows what holds them now. */
  escapedCallables: CallableSet | undefined
  private readonly read: ReadLiteral
  private readonly opcodeAt: (offset: number) => string | undefined

  /** `opcodeAt`: the name of the opcode at an offset, where its byte is at hand. */
  constructor(listener: PickleListener, read: ReadLiteral, stream: number, opcodeAt: (offset: number) => string | undefined) {
    this.listener = listener
    this.read = read
    this.stream = stream
    this.opcodeAt = opcodeAt
  }

  /** States a fact that was made for this, with its opcode: a copy of each would cost more than all else that is done for a call. */
  emit(fact: Extract<Observation, { readonly opcode?: string }>): Silence | false {
    const opcode = this.opcodeAt(fact.offset)
    if (opcode !== undefined) (fact as { opcode?: string }).opcode = opcode
    return this.listener.observe(fact)
  }

  /** A call, or a change of what a call made. `of`: the class of what is changed, where it is not the callee. The answer: see `PickleListener.observe`. */
  call(callee: Value, args: readonly Value[], via: CallOpcode, offset: number, of?: GlobalRef): Silence | false {
    const held = callablesOfAll(args)
    const callables = via === 'build' && typeof args[0] === 'object' ? joinCallables(held, this.escapedCallables) : held
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

  /** What instances of a class may have been given holds these names from now on. */
  later(cls: GlobalRef, held: CallableSet, offset: number): void {
    this.listener.observe({
      kind: 'later-callables',
      module: cls.module,
      name: cls.name,
      callables: callableNames(held),
      offset,
      stream: this.stream,
    })
  }

  /** From now on, any instance with a state may hold these names. */
  escape(held: CallableSet): void {
    this.escapedCallables = joinCallables(this.escapedCallables, held)
  }

  /** Something that no pickler writes. The answer: see `PickleListener.observe`. */
  oddity(oddity: PickleOddity, detail: string, offset: number): Silence | false {
    return this.listener.observe({ kind: 'pickle-oddity', oddity, detail, offset, stream: this.stream })
  }
}
