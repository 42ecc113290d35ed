/** The longest name of a module or function that is looked for. */
const MAX_NAME = 100
/** How far before its names the mark of an instance is looked for. */
const LOOKBEHIND = 512
/** Opcodes that are read before an import in the same line. */
const MAX_BARE = 4

const SHORT_BINUNICODE = 0x8c
const BINUNICODE = 0x58
const STACK_GLOBAL = 0x93
const MEMOIZE = 0x94
const GLOBAL = 0x63
const INST = 0x69
const MARK = 0x28
const NEWLINE = 0x0a

/** Letters, digits, the underscore and the full stop. */
const NAME = new Uint8Array(256)
for (const char of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.') NAME[char.charCodeAt(0)] = 1
/** Letters and digits that are opcodes without an argument: they may stand right before GLOBAL, among the letters of a line. */
const BARE = new Uint8Array(256)
for (const char of 'NtRbeusadlo0123') BARE[char.charCodeAt(0)] = 1
const NOTHING: readonly number[] = []

/**
 * Where a pickle without PROTO may begin whose first names are at `at`: at the line end between the two of GLOBAL or INST, or at the first of two texts that
 * STACK_GLOBAL takes. Bounded: names are no longer than a hundred letters.
 */
export function startsOfNames(bytes: Uint8Array, at: number): readonly number[] {
  if (bytes[at] === NEWLINE) return linesAround(bytes, at)
  return isStackGlobal(bytes, at) ? [at] : NOTHING
}

/** `c` or `i`, a module, the line end at `at`, a name, a line end. A mark stands before INST and OBJ, and arguments between. */
function linesAround(bytes: Uint8Array, at: number): readonly number[] {
  let end = at + 1
  while (end - at <= MAX_NAME && NAME[bytes[end] ?? 0] === 1) end++
  if (end === at + 1 || bytes[end] !== NEWLINE) return NOTHING
  let first = at
  while (at - first <= MAX_NAME && first > 0 && NAME[bytes[first - 1] ?? 0] === 1) first--
  const starts: number[] = []
  for (let op = first; op < at - 1 && op <= first + MAX_BARE; op++) {
    // One letter may be the end of whatever comes before the pickle.
    if (op > first + 1 && BARE[bytes[op - 1] ?? 0] === 0) break
    if (bytes[op] === GLOBAL) {
      if (bytes[op - 1] === MARK) starts.push(op - 1)
      starts.push(op)
    } else if (bytes[op] === INST) {
      const mark = bytes.subarray(Math.max(0, op - LOOKBEHIND), op).lastIndexOf(MARK)
      if (mark >= 0) starts.push(Math.max(0, op - LOOKBEHIND) + mark)
    }
  }
  // Letters that are no opcodes may stand before it too: then it is the first that can be GLOBAL.
  const global = starts.length > 0 ? -1 : bytes.subarray(first, at - 1).indexOf(GLOBAL)
  if (global >= 0) starts.push(first + global)
  return starts
}

/** Two texts and STACK_GLOBAL, with or without a memo entry for each. */
function isStackGlobal(bytes: Uint8Array, at: number): boolean {
  const module = behindName(bytes, at)
  const name = module < 0 ? -1 : behindName(bytes, module)
  return name >= 0 && bytes[name] === STACK_GLOBAL
}

/** The place behind a short text of the letters of a name and its memo entry; −1 where there is none. */
function behindName(bytes: Uint8Array, at: number): number {
  const wide = bytes[at] === BINUNICODE
  if (!wide && bytes[at] !== SHORT_BINUNICODE) return -1
  const length = bytes[at + 1] ?? 0
  if (length === 0 || length > MAX_NAME) return -1
  if (wide && (bytes[at + 2] !== 0 || bytes[at + 3] !== 0 || bytes[at + 4] !== 0)) return -1
  const start = at + (wide ? 5 : 2)
  for (let i = start; i < start + length; i++) if (NAME[bytes[i] ?? 0] === 0) return -1
  const end = start + length
  if (bytes[end] === MEMOIZE) return end + 1
  // BINPUT and LONG_BINPUT.
  if (bytes[end] === 0x71) return end + 2
  return bytes[end] === 0x72 ? end + 5 : end
}
