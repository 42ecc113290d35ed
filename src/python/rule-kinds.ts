// Helpers from which the argument rules are built.
import type { Preview } from '../facts/pickle.ts'
import { once } from './once.ts'
import type { ArgumentRule, Lookup } from './table.ts'

/** Returns true for opcodes that set a state or items of an existing instance. */
export const isState = (via: string): boolean => via === 'build' || via === 'append' || via === 'setitem' || via === 'additems'

/** Returns a rule that judges calls, and accepts a state or items for the result. */
export const whenCalled =
  (rule: (args: readonly Preview[], is: Lookup) => true | string): ArgumentRule =>
  (args, via, is) =>
    isState(via) || rule(args, is)

/** Returns a rule that judges calls, and refuses a state or items for the result: picklers write none. */
export const onlyCalled =
  (rule: (args: readonly Preview[], is: Lookup) => true | string): ArgumentRule =>
  (args, via, is) =>
    isState(via) ? 'its result is changed, which no pickler writes' : rule(args, is)

/** Returns a short description of an argument for messages. */
export const label = (value: Preview | undefined): string =>
  value?.kind === 'global' ? `${value.module}.${value.name}` : value === undefined ? 'nothing' : `a value of kind ${value.kind}`

/** Returns true if the value is this imported name. */
export function isGlobal(value: { kind: string }, module: string, name: string): boolean {
  return value.kind === 'global' && 'module' in value && value.module === module && 'name' in value && value.name === name
}

/** Returns true for a literal, and for a tuple of literals that is shown completely. */
export const isPlain = (value: Preview): boolean =>
  value.kind === 'tuple'
    ? !value.more && value.items.every(isPlain)
    : ['text', 'int', 'bool', 'none', 'float', 'bytes'].includes(value.kind)

/** Built at the first use, from text: V8 would expand the Unicode classes of a literal when it parses the file. */
const plainWord = once(() => new RegExp(`^(?!__)[${LETTER}_][${LETTER}\\p{N}_]*$`, 'u'))
const LETTER = '\\p{L}'

/** Returns true for an identifier without two leading underscores: those names give access to the interpreter. */
export function isPlainWord(text: string): boolean {
  return plainWord().test(text)
}
