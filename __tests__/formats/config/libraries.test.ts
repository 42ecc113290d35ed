import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import type { FileReport } from '../../../src/types/report.ts'
import { buildZip } from '../../helpers/zip-builder.ts'

const bytes = (content: unknown): Uint8Array =>
  content instanceof Uint8Array ? content : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
const rows = ({ findings, incomplete }: FileReport): string[] =>
  [...findings.map(({ rule, evidence }) => `${rule} ${evidence}`), ...incomplete.map(({ why }) => why)].sort()
const alone = async (name: string, content: unknown) => rows(await scanBytes(name, bytes(content)))
const packed = async (name: string, content: unknown) =>
  rows(await scanBytes('bundle.zip', buildZip([{ name: `model/${name}`, data: bytes(content) }])))

/** One configuration of each library, with the name that it imports left open; then a name of the library's own. */
const LIBRARIES: readonly (readonly [string, string, (name: string) => unknown, string])[] = [
  ['HyperPyYAML, built', 'hyperparams.yaml', (name) => `a: !new:${name}\n  x: 1\n`, 'speechbrain.nnet.losses.X'],
  ['HyperPyYAML, called', 'hyperparams.yaml', (name) => `a: !apply:${name} [x]\n`, 'speechbrain.utils.x'],
  ['HyperPyYAML, handed over', 'hyperparams.yaml', (name) => `a: !name:${name}\n`, 'torch.nn.ReLU'],
  ['pyannote', 'config.yaml', (name) => `pipeline:\n  name: ${name}\n  params: {}\n`, 'pyannote.audio.pipelines.SpeakerDiarization'],
  ['GluonTS', 'parameters.json', (name) => ({ x: { __kind__: 'instance', class: name, args: [] } }), 'gluonts.torch.modules.X'],
  ['GluonTS, the class', 'gluonts-config.json', (name) => ({ type: name }), 'gluonts.torch.model.predictor.PyTorchPredictor'],
  ['GluonTS, a line', 'type.txt', (name) => `${name}\n`, 'gluonts.mx.model.predictor.X'],
  ['LangChain', 'chain.json', (name) => ({ lc: 1, type: 'constructor', id: name.split('.') }), 'langchain.chains.llm.LLMChain'],
  ['Haystack', 'pipe.yaml', (name) => `components:\n  a:\n    type: ${name}\n    init_parameters: {}\n`, 'haystack.components.x.Y'],
  ['MLServer', 'model-settings.json', (name) => ({ name: 'x', implementation: name }), 'mlserver_sklearn.SKLearnModel'],
  ['AutoGen', 'tool.json', (name) => ({ provider: name, component_type: 'tool' }), 'autogen_ext.tools.X'],
  ['Rasa', 'metadata.json', (name) => ({ nodes: { a: { uses: name, fn: 'load' } } }), 'rasa.nlu.classifiers.X'],
  ['LeRobot', 'policy_preprocessor.json', (name) => ({ steps: [{ class: name, config: {} }] }), 'lerobot.processor.X'],
  [
    'Fiddle',
    'io.json',
    (name) => ({ objects: { a: { type: { type: 'pyref', module: name.slice(0, name.lastIndexOf('.')), name: name.split('.').pop() } } } }),
    'nemo.collections.llm.X',
  ],
  [
    'monty',
    'model.json',
    (name) => ({ '@module': name.slice(0, name.lastIndexOf('.')), '@class': name.split('.').pop() }),
    'matgl.models.MEGNet',
  ],
  ['json_tricks', 'm.json', (name) => ({ __instance_type__: [name.slice(0, name.lastIndexOf('.')), name.split('.').pop()] }), 'torch.nn.X'],
  ['ESPnet', 'model.json', (name) => [1, { model_module: name.replace(/\.(\w+)$/, ':$1') }], 'espnet.nets.x.E2E'],
  ['Coqui TTS', 'config.json', (name) => ({ characters: { characters_class: name } }), 'TTS.tts.models.vits.VitsCharacters'],
  ['Sentence-Transformers', 'config.json', (name) => ({ activation_function: name }), 'torch.nn.modules.activation.Tanh'],
  ['a cross encoder', 'config.json', (name) => ({ sentence_transformers: { activation_fn: name } }), 'torch.nn.modules.linear.Identity'],
  ['a router', 'router_config.json', (name) => ({ types: { a: name }, structure: {} }), 'sentence_transformers.models.Dense'],
  ['AllenNLP', 'config.json', (name) => ({ dataset_reader: { type: 'x' }, model: { type: name } }), 'allennlp_models.rc.X'],
  ['torchtune', 'x.yaml', (name) => `optimizer:\n  _component_: ${name}\n`, 'torchtune.models.x'],
  ['MMEngine', 'x.yaml', (name) => `custom_imports: {imports: [${name}]}\n`, 'mmdet.models.x'],
  [
    'Gin',
    'operative_config.gin',
    (name) => `from __gin__ import dynamic_registration\nimport ${name.split('.')[0]}\nx.y = @${name}()\n`,
    't5.x',
  ],
]

