import fc from 'fast-check'
import { reconstructors } from './reconstructors.ts'

/** Lines of a pickle that leave one value on the stack. */
export type Program = readonly string[]

/** Functions and types that are harmless whatever literals they are given, and some that are not. */
export const plain = fc.constantFrom(
  'pathlib PurePosixPath',
  'builtins list',
  'builtins dict',
  'builtins float',
  'collections Counter',
  'collections OrderedDict',
  'datetime date',
  'decimal Decimal',
  'fractions Fraction',
  'numpy float64',
  'pandas Timestamp',
  'uuid UUID',
  'ipaddress IPv4Address',
  'acme.core make',
  'acme.core Net',
)
const functions = fc.oneof(
  { weight: 4, arbitrary: plain },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'os system',
      'operator methodcaller',
      'functools partial',
      'collections ChainMap',
      'sympy.core.add Add',
      'acme.core run',
    ),
  },
)
/** Classes of which instances are built: of values, of known libraries, with rules for their states, of nobody knows what. */
const known = fc.constantFrom(
  'torch.utils.data.dataloader DataLoader',
  'torch.nn.modules.linear Linear',
  'torch.optim.adam Adam',
  'sklearn.tree._classes DecisionTreeClassifier',
  'sklearn.utils._bunch Bunch',
  'scipy.stats._continuous_distns norm_gen',
  'numpy vectorize',
  'joblib.memory Memory',
  'pandas.core.frame DataFrame',
  'collections OrderedDict',
  'types SimpleNamespace',
  'sympy.core.symbol Symbol',
)
const classes = fc.oneof({ weight: 2, arbitrary: known }, { weight: 1, arbitrary: fc.constantFrom('acme.core Net', 'acme.core Model') })
const keys = fc.constantFrom(
  'x',
  'collate_fn',
  '__setstate__',
  'append',
  'param_groups',
  '_parse_arg_template',
  'pyfunc',
  'location',
  '__class__',
  '_mgr',
)

const literal: fc.Arbitrary<Program> = fc.constantFrom(
  ['NONE'],
  ['BININT1 1'],
  ['BINUNICODE a'],
  ['BINUNICODE b'],
  ['BINBYTES x'],
  ['EMPTY_LIST'],
  ['NEWTRUE'],
)

/** What is put into an instance after it was made. */
type Fill = 'BUILD' | 'SETITEM' | 'APPEND' | 'ADDITEMS'
export interface Instance {
  readonly cls: string
  readonly fills: readonly (readonly [fill: Fill, key: string, value: Program])[]
}

const values = fc.letrec<{ value: Program; instance: Instance }>((tie) => ({
  instance: fc.record({
    cls: classes,
    fills: fc.array(fc.tuple(fc.constantFrom<Fill>('BUILD', 'BUILD', 'BUILD', 'SETITEM', 'APPEND', 'ADDITEMS'), keys, tie('value')), {
      minLength: 0,
      maxLength: 2,
    }),
  }),
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: literal },
    { weight: 1, arbitrary: fc.oneof(classes, functions).map((name) => [`GLOBAL ${name}`]) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(tie('instance'), fc.constantFrom(...Object.values(reconstructors)))
        .map(([parts, make]) => instanceBy(parts, make)),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(functions, fc.array(tie('value'), { maxLength: 2 }))
        .map(([name, args]) => [`GLOBAL ${name}`, 'MARK', ...args.flat(), 'TUPLE', 'REDUCE']),
    },
    { weight: 1, arbitrary: tie('value').map((value) => [...value, 'TUPLE1']) },
  ),
}))

/** Something that loading does: a call, the making of an instance, a value. */
export const event: fc.Arbitrary<Program> = values.value
export const instance: fc.Arbitrary<Instance> = values.instance

/** More calls of one name than a report shows, with numbers or texts. */
export const flood: fc.Arbitrary<Program> = fc
  .tuple(functions, fc.boolean())
  .map(([name, texts]) => [
    'MARK',
    ...Array.from({ length: 20 }, (_, at) => [`GLOBAL ${name}`, texts ? `BINUNICODE ${at}` : `BININT1 ${at}`, 'TUPLE1', 'REDUCE']).flat(),
    'TUPLE',
  ])

const FILLS: Readonly<Record<Fill, (key: string, value: Program) => Program>> = {
  BUILD: (key, value) => ['EMPTY_DICT', `BINUNICODE ${key}`, ...value, 'SETITEM', 'BUILD'],
  SETITEM: (key, value) => [`BINUNICODE ${key}`, ...value, 'SETITEM'],
  APPEND: (_key, value) => [...value, 'APPEND'],
  ADDITEMS: (_key, value) => ['MARK', ...value, 'ADDITEMS'],
}

/** The instance, made in this way. */
export function instanceBy({ cls, fills }: Instance, make: (cls: string) => readonly (string | Uint8Array)[]): Program {
  const made = make(cls).filter((line) => typeof line === 'string')
  return [...made, ...fills.flatMap(([fill, key, value]) => FILLS[fill](key, value))]
}

/** The same program with another package in the place of one. */
export function renamed(program: Program, from: string, to: string): Program {
  return program.map((line) => line.replaceAll(new RegExp(`\\b${from}\\.`, 'g'), `${to}.`))
}
