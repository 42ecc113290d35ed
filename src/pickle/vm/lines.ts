// Reads the opcodes of protocol 0, whose arguments are lines of text.
import type { Window } from '../../bytes/window.ts'
import { WINDOW_SIZE } from '../../bytes/window.ts'
import { beginsLikePayload, MIN_PAYLOAD } from '../emit/payload.ts'
import type { Arena } from '../value/arena.ts'
import { integer, LATIN1, lazy, MAX_LAZY, RAW_UNICODE, STRING_ESCAPE } from '../value/literal-codes.ts'
import { asciiLine, isFloat, parseInteger } from '../value/literals.ts'
import type { Value } from '../value/values.ts'
import { Blob, FALSE, FLOAT, INT, TEXT, TRUE, UNKNOWN } from '../value/values.ts'
import type { CallOpcodes } from './call-opcodes.ts'
import { argumentKind, Opcode, opcodeName } from './opcodes.ts'
import type { State } from './state.ts'

/** The part of the machine that line opcodes need beside the state. */
interface Host {
  persistent(id: Value, op: number): void
  endOfData(detail: string, offset: number, opcode: number): void
}

/** Interprets the opcodes whose arguments are lines of text. */
export class LineReader {
  private readonly window: Window
  private readonly state: State
  private readonly calling: CallOpcodes
  private readonly arena: Arena | undefined
  private readonly host: Host
  /**
   * The window’s buffer as a Node buffer, made when the first name is read. Nearly every name is ASCII, and a decoder
   * costs several times as much.
   */
  private characters: Buffer | undefined
  /**
   * Number of lines that are being skipped because they are longer than the window, and the opcode that they belong to.
   */
  private pending = 0
  private opcodeOffset = 0

  constructor(window: Window, state: State, calling: CallOpcodes, arena: Arena | undefined, host: Host) {
    this.window = window
    this.state = state
    this.calling = calling
    this.arena = arena
    this.host = host
  }

  /** Interprets one opcode. Returns the next position, or −1 to come back with more bytes. */
  opcode(op: number, code: number): number {
    const { window: w, state } = this
    const from = op + 1
    const kind = argumentKind(code)
    if (kind === undefined) {
      state.broken('malformed', `byte 0x${code.toString(16).padStart(2, '0')} is no pickle opcode`, w.base + op)
      return from
    }
    const isName = kind === 'stringnl_noescape_pair'
    const first = this.lineEnd(from)
    const end = isName && first >= 0 ? this.lineEnd(first + 1) : first
    if (end < 0) return this.starved(op, code, isName ? 2 : 1)
    if (!this.argument(op, code, from, first, end)) {
      state.broken('malformed', `the argument of ${opcodeName(code) ?? 'the opcode'} is not one that any unpickler takes`, w.base + op)
    }
    return end + 1
  }

  /** Interprets a line opcode; false where no unpickler takes its argument. */
  private argument(op: number, code: number, from: number, first: number, end: number): boolean {
    const { window: w, state } = this
    const offset = w.base + op
    switch (code) {
      case Opcode.INT:
      case Opcode.LONG: {
        const text = asciiLine(w.buffer, from, end)
        // C reads digits up to a NUL and takes none at all for 0 (strtol).
        const value = code === Opcode.INT && text === '' && end > from ? 0 : parseInteger(text)
        if (value === undefined) return false
        state.stack.push(code === Opcode.INT && text === '00' ? FALSE : code === Opcode.INT && text === '01' ? TRUE : integer(value))
        return true
      }
      case Opcode.FLOAT:
        if (!isFloat(asciiLine(w.buffer, from, end))) return false
        state.stack.push(FLOAT)
        return true
      case Opcode.STRING: {
        const [start, last] = trimmed(w.buffer, from, end)
        const quote = w.buffer[start]
        if (last - start < 2 || quote !== w.buffer[last - 1] || (quote !== 0x27 && quote !== 0x22)) return false
        state.stack.push(this.text(start + 1, last - start - 2, STRING_ESCAPE))
        if (last - start >= MIN_PAYLOAD && beginsLikePayload(w.buffer, start + 1, true))
          state.calls.constants.emit(state.stack.top(), offset)
        return true
      }
      case Opcode.UNICODE:
        state.stack.push(this.text(from, end - from, RAW_UNICODE))
        if (end - from >= MIN_PAYLOAD && beginsLikePayload(w.buffer, from, true)) state.calls.constants.emit(state.stack.top(), offset)
        return true
      case Opcode.PERSID:
        this.host.persistent(this.text(from, end - from, LATIN1), op)
        return true
      case Opcode.GET:
      case Opcode.PUT: {
        const index = parseInteger(asciiLine(w.buffer, from, end), true)
        if (index === undefined || index < 0) return false
        if (code === Opcode.GET) state.get(index, offset)
        else state.put(index, offset)
        return true
      }
      case Opcode.GLOBAL:
        this.calling.global(this.name(from, first), this.name(first + 1, end), offset)
        return true
      case Opcode.INST:
        this.calling.inst(this.name(from, first), this.name(first + 1, end), offset)
        return true
      default:
        return false
    }
  }

