import type { Window } from '../bytes/window.ts'
import { WINDOW_SIZE } from '../bytes/window.ts'
import { Arena } from './arena.ts'
import { Calls } from './calls.ts'
import { LineReader } from './lines.ts'
import type { PickleListener } from './listener.ts'
import { opcodeName } from './opcodes.ts'
import { beginsLikePayload, MIN_ENCODED, MIN_PAYLOAD } from './payload.ts'
import type { Ending } from './state.ts'
import { State } from './state.ts'
import type { ReadLiteral } from './text.ts'
import type { Value } from './values.ts'
import {
  Blob,
  BUFFER,
  BYTEARRAY_LITERAL,
  BYTES_LITERAL,
  FALSE,
  FLOAT,
  FLOAT8,
  integer,
  LATIN1,
  LONG,
  lazy,
  MAX_LAZY,
  NONE,
  SET,
  Sequence,
  TRUE,
  UTF8,
} from './values.ts'

/** Where an opcode's argument runs over the end of its frame, so that Python versions read on at different places. */
export interface Straddle {
  readonly frameStart: number
  readonly frameEnd: number
  /** The opcode whose argument does not fit. */
  readonly opcode: number
}

/** What a format wants to hear of the machine itself, beside the facts. */
export interface MachineHooks {
  /** After BUILD. True: the loader itself reads on from the file here (joblib), so that the machine pauses where the opcodes at hand end. */
  afterBuild?(instance: Value, state: Value, offset: number): boolean
  /** A persistent id, as torch's storages have. */
  persistentId?(id: Value): void
}

const NO_FRAME = Number.POSITIVE_INFINITY
/** Opcodes between two looks at the room on the stack. */
const RESERVED = 2048

/**
 * Decodes one pickle stream and moves an abstract state by it. It accepts what either CPython's C or its pure-Python unpickler accepts; imports and calls
 * are stated at the moment they would happen. `run` goes on until the window is starved; nothing is allocated for plain data.
 */
export class Machine {
  /** Opcodes done so far. */
  opcodes = 0
  straddle: Straddle | undefined
  /** Stands where bytes follow that are no opcodes: whoever asked for it steps over them, sets this back and runs on. */
  paused = false
  readonly state: State
  /** Gives the bytes of the stream's literals again. */
  readonly read: ReadLiteral
  private readonly window: Window
  private readonly hooks: MachineHooks
  private readonly arena: Arena | undefined
  private frameStart = 0
  private frameEnd = NO_FRAME
  private frameNoted = false
  /** Pause at the end of the frame: the loader reads from the file, and a frame has been taken from it as a whole. */
  private waiting = false
  private lastOpcode = 0
  private readonly lines: LineReader

  constructor(window: Window, read: ReadLiteral | undefined, listener: PickleListener, stream: number, hooks: MachineHooks = {}) {
    this.window = window
    this.hooks = hooks
    const arena = read ? undefined : new Arena()
    this.arena = arena
    this.read = read ?? ((offset, length) => arena?.read(offset, length) ?? NOTHING)
    this.state = new State(new Calls(listener, this.read, stream, (offset) => opcodeName(window.buffer[offset - window.base] ?? -1)))
    this.lines = new LineReader(window, this.state, arena, this)
  }

  get ending(): Ending | undefined {
    return this.state.ending
  }

