// Decides quickly whether bytes could be a pickle that imports or calls something.
import { countSize, fixedSize } from '../../../pickle/vm/arguments.ts'
import { type ArgumentKind, opcodes } from '../../../pickle/vm/opcodes.ts'

/** Opcodes that import, call or end. From the first of them on, only the machine can tell what the bytes do. */
const DECIDING = new Set(
  'STOP REDUCE BUILD INST OBJ NEWOBJ NEWOBJ_EX GLOBAL STACK_GLOBAL EXT1 EXT2 EXT4 PERSID BINPERSID APPEND APPENDS SETITEM SETITEMS ADDITEMS'.split(
    ' ',
  ),
)
/** Number of opcodes in a row that do not occur by chance. */
const ENOUGH = 12
const LINE_END = 0x0a

const kinds: (ArgumentKind | 'deciding' | undefined)[] = []
for (const [name, code, kind] of opcodes) kinds[code] = DECIDING.has(name) ? 'deciding' : kind

/**
 * True if a load that begins at `at` may reach an opcode that imports, calls or ends. False if it certainly fails
 * before: at a byte that is not an opcode, or at an argument longer than `left`, the number of bytes from `at` on.
 * `bytes` may end earlier.
 */
export function mayHaveEffect(bytes: Uint8Array, at: number, left: number): boolean {
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

/** Returns the end of the argument at `at`; undefined if `bytes` end before it is known. */
function argumentEnd(bytes: Uint8Array, at: number, kind: ArgumentKind): number | undefined {
  const width = fixedSize(kind)
  if (width !== undefined) return at + width
  const count = countSize(kind)
  if (count === undefined) {
    const end = bytes.indexOf(LINE_END, at)
    return end < 0 ? undefined : end + 1
  }
  if (at + count > bytes.length) return undefined
  let length = 0
  for (let index = count - 1; index >= 0; index--) length = length * 256 + (bytes[at + index] ?? 0)
  return at + count + length
}
