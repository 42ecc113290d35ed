import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../src/node/scan-files.ts'
import type { FileReport } from '../../src/types/report.ts'
import { asm, callOf, counted } from '../helpers/asm.ts'
import { marshalCode } from '../helpers/marshal-writer.ts'
import { buildZip } from '../helpers/zip-builder.ts'

const CLEAN = asm('PROTO 2', 'EMPTY_DICT', 'STOP')
const COMPUTES = 'def scale(x):\n    return x * 2\n'
const RUNS = 'import os\nos.system("echo modelgate-marker")\n'
const RUNS_LATER = 'import os\ndef predict(x):\n    os.system("echo modelgate-marker")\n'

const rulesOf = ({ findings, incomplete }: FileReport): string[] => [
  ...new Set([...findings.map(({ rule }) => rule), ...incomplete.map(({ why }) => why)]),
]

const zip = (members: Readonly<Record<string, string | Uint8Array>>) =>
  buildZip(Object.entries(members).map(([name, data]) => ({ name, data })))
const torch = (members: Readonly<Record<string, string | Uint8Array>>) =>
  zip({ 'archive/data.pkl': CLEAN, ...members, 'archive/version': '3\n' })
const script = (source: string) => zip({ 's/data.pkl': CLEAN, 's/constants.pkl': CLEAN, 's/code/__torch__.py': source, 's/version': '3\n' })
const packaged = (source: string, externs = 'torch\n') =>
  zip({ 'p/model/model.pkl': CLEAN, 'p/somebody.py': source, 'p/.data/extern_modules': externs, 'p/.data/version': '6\n' })
const mar = (source: string) => zip({ 'MAR-INF/MANIFEST.json': '{"model": {"handler": "handler.py"}}', 'handler.py': source })

const elf = Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(60)])
const pe = Buffer.alloc(0x90)
pe.write('MZ')
pe.writeUInt32LE(0x80, 0x3c)
pe.write('PE\0\0', 0x80)
const machO = Buffer.from('cffaedfe07000001000000000200000000000000000000000000000000000000', 'hex')
const wasm = Buffer.from('0061736d010000000000000000000000', 'hex')
const javaClass = Buffer.from('cafebabe000000340010000000000000', 'hex')
const pyc = Buffer.concat([Buffer.from('a70d0d0a000000000000000000000000', 'hex'), marshalCode({ names: ['torch'] }, '3.11')])
const evilPyc = Buffer.concat([Buffer.from('a70d0d0a000000000000000000000000', 'hex'), marshalCode({ names: ['os', 'system'] }, '3.11')])

describe('code in archives', () => {
  it.each<[string, string, Uint8Array, string[]]>([
    ['a library', 'm.pt2', zip({ 'data/aotinductor/kernel.so': elf }), ['code/native']],
    ['a Windows library', 'm.zip', zip({ 'a.dll': pe }), ['code/native']],
    ['a macOS library', 'm.zip', zip({ 'a.dylib': machO }), ['code/native']],
    ['WebAssembly', 'm.zip', zip({ 'a.wasm': wasm }), ['code/native']],
    ['a Java class', 'm.zip', zip({ 'A.class': javaClass }), ['code/other-runtime-class']],
    ['a library among tensors', 'm.pt', torch({ 'archive/data/0': elf }), ['code/native']],
    ['a library in a wheel', 'm.whl', zip({ 'a.so': elf }), []],
    ['a library that claims to be a model', 'model.bin', elf, ['code/native']],
    ['a program of the repository', 'tool.exe', pe, []],
    ['compiled Python', 'm.zip', zip({ 'a.pyc': pyc }), ['code/bytecode']],
    ['compiled Python that runs a command', 'm.zip', zip({ 'a.pyc': evilPyc }), ['code/dangerous']],
    ['source beside the weights', 'm.pt', torch({ 'archive/helper.py': COMPUTES }), ['code/python-source']],
    ['source beside the weights that runs a command', 'm.pt', torch({ 'archive/helper.py': RUNS }), ['code/dangerous']],
    [
      'source beside the weights that runs one when called',
      'm.pt',
      torch({ 'archive/helper.py': RUNS_LATER }),
      ['code/python-source-runs', 'code/python-source'],
    ],
    ['source in a plain zip', 'm.zip', zip({ 'helper.py': RUNS }), []],
    ['tensors that begin like text', 'm.pt', torch({ 'archive/data/0': 'MZcompletely ordinary bytes' }), []],
  ])('%s', async (_, name, bytes, expected) => {
    expect(rulesOf(await scanBytes(name, bytes))).toEqual(expected)
  })
})

