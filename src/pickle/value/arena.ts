import type { Value } from './values.ts'
import { Blob, BYTEARRAY_LITERAL, BYTES, BYTES_LITERAL, DROPPED, INT, LONG, lazy, TEXT } from './values.ts'

/** Short literals of a stream that are kept: a vocabulary of millions of words fits. */
const MAX_KEPT = 64 * 1024 * 1024
/** Bytes of a long literal that are kept, in case that a loader is handed them. */
const MAX_LONG = 32 * 1024
/** Room for the first literal: a file may be millions of pickles that have none. */
const FIRST_SIZE = 4096
const NOTHING = new Uint8Array(0)

/**
 * A stream cannot be read again, so its literals are copied here as they pass. When the arena is full, names can no longer be told: the machine
 * says so where one is needed.
 */
export class Arena {
  private bytes = NOTHING
  private used = 0

  /** A short literal: its code points into the arena. */
  literal(buffer: Uint8Array, from: number, length: number, flavour: number): Value {
    const offset = this.store(buffer.subarray(from, from + length))
    if (offset >= 0) return lazy(offset, length, flavour)
    return flavour === BYTES_LITERAL || flavour === BYTEARRAY_LITERAL ? BYTES : flavour === LONG ? INT : DROPPED
  }

  /** A long literal of which `head` is at hand. */
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
