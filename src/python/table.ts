// Types of the tables of safe names, and of the rules for their arguments.
import type { CallOpcode, Preview } from '../facts/pickle.ts'

/** Rules for names that are harmless only with certain arguments; the code is in `arguments-*.ts`. */
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
 * How a name may be used. `call`: called with any arguments, it only builds data. `class`: named, built without its constructor (NEWOBJ) and given a
 * state, never called. `reference`: only named, never called or given a state. Else a rule that looks at the arguments.
 */
export type SafeUse = 'call' | 'class' | 'reference' | ArgumentRuleId

/** Names that are safe in one way for one reason: module → names, separated by blanks; a dotted name is an attribute of a class. */
export interface SafeGroup {
  readonly use: SafeUse
  readonly reason: string
  readonly names: Readonly<Record<string, string>>
}

/** The names of a family of libraries, which few files need: read when one of its packages is asked for. */
export interface SafeTable {
  /** First parts of all its modules, separated by blanks. */
  readonly packages: string
  /** Names as one text, `module: name name …` for each module: thousands of rows cost nothing before they are read. */
  readonly groups: readonly (Omit<SafeGroup, 'names'> & { readonly names: string })[]
}

/** Where a module comes from: the standard library, a library whose names the safe list claims to know, or anything else. */
export type Library = 'stdlib' | 'known' | 'unknown'

/** What an argument rule may ask about a name. */
export interface Lookup {
  /** How the name may be used; undefined when it is dangerous or on no list. */
  safeUse(module: string, name: string): SafeUse | undefined
  isDangerous(module: string, name: string): boolean
  libraryOf(module: string): Library
}

/** Judges one use of a name. Pure. Gives true, or for people the reason why the arguments are not those that picklers write. */
export type ArgumentRule = (args: readonly Preview[], via: CallOpcode, is: Lookup) => true | string
