import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { modelConfigFormat } from '../../../src/formats/config/model-config/format.ts'
import { scanBytes, scanFiles } from '../../../src/node/scan-files.ts'
import { defaultPolicy } from '../../../src/policy/policy.ts'
import type { FileReport } from '../../../src/types/report.ts'
import { makeTar } from '../../helpers/tar-builder.ts'
import { buildZip } from '../../helpers/zip-builder.ts'

const bytes = (content: unknown): Uint8Array =>
  content instanceof Uint8Array ? content : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
const rows = ({ findings, incomplete }: FileReport): string[] =>
  [...findings.map(({ rule, evidence }) => `${rule} ${evidence}`), ...incomplete.map(({ why }) => why)].sort()

/** What is said of a file that lies alone. */
const alone = async (name: string, content: unknown) => rows(await scanBytes(name, bytes(content)))
/** What is said of the same file inside an archive. */
const packed = async (name: string, content: unknown) =>
  rows(await scanBytes('bundle.zip', buildZip([{ name: `model/${name}`, data: bytes(content) }])))

const LLAMA = { architectures: ['LlamaForCausalLM'], model_type: 'llama', transformers_version: '4.57.0' }
const DIFFUSERS = { _class_name: 'FluxPipeline', _diffusers_version: '0.35.0', vae: ['diffusers', 'AutoencoderKL'], none: [null, null] }
const SPARK = { class: 'org.apache.spark.ml.PipelineModel', timestamp: 1, sparkVersion: '3.5.0', uid: 'P_1', paramMap: {} }
const mlmodel = (flavor: string) => `flavors:\n  python_function:\n${flavor.replace(/^/gm, '    ')}\nmlflow_version: 3.4.0\n`

describe('the class of a NeMo model', () => {
  const nemo = async (text: string) => rows(await scanBytes('m.nemo', makeTar([{ name: './model_config.yaml', data: text }])))

  it.each<[string, string, string[]]>([
    ['a module of its own', 'target: evil_module.Model\n', ['config/custom-class evil_module.Model']],
    ['os', 'target: os.system\n', ['config/dangerous-reference os.system']],
    [
      'a part of the model',
      'target: nemo.collections.asr.models.X\nencoder:\n  target: os.system\n',
      ['config/dangerous-reference os.system'],
    ],
    ['NeMo', 'target: nemo.collections.asr.models.EncDecCTCModel\nnemo_version: 2.0.0\n', []],
    ['a target that is no name', 'target: nemo.collections.asr.models.X\nloss:\n  target: labels\n', []],
  ])('%s', async (_, text, expected) => {
    expect(await nemo(text)).toEqual(expected)
  })

  it('elsewhere a target alone is no class', async () => {
    expect(await packed('conf.yaml', 'target: evil_module.Model\n')).toEqual([])
  })
})