describe('PyTorch’s own ways to ship code', () => {
  it.each<[string, string, Uint8Array, string[]]>([
    ['TorchScript that computes', 'm.pt', script('def forward(self, x):\n  return torch.relu(ops.prim.min(x))\n'), []],
    ['TorchScript that saves', 'm.pt', script('def forward(self, x):\n  torch.save(x, "/tmp/x")\n'), ['code/torchscript-io']],
    ['TorchScript that maps a file', 'm.pt', script('x = torch.from_file("/etc/passwd")\n'), ['code/torchscript-io']],
    ['an operator of another library', 'm.pt', script('y = ops.somebody.run(x)\n'), ['code/torchscript-io']],
    ['a bound class', 'm.pt', script('y: __torch__.torch.classes.somebody.Handle\n'), ['code/torchscript-io']],
    ['a bound class of PyTorch', 'm.pt', script('y: __torch__.torch.classes.quantized.Conv2dPackedParamsBase\n'), []],
    [
      'the bytecode of a mobile model',
      'm.ptl',
      zip({
        's/data.pkl': CLEAN,
        's/constants.pkl': CLEAN,
        's/code/a.py': '',
        's/bytecode.pkl': asm('PROTO 2', 'BINUNICODE aten::save', 'STOP'),
      }),
      ['code/torchscript-io'],
    ],
    ['a package', 'm.pt', packaged(COMPUTES), ['code/python-source-runs']],
    ['a package with subprocess', 'm.pt', packaged(COMPUTES, 'torch\nsubprocess\n'), ['code/dangerous', 'code/python-source-runs']],
    ['a handler', 'm.mar', mar(COMPUTES), ['code/python-source-runs']],
    ['a handler that runs a command', 'm.mar', mar(RUNS), ['code/dangerous']],
  ])('%s', async (_, name, bytes, expected) => {
    expect(rulesOf(await scanBytes(name, bytes))).toEqual(expected)
  })
})

describe('functions in pickles', () => {
  const number = (value: number) => `BININT1 ${value}`
  /** `types.CodeType(…)` of CPython 3.11 with these names. */
  const parts = (...names: string[]) => [
    'MARK',
    ...[1, 0, 0, 1, 2, 3].map(number),
    'SHORT_BINBYTES \x97\x00',
    'EMPTY_TUPLE',
    'MARK',
    ...names.map((name) => `SHORT_BINUNICODE ${name}`),
    'TUPLE',
    'EMPTY_TUPLE',
    ...['<input>', 'predict', 'predict'].map((name) => `SHORT_BINUNICODE ${name}`),
    number(1),
    'SHORT_BINBYTES ',
    'SHORT_BINBYTES ',
    'EMPTY_TUPLE',
    'EMPTY_TUPLE',
    'TUPLE',
  ]
  // _make_function(code, globals, name, argdefs, closure)
  const shipped = (...names: string[]) =>
    asm(
      'PROTO 4',
      'GLOBAL cloudpickle.cloudpickle _make_function',
      'MARK',
      'GLOBAL cloudpickle.cloudpickle _builtin_type',
      'SHORT_BINUNICODE CodeType',
      'TUPLE1',
      'REDUCE',
      ...parts(...names),
      'REDUCE',
      'EMPTY_DICT',
      'NONE',
      'NONE',
      'NONE',
      'TUPLE',
      'REDUCE',
    )

  it.each<[string, Uint8Array, string[]]>([
    ['that compute', Buffer.concat([shipped('sum'), asm('STOP')]), ['code/bytecode']],
    ['that run a command', Buffer.concat([shipped('os', 'system'), asm('STOP')]), ['code/dangerous']],
    [
      'that are called at once',
      Buffer.concat([shipped('sum'), asm('EMPTY_TUPLE', 'REDUCE', 'STOP')]),
      ['pickle/dangerous-call', 'code/bytecode'],
    ],
    [
      'made of code that is not there',
      asm('PROTO 4', 'GLOBAL cloudpickle.cloudpickle _make_function', 'NONE', 'TUPLE1', 'REDUCE', 'STOP'),
      ['pickle/dangerous-call'],
    ],
    [
      'made by a metaclass of the file’s choice',
      asm('PROTO 4', 'GLOBAL cloudpickle.cloudpickle _make_skeleton_class', 'GLOBAL os system', 'TUPLE1', 'REDUCE', 'STOP'),
      ['pickle/dangerous-call', 'pickle/dangerous-import'],
    ],
    [
      'set on something else',
      asm('PROTO 4', 'GLOBAL cloudpickle.cloudpickle _function_setstate', 'GLOBAL json loads', 'EMPTY_TUPLE', 'TUPLE2', 'REDUCE', 'STOP'),
      ['pickle/dangerous-call'],
    ],
    [
      'out of marshal',
      asm(
        'PROTO 4',
        'GLOBAL marshal loads',
        counted('BINBYTES', marshalCode({ names: ['os', 'system'] }, '3.11')),
        'TUPLE1',
        'REDUCE',
        'STOP',
      ),
      ['code/dangerous', 'pickle/dangerous-call'],
    ],
  ])('%s', async (_, bytes, expected) => {
    expect(rulesOf(await scanBytes('m.pkl', bytes)).sort()).toEqual([...expected].sort())
  })

  it('are named, with what they reach', async () => {
    const { findings } = await scanBytes('m.pkl', Buffer.concat([shipped('os', 'system'), asm('STOP')]))
    expect(findings.map(({ severity, evidence }) => [severity, evidence])).toEqual([
      ['critical', 'function “predict” in the pickle → os.system'],
    ])
  })
})

