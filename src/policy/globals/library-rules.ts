// Argument rules for single classes of statsmodels, sklearn-crfsuite, astropy and other libraries.
import type { Preview } from '../../facts/pickle.ts'
import type { ArgumentRule } from '../../python/table.ts'
import { stateEntry } from './state-entry.ts'

/** A model's formula: names, numbers, operators, and calls that are looked at one by one. No brackets, braces or backquotes, and no call of what a call gives. */
const FORMULA = /^[\w\u0080-\uffff\s.~+\-*/^:|(),=<>!]*$/
/** A name with what hangs on it by points, and the parenthesis of a call. */
const NAMED = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*(?:\s*\.\s*[\w\u0080-\uffff]+)*\s*\(?/g
/** A text without a prefix (`f'…'` evaluates what is in it), and without escapes or other quotes in it. */
const TEXT = /(?<![\w\u0080-\uffff])(['"])[^'"\\`\n]*\1/g
/** What is called or asked without being a name, and words that are code in a formula, too. */
const ODD = /(?:\)|(?<![\w.\u0080-\uffff])0)\s*[(.]|(?<![\w\u0080-\uffff])(?:lambda(?![\w\u0080-\uffff])|__)/
/** A number with a point is no attribute of anything. */
const NUMBER = /(?<![\w)\u0080-\uffff])\d+\.?\d*/g
/** Transforms of patsy and formulaic, coding schemes, and functions of arrays that give an array of the same length. */
const TRANSFORMS = new Set(
  `C I Q bs cr cc te center standardize scale poly hashed lag Treatment Sum Poly Diff Helmert contr.treatment contr.sum contr.poly log log2 log10 log1p exp
  sqrt abs np.log np.log2 np.log10 np.log1p np.exp np.expm1 np.sqrt np.cbrt np.square np.abs np.power np.sin np.cos np.tan np.tanh np.sign np.floor np.ceil
  np.round np.maximum np.minimum np.where np.clip`.split(/\s+/),
)
/** States of `ModelData` in which it builds the design of its formula anew (statsmodels/base/data.py, __setstate__; the second name since 0.15). */
const RESTORES = ['restore_design_info', 'restore_model_spec']

/** statsmodels' data: with one of these keys the formula is evaluated as Python code, by patsy or formulaic, in the frames of whoever loads the file. */
function formulaState(state: Preview | undefined): true | string {
  const asked = RESTORES.map((key) => stateEntry(state, key))
  if (asked.some(({ whole }) => !whole)) return 'its state, which can hold a formula, was not read as a whole'
  if (asked.every(({ found }) => found === undefined)) return true
  const { found } = stateEntry(state, 'formula')
  if (found?.kind !== 'text' || found.text.length !== found.length)
    return 'the formula of its state, which is evaluated, is no literal text'
  return (
    isPlainFormula(found.text) ||
    'the formula of its state is evaluated as Python code, and has more in it than names, texts and known transforms'
  )
}

/** Nothing but columns, operators, plain texts (the name of a level) and known transforms? */
function isPlainFormula(text: string): boolean {
  if (/['"]{3}/.test(text)) return false
  const bare = text.replace(TEXT, '0').replace(NUMBER, '0')
  if (!FORMULA.test(bare) || ODD.test(bare)) return false
  const asked = (bare.match(NAMED) ?? []).map((name) => name.replace(/\s+/g, '')).filter((name) => /[.(]/.test(name))
  return asked.every((name) => TRANSFORMS.has(name.replace('(', '')))
}

/** `FileResource` makes a file of this prefix and suffix for the bytes of its state, and deletes the file that it has by name (sklearn_crfsuite/_fileresource.py). */
function temporaryFile(state: Preview | undefined): true | string {
  const name = stateEntry(state, 'name')
  if (!name.whole) return 'its state, which can name a file to delete, was not read as a whole'
  if (name.found !== undefined && name.found.kind !== 'none') return 'its finaliser deletes the file that its state names'
  for (const key of ['prefix', 'suffix', 'dir']) {
    const { found } = stateEntry(state, key)
    if (found === undefined || found.kind === 'none') continue
    if (found.kind !== 'text' || !/^[\w.-]{0,64}$/.test(found.text) || found.text.length !== found.length)
      return `it writes a file whose ${key} can lead elsewhere`
  }
  return true
}

/** Imported types, and what `type(None)` and generics give: `|` of these makes a type and calls nothing of the file. */
function isUnion([or, types]: readonly Preview[]): boolean {
  if (or?.kind !== 'global' || !/^_?operator$/.test(or.module) || or.name !== 'or_') return false
  return types?.kind === 'tuple' && !types.more && types.items.every(isType)
}

function isType(value: Preview): boolean {
  if (value.kind === 'global') return true
  if (value.kind !== 'result' || value.callee.kind !== 'global') return false
  return TYPE_MAKERS.has(`${value.callee.module.replace(/^_/, '')} ${value.callee.name}`) && value.hasState !== true
}

function isUnitClass(value: Preview | undefined): boolean {
  return value?.kind === 'global' && value.module === 'astropy.units.core' && /^(?:IrreducibleUnit|PrefixUnit|Unit)$/.test(value.name)
}

/** Attributes that are set one by one (the second half of such a state) would call setters; what is no dict is asked for its items. */
function attributesOnly(state: Preview | undefined): true | string {
  if (state?.kind !== 'tuple' || state.items.length !== 2) return true
  const [attributes, slots] = state.items
  if (slots?.kind !== 'none') return 'its state sets attributes one by one'
  return attributes?.kind !== 'result' || 'its attributes are those of an object that is no dict'
}

/** Calls by which types are pickled. */
const TYPE_MAKERS = new Set(['builtins type', 'types GenericAlias', 'operator getitem'])

const ofState =
  (rule: (state: Preview | undefined) => true | string): ArgumentRule =>
  (args, via) => {
    if (via === 'build') return rule(args[0])
    return (via === 'newobj' && args.length === 0) || 'it is only built without arguments and given a state by picklers'
  }

/** Rules for classes of single libraries that do something with their state. Each accepts what the library writes. */
export const libraryRules = {
  formula: ofState(formulaState),
  'temporary-file': ofState(temporaryFile),
  // `A | B` of types, as Python writes it: `functools.reduce(operator.or_, (A, B))`.
  union: (args, via) => (via === 'reduce' && args.length === 2 && isUnion(args)) || 'it calls what it is given for every item',
  // `_recreate_irreducible_unit(cls, names, registered)` calls `cls(names)` (astropy/units/core.py).
  'irreducible-unit': ([cls], via) =>
    (via !== 'append' && via !== 'setitem' && via !== 'additems' && (via === 'build' || isUnitClass(cls))) ||
    'it calls what it is given, which is no class of units',
  // `VectorDict(data, default_factory, mask, copy)`.
  'no-factory': (args, via) =>
    via === 'reduce' && args[1]?.kind === 'none' && args.slice(2).every(({ kind }) => kind === 'none' || kind === 'bool')
      ? true
      : 'it calls the factory that it is given',
  'attributes-only': ofState(attributesOnly),
  // The same for instances that can be called: as a method of something else they would work with what is in their state.
  'attributes-only-callable': ofState(attributesOnly),
} as const satisfies Readonly<Record<string, ArgumentRule>>
