import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { memorySource } from '../../../src/bytes/source.ts'
import { scanBytes, scanFiles, scanSource } from '../../../src/node/scan-files.ts'
import type { FileReport } from '../../../src/types/report.ts'
import { buildZip } from '../../helpers/zip-builder.ts'

const rules = ({ findings, incomplete }: FileReport): string[] => [
  ...new Set([...findings.map(({ rule }) => rule), ...incomplete.map(({ why }) => why)]),
]
const bytes = (text: string) => new TextEncoder().encode(text)
const scan = async (name: string, text: string, near = false) =>
  rules(await scanSource(name, memorySource(bytes(text)), {}, { neighbour: () => (near ? 'model' : 'none') }))

const RUN = "__import__('os').system('echo modelgate-marker')"
const architecture = (module: string, args: string, more = '') =>
  `nc: 80\n${more}anchors:\n  - [10,13, 16,30]\nbackbone:\n  - [-1, 1, Conv, [64, 6, 2, 2]]\n  - [-1, 1, ${module}, [64]]\nhead:\n  - [[17, 20], 1, Detect, [nc, ${args}]]\n`

describe('an architecture of YOLO', () => {
  test.each([
    ['a module', architecture(`"${RUN}"`, 'anchors')],
    ['an argument', architecture('Conv', `"${RUN}"`)],
    ['an argument in a list', architecture('Conv', `["${RUN}"]`)],
    ['an activation', architecture('Conv', 'anchors', `activation: "${RUN}"\n`)],
    ['a walk through classes', architecture('Conv', `"().__class__.__base__.__subclasses__()[0]('x')"`)],
    ['a walk without a call', architecture('Conv', '"nn.__builtins__"')],
    ['a module of another module', architecture('Conv', `"nn.modules.module.os.system('echo modelgate-marker')"`)],
    ['a file', architecture('Conv', '"torch.load(\'x\')"')],
    ['an f-string', architecture('Conv', `"f'{${RUN.replaceAll("'", '\\"')}}'"`)],
    ['a call in a comprehension', architecture('Conv', '"[f(x) for f in y]"')],
    ['JSON', JSON.stringify({ backbone: [[-1, 1, RUN, [64]]], head: [[-1, 1, 'Detect', []]] })],
  ])('%s that does more than build is told wherever it lies', async (what, text) => {
    const name = what === 'JSON' ? 'yolo.json' : 'cfg/yolo.yaml'
    for (const near of [false, true]) {
      const { findings } = await scanSource(name, memorySource(bytes(text)), {}, { neighbour: () => (near ? 'model' : 'none') })
      expect(findings.some(({ severity }) => severity === 'critical' || severity === 'high')).toBe(true)
    }
  })

  test.each([
    architecture('C3', 'anchors'),
    architecture('nn.Upsample', "None, 2, 'nearest'"),
    architecture('torchvision.ops.DeformConv2d', 'False'),
    architecture('Conv', '"nn.LeakyReLU(0.1)"', 'activation: nn.LeakyReLU(0.1)\n'),
    architecture('Conv', '"torch.nn.SiLU()"', 'activation: torch.nn.SiLU()\n'),
    architecture('Conv', '"max(1, int(nc * 0.5))"'),
    'backbone: resnet50\nhead: {type: FPN}\n',
  ])('%j builds', async (text) => {
    expect(await scan('yolo.yaml', text)).toEqual([])
    expect(await scan('yolo.yaml', text, true)).toEqual([])
  })
})

