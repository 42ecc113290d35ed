import { describe, expect, test } from 'vitest'
import { WRAPPINGS } from '../../scripts/fuzz/cases.ts'
import { scanBytes } from '../../src/node/scan-files.ts'
import type { FileReport } from '../../src/types/report.ts'
import type { Line } from '../helpers/asm.ts'
import { asm } from '../helpers/asm.ts'
import { bytesOf, manifest } from '../helpers/fixtures.ts'

const clean = manifest.filter(({ verdict }) => verdict === 'clean')
const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1)

/** What a gate would stop or warn of. */
const noise = ({ findings, incomplete }: FileReport): readonly string[] => [
  ...findings.filter(({ severity }) => severity !== 'low').map(({ severity, rule, evidence }) => `${severity} ${rule}: ${evidence}`),
  ...incomplete.map(({ why, detail }) => `${why}: ${detail}`),
]

describe('a clean model of a real library', () => {
  test.each(Object.entries(WRAPPINGS))(
    'is as quiet packed as it is alone: %s',
    async (_how, wrap) => {
      const loud: string[] = []
      for (const fixture of clean) {
        const [name, bytes] = wrap(nameOf(fixture.file), bytesOf(fixture))
        loud.push(...noise(await scanBytes(name, bytes)).map((text) => `${fixture.file}: ${text}`))
      }
      expect(loud).toEqual([])
    },
    60_000,
  )
})

const state: readonly Line[] = ['EMPTY_DICT', 'BINUNICODE alpha', 'BININT1 1', 'SETITEM', 'BUILD', 'STOP']
const built = (name: string): readonly Line[] => ['PROTO 2', `GLOBAL ${name}`, 'EMPTY_TUPLE', 'NEWOBJ', ...state]
const called = (name: string, ...args: readonly Line[]): readonly Line[] => [
  'PROTO 2',
  `GLOBAL ${name}`,
  'MARK',
  ...args,
  'TUPLE',
  'REDUCE',
]

/** The state of a vectorized function that calls a method of a distribution. */
const entropyState: readonly Line[] = [
  'EMPTY_DICT',
  'BINUNICODE pyfunc',
  ...called('builtins getattr', 'GLOBAL scipy.stats._discrete_distns poisson_gen', 'EMPTY_TUPLE', 'NEWOBJ', 'BINUNICODE _entropy').slice(1),
  'SETITEM',
  'BUILD',
  'STOP',
]

/** How the newest versions write what models hold; each of these was once reported. */
const written: readonly (readonly [what: string, program: readonly Line[]])[] = [
  ['pandas 3: DateOffset', [...called('pandas DateOffset'), ...state]],
  ['pandas 3: BusinessMonthEnd', [...called('pandas._libs.tslibs.offsets BusinessMonthEnd', 'BININT1 1', 'NEWFALSE'), 'STOP']],
  ['dateutil: relativedelta', built('dateutil.relativedelta relativedelta')],
  ['dateutil: the weekday of a rule', built('dateutil._common weekday')],
  [
    'dateutil 4: time zone',
    [...called('dateutil.tz._tzfile _unpickle', 'GLOBAL dateutil.tz._tzfile tzfile', 'BINUNICODE UTC', 'NONE', 'EMPTY_TUPLE'), 'STOP'],
  ],
  [
    'joblib: Memory without a folder, protocol 1',
    [
      ...called('copyreg _reconstructor', 'GLOBAL joblib.memory Memory', 'GLOBAL builtins object', 'NONE'),
      'EMPTY_DICT',
      'BINUNICODE store_backend',
      'NONE',
      'SETITEM',
      'BUILD',
      'STOP',
    ],
  ],
  ['scikit-learn: ClassicalMDS', built('sklearn.manifold._classical_mds ClassicalMDS')],
  ['scikit-learn: scorer of GridSearchCV', built('sklearn.metrics._scorer _PassthroughScorer')],
  ['scikit-learn: scorer of TunedThresholdClassifierCV', built('sklearn.metrics._scorer _CurveScorer')],
  ['scikit-learn: loss of TweedieRegressor', [...called('sklearn._loss._loss CyHalfTweedieLossIdentity', 'BININT1 0'), 'STOP']],
  ['SciPy: PchipInterpolator', built('scipy.interpolate._cubic PchipInterpolator')],
  ['SciPy: KroghInterpolator', built('scipy.interpolate._polyint KroghInterpolator')],
  ['SciPy: Delaunay', built('scipy.spatial._qhull Delaunay')],
  ['SciPy: LinearNDInterpolator', built('scipy.interpolate._interpnd LinearNDInterpolator')],
  ['SciPy: discrete distribution', [...called('numpy vectorize').slice(0, 2), 'EMPTY_TUPLE', 'NEWOBJ', ...entropyState]],
  ['SciPy: continuous distribution', built('scipy.stats._continuous_distns nakagami_gen')],
  ['SciPy: function of FunctionTransformer', ['PROTO 2', 'GLOBAL scipy.special._special_ufuncs expit', 'STOP']],
  ['NumPy: function of FunctionTransformer', ['PROTO 2', 'GLOBAL numpy nan_to_num', 'STOP']],
  ['scikit-learn: metric of make_scorer', ['PROTO 2', 'GLOBAL sklearn.metrics._classification hamming_loss', 'STOP']],
  ['pandas 2: Int8Dtype', built('pandas.core.arrays.integer Int8Dtype')],
  ['SciPy: RBFInterpolator', built('scipy.interpolate._rbfinterp RBFInterpolator')],
]

