import { CAN_BEGIN } from '../../../pickle/vm/arguments.ts'
import { Opcode } from '../../../pickle/vm/opcodes.ts'

/** True where `byte` can be the first opcode of a program that loads. */
export function canStart(byte: number | undefined): boolean {
  return byte !== undefined && CAN_BEGIN[byte] === 1
}

/** True where the bytes begin with a PROTO opcode of a protocol that exists, and go on as a pickle can. */
export function hasProtocol(head: Uint8Array): boolean {
  return head[0] === Opcode.PROTO && (head[1] ?? 255) <= 5 && (canStart(head[2]) || head[2] === Opcode.STOP)
}

/** Extensions under which a file that is no readable pickle deserves a word. `.pt`, `.bin`, `.dat` and the like hold many other things. */
export const PICKLE_EXTENSIONS: readonly string[] = ['.pkl', '.pickle', '.joblib', '.dill', '.pck', '.pcl']

/**
 * Could Python import this? Text that happens to spell opcodes asks for modules such as `onfiguration file`, which no import finds. A NUL
 * or a non-ASCII letter can be part of an attack and stays.
 */
export function isImportable(module: string, name: string): boolean {
  pattern ??= new RegExp(`^[${START}][^\\s!-\\-/:-@[-^\`{-~]*$`, 'u')
  return pattern.test(module) && pattern.test(name)
}

const START = '\\p{L}_\\0'
/** Made at the first use: V8 would work its classes out when it reads the file. */
let pattern: RegExp | undefined
