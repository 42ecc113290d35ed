// The table of all pickle opcodes: names, argument kinds and protocols as in CPython's Lib/pickletools.py, and what each does to the stack.

/** How an opcode's argument is written, by pickletools' name for it. */
export type ArgumentKind =
  | 'none'
  | 'uint1'
  | 'uint2'
  | 'int4'
  | 'uint4'
  | 'uint8'
  | 'float8'
  | 'decimalnl_short'
  | 'decimalnl_long'
  | 'floatnl'
  | 'stringnl'
  | 'stringnl_noescape'
  | 'stringnl_noescape_pair'
  | 'unicodestringnl'
  | 'string1'
  | 'string4'
  | 'unicodestring1'
  | 'unicodestring4'
  | 'unicodestring8'
  | 'bytes1'
  | 'bytes4'
  | 'bytes8'
  | 'bytearray8'
  | 'long1'
  | 'long4'

/**
 * What an opcode takes from the stack: so many values; `mark`: the last mark and all above it; `mark and 1`: these and
 * the value below, or above, the mark. What is only looked at is taken and put back.
 */
export type Taken = 0 | 1 | 2 | 3 | 'mark' | 'mark and 1'

/**
 * One opcode: its name, its byte, how its argument is written, what it takes from the stack, how many values it pushes,
 * and the first protocol that has it.
 */
type OpcodeRow = readonly [name: string, code: number, argument: ArgumentKind, takes: Taken, gives: 0 | 1 | 2, protocol: number]

