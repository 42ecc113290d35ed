import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import type { Line } from '../../helpers/asm.ts'
import { asm, built, dict, list, make, state, text } from '../../helpers/asm.ts'

/** A function of a package that nobody lists, with its arguments: no more than that is said as long as nothing calls it. */
const ready = make('functools partial', 'GLOBAL acme.shell run', ...list(text('echo'), text('modelgate-marker')))
const factory = make('collections defaultdict', ...ready)
/** Asked for a key that the first mapping has not, it calls the factory of that. */
const asking = make('collections ChainMap', ...factory, ...dict(text('a'), 'INT 1'))

const rulesOf = async (...program: readonly Line[]): Promise<readonly string[]> => {
  const { findings, incomplete } = await scanBytes('model.pkl', asm('PROTO 2', ...program, 'STOP'))
  expect(incomplete).toEqual([])
  return findings.map(({ rule }) => rule)
}

describe('a call that waits with its arguments is not called by', () => {
  it.each<[string, readonly Line[]]>([
    ['an iterator until it gives a value', make('builtins list', ...make('builtins iter', ...ready, 'INT 9'))],
    ['a chain of such iterators', make('builtins set', ...make('itertools chain', ...make('builtins iter', ...ready, 'INT 9')))],
    ['a dict that calls it for every missing key', factory],
    ['a dict of mappings with a factory', make('builtins dict', ...asking)],
    ['an ordered dict of them', make('collections OrderedDict', ...asking)],
    ['a module with them as its state', [...built('torch.nn.modules.module Module'), ...asking, 'BUILD']],
    ['an estimator with them as its state', [...built('sklearn.preprocessing._data StandardScaler'), ...asking, 'BUILD']],
    ['an index', built('pandas.core.indexes.base Index', ...make('builtins iter', ...ready, 'INT 9'))],
    ['a signature', make('inspect Signature', ...make('builtins iter', ...ready, 'INT 9'))],
    [
      'the finaliser of a booster',
      [...built('lightgbm.basic Booster'), ...state(text('_network'), 'NEWTRUE', text('free_network'), ...ready)],
    ],
    [
      'a graph that has it behind a thousand other entries',
      [
        ...built('networkx.classes.graph Graph'),
        ...state(
          text('a'),
          ...dict(
            ...Array.from({ length: 20 }, (_, at): Line[] => [
              text(`key${at}`),
              ...dict(...Array.from({ length: 60 }, (_inner, of): Line[] => [text(`key${of}`), ...list('INT 1')]).flat()),
            ]).flat(),
          ),
          text('append'),
          ...ready,
        ),
      ],
    ],
    ['the finaliser of a class that nobody lists', [...built('lightgbm.basic Dataset'), ...state(text('_free_handle'), ...ready)]],
    [
      'the methods that a distribution attaches',
      [...built('scipy.stats._continuous_distns norm_gen'), ...state(text('_attach_argparser_methods'), ...ready)],
    ],
    [
      'a callback of fastai that starts anew',
      [...built('fastai.callback.core TrainEvalCallback'), ...state(text('_init_state'), ...ready)],
    ],
    ['a model of pmdarima that warns', [...built('pmdarima.arima.arima ARIMA'), ...state(text('_warn_for_older_version'), ...ready)]],
    ['a step of an optimizer', [...built('torch.optim.sgd SGD'), ...state(text('_patch_step_function'), ...ready)]],
    ['an array protocol', [...built('types SimpleNamespace'), ...state(text('__array__'), ...ready)]],
    [
      'a time offset',
      make('dateutil.tz.tz tzoffset', 'NONE', ...built('types SimpleNamespace'), ...state(text('total_seconds'), ...ready)),
    ],
    [
      'a module that finds it in an ordered dict of pairs',
      [
        ...built('torch.nn.modules.module Module'),
        ...state(text('_modules'), ...make('collections OrderedDict', ...list(...list(text('append'), ...ready)))),
      ],
    ],
    [
      'a namespace whose state a call makes',
      [...built('types SimpleNamespace'), ...make('builtins dict', ...list(text('append'), ...ready, 'TUPLE2')), 'BUILD'],
    ],
    [
      'a module that finds it behind two hundred other modules',
      [
        ...built('torch.nn.modules.module Module'),
        ...state(
          text('_parameters'),
          ...dict(...Array.from({ length: 200 }, (_, at): Line[] => [text(`key${at}`), ...list('INT 1', 'INT 2', 'INT 3')]).flat()),
          text('_modules'),
          ...make('collections OrderedDict', ...list(...list(text('append'), ...ready))),
        ),
      ],
    ],
  ])('%s without a finding', async (_what, program) => {
    expect(await rulesOf(...program)).toContain('pickle/unsafe-arguments')
  })

  it.each<[string, readonly Line[]]>([
    ['kept in a list', list(...ready)],
    ['kept as an attribute', [...built('types SimpleNamespace'), ...state(text('tokenize'), ...ready)]],
    ['kept beside other modules', [...built('torch.nn.modules.module Module'), ...state(text('_modules'), ...dict(text('act'), ...ready))]],
  ])('%s it is only a function of a package that is not known', async (_what, program) => {
    expect(new Set(await rulesOf(...program))).toEqual(new Set(['pickle/unknown-class', 'pickle/unlisted-call']))
  })

  it.each<[string, readonly Line[]]>([
    ['an iterator over a list', make('builtins iter', ...list('INT 1'))],
    ['mappings without a factory', make('builtins dict', ...make('collections ChainMap', ...dict(text('a'), 'INT 1')))],
    ['an ordered dict of pairs', make('collections OrderedDict', ...list(...list(text('get'), 'INT 1')))],
    [
      'a module under the name of a method',
      [
        ...built('torch.nn.modules.module Module'),
        ...state(text('_modules'), ...dict(text('add'), ...built('torch.nn.modules.activation ReLU'), 'EMPTY_DICT', 'BUILD')),
      ],
    ],
  ])('%s is none', async (_what, program) => {
    expect(await rulesOf(...program)).toEqual([])
  })
})

