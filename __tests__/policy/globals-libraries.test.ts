import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../src/node/scan-files.ts'
import type { Line } from '../helpers/asm.ts'
import { asm, dict, make, text, tuple } from '../helpers/asm.ts'

const built = (cls: string, ...state: readonly Line[]): Line[] => [`GLOBAL ${cls}`, 'EMPTY_TUPLE', 'NEWOBJ', ...dict(...state), 'BUILD']
const oldStyle = (cls: string, ...state: readonly Line[]): Line[] => [
  ...make('copy_reg _reconstructor', `GLOBAL ${cls}`, 'GLOBAL __builtin__ object', 'NONE'),
  ...dict(...state),
  'BUILD',
]
const array: readonly Line[] = make(
  'numpy.core.multiarray _reconstruct',
  'GLOBAL numpy ndarray',
  ...tuple('INT 0'),
  ...make('_codecs encode', text('b'), text('latin1')),
)

const loud = async (program: readonly Line[]): Promise<readonly string[]> => {
  const { findings, incomplete } = await scanBytes('model.pkl', asm('PROTO 2', ...program, 'STOP'))
  expect(incomplete).toEqual([])
  return findings.filter(({ severity }) => severity !== 'low').map(({ severity, rule }) => `${severity} ${rule}`)
}

describe('what libraries beside scikit-learn and PyTorch write', () => {
  it.each<[string, readonly Line[]]>([
    ['statsmodels: results', built('statsmodels.discrete.discrete_model PoissonResultsWrapper', text('_results'), 'NONE')],
    [
      'statsmodels: data with a formula',
      built('statsmodels.base.data PandasData', text('formula'), text('y ~ x + C(z)'), text('restore_model_spec'), 'NEWTRUE'),
    ],
    ['statsmodels: the same in protocol 1', oldStyle('statsmodels.base.data PandasData', text('endog'), 'NONE')],
    ['imbalanced-learn: a sampler', built('imblearn.under_sampling._prototype_selection._tomek_links TomekLinks', text('alpha'), 'INT 1')],
    ['category_encoders: an encoder in protocol 1', oldStyle('category_encoders.target_encoder TargetEncoder', text('alpha'), 'INT 1')],
    [
      'lifelines: a likelihood in a partial',
      make(
        'functools partial',
        ...make(
          '__builtin__ getattr',
          ...built('lifelines.fitters.weibull_aft_fitter WeibullAFTFitter', text('alpha'), 'INT 1'),
          text('_create_neg_likelihood_with_penalty_function'),
        ),
      ),
    ],
    ['lifelines: an enumeration', make('lifelines.utils CensoringType', text('right'))],
    ['nltk: flags of the module regex', make('re RegexFlag', ...make('regex._regex_core RegexFlag', 'INT 56'))],
    ['gensim: a model', built('gensim.models.hdpmodel HdpModel', text('alpha'), 'INT 1')],
    ['optuna: a study', built('optuna.study.study Study', text('study_name'), text('s'))],
    ['river: a dict of vectors', make('river._river_rust.vectordict VectorDict', 'EMPTY_DICT', 'NONE', 'NONE', 'NEWTRUE')],
    [
      'JAX: an array',
      make(
        'jax._src.array _reconstruct_array',
        'GLOBAL numpy.core.multiarray _reconstruct',
        ...tuple('GLOBAL numpy ndarray', ...tuple('INT 0'), ...make('_codecs encode', text('b'), text('latin1'))),
        ...tuple('INT 1'),
        'EMPTY_DICT',
      ),
    ],
    ['shapely: a shape', make('shapely.io from_wkb', ...make('_codecs encode', text('x'), text('latin1')))],
    ['networkx: a frozen graph', built('networkx.classes.graph Graph', text('add_node'), 'GLOBAL networkx.classes.function frozen')],
    ['torchvision: a network', built('torchvision.models.vgg VGG', text('training'), 'NEWTRUE')],
    ['PyTorch Geometric: an ordered dict of types', ['GLOBAL typing OrderedDict']],
    [
      'SymPy: a product',
      ['GLOBAL sympy.core.mul Mul', ...tuple('GLOBAL sympy.core.symbol Symbol', ...tuple(text('x')), 'NEWOBJ', 'INT 2'), 'NEWOBJ'],
    ],
    ['sklearn-crfsuite: a model in its file', built('sklearn_crfsuite._fileresource FileResource', text('name'), 'NONE')],
  ])('is quiet: %s', async (_what, program) => {
    expect(await loud(program)).toEqual([])
  })
})