describe('danger is told wherever the file lies', () => {
  it.each<[string, string, unknown, string]>([
    ['Hydra', 'a.yaml', 'm:\n  _target_: builtins.eval\n', 'builtins.eval'],
    ['Hydra in JSON', 'a.json', { m: [{ _target_: 'os.system' }] }, 'os.system'],
    ['Hydra with an escaped key', 'a.json', '{"_t\\u0061rget_": "os.system"}', 'os.system'],
    ['Hydra with an escaped key in YAML', 'a.yaml', '"\\x5ftarget_": os.system', 'os.system'],
    ['Hydra with a name from elsewhere', 'a.yaml', `n: {f: os.system}\nm: {_target_: "\${n.f}"}`, 'os.system'],
    ['Hydra with a name from beside it', 'a.yaml', `m: {f: system, _target_: "os.\${.f}"}`, 'os.system'],
    ['Hydra with a name two levels up', 'a.yaml', `f: os.system\nm: {_target_: "\${..f}"}`, 'os.system'],
    ['Hydra with an alias', 'a.yaml', 'f: &f os.system\nm: {_target_: *f}', 'os.system'],
    ['a function that Hydra looks up', 'a.yaml', 'm: {_target_: hydra.utils.get_method, path: os.system}', 'os.system'],
    ['a process of LightningCLI', 'a.yaml', 'm:\n  class_path: subprocess.Popen\n  init_args: {args: x}', 'subprocess.Popen'],
    ['latent diffusion', 'a.yaml', 'model:\n  target: os.system\n  params: {command: x}', 'os.system'],
    ['jsonpickle', 'a.json', { 'py/reduce': [{ 'py/function': 'posix.system' }, { 'py/tuple': ['x'] }] }, 'posix.system'],
    ['jsonpickle, evaluated', 'a.json', { 'py/repr': 'os/os.system("x")' }, 'builtins.eval'],
    ['jsonpickle, Python 2', 'a.json', { 'py/object': '__builtin__.eval' }, 'builtins.eval'],
    ['a called tag', 'a.yaml', 'x: !!python/object/apply:os.system [x]', 'os.system'],
    ['a verbatim tag', 'a.yaml', 'x: !<tag:yaml.org,2002:python/object/apply:os.system> [x]', 'os.system'],
    ['a tag handle', 'a.yaml', '%TAG !p! tag:yaml.org,2002:pyth\n---\nx: !p!on/name:os.system', 'os.system'],
    ['an escaped tag', 'a.yaml', 'x: !!pyth%6Fn/object/apply:os.s%79stem [x]', 'os.system'],
    ['a tag with an escaped slash', 'a.yaml', 'x: !!python%2Fname:os.system', 'os.system'],
    ['a tag of a key', 'a.yaml', '? !!python/name:os.system\n: x', 'os.system'],
    ['a tag in the second document', 'a.yml', 'a: 1\n---\nb: !!python/module:subprocess', 'subprocess'],
    ['a tag in a file called JSON', 'a.json', '{"a": !!python/object/new:os.system ["x"]}', 'os.system'],
    ['a tag in broken YAML', 'a.yaml', 'a: [\n{{ x }}\n\tb: !!python/object/apply:os.system [x]', 'os.system'],
    ['a tag in UTF-16', 'a.yaml', '\ufeffx: !!python/name:os.system', 'os.system'],
  ])('%s', async (label, name, content, evidence) => {
    const data = label.includes('UTF-16') ? Buffer.from(String(content), 'utf16le') : bytes(content)
    expect(rows(await scanBytes(name, data))).toContain(`config/dangerous-reference ${evidence}`)
  })

  it('and says where in the file', async () => {
    const { findings } = await scanBytes('a.yaml', bytes('# é\nmodel:\n  _target_: os.system\n'))
    expect(findings).toMatchObject([{ offset: 24, severity: 'critical', message: expect.stringContaining('model._target_') }])
  })
})

