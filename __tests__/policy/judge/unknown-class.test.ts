import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { firstPartyFromFiles } from '../../../src/node/first-party.ts'
import { scanBytes } from '../../../src/node/scan-files.ts'
import type { Policy } from '../../../src/policy/policy.ts'
import { defaultPolicy } from '../../../src/policy/policy.ts'
import type { Line } from '../../helpers/asm.ts'
import { asm, built, dict, list, make, state, text, tuple } from '../../helpers/asm.ts'

const times = (count: number, lines: (at: number) => readonly Line[]): Line[] => Array.from({ length: count }, (_, at) => lines(at)).flat()

const RANK = { low: 1, medium: 2, high: 3, critical: 4 }
const worst = async (program: readonly Line[], policy: Policy = defaultPolicy): Promise<string> => {
  const { findings, incomplete } = await scanBytes('model.pkl', asm('PROTO 2', ...program, 'STOP'), { policy })
  expect(incomplete).toEqual([])
  return findings.map(({ severity }) => severity).sort((left, right) => RANK[right] - RANK[left])[0] ?? 'nothing'
}

const CODE = "__import__('os').system('echo modelgate-marker')"
const code = text(CODE)
const META = 'pydantic._internal._model_construction ModelMetaclass'
/** The arguments with which a metaclass makes a class, whose annotations it evaluates. */
const members = (base: string): Line[] => [
  text('X'),
  ...tuple(`GLOBAL ${base}`),
  ...dict(text('__module__'), text('x'), text('__annotations__'), ...dict(text('a'), code)),
]
const formula = make('functools partial', 'GLOBAL patsy.highlevel dmatrix', code, ...dict(text('x'), ...list('INT 1')))
const hints = [...built('types SimpleNamespace'), ...state(text('__annotations__'), ...dict(text('a'), code))]
const entry = [...built('distlib.util ExportEntry'), ...state(text('prefix'), text('os'), text('suffix'), text('system'))]
const root = [...built('argparse Namespace'), ...state(text('a'), 'INT 1')]
const timed = (timer: readonly Line[], cls = 'cachetools TTLCache'): Line[] => [
  ...built(cls),
  ...state(text('_TimedCache__timer'), ...timer, text('_TTLCache__links'), ...dict(), text('_TTLCache__root'), ...root),
]
const pointer = (destructor: readonly Line[], to: readonly Line[]): Line[] => [
  ...built('Cryptodome.Util._raw_api SmartPointer'),
  ...state(text('_destructor'), ...destructor, text('_raw_pointer'), ...to),
]
const dmatrix: Line = 'GLOBAL patsy.highlevel dmatrix'
const net = (...lines: readonly Line[]): Line[] => [...built('acme.nets Net'), ...lines]
const array = [
  ...make('numpy.core.multiarray _reconstruct', 'GLOBAL numpy ndarray', ...tuple('INT 0'), 'SHORT_BINBYTES b'),
  ...tuple('INT 1', ...tuple('INT 1'), ...make('numpy dtype', text('f8'), 'NEWFALSE', 'NEWTRUE'), 'NEWFALSE', 'SHORT_BINBYTES 12345678'),
  'BUILD',
]
/** An instance with plain attributes, and a mapping that asks it for an item. */
const lazy = net(...state(text('names'), text('os')))
const chain = make('collections ChainMap', ...lazy, ...dict(text('k'), 'INT 1'))
const tensor = make(
  'torch._utils _rebuild_meta_tensor_no_storage',
  'GLOBAL torch float32',
  ...tuple('INT 1'),
  ...tuple('INT 1'),
  'NEWFALSE',
)
/** A partial object that is made first and gets its function and arguments when it has been given away. */
const lateState = [...tuple(dmatrix, ...tuple(code), 'NONE', 'NONE'), 'BUILD']