describe('configurations in other kinds of text', () => {
  test.each([
    ['a.toml', '[model]\n_target_ = "os.system" # a comment\n'],
    ['a.toml', "[[steps]]\ncallback = '''\nsubprocess.Popen'''\n"],
    ['a.toml', 'steps = [ # first\n  { callback = "os.sys\\u0074em" },\n]\n'],
    ['a.toml', '!!! no TOML\nmodel.callback = "os.system"\n'],
    ['a.ini', '[a]\ncallback = os.system\n'],
    ['a.cfg', '[DEFAULT]\nf = system\n[a]\ncallback: os.%(f)s\n'],
    ['a.cfg', '[a]\nx = {"_target_": "os.system"}\n'],
    ['a.jsonl', '{"a": 1}\n{"_target_": "os.system"}\n'],
  ])('%s: %j', async (name, text) => {
    expect(await scan(name, text)).toEqual(['config/dangerous-reference'])
    expect(await scan(name, text, true)).toEqual(['config/dangerous-reference'])
  })

  test.each([
    ['a.toml', '[tool.x]\nname = "os"\ncommand = "os.system"\n[[a]]\nb = 1979-05-27T07:32:00Z\n'],
    ['pyproject.toml', '[project.entry-points.x]\nclass = "os.system"\n'],
    ['a.ini', '; a comment\n[a]\nkey = value\n  and more\nclass = logging.Formatter\n'],
    ['config.cfg', '[components.ner]\nfactory = "ner"\n[components.ner.model]\n@architectures = "spacy.TransitionBasedParser.v2"\n'],
    ['a.jsonl', '{"text": "os.system(\'x\')", "label": 1}\n'],
  ])('%s is quiet: %j', async (name, text) => {
    expect(await scan(name, text)).toEqual([])
  })
})

describe('what logging.config.fileConfig evaluates', () => {
  const conf = (handler: string, formatter = '') =>
    `[loggers]\nkeys=root\n[handlers]\nkeys=h\n[formatters]\nkeys=f\n[handler_h]\n${handler}\n[formatter_f]\nformat=%(message)s\n${formatter}\n`

  test.each([
    conf(`class=StreamHandler\nargs=(${RUN},)`),
    conf('class=os.system\nargs=("echo modelgate-marker",)'),
    conf("class=StreamHandler\nkwargs={'stream': eval('1')}"),
    conf(`class=${RUN}`),
    conf('class=StreamHandler\nargs=()', 'class=os.system'),
  ])('%j', async (text) => {
    expect(await scan('logging.conf', text)).not.toEqual([])
    expect(await scan('logging.ini', text, true)).not.toEqual([])
  })

  test.each([
    conf('class=StreamHandler\nargs=(sys.stdout,)', 'class=logging.Formatter'),
    conf("class=handlers.RotatingFileHandler\nargs=(os.path.join(os.environ.get('HOME', '/tmp'), 'x.log'), 'a', 10 * 1024)"),
    conf("class=handlers.SysLogHandler\nargs=(('localhost', handlers.SYSLOG_UDP_PORT), handlers.SysLogHandler.LOG_USER)"),
  ])('ordinary settings are quiet: %j', async (text) => {
    expect(await scan('logging.conf', text)).toEqual([])
    expect(await scan('logging.conf', text, true)).toEqual([])
  })
})

/** `{'cfg': {'model': {key: text}}}` in protocol 2. */
function checkpoint(key: string, text: string): Uint8Array {
  const word = (value: string) => {
    const length = Buffer.alloc(4)
    length.writeUInt32LE(value.length)
    return Buffer.concat([Buffer.from('X'), length, Buffer.from(value)])
  }
  const data = Buffer.concat([Buffer.from('\x80\x02}', 'latin1'), word('cfg'), Buffer.from('}'), word(key), word(text), Buffer.from('ss.')])
  return buildZip([
    { name: 'archive/data.pkl', data },
    { name: 'archive/version', data: '3\n' },
  ])
}

describe('settings of fairseq', () => {
  const KEY = 'conv_feature_layers'
  test.each([RUN, "().__class__.__base__.__subclasses__()[0]('x')", "[(512, 10, 5)] + open('/etc/passwd').read()"])('%s', async (text) => {
    expect((await scanBytes('checkpoint.pt', checkpoint(KEY, text))).findings.map(({ severity }) => severity)).toContainEqual(
      expect.stringMatching(/critical|high/),
    )
  })

  test('letters of protocol 0 may be escapes', async () => {
    const data = `(dV${KEY}\nV\\u005f_import__('os').system('echo modelgate-marker')\ns.`
    const file = buildZip([
      { name: 'archive/data.pkl', data },
      { name: 'archive/version', data: '3\n' },
    ])
    expect(rules(await scanBytes('checkpoint.pt', file))).toEqual(['code/dangerous'])
  })

  test('lists of numbers are quiet, and so is such a text of other software', async () => {
    expect(await rules(await scanBytes('checkpoint.pt', checkpoint(KEY, '[(512, 10, 5)] + [(512, 3, 2)] * 4 + [(512,2,2)] * 2')))).toEqual(
      [],
    )
    expect(await rules(await scanBytes('checkpoint.pt', checkpoint('description', RUN)))).toEqual([])
  })
})

