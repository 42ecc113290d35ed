import type { Observation } from '../../facts/observation.ts'
import type { CallHow, PickleOddity, Silence } from '../../facts/pickle.ts'
import type { Held } from '../value/callables.ts'
import { heldByAll, joinHeld } from '../value/callables.ts'
import { calleeOf, heldNames, previewOf } from '../value/preview.ts'
import type { ReadLiteral } from '../value/text.ts'
import type { GlobalRef, Value } from '../value/values.ts'
import type { PickleListener } from '../vm/listener.ts'

/** States the facts of one stream to whoever listens: each with the number of the stream, and with the opcode where its byte is at hand. */
export class Statements {
  readonly listener: PickleListener
  readonly stream: number
  /** Names that objects got after something else had been given them: nobody knows what holds them now. */
  loose: Held | undefined
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
  tell(fact: Extract<Observation, { readonly opcode?: string }>): Silence | false {
    const opcode = this.opcodeAt(fact.offset)
    if (opcode !== undefined) (fact as { opcode?: string }).opcode = opcode
    return this.listener.observe(fact)
  }

  /** A call, or a change of what a call made. `of`: the class of what is changed, where it is not the callee. The answer: see `PickleListener.observe`. */
  call(callee: Value, args: readonly Value[], how: CallHow, offset: number, of?: GlobalRef): Silence | false {
    const held = heldByAll(args)
    const holds = how === 'build' && typeof args[0] === 'object' ? joinHeld(held, this.loose) : held
    return this.tell({
      kind: 'call',
      callee: calleeOf(callee, this.read),
      args: args.map((arg) => previewOf(arg, this.read, this.loose)),
      how,
      ...(holds === undefined ? {} : { holds: heldNames(holds) }),
      ...(of === undefined ? {} : { of: { module: of.module, name: of.name } }),
      offset,
      stream: this.stream,
    })
  }

  /** What instances of a class may have been given holds these names from now on. */
  later(cls: GlobalRef, held: Held, offset: number): void {
    this.listener.observe({
      kind: 'held-later',
      module: cls.module,
      name: cls.name,
      holds: heldNames(held),
      offset,
      stream: this.stream,
    })
  }

  /** From now on, any instance with a state may hold these names. */
  loosen(held: Held): void {
    this.loose = joinHeld(this.loose, held)
  }

  /** Something that no pickler writes. The answer: see `PickleListener.observe`. */
  oddity(oddity: PickleOddity, detail: string, offset: number): Silence | false {
    return this.listener.observe({ kind: 'pickle-oddity', oddity, detail, offset, stream: this.stream })
  }
}