describe('an unknown class is more than reported when it', () => {
  it.each<[string, readonly Line[]]>([
    ['makes a class whose annotations it evaluates', built(META, ...members('pydantic.main BaseModel'))],
    ['makes it by __newobj__', make('copyreg __newobj__', `GLOBAL ${META}`, ...members('pydantic.main BaseModel'))],
    [
      'makes it by __newobj_ex__',
      make('copyreg __newobj_ex__', `GLOBAL ${META}`, ...tuple(...members('pydantic.main BaseModel')), 'EMPTY_DICT'),
    ],
    ['makes it by NEWOBJ_EX', [`GLOBAL ${META}`, ...tuple(...members('pydantic.main BaseModel')), 'EMPTY_DICT', 'NEWOBJ_EX']],
    [
      'makes it by a partial object',
      [...make('functools partial', `GLOBAL ${META}`), ...tuple(...members('pydantic.main BaseModel')), 'REDUCE'],
    ],
    ['makes it for the older interface', built('pydantic.v1.main ModelMetaclass', ...members('pydantic.v1.main BaseModel'))],
    ['makes an enumeration', built('google.protobuf.internal.enum_type_wrapper EnumTypeWrapper', ...dict(text('a'), code))],
    ['is given text', built('jinja2.environment Template', code)],
    ['is given bytes', built('acme.nets Net', 'SHORT_BINBYTES x')],
    ['is given keywords', ['GLOBAL acme.nets Net', 'EMPTY_TUPLE', ...dict(text('a'), 'INT 1'), 'NEWOBJ_EX']],
    ['is given an instance', built('acme.nets Net', ...root)],
    ['is given more arguments than are shown', built('acme.nets Net', ...times(40, () => ['INT 1']))],
    [
      'is made as a dict by _reconstructor',
      make('copyreg _reconstructor', 'GLOBAL acme.nets Net', 'GLOBAL builtins dict', ...dict(code, code)),
    ],
    ['calls the timer of its state', timed(formula)],
    ['has a text as its state', net(text('a'), 'BUILD')],
    ['has a tuple as its state', net(...tuple(text('a'), 'INT 1'), 'BUILD')],
    ['has arguments and keywords as its state', net(...tuple(...tuple(text('a')), ...dict(text('mode'), text('w'))), 'BUILD')],
    ['has a list as its state', net(...list(text('a')), 'BUILD')],
    ['has attributes of another object', net(...tuple(...chain, 'NONE'), 'BUILD')],
    ['has slots of another object', net(...tuple('NONE', ...chain), 'BUILD')],
    ['is called without arguments', make('acme.nets Server')],
    ['is called with None', make('acme.nets Server', 'NONE')],
    ['is called as a base', make('copyreg _reconstructor', 'GLOBAL acme.nets Net', 'GLOBAL acme.nets Server', 'NONE')],
    ['has keywords of another object', make('copyreg __newobj_ex__', 'GLOBAL torch.nn.modules.linear Linear', 'EMPTY_TUPLE', ...chain)],
    ['is a pair of a dict', make('builtins dict', ...list(...lazy))],
    ['is a pair among others', make('collections OrderedDict', ...list(...tuple(text('a'), 'INT 1'), ...lazy))],
    ['is a pair of a dict with a factory', make('collections defaultdict', 'NONE', ...list(...lazy))],
    ['is a number of an array', make('array array', text('d'), ...list(...lazy))],
    [
      'is a tensor with a text as its state',
      make(
        'torch._tensor _rebuild_from_type_v2',
        'GLOBAL torch._utils _rebuild_meta_tensor_no_storage',
        'GLOBAL acme.nets Weight',
        ...tuple('GLOBAL torch float32', ...tuple('INT 1'), ...tuple('INT 1'), 'NEWFALSE'),
        ...tuple(text('a')),
      ),
    ],
    [
      'has attributes of a tensor',
      make('torch._utils _rebuild_parameter_with_state', ...tensor, 'NEWFALSE', 'NONE', ...tuple(...chain, 'NONE')),
    ],
    ['calls the timer, and is another class', timed(formula, 'cachetools TLRUCache')],
    ['calls a timer of hints', timed(make('functools partial', 'GLOBAL typing_extensions get_type_hints', ...hints))],
    ['calls a timer without a partial', timed([dmatrix])],
    ['calls its destructor', pointer(['GLOBAL typing_extensions get_type_hints'], hints)],
    ['calls it with a formula', pointer([dmatrix], [code])],
    ['calls it with a formula for two sides', pointer(['GLOBAL patsy.highlevel dmatrices'], [code])],
    ['calls a class as its destructor', pointer(['GLOBAL patsy.eval EvalFactor'], [code])],
    ['calls an attribute getter as its destructor', pointer(make('operator attrgetter', text('value')), entry)],
    ['calls an item getter as its destructor', pointer(make('operator itemgetter', text('value')), entry)],
    ['calls a bound method', pointer(make('__builtin__ getattr', ...entry, text('value')), [code])],
    [
      'has a function of torch that reads a file',
      net(...state(text('f'), ...make('__builtin__ getattr', 'GLOBAL torch._C _VariableFunctionsClass', text('from_file')))),
    ],
    ['is asked for an attribute', make('__builtin__ getattr', ...entry, text('value'))],
    [
      'is asked for it after _reconstructor',
      make(
        '__builtin__ getattr',
        ...make('copyreg _reconstructor', 'GLOBAL distlib.util ExportEntry', 'GLOBAL builtins object', 'NONE'),
        text('value'),
      ),
    ],
    [
      'is asked for it after __newobj__',
      make('__builtin__ getattr', ...make('copyreg __newobj__', 'GLOBAL distlib.util ExportEntry'), text('value')),
    ],
    ['gets items', net('MARK', text('a'), code, 'SETITEMS')],
    ['gets one item', net(text('a'), code, 'SETITEM')],
    ['gets members', net(code, 'APPEND')],
    ['gets several members', net('MARK', code, 'APPENDS')],
    ['gets members of a set', net('MARK', code, 'ADDITEMS')],
    ['gets items after its state', net(...state(text('path'), text('a')), 'MARK', text('a'), 'INT 1', 'SETITEMS')],
    [
      'is stated through _reconstructor',
      [...make('copyreg _reconstructor', 'GLOBAL acme.nets Net', 'GLOBAL builtins object', 'NONE'), ...state(text('a'), dmatrix)],
    ],
    [
      'is stated through _reconstructor of another base',
      [...make('copyreg _reconstructor', 'GLOBAL acme.nets Net', 'GLOBAL builtins dict', 'NONE'), ...state(text('a'), dmatrix)],
    ],
    ['is stated through __newobj__', [...make('copyreg __newobj__', 'GLOBAL acme.nets Net'), ...state(text('a'), dmatrix)]],
    [
      'is stated as an array',
      [
        ...make('numpy.core.multiarray _reconstruct', 'GLOBAL acme.nets Net', ...tuple('INT 0'), 'SHORT_BINBYTES b'),
        ...tuple('INT 1', dmatrix),
        'BUILD',
      ],
    ],
    [
      'is stated as a tensor',
      make(
        'torch._tensor _rebuild_from_type_v2',
        'GLOBAL torch._utils _rebuild_tensor_v2',
        'GLOBAL acme.nets Net',
        ...tuple('INT 0'),
        ...dict(text('a'), dmatrix),
      ),
    ],
    ['has the function as its state', net(dmatrix, 'BUILD')],
    ['has it in the second half of its state', net(...tuple('NONE', ...dict(text('a'), dmatrix)), 'BUILD')],
    ['has it as a key', net(...state(dmatrix, 'INT 1'))],
    ['has it behind a thousand entries', net(...state(...times(1000, (at) => [text(`k${at}`), ...list(text('x'))]), text('f'), dmatrix))],
    ['has it at the end of a long list', net(...state(text('l'), ...list(...times(1000, () => ['INT 1']), dmatrix)))],
    ['has it at the end of a long tuple', net(...state(text('l'), ...tuple(...times(1000, () => ['INT 1']), dmatrix)))],
    ['has it forty lists deep', net(...state(text('l'), ...times(40, () => ['EMPTY_LIST']), dmatrix, ...times(40, () => ['APPEND'])))],
    ['has it in an instance', net(...state(text('i'), ...built('acme.nets Part'), ...state(text('f'), dmatrix)))],
    [
      'has it in an instance of a known class',
      net(...state(text('i'), ...built('sklearn.preprocessing._data StandardScaler'), ...state(text('f'), dmatrix))),
    ],
    [
      'has it among forty harmless names',
      net(...state(...times(40, (at) => [text(`k${at}`), `GLOBAL acme.nets f${at}`]), text('f'), dmatrix)),
    ],
    [
      'has a list that gets it later',
      ['EMPTY_LIST', 'BINPUT 2', ...built('acme.nets Net'), ...state(text('l'), 'BINGET 2'), 'BINGET 2', dmatrix, 'APPEND', 'TUPLE3'],
    ],
    [
      'has a dict that gets it later',
      [
        'EMPTY_DICT',
        'BINPUT 2',
        ...built('acme.nets Net'),
        ...state(text('d'), 'BINGET 2'),
        'BINGET 2',
        text('a'),
        dmatrix,
        'SETITEM',
        'TUPLE3',
      ],
    ],
    [
      'has its own dict, which gets it later',
      ['EMPTY_DICT', 'BINPUT 2', ...built('acme.nets Net'), 'BINGET 2', 'BUILD', 'BINGET 2', text('a'), dmatrix, 'SETITEM', 'TUPLE3'],
    ],
    [
      'has a partial object that gets it later',
      [
        ...built('functools partial', 'GLOBAL collections OrderedDict'),
        'BINPUT 2',
        ...timed(['BINGET 2']),
        'BINGET 2',
        ...lateState,
        'TUPLE3',
      ],
    ],
    [
      'has an instance that gets it later',
      [
        ...built('sklearn.preprocessing._data StandardScaler'),
        'BINPUT 2',
        ...net(...state(text('i'), 'BINGET 2')),
        'BINGET 2',
        ...state(text('f'), dmatrix),
        'TUPLE3',
      ],
    ],
    [
      'has a list in a list that got it later',
      [
        'EMPTY_LIST',
        'BINPUT 1',
        'EMPTY_LIST',
        'BINPUT 2',
        'APPEND',
        'BINGET 2',
        dmatrix,
        'APPEND',
        'TUPLE2',
        'POP',
        ...net(...state(text('l'), 'BINGET 1')),
      ],
    ],
    [
      'has it in a tuple, after thousands of other containers',
      [
        ...times(5000, () => ['EMPTY_LIST', 'EMPTY_DICT']),
        'TUPLE3',
        ...net(...state(text('l'), ...tuple(...times(20, () => ['INT 1']), dmatrix))),
        'TUPLE2',
      ],
    ],
    [
      'has a list that the memo kept by its kind',
      [
        'MARK',
        ...times(5000, (at) => ['EMPTY_LIST', `LONG_BINPUT ${at}`]),
        'LIST',
        'EMPTY_LIST',
        'LONG_BINPUT 6000',
        ...net(...state(text('l'), 'LONG_BINGET 6000')),
        'LONG_BINGET 6000',
        dmatrix,
        'APPEND',
        'TUPLE3',
      ],
    ],
    [
      'has a tuple that the memo kept by its kind',
      [
        'MARK',
        ...times(5000, (at) => ['EMPTY_LIST', `LONG_BINPUT ${at}`]),
        'LIST',
        dmatrix,
        'TUPLE1',
        'LONG_BINPUT 6000',
        ...net(...state(text('l'), 'LONG_BINGET 6000')),
        'TUPLE3',
      ],
    ],
    ['is a function that is called', make('acme.nets build')],
    ['is a function that is called with numbers', make('acme.nets build', 'INT 1')],
    ['is a method that is called', make('acme.nets Net.load', 'INT 1')],
    ['is a function that INST calls', ['MARK', 'INST acme.nets build']],
    ['is a function that is kept with text', [...built('types SimpleNamespace'), ...state(text('f'), ...formula)]],
    [
      'is a function that a state keeps with text',
      [...make('functools partial', dmatrix), ...tuple(dmatrix, ...tuple(code), 'NONE', 'NONE'), 'BUILD'],
    ],
    [
      'is a function that is kept with keywords',
      [...make('functools partial', dmatrix), ...tuple(dmatrix, ...tuple(), ...dict(text('formula'), code), 'NONE'), 'BUILD'],
    ],
  ])('%s', async (_what, program) => {
    expect(['high', 'critical']).toContain(await worst(program))
  })
})

