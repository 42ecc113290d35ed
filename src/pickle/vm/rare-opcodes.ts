// Interprets the opcodes that plain data rarely contain, so that the run loop of the machine stays small.
import type { Window } from '../../bytes/window.ts'
import { BYTEARRAY_LITERAL, BYTES_LITERAL, LONG, UTF8 } from '../value/literal-codes.ts'
import type { Value } from '../value/values.ts'
import { BUFFER, SET } from '../value/values.ts'
import type { CallOpcodes } from './call-opcodes.ts'
import type { Containers } from './containers.ts'
import type { CountedReader } from './counted.ts'
import { uint64 } from './counted.ts'
import type { LineReader } from './lines.ts'
import { isReadNext } from './lookahead.ts'
import { Opcode } from './opcodes.ts'
import type { State } from './state.ts'

/** The parts of the machine that these opcodes act on. */
interface Parts {
  readonly window: Window
  readonly state: State
  readonly containers: Containers
  readonly calling: CallOpcodes
  readonly counted: CountedReader
  readonly lines: LineReader
  persistent(id: Value, op: number): void
}

/** Interprets one opcode. Returns the next position, or −1 to come back with more bytes. */
export function rareOpcode(parts: Parts, op: number, code: number): number {
  const { window: w, state, containers, calling } = parts
  const { buffer, view, base } = w
  const at = op + 1
  switch (code) {
    case Opcode.LONG4: {
      const length = view.getInt32(at, true)
      if (length < 0) state.broken('malformed', 'LONG4 has a negative length', base + op)
      else return parts.counted.read(op, at + 4, length, LONG)
      return at
    }
    case Opcode.BINUNICODE8:
      return parts.counted.read(op, at + 8, uint64(view, at), UTF8)
    case Opcode.BINBYTES8:
      return parts.counted.read(op, at + 8, uint64(view, at), BYTES_LITERAL)
    case Opcode.BYTEARRAY8:
      return parts.counted.read(op, at + 8, uint64(view, at), BYTEARRAY_LITERAL)
    case Opcode.EMPTY_SET:
      state.stack.pushCode(SET)
      return at
    case Opcode.LIST:
      containers.collect('list', true, base + op)
      return at
    case Opcode.FROZENSET:
      containers.collect('frozenset', true, base + op)
      return at
    case Opcode.DICT:
      containers.dict(base + op)
      return at
    case Opcode.ADDITEMS:
      containers.addMany('additems', isReadNext(buffer, at), base + op)
      return at
    case Opcode.POP_MARK:
      state.popToMark(base + op)
      return at
    case Opcode.DUP:
      state.duplicate(base + op)
      return at
    case Opcode.NEWOBJ_EX:
      calling.newobjEx(base + op)
      return at
    case Opcode.OBJ:
      calling.obj(base + op)
      return at
    case Opcode.PROTO:
      if ((buffer[at] ?? 0) > 5) state.broken('malformed', `pickle protocol ${buffer[at]} does not exist`, base + op)
      return at + 1
    case Opcode.EXT1:
      calling.extension(buffer[at] ?? 0, base + op)
      return at + 1
    case Opcode.EXT2:
      calling.extension(view.getUint16(at, true), base + op)
      return at + 2
    case Opcode.EXT4:
      calling.extension(view.getInt32(at, true), base + op)
      return at + 4
    case Opcode.NEXT_BUFFER:
      state.calls.emitter.oddity('out-of-band-buffer', 'the buffer is handed over by the loading program', base + op)
      state.stack.pushCode(BUFFER)
      return at
    case Opcode.READONLY_BUFFER:
      state.has(1, base + op)
      return at
    case Opcode.BINPERSID:
      if (state.has(1, base + op)) parts.persistent(state.stack.pop(), op)
      return at
    default:
      return parts.lines.opcode(op, code)
  }
}
