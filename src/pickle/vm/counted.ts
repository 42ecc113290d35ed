// Reads the arguments that begin with a count of the bytes that follow: texts, bytes and long integers.
import type { Window } from '../../bytes/window.ts'
import { WINDOW_SIZE } from '../../bytes/window.ts'
import { beginsLikePayload, MIN_PAYLOAD } from '../emit/payload.ts'
import type { Arena } from '../value/arena.ts'
import { BYTEARRAY_LITERAL, BYTES_LITERAL, LONG, lazy, MAX_LAZY } from '../value/literal-codes.ts'
import { Blob } from '../value/values.ts'
import type { State } from './state.ts'

/** Interprets the opcodes whose argument is a length and as many bytes. */
export class CountedReader {
  private readonly window: Window
  private readonly state: State
  private readonly arena: Arena | undefined

  constructor(window: Window, state: State, arena: Arena | undefined) {
    this.window = window
    this.state = state
    this.arena = arena
  }

  /**
   * Pushes the literal at `from`; what is too long to be a name is skipped, not read. Returns the next position, or −1
   * to come back with more bytes.
   */
  read(op: number, from: number, length: number, flavour: number): number {
    const { window: w, arena } = this
    if (length <= MAX_LAZY) {
      if (from + length > w.end && !w.eof) return this.starved(op)
      this.state.stack.push(arena ? arena.literal(w.buffer, from, length, flavour) : lazy(w.base + from, length, flavour))
      if (length >= MIN_PAYLOAD && beginsLikePayload(w.buffer, from, isText(flavour)))
        this.state.calls.constants.emit(this.state.stack.top(), w.base + op)
      return from + length
    }
    if (arena && from + Math.min(length, WINDOW_SIZE / 2) > w.end && !w.eof) return this.starved(op)
    const head = w.buffer.subarray(from, Math.min(from + length, w.end))
    this.state.stack.push(arena ? arena.keep(head, length, flavour) : new Blob(flavour, w.base + from, length))
    if (flavour !== LONG && head.length > 1 && beginsLikePayload(w.buffer, from, isText(flavour)))
      this.state.calls.constants.emit(this.state.stack.top(), w.base + op)
    return this.skip(from, length)
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
}

/** Whether Python 3 makes a `str` of it, unless the loader says otherwise. */
function isText(flavour: number): boolean {
  return flavour !== BYTES_LITERAL && flavour !== BYTEARRAY_LITERAL
}

/** Returns an unsigned 64-bit length as a double: beyond 2^53 it is not exact, and far past the end of any file. */
export function uint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32
}