describe('an instance that does what its state says', () => {
  const loader = [...built('torch.utils.data.dataloader DataLoader'), ...state(text('dataset'), ...list('INT 1'))]
  const module = [...built('torch.nn.modules.module Module'), ...state(text('training'), 'NEWTRUE')]
  const fn: readonly Line[] = ['GLOBAL acme.shell run']

  it.each<[string, readonly Line[]]>([
    ['iterated by an optimizer', [...built('torch.optim.sgd SGD'), ...state(text('param_groups'), ...loader)]],
    [
      'iterated within a group of it',
      [...built('torch.optim.adam Adam'), ...state(text('param_groups'), ...list(...dict(text('params'), ...loader)))],
    ],
    ['unpacked by a sparse array', [...built('pandas.core.arrays.sparse.array SparseArray'), ...loader, ...loader, 'TUPLE2', 'BUILD']],
    [
      'taken as a shape by a setter',
      [...built('scipy.sparse._csr csr_matrix'), 'NONE', ...dict(text('shape'), ...loader), 'TUPLE2', 'BUILD'],
    ],
    [
      'listed as the levels of an index',
      make('pandas.core.indexes.base _new_Index', 'GLOBAL pandas.core.indexes.multi MultiIndex', ...dict(text('levels'), ...loader)),
    ],
    ['printed as an address', make('ipaddress IPv4Address', ...module)],
    ['printed as a layout', make('torch.serialization _get_layout', ...module)],
    ['printed as a version', [...built('sklearn.preprocessing._data StandardScaler'), ...state(text('_sklearn_version'), ...module)]],
    ['printed within a deque', make('builtins str', ...make('collections deque', ...list(...module)))],
    ['taken as the shape of an array', make('numpy.core.multiarray _reconstruct', 'GLOBAL numpy ndarray', ...module, 'SHORT_BINBYTES b')],
    [
      'called as a method',
      [
        ...built('types SimpleNamespace'),
        ...state(text('append'), ...built('sklearn.metrics._scorer _Scorer'), ...state(text('_sign'), 'INT 1')),
      ],
    ],
    ['with its own way to be called', [...built('torch.nn.modules.module Module'), ...state(text('forward'), ...fn)]],
    ['with its own way to be printed', [...built('torch.nn.modules.module Module'), ...state(text('extra_repr'), ...fn)]],
    ['with its own way to collect', [...built('torch.utils.data.dataloader DataLoader'), ...state(text('collate_fn'), ...fn)]],
  ])('%s is a finding', async (_what, program) => {
    expect(await rulesOf(...program)).toContain('pickle/unsafe-arguments')
  })

  it.each<[string, readonly Line[]]>([
    ['kept by an optimizer', [...built('torch.optim.sgd SGD'), ...state(text('owner'), ...module)]],
    ['kept by an estimator', [...built('sklearn.pipeline Pipeline'), ...state(text('steps'), ...list(text('a'), ...module, 'TUPLE2'))]],
    ['kept by an exception', make('builtins ValueError', ...module)],
    [
      'a moment in a time zone',
      make('datetime datetime', 'SHORT_BINBYTES 0123456789', ...built('dateutil.tz.tz tzlocal'), ...state(text('_std_offset'), 'INT 0')),
    ],
    ['a hook of a module', [...built('torch.nn.modules.module _WrappedHook'), ...state(text('hook'), 'GLOBAL torch.nn.functional relu')]],
    [
      'collected as usual',
      [
        ...built('torch.utils.data.dataloader DataLoader'),
        ...state(text('collate_fn'), 'GLOBAL torch.utils.data._utils.collate default_collate'),
      ],
    ],
  ])('%s is none', async (_what, program) => {
    expect(await rulesOf(...program)).toEqual([])
  })
})