describe('packages of models', () => {
  it.each<[string, string, unknown, string[]]>([
    ['a class that transformers ships', 'config.json', LLAMA, []],
    [
      'classes in Python files',
      'config.json',
      { ...LLAMA, auto_map: { AutoModel: 'modeling_x.X', AutoConfig: 'me/repo--conf.C' } },
      ['config/external-code me/repo--conf.C', 'config/external-code modeling_x.X'],
    ],
    [
      'a tokenizer of that kind',
      'tokenizer_config.json',
      { tokenizer_class: 'T', auto_map: { AutoTokenizer: ['tok.T', null] } },
      ['config/external-code tok.T'],
    ],
    ['a part with its own code', 'config.json', { ...LLAMA, vision: { auto_map: { AutoConfig: 'v.V' } } }, ['config/external-code v.V']],
    [
      'a pipeline of its own',
      'config.json',
      { ...LLAMA, custom_pipelines: { t: { impl: 'p.P', pt: ['AutoModel'] } } },
      ['config/external-code p.P'],
    ],
    [
      'attention code of a hub',
      'config.json',
      { ...LLAMA, _attn_implementation_internal: 'me/kernel' },
      ['config/external-code me/kernel'],
    ],
    ['attention of the library', 'config.json', { ...LLAMA, attn_implementation: 'flash_attention_2' }, []],
    ['trust', 'config.json', { ...LLAMA, trust_remote_code: true }, ['config/external-code trust_remote_code']],
    ['no trust', 'config.json', { ...LLAMA, trust_remote_code: false }, []],
    [
      'an adapter to a class of its own',
      'adapter_config.json',
      { peft_type: 'LORA', auto_mapping: { base_model_class: 'M', parent_library: 'transformers_modules.m' } },
      ['config/custom-class transformers_modules.m.M'],
    ],
    [
      'an adapter to a class of the library',
      'adapter_config.json',
      { peft_type: 'LORA', auto_mapping: { base_model_class: 'BertModel', parent_library: 'transformers.models.bert.modeling_bert' } },
      [],
    ],
    ['a diffusers pipeline', 'model_index.json', DIFFUSERS, []],
    ['a component of its own', 'model_index.json', { ...DIFFUSERS, vae: ['my_vae', 'V'] }, ['config/external-code my_vae.V']],
    ['a pipeline class of its own', 'model_index.json', { ...DIFFUSERS, _class_name: ['pipe', 'P'] }, ['config/external-code pipe']],
    ['sentence embeddings', 'modules.json', [{ idx: 0, name: '0', path: '', type: 'sentence_transformers.models.Pooling' }], []],
    ['a module of a type alone', 'modules.json', [{ idx: 0, type: 'custom.M' }], ['config/unlisted-reference custom.M']],
    ['tokenizers in a list', 'tokenizer_config.json', { auto_map: ['tok.Slow', null] }, ['config/external-code tok.Slow']],
    ['an own module', 'modules.json', [{ idx: 0, name: '0', path: '', type: 'custom.M' }], ['config/unlisted-reference custom.M']],
    ['MLflow', 'MLmodel', mlmodel('loader_module: mlflow.sklearn\ncode: null'), []],
    ['an own MLflow loader', 'MLmodel', mlmodel('loader_module: loader'), ['config/unlisted-reference loader']],
    ['MLflow with code', 'MLmodel', mlmodel('loader_module: mlflow.pyfunc.model\ncode: code'), ['config/external-code code']],
    ['MLflow that runs a file', 'MLmodel', mlmodel('model_code_path: model.py'), ['config/external-code model.py']],
    ['Spark', 'part-00000', SPARK, []],
    ['an own Spark stage', 'part-00000', { ...SPARK, class: 'com.evil.Stage' }, ['config/custom-class com.evil.Stage']],
    ['Triton with ONNX', 'config.pbtxt', 'backend: "onnxruntime" input [{ name: "x" }]', []],
    ['Triton with Python', 'config.pbtxt', 'name: "m"\nbackend: "python"', ['config/external-code model.py']],
    ['Triton with a path', 'config.pbtxt', 'backend: "../../evil"', ['config/external-code ../../evil']],
    ['Triton with another file', 'config.pbtxt', "default_model_filename: 'a.py' backend: 'python'", ['config/external-code a.py']],
    [
      'Triton with an environment and a library',
      'config.pbtxt',
      'parameters: { key: "EXECUTION_ENV_PATH" value: { string_value: "/tmp/env.tar.gz" } } model_operations { op_library_filename: ["op.so"] }',
      ['config/external-code /tmp/env.tar.gz', 'config/external-code op.so'],
    ],
    ['the usual pickle module of MLflow', 'pickle_module_info.txt', 'mlflow.pytorch.pickle_module', []],
    ['another one', 'pickle_module_info.txt', 'loader_of_mine', ['config/unlisted-reference loader_of_mine']],
  ])('%s', async (_, name, content, expected) => {
    expect(await alone(name, content)).toEqual(expected)
    expect(await packed(name, content)).toEqual(expected)
  })

  it('hands a Keras architecture in YAML to the Keras reader', async () => {
    const architecture =
      'class_name: Sequential\nconfig:\n  name: s\n  layers:\n  - class_name: Dense\n    config: {units: 1, activation: {class_name: function, module: os, config: system, registered_name: system}}\n'
    expect(await alone('model.yaml', architecture)).toContain('config/dangerous-reference os.system')
  })
})

