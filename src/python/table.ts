// Types of the tables of safe names, and of the rules for their arguments.
import type { CallOpcode, Preview } from '../facts/pickle.ts'

/** Ids of the rules for names that are harmless only with certain arguments; see `policy/globals/arguments-*.ts`. */
export type ArgumentRuleId =
  | 'codec'
  | 'shared'
  | 'get-attribute'
  | 'type-of'
  | 'iterator'
  | 'one-iterable'
  | 'mapped'
  | 'partial'
  | 'item-getter'
  | 'attribute-getter'
  | 'method-caller'
  | 'default-factory'
  | 'first-is-class'
  | 'attributes-only'
  | 'attributes-only-callable'
  | 'reconstructor'
  | 'masked-array'
  | 'numpy-scalar'
  | 'ufunc'
  | 'bit-generator'
  | 'random-state'
  | 'index'
  | 'distribution'
  | 'vectorized'
  | 'qhull'
  | 'custom-offset'
  | 'member'
  | 'flags'
  | 'union'
  | 'typing-item'
  | 'zone-key'
  | 'time-zone-file'
  | 'tensor'
  | 'tensor-type'
  | 'literal-bytes'
  | 'sibling-file'
  | 'no-cache'
  | 'dill-type'
  | 'remade-array'
  | 'formula'
  | 'temporary-file'
  | 'no-factory'
  | 'irreducible-unit'

/**
 * How a name may be used. `call`: a call with any arguments only builds data. `class`: an import, an instance built
 * without the constructor (NEWOBJ) and its state are harmless, a call is not. `reference`: only an import is harmless.
 * Any other value is a rule that judges the arguments.
 */
export type SafeUse = 'call' | 'class' | 'reference' | ArgumentRuleId

/**
 * Names with the same safe use and reason: module → names, separated by whitespace. `Class.name` is an attribute of a
 * class.
 */
export interface SafeGroup {
  readonly use: SafeUse
  readonly reason: string
  readonly names: Readonly<Record<string, string>>
}

/** The names of a family of libraries. Indexed when one of its packages is first looked up, since few files need it. */
export interface SafeTable {
  /** First parts of all its modules, separated by whitespace. */
  readonly packages: string
  /** Names as one text, `module: name name …` per line: thousands of rows cost nothing until they are indexed. */
  readonly groups: readonly (Omit<SafeGroup, 'names'> & { readonly names: string })[]
}

/** The origin of a module: the standard library, a library whose names the safe lists know, or anything else. */
export type Library = 'stdlib' | 'known' | 'unknown'

/** What an argument rule can look up about a name. */
export interface Lookup {
  /** Returns how the name may be used; undefined if it is dangerous or on no list. */
  safeUse(module: string, name: string): SafeUse | undefined
  isDangerous(module: string, name: string): boolean
  libraryOf(module: string): Library
}

/**
 * Judges one use of a name. Pure. Returns true, or the reason (for messages) why picklers do not write these arguments.
 */
export type ArgumentRule = (args: readonly Preview[], via: CallOpcode, is: Lookup) => true | string