  /**
   * Reads a name. Unpicklers drop the last byte of its line, which is the newline or, at the end of the data, a letter.
   */
  private name(from: number, end: number): string {
    const w = this.window
    const last = end >= w.end ? w.end - 1 : end
    if (last <= from) return ''
    for (let at = from; at < last; at++) if ((w.buffer[at] ?? 0) >= 0x80) return NAME.decode(w.buffer.subarray(from, last))
    this.characters ??= Buffer.from(w.buffer.buffer)
    return this.characters.toString('latin1', from, last)
  }

  /**
   * Returns the position of the newline, or of the end of the data where none follows; −1 where more bytes are needed.
   */
  private lineEnd(from: number): number {
    const w = this.window
    const newline = w.buffer.indexOf(0x0a, from)
    if (newline >= 0 && newline < w.end) return newline
    return w.eof ? Math.max(from, w.end) : -1
  }

  /**
   * Asks for more bytes of a line. A line that is longer than the window is skipped, and its value is unknown; what
   * follows it is read.
   */
  private starved(op: number, code: number, lines: number): number {
    const { window: w, state } = this
    if (op > 0 || w.end < WINDOW_SIZE) {
      w.pos = op
      return -1
    }
    this.pending = lines
    this.opcodeOffset = w.base + op
    w.pos = op + 1
    if (lines === 2) state.stack.push(state.calls.imports.fromValues(TEXT, TEXT, w.base + op))
    else if (code === Opcode.STRING || code === Opcode.UNICODE) state.stack.push(TEXT)
    else state.stack.push(code === Opcode.FLOAT ? FLOAT : code === Opcode.INT || code === Opcode.LONG ? INT : UNKNOWN)
    this.skip()
    return -1
  }

  /** Skips bytes up to the end of a long line; false where the line goes on in the next window. */
  skip(): boolean {
    const w = this.window
    while (this.pending > 0) {
      const newline = w.buffer.indexOf(0x0a, w.pos)
      if (newline < 0 || newline >= w.end) {
        w.pos = w.end
        if (w.eof) this.host.endOfData('a line has no end', w.base + w.end, this.opcodeOffset)
        return false
      }
      w.pos = newline + 1
      this.pending--
    }
    return true
  }

  private text(from: number, length: number, flavour: number): Value {
    const { window: w, arena } = this
    if (length <= MAX_LAZY) return arena ? arena.literal(w.buffer, from, length, flavour) : lazy(w.base + from, length, flavour)
    return arena ? arena.keep(w.buffer.subarray(from, from + length), length, flavour) : new Blob(flavour, w.base + from, length)
  }
}

const NAME = new TextDecoder('utf-8', { ignoreBOM: true })

/** Returns the span without whitespace around it: the pure-Python unpickler strips what follows the closing quote. */
function trimmed(buffer: Uint8Array, from: number, end: number): readonly [number, number] {
  let last = end
  while (last > from && (buffer[last - 1] ?? 0) <= 0x20) last--
  let first = from
  while (first < last && (buffer[first] ?? 0) === 0x20) first++
  return [first, last]
}
