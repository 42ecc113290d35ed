// Finds offsets inside other bytes at which a pickle that imports something may begin.
import { Opcode, opcodes } from './opcodes.ts'

/** Maximum length of a module or function name that is looked for. */
const MAX_NAME = 100
/** Bytes before a match at which its pickle may already have begun. */
const LOOKBEHIND = 512
/** Maximum number of opcodes on one line before an import. */
const MAX_BARE = 4

const NEWLINE = 0x0a

/** Letters, digits, the underscore and the full stop. */
const NAME = new Uint8Array(256)
for (const char of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.') NAME[char.charCodeAt(0)] = 1

/** Opcodes without an argument after which the stream goes on: they may come right before GLOBAL on its line. */
const IS_BARE = new Uint8Array(256)
for (const [name, code, argument] of opcodes) if (argument === 'none' && name !== 'STOP') IS_BARE[code] = 1

const NOTHING: readonly number[] = []

/**
 * Returns where a pickle without PROTO may begin whose first names are at `at`: at the newline between the two of GLOBAL
 * or INST, or at the first of the two texts that STACK_GLOBAL takes. Bounded: names have at most a hundred letters.
 */
export function startsOfNames(bytes: Uint8Array, at: number): readonly number[] {
  if (bytes[at] === NEWLINE) return linesAround(bytes, at)
  return isStackGlobal(bytes, at) ? [at] : NOTHING
}

/**
 * Finds GLOBAL or INST, a module, the newline at `at`, a name and a newline. A MARK comes before INST and OBJ, with
 * arguments between.
 */
function linesAround(bytes: Uint8Array, at: number): readonly number[] {
  let end = at + 1
  while (end - at <= MAX_NAME && NAME[bytes[end] ?? 0] === 1) end++
  if (end === at + 1 || bytes[end] !== NEWLINE) return NOTHING
  let first = at
  while (at - first <= MAX_NAME && first > 0 && NAME[bytes[first - 1] ?? 0] === 1) first--
  const starts: number[] = []
  for (let op = first; op < at - 1 && op <= first + MAX_BARE; op++) {
    // One letter may belong to the bytes before the pickle.
    if (op > first + 1 && IS_BARE[bytes[op - 1] ?? 0] === 0) break
    if (bytes[op] === Opcode.GLOBAL) {
      if (bytes[op - 1] === Opcode.MARK) starts.push(op - 1)
      starts.push(op)
    } else if (bytes[op] === Opcode.INST) {
      const mark = bytes.subarray(Math.max(0, op - LOOKBEHIND), op).lastIndexOf(Opcode.MARK)
      if (mark >= 0) starts.push(Math.max(0, op - LOOKBEHIND) + mark)
    }
  }
  // Letters that are no opcodes may come before it too: then the first `c` can be GLOBAL.
  const global = starts.length > 0 ? -1 : bytes.subarray(first, at - 1).indexOf(Opcode.GLOBAL)
  if (global >= 0) starts.push(first + global)
  return starts
}

/** Whether two texts and STACK_GLOBAL are at `at`, with or without a memo entry for each text. */
function isStackGlobal(bytes: Uint8Array, at: number): boolean {
  const module = afterName(bytes, at)
  const name = module < 0 ? -1 : afterName(bytes, module)
  return name >= 0 && bytes[name] === Opcode.STACK_GLOBAL
}

/** Returns the offset after a short text that can be a name, and after its memo entry; −1 where there is none. */
function afterName(bytes: Uint8Array, at: number): number {
  const wide = bytes[at] === Opcode.BINUNICODE
  if (!wide && bytes[at] !== Opcode.SHORT_BINUNICODE) return -1
  const length = bytes[at + 1] ?? 0
  if (length === 0 || length > MAX_NAME) return -1
  if (wide && (bytes[at + 2] !== 0 || bytes[at + 3] !== 0 || bytes[at + 4] !== 0)) return -1
  const start = at + (wide ? 5 : 2)
  for (let i = start; i < start + length; i++) if (NAME[bytes[i] ?? 0] === 0) return -1
  const end = start + length
  if (bytes[end] === Opcode.MEMOIZE) return end + 1
  if (bytes[end] === Opcode.BINPUT) return end + 2
  return bytes[end] === Opcode.LONG_BINPUT ? end + 5 : end
}
