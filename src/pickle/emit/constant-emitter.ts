// Reports literals of a pickle that begin like a payload, though no call was seen that loads them.
import { MAX_PAYLOAD } from '../resolve/evaluate.ts'
import type { ReadLiteral } from '../value/text.ts'
import { isBytes, literalBytes } from '../value/text.ts'
import type { Value } from '../value/values.ts'
import type { PickleListener } from '../vm/listener.ts'

/**
 * Maximum number of literals of one stream that are examined because of their first bytes: a vocabulary can have any
 * number of them.
 */
const MAX_CONSTANTS = 4096

/** Passes the literals of one stream that begin like a payload to the listener. */
export class ConstantEmitter {
  private count = 0
  private readonly listener: PickleListener
  private readonly read: ReadLiteral

  constructor(listener: PickleListener, read: ReadLiteral) {
    this.listener = listener
    this.read = read
  }

  /** Passes one to `PickleListener.constant`. */
  emit(literal: Value, offset: number): void {
    if (this.count++ >= MAX_CONSTANTS) return
    const bytes = literalBytes(literal, this.read, MAX_PAYLOAD)
    if (bytes !== undefined) this.listener.constant(bytes, !isBytes(literal), offset)
  }
}
