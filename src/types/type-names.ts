// Maps the names by which dill and cloudpickle load types of plain data to the modules of these types.

/**
 * Names of types of plain data for dill (`_load_type`, dill/_dill.py: _reverse_typemap) and cloudpickle
 * (`_builtin_type`: names of the module `types`).
 */
const PLAIN: Readonly<Record<string, string>> = {
  builtins: `ArithmeticError AssertionError AttributeError BaseException BufferError EOFError Exception FileExistsError FileNotFoundError
    FloatingPointError ImportError IndexError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotImplementedError OSError
    OverflowError PermissionError RecursionError RuntimeError RuntimeWarning StopIteration SystemExit TimeoutError TypeError UnicodeDecodeError
    UnicodeEncodeError UnicodeError UserWarning ValueError Warning ZeroDivisionError bool bytearray bytes complex dict float frozenset int list object
    range set slice str tuple`,
  types: 'EllipsisType MappingProxyType NoneType NotImplementedType SimpleNamespace',
}
/** dill’s own names for types of other modules. */
const RENAMED: Readonly<Record<string, readonly [module: string, name: string]>> = {
  AttrGetterType: ['operator', 'attrgetter'],
  ItemGetterType: ['operator', 'itemgetter'],
  PartialType: ['functools', 'partial'],
}

const byName: ReadonlyMap<string, readonly [module: string, name: string]> = new Map([
  ...Object.entries(PLAIN).flatMap(([module, names]) =>
    names.split(/\s+/).map((name): [string, readonly [string, string]] => [name, [module, name]]),
  ),
  ...Object.entries(RENAMED),
])

/**
 * Returns the module and name of this type; undefined for types that make code or reach files, and for all that are not
 * known.
 */
export function plainType(name: string): readonly [module: string, name: string] | undefined {
  return byName.get(name)
}