describe('constants that nothing loads', () => {
  const evil = callOf('os', 'system', 'echo modelgate-marker')
  const constant = (data: Uint8Array) => asm('PROTO 4', counted('BINBYTES', data), 'STOP')
  const text = (data: string) => asm('PROTO 4', counted('BINUNICODE', Buffer.from(data)), 'STOP')
  it.each<[string, Uint8Array, string[]]>([
    ['a pickle', constant(evil), ['pickle/nested-payload']],
    ['base64', text(Buffer.from(evil).toString('base64')), ['pickle/nested-payload']],
    ['base64 in bytes', constant(Buffer.from(Buffer.from(evil).toString('base64'))), ['pickle/nested-payload']],
    ['hex', text(Buffer.from(evil).toString('hex')), ['pickle/nested-payload']],
    ['marshalled code', constant(marshalCode({ names: ['sum'] }, '3.8')), ['pickle/nested-payload']],
    ['a pickle as text', text(Buffer.from(evil.subarray(2)).toString()), []],
    ['a clean pickle', constant(asm('PROTO 4', 'EMPTY_LIST', 'MARK', 'BINUNICODE some words', 'APPENDS', 'STOP')), []],
    [
      'a broken pickle',
      constant(asm('PROTO 4', 'EMPTY_LIST', 'APPENDS', 'APPENDS', 'APPENDS', 'APPENDS', 'NONE', 'NONE', 'NONE', 'NONE')),
      [],
    ],
    ['an unknown class', constant(asm('PROTO 2', 'GLOBAL somebody Thing', 'EMPTY_TUPLE', 'NEWOBJ', 'NONE', 'POP', 'STOP')), []],
    ['a word in base64 letters', text('gA'.repeat(40)), []],
  ])('%s', async (_, bytes, expected) => {
    const report = await scanBytes('m.pkl', bytes)
    expect(rulesOf(report)).toEqual(expected)
    expect(report.findings.every(({ severity }) => severity === 'medium')).toBe(true)
  })

  it('are judged as what they are where a loader gets them', async () => {
    const report = await scanBytes('m.pkl', asm('PROTO 4', 'GLOBAL pickle loads', counted('BINBYTES', evil), 'TUPLE1', 'REDUCE', 'STOP'))
    expect(rulesOf(report)).toEqual(['pickle/dangerous-call'])
  })
})

it('a zip whose first letter spells a persistent id is no pickle', async () => {
  const report = await scanBytes('m.pt', torch({ 'archive/data/0': 'cos\nsystem\n(Vecho modelgate-marker\ntR.'.padStart(600, '\n') }))
  expect(report.formats).toEqual(['pytorch'])
})

describe('a text called .pth', () => {
  const marker = 'import os; os.system("echo modelgate-marker")'
  const severities = async (bytes: string | Uint8Array, name = 'x.pth') =>
    (await scanBytes(name, Buffer.from(bytes))).findings.map(({ severity, rule }) => `${severity} ${rule}`)

  it.each([
    ['alone', marker],
    ['behind paths', `../lib\n# paths\n\n${marker}\n`],
    ['behind a tab', 'import\tos; exec("print(1)")\n'],
    ['behind a byte order mark', `\ufeff${marker}`],
    ['with other line ends', `../lib\r${marker}\r`],
  ])('with code that Python runs at its start, %s', async (_, text) => {
    expect(await severities(text)).toEqual([expect.stringMatching(/^(?:high|critical) code\/dangerous$/)])
    expect(await severities(buildZip([{ name: 'a/x.pth', data: text }]), 'x.whl')).toHaveLength(1)
  })

  // That of setuptools, which every virtual environment has.
  const SHIM = "import os; on = os.environ.get('A', 'local') == 'local'; on and __import__('_distutils_hack').add_shim();"

  it('of an installer is no danger', async () => {
    expect(await severities(SHIM)).toEqual(['medium code/python-source'])
    expect(await severities(buildZip([{ name: 'x.pth', data: SHIM }]), 'x.whl')).toEqual(['medium code/python-source'])
    expect(await severities('import sys; __import__(sys.argv[1])')).toEqual([expect.stringMatching(/dangerous/)])
  })

  it('with an import alone is code that comes along; an installer’s is not told', async () => {
    expect(await severities('import helper\n')).toEqual(['medium code/python-source'])
    expect(await severities(buildZip([{ name: 'x.pth', data: 'import helper\n' }]), 'x.whl')).toEqual([])
  })

  it.each(['../src\n./lib\n', 'imported/lib\n', '# import os\n'])('with paths only is left alone', async (text) => {
    expect(await severities(text)).toEqual([])
  })
})
