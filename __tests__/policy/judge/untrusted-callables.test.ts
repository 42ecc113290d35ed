import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import type { Line } from '../../helpers/asm.ts'
import { asm, dict, list, state, text, tuple } from '../../helpers/asm.ts'

const call = (callee: string, via: 'REDUCE' | 'NEWOBJ', args: readonly Line[]): Line[] => [
  `GLOBAL ${callee}`,
  'MARK',
  ...args,
  'TUPLE',
  via,
]
const make = (callee: string, ...args: readonly Line[]): Line[] => call(callee, 'REDUCE', args)
const built = (callee: string, ...args: readonly Line[]): Line[] => call(callee, 'NEWOBJ', args)
const get = (of: readonly Line[], name: string): Line[] => make('builtins getattr', ...of, text(name))

/** A function of a package that nobody lists, with its arguments: quiet above medium as long as nothing calls it. */
const ready = make('functools partial', 'GLOBAL acme.shell run', ...list(text('echo'), text('modelgate-marker')))
const factory = make('collections defaultdict', ...ready)
/** Asks a frame for a key that can be called, which the frame calls. */
const frames = [
  ...built('torch.utils.data.dataset Subset'),
  ...state(text('dataset'), ...built('pandas.core.frame DataFrame'), text('indices'), ...list('GLOBAL acme.shell run')),
]
const asking = make('collections ChainMap', ...factory, ...dict(text('a'), 'INT 1'))
const steps = (...value: readonly Line[]): Line[] => [...built('sklearn.pipeline Pipeline'), ...state(text('steps'), ...value)]
const subset = [...built('torch.utils.data.dataset Subset'), ...state(text('dataset'), ...factory, text('indices'), ...list('INT 1'))]
const nested = (depth: number): Line[] =>
  depth === 0 ? factory : make('collections ChainMap', ...nested(depth - 1), ...dict(text('a'), 'INT 1'))
const sgd = (...groups: readonly Line[]): Line[] => [
  ...built('torch.optim.sgd SGD'),
  ...state(text('param_groups'), ...groups, text('defaults'), 'EMPTY_DICT', text('state'), 'EMPTY_DICT'),
]

const rulesOf = async (...program: readonly Line[]): Promise<readonly string[]> => {
  const { findings, incomplete } = await scanBytes('model.pkl', asm('PROTO 4', ...program, 'STOP'))
  expect(incomplete).toEqual([])
  return findings.map(({ rule }) => rule)
}