describe('an unknown class is reported and does not fail when it', () => {
  it.each<[string, readonly Line[]]>([
    ['is only named', ['GLOBAL acme.nets Net']],
    ['is built', net()],
    ['is built of numbers', built('acme.nets Point', 'INT 1', 'BINFLOAT 2.5', 'NONE', 'NEWTRUE', ...tuple('INT 1', ...list('INT 2')))],
    ['is built of arrays', built('acme.nets Batch', ...array)],
    ['is built with a harmless function', built('acme.nets Op', 'GLOBAL _operator add', ...list('INT 2'))],
    ['is built by _reconstructor', make('copyreg _reconstructor', 'GLOBAL acme.nets Net', 'GLOBAL builtins object', 'NONE')],
    [
      'is a tuple by _reconstructor',
      make('copyreg _reconstructor', 'GLOBAL acme.nets Point', 'GLOBAL builtins tuple', ...tuple('INT 1', 'INT 2')),
    ],
    ['is an enumeration', make('acme.nets Color', 'INT 1')],
    [
      'is a nested class',
      [...make('__builtin__ getattr', 'GLOBAL acme.nets Net', text('Inner')), 'EMPTY_TUPLE', 'NEWOBJ', ...state(text('a'), 'INT 1')],
    ],
    ['has text, numbers and arrays', net(...state(text('name'), text('bert'), text('n'), 'INT 1', text('w'), ...array))],
    ['has a large state', net(...state(...times(1000, (at) => [text(`k${at}`), ...list(text('x'), ...dict(text('a'), 'INT 1'))])))],
    [
      'has instances',
      net(
        ...state(
          text('part'),
          ...built('acme.nets Part'),
          ...state(text('name'), text('x')),
          text('scaler'),
          ...built('sklearn.preprocessing._data StandardScaler'),
          ...state(text('n'), 'INT 1'),
        ),
      ),
    ],
    [
      'has types and functions that only compute',
      net(
        ...state(
          text('dtype'),
          'GLOBAL numpy float64',
          text('act'),
          'GLOBAL torch.nn.modules.activation ReLU',
          text('op'),
          'GLOBAL _operator add',
        ),
      ),
    ],
    ['has methods of types', net(...state(text('f'), ...make('__builtin__ getattr', 'GLOBAL __builtin__ str', text('lower'))))],
    [
      'has functions of torch',
      net(...state(text('f'), ...make('__builtin__ getattr', 'GLOBAL torch._C _VariableFunctionsClass', text('relu')))),
    ],
    ['has itself', [...built('acme.nets Net'), 'BINPUT 1', ...state(text('me'), 'BINGET 1', text('name'), text('x'))]],
    [
      'has a list that gets numbers later',
      ['EMPTY_LIST', 'BINPUT 2', ...net(...state(text('l'), 'BINGET 2')), 'BINGET 2', 'INT 1', 'APPEND', 'TUPLE3'],
    ],
    ['has a slot', net(...tuple('NONE', ...dict(text('a'), 'INT 1')), 'BUILD')],
    ['is a value of a dict', make('builtins dict', ...list(...tuple(text('a'), ...lazy)))],
    ['is an item of a list', make('builtins list', ...list(...lazy))],
    ['is a value of a dict with a factory', make('collections defaultdict', 'GLOBAL builtins list', ...list(...tuple(text('a'), ...lazy)))],
    [
      'is an array of its own class',
      [
        ...make('numpy.core.multiarray _reconstruct', 'GLOBAL acme.nets Array', ...tuple('INT 0'), 'SHORT_BINBYTES b'),
        ...tuple(
          'INT 1',
          ...tuple('INT 1'),
          ...make('numpy dtype', text('f8'), 'NEWFALSE', 'NEWTRUE'),
          'NEWFALSE',
          'SHORT_BINBYTES 12345678',
        ),
        'BUILD',
      ],
    ],
    ['has numbers and arrays as its state', net(...tuple('INT 1', ...array), 'BUILD')],
    ['has attributes and slots', net(...tuple(...dict(text('a'), text('b')), ...dict(text('c'), text('d'))), 'BUILD')],
    [
      'is a tensor with attributes',
      make(
        'torch._tensor _rebuild_from_type_v2',
        'GLOBAL torch._utils _rebuild_meta_tensor_no_storage',
        'GLOBAL acme.nets Weight',
        ...tuple('GLOBAL torch float32', ...tuple('INT 1'), ...tuple('INT 1'), 'NEWFALSE'),
        ...dict(text('a'), text('b')),
      ),
    ],
    ['has slots alone', net(...tuple('NONE', ...dict(text('c'), text('d'))), 'BUILD')],
    ['is called with a number', make('acme.nets Net', 'INT 1')],
    ['is a function that a known class keeps', [...built('types SimpleNamespace'), ...state(text('f'), 'GLOBAL acme.nets tokenize')]],
    [
      'is a function that is kept with numbers',
      [
        ...make('functools partial', 'GLOBAL acme.nets init'),
        ...tuple('GLOBAL acme.nets init', ...tuple(), ...dict(text('std'), 'BINFLOAT 0.5'), 'NONE'),
        'BUILD',
      ],
    ],
  ])('%s', async (_what, program) => {
    expect(await worst(program)).toBe('medium')
  })
})

