// Interprets the opcodes of one pickle stream over abstract values, without building an object.
import type { Window } from '../../bytes/window.ts'
import { Calls } from '../emit/calls.ts'
import { MIN_ENCODED } from '../emit/payload.ts'
import { Arena } from '../value/arena.ts'
import { BYTES_LITERAL, FLOAT8, integer, LATIN1, LONG, lazy, UTF8 } from '../value/literal-codes.ts'
import type { ReadLiteral } from '../value/text.ts'
import type { Value } from '../value/values.ts'
import { FALSE, FLOAT, NONE, Sequence, TRUE } from '../value/values.ts'
import { CallOpcodes } from './call-opcodes.ts'
import { Containers } from './containers.ts'
import { CountedReader, uint64 } from './counted.ts'
import type { Straddle } from './framing.ts'
import { Framing, NO_FRAME } from './framing.ts'
import { LineReader } from './lines.ts'
import type { MachineHooks, PickleListener } from './listener.ts'
import { isReadNext } from './lookahead.ts'
import { Opcode, opcodeName } from './opcodes.ts'
import { rareOpcode } from './rare-opcodes.ts'
import type { Ending } from './state.ts'
import { State } from './state.ts'

/** Maximum number of opcodes between two checks of the room on the stack. */
const RESERVED = 2048

/**
 * Decodes one pickle stream and moves an abstract state by it. It accepts what either CPython’s C or its pure-Python
 * unpickler accepts. Imports and calls are reported at the moment they would happen. `run` goes on until the window is
 * empty; plain data allocate nothing.
 */
export class Machine {
  /** Number of opcodes done so far. */
  opcodes = 0
  /** It has stopped before bytes that are no opcodes: the caller steps over them, sets this back and runs on. */
  paused = false
  readonly state: State
  readonly containers: Containers
  readonly calling: CallOpcodes
  readonly counted: CountedReader
  readonly lines: LineReader
  readonly window: Window
  /** Returns the bytes of a literal of the stream again. */
  readonly read: ReadLiteral
  private readonly hooks: MachineHooks
  private readonly arena: Arena | undefined
  private readonly framing: Framing
  /** Whether to pause at the end of the frame: the loader has taken the whole frame before it reads on. */
  private waiting = false
  private lastOpcode = 0

  constructor(window: Window, read: ReadLiteral | undefined, listener: PickleListener, stream: number, hooks: MachineHooks = {}) {
    this.window = window
    this.hooks = hooks
    const arena = read ? undefined : new Arena()
    this.arena = arena
    this.read = read ?? ((offset, length) => arena?.read(offset, length) ?? NOTHING)
    this.state = new State(new Calls(listener, this.read, stream, (offset) => opcodeName(window.buffer[offset - window.base] ?? -1)))
    this.containers = new Containers(this.state)
    this.calling = new CallOpcodes(this.state)
    this.framing = new Framing(this.state.calls)
    this.counted = new CountedReader(window, this.state, arena)
    this.lines = new LineReader(window, this.state, this.calling, arena, this)
  }

  get straddle(): Straddle | undefined {
    return this.framing.straddle
  }

  get ending(): Ending | undefined {
    return this.state.ending
  }