describe('libraries that import what their configurations name', () => {
  it.each(LIBRARIES)('%s: a function that runs programs', async (_, name, content) => {
    expect((await packed(name, content('os.system'))).join()).toContain('config/dangerous-reference os')
    expect((await packed(name, content('subprocess.Popen'))).join()).toContain('config/dangerous-reference subprocess')
  })

  it.each(LIBRARIES)('%s: a class of somebody’s own', async (_, name, content) => {
    expect((await packed(name, content('acme_models.net.Thing'))).join()).toContain('config/custom-class acme_models')
  })

  it.each(LIBRARIES)('%s: a class of its own', async (_, name, content, usual) => {
    expect(await packed(name, content(usual))).toEqual([])
  })

  it.each(LIBRARIES)('%s: somebody’s own class where no model is near', async (_, name, content) => {
    expect(await alone(name, content('acme_models.net.Thing'))).toEqual([])
  })

  it.each<[string, string, unknown, string[]]>([
    [
      'the class of an XGBoost flavor',
      'MLmodel',
      'flavors:\n  xgboost: {model_class: os.system}\n',
      ['config/dangerous-reference os.system'],
    ],
    ['the class of a LightGBM flavor', 'MLmodel', 'flavors:\n  lightgbm: {model_class: lightgbm.sklearn.LGBMClassifier}\n', []],
    ['a library of operators', 'genai_config.json', { custom_ops_library: './x.so' }, ['config/external-code ./x.so']],
    [
      'a configuration that another includes',
      'hyperparams.yaml',
      'a: !include:../../x.yaml\n',
      ['files/external-path an included configuration: ../../x.yaml'],
    ],
    [
      'a pickle outside of the MLflow model',
      'MLmodel',
      'flavors:\n  sklearn: {pickled_model: ../../x.pkl}\n',
      ['files/external-path a part of the MLflow model (flavors.sklearn.pickled_model): ../../x.pkl'],
    ],
    [
      'one in it',
      'MLmodel',
      'flavors:\n  sklearn: {pickled_model: model.pkl}\n  python_function: {data: data/model, env: conda.yaml}\n',
      [],
    ],
    [
      'a module in another folder',
      'modules.json',
      [{ idx: 0, name: '0', path: '../x', type: 'sentence_transformers.models.Pooling' }],
      ['files/external-path a module of the Sentence-Transformers model ([0].path): ../x'],
    ],
    [
      'a part of a package elsewhere',
      'Manifest.json',
      { itemInfoEntries: { a: { path: '../../x' }, b: { path: 'com.apple.CoreML/model.mlmodel' } } },
      ['files/external-path a part of the Core ML package (itemInfoEntries.a.path): ../../x'],
    ],
    ['one beside it', 'hyperparams.yaml', 'a: !include:x.yaml\n', []],
    ['an adapter’s parallel library', 'adapter_config.json', { peft_type: 'LORA', megatron_core: 'os' }, ['config/dangerous-reference os']],
    ['the usual one', 'adapter_config.json', { peft_type: 'LORA', megatron_core: 'megatron.core' }, []],
    [
      'functions that compute',
      'hyperparams.yaml',
      'a: !apply:torch.manual_seed [1]\nb: !apply:os.path.join [a, b]\nc: !apply:random.randint [1, 2]\nd: !name:torch.cat\ne: !apply:math.log [2]\n',
      [],
    ],
    ['one that loads', 'hyperparams.yaml', 'a: !apply:numpy.load [x]\n', ['config/dangerous-reference numpy.load']],
    ['an activation by its short name', 'config.json', { model_type: 'x', activation_function: 'gelu_new' }, []],
    ['trust', 'sentence_bert_config.json', { model_args: { trust_remote_code: true } }, ['config/external-code trust_remote_code']],
  ])('%s', async (_, name, content, expected) => {
    expect(await packed(name, content)).toEqual(expected)
  })
})