describe('what the policy allows, and what the checkout defines', () => {
  const firstParty = firstPartyFromFiles({ paths: ['acme/nets.py'], read: () => 'class Net: pass\nclass Part: pass\ndef run(x): pass\n' })
  const own: Policy = { ...defaultPolicy, firstParty }
  const allowed: Policy = { ...defaultPolicy, allow: ['acme.nets.*'] }
  const holding = (name: string): Line[] => net(...state(text('a'), text('b'), text('f'), `GLOBAL ${name}`))
  const of = (cls: string, ...lines: readonly Line[]): Line[] => [...built(cls), ...lines]

  it.each<[string, Policy, readonly Line[], string]>([
    ['an allowed class with an allowed function', allowed, holding('acme.nets run'), 'nothing'],
    ['an allowed class with items', allowed, net('MARK', text('a'), code, 'SETITEMS'), 'nothing'],
    ['an attribute of an allowed class', allowed, make('__builtin__ getattr', ...net(), text('method')), 'nothing'],
    ['an unknown class with an allowed function', allowed, of('other.m M', ...state(text('f'), 'GLOBAL acme.nets run')), 'medium'],
    ['a class of the checkout with items', own, net('MARK', text('a'), code, 'SETITEMS'), 'low'],
    ['a class of the checkout with its function', own, holding('acme.nets run'), 'low'],
    ['an unknown class with a class of the checkout', own, of('other.m M', ...state(text('f'), 'GLOBAL acme.nets Part')), 'medium'],
    ['an unknown class with a function of the checkout', own, of('other.m M', ...state(text('f'), 'GLOBAL acme.nets run')), 'high'],
  ])('%s', async (_what, policy, program, expected) => {
    expect(await worst(program, policy)).toBe(expected)
  })
})