/** Names of somebody's own: told of a model, not of any program. */
type Own = readonly [string, string, unknown, string[]]
const OWN: readonly Own[] = [
  ['Hydra', 'conf.yaml', 'net:\n  _target_: acme.Net\n', ['config/custom-class acme.Net']],
  ['LightningCLI', 'conf.yaml', 'model:\n  class_path: acme.Net\n', ['config/custom-class acme.Net']],
  ['a tagged object', 'conf.yaml', 'a: !!python/object:acme.Thing {}\n', ['config/custom-class acme.Thing']],
  ['a tagged function', 'conf.yaml', 'a: !!python/name:acme.thing\n', ['config/unlisted-reference acme.thing']],
  ['jsonpickle', 'conf.json', { 'py/object': 'acme.Thing' }, ['config/custom-class acme.Thing']],
  ['a map of code', 'conf.json', { auto_map: { model: 'acme.Net' } }, ['config/external-code acme.Net']],
  [
    'requirements',
    'requirements.txt',
    'torch\nacme @ git+https://me:secret@host/acme\n',
    ['config/remote-requirement acme @ git+https://…@host/acme'],
  ],
  ...(
    [
      'acme[a, b]@git+https://host/acme',
      '-ihttps://host/simple',
      '--extra-index-ur https://host/simple',
      '-r https://host/more.txt',
      '--constraint=https://host/more.txt',
      './acme',
      'wheels/acme-1.0-py3-none-any.whl',
    ] as const
  ).map((line): Own => [`the requirement ${line}`, 'requirements.in.txt', `torch\r${line}\n`, [`config/remote-requirement ${line}`]]),
  [
    'a requirement on two lines',
    'constraints.txt',
    'acme \\\n@ https://host/acme.whl\n',
    ['config/remote-requirement acme @ https://host/acme.whl'],
  ],
  [
    'ordinary requirements',
    'requirements.txt',
    '# git+https://host/x\n--no-index\n--require-hashes\n-r more.txt\n-c constraints.txt\n--no-binary :all:\nnumpy==1.26 --hash=sha256:00\na.b>=2 ; python_version>"3"\n',
    [],
  ],
  [
    'conda in brackets',
    'environment.yml',
    'dependencies: [python, pip: ["acme @ https://host/acme.whl"]]\n',
    ['config/remote-requirement acme @ https://host/acme.whl'],
  ],
  [
    'conda',
    'conda.yaml',
    'dependencies:\n- pip:\n  - torch\n  - "--extra-index-url https://host/simple"\n',
    ['config/remote-requirement --extra-index-url https://host/simple'],
  ],
]