describe('an object that becomes one of another class', () => {
  const generator: readonly Line[] = ['GLOBAL scipy.stats._distn_infrastructure rv_continuous']
  const becomes: readonly Line[] = dict(text('__class__'), ...generator)
  const template = state(text('_parse_arg_template'), text("print('modelgate-marker')"))
  const parameters = built('torch.nn.modules.container ParameterDict')
  const tensor: readonly Line[] = ['GLOBAL torch float32', 'INT 1', 'TUPLE1', 'INT 1', 'TUPLE1', 'NEWFALSE']
  const meta = make('torch._utils _rebuild_meta_tensor_no_storage', ...tensor)

  it.each<[string, readonly Line[]]>([
    ['by an attribute that is set', [...built('argparse Namespace'), 'NONE', ...becomes, 'TUPLE2', 'BUILD', ...template]],
    [
      'by an attribute among others',
      [...built('argparse Namespace'), ...dict(text('a'), 'INT 1'), ...becomes, 'TUPLE2', 'BUILD', ...template],
    ],
    ['by an item that is set as an attribute', [...parameters, text('__class__'), ...generator, 'SETITEM', ...template]],
    [
      'with the state of a tensor',
      make('torch._utils _rebuild_parameter_with_state', ...meta, 'NEWFALSE', 'EMPTY_DICT', 'NONE', ...becomes, 'TUPLE2'),
    ],
    [
      'with the state of a tensor of its own type',
      make(
        'torch._tensor _rebuild_from_type_v2',
        'GLOBAL torch._utils _rebuild_meta_tensor_no_storage',
        'GLOBAL torch Tensor',
        'MARK',
        ...tensor,
        'TUPLE',
        ...dict(text('__setstate__'), ...ready),
        'NONE',
        'TUPLE2',
      ),
    ],
    [
      'or gets methods from the base of a mapping',
      make('copyreg _reconstructor', 'GLOBAL sklearn.utils._bunch Bunch', 'GLOBAL builtins dict', ...dict(text('append'), ...ready)),
    ],
    [
      'or gets methods in the first half of a state',
      [...built('types SimpleNamespace'), ...dict(text('append'), ...ready), 'NONE', 'TUPLE2', 'BUILD'],
    ],
    [
      'or takes items and is no container',
      [...built('pandas.core.frame DataFrame'), ...make('builtins slice', 'NONE'), 'INT 1', 'SETITEM'],
    ],
  ])('%s is a finding', async (_what, program) => {
    expect(await rulesOf(...program)).toContain('pickle/unsafe-arguments')
  })

  it.each<[string, readonly Line[]]>([
    ['the name of a class in a mapping', dict(text('__class__'), text('Tokenizer'))],
    ['a class in a mapping', dict(text('__class__'), 'GLOBAL builtins dict')],
    ['attributes that are set', [...built('argparse Namespace'), 'NONE', ...dict(text('a'), 'INT 1'), 'TUPLE2', 'BUILD']],
    ['items of a mapping class', [...built('sklearn.utils._bunch Bunch'), text('a'), 'INT 1', 'SETITEM']],
    [
      'a parameter with attributes',
      make('torch._utils _rebuild_parameter_with_state', ...meta, 'NEWFALSE', 'EMPTY_DICT', ...dict(text('shard'), 'INT 1')),
    ],
  ])('%s is none', async (_what, program) => {
    expect(await rulesOf(...program)).not.toContain('pickle/unsafe-arguments')
  })
})

