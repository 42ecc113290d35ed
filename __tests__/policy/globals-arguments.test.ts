import { describe, expect, it } from 'vitest'
import type { CallOpcode, Preview } from '../../src/facts/pickle.ts'
import { argumentRules } from '../../src/policy/globals/arguments.ts'
import { lookup } from '../../src/policy/globals/lookup.ts'
import type { ArgumentRuleId } from '../../src/python/table.ts'

const text = (value: string): Preview => ({ kind: 'text', text: value, length: value.length })
const int = (value: number): Preview => ({ kind: 'int', text: String(value) })
const none: Preview = { kind: 'none' }
const bytes: Preview = { kind: 'bytes', head: new Uint8Array([128, 4]), length: 2 }
const unknown: Preview = { kind: 'unknown', what: '…' }
const tuple = (...items: Preview[]): Preview => ({ kind: 'tuple', items, more: false })
const dict = (...entries: [Preview, Preview][]): Preview => ({ kind: 'dict', entries, more: false })
const cutDict: Preview = { kind: 'dict', entries: [], more: true }

const at = (path: string): { module: string; name: string } => {
  const [module = '', name = ''] = path.split(' ')
  return { module, name }
}
const global = (path: string): Preview => ({ kind: 'global', ...at(path) })
const result = (path: string, ...args: Preview[]): Preview => ({
  kind: 'result',
  callee: { kind: 'global', ...at(path), computed: false },
  args,
})

const color = global('acme.enums Color')
const red = result('builtins getattr', color, text('RED'))
const blue = result('builtins getattr', color, text('BLUE'))
const storage: Preview = { kind: 'persistent-id', id: unknown }
const dtype = (code: string): Preview => result('numpy dtype', text(code))
const template = `
def _parse_args(self, a, b, loc=0, scale=1):
    return (a, b), loc, scale

def _parse_args_rvs(self, a, b, loc=0, scale=1, size=None):
    return self._argcheck_rvs(a, b, loc, scale, size=size)

def _parse_args_stats(self, a, b, loc=0, scale=1, moments='mv'):
    return (a, b), loc, scale, moments
`
const ndarray = global('numpy ndarray')
const system = global('posix system')
const templateKey = text('_parse_arg_template')

const poisson = result('scipy.stats._discrete_distns poisson_gen')
const entropy = result('builtins getattr', poisson, text('_entropy'))
const vectorized = (fn: Preview, cache: Preview = dict()): Preview => dict([text('pyfunc'), fn], [text('_ufunc'), cache])

const stated: Preview = {
  kind: 'result',
  callee: { kind: 'global', ...at('types SimpleNamespace'), computed: false },
  args: [],
  hasState: true,
}

const yes: Preview = { kind: 'bool', value: true }
const restored = (formula: Preview): Preview => dict([text('restore_model_spec'), yes], [text('formula'), formula])
/** Formulas as people write them. */
const FORMULAS = [
  'y ~ x',
  'z ~ a + b + C(cat)',
  'y ~ a*b - 1 + a:b + I(a**2)',
  'np.log(y) ~ np.sqrt(x) + 1.5',
  "y ~ C(cat, Treatment(reference='low')) + Q('a name')",
  'y ~ bs(x, df=4, degree=3)',
  'y ~ größe',
]
/** Formulas that do more than that when patsy or formulaic evaluate them. */
const EVALUATED = [
  "y ~ __import__('os').system('echo modelgate-marker')",
  "y ~ I(eval('1'))",
  "y ~ I((eval)('1'))",
  'y ~ x.values',
  'y ~ os.system(x)',
  'y ~ np.load(x)',
  "y ~ np.log(x).tofile('a')",
  "y ~ I(x)\n.tofile('a')",
  'y ~ np .\n load (x)',
  'y ~ open (x)',
  "y ~ f'{x}'",
  'y ~ {x}',
  'y ~ x[0]',
  'y ~ `x`',
  "y ~ '''a''' + x",
  'y ~ ｅｖａｌ(x)',
  'y ~ I(lambda: 0)(x)',
]

