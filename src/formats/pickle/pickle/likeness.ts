// Decides quickly whether bytes could be a pickle that imports or calls something.
import { type ArgumentKind, opcodes } from '../../../pickle/vm/opcodes.ts'

/** Opcodes that import, call or end: what comes behind the first of them is for the machine to tell. */
const DECIDING = new Set(
  'STOP REDUCE BUILD INST OBJ NEWOBJ NEWOBJ_EX GLOBAL STACK_GLOBAL EXT1 EXT2 EXT4 PERSID BINPERSID APPEND APPENDS SETITEM SETITEMS ADDITEMS'.split(
    ' ',
  ),
)
/** Bytes of arguments of a fixed length; what is missing ends with a line. */
const WIDTHS: ReadonlyMap<ArgumentKind, number> = new Map([
  ['none', 0],
  ['uint1', 1],
  ['uint2', 2],
  ['int4', 4],
  ['uint4', 4],
  ['uint8', 8],
  ['float8', 8],
])
const COUNTS: ReadonlyMap<ArgumentKind, number> = new Map([
  ['counted1', 1],
  ['counted4', 4],
  ['counted8', 8],
])
/** So many opcodes in a row do not come by chance. */
const ENOUGH = 12
const LINE_END = 0x0a

const kinds: (ArgumentKind | 'deciding' | undefined)[] = []
for (const [name, code, kind] of opcodes) kinds[code] = DECIDING.has(name) ? 'deciding' : kind

/**
 * Could a load that begins at `at` come to an opcode that does something? False where it surely fails before: at a byte that is no opcode, or at an argument
 * that is longer than `left`, the bytes from `at` on. `bytes` may end earlier.
 */
export function mayDoSomething(bytes: Uint8Array, at: number, left: number): boolean {
  let place = at
  for (let count = 0; count < ENOUGH; count++) {
    const code = bytes[place]
    if (code === undefined) return place - at < left
    const kind = kinds[code]
    if (kind === undefined) return false
    if (kind === 'deciding') return true
    const next = argumentEnd(bytes, place + 1, kind)
    if (next === undefined) return true
    if (next - at > left) return false
    place = next
  }
  return true
}

/** Where the argument at `at` ends; undefined where the bytes do not tell. */
function argumentEnd(bytes: Uint8Array, at: number, kind: ArgumentKind): number | undefined {
  const width = WIDTHS.get(kind)
  if (width !== undefined) return at + width
  const count = COUNTS.get(kind)
  if (count === undefined) {
    const end = bytes.indexOf(LINE_END, at)
    return end < 0 ? undefined : end + 1
  }
  if (at + count > bytes.length) return undefined
  let length = 0
  for (let index = count - 1; index >= 0; index--) length = length * 256 + (bytes[at + index] ?? 0)
  return at + count + length
}
