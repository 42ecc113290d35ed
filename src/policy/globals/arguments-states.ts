// Argument rules for classes whose state names a function, a file or code that runs later.
import type { Preview } from '../../facts/pickle.ts'
import { isGlobal } from '../../python/rule-kinds.ts'
import type { ArgumentRule, ArgumentRuleId, Lookup } from '../../python/table.ts'
import { getAttribute } from './arguments-attributes.ts'
import { keepable } from './buildable.ts'
import { stateEntry } from './state-entry.ts'

/** The lines of the template that scipy.stats generates for a distribution, and then runs. No line can hold a call of anything else. */
const TEMPLATE_LINE =
  /^(?:|def _parse_args(?:_rvs|_stats)?\(self,[\w ,=.'-]*\):| {4}return \([\w ,]*\), loc, [\w.]+(?:, moments)?| {4}return self\._argcheck_rvs\([\w ,=]*\))$/

/** What NumPy keeps in a vectorized function; `_ufunc` is an empty cache until it is used. */
const VECTORIZED_STATE = new Set(
  'pyfunc cache signature otypes _ufunc _doc __doc__ __name__ __qualname__ __module__ excluded _in_and_out_core_dims'.split(' '),
)

function distribution(state: Preview | undefined): true | string {
  const { found, whole } = stateEntry(state, '_parse_arg_template')
  if (found === undefined) return whole || 'its state, which can hold code, was not read as a whole'
  if (found.kind !== 'text' || found.length !== found.text.length) return 'the argument template of its state is no literal text'
  return (
    found.text.split('\n').every((line) => TEMPLATE_LINE.test(line)) ||
    'the argument template of its state is not what SciPy generates, and is run as code'
  )
}

/** A `numpy.vectorize` object calls `pyfunc`, or what `_ufunc` caches, when the program calls it. */
function vectorized(state: Preview | undefined, is: Lookup): true | string {
  if (state?.kind !== 'dict' || state.more) return 'its state, which names the function, was not read as a whole'
  if (!state.entries.every(([key]) => key.kind === 'text' && key.text.length === key.length && VECTORIZED_STATE.has(key.text)))
    return 'its state is not what NumPy writes'
  const cache = stateEntry(state, '_ufunc').found
  if (cache !== undefined && cache.kind !== 'none' && !(cache.kind === 'dict' && cache.entries.length === 0 && !cache.more))
    return 'its state holds a function in the cache, which NumPy never writes'
  const fn = stateEntry(state, 'pyfunc').found
  const isMethod = fn?.kind === 'result' && isGlobal(fn.callee, 'builtins', 'getattr')
  return isMethod ? getAttribute(fn.args, is) : keepable(fn, is)
}

/** Qhull's objects call `self.close()`, and that `self._qhull.close()`, when they are thrown away. */
function qhull(state: Preview | undefined): true | string {
  const handle = stateEntry(state, '_qhull')
  if (!handle.whole) return 'its state, which can name what is closed, was not read as a whole'
  if (stateEntry(state, 'close').found !== undefined) return 'its state replaces the method that its finaliser calls'
  return handle.found === undefined || handle.found.kind === 'none' || 'its finaliser closes what its state names'
}

/** A `defaultdict` has no state of its own; set as an attribute, its factory is another than that which it was made with. */
export function keepsFactory(state: Preview | undefined): true | string {
  const { found, whole } = stateEntry(state, 'default_factory')
  return (found === undefined && whole) || 'its state can replace the function that it calls for every missing key'
}

function siblingFile(state: Preview | undefined): true | string {
  const { found, whole } = stateEntry(state, 'filename')
  if (found === undefined) return whole || 'its state, which names a file to load, was not read as a whole'
  if (found.kind !== 'text') return 'the file to load is named by no literal'
  return !/[/\\:]|^\.\.?$/.test(found.text) || 'the file to load lies outside the folder'
}

/** A `joblib.Memory` with a folder reads pickles from there as soon as what it wraps is called. */
function noCache(state: Preview | undefined): true | string {
  for (const key of ['location', 'store_backend']) {
    const { found, whole } = stateEntry(state, key)
    if (!whole) return 'its state, which can name a folder of pickles, was not read as a whole'
    if (found !== undefined && found.kind !== 'none') return 'its state names a folder whose pickles are loaded when the model is used'
  }
  return true
}

/** Rules for instances that are built without their constructor: their state names what is called, run or read later. */
export const stateRules = {
  distribution: (args, via) => {
    if (via === 'build') return distribution(args[0])
    return via === 'newobj' || via === 'obj' || 'its constructor makes code out of its arguments'
  },
  vectorized: (args, via, is) => {
    if (via === 'build') return vectorized(args[0], is)
    return via === 'newobj' || 'a function is vectorized, which no pickler writes as a call'
  },
  qhull: (args, via) => {
    if (via === 'build') return qhull(args[0])
    return via === 'newobj' || 'it is called, which no pickler writes'
  },
  'sibling-file': (args, via) => {
    if (via === 'build') return siblingFile(args[0])
    return via === 'newobj' || args.length === 0 || 'it is called with arguments, which joblib never does'
  },
  'no-cache': (args, via) => {
    if (via === 'build') return noCache(args[0])
    return via === 'newobj' || 'it is called, which no pickler writes'
  },
} satisfies Partial<Record<ArgumentRuleId, ArgumentRule>>