test('a configuration of fairseq has the same settings', async () => {
  expect(await scan('config.yaml', `model:\n  conv_feature_layers: "${RUN}"\n`)).toEqual(['code/dangerous'])
  expect(
    await scan(
      'config.yaml',
      'model:\n  conv_feature_layers: "[(512,10,5)] + [(512,3,2)] * 4"\noptimizer: {adam_betas: "(0.9, 0.98)"}\n',
      true,
    ),
  ).toEqual([])
})

describe('code beside a model', () => {
  const root = mkdtempSync(join(tmpdir(), 'modelgate-'))
  afterAll(() => rmSync(root, { recursive: true }))
  const tree = async (folder: string, files: Readonly<Record<string, string>>, path: string) => {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, folder, file)), { recursive: true })
      writeFileSync(join(root, folder, file), content)
    }
    const [report] = await scanFiles([`${folder}/${path}`], { root })
    return report ? rules(report) : ['no report']
  }
  const index = (library: string) => JSON.stringify({ _class_name: 'FluxPipeline', _diffusers_version: '0.35.0', unet: [library, 'Net'] })

  test('a component of diffusers is code where a Python file has the name of its library', async () => {
    const file = 'model_index.json'
    expect(await tree('own', { [file]: index('diffusers'), 'unet/diffusers.py': '' }, file)).toEqual(['config/external-code'])
    expect(await tree('usual', { [file]: index('diffusers'), 'unet/other.py': '' }, file)).toEqual([])
    expect(await tree('unknown', { [file]: index('my_unet') }, file)).toEqual(['config/external-code'])
    expect(await tree('pipeline', { [file]: index('hunyuan_video') }, file)).toEqual([])
  })

  test.each([
    ['arch.py', ['config/external-code']],
    ['lib/arch.so', ['config/external-code']],
    ['model.safetensors', []],
  ])('mlx-lm imports the model file %s', async (file, expected) => {
    const config = { model_type: 'llama', model_file: file }
    expect(await scan('config.json', JSON.stringify(config))).toEqual(expected)
    expect(await scan('other.json', JSON.stringify({ model_file: file }), true)).toEqual([])
  })

  test('generation of a repository is graded by what it reaches', async () => {
    const path = 'custom_generate/generate.py'
    const run = 'import os\nos.system("echo modelgate-marker")\ndef generate(model): pass\n'
    expect(await tree('a', { [path]: run }, path)).toEqual(['code/dangerous'])
    expect(await tree('b', { [path]: 'import torch\ndef generate(model): return model\n' }, path)).toEqual(['code/python-source'])
    expect(await tree('c', { 'src/generate.py': run }, 'src/generate.py')).toEqual([])
  })

  test.each([
    ['another resolver', 'a: {_target_: omegaconf.OmegaConf.register_new_resolver, name: x}', ['config/unlisted-reference']],
    [
      'a model elsewhere',
      'a: {_target_: transformers.AutoModel.from_pretrained, pretrained_model_name_or_path: /tmp/x}',
      ['files/external-path'],
    ],
    [
      'a model behind an address',
      'a: {_target_: transformers.AutoModel.from_pretrained, _args_: ["https://localhost/x"]}',
      ['files/external-path'],
    ],
    ['a pipeline', 'a: {_target_: diffusers.DiffusionPipeline.from_pretrained, custom_pipeline: me/mine}', ['config/external-code']],
    ['a model of the hub', 'a: {_target_: transformers.AutoModel.from_pretrained, pretrained_model_name_or_path: bert-base-uncased}', []],
    ['a model of the folder', 'a: {_target_: transformers.AutoModel.from_pretrained, pretrained_model_name_or_path: ./weights}', []],
  ])('Hydra: %s', async (_, text, expected) => {
    expect(await scan('conf.yaml', text, true)).toEqual(expected)
    expect(await scan('conf.yaml', text)).toEqual([])
  })
})