describe('names of functions that run programs, under any key', () => {
  it.each<[string, string, unknown]>([
    ['a key of nobody’s', 'x.yaml', 'reward_fn: os.system\n'],
    ['a colon', 'x.yaml', 'entry_point: os:system\n'],
    ['within another module', 'x.json', { type: 'acme.utils.os.system' }],
    ['in two keys', 'x.json', { module: 'os', class_name: 'system' }],
    ['in a list', 'x.json', { target: ['os', 'system'] }],
    ['with an escaped dot', 'x.json', '{"fn": "os\\u002esystem"}'],
    ['in JSON within JSON', 'x.json', { spec: JSON.stringify({ inner: JSON.stringify({ fn: 'os.system' }) }) }],
    ['with comments around it', 'x.json', '// c\n{"fn": "os.system", /* c */}'],
    ['in UTF-16', 'x.json', Buffer.from('{"fn": "os.system"}', 'utf16le')],
    ['a Java class', 'x.json', { '@type': 'com.sun.rowset.JdbcRowSetImpl' }],
  ])('%s', async (_, name, content) => {
    expect((await alone(name, content)).join()).toMatch(/config\/dangerous-reference [\w.]*(?:os\.system|JdbcRowSetImpl)/)
  })

  it.each<[string, string, unknown]>([
    ['fields of logs', 'fields.yaml', 'field: os.name\ntype: os.version\n'],
    ['a command', 'site.yml', 'shell: os.system\n'],
    ['rules of a linter', 'bandit.yaml', 'qualnames: [os.system, subprocess.Popen]\n'],
    ['labels', 'data.yaml', 'names: [os.system, subprocess.run]\n'],
    ['a group', 'x.json', { name: 'io.opentelemetry' }],
    ['a data set of Kedro', 'catalog.yml', 'a: {type: pickle.PickleDataset, filepath: x}\n'],
    ['dates', 'x.json', { type: 'datetime.datetime', module: 'os' }],
  ])('but not %s', async (_, name, content) => {
    expect(await alone(name, content)).toEqual([])
  })
})

describe('tags of other languages', () => {
  it.each<[string, string]>([
    ['SnakeYAML', 'a: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]'],
    ['SnakeYAML, verbatim', 'a: !<tag:yaml.org,2002:com.sun.rowset.JdbcRowSetImpl> {}'],
    ['Ruby', '--- !ruby/object:Gem::Installer\ni: x'],
    ['JavaScript', 'a: !!js/function "function () { return 1 }"'],
  ])('%s', async (_, text) => {
    expect((await packed('c.yaml', text)).join()).toContain('config/dangerous-reference')
  })

  it('a Java class of somebody’s own counts beside a model', async () => {
    expect(await packed('c.yaml', 'a: !!com.acme.Thing {}')).toEqual(['config/custom-class com.acme.Thing'])
    expect(await alone('c.yaml', 'a: !!com.acme.Thing {}')).toEqual([])
  })

  it('tags of templates mean nothing', async () => {
    expect(await packed('c.yaml', 'a: !Ref x\nb: !GetAtt a.b\nc: !include x.yaml\nd: !!set {a}\n')).toEqual([])
  })
})

describe('what ends a line', () => {
  const EVIL = 'b: !!python/object/apply:os.system [x]'

  it.each([
    ['a next line', '\x85'],
    ['a line separator', '\u2028'],
    ['a paragraph separator', '\u2029'],
    ['a carriage return', '\r'],
  ])('%s ends a comment for PyYAML', async (_, end) => {
    expect(await alone('c.yaml', `a: 1 # comment${end}${EVIL}${end}`)).toEqual(['config/dangerous-reference os.system'])
    expect(await alone('c.yaml', `# ${'x'.repeat(300_000)}${end}${EVIL}${end}`)).toEqual(['config/dangerous-reference os.system'])
    expect(await alone('c.yaml', `a: 1 # comment${end}b: 2`)).toEqual([])
  })

  it.each(['!!omap', '!!pairs'])('tags within %s', async (tag) => {
    expect(await alone('c.yaml', `${tag} [{${EVIL}}]`)).toEqual(['config/dangerous-reference os.system'])
  })

  it.each(['hparams', 'config.txt', 'x.cfg', 'x.conf', 'x.hparams', 'x.yaml.bak', 'x.model', 'x.pt'])(
    'tags in a file called %s',
    async (name) => {
      // Under the name of a model, any text is a model that was not read.
      const unread = name === 'x.pt' ? ['malformed'] : []
      expect(await alone(name, EVIL)).toEqual(['config/dangerous-reference os.system', ...unread])
      expect(await alone(name, 'a: 1 # os.system\n')).toEqual(unread)
      expect(await packed(name, 'Title: x\n\nUse it so, please\n\n    b: !!python/object/apply:os.system [x]\n\nor: not\n')).toEqual([])
    },
  )
})