/** Programs that leave one value of plain data on the stack. */
const data: fc.Arbitrary<Line[]> = fc.letrec<{ value: Line[] }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Line[]>(['NONE'], ['INT 7'], [text('x')], ['NEWTRUE'], [...built('acme.nets Part'), ...state(text('a'), 'INT 1')]),
    fc.array(tie('value'), { maxLength: 20 }).map((items) => list(...items.flat())),
    fc.array(tie('value'), { maxLength: 20 }).map((items) => tuple(...items.flat())),
    fc.array(tie('value'), { maxLength: 20 }).map((items) => dict(...items.flatMap((item, at) => [text(`k${at}`), ...item]))),
  ),
})).value

/** Ways of keeping a value among data. */
const kept = fc.constantFrom<(value: readonly Line[], beside: readonly Line[]) => Line[]>(
  (value, beside) => list(...beside, ...value),
  (value, beside) => tuple(...beside, ...value),
  (value, beside) => dict(text('d'), ...beside, text('f'), ...value),
  (value, beside) => [...built('acme.nets Part'), ...state(text('d'), ...beside, text('f'), ...value)],
  (value, beside) => [...built('sklearn.preprocessing._data StandardScaler'), ...state(text('d'), ...beside, text('f'), ...value)],
  (value, beside) => [...make('functools partial', ...value), ...tuple(...value, ...tuple(...beside), 'NONE', 'NONE'), 'BUILD'],
)
const callable = fc.constantFrom<Line[]>([dmatrix], ['GLOBAL acme.nets Part'], [...formula], make('operator attrgetter', text('a')))