describe('names of somebody’s own', () => {
  const root = mkdtempSync(join(tmpdir(), 'modelgate-'))
  afterAll(() => rmSync(root, { recursive: true }))
  const tree = async (files: Readonly<Record<string, unknown>>, folder: string, path: string) => {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, folder, file)), { recursive: true })
      writeFileSync(join(root, folder, file), bytes(content))
    }
    const [report] = await scanFiles([`${folder}/${path}`], { root })
    return report ? rows(report) : ['no report']
  }

  it('a Jinja file beside a model may be its chat template', async () => {
    const hostile = { 'template.jinja': "{{ ''.__class__ }}", 'page.jinja': '{% extends "base" %}{{ title }}' }
    const model = { 'model.gguf': 'x' }
    expect(await tree({ ...hostile, ...model }, 'templates', 'template.jinja')).toEqual(["template/injection {{ ''.__class__ }}"])
    expect(await tree(model, 'templates', 'page.jinja')).toEqual([])
    expect(await tree(hostile, 'pages', 'template.jinja')).toEqual([])
  })

  it.each(OWN)('%s', async (label, name, content, expected) => {
    expect(await alone(name, content)).toEqual([])
    expect(await packed(name, content)).toEqual(expected)
    expect(await tree({ [`conf/${name}`]: content, 'conf/src/code.py': '' }, `${label}-program`, `conf/${name}`)).toEqual([])
    expect(await tree({ [`conf/${name}`]: content, 'conf/MLmodel': '' }, `${label}-mlflow`, `conf/${name}`)).toEqual(expected)
  })

  it.each([
    ['beside it', 'a/model.safetensors', true],
    ['in a sub-folder', 'a/weights/model.PT', true],
    ['in the parent folder', 'model.onnx', true],
    ['in a cousin', 'b/model.onnx', false],
  ])('a model %s', async (label, model, near) => {
    const found = await tree({ 'a/conf.yaml': 'net:\n  _target_: acme.Net\n', [model]: 'x' }, label, 'a/conf.yaml')
    expect(found).toEqual(near ? ['config/custom-class acme.Net'] : [])
  })

  it('leaves requirements of a repository alone that has models', async () => {
    expect(await tree({ 'requirements.txt': '-e .\n', 'model.pt': 'x' }, 'repository', 'requirements.txt')).toEqual([])
  })

  it('leaves software packages alone', async () => {
    const wheel = buildZip([{ name: 'acme/conf.yaml', data: bytes('a: {_target_: acme.Net}') }])
    expect(rows(await scanBytes('acme-1.0-py3-none-any.whl', wheel))).toEqual([])
  })

  it('accepts what the policy allows', async () => {
    const report = await scanBytes('m.zip', buildZip([{ name: 'c.yaml', data: bytes('_target_: acme.Net') }]), {
      policy: { ...defaultPolicy, allow: ['acme.*'] },
    })
    expect(rows(report)).toEqual([])
  })
})

describe('ordinary files', () => {
  it.each<[string, string, unknown]>([
    ['package.json', 'package.json', { name: 'x', scripts: { test: 'vitest' }, dependencies: { yaml: '^2' } }],
    ['tsconfig.json with comments', 'tsconfig.json', '{ // comment\n "compilerOptions": { "target": "es2022", } }'],
    ['docker-compose', 'docker-compose.yml', 'services:\n  a: &a {image: x}\n  b: *a\n'],
    ['a GitHub workflow', 'ci.yml', 'on: push\njobs:\n  t:\n    runs-on: ubuntu-latest\n    steps: [{uses: actions/checkout@v4}]\n'],
    ['Kubernetes', 'deploy.yaml', 'apiVersion: v1\nkind: Service\nspec:\n  ports: [{port: 80, targetPort: 80}]\n---\nkind: Pod\n'],
    ['CloudFormation', 'stack.yaml', `Resources:\n  A:\n    Value: !Ref X\n    Other: !Sub "\${X}-a"\n`],
    ['GitLab', '.gitlab-ci.yml', 'test:\n  script: !reference [.setup, script]\n'],
    ['OpenAPI', 'openapi.json', { openapi: '3.1.0', info: { description: '\u0000\u0041' }, paths: {} }],
    ['Ansible', 'site.yml', '- hosts: all\n  vars: {x: !vault "abc", target: a.b}\n  tasks: [{shell: "os.system"}]\n'],
    ['codecov', 'codecov.yml', 'coverage:\n  status: {project: {default: {target: 80%}}}\n'],
    ['modules of another tool', 'modules.json', [{ type: 'a.b', path: 'x' }]],
    ['a Spark result', 'part-00000', '{"a": 1}\n{"a": 2}\n'],
    ['another config.pbtxt', 'config.pbtxt', 'model { name: "x" }'],
    ['no protobuf', 'config.pbtxt', '}{'],
    ['prose about tags', 'notes.yaml', 'text: "use !!python/object/apply with care"\n# !!python/object/apply:os.system\n'],
  ])('%s', async (_, name, content) => {
    expect(await scanBytes(name, bytes(content))).toMatchObject({ findings: [], incomplete: [], status: 'unrecognised', formats: [] })
  })

  it('MkDocs, even beside a model', async () => {
    const mkdocs =
      'e: !!python/name:material.extensions.emoji.twemoji\nf: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}\ng: !!python/object/apply:acme.slug []\n'
    expect(await alone('mkdocs.yml', mkdocs)).toEqual([])
    expect(await packed('mkdocs.yml', mkdocs)).toEqual([])
  })
})