type Case = readonly [rule: ArgumentRuleId, args: readonly Preview[], via?: CallOpcode]

const legitimate: readonly Case[] = [
  ['method-caller', [text('agg'), text('mean')]],
  ['method-caller', [text('replace'), text('load'), text('save')]],
  ['shared', [text('my.logger')]],
  ['codec', [text('abc'), text('latin1')]],
  ['codec', [text('abc')]],
  ['get-attribute', [color, text('RED')]],
  ['get-attribute', [text('abc'), text('upper')]],
  ['get-attribute', [global('zoneinfo ZoneInfo'), text('_unpickle')]],
  ['get-attribute', [result('acme.models Net'), text('forward')]],
  ['get-attribute', [result('copyreg _reconstructor', global('acme.models Net'), global('builtins object'), none), text('forward')]],
  ['type-of', [none]],
  ['type-of', [global('builtins Ellipsis')]],
  ['iterator', [tuple(int(1))]],
  ['iterator', [int(3)], 'build'],
  ['one-iterable', [tuple(int(1))]],
  ['one-iterable', [int(3)], 'build'],
  ['mapped', [global('builtins int'), tuple(text('1'))]],
  ['mapped', [none, tuple()]],
  ['partial', [global('builtins int')]],
  ['partial', [tuple(global('builtins int'), tuple(), dict([text('base'), int(2)]), none)], 'build'],
  ['partial', [global('skorch.setter optimizer_setter')]],
  ['item-getter', [int(1), text('key')]],
  ['attribute-getter', [text('a.b')]],
  ['method-caller', [text('lower')]],
  ['default-factory', [global('builtins list')]],
  ['default-factory', []],
  ['default-factory', [result('functools partial', global('collections defaultdict'))]],
  ['default-factory', [text('k'), int(1)], 'setitem'],
  ['first-is-class', [global('sklearn.neighbors._kd_tree KDTree')]],
  ['first-is-class', [global('acme.models Net')]],
  ['attributes-only', [], 'newobj'],
  ['attributes-only', [tuple(dict(), none)], 'build'],
  ['attributes-only-callable', [], 'newobj'],
  ['attributes-only-callable', [dict()], 'build'],
  ['formula', [], 'newobj'],
  ['formula', [dict([text('endog'), none])], 'build'],
  ...FORMULAS.map((formula): Case => ['formula', [restored(text(formula))], 'build']),
  ['formula', [dict([text('restore_design_info'), yes], [text('formula'), text('y ~ x')])], 'build'],
  ['formula', [dict([text('formula'), text('y ~ os.system(x)')])], 'build'],
  ['temporary-file', [], 'newobj'],
  ['temporary-file', [dict([text('name'), none], [text('suffix'), text('.crf')], [text('prefix'), text('')])], 'build'],
  ['no-factory', [dict(), none, none, yes]],
  ['irreducible-unit', [global('astropy.units.core IrreducibleUnit'), tuple(text('m')), yes]],
  ['union', [global('_operator or_'), tuple(global('builtins int'), result('builtins type', none))]],
  ['union', [global('operator or_'), tuple(result('types GenericAlias', global('builtins list'), tuple()), global('builtins str'))]],
  ['attributes-only', [dict()], 'build'],
  ['reconstructor', [global('acme.models Net'), global('builtins object'), none]],
  ['reconstructor', [result('builtins getattr', global('acme.models Net'), text('Inner')), global('builtins object'), none]],
  ['reconstructor', [dict()], 'build'],
  ['masked-array', [global('numpy.ma.core MaskedArray'), ndarray, tuple(int(0)), text('b')]],
  ['numpy-scalar', [dtype('f8'), bytes]],
  ['numpy-scalar', [dtype('V16'), bytes]],
  ['ufunc', [text('numpy.core'), text('add')]],
  ['bit-generator', [text('PCG64')]],
  ['bit-generator', [global('numpy.random._pcg64 PCG64')]],
  ['random-state', [text('MT19937'), global('numpy.random._pickle __bit_generator_ctor')]],
  ['random-state', [result('numpy.random._pickle __bit_generator_ctor', text('PCG64'))]],
  ['index', [global('pandas.core.indexes.base Index'), dict()]],
  ['distribution', [], 'newobj'],
  ['distribution', [dict([text('name'), text('norm')], [templateKey, text(template)])], 'build'],
  ['distribution', [dict([text('name'), text('norm')])], 'build'],
  ['get-attribute', [poisson, text('_entropy')]],
  ['vectorized', [], 'newobj'],
  ['vectorized', [vectorized(entropy)], 'build'],
  ['vectorized', [vectorized(global('numpy exp'))], 'build'],
  ['qhull', [], 'newobj'],
  ['qhull', [dict([text('_qhull'), none], [text('simplices'), ndarray])], 'build'],
  ['custom-offset', [int(1), none, text('Mon Tue'), tuple(), none]],
  ['member', [text('steps')]],
  ['member', [result('lifelines.utils CensoringType', text('right'))]],
  ['flags', [red, blue]],
  ['flags', [result('acme.enums Perm', int(1)), result('acme.enums Perm', int(2))]],
  ['flags', [int(1), int(2)]],
  ['typing-item', [global('typing List'), global('builtins int')]],
  ['zone-key', [text('Europe/Berlin'), int(1)]],
  ['time-zone-file', [none, text('/usr/share/zoneinfo/UTC')]],
  ['tensor', [storage, int(0), tuple(int(4))]],
  ['tensor', [result('torch.storage _load_from_bytes', bytes), int(0)]],
  ['tensor', [result('torch._utils _rebuild_tensor_v2', storage), none]],
  ['tensor-type', [global('torch._utils _rebuild_tensor_v2'), global('acme.tensors Tagged'), tuple(storage, int(0)), dict()]],
  ['literal-bytes', [bytes]],
  ['literal-bytes', [result('_codecs encode', text('abc'), text('latin1'))]],
  ['sibling-file', [dict([text('filename'), text('model.pkl_01.npy')])], 'build'],
  ['sibling-file', [], 'newobj'],
  ['reconstructor', [global('scipy.stats._continuous_distns norm_gen'), global('builtins object'), none]],
  ['no-cache', [dict([text('location'), none], [text('store_backend'), none])], 'build'],
  ['no-cache', [], 'newobj'],
  ['dill-type', [text('OrderedDict')]],
  ['remade-array', [global('numpy.core.multiarray _reconstruct'), tuple(ndarray, tuple(int(0)), bytes)]],
]

