import type { Preview } from '../../types/observation.ts'
import type { ArgumentRule, ArgumentRuleId, Lookup } from './table.ts'
import { holdsStated, isReadyCall, isStated } from './taken-apart.ts'

/** Identifiers that picklers write. Anything that starts with two underscores reaches into Python itself. */
/** Made at the first use: V8 would work its classes out when it reads the file. */
let plainWord: RegExp | undefined
const LETTER = '\\p{L}'

function isPlainWord(text: string): boolean {
  plainWord ??= new RegExp(`^(?!__)[${LETTER}_][${LETTER}\\p{N}_]*$`, 'u')
  return plainWord.test(text)
}
const CODECS = new Set(['latin1', 'latin-1', 'iso8859-1', 'iso-8859-1', 'utf-8', 'utf8', 'ascii', 'raw_unicode_escape'])
const ZONE_KEY = /^[A-Za-z0-9_+-]+(\/[A-Za-z0-9_+-]+)*$/
const BUILTIN_TYPES = new Set(
  'NoneType bool int long float complex str unicode bytes bytearray tuple list dict set frozenset range slice object OrderedDict defaultdict deque'.split(
    ' ',
  ),
)
/** The lines of the template that scipy.stats generates for a distribution, and then runs. No line can hold a call of anything else. */
const TEMPLATE_LINE =
  /^(?:|def _parse_args(?:_rvs|_stats)?\(self,[\w ,=.'-]*\):| {4}return \([\w ,]*\), loc, [\w.]+(?:, moments)?| {4}return self\._argcheck_rvs\([\w ,=]*\))$/

/** The numeric methods that SciPy binds to a distribution and vectorizes. */
const DISTRIBUTION_METHODS = new Set('_entropy _pdf _pmf _cdf _sf _ppf _cdf_single _ppf_single _mom0_sc _mom1_sc generic_moment'.split(' '))
/** What NumPy keeps in a vectorized function; `_ufunc` is an empty cache until it is used. */
const VECTORIZED_STATE = new Set(
  'pyfunc cache signature otypes _ufunc _doc __doc__ __name__ __qualname__ __module__ excluded _in_and_out_core_dims'.split(' '),
)

/** Rules that judge the state of an instance which was built without its constructor. */
const STATE_RULES = new Set<string>(['distribution', 'vectorized', 'qhull', 'no-cache'])

const isState = (how: string): boolean => how === 'build' || how === 'append' || how === 'setitem' || how === 'additems'

/** A rule for a call whose result may be given a state like any other object. */
const whenCalled =
  (rule: (args: readonly Preview[], is: Lookup) => true | string): ArgumentRule =>
  (args, how, is) =>
    isState(how) || rule(args, is)

/** A rule for a call whose result never has a state in what picklers write. */
const onlyCalled =
  (rule: (args: readonly Preview[], is: Lookup) => true | string): ArgumentRule =>
  (args, how, is) =>
    isState(how) ? 'its result is changed, which no pickler writes' : rule(args, is)

const label = (value: Preview | undefined): string =>
  value?.kind === 'global' ? `${value.module}.${value.name}` : value === undefined ? 'nothing' : `a value of kind ${value.kind}`

/** An attribute of a class that is no class itself. */
const METHOD = /\.[a-z_][^.]*$/

/** A name of a package nobody lists: its own import is judged and reported. */
const isElsewhere = (module: string, name: string, is: Lookup): boolean =>
  is.libraryOf(module) === 'unknown' && is.safeUse(module, name) === undefined && !is.isDangerous(module, name)

/** A class that may be built without its constructor and then given any state. Classes whose state has a rule are not among them. */
function buildable(value: Preview | undefined, is: Lookup): true | string {
  if (value?.kind === 'result' && isGlobal(value.callee, 'builtins', 'getattr')) return nestedClass(value.args, is)
  if (value?.kind !== 'global') return `${label(value)} is not a class`
  const use = is.safeUse(value.module, value.name)
  if (use === 'call' || use === 'class' || use === 'member' || use === 'default-factory') return true
  if (isElsewhere(value.module, value.name, is))
    return !METHOD.test(value.name) || `${label(value)} is a method, which does with its arguments what the package wants`
  return `${label(value)} is not known to be a harmless class`
}

/** A class whose state has a rule: built from nothing but `object`, it is stated as an instance of its own, and its state is judged by that rule. */
function reconstructible(cls: Preview | undefined, base: Preview | undefined, state: Preview | undefined, is: Lookup): true | string {
  const refusal = buildable(cls, is)
  if (cls?.kind !== 'global' || base === undefined || state?.kind !== 'none' || !isGlobal(base, 'builtins', 'object')) return refusal
  const use = is.safeUse(cls.module, cls.name)
  return use !== undefined && STATE_RULES.has(use) ? true : refusal
}

/** `Outer.Inner`, as protocols 0 to 3 write it: `getattr(Outer, 'Inner')`. */
function nestedClass([outer, inner]: readonly Preview[], is: Lookup): true | string {
  if (outer?.kind !== 'global' || inner?.kind !== 'text' || !isPlainWord(inner.text)) return 'the class is computed'
  return buildable({ kind: 'global', module: outer.module, name: `${outer.name}.${inner.text}` }, is)
}

/** A function or class that is kept to be called later, by the program. */
function keepable(value: Preview | undefined, is: Lookup): true | string {
  if (value?.kind === 'result' && isGlobal(value.callee, 'functools', 'partial')) return keepable(value.args[0], is)
  const use = value?.kind === 'global' ? is.safeUse(value.module, value.name) : undefined
  if (use === 'reference' || use === 'shared') return true
  return buildable(value, is) === true || `${label(value)} is not known to be harmless when it is called later`
}

/** A partial that is called for every missing key, with arguments of the file: so it has to be known what it calls. */
function harmlessPartial(value: Preview | undefined, is: Lookup): true | string {
  if (value?.kind === 'result' && isGlobal(value.callee, 'functools', 'partial')) return harmlessPartial(value.args[0], is)
  const use = value?.kind === 'global' ? is.safeUse(value.module, value.name) : undefined
  const known = value?.kind === 'global' && is.libraryOf(value.module) !== 'unknown'
  return (
    use === 'reference' ||
    use === 'call' ||
    use === 'default-factory' ||
    (use === 'class' && known) ||
    `${label(value)} is called for every missing key`
  )
}

function isGlobal(value: { kind: string }, module: string, name: string): boolean {
  return value.kind === 'global' && 'module' in value && value.module === module && 'name' in value && value.name === name
}

const isData = (value: Preview): boolean => value.kind !== 'global' && value.kind !== 'module' && value.kind !== 'unknown'
const isPlain = (value: Preview): boolean =>
  value.kind === 'tuple'
    ? !value.more && value.items.every(isPlain)
    : ['text', 'int', 'bool', 'none', 'float', 'bytes'].includes(value.kind)
const isPlainName = (value: Preview | undefined): boolean =>
  value?.kind === 'text' && value.text.split('.').every((part) => isPlainWord(part))

/** Attributes that data have no use for: got from a module, they run code. */
const SINK_NAMES = new Set(
  'system popen popen2 popen3 popen4 spawn exec execv execve execl execlp execvp eval compile run call check_call check_output getoutput Popen fork loads load import_module open urlopen'.split(
    ' ',
  ),
)
/** Methods of arrays, frames, boosters and images that write or read a file, or evaluate a text. */
const SINK_METHOD =
  /^(?:to_?(?:csv|pickle|json|excel|hdf|sql|parquet|feather|stata|xml|html|latex|clipboard|markdown|gbq|orc|string|netcdf|zarr|file|disk|filename)|tofile|dump|dump_model|save|save_\w+|load_\w+|read|read_\w+|write|write_\w+|export|export_\w+|query|touch|unlink|rmdir|mkdir|rename|chmod|symlink_to|hardlink_to|from_(?:file|pretrained|url)|show|subs|evalf|set_network)$/
/** Methods of frames that call the method which a text names, with further arguments. */
const BY_NAME = /(?:^|\.)(?:agg|aggregate|apply|transform|map|applymap|pipe)$/
const isSink = (name: string): boolean => name.split('.').some((part) => SINK_NAMES.has(part) || SINK_METHOD.test(part))
const isSinkName = (value: Preview): boolean => value.kind === 'text' && isSink(value.text)

function getAttribute(args: readonly Preview[], is: Lookup): true | string {
  const [of, name] = args
  if (args.length !== 2 || of === undefined || name?.kind !== 'text') return 'an attribute is got whose name is no literal'
  if (!isPlainWord(name.text)) return 'the attribute is none that picklers ask for'
  if ((of.kind === 'result' || of.kind === 'global') && isSink(name.text)) return `${name.text} is a method that reaches files or runs code`
  switch (of.kind) {
    case 'global':
      if (is.isDangerous(of.module, `${of.name}.${name.text}`)) return `${of.module}.${of.name}.${name.text} is dangerous`
      return (
        buildable(of, is) === true || is.safeUse(of.module, of.name) === 'zone-key' || `${label(of)} is not known to be a harmless class`
      )
    case 'result': {
      if (of.callee.kind !== 'global') return 'the object is the result of a computed call'
      const { module, name: callee } = of.callee
      if (is.isDangerous(module, `${callee}.${name.text}`)) return `${module}.${callee}.${name.text} is dangerous`
      const use = is.safeUse(module, callee)
      if (use === 'reconstructor' || use === 'first-is-class') return buildable(of.args[0], is)
      if (use === 'distribution' && DISTRIBUTION_METHODS.has(name.text)) return true
      if (use === 'call' || use === 'class' || use === 'member' || isElsewhere(module, callee, is)) return true
      return `an attribute of what ${module}.${callee} gives is got`
    }
    case 'text':
      return (name.text !== 'format' && name.text !== 'format_map') || 'format strings reach attributes'
    case 'module':
    case 'unknown':
    case 'persistent-id':
      return `an attribute of ${label(of)} is got`
    default:
      return true
  }
}

const OWNERLESS = ''
/** The enumeration a pickled member belongs to: `Color(1)` and `getattr(Color, 'RED')` both name it. */
function ownerOf(value: Preview | undefined): string {
  if (value?.kind !== 'result' || value.callee.kind !== 'global') return OWNERLESS
  if (!isGlobal(value.callee, 'builtins', 'getattr')) return `${value.callee.module}.${value.callee.name}`
  const of = value.args[0]
  return of?.kind === 'global' ? `${of.module}.${of.name}` : OWNERLESS
}

function tensor(args: readonly Preview[], is: Lookup): true | string {
  const [storage] = args
  if (storage?.kind === 'persistent-id') return true
  if (storage?.kind === 'result' && storage.callee.kind === 'global') {
    const { module, name } = storage.callee
    if (module.startsWith('torch') && is.safeUse(module, name) !== undefined) return true
  }
  return `the storage is ${label(storage)}, not one of this file`
}

function stateEntry(state: Preview | undefined, key: string): { found: Preview | undefined; whole: boolean } {
  if (state?.kind === 'none') return { found: undefined, whole: true }
  if (state?.kind !== 'dict') return { found: undefined, whole: false }
  const entry = state.entries.filter(([name]) => name.kind === 'text' && name.text === key).at(-1)
  // A name that is no whole literal may be the one that is looked for.
  const readable = state.entries.every(([name]) => name.kind === 'text' && name.text.length === name.length)
  return { found: entry?.[1], whole: !state.more && readable }
}

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
function keepsFactory(state: Preview | undefined): true | string {
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

/** Every rule, by id. Each accepts what the library's own pickling writes and explains why it refuses the rest. */
export const argumentRules: Readonly<Record<ArgumentRuleId, ArgumentRule>> = {
  codec: whenCalled(([text, codec]) => {
    if (text?.kind !== 'text') return 'what is encoded is no literal text'
    return (
      codec === undefined ||
      (codec.kind === 'text' && CODECS.has(codec.text.toLowerCase())) ||
      'the codec is not one that only encodes text'
    )
  }),
  // What it gives belongs to the program, not to the file.
  shared: onlyCalled(() => true),
  'get-attribute': onlyCalled(getAttribute),
  'type-of': onlyCalled((args) => {
    const [of] = args
    if (args.length !== 1) return 'type() with three arguments makes a new class'
    if (of?.kind === 'none') return true
    return (
      (of?.kind === 'global' && of.module === 'builtins' && /^(Ellipsis|NotImplemented)$/.test(of.name)) ||
      `the type of ${label(of)} is got`
    )
  }),
  iterator: whenCalled(
    (args) =>
      (args.length > 0 && args.every((arg) => isData(arg) && !isStated(arg, 0) && !isReadyCall(arg, 0))) ||
      'an iterator over something that is no data can call functions',
  ),
  'one-iterable': whenCalled(
    ([items, ...more]) =>
      (items !== undefined && more.length === 0 && isData(items) && !isStated(items, 0) && !isReadyCall(items, 0)) ||
      'it calls what it is given for every item',
  ),
  mapped: whenCalled(([fn, ...items], is) => {
    if (fn?.kind !== 'none' && !(fn?.kind === 'global' && is.safeUse(fn.module, fn.name) === 'call'))
      return `${label(fn)} would be called for every item`
    return items.every((item) => isData(item) && !holdsStated(item, 0)) || 'the items are no data'
  }),
  partial: (args, how, is) => {
    if (how !== 'build') return isState(how) ? 'its result is changed, which no pickler writes' : keepable(args[0], is)
    const [state] = args
    return state?.kind === 'tuple' ? keepable(state.items[0], is) : 'its state is not what Python writes'
  },
  'item-getter': onlyCalled((args) => (args.length > 0 && args.every(isPlain)) || 'the item is no literal'),
  'attribute-getter': onlyCalled(
    (args) => (args.length > 0 && args.every((arg) => isPlainName(arg) && !isSinkName(arg))) || 'the attribute is none that data has',
  ),
  'method-caller': onlyCalled(([name, ...rest]) => {
    if (name === undefined || !isPlainName(name) || isSinkName(name)) return 'the method is none that data has'
    if (BY_NAME.test(name.kind === 'text' ? name.text : '') && rest.some(isSinkName))
      return 'the method calls another that reaches files or runs code'
    return rest.every(isPlain) || 'the arguments of the method are no plain data'
  }),
  'default-factory': (args, how, is) => {
    if (how === 'build') return keepsFactory(args[0])
    const [factory] = args
    if (isState(how)) return true
    if (factory === undefined || factory.kind === 'none') return true
    if (factory.kind === 'result' && isGlobal(factory.callee, 'functools', 'partial')) return harmlessPartial(factory, is)
    return buildable(factory, is) === true || `${label(factory)} is called for every missing key`
  },
  stated: (args, how) =>
    how === 'build' || (how === 'newobj' && args.length === 0) || 'it is only built without arguments and given a state by picklers',
  'first-is-class': whenCalled(([cls], is) => buildable(cls, is)),
  reconstructor: whenCalled(([cls, base, state], is) => {
    const first = buildable(cls, is) === true || reconstructible(cls, base, state, is)
    return first === true ? buildable(base, is) : first
  }),
  'masked-array': whenCalled(([cls, base], is) => {
    const first = buildable(cls, is)
    return first === true ? buildable(base, is) : first
  }),
  'numpy-scalar': whenCalled(([dtype], is) => {
    if (dtype?.kind === 'global')
      return dtype.module.startsWith('numpy') && buildable(dtype, is) === true ? true : `${label(dtype)} is no dtype`
    if (dtype?.kind !== 'result' || dtype.callee.kind !== 'global' || !dtype.callee.module.startsWith('numpy'))
      return 'the dtype is not one of NumPy'
    const [code] = dtype.args
    return code?.kind !== 'text' || !/^[|<>=]?O/.test(code.text) || 'a scalar of objects is a pickle of its own'
  }),
  ufunc: onlyCalled(([module, name], is) => {
    if (module?.kind !== 'text' || name?.kind !== 'text') return 'the function to import is no literal'
    const home = /^(numpy|scipy\.special)(?:\.\w+)*$/.exec(module.text)?.[1]
    const plain = isPlainWord(name.text) && !is.isDangerous(module.text, name.text)
    const known = home === 'scipy.special' || is.safeUse('numpy', name.text) === 'reference'
    return (home !== undefined && plain && known) || `${module.text}.${name.text} is imported, which is no known ufunc`
  }),
  'bit-generator': whenCalled(([which], is) => {
    if (which === undefined || (which.kind === 'text' && isPlainWord(which.text))) return true
    return (
      (which.kind === 'global' && which.module.startsWith('numpy.random') && buildable(which, is) === true) ||
      `${label(which)} is no bit generator`
    )
  }),
  'random-state': whenCalled(([generator, make], is) => {
    if (make !== undefined && !isGlobal(make, 'numpy.random._pickle', '__bit_generator_ctor')) return `${label(make)} would be called`
    if (generator === undefined || (generator.kind === 'text' && isPlainWord(generator.text))) return true
    const source = generator.kind === 'result' && generator.callee.kind === 'global' ? generator.callee : generator
    if (source.kind !== 'global' || !source.module.startsWith('numpy.random') || is.isDangerous(source.module, source.name))
      return 'the bit generator is not one of NumPy'
    return true
  }),
  index: whenCalled(([cls], is) => {
    if (cls?.kind === 'global' && cls.module !== 'pandas' && !cls.module.startsWith('pandas.'))
      return `${label(cls)} is no index class of pandas`
    return buildable(cls, is)
  }),
  distribution: (args, how) => {
    if (how === 'build') return distribution(args[0])
    return how === 'newobj' || how === 'obj' || 'its constructor makes code out of its arguments'
  },
  vectorized: (args, how, is) => {
    if (how === 'build') return vectorized(args[0], is)
    return how === 'newobj' || 'a function is vectorized, which no pickler writes as a call'
  },
  qhull: (args, how) => {
    if (how === 'build') return qhull(args[0])
    return how === 'newobj' || 'it is called, which no pickler writes'
  },
  'custom-offset': onlyCalled(
    ([, , , , calendar]) => calendar?.kind === 'none' || 'the calendar it is given would be asked for its holidays',
  ),
  member: onlyCalled((args) => (args.length === 1 && args.every(isPlain)) || 'a member is looked up by something that is no plain value'),
  flags: onlyCalled(([left, right]) => {
    if (left?.kind === 'int' && right?.kind === 'int') return true
    const owner = ownerOf(left?.kind === 'int' ? right : left)
    const other = right?.kind === 'int' || left?.kind === 'int' ? owner : ownerOf(right)
    return (owner !== OWNERLESS && owner === other) || 'the operands are not two flags of one enumeration'
  }),
  'typing-item': onlyCalled(
    ([generic]) =>
      (generic?.kind === 'global' && /^(typing|collections\.abc)$/.test(generic.module)) || `an item of ${label(generic)} is got`,
  ),
  'zone-key': onlyCalled(
    ([key]) => (key?.kind === 'text' && ZONE_KEY.test(key.text)) || 'the time zone is named by something that is no zone key',
  ),
  'time-zone-file': whenCalled(([file]) => file?.kind === 'none' || 'a file of that name would be read'),
  tensor: whenCalled(tensor),
  'tensor-type': whenCalled(([rebuild, , args], is) => {
    if (rebuild?.kind !== 'global' || !/^torch\._(utils|tensor)$/.test(rebuild.module) || !rebuild.name.startsWith('_rebuild_'))
      return `${label(rebuild)} would be called`
    if (is.safeUse(rebuild.module, rebuild.name) !== 'tensor')
      return is.safeUse(rebuild.module, rebuild.name) !== undefined || `${label(rebuild)} is not known`
    return args?.kind === 'tuple' ? tensor(args.items, is) : 'the arguments of the constructor are no literal tuple'
  }),
  'literal-bytes': whenCalled(([bytes]) => {
    if (bytes?.kind === 'bytes') return true
    const encoded = bytes?.kind === 'result' && isGlobal(bytes.callee, '_codecs', 'encode') && bytes.args[0]?.kind === 'text'
    return encoded || 'what is loaded is no literal of the file'
  }),
  'sibling-file': (args, how) => {
    if (how === 'build') return siblingFile(args[0])
    return how === 'newobj' || args.length === 0 || 'it is called with arguments, which joblib never does'
  },
  'no-cache': (args, how) => {
    if (how === 'build') return noCache(args[0])
    return how === 'newobj' || 'it is called, which no pickler writes'
  },
  'dill-type': onlyCalled(([name]) => (name?.kind === 'text' && BUILTIN_TYPES.has(name.text)) || 'the type is none of plain data'),
  'dill-array': whenCalled(([rebuild, args], is) => {
    if (rebuild?.kind !== 'global' || rebuild.name !== '_reconstruct' || is.safeUse(rebuild.module, rebuild.name) !== 'first-is-class') {
      return `${label(rebuild)} would be called`
    }
    return args?.kind === 'tuple' ? buildable(args.items[0], is) : 'the arguments of the constructor are no literal tuple'
  }),
}
