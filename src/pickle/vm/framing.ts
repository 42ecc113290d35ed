// Follows the frames of protocol 4, and reports the opcodes that cross the end of one.
import type { Calls } from '../emit/calls.ts'

/** An opcode whose argument crosses the end of its frame, after which Python versions read on at different offsets. */
export interface Straddle {
  readonly frameStart: number
  readonly frameEnd: number
  /** Offset of the opcode whose argument does not fit. */
  readonly opcode: number
}

/** End of the frame where none is open. */
export const NO_FRAME = Number.POSITIVE_INFINITY

/**
 * The open frame, if there is one. Opcodes may cross its end, but Python’s unpicklers then differ in what they read.
 */
export class Framing {
  straddle: Straddle | undefined
  /** End of the open frame; `NO_FRAME` outside of frames. */
  end = NO_FRAME
  private start = 0
  private noted = false
  private readonly calls: Calls

  constructor(calls: Calls) {
    this.calls = calls
  }

  /** FRAME: `start` is the offset of its contents. */
  open(start: number, length: number): void {
    this.start = start
    this.end = start + length
  }

  /**
   * Leaves the frame: the machine has reached `offset`, at the end of the frame or past it, after the opcode at
   * `opcode`.
   */
  leave(offset: number, opcode: number): void {
    if (offset > this.end) {
      this.note(this.end, 'an opcode crosses the end of its frame')
      this.straddle ??= { frameStart: this.start, frameEnd: this.end, opcode }
    }
    this.end = NO_FRAME
  }

  /** Reports once that frames are not as picklers write them. */
  note(offset: number, detail: string): void {
    if (this.noted) return
    this.noted = true
    this.calls.emitter.oddity('frame-straddle', detail, offset)
  }
}
