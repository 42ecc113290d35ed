import { beforeAll, describe, expect, test } from 'vitest'
import type { ConfigLoader } from '../../../src/facts/config.ts'
import type { Observation } from '../../../src/facts/observation.ts'
import { judge, loadModelJudges } from '../../../src/policy/judge/judge.ts'
import { defaultPolicy } from '../../../src/policy/policy.ts'

beforeAll(loadModelJudges)

type Reference = Extract<Observation, { kind: 'config-reference' }>

function opinion(loader: ConfigLoader, dotted: string, use: Reference['use'] = 'class', policy = defaultPolicy): string {
  const dot = dotted.lastIndexOf('.')
  const [module, name] = dot < 0 ? ['', dotted] : [dotted.slice(0, dot), dotted.slice(dot + 1)]
  const judgement = judge(policy, { kind: 'config-reference', loader, module, name, where: 'model.x', use, offset: 0 })
  return judgement.kind === 'fine' ? 'fine' : judgement.rule.replace('config/', '')
}

const LOADERS: readonly ConfigLoader[] = [
  'keras',
  'hydra',
  'lightning',
  'transformers',
  'diffusers',
  'sentence-transformers',
  'mlflow',
  'skops',
  'yaml',
  'jsonpickle',
  'torchserve',
  'coreml',
  'spark',
]

describe.each(LOADERS)('%s', (loader) => {
  test.each(['os.system', 'subprocess.Popen', 'builtins.exec', 'builtins.eval', 'shutil.rmtree', 'posix.system'])(
    '%s is dangerous',
    (name) => {
      expect(opinion(loader, name, 'function')).toBe('dangerous-reference')
      expect(opinion(loader, name, 'class')).toBe('dangerous-reference')
    },
  )

  test('the policy goes first', () => {
    expect(opinion(loader, 'os.system', 'function', { ...defaultPolicy, allow: ['os.system'] })).toBe('fine')
    expect(opinion(loader, 'torch.nn.Linear', 'class', { ...defaultPolicy, deny: ['torch.nn.*'] })).toBe('dangerous-reference')
  })
})

describe('usual names', () => {
  test.each<[ConfigLoader, string, Reference['use']]>([
    ['hydra', 'torch.nn.Linear', 'class'],
    ['hydra', 'torch.optim.lr_scheduler.StepLR', 'class'],
    ['hydra', 'nemo.collections.asr.modules.ConformerEncoder', 'class'],
    ['hydra', 'transformers.AutoTokenizer', 'class'],
    ['hydra', 'transformers.AutoModel.from_pretrained', 'function'],
    ['hydra', 'torchvision.datasets.MNIST', 'class'],
    ['lightning', 'lightning.pytorch.callbacks.EarlyStopping', 'class'],
    ['lightning', 'torchmetrics.Accuracy', 'class'],
    ['transformers', 'transformers.BertModel', 'class'],
    ['diffusers', 'diffusers.UNet2DConditionModel', 'class'],
    ['sentence-transformers', 'sentence_transformers.models.Pooling', 'class'],
    ['mlflow', 'mlflow.sklearn', 'module'],
    ['skops', 'sklearn.svm._classes.SVC', 'class'],
    ['skops', 'builtins.dict', 'class'],
    ['torchserve', 'image_classifier', 'module'],
    ['spark', 'org.apache.spark.ml.PipelineModel', 'class'],
    ['yaml', 'collections.OrderedDict', 'class'],
    ['jsonpickle', 'numpy.ndarray', 'class'],
  ])('%s %s', (loader, name, use) => {
    expect(opinion(loader, name, use)).toBe('fine')
  })
})

describe('other names', () => {
  test.each<[ConfigLoader, string, Reference['use'], string]>([
    ['hydra', 'acme.Model', 'class', 'custom-class'],
    // Restoring these is harmless, which says nothing of their constructors.
    ['hydra', 'sklearn_crfsuite._fileresource.FileResource', 'class', 'custom-class'],
    ['lightning', 'imblearn.under_sampling._prototype_selection._tomek_links.TomekLinks', 'class', 'custom-class'],
    ['hydra', 'sympy.functions.elementary.trigonometric.sin', 'class', 'dangerous-reference'],
    ['hydra', 'sympy.core.mul.Mul', 'class', 'dangerous-reference'],
    ['hydra', 'torch.hub.load', 'function', 'dangerous-reference'],
    ['hydra', 'torch.load', 'function', 'dangerous-reference'],
    ['hydra', 'json.dump', 'function', 'unlisted-reference'],
    ['transformers', 'modeling.Model', 'remote', 'external-code'],
    ['diffusers', 'acme.Pipeline', 'class', 'external-code'],
    ['diffusers', 'acme.models.Net', 'class', 'custom-class'],
    ['hydra', 'omegaconf.OmegaConf.register_new_resolver', 'function', 'unlisted-reference'],
    ['sentence-transformers', 'acme.Pooling', 'class', 'unlisted-reference'],
    ['mlflow', 'mlflow.projects.run', 'function', 'dangerous-reference'],
    ['mlflow', 'acme.loader', 'module', 'unlisted-reference'],
    ['triton', 'model', 'module', 'external-code'],
    ['yaml', 'acme.Thing', 'class', 'custom-class'],
    ['yaml', 'acme.make', 'function', 'unlisted-reference'],
    ['jsonpickle', 'acme.make', 'function', 'unlisted-reference'],
    ['torchserve', 'my_handler', 'module', 'custom-class'],
    ['requirements', 'https://example.com/x.whl', 'remote', 'remote-requirement'],
    ['keras', 'tf_keras.src.optimizers.adam.Adam', 'class', 'fine'],
    ['keras', 'Custom.Adam', 'class', 'fine'],
    ['keras', 'tensorflow.py_function', 'function', 'dangerous-reference'],
    ['keras', 'keras_hub.src.models.BertBackbone', 'class', 'fine'],
  ])('%s %s as %s: %s', (loader, name, use, rule) => {
    expect(opinion(loader, name, use)).toBe(rule)
  })
})
