// Argument rules for `getattr` and for `operator`'s attribute, item and method getters.
import type { Preview } from '../../facts/pickle.ts'
import { isPlain, isPlainWord, label, onlyCalled } from '../../python/rule-kinds.ts'
import type { ArgumentRule, ArgumentRuleId, Lookup } from '../../python/table.ts'
import { buildable, isElsewhere } from './buildable.ts'

/** The numeric methods that SciPy binds to a distribution and vectorizes. */
const DISTRIBUTION_METHODS = new Set('_entropy _pdf _pmf _cdf _sf _ppf _cdf_single _ppf_single _mom0_sc _mom1_sc generic_moment'.split(' '))
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
/** Uses of classes that are no plain `class`, and whose attributes are as harmless as the class. */
const ATTRIBUTED = new Set(['attributes-only', 'attributes-only-callable', 'zone-key'])
const isSink = (name: string): boolean => name.split('.').some((part) => SINK_NAMES.has(part) || SINK_METHOD.test(part))
const isSinkName = (value: Preview): boolean => value.kind === 'text' && isSink(value.text)

const isPlainName = (value: Preview | undefined): boolean =>
  value?.kind === 'text' && value.text.split('.').every((part) => isPlainWord(part))

/** `getattr(of, name)`: only with a name that picklers ask for, of something whose attributes are harmless. */
export function getAttribute(args: readonly Preview[], is: Lookup): true | string {
  const [of, name] = args
  if (args.length !== 2 || of === undefined || name?.kind !== 'text') return 'the name of the attribute is not a literal'
  // `cls.__new__` in protocols 2 and 3: what it is called with is judged as the building of an instance.
  if (name.text === '__new__' && of.kind === 'global') return buildable(of, is)
  if (!isPlainWord(name.text)) return 'the attribute is none that picklers ask for'
  if ((of.kind === 'result' || of.kind === 'global') && isSink(name.text)) return `${name.text} is a method that reaches files or runs code`
  switch (of.kind) {
    case 'global':
      if (is.isDangerous(of.module, `${of.name}.${name.text}`)) return `${of.module}.${of.name}.${name.text} is dangerous`
      return (
        buildable(of, is) === true ||
        ATTRIBUTED.has(is.safeUse(of.module, of.name) ?? '') ||
        `${label(of)} is not known to be a harmless class`
      )
    case 'result': {
      if (of.callee.kind !== 'global') return 'the object is the result of a computed call'
      const { module, name: callee } = of.callee
      if (is.isDangerous(module, `${callee}.${name.text}`)) return `${module}.${callee}.${name.text} is dangerous`
      const use = is.safeUse(module, callee)
      if (use === 'reconstructor' || use === 'first-is-class') return buildable(of.args[0], is)
      if (use === 'distribution' && DISTRIBUTION_METHODS.has(name.text)) return true
      if (
        use === 'call' ||
        use === 'class' ||
        use === 'attributes-only' ||
        use === 'attributes-only-callable' ||
        use === 'member' ||
        isElsewhere(module, callee, is)
      )
        return true
      return `it gets an attribute of the result of ${module}.${callee}`
    }
    case 'text':
      return (name.text !== 'format' && name.text !== 'format_map') || 'format strings reach attributes'
    case 'module':
    case 'unknown':
    case 'persistent-id':
      return `it gets an attribute of ${label(of)}`
    default:
      return true
  }
}

/** Rules for what gets attributes, items and methods by their names. */
export const attributeRules = {
  'get-attribute': onlyCalled(getAttribute),
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
} satisfies Partial<Record<ArgumentRuleId, ArgumentRule>>