describe('hostile text', () => {
  const EVIL = 'x: !!python/object/apply:os.system [x]\n'
  const TOLD = 'config/dangerous-reference os.system'
  const bomb = Array.from({ length: 30 }, (_, i) => `a${i}: &a${i} [${`*a${i - 1},`.repeat(9)}]`).join('\n')

  it.each<[string, string]>([
    ['an alias bomb', `z: &a-1 1\n${bomb}\n${EVIL}`],
    ['an alias of itself', `a: &a [*a]\n${EVIL}`],
    ['deep brackets', `a: ${'['.repeat(20_000)}\n${EVIL}`],
    ['deep braces', `a: ${'{a: '.repeat(5_000)}\n${EVIL}`],
    ['deep dashes', `${EVIL}b: \n ${'- '.repeat(10_000)}\n`],
    ['a huge key', `${'k'.repeat(100_000)}: 1\n${EVIL}`],
    ['more text than is parsed', `${'# comment\n'.repeat(40_000)}${EVIL}`],
    ['a key twice', `x: 1\n${EVIL}`],
    ['Object.prototype’s names', `__proto__: {a: 1}\nconstructor: 1\ntoString: 2\n${EVIL}`],
    ['an unknown directive', `%FOO bar\n---\n${EVIL}`],
    ['an undefined handle', `a: !u!x 1\n${EVIL}`],
    ['tabs', `a:\n\t- b\n${EVIL}`],
    ['control characters', `a: "\u0001\u0000"\n${EVIL}`],
  ])('%s', async (_, text) => {
    expect(await alone('a.yaml', text)).toContain(TOLD)
  })

  it('takes the last of two equal keys of JSON, as Python does', async () => {
    expect(await alone('a.json', '{"_target_": "torch.nn.Linear", "_target_": "os.system"}')).toEqual([TOLD])
  })

  it('reads the JSON that only Python takes', async () => {
    expect(await alone('a.json', '{"lr": NaN, "_target_": "os.system"}')).toEqual([TOLD])
  })

  it.each([
    ['JSON lists', 'a.json', `{"_target_": "os.system", "a": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
    ['long JSON', 'a.json', `{"a": "${'x'.repeat(9 << 20)}", "_target_": "os.system"}`],
    ['an interpolation of itself', 'a.json', `{"a": "\${a}\${a}", "b": {"_target_": "\${a}"}, "c": {"_target_": "os.system"}}`],
  ])('%s', async (_, name, text) => {
    expect(await alone(name, text)).toContain(TOLD)
  })

  it('never throws on cut or changed text', async () => {
    const text = bytes(
      `%TAG ! tag:yaml.org,2002:\n---\na: &x {_target_: "os.\\x73ystem", <<: *x}\nb: !python/name:os.system\n- c: [*x, {"d": 1}]\n`,
    )
    for (let cut = 0; cut < text.length; cut++) {
      const flipped = Uint8Array.from(text)
      flipped[cut] = (flipped[cut] ?? 0) ^ (1 << (cut % 8))
      for (const damaged of [text.subarray(0, cut), flipped])
        for (const name of ['a.yaml', 'a.json', 'MLmodel', 'config.pbtxt', 'conda.yaml'])
          expect((await scanBytes(name, damaged)).incomplete).toEqual([])
    }
  })
})

describe('names that are written in a roundabout way', () => {
  it.each<[string, string, unknown, string]>([
    ['a module of a library that has imported it', 'a.yaml', 'm:\n  _target_: torch.nn.modules.module.os.system\n', 'os.system'],
    ['the default of a resolver', 'a.yaml', `m:\n  _target_: '\${oc.env:X,os.system}'\n`, 'os.system'],
    ['a value that is selected', 'a.yaml', `t: {v: os.system}\nm:\n  _target_: '\${oc.select:t.v}'\n`, 'os.system'],
    ['an aliased mapping', 'MLmodel', 'x: &x {loader_module: os}\nflavors:\n  python_function: *x\n', 'os'],
    ['a merged mapping', 'MLmodel', 'x: &x {loader_module: os}\nflavors:\n  python_function:\n    <<: *x\n', 'os'],
    ['an escaped slash', 'a.json', '{"py\\/object": "subprocess.Popen"}', 'subprocess.Popen'],
    [
      'a tag handle in a text that is too long to be parsed',
      'a.yaml',
      `%TAG !x! tag:yaml.org,2002:python/object/\n---\nx: ${'a'.repeat(300_000)}\na: !x!apply:os.system [echo]\n`,
      'os.system',
    ],
    ['a tag in percents, likewise', 'a.yaml', `x: ${'a'.repeat(300_000)}\na: !!p%79thon/object/apply:os.system [echo]\n`, 'os.system'],
  ])('%s', async (_, name, content, evidence) => {
    expect((await packed(name, content)).join('\n')).toMatch(new RegExp(`config/dangerous-reference .*${evidence.replaceAll('.', '\\.')}`))
  })

  it('code of a repository, for a part of a part of a model', async () => {
    const config = { ...LLAMA, parts: [{ inner: { auto_map: { AutoConfig: 'somebody/else--c.C' } } }] }
    expect((await alone('config.json', config)).join('\n')).toContain('config/external-code')
  })

  it('aliases of aliases do not grow', async () => {
    const levels = Array.from({ length: 40 }, (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, *a${level}]`)
    expect(await alone('a.yaml', `a0: &a0 [{_target_: os.system}]\n${levels.join('\n')}\n`)).toEqual([
      'config/dangerous-reference os.system',
    ])
  })
})