const hands = fc.constantFrom<(value: readonly Line[]) => Line[]>(
  (value) => net(...value, 'BUILD'),
  (value) => net(...state(text('f'), ...value)),
  (value) => net(...tuple('NONE', ...dict(text('f'), ...value)), 'BUILD'),
  (value) => built('acme.nets Net', ...value),
  (value) => net(...value, 'APPEND'),
  (value) => net(text('a'), ...value, 'SETITEM'),
  (value) => [...make('copyreg __newobj__', 'GLOBAL acme.nets Net'), ...state(text('f'), ...value)],
)

test('a callable anywhere in what an unknown class is handed is at least high', async () => {
  await fc.assert(
    fc.asyncProperty(callable, fc.array(fc.tuple(kept, data), { maxLength: 20 }), hands, async (inner, around, hand) => {
      const value = around.reduce<readonly Line[]>((within, [keep, beside]) => keep(within, beside), inner)
      expect(['high', 'critical']).toContain(await worst(hand(value)))
    }),
    { numRuns: 150 },
  )
})

test('data as its state is medium, whatever their shape', async () => {
  await fc.assert(
    fc.asyncProperty(data, async (value) => {
      expect(await worst(net(...state(text('d'), ...value)))).toBe('medium')
    }),
    { numRuns: 100 },
  )
})