  /** Runs until more bytes are needed or the stream has ended. */
  run(): void {
    const { window: w, state, containers, calling, counted, framing, arena } = this
    const { stack } = state
    const { buffer, view } = w
    const base = w.base
    if (w.overrun) return this.endOfData('an argument runs past the end of the data', base + w.pos, this.lastOpcode)
    if (!this.lines.skip()) return
    const safeEnd = w.eof ? w.end : w.end - 15
    let { codes } = stack
    let reservedEnd = w.pos
    let frameEnd = framing.end - base
    let at = w.pos
    let op = this.lastOpcode - base
    let count = 0
    while (state.ending === undefined) {
      if (at >= reservedEnd) {
        if (at >= safeEnd) {
          if (w.eof)
            this.endOfData(at > w.end ? 'the last opcode is cut off' : 'the data end before the pickle does', base + w.end, base + op)
          break
        }
        // No opcode pushes more than one value, and each is a byte or more.
        stack.reserve(RESERVED + 1)
        codes = stack.codes
        reservedEnd = Math.min(safeEnd, at + RESERVED)
      }
      if (at >= frameEnd) {
        framing.leave(base + at, base + op)
        frameEnd = NO_FRAME
        if (this.waiting) {
          this.waiting = false
          this.paused = true
          break
        }
      }
      count++
      op = at++
      switch (buffer[op]) {
        case Opcode.MEMOIZE:
          state.memoize(base + op)
          break
        case Opcode.BININT1:
          codes[stack.depth++] = -1 - 2 * (buffer[at] ?? 0)
          at += 1
          break
        case Opcode.BININT2:
          codes[stack.depth++] = -1 - 2 * view.getUint16(at, true)
          at += 2
          break
        case Opcode.BININT:
          codes[stack.depth++] = integer(view.getInt32(at, true))
          at += 4
          break
        case Opcode.BINFLOAT:
          codes[stack.depth++] = arena ? FLOAT : lazy(base + at, 8, FLOAT8)
          at += 8
          break
        case Opcode.NONE:
          codes[stack.depth++] = NONE
          break
        case Opcode.NEWTRUE:
          codes[stack.depth++] = TRUE
          break
        case Opcode.NEWFALSE:
          codes[stack.depth++] = FALSE
          break
        case Opcode.BINGET:
          state.get(buffer[at] ?? 0, base + op)
          at += 1
          break
        case Opcode.LONG_BINGET:
          state.get(view.getUint32(at, true), base + op)
          at += 4
          break
        case Opcode.BINPUT:
          state.put(buffer[at] ?? 0, base + op)
          at += 1
          break
        case Opcode.LONG_BINPUT:
          state.put(view.getUint32(at, true), base + op)
          at += 4
          break
        case Opcode.SHORT_BINUNICODE: {
          const length = buffer[at] ?? 0
          if (arena || length >= MIN_ENCODED || at + 1 + length > w.end) at = counted.read(op, at + 1, length, UTF8)
          else {
            codes[stack.depth++] = lazy(base + at + 1, length, UTF8)
            at += 1 + length
          }
          break
        }
        case Opcode.SHORT_BINSTRING:
          at = counted.read(op, at + 1, buffer[at] ?? 0, LATIN1)
          break
        case Opcode.SHORT_BINBYTES:
          at = counted.read(op, at + 1, buffer[at] ?? 0, BYTES_LITERAL)
          break
        case Opcode.LONG1:
          at = counted.read(op, at + 1, buffer[at] ?? 0, LONG)
          break
        case Opcode.BINUNICODE: {
          const length = view.getUint32(at, true)
          if (arena || length >= MIN_ENCODED || at + 4 + length > w.end) at = counted.read(op, at + 4, length, UTF8)
          else {
            codes[stack.depth++] = lazy(base + at + 4, length, UTF8)
            at += 4 + length
          }
          break
        }
        case Opcode.BINSTRING:
          at = counted.read(op, at + 4, view.getUint32(at, true), LATIN1)
          break
        case Opcode.BINBYTES:
          at = counted.read(op, at + 4, view.getUint32(at, true), BYTES_LITERAL)
          break
        case Opcode.POP:
          state.pop(base + op)
          break
        case Opcode.MARK:
          state.mark(base + op)
          break
        case Opcode.EMPTY_LIST:
          containers.emptyList()
          break
        case Opcode.EMPTY_DICT:
          containers.emptyDict()
          break
        case Opcode.EMPTY_TUPLE:
          stack.push(EMPTY_TUPLE)
          break
        case Opcode.TUPLE1:
        case Opcode.TUPLE2:
        case Opcode.TUPLE3:
          containers.tuple((buffer[op] ?? 0) - Opcode.TUPLE1 + 1, isReadNext(buffer, at), base + op)
          break
        case Opcode.TUPLE:
          containers.collect('tuple', isReadNext(buffer, at), base + op)
          break
        case Opcode.APPEND:
          containers.addOne('append', base + op)
          break
        case Opcode.SETITEM:
          containers.addOne('setitem', base + op)
          break
        case Opcode.APPENDS:
          containers.addMany('append', isReadNext(buffer, at), base + op)
          break
        case Opcode.SETITEMS:
          containers.addMany('setitem', isReadNext(buffer, at), base + op)
          break
        case Opcode.STACK_GLOBAL:
          calling.stackGlobal(base + op)
          break
        case Opcode.REDUCE:
          calling.reduce('reduce', base + op)
          break
        case Opcode.NEWOBJ:
          calling.reduce('newobj', base + op)
          break
        case Opcode.BUILD:
          at = this.build(op)
          frameEnd = framing.end - base
          break
        case Opcode.FRAME:
          if (framing.end !== NO_FRAME && frameEnd !== NO_FRAME) framing.note(base + op, 'a frame opens inside another')
          framing.open(base + at + 8, uint64(view, at))
          frameEnd = framing.end - base
          if (uint64(view, at) >= 2 ** 63) state.broken('malformed', 'FRAME has an absurd length', base + op)
          at += 8
          break
        case Opcode.STOP:
          state.stop(base + op)
          if (at > frameEnd) framing.leave(base + at, base + op)
          break
        default:
          at = rareOpcode(this, op, buffer[op] ?? 0)
      }
      if (at < 0) {
        // Come back to this opcode with more bytes.
        at = w.pos
        count--
        break
      }
      if (stack.depth > stack.room) state.tooDeep(base + op)
      if (w.toSkip > 0) break
    }
    w.pos = Math.min(at, w.end)
    this.opcodes += count
    this.lastOpcode = base + op
  }

  private build(op: number): number {
    const { state, window: w } = this
    if (!state.has(2, w.base + op)) return op
    const value = state.stack.pop()
    const target = state.stack.top()
    state.calls.build(target, value, w.base + op)
    if (this.hooks.afterBuild?.(target, value, w.base + op)) {
      this.waiting = true
      if (this.framing.end === NO_FRAME) this.framing.end = w.base + op + 1
    }
    return op + 1
  }

  /** PERSID and BINPERSID. */
  persistent(id: Value, op: number): void {
    this.hooks.persistentId?.(id)
    this.state.stack.push(this.state.calls.persistent(id, this.window.base + op))
  }

  /**
   * Ends the stream where the data end, or could not be decompressed any further. After a frame that `opcode` crosses,
   * some readers find more.
   */
  endOfData(detail: string, offset: number, opcode: number): void {
    const { failure } = this.window
    if (offset > this.framing.end) this.framing.leave(offset, opcode)
    if (failure) this.state.broken(failure.why, failure.message, offset)
    else this.state.broken('truncated', detail, offset)
  }
}

const NOTHING = new Uint8Array(0)
const EMPTY_TUPLE = new Sequence('tuple', [])