describe('a configuration that is padded until nobody reads it', () => {
  const long = ' '.repeat(9 * 2 ** 20)
  const map = JSON.stringify({ base_model_class: 'Model', parent_library: 'os' })

  it.each<[string, string, string, string[]]>([
    ['an adapter', 'adapter_config.json', `{${long}"auto_mapping":${map},"_target_":1}`, ['limit']],
    [
      'an adapter of usual length',
      'adapter_config.json',
      `{"peft_type":"LORA","auto_mapping":${map},"_target_":1}`,
      ['config/dangerous-reference os.Model'],
    ],
    ['the name by an alias', 'config.yaml', `x: &x os.system\n#${long}\nm:\n  _target_: *x\n`, ['limit']],
    ['the configuration of a server', 'config.pbtxt', `#${long}\nbackend: "python"\n`, ['limit']],
    ['requirements', 'requirements.txt', `#${long}\ngit+https://localhost/a\n`, ['limit']],
    ['data that use a word of ours', 'annotations.json', `{${long}"target":"os.system"}`, []],
  ])('%s', async (_, name, content, expected) => {
    expect(await packed(name, content)).toEqual(expected)
  })

  it('is said to be unread under a name by which it is loaded, whatever its length', async () => {
    const size = 70 * 2 ** 20
    const text = Buffer.alloc(size, ' ')
    text.write('{"auto_map":')
    expect(await alone('config.json', text)).toEqual(['limit'])
    expect(await alone('config.yaml', text)).toEqual(['limit'])
    expect(await alone('annotations.json', text)).toEqual([])
  })
})

describe('texts without an extension, as PyTorch puts them beside its pickle', () => {
  const matchOf = (text: string): string => {
    const head = Buffer.from(text)
    return modelConfigFormat.match({
      name: 'byteorder',
      extension: '',
      size: head.length,
      head,
      tail: head,
      member: true,
      namesModel: false,
    })
  }

  it.each(['little', '3\n', '1', '0636067636341183292417354139398219443013'])(
    '%j has no structure: the reader is not loaded for it',
    (text) => {
      expect(matchOf(text)).toBe('no')
    },
  )

  it.each(['a: b', '- !!python/name:os.system', '[handlers]', '{"a": 1}', 'a = 1'])('%j may be a configuration', (text) => {
    expect(matchOf(text)).toBe('possible')
  })
})