/** All 68 opcodes in the order of pickletools. */
export const opcodes = [
  ['INT', 0x49, 'decimalnl_short', 0, 1, 0],
  ['BININT', 0x4a, 'int4', 0, 1, 1],
  ['BININT1', 0x4b, 'uint1', 0, 1, 1],
  ['BININT2', 0x4d, 'uint2', 0, 1, 1],
  ['LONG', 0x4c, 'decimalnl_long', 0, 1, 0],
  ['LONG1', 0x8a, 'long1', 0, 1, 2],
  ['LONG4', 0x8b, 'long4', 0, 1, 2],
  ['STRING', 0x53, 'stringnl', 0, 1, 0],
  ['BINSTRING', 0x54, 'string4', 0, 1, 1],
  ['SHORT_BINSTRING', 0x55, 'string1', 0, 1, 1],
  ['BINBYTES', 0x42, 'bytes4', 0, 1, 3],
  ['SHORT_BINBYTES', 0x43, 'bytes1', 0, 1, 3],
  ['BINBYTES8', 0x8e, 'bytes8', 0, 1, 4],
  ['BYTEARRAY8', 0x96, 'bytearray8', 0, 1, 5],
  ['NEXT_BUFFER', 0x97, 'none', 0, 1, 5],
  ['READONLY_BUFFER', 0x98, 'none', 1, 1, 5],
  ['NONE', 0x4e, 'none', 0, 1, 0],
  ['NEWTRUE', 0x88, 'none', 0, 1, 2],
  ['NEWFALSE', 0x89, 'none', 0, 1, 2],
  ['UNICODE', 0x56, 'unicodestringnl', 0, 1, 0],
  ['SHORT_BINUNICODE', 0x8c, 'unicodestring1', 0, 1, 4],
  ['BINUNICODE', 0x58, 'unicodestring4', 0, 1, 1],
  ['BINUNICODE8', 0x8d, 'unicodestring8', 0, 1, 4],
  ['FLOAT', 0x46, 'floatnl', 0, 1, 0],
  ['BINFLOAT', 0x47, 'float8', 0, 1, 1],
  ['EMPTY_LIST', 0x5d, 'none', 0, 1, 1],
  ['APPEND', 0x61, 'none', 2, 1, 0],
  ['APPENDS', 0x65, 'none', 'mark and 1', 1, 1],
  ['LIST', 0x6c, 'none', 'mark', 1, 0],
  ['EMPTY_TUPLE', 0x29, 'none', 0, 1, 1],
  ['TUPLE', 0x74, 'none', 'mark', 1, 0],
  ['TUPLE1', 0x85, 'none', 1, 1, 2],
  ['TUPLE2', 0x86, 'none', 2, 1, 2],
  ['TUPLE3', 0x87, 'none', 3, 1, 2],
  ['EMPTY_DICT', 0x7d, 'none', 0, 1, 1],
  ['DICT', 0x64, 'none', 'mark', 1, 0],
  ['SETITEM', 0x73, 'none', 3, 1, 0],
  ['SETITEMS', 0x75, 'none', 'mark and 1', 1, 1],
  ['EMPTY_SET', 0x8f, 'none', 0, 1, 4],
  ['ADDITEMS', 0x90, 'none', 'mark and 1', 1, 4],
  ['FROZENSET', 0x91, 'none', 'mark', 1, 4],
  ['POP', 0x30, 'none', 1, 0, 0],
  ['DUP', 0x32, 'none', 1, 2, 0],
  ['MARK', 0x28, 'none', 0, 0, 0],
  ['POP_MARK', 0x31, 'none', 'mark', 0, 1],
  ['GET', 0x67, 'decimalnl_short', 0, 1, 0],
  ['BINGET', 0x68, 'uint1', 0, 1, 1],
  ['LONG_BINGET', 0x6a, 'uint4', 0, 1, 1],
  ['PUT', 0x70, 'decimalnl_short', 1, 1, 0],
  ['BINPUT', 0x71, 'uint1', 1, 1, 1],
  ['LONG_BINPUT', 0x72, 'uint4', 1, 1, 1],
  ['MEMOIZE', 0x94, 'none', 1, 1, 4],
  ['EXT1', 0x82, 'uint1', 0, 1, 2],
  ['EXT2', 0x83, 'uint2', 0, 1, 2],
  ['EXT4', 0x84, 'int4', 0, 1, 2],
  ['GLOBAL', 0x63, 'stringnl_noescape_pair', 0, 1, 0],
  ['STACK_GLOBAL', 0x93, 'none', 2, 1, 4],
  ['REDUCE', 0x52, 'none', 2, 1, 0],
  ['BUILD', 0x62, 'none', 2, 1, 0],
  ['INST', 0x69, 'stringnl_noescape_pair', 'mark', 1, 0],
  ['OBJ', 0x6f, 'none', 'mark and 1', 1, 1],
  ['NEWOBJ', 0x81, 'none', 2, 1, 2],
  ['NEWOBJ_EX', 0x92, 'none', 3, 1, 4],
  ['PROTO', 0x80, 'uint1', 0, 0, 2],
  ['STOP', 0x2e, 'none', 1, 0, 0],
  ['FRAME', 0x95, 'uint8', 0, 0, 4],
  ['PERSID', 0x50, 'stringnl_noescape', 0, 1, 0],
  ['BINPERSID', 0x51, 'none', 1, 1, 1],
] as const satisfies readonly OpcodeRow[]

type Row = (typeof opcodes)[number]

/** The name of an opcode. */
export type OpcodeName = Row[0]

/**
 * The byte of each opcode by its name. The build puts the number in the place of `Opcode.NAME`, so that a switch over
 * them becomes a jump table.
 */
export const Opcode = Object.fromEntries(opcodes.map(([name, code]) => [name, code])) as { readonly [R in Row as R[0]]: R[1] }

const byCode: (Row | undefined)[] = []
for (const row of opcodes) byCode[row[1]] = row

/** Returns the name of an opcode byte, or undefined where it is none. */
export function opcodeName(code: number): OpcodeName | undefined {
  return byCode[code]?.[0]
}

/** Returns how the argument of an opcode byte is written, or undefined where it is none. */
export function argumentKind(code: number): ArgumentKind | undefined {
  return byCode[code]?.[2]
}
