// Looks one opcode ahead, so that containers keep their contents only where the next opcode reads them.
import { Opcode } from './opcodes.ts'

/** Whether the opcode at `at`, or the one after a memo opcode there, reads what is on top of the stack. */
export function isReadNext(buffer: Uint8Array, at: number): boolean {
  const next = buffer[at]
  const after =
    next === Opcode.MEMOIZE ? buffer[at + 1] : next === Opcode.BINPUT ? buffer[at + 2] : next === Opcode.LONG_BINPUT ? buffer[at + 5] : next
  switch (after) {
    case Opcode.REDUCE:
    case Opcode.NEWOBJ:
    case Opcode.NEWOBJ_EX:
    case Opcode.BUILD:
    case Opcode.BINPERSID:
    case Opcode.TUPLE1:
      return true
    default:
      // PUT has its index in a line of text: what follows is not looked for.
      return next === Opcode.PUT
  }
}
