// Collection classes of Python and its libraries, into which picklers put items.
import { namesOf } from '../../python/names-of.ts'
import { renames } from '../../python/spellings.ts'

/** Collections: they look at what they are given, and keep its items without looking at these. */
const COLLECTIONS = namesOf({
  builtins: 'list tuple dict set frozenset',
  collections: 'Counter OrderedDict UserDict UserList deque defaultdict',
  'pandas.core.indexes.frozen': 'FrozenList',
  'sklearn.utils._bunch': 'Bunch',
  'statsmodels.tools.tools': 'Bunch',
})
/** Other classes that are mappings or lists. */
const CONTAINERS = namesOf({
  array: 'array',
  builtins: 'bytearray',
  collections: 'ChainMap',
  'scipy.integrate._bvp': 'BVPResult',
  'scipy.integrate._ivp.ivp': 'OdeResult',
  'scipy._lib._util': '_RichResult',
  'scipy.optimize._optimize': 'OptimizeResult',
  'scipy.optimize._zeros_py': 'RootResults',
  'scipy.sparse': 'dok_array dok_matrix',
  'scipy.sparse._arrays': 'dok_array',
  'scipy.sparse._dok': 'dok_array dok_matrix',
  'sklearn.utils.deprecation': 'DeprecationDict',
})

/** Is it a collection that keeps its items without looking at them? */
export function isCollection(module: string, name: string): boolean {
  return isNamed(COLLECTIONS, module, name)
}

/** Is it a class into which picklers put items: `object.__reduce_ex__` gives items of no others (Objects/typeobject.c, _PyObject_GetItemsIter)? */
export function isContainer(module: string, name: string): boolean {
  return isNamed(COLLECTIONS, module, name) || isNamed(CONTAINERS, module, name)
}

/** Does the table have the name, or an older one of the same object? */
function isNamed(table: ReadonlySet<string>, module: string, name: string): boolean {
  return table.has(`${module} ${name}`) || renames(module, name).some((other) => table.has(`${other.module} ${other.name}`))
}