describe('an instance that holds a function of an unknown package cannot', () => {
  it.each<[string, readonly Line[]]>([
    ['be asked for a property', get(steps(...factory), 'classes_')],
    [
      'be asked for one that calls a method of its own',
      get([...built('scipy.sparse._csr csr_matrix'), ...state(text('transpose'), ...ready)], 'T'),
    ],
    [
      'be asked for one when it lies in another',
      get([...built('sklearn.model_selection._search GridSearchCV'), ...state(text('best_estimator_'), ...steps(...factory))], 'classes_'),
    ],
    [
      'get it only after something was given the list that it goes into',
      [
        'EMPTY_LIST',
        'BINPUT 1',
        ...built('sklearn.pipeline Pipeline'),
        ...state(text('steps'), 'BINGET 1'),
        'BINPUT 2',
        'BINGET 1',
        ...factory,
        'APPEND',
        ...get(['BINGET 2'], 'classes_'),
        'TUPLE3',
      ],
    ],
    ['be the second argument of a dict with a factory', make('collections defaultdict', 'NONE', ...asking)],
    ['be the arguments of an index', make('pandas.core.indexes.base _new_Index', 'GLOBAL pandas.core.indexes.base Index', ...asking)],
    ['be the keywords of a class', make('copyreg __newobj_ex__', 'GLOBAL builtins object', 'EMPTY_TUPLE', ...asking)],
    ['be what a tuple is made of', make('copyreg __newobj__', 'GLOBAL builtins tuple', ...subset)],
    ['be what a matrix is made of', built('numpy.matrixlib.defmatrix matrix', ...subset)],
    ['be the attributes of an instance', [...built('types SimpleNamespace'), ...tuple('NONE', ...asking), 'BUILD']],
    ['be the defaults of an optimizer', [...built('torch.optim.sgd SGD'), ...state(text('defaults'), ...asking)]],
    ['be among its groups', sgd(...list(...asking))],
    ['be what an annotation is made of', make('operator getitem', 'GLOBAL collections.abc Callable', ...tuple(...asking, 'INT 1'))],
    ['be the categories of a type', [...built('pandas CategoricalDtype'), ...state(text('categories'), ...asking)]],
    [
      'lie behind many other entries',
      [
        ...built('numpy.random._pcg64 PCG64'),
        ...state(...Array.from({ length: 60 }, (_, at): Line[] => [text(`a${at}`), 'INT 1']).flat(), text('state'), ...frames),
      ],
    ],
    [
      'lie behind entries that are long',
      [
        ...built('numpy.random._pcg64 PCG64'),
        ...state(
          ...Array.from({ length: 20 }, (_, at): Line[] => [text(`a${at}`), ...list(...Array.from({ length: 15 }, () => 'INT 1'))]).flat(),
          text('state'),
          ...frames,
        ),
      ],
    ],
    ['lie behind many groups', sgd(...list(...Array.from({ length: 20 }, () => 'EMPTY_DICT'), ...asking))],
    ['be part of a list that is a state', [...built('PIL.Image Image'), ...list('EMPTY_DICT', ...frames), 'BUILD']],
    ['be a state', [...built('inspect Parameter'), ...frames, 'BUILD']],
    ['lie under seven mappings', make('collections OrderedDict', ...nested(7))],
    ['lie under thirty', make('collections OrderedDict', ...nested(30))],
    ['come after another that is harmless', list(...sgd('EMPTY_LIST'), ...sgd(...subset))],
    ['be what a generator of random numbers is set to', [...built('numpy.random._pcg64 PCG64'), ...state(text('state'), ...frames)]],
    ['be the mesh of a tensor', [...built('torch.distributed.device_mesh DeviceMesh'), ...state(text('_dim_group_names'), ...frames)]],
    ['be a booster', [...built('lightgbm.basic Booster'), ...state(text('handle'), ...frames)]],
    ['be the edges of a graph', [...built('networkx.classes.reportviews EdgeView'), ...state(text('_adjdict'), ...frames)]],
    [
      'be where a module of any library looks for attributes',
      [...built('timm.layers.conv2d_same Conv2dSame'), ...state(text('_buffers'), ...asking)],
    ],
    ['be thresholds', [...built('sklearn.isotonic IsotonicRegression'), ...state(text('X_thresholds_'), ...frames)]],
    ['be an attribute of an estimator at all', [...built('sklearn.svm SVC'), ...state(text('support_'), ...frames)]],
    ['be where a module looks for attributes', [...built('torch.nn.modules.linear Linear'), ...state(text('_parameters'), ...asking)]],
    [
      'be among the blocks of a frame',
      [...built('pandas._libs.internals BlockManager'), ...tuple(...dict(text('blocks'), ...frames)), 'BUILD'],
    ],
    ['be the exceptions of a group', make('builtins BaseExceptionGroup', text('m'), ...frames)],
    ['be the place of a syntax error', make('builtins SyntaxError', text('m'), ...frames)],
    ['be the zone of a moment', make('datetime datetime', 'INT 1', ...steps('GLOBAL acme.shell run'))],
    ['tell the difference of a zone', [...built('dateutil.tz.tz tzlocal'), ...state(text('utcoffset'), 'GLOBAL acme.shell run')]],
    [
      'be called as a method of another',
      [
        ...built('types SimpleNamespace'),
        ...state(text('append'), ...built('acme.shell Caller'), ...state(text('fn'), 'GLOBAL acme.shell run')),
      ],
    ],
    [
      'get it from a factory that is set later',
      get(steps(...make('collections defaultdict'), ...tuple('NONE', ...dict(text('default_factory'), ...ready)), 'BUILD'), 'classes_'),
    ],
    [
      'be a mapping that asks a frame',
      [
        ...make('collections ChainMap', ...built('pandas.core.frame DataFrame')),
        text('a'),
        'INT 1',
        'SETITEM',
        'GLOBAL acme.shell run',
        'INT 1',
        'SETITEM',
      ],
    ],
  ])('%s', async (_name, program) => {
    expect(await rulesOf(...program)).toContain('pickle/unsafe-arguments')
  })

  it('be part of a persistent id', async () => {
    const id = ['MARK', text('storage'), ...frames, text('0'), text('cpu'), 'INT 1', 'TUPLE', 'BINPERSID']
    expect(await rulesOf(...id)).toContain('pickle/dangerous-call')
  })

  it('hide in a dict that the memo knows only as empty', async () => {
    const many = Array.from({ length: 5000 }, () => 'EMPTY_DICT' as Line)
    const hidden = [
      'EMPTY_DICT',
      'BINPUT 1',
      'MARK',
      text('append'),
      ...ready,
      'SETITEMS',
      ...built('argparse Namespace'),
      'BINGET 1',
      'BUILD',
    ]
    expect(await rulesOf('MARK', ...many, ...hidden, 'LIST')).toContain('pickle/unsafe-arguments')
  })

  it('get a method by a mapping that became its state before', async () => {
    const program = [
      'EMPTY_DICT',
      'BINPUT 1',
      ...built('argparse Namespace'),
      'BINPUT 2',
      ...tuple('NONE', ...dict(text('__dict__'), 'BINGET 1')),
      'BUILD',
      'BINGET 1',
      text('__setstate__'),
      'GLOBAL acme.shell run',
      'SETITEM',
      'BINGET 2',
      ...list(text('echo'), text('modelgate-marker')),
      'BUILD',
      'TUPLE3',
    ]
    expect(await rulesOf(...program)).toContain('pickle/unsafe-arguments')
  })
})