describe('what a library writes', () => {
  test.each(written)('is nothing to report: %s', async (_what, program) => {
    expect(noise(await scanBytes('model.pkl', asm(...program)))).toEqual([])
  })

  test('is reported as soon as its state is a call that nobody has listed', async () => {
    for (const name of ['dateutil.relativedelta relativedelta', 'scipy.interpolate._rbfinterp RBFInterpolator']) {
      const program = asm(
        'PROTO 2',
        `GLOBAL ${name}`,
        'EMPTY_TUPLE',
        'NEWOBJ',
        ...called('acme run', 'BINUNICODE echo').slice(1),
        'BUILD',
        'STOP',
      )
      expect(noise(await scanBytes('model.pkl', program))).toEqual([expect.stringMatching(/^high pickle\/unlisted-call: acme\.run/)])
    }
  })

  test.each<readonly [what: string, program: readonly Line[]]>([
    ['a vectorized command', called('numpy vectorize', 'GLOBAL acme run')],
    ['a time zone read from a file', called('dateutil.tz._tzfile tzfile', 'BINUNICODE /etc/passwd')],
    ['a cache that something else may call', ['PROTO 2', 'EMPTY_LIST', 'GLOBAL joblib.memory Memory', 'APPEND']],
    [
      'a vectorized function whose state names any function',
      [
        'PROTO 2',
        'GLOBAL numpy vectorize',
        'EMPTY_TUPLE',
        'NEWOBJ',
        'EMPTY_DICT',
        'BINUNICODE pyfunc',
        'GLOBAL posix getpid',
        'SETITEM',
        'BUILD',
      ],
    ],
    [
      'a triangulation whose finaliser calls what its state holds',
      [
        'PROTO 2',
        'GLOBAL scipy.spatial._qhull Delaunay',
        'EMPTY_TUPLE',
        'NEWOBJ',
        'EMPTY_DICT',
        'BINUNICODE close',
        'GLOBAL acme run',
        'SETITEM',
        'BUILD',
      ],
    ],
  ])('is reported when it is abused: %s', async (_what, program) => {
    const loud = noise(await scanBytes('model.pkl', asm(...program, 'STOP')))
    expect(loud).toContainEqual(
      expect.stringMatching(
        /^(high|critical) pickle\/(unsafe-arguments|unlisted-call): (numpy\.vectorize|scipy\.spatial|dateutil\.tz|joblib\.memory)/,
      ),
    )
  })
})

/** What protocols 0 and 1 write instead of NEWOBJ. */
const reconstructed = (module: string, name: string, base = 'builtins object', state: Line = 'NONE'): readonly Line[] => [
  `GLOBAL ${module} _reconstructor`,
  'MARK',
  `GLOBAL ${name}`,
  `GLOBAL ${base}`,
  state,
  'TUPLE',
  'REDUCE',
]
const withState = (key: string, ...value: readonly Line[]): readonly Line[] => [
  'EMPTY_DICT',
  `BINUNICODE ${key}`,
  ...value,
  'SETITEM',
  'BUILD',
  'STOP',
]
const norm = 'scipy.stats._continuous_distns norm_gen'

describe('an instance of protocol 0', () => {
  test('is quiet with the state that its library writes', async () => {
    const plain = withState('a', 'BININT1 1')
    for (const name of [norm, 'scipy.spatial._qhull Delaunay', 'joblib.memory Memory']) {
      expect(noise(await scanBytes('model.pkl', asm(...reconstructed('copyreg', name), ...plain)))).toEqual([])
    }
  })

  test.each<readonly [what: string, program: readonly Line[]]>([
    ['a distribution', [...reconstructed('copyreg', norm), ...withState('_parse_arg_template', 'BINUNICODE import')]],
    ['under the older name', [...reconstructed('copy_reg', norm), ...withState('_parse_arg_template', 'BINUNICODE import')]],
    [
      'with the older base',
      [...reconstructed('copy_reg', norm, '__builtin__ object'), ...withState('_parse_arg_template', 'BINUNICODE import')],
    ],
    ['in protocol 4', ['PROTO 4', ...reconstructed('copy_reg', norm), ...withState('_parse_arg_template', 'BINUNICODE import')]],
    [
      'with a state for the base',
      [...reconstructed('copyreg', norm, undefined, 'BININT1 1'), ...withState('_parse_arg_template', 'BINUNICODE import')],
    ],
    ['with another base', [...reconstructed('copyreg', norm, 'builtins dict'), ...withState('_parse_arg_template', 'BINUNICODE import')]],
    ['a vectorized function', [...reconstructed('copyreg', 'numpy vectorize'), ...withState('pyfunc', 'GLOBAL posix getpid')]],
    ['a triangulation', [...reconstructed('copyreg', 'scipy.spatial._qhull Delaunay'), ...withState('close', 'GLOBAL acme run')]],
    ['a cache', [...reconstructed('copyreg', 'joblib.memory Memory'), ...withState('location', 'BINUNICODE cache')]],
    ['a file next to it', [...reconstructed('copyreg', 'joblib.numpy_pickle NDArrayWrapper'), ...withState('filename', 'BINUNICODE ../x')]],
    ['a class that nobody listed', [...reconstructed('copyreg', 'sklearn.acme Model'), ...withState('a', 'BININT1 1')]],
  ])('is reported when it is abused: %s', async (_what, program) => {
    expect(noise(await scanBytes('model.pkl', asm(...program)))).toContainEqual(expect.stringMatching(/^(high|critical)/))
  })
})