describe('the same names, used to do harm', () => {
  it.each<[string, readonly Line[], string]>([
    [
      'a formula that runs a program',
      built(
        'statsmodels.base.data ModelData',
        text('restore_design_info'),
        'NEWTRUE',
        text('formula'),
        text("y ~ __import__('os').system('echo modelgate-marker')"),
      ),
      'high pickle/unsafe-arguments',
    ],
    [
      'a formula behind a large frame',
      built(
        'statsmodels.base.data PandasData',
        text('frame'),
        ...dict(...Array.from({ length: 40 }, (_, at): Line[] => [text(`key${at}`), ...array]).flat()),
        text('restore_model_spec'),
        'NEWTRUE',
        text('formula'),
        text('y ~ acme.run(x)'),
      ),
      'high pickle/unsafe-arguments',
    ],
    [
      'a formula that is computed',
      built('statsmodels.base.data ModelData', text('restore_design_info'), 'NEWTRUE', text('formula'), ...array),
      'high pickle/unsafe-arguments',
    ],
    [
      'a file that is deleted',
      built('sklearn_crfsuite._fileresource FileResource', text('name'), text('/tmp/x')),
      'high pickle/unsafe-arguments',
    ],
    [
      'attributes that are set one by one',
      [...built('lifelines.utils CovariateParameterMappings'), ...tuple('NONE', ...dict(text('a'), text('b'))), 'BUILD'],
      'high pickle/unsafe-arguments',
    ],
    ['arguments of a constructor', ['GLOBAL torchvision.models.vgg VGG', ...tuple(text('x')), 'NEWOBJ'], 'high pickle/unsafe-arguments'],
    ['a call of a class', make('torchvision.models.vgg VGG', text('x')), 'high pickle/unsafe-arguments'],
    [
      'a transform in the place of a method',
      built('types SimpleNamespace', text('append'), ...built('torchvision.transforms.transforms RandomApply', text('transforms'), 'NONE')),
      'high pickle/unsafe-arguments',
    ],
    [
      'an array of JAX made by something else',
      make('jax._src.array _reconstruct_array', 'GLOBAL posix system', ...tuple(text('true')), 'NONE', 'NONE'),
      'high pickle/unsafe-arguments',
    ],
    [
      'a dict of vectors with a factory',
      make('river._river_rust.vectordict VectorDict', 'EMPTY_DICT', 'GLOBAL acme run', 'NONE', 'NEWTRUE'),
      'high pickle/unsafe-arguments',
    ],
    [
      'a text that SymPy makes of an exception',
      ['GLOBAL sympy.functions.elementary.trigonometric tan', ...tuple(...make('exceptions ValueError', text('x'))), 'NEWOBJ'],
      'critical pickle/dangerous-call',
    ],
    [
      'a constructor of arrays as a value',
      ['EMPTY_LIST', 'GLOBAL jax._src.array _reconstruct_array', 'APPEND'],
      'high pickle/unsafe-arguments',
    ],
    ['a text within a product', ['GLOBAL sympy.core.mul Mul', ...tuple('INT 2', text('x')), 'NEWOBJ'], 'critical pickle/dangerous-call'],
  ])('are reported: %s', async (_what, program, finding) => {
    expect(await loud(program)).toContain(finding)
  })
})

describe('a later entry of a state, behind more than are kept', () => {
  const filler = Array.from({ length: 80 }, (_, at): Line[] => [text(`key${at}`), 'INT 1']).flat()

  it.each<[string, string, readonly Line[], readonly Line[]]>([
    [
      'a distribution of SciPy',
      'scipy.stats._continuous_distns norm_gen',
      [text('_parse_arg_template'), text('')],
      [text('_parse_arg_template'), text('import os')],
    ],
    [
      'data of statsmodels',
      'statsmodels.base.data ModelData',
      [text('restore_model_spec'), 'NEWTRUE', text('formula'), text('y ~ x')],
      [text('formula'), text('y ~ acme.run(x)')],
    ],
    [
      'a cache of joblib',
      'joblib.memory Memory',
      [text('location'), 'NONE', text('store_backend'), 'NONE'],
      [text('location'), text('/tmp')],
    ],
    ['a file of sklearn-crfsuite', 'sklearn_crfsuite._fileresource FileResource', [text('name'), 'NONE'], [text('name'), text('/tmp/x')]],
  ])('is the one that counts: %s', async (_what, cls, first, last) => {
    expect(await loud(built(cls, ...first, ...filler, ...last))).toContain('high pickle/unsafe-arguments')
    expect(await loud(built(cls, ...first))).toEqual([])
  })
})
