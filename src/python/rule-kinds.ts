// Helpers from which the argument rules are built.
import type { Preview } from '../facts/pickle.ts'
import type { ArgumentRule, Lookup } from './table.ts'

/** Is a state or an item given to an instance that is there already? */
export const isState = (via: string): boolean => via === 'build' || via === 'append' || via === 'setitem' || via === 'additems'

/** A rule for a call whose result may be given a state like any other object. */
export const whenCalled =
  (rule: (args: readonly Preview[], is: Lookup) => true | string): ArgumentRule =>
  (args, via, is) =>
    isState(via) || rule(args, is)

/** A rule for a call whose result never has a state in what picklers write. */
export const onlyCalled =
  (rule: (args: readonly Preview[], is: Lookup) => true | string): ArgumentRule =>
  (args, via, is) =>
    isState(via) ? 'its result is changed, which no pickler writes' : rule(args, is)

/** What stands in the place of an argument, for people. */
export const label = (value: Preview | undefined): string =>
  value?.kind === 'global' ? `${value.module}.${value.name}` : value === undefined ? 'nothing' : `a value of kind ${value.kind}`

/** Is it this name? */
export function isGlobal(value: { kind: string }, module: string, name: string): boolean {
  return value.kind === 'global' && 'module' in value && value.module === module && 'name' in value && value.name === name
}

/** Is it a literal, or a tuple of literals, as a whole? */
export const isPlain = (value: Preview): boolean =>
  value.kind === 'tuple'
    ? !value.more && value.items.every(isPlain)
    : ['text', 'int', 'bool', 'none', 'float', 'bytes'].includes(value.kind)

/** Identifiers that picklers write. Made at the first use: V8 would work its classes out when it reads the file. */
let plainWord: RegExp | undefined
const LETTER = '\\p{L}'

/** Is it an identifier that picklers write? Anything that starts with two underscores reaches into Python itself. */
export function isPlainWord(text: string): boolean {
  plainWord ??= new RegExp(`^(?!__)[${LETTER}_][${LETTER}\\p{N}_]*$`, 'u')
  return plainWord.test(text)
}
