// Recognises the first bytes of a pickle, its extensions, and names that Python could import.
/** First bytes that a pickle of protocol 0 or 1 can have, and what can follow a PROTO opcode: any opcode but those that need something on the stack. */
const STARTERS: ReadonlySet<number> = new Set(
  [...'(]})NIJKMLGFSTUVXBCcP']
    .map((char) => char.charCodeAt(0))
    .concat([0x80, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8d, 0x8e, 0x8f, 0x95, 0x96, 0x97, 0x82, 0x83, 0x84]),
)

/** True where `byte` can be the first opcode of a program that loads. */
export function canStart(byte: number | undefined): boolean {
  return byte !== undefined && STARTERS.has(byte)
}

/** True where the bytes begin with a PROTO opcode of a protocol that exists, and go on as a pickle can. */
export function hasProtocol(head: Uint8Array): boolean {
  return head[0] === 0x80 && (head[1] ?? 255) <= 5 && (canStart(head[2]) || head[2] === 0x2e)
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
