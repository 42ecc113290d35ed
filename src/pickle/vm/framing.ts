import type { Calls } from '../emit/calls.ts'

/** Where an opcode's argument runs over the end of its frame, so that Python versions read on at different places. */
export interface Straddle {
  readonly frameStart: number
  readonly frameEnd: number
  /** The opcode whose argument does not fit. */
  readonly opcode: number
}

/** The end of the frame where none is open. */
export const NO_FRAME = Number.POSITIVE_INFINITY

/** The frame in which the machine stands, if it stands in one: opcodes are not bound to it, but readers of Python differ where one crosses its end. */
export class Framing {
  straddle: Straddle | undefined
  /** Where the open frame ends; `NO_FRAME` outside of frames. */
  end = NO_FRAME
  private start = 0
  private noted = false
  private readonly calls: Calls

  constructor(calls: Calls) {
    this.calls = calls
  }

  /** FRAME: `start` is where its contents begin. */
  open(start: number, length: number): void {
    this.start = start
    this.end = start + length
  }

  /** The machine stands at `offset`, past the end of the frame or at it, behind the opcode at `opcode`. */
  leave(offset: number, opcode: number): void {
    if (offset > this.end) {
      this.note(this.end, 'an opcode crosses the end of its frame')
      this.straddle ??= { frameStart: this.start, frameEnd: this.end, opcode }
    }
    this.end = NO_FRAME
  }

  /** States once that frames are not as picklers write them. */
  note(offset: number, detail: string): void {
    if (this.noted) return
    this.noted = true
    this.calls.emitter.oddity('frame-straddle', detail, offset)
  }
}
