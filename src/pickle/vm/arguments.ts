// Widths of opcode arguments: those of a fixed size, and those that begin with a count of the bytes that follow.
import type { ArgumentKind, OpcodeName } from './opcodes.ts'
import { opcodes } from './opcodes.ts'

/** Sizes in bytes of the arguments that have a fixed one. */
const FIXED: Partial<Record<ArgumentKind, number>> = { none: 0, uint1: 1, uint2: 2, int4: 4, uint4: 4, uint8: 8, float8: 8 }

/** Kinds that are a little-endian count and as many bytes. */
const COUNTED: Partial<Record<ArgumentKind, number>> = {
  string1: 1,
  string4: 4,
  unicodestring1: 1,
  unicodestring4: 4,
  unicodestring8: 8,
  bytes1: 1,
  bytes4: 4,
  bytes8: 8,
  bytearray8: 8,
  long1: 1,
  long4: 4,
}

/** Returns the size in bytes of an argument of this kind; undefined where that depends on the argument. */
export function fixedSize(kind: ArgumentKind): number | undefined {
  return FIXED[kind]
}

/**
 * Returns the size in bytes of the count before an argument of this kind; undefined where it has none, and ends with a
 * line instead.
 */
export function countSize(kind: ArgumentKind): number | undefined {
  return COUNTED[kind]
}

/** Opcodes that fail where nothing was stored in the memo before. */
const MEMO_READS: readonly OpcodeName[] = ['GET', 'BINGET', 'LONG_BINGET']

/** Opcode bytes that can come first in a program that loads: they need nothing on the stack or in the memo. */
export const CAN_BEGIN = new Uint8Array(256)
for (const [name, code, , takes] of opcodes) if (takes === 0 && !MEMO_READS.includes(name)) CAN_BEGIN[code] = 1