describe('nothing is said of', () => {
  it.each<[string, readonly Line[]]>([
    [
      'a method of an estimator',
      get(steps(...list(...tuple(text('scale'), ...built('sklearn.preprocessing._data StandardScaler')))), 'predict'),
    ],
    ['a method of one that holds a function of NumPy', get(steps(...list('GLOBAL numpy log1p')), 'predict')],
    ['a dict of lists', make('collections defaultdict', 'GLOBAL builtins list', ...dict(text('a'), 'EMPTY_LIST'))],
    ['an optimizer with its groups', list(...sgd('EMPTY_LIST'), ...sgd(...list(...dict(text('lr'), 'INT 1'))))],
    [
      'hooks that are methods of the module that holds them',
      [
        ...built('torch.utils.hooks RemovableHandle'),
        ...tuple(
          ...make('collections OrderedDict'),
          'INT 1',
          ...get(built('torch.nn.modules.batchnorm LazyBatchNorm1d'), '_infer_parameters'),
          'SETITEM',
          'INT 0',
          ...tuple(),
        ),
        'BUILD',
      ],
    ],
    [
      'a dict that makes dicts',
      make('collections defaultdict', ...make('functools partial', 'GLOBAL collections defaultdict', 'GLOBAL builtins list')),
    ],
    [
      'a data set that an estimator keeps',
      [...built('sklearn.svm SVC'), ...state(text('data'), ...built('torch.utils.data.dataset Subset'))],
    ],
    ['a list that holds the object to which it belongs', ['EMPTY_LIST', 'BINPUT 1', ...steps('BINGET 1'), 'APPEND']],
  ])('%s', async (_name, program) => {
    expect(await rulesOf(...program)).toEqual([])
  })

  it.each<[string, readonly Line[]]>([
    [
      'a function of a package of one’s own that an estimator keeps',
      [...built('sklearn.preprocessing._function_transformer FunctionTransformer'), ...state(text('func'), 'GLOBAL acme.features encode')],
    ],
    [
      'one that the layer of a module keeps',
      [
        ...built('torch.nn.modules.container Sequential'),
        ...state(
          text('_modules'),
          ...dict(text('add'), ...built('torch.nn.modules.linear Linear'), ...state(text('act'), 'GLOBAL acme.act snake')),
          text('_parameters'),
          ...make('collections OrderedDict'),
        ),
      ],
    ],
    [
      'an ordered dict of layers that keep one',
      make(
        'collections OrderedDict',
        ...list(...list(text('a'), ...built('torch.nn.modules.linear Linear'), ...state(text('hook'), 'GLOBAL acme.hooks count'))),
      ),
    ],
  ])('%s, but that it is not known', async (_name, program) => {
    expect(await rulesOf(...program)).toEqual(['pickle/unknown-class'])
  })
})
