import type { Line } from './asm.ts'

const called = (name: string, ...args: readonly (readonly Line[])[]): readonly Line[] => [
  `GLOBAL ${name}`,
  'MARK',
  ...args.flat(),
  'TUPLE',
  'REDUCE',
]
const object: readonly Line[] = ['GLOBAL builtins object']
const none: readonly Line[] = ['NONE']
const empty: readonly Line[] = ['EMPTY_TUPLE']
const keywords: readonly Line[] = ['EMPTY_DICT']
const method = (cls: string): readonly Line[] => called('builtins getattr', [`GLOBAL ${cls}`], ['BINUNICODE __new__'])

/**
 * The ways in which a pickle makes an instance of a class without calling its constructor, all to the same effect (Lib/copyreg.py, Lib/pickle.py); `cls` is
 * `module name`. Those that no pickler writes as a call are no less allowed by unpicklers.
 */
export const reconstructors: Readonly<Record<string, (cls: string) => readonly Line[]>> = {
  NEWOBJ: (cls) => [`GLOBAL ${cls}`, 'EMPTY_TUPLE', 'NEWOBJ'],
  NEWOBJ_EX: (cls) => [`GLOBAL ${cls}`, 'EMPTY_TUPLE', 'EMPTY_DICT', 'NEWOBJ_EX'],
  'copyreg._reconstructor': (cls) => called('copyreg _reconstructor', [`GLOBAL ${cls}`], object, none),
  'copy_reg._reconstructor': (cls) => called('copy_reg _reconstructor', [`GLOBAL ${cls}`], ['GLOBAL __builtin__ object'], none),
  'copyreg.__newobj__': (cls) => called('copyreg __newobj__', [`GLOBAL ${cls}`]),
  'copy_reg.__newobj__': (cls) => called('copy_reg __newobj__', [`GLOBAL ${cls}`]),
  'copyreg.__newobj_ex__': (cls) => called('copyreg __newobj_ex__', [`GLOBAL ${cls}`], empty, keywords),
  'copyreg.__newobj_ex__ in OBJ': (cls) => ['MARK', 'GLOBAL copyreg __newobj_ex__', `GLOBAL ${cls}`, ...empty, ...keywords, 'OBJ'],
  'copyreg.__newobj__ in INST': (cls) => ['MARK', `GLOBAL ${cls}`, 'INST copyreg __newobj__'],
  'a partial of __newobj__': (cls) => [
    ...called('functools partial', ['GLOBAL copyreg __newobj__'], [`GLOBAL ${cls}`]),
    ...empty,
    'REDUCE',
  ],
  'partial(cls.__new__, cls)': (cls) => [...called('functools partial', method(cls), [`GLOBAL ${cls}`]), ...empty, 'REDUCE'],
  'object.__new__': (cls) => called('builtins object.__new__', [`GLOBAL ${cls}`]),
}
