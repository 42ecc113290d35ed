// Keeps copies of the literals of a stream that cannot be read twice.
import { BYTEARRAY_LITERAL, BYTES_LITERAL, LONG, lazy } from './literal-codes.ts'
import type { Value } from './values.ts'
import { Blob, BYTES, DROPPED, INT, TEXT } from './values.ts'

/** Maximum size of the short literals that are kept: a vocabulary of millions of words fits. */
const MAX_KEPT = 64 * 1024 * 1024
/** Maximum length of a long literal that is kept, in case a loader gets it. */
const MAX_LONG = 32 * 1024
/** Room for the first literal: a file may be millions of pickles that have none. */
const FIRST_SIZE = 4096
const NOTHING = new Uint8Array(0)

/**
 * Copies the literals of a stream as they pass, since it cannot be read again. When the arena is full, later literals
 * are unknown, and the machine reports that where a name depends on one.
 */
export class Arena {
  private bytes = NOTHING
  private used = 0

  /** Keeps a short literal: its code points into the arena. */
  literal(buffer: Uint8Array, from: number, length: number, flavour: number): Value {
    const offset = this.store(buffer.subarray(from, from + length))
    if (offset >= 0) return lazy(offset, length, flavour)
    return flavour === BYTES_LITERAL || flavour === BYTEARRAY_LITERAL ? BYTES : flavour === LONG ? INT : DROPPED
  }

  /** Keeps a long literal of which `head` is in memory. */
  keep(head: Uint8Array, length: number, flavour: number): Value {
    const offset = length > MAX_LONG ? -1 : this.store(head.subarray(0, length))
    if (offset >= 0) return new Blob(flavour, offset, length)
    return flavour === BYTES_LITERAL || flavour === BYTEARRAY_LITERAL ? BYTES : flavour === LONG ? INT : TEXT
  }

  read(offset: number, length: number): Uint8Array {
    return this.bytes.subarray(offset, Math.min(offset + length, this.used))
  }

  private store(part: Uint8Array): number {
    if (this.used + part.length > this.bytes.length) {
      if (this.used + part.length > MAX_KEPT) return -1
      const wider = new Uint8Array(Math.min(MAX_KEPT, Math.max(FIRST_SIZE, this.bytes.length * 2, this.used + part.length)))
      wider.set(this.bytes.subarray(0, this.used))
      this.bytes = wider
    }
    const offset = this.used
    this.bytes.set(part, offset)
    this.used += part.length
    return offset
  }
}