  /** Runs until more bytes are needed or the stream has ended. */
  run(): void {
    const { window: w, state } = this
    const { stack } = state
    const { buffer, view } = w
    const base = w.base
    if (w.overrun) return this.endOfData('an argument runs past the end of the data', base + w.pos, this.lastOpcode)
    if (!this.lines.skip()) return
    const safeEnd = w.eof ? w.end : w.end - 15
    let { codes } = stack
    let reservedEnd = w.pos
    const { arena } = this
    let frameEnd = this.frameEnd - base
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
        this.leaveFrame(base + at, base + op)
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
        case 0x94: // MEMOIZE
          state.memoize(base + op)
          break
        case 0x4b: // BININT1
          codes[stack.depth++] = -1 - 2 * (buffer[at] ?? 0)
          at += 1
          break
        case 0x4d: // BININT2
          codes[stack.depth++] = -1 - 2 * view.getUint16(at, true)
          at += 2
          break
        case 0x4a: // BININT
          codes[stack.depth++] = integer(view.getInt32(at, true))
          at += 4
          break
        case 0x47: // BINFLOAT
          codes[stack.depth++] = arena ? FLOAT : lazy(base + at, 8, FLOAT8)
          at += 8
          break
        case 0x4e: // NONE
          codes[stack.depth++] = NONE
          break
        case 0x88: // NEWTRUE
          codes[stack.depth++] = TRUE
          break
        case 0x89: // NEWFALSE
          codes[stack.depth++] = FALSE
          break
        case 0x68: // BINGET
          state.get(buffer[at] ?? 0, base + op)
          at += 1
          break
        case 0x6a: // LONG_BINGET
          state.get(view.getUint32(at, true), base + op)
          at += 4
          break
        case 0x71: // BINPUT
          state.put(buffer[at] ?? 0, base + op)
          at += 1
          break
        case 0x72: // LONG_BINPUT
          state.put(view.getUint32(at, true), base + op)
          at += 4
          break
        case 0x8c: {
          // SHORT_BINUNICODE
          const length = buffer[at] ?? 0
          if (arena || length >= MIN_ENCODED || at + 1 + length > w.end) at = this.counted(op, at + 1, length, UTF8)
          else {
            codes[stack.depth++] = lazy(base + at + 1, length, UTF8)
            at += 1 + length
          }
          break
        }
        case 0x55: // SHORT_BINSTRING
          at = this.counted(op, at + 1, buffer[at] ?? 0, LATIN1)
          break
        case 0x43: // SHORT_BINBYTES
          at = this.counted(op, at + 1, buffer[at] ?? 0, BYTES_LITERAL)
          break
        case 0x8a: // LONG1
          at = this.counted(op, at + 1, buffer[at] ?? 0, LONG)
          break
        case 0x58: {
          // BINUNICODE
          const length = view.getUint32(at, true)
          if (arena || length >= MIN_ENCODED || at + 4 + length > w.end) at = this.counted(op, at + 4, length, UTF8)
          else {
            codes[stack.depth++] = lazy(base + at + 4, length, UTF8)
            at += 4 + length
          }
          break
        }
        case 0x54: // BINSTRING
          at = this.counted(op, at + 4, view.getUint32(at, true), LATIN1)
          break
        case 0x42: // BINBYTES
          at = this.counted(op, at + 4, view.getUint32(at, true), BYTES_LITERAL)
          break
        case 0x8b: {
          // LONG4
          const length = view.getInt32(at, true)
          if (length < 0) state.broken('malformed', 'LONG4 has a negative length', base + op)
          else at = this.counted(op, at + 4, length, LONG)
          break
        }
        case 0x8d: // BINUNICODE8
          at = this.counted(op, at + 8, uint64(view, at), UTF8)
          break
        case 0x8e: // BINBYTES8
          at = this.counted(op, at + 8, uint64(view, at), BYTES_LITERAL)
          break
        case 0x96: // BYTEARRAY8
          at = this.counted(op, at + 8, uint64(view, at), BYTEARRAY_LITERAL)
          break
        case 0x28: // MARK
          state.mark(base + op)
          break
        case 0x5d: // EMPTY_LIST
          state.emptyList()
          break
        case 0x7d: // EMPTY_DICT
          state.emptyDict()
          break
        case 0x29: // EMPTY_TUPLE
          stack.push(EMPTY_TUPLE)
          break
        case 0x8f: // EMPTY_SET
          codes[stack.depth++] = SET
          break
        case 0x85: // TUPLE1
        case 0x86: // TUPLE2
        case 0x87: // TUPLE3
          state.tuple((buffer[op] ?? 0) - 0x84, this.isWanted(at), base + op)
          break
        case 0x74: // TUPLE
          state.collect('tuple', this.isWanted(at), base + op)
          break
        case 0x6c: // LIST
          state.collect('list', true, base + op)
          break
        case 0x91: // FROZENSET
          state.collect('frozenset', true, base + op)
          break
        case 0x64: // DICT
          state.dict(base + op)
          break
        case 0x61: // APPEND
          state.addOne('append', base + op)
          break
        case 0x73: // SETITEM
          state.addOne('setitem', base + op)
          break
        case 0x65: // APPENDS
          state.addMany('append', this.isWanted(at), base + op)
          break
        case 0x75: // SETITEMS
          state.addMany('setitem', this.isWanted(at), base + op)
          break
        case 0x90: // ADDITEMS
          state.addMany('additems', this.isWanted(at), base + op)
          break
        case 0x30: // POP
          state.pop(base + op)
          break
        case 0x31: // POP_MARK
          state.popToMark(base + op)
          break
        case 0x32: // DUP
          state.duplicate(base + op)
          break
        case 0x93: // STACK_GLOBAL
          state.stackGlobal(base + op)
          break
        case 0x52: // REDUCE
          state.reduce('reduce', base + op)
          break
        case 0x81: // NEWOBJ
          state.reduce('newobj', base + op)
          break
        case 0x92: // NEWOBJ_EX
          state.newobjEx(base + op)
          break
        case 0x62: // BUILD
          at = this.build(op)
          frameEnd = this.frameEnd - base
          break
        case 0x6f: // OBJ
          state.obj(base + op)
          break
        case 0x95: // FRAME
          if (this.frameEnd !== NO_FRAME && frameEnd !== NO_FRAME) this.noteFrame(base + op, 'a frame opens inside another')
          this.frameStart = base + at + 8
          this.frameEnd = this.frameStart + uint64(view, at)
          frameEnd = this.frameEnd - base
          if (uint64(view, at) >= 2 ** 63) state.broken('malformed', 'FRAME has an absurd length', base + op)
          at += 8
          break
        case 0x80: // PROTO
          if ((buffer[at] ?? 0) > 5) state.broken('malformed', `pickle protocol ${buffer[at]} does not exist`, base + op)
          at += 1
          break
        case 0x82: // EXT1
          state.extension(buffer[at] ?? 0, base + op)
          at += 1
          break
        case 0x83: // EXT2
          state.extension(view.getUint16(at, true), base + op)
          at += 2
          break
        case 0x84: // EXT4
          state.extension(view.getInt32(at, true), base + op)
          at += 4
          break
        case 0x97: // NEXT_BUFFER
          state.calls.facts.oddity('out-of-band-buffer', 'the buffer is handed over by the loading program', base + op)
          stack.pushCode(BUFFER)
          break
        case 0x98: // READONLY_BUFFER
          state.has(1, base + op)
          break
        case 0x51: // BINPERSID
          if (state.has(1, base + op)) this.persistent(stack.pop(), op)
          break
        case 0x2e: // STOP
          state.stop(base + op)
          if (at > frameEnd) this.leaveFrame(base + at, base + op)
          break
        default:
          at = this.lines.opcode(op, buffer[op] ?? 0)
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

  /** A counted argument: what is too long to be a name is skipped, not read. −1: come back with more bytes. */
  private counted(op: number, from: number, length: number, flavour: number): number {
    const { window: w, arena } = this
    if (length <= MAX_LAZY) {
      if (from + length > w.end && !w.eof) return this.starved(op)
      this.state.stack.push(arena ? arena.literal(w.buffer, from, length, flavour) : lazy(w.base + from, length, flavour))
      if (length >= MIN_PAYLOAD && beginsLikePayload(w.buffer, from, isText(flavour)))
        this.state.calls.constant(this.state.stack.top(), w.base + op)
      return from + length
    }
    if (arena && from + Math.min(length, WINDOW_SIZE / 2) > w.end && !w.eof) return this.starved(op)
    const head = w.buffer.subarray(from, Math.min(from + length, w.end))
    this.state.stack.push(arena ? arena.keep(head, length, flavour) : new Blob(flavour, w.base + from, length))
    if (flavour !== LONG && head.length > 1 && beginsLikePayload(w.buffer, from, isText(flavour)))
      this.state.calls.constant(this.state.stack.top(), w.base + op)
    return this.skip(from, length)
  }

  /** Does the opcode at `at`, or the one behind a memo opcode there, look into what is on top of the stack? */
  private isWanted(at: number): boolean {
    const { buffer } = this.window
    const next = buffer[at]
    const after = next === 0x94 ? buffer[at + 1] : next === 0x71 ? buffer[at + 2] : next === 0x72 ? buffer[at + 5] : next
    return after === 0x52 || after === 0x81 || after === 0x92 || after === 0x62 || after === 0x51 || after === 0x85 || next === 0x70
  }

  private build(op: number): number {
    const { state, window: w } = this
    if (!state.has(2, w.base + op)) return op
    const value = state.stack.pop()
    const target = state.stack.top()
    state.calls.build(target, value, w.base + op)
    if (this.hooks.afterBuild?.(target, value, w.base + op)) {
      this.waiting = true
      if (this.frameEnd === NO_FRAME) this.frameEnd = w.base + op + 1
    }
    return op + 1
  }

  /** PERSID and BINPERSID. */
  persistent(id: Value, op: number): void {
    this.hooks.persistentId?.(id)
    this.state.stack.push(this.state.calls.persistent(id, this.window.base + op))
  }

  /** The data end within the stream, or what decompresses them broke there. Behind a frame that `opcode` crosses, some readers find more. */
  endOfData(detail: string, offset: number, opcode: number): void {
    const { failure } = this.window
    if (offset > this.frameEnd) this.leaveFrame(offset, opcode)
    if (failure) this.state.broken(failure.why, failure.message, offset)
    else this.state.broken('truncated', detail, offset)
  }

  private skip(from: number, count: number): number {
    const w = this.window
    w.pos = Math.min(from, w.end)
    w.skip(count - (w.pos - from))
    return w.pos
  }

  private starved(op: number): number {
    this.window.pos = op
    return -1
  }

  private leaveFrame(offset: number, opcode: number): void {
    if (offset > this.frameEnd) {
      this.noteFrame(this.frameEnd, 'an opcode crosses the end of its frame')
      this.straddle ??= { frameStart: this.frameStart, frameEnd: this.frameEnd, opcode }
    }
    this.frameEnd = NO_FRAME
  }

  private noteFrame(offset: number, detail: string): void {
    if (this.frameNoted) return
    this.frameNoted = true
    this.state.calls.facts.oddity('frame-straddle', detail, offset)
  }
}

const NOTHING = new Uint8Array(0)
const EMPTY_TUPLE = new Sequence('tuple', [])

/** What Python 3 makes a `str` of, unless the loader says otherwise. */
function isText(flavour: number): boolean {
  return flavour !== BYTES_LITERAL && flavour !== BYTEARRAY_LITERAL
}

/** An unsigned 64-bit length as a double: beyond 2^53 it is not exact, and far past the end of any file. */
function uint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32
}