describe('a class that evaluates text', () => {
  const evaluates: readonly Line[] = ['GLOBAL sympy.functions.elementary.trigonometric sin']
  const payload = text("print('modelgate-marker')")

  it.each<[string, readonly Line[], string]>([
    [
      'as a method',
      [...built('types SimpleNamespace'), ...state(text('__setstate__'), ...evaluates), payload, 'BUILD'],
      'pickle/unsafe-arguments',
    ],
    [
      'as a method of a graph',
      [...built('networkx.classes.graph Graph'), ...state(text('append'), ...evaluates), payload, 'APPEND'],
      'pickle/unsafe-arguments',
    ],
    ['with its text', make('functools partial', ...evaluates, payload), 'pickle/dangerous-call'],
  ])('%s is a finding', async (_what, program, rule) => {
    expect(await rulesOf(...program)).toContain(rule)
  })

  it.each<[string, readonly Line[]]>([
    ['kept in a list', list(...evaluates)],
    ['with numbers', make('functools partial', ...evaluates, 'INT 1')],
    ['under another name', [...built('types SimpleNamespace'), ...state(text('shape'), ...evaluates)]],
  ])('%s is none', async (_what, program) => {
    expect(await rulesOf(...program)).toEqual([])
  })
})

describe('a method of a class that nobody lists', () => {
  const method = (owner: string, name: string): Line[] => make('builtins getattr', `GLOBAL ${owner}`, text(name))

  it.each<[string, readonly Line[]]>([
    ['that writes a file', method('xgboost.core Booster', 'save_model')],
    ['that fetches a file', method('tokenizers Tokenizer', 'from_pretrained')],
    ['that evaluates a text', method('sympy.core.symbol Symbol', 'subs')],
    ['with its arguments', make('functools partial', ...method('xgboost.core Booster', 'boost'), 'NONE')],
  ])('%s is a finding', async (_what, program) => {
    expect(await rulesOf(...program)).toContain('pickle/unsafe-arguments')
  })

  it.each<[string, readonly Line[]]>([
    ['a nested class, built', [...method('xgboost.core Booster', 'Inner'), 'EMPTY_TUPLE', 'NEWOBJ']],
    ['a method that is only named', method('xgboost.core Booster', 'predict')],
  ])('%s is no such finding', async (_what, program) => {
    expect(await rulesOf(...program)).not.toContain('pickle/unsafe-arguments')
  })
})
