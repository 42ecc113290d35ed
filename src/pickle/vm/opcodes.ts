/** How an opcode's argument is written, in pickletools' terms. */
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
  | 'counted1'
  | 'counted4'
  | 'counted8'

/** One opcode: pickletools' name, its byte, how its argument is written, and the protocol that brought it. */
export type OpcodeRow = readonly [name: string, code: number, argument: ArgumentKind, protocol: number]

/** All 68 opcodes in the order of CPython's Lib/pickletools.py. */
export const opcodes: readonly OpcodeRow[] = [
  ['INT', 0x49, 'decimalnl_short', 0],
  ['BININT', 0x4a, 'int4', 1],
  ['BININT1', 0x4b, 'uint1', 1],
  ['BININT2', 0x4d, 'uint2', 1],
  ['LONG', 0x4c, 'decimalnl_long', 0],
  ['LONG1', 0x8a, 'counted1', 2],
  ['LONG4', 0x8b, 'counted4', 2],
  ['STRING', 0x53, 'stringnl', 0],
  ['BINSTRING', 0x54, 'counted4', 1],
  ['SHORT_BINSTRING', 0x55, 'counted1', 1],
  ['BINBYTES', 0x42, 'counted4', 3],
  ['SHORT_BINBYTES', 0x43, 'counted1', 3],
  ['BINBYTES8', 0x8e, 'counted8', 4],
  ['BYTEARRAY8', 0x96, 'counted8', 5],
  ['NEXT_BUFFER', 0x97, 'none', 5],
  ['READONLY_BUFFER', 0x98, 'none', 5],
  ['NONE', 0x4e, 'none', 0],
  ['NEWTRUE', 0x88, 'none', 2],
  ['NEWFALSE', 0x89, 'none', 2],
  ['UNICODE', 0x56, 'unicodestringnl', 0],
  ['SHORT_BINUNICODE', 0x8c, 'counted1', 4],
  ['BINUNICODE', 0x58, 'counted4', 1],
  ['BINUNICODE8', 0x8d, 'counted8', 4],
  ['FLOAT', 0x46, 'floatnl', 0],
  ['BINFLOAT', 0x47, 'float8', 1],
  ['EMPTY_LIST', 0x5d, 'none', 1],
  ['APPEND', 0x61, 'none', 0],
  ['APPENDS', 0x65, 'none', 1],
  ['LIST', 0x6c, 'none', 0],
  ['EMPTY_TUPLE', 0x29, 'none', 1],
  ['TUPLE', 0x74, 'none', 0],
  ['TUPLE1', 0x85, 'none', 2],
  ['TUPLE2', 0x86, 'none', 2],
  ['TUPLE3', 0x87, 'none', 2],
  ['EMPTY_DICT', 0x7d, 'none', 1],
  ['DICT', 0x64, 'none', 0],
  ['SETITEM', 0x73, 'none', 0],
  ['SETITEMS', 0x75, 'none', 1],
  ['EMPTY_SET', 0x8f, 'none', 4],
  ['ADDITEMS', 0x90, 'none', 4],
  ['FROZENSET', 0x91, 'none', 4],
  ['POP', 0x30, 'none', 0],
  ['DUP', 0x32, 'none', 0],
  ['MARK', 0x28, 'none', 0],
  ['POP_MARK', 0x31, 'none', 1],
  ['GET', 0x67, 'decimalnl_short', 0],
  ['BINGET', 0x68, 'uint1', 1],
  ['LONG_BINGET', 0x6a, 'uint4', 1],
  ['PUT', 0x70, 'decimalnl_short', 0],
  ['BINPUT', 0x71, 'uint1', 1],
  ['LONG_BINPUT', 0x72, 'uint4', 1],
  ['MEMOIZE', 0x94, 'none', 4],
  ['EXT1', 0x82, 'uint1', 2],
  ['EXT2', 0x83, 'uint2', 2],
  ['EXT4', 0x84, 'int4', 2],
  ['GLOBAL', 0x63, 'stringnl_noescape_pair', 0],
  ['STACK_GLOBAL', 0x93, 'none', 4],
  ['REDUCE', 0x52, 'none', 0],
  ['BUILD', 0x62, 'none', 0],
  ['INST', 0x69, 'stringnl_noescape_pair', 0],
  ['OBJ', 0x6f, 'none', 1],
  ['NEWOBJ', 0x81, 'none', 2],
  ['NEWOBJ_EX', 0x92, 'none', 4],
  ['PROTO', 0x80, 'uint1', 2],
  ['STOP', 0x2e, 'none', 0],
  ['FRAME', 0x95, 'uint8', 4],
  ['PERSID', 0x50, 'stringnl_noescape', 0],
  ['BINPERSID', 0x51, 'none', 1],
]

const names: (string | undefined)[] = []
for (const [name, code] of opcodes) names[code] = name

/** The name of an opcode byte, or undefined where it is none. */
export function opcodeName(code: number): string | undefined {
  return names[code]
}
