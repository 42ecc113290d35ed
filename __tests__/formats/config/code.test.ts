import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import type { FileReport } from '../../../src/types/report.ts'
import { buildZip } from '../../helpers/zip-builder.ts'

const bytes = (content: unknown): Uint8Array => Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
const rows = ({ findings, incomplete }: FileReport): string[] =>
  [...findings.map(({ rule, evidence }) => `${rule} ${evidence}`), ...incomplete.map(({ why }) => why)].sort()
const alone = async (name: string, content: unknown) => rows(await scanBytes(name, bytes(content)))
const packed = async (name: string, content: unknown) =>
  rows(await scanBytes('bundle.zip', buildZip([{ name: `model/${name}`, data: bytes(content) }])))

const PICKLE = Buffer.from('\x80\x04\x8c\x05posix\x8c\x06system\x93\x8c\x15echo modelgate-marker\x85R.', 'latin1')

describe('expressions that a library evaluates', () => {
  it.each<[string, string, unknown, RegExp]>([
    ['MONAI', 'inference.json', { run: ["$__import__('os').system('x')"] }, /os\.system/],
    ['MONAI with an import of the bundle', 'inference.json', { imports: ['$import os as o'], run: "$o.popen('x')" }, /os\.popen/],
    ['MONAI by another module', 'inference.json', { run: "$monai.os.system('x')" }, /os\.system/],
    ['MONAI from a value', 'inference.json', { run: '$[c for c in ().__class__.__base__.__subclasses__()]' }, /dangerous-reference object/],
    ['a resolver', 'config.yaml', `a: \${eval:'__import__("os").system("x")'}\n`, /os\.system/],
    ['a layer of YOLO', 'yolo.yaml', `backbone:\n  - [-1, 1, "__import__('os').system('x')", [64]]\n`, /os\.system/],
    ['a data set of Ultralytics', 'data.yaml', 'train: a\nval: b\ndownload: |\n  import os\n  os.system("x")\n', /os\.system/],
    ['a script that Ultralytics runs', 'data.yaml', 'train: a\nval: b\ndownload: bash get.sh\n', /code\/python-source/],
    ['a tool of AutoGen', 'tool.json', { source_code: "def f():\n  import os\n  os.system('x')", name: 'f' }, /os\.system/],
  ])('%s', async (_, name, content, evidence) => {
    expect((await packed(name, content)).join()).toMatch(evidence)
  })

  it.each<[string, string, unknown]>([
    [
      'a bundle of MONAI',
      'inference.json',
      {
        imports: ['$import glob', '$import os'],
        device: "$torch.device('cuda:0' if torch.cuda.is_available() else 'cpu')",
        out: "$os.path.join(@root, 'x')",
        files: "$sorted(glob.glob(@root + '/*.nii'))",
        price: '$100 off',
      },
    ],
    ['an activation', 'yolo.yaml', 'activation: torch.nn.LeakyReLU(0.1)\n'],
    ['arithmetic', 'config.yaml', `a: \${eval:'2 * 3'}\nb: \${HOME}\n`],
    ['a download', 'data.yaml', 'train: a\nval: b\ndownload: https://localhost/x.zip\n'],
    ['a vocabulary', 'vocab.json', { 'eval(': 1, 'os.system(': 2, __import__: 3, 'exec(x)': 4 }],
    ['tokens', 'tokens.json', { tokens: ['import os', 'eval(', 'exec(x)', 'os.system("x")'] }],
    ['what a model learns from', 'train.json', [{ instruction: 'list files', output: 'import os\nos.system("ls")', code: 'exec(x)' }]],
    ['a command of a workflow', 'ci.yml', 'steps:\n  - run: python -c "import os; os.system(1)"\n'],
  ])('not %s', async (_, name, content) => {
    expect(await packed(name, content)).toEqual([])
  })
})

describe('pickles in configurations', () => {
  it('are scanned where a library unpickles them', async () => {
    const data = { policy_class: { ':type:': 'x', ':serialized:': PICKLE.toString('base64') } }
    expect(await packed('data', data)).toEqual(["pickle/dangerous-call posix.system('echo modelgate-marker')"])
    expect(await alone('data', data)).toEqual(["pickle/dangerous-call posix.system('echo modelgate-marker')"])
  })

  it.each<[string, unknown]>([
    ['base64', { x: PICKLE.toString('base64') }],
    ['hex', { x: PICKLE.toString('hex') }],
    ['characters', { x: PICKLE.toString('latin1') }],
    ['numbers', { x: [...PICKLE] }],
    ['a data address', { x: `data:text/plain;base64,${PICKLE.toString('base64')}` }],
    ['!!binary', `x: !!binary |\n  ${PICKLE.toString('base64').slice(0, 40)}\n  ${PICKLE.toString('base64').slice(40)}\n`],
  ])('are a guess as %s', async (_, content) => {
    expect((await alone(typeof content === 'string' ? 'x.yaml' : 'x.json', content)).join()).toContain('pickle/nested-payload')
  })

  it('are scanned in what is compressed, too', async () => {
    const data = gzipSync(JSON.stringify({ a: { ':serialized:': PICKLE.toString('base64') } }))
    expect(rows(await scanBytes('data.gz', data)).join()).toContain('pickle/dangerous-call')
    expect(rows(await scanBytes('notes.gz', gzipSync('a: 1\n')))).toEqual([])
  })

  it('the classes that Stable-Baselines3 keeps are none', async () => {
    const policy = 'gAWVOwAAAAAAAACMIXN0YWJsZV9iYXNlbGluZXMzLmNvbW1vbi5wb2xpY2llc5SMEUFjdG9yQ3JpdGljUG9saWN5lJOULg=='
    expect(await packed('data', { policy_class: { ':serialized:': policy } })).toEqual([])
  })

  it('a harmless one is none', async () => {
    const harmless = Buffer.from('\x80\x04]\x94(K\x01K\x02K\x03K\x04K\x05K\x06K\x07e.', 'latin1').toString('base64')
    expect(await packed('data', { a: { ':serialized:': harmless }, b: harmless })).toEqual([])
  })
})

describe('templates in other configurations', () => {
  const EVIL = "{{ ''.__class__ }}"

  it.each<[string, string, unknown]>([
    ['a model', 'config.json', { model_type: 'x', chat_template: EVIL }],
    ['Axolotl', 'axolotl.yaml', `chat_template_jinja: "${EVIL}"\n`],
    ['LangChain', 'prompt.json', { template_format: 'jinja2', template: EVIL }],
    ['Haystack', 'pipe.yaml', `a: {unsafe: true, template: "${EVIL}"}\n`],
    ['a tokenizer, within', 'my.json', { tokenizer: { chat_template: [{ name: 'x', template: EVIL }] } }],
  ])('%s', async (_, name, content) => {
    expect((await packed(name, content)).join()).toContain('template/injection')
  })

  it.each<[string, string, unknown]>([
    ['one that fills in values', 'config.json', { chat_template: '{% for m in messages %}{{ m.content }}{% endfor %}' }],
    ['a prompt of Python’s own format', 'prompt.json', { template_format: 'f-string', template: EVIL }],
  ])('not %s', async (_, name, content) => {
    expect(await packed(name, content)).toEqual([])
  })
})