const abused: readonly Case[] = [
  ['method-caller', [text('agg'), text('to_csv'), int(0), text('marker')]],
  ['shared', [dict([text('disabled'), none])], 'build'],
  ['iterator', [stated]],
  ['mapped', [global('builtins list'), { kind: 'list', items: [stated], more: false }]],
  ['codec', [text('abc'), text('zip')]],
  ['codec', [text('abc'), text('rot13')]],
  ['codec', [unknown, text('latin1')]],
  ['get-attribute', [color, text('__subclasses__')]],
  ['get-attribute', [{ kind: 'module', module: 'os' }, text('system')]],
  ['get-attribute', [global('pathlib Path'), text('write_text')]],
  ['get-attribute', [global('shutil os'), text('path')]],
  ['get-attribute', [text('{0.a}'), text('format')]],
  ['get-attribute', [color, unknown]],
  ['get-attribute', [color, text('a.b')]],
  ['get-attribute', [result('builtins __import__', text('os')), text('path')]],
  ['get-attribute', [dict()], 'build'],
  ['get-attribute', [poisson, text('_construct_argparser')]],
  ['vectorized', [system]],
  ['vectorized', [vectorized(system)], 'build'],
  ['vectorized', [vectorized(result('builtins getattr', poisson, text('_updated_ctor_param')))], 'build'],
  ['vectorized', [vectorized(entropy, tuple(system, int(1)))], 'build'],
  ['vectorized', [dict([text('pyfunc'), entropy], [text('_vectorize_call'), system])], 'build'],
  ['vectorized', [cutDict], 'build'],
  ['vectorized', [tuple(none, dict([text('pyfunc'), system]))], 'build'],
  ['vectorized', [text('pyfunc'), system], 'setitem'],
  ['qhull', [dict([text('_qhull'), result('acme.models Net')])], 'build'],
  ['qhull', [dict([text('_qhull'), none], [text('close'), system])], 'build'],
  ['qhull', [cutDict], 'build'],
  ['qhull', [tuple(none, dict())], 'build'],
  ['qhull', [ndarray]],
  ['custom-offset', [int(1), none, text('Mon Tue'), tuple(), result('acme.models Net')]],
  ['custom-offset', [dict([text('calendar'), result('acme.models Net')])], 'build'],
  ['type-of', [text('Evil'), tuple(), dict()]],
  ['type-of', [red]],
  ['iterator', [system, int(0)]],
  ['one-iterable', [tuple(int(1)), int(0)]],
  ['one-iterable', [system]],
  ['mapped', [system, tuple(text('true'))]],
  ['mapped', [global('numpy sum'), tuple()]],
  ['partial', [system]],
  ['partial', [global('builtins getattr')]],
  ['partial', [tuple(system, tuple(text('true')), dict(), none)], 'build'],
  ['partial', [dict()], 'build'],
  ['item-getter', [system]],
  ['attribute-getter', [text('__globals__')]],
  ['attribute-getter', [text('a.__class__')]],
  ['method-caller', [text('__reduce__')]],
  ['method-caller', [text('apply'), system]],
  ['default-factory', [system]],
  ['default-factory', [result('functools partial', system)]],
  ['default-factory', [global('numpy sum')]],
  ['first-is-class', [system]],
  ['attributes-only', [text('x')], 'newobj'],
  ['attributes-only', [tuple(none, dict([text('link'), text('x')]))], 'build'],
  ['attributes-only-callable', [text('x')], 'newobj'],
  ['attributes-only-callable', [tuple(dict(), unknown)], 'build'],
  ['attributes-only-callable', [system], 'append'],
  ['formula', [text('x')], 'newobj'],
  ['formula', [cutDict], 'build'],
  ['formula', [restored(unknown)], 'build'],
  ['formula', [restored({ kind: 'text', text: 'y ~ x', length: 5000 })], 'build'],
  ...EVALUATED.map((formula): Case => ['formula', [restored(text(formula))], 'build']),
  ['temporary-file', [dict([text('name'), text('/home/ci/.profile')])], 'build'],
  ['temporary-file', [dict([text('prefix'), text('/home/ci/.ssh/')])], 'build'],
  ['temporary-file', [dict([text('suffix'), text('/../x')])], 'build'],
  ['temporary-file', [cutDict], 'build'],
  ['temporary-file', [text('model.crf')]],
  ['no-factory', [dict(), global('acme run'), none, yes]],
  ['no-factory', [dict(), none], 'build'],
  ['irreducible-unit', [global('acme run'), tuple(text('echo modelgate-marker')), yes]],
  ['irreducible-unit', []],
  ['union', [global('builtins getattr'), tuple(global('os'), text('system'))]],
  ['union', [global('_operator or_'), tuple(stated, stated)]],
  ['union', [global('_operator or_'), tuple(result('acme Query'), global('builtins int'))]],
  ['union', [global('_operator or_'), tuple(int(1), int(2)), int(0)]],
  ['union', [global('_operator or_'), tuple()], 'newobj'],
  ['attributes-only', [system], 'append'],
  ['attributes-only', []],
  ['first-is-class', [global('numpy memmap')]],
  ['first-is-class', [global('scipy.stats._continuous_distns norm_gen')]],
  ['first-is-class', [unknown]],
  ['reconstructor', [global('subprocess Popen'), global('builtins object'), none]],
  ['reconstructor', [global('scipy.stats._continuous_distns norm_gen'), global('builtins object'), int(1)]],
  ['reconstructor', [global('acme.models Net'), system, none]],
  ['masked-array', [system, ndarray]],
  ['masked-array', [global('numpy.ma.core MaskedArray'), global('numpy memmap')]],
  ['numpy-scalar', [dtype('O8'), bytes]],
  ['numpy-scalar', [result('acme f'), bytes]],
  ['ufunc', [text('posix'), text('system')]],
  ['ufunc', [text('numpy'), text('load')]],
  ['ufunc', [text('numpy'), unknown]],
  ['bit-generator', [system]],
  ['random-state', [text('true'), system]],
  ['random-state', [system]],
  ['index', [global('acme.models Net'), dict()]],
  ['index', [system, dict()]],
  ['distribution', [text('x')], 'reduce'],
  ['distribution', [dict([templateKey, text(`${template}\nprint('marker')`)])], 'build'],
  ['distribution', [dict([templateKey, text("def _parse_args(self, a=print('marker')):")])], 'build'],
  ['distribution', [dict([templateKey, unknown])], 'build'],
  ['distribution', [dict([unknown, text('marker')])], 'build'],
  ['distribution', [cutDict], 'build'],
  ['member', [system]],
  ['member', [result('acme.enums Color', text('red'))]],
  ['member', [text('a'), text('b')]],
  ['flags', [red, result('acme.enums Other', int(1))]],
  ['flags', [system, system]],
  ['typing-item', [global('sys modules'), text('os')]],
  ['zone-key', [text('../../etc/passwd')]],
  ['zone-key', [text('/etc/passwd')]],
  ['time-zone-file', [text('/etc/passwd')]],
  ['tensor', [system]],
  ['tensor', [result('acme f')]],
  ['tensor-type', [system, global('torch Tensor'), tuple(text('true')), dict()]],
  ['tensor-type', [global('torch._utils _rebuild_tensor_v2'), global('torch Tensor'), tuple(system), dict()]],
  ['tensor-type', [global('torch._utils _import_dotted_name'), global('torch Tensor'), tuple(text('os.system')), dict()]],
  ['literal-bytes', [unknown]],
  ['literal-bytes', [result('acme f')]],
  ['sibling-file', [dict([text('filename'), text('../model.npy')])], 'build'],
  ['sibling-file', [dict([text('filename'), text('C:model.npy')])], 'build'],
  ['sibling-file', [cutDict], 'build'],
  ['sibling-file', [text('/etc/passwd')], 'reduce'],
  ['no-cache', [dict([text('location'), text('cache')])], 'build'],
  ['no-cache', [dict([text('store_backend'), result('acme Store')])], 'build'],
  ['no-cache', [cutDict], 'build'],
  ['no-cache', [text('cache')], 'reduce'],
  ['dill-type', [text('CodeType')]],
  ['dill-type', [text('FunctionType')]],
  ['remade-array', [system, tuple(text('true'))]],
  ['remade-array', [global('numpy.core.multiarray _reconstruct'), tuple(system)]],
]

const title = ([rule, args, via]: Case): string => `${rule} ${via ?? 'reduce'} ${JSON.stringify(args)}`.slice(0, 160)

describe('argument rules', () => {
  it.each(legitimate.map((row) => [title(row), row] as const))('quiet: %s', (_title, [rule, args, via = 'reduce']) => {
    expect(argumentRules[rule](args, via, lookup)).toBe(true)
  })

  it.each(abused.map((row) => [title(row), row] as const))('loud: %s', (_title, [rule, args, via = 'reduce']) => {
    expect(argumentRules[rule](args, via, lookup)).toEqual(expect.any(String))
  })

  it('covers every rule in both directions', () => {
    const rules = Object.keys(argumentRules).sort()
    expect([...new Set(legitimate.map(([rule]) => rule))].sort()).toEqual(rules)
    expect([...new Set(abused.map(([rule]) => rule))].sort()).toEqual(rules)
  })

  it('refuses a call without arguments, unless that is what picklers write', () => {
    const quiet = Object.entries(argumentRules).filter(([, rule]) => rule([], 'reduce', lookup) === true)
    expect(quiet.map(([id]) => id)).toEqual(['shared', 'default-factory', 'bit-generator', 'random-state', 'sibling-file'])
  })
})
