// Recognises the first bytes of a pickle, its extensions, and names that Python could import.
import { CAN_BEGIN } from '../../../pickle/vm/arguments.ts'
import { Opcode } from '../../../pickle/vm/opcodes.ts'

/** True if `byte` can be the first opcode of a pickle. */
export function canStart(byte: number | undefined): boolean {
  return byte !== undefined && CAN_BEGIN[byte] === 1
}

/** True if the bytes begin with a PROTO opcode of an existing protocol, and an opcode that can follow it. */
export function hasProtocol(head: Uint8Array): boolean {
  return head[0] === Opcode.PROTO && (head[1] ?? 255) <= 5 && (canStart(head[2]) || head[2] === Opcode.STOP)
}

/** Extensions that promise a pickle. `.pt`, `.bin`, `.dat` and others are used for many other formats as well. */
export const PICKLE_EXTENSIONS: readonly string[] = ['.pkl', '.pickle', '.joblib', '.dill', '.pck', '.pcl']

/**
 * True if Python could import this name. Text that happens to consist of opcodes imports modules such as
 * `onfiguration file`, which do not exist. A NUL or a non-ASCII letter can be part of an attack: true.
 */
export function isImportable(module: string, name: string): boolean {
  patternCache ??= new RegExp(`^[${START}][^\\s!-\\-/:-@[-^\`{-~]*$`, 'u')
  return patternCache.test(module) && patternCache.test(name)
}

const START = '\\p{L}_\\0'
/** Compiled at the first use: V8 would expand its character classes at start-up. */
let patternCache: RegExp | undefined
