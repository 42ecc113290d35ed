// Finds offsets inside other bytes at which a pickle that imports something may begin.
import { CAN_BEGIN } from './arguments.ts'
import { Opcode, opcodes } from './opcodes.ts'

/** Maximum length of a module or function name that is looked for. */
const MAX_NAME = 100
/** Bytes after a possible start that the decision about it may read. */
export const LOOKAHEAD = 2 * MAX_NAME + 16
/** Bytes before a match at which its pickle may already have begun. */
export const LOOKBEHIND = 512
/** Maximum number of opcodes on one line before an import. */
const MAX_BARE = 4

const MAX_PROTOCOL = 5
const NEWLINE = 0x0a

/** Bytes at which a closer look begins: nearly all bytes are not among them. */
const LOOK = new Uint8Array(256)
for (const byte of [Opcode.PROTO, Opcode.SHORT_BINUNICODE, Opcode.BINUNICODE, NEWLINE]) LOOK[byte] = 1
/** Letters, digits, the underscore and the full stop. */
const NAME = new Uint8Array(256)
for (const char of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.') NAME[char.charCodeAt(0)] = 1

/** Opcodes without an argument after which the stream goes on: they may come right before GLOBAL on its line. */
const IS_BARE = new Uint8Array(256)
for (const [name, code, argument] of opcodes) if (argument === 'none' && name !== 'STOP') IS_BARE[code] = 1

/** Offsets at which a pickle may begin, found up to `next`, where the search goes on. */
export interface PickleStarts {
  readonly starts: readonly number[]
  readonly next: number
}

/**
 * Finds the next offsets from `from` on at which bytes look like the start of a pickle that imports something: PROTO of
 * a protocol that exists, or two names as GLOBAL, INST or STACK_GLOBAL take them. Returns undefined where there are
 * none before `end`. Reads each byte once, in order.
 */
export function findPickleStarts(bytes: Uint8Array, from: number, end: number): PickleStarts | undefined {
  for (let at = from; at < end; at++) {
    const byte = bytes[at] ?? 0
    if (LOOK[byte] === 0) continue
    // The byte after it rules out nearly all of what is left, without a call.
    const after = bytes[at + 1] ?? 0
    if (byte === Opcode.PROTO ? after > MAX_PROTOCOL : byte === NEWLINE ? NAME[after] === 0 : after === 0 || after > MAX_NAME) continue
    const starts =
      byte === Opcode.PROTO ? protoAt(bytes, at) : byte === NEWLINE ? linesAround(bytes, at) : isStackGlobal(bytes, at) ? [at] : NOTHING
    if (starts.length > 0) return { starts, next: at + 1 }
  }
  return undefined
}

const NOTHING: readonly number[] = []

function protoAt(bytes: Uint8Array, at: number): readonly number[] {
  return (bytes[at + 1] ?? 255) <= MAX_PROTOCOL && CAN_BEGIN[bytes[at + 2] ?? 0] === 1 ? [at] : NOTHING
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
