import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import type { Line } from '../../helpers/asm.ts'
import { asm, counted } from '../../helpers/asm.ts'

const text = (value: string) => counted('BINUNICODE', Buffer.from(value))
const entries = (value: string | Line) => [
  ...['type', 'class'].map(text),
  text('module_src'),
  typeof value === 'string' ? text(value) : value,
]

/** As StyleGAN's `persistence` pickles a network: its module's source, which loading runs. */
const network = (source: string | Line, module = 'torch_utils.persistence'): Uint8Array =>
  asm(
    'PROTO 2',
    `GLOBAL ${module} _reconstruct_persistent_obj`,
    'EMPTY_DICT',
    'MARK',
    ...entries(source),
    ...['class_name', 'G', 'state'].map(text),
    'EMPTY_DICT',
    'SETITEMS',
    'TUPLE1',
    'REDUCE',
    'STOP',
  )

/** What a network of StyleGAN2-ADA or StyleGAN3 looks like. */
const NETWORK = `
"""Network architectures, not os.system('x') nor eval."""
import numpy as np
import scipy.signal
import torch
from torch_utils import misc, persistence
from torch_utils.ops import conv2d_resample
from torch_utils.ops import bias_act

# import os; os.system('x')
@misc.profiled_function
def normalize(x, dim=1, eps=1e-8):
    return x * (x.square().mean(dim=dim, keepdim=True) + eps).rsqrt()

@persistence.persistent_class
class FullyConnectedLayer(torch.nn.Module):
    def __init__(self, in_features, out_features, bias=True, activation='linear', lr_multiplier=1.0):
        super().__init__()
        self.activation = activation
        self.weight = torch.nn.Parameter(torch.randn([out_features, in_features]) / lr_multiplier)
        self.gain = lr_multiplier / np.sqrt(in_features)
        self.register_buffer('filter', torch.as_tensor(scipy.signal.firwin(numtaps=3, cutoff=1, width=2, fs=4), dtype=torch.float32))
        self.act_gain = bias_act.activation_funcs[activation].def_gain

    def forward(self, x, **open_kwargs):
        with torch.autograd.profiler.record_function('eval'):
            x = conv2d_resample.conv2d_resample(x=x, w=self.weight.to(x.dtype), open=1)
        return bias_act.bias_act(x, self.bias, act=self.activation)

    def extra_repr(self):
        return f'in_features={self.in_features:d}, {self.activation:s} {{os.system}}'

@persistence.persistent_class
class G(torch.nn.Module):
    def __init__(self, num_layers):
        super().__init__()
        for idx in range(num_layers):
            setattr(self, f'fc{idx}', FullyConnectedLayer(1, 2))

    def forward(self, x):
        misc.assert_shape(x, [None, 1])
        for idx in range(self.num_layers):
            x = getattr(self, f'fc{idx}')(normalize(x))
        return x.__class__.__name__
`

async function verdicts(bytes: Uint8Array, name = 'network.pkl'): Promise<readonly string[]> {
  const { findings } = await scanBytes(name, bytes)
  return findings.map(({ rule, severity }) => `${severity} ${rule}`)
}

describe('the source of a class in a pickle', () => {
  it('is told, with what it defines and uses, where all of it only computes', async () => {
    const { findings } = await scanBytes('network.pkl', network(NETWORK))
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['high code/python-source-runs'])
    expect(findings[0]?.message).toContain('defines FullyConnectedLayer, G')
    expect(findings[0]?.message).toContain('numpy, scipy, torch, torch_utils')
  })

  it.each<[string, string, string]>([
    ['a process', "import os\nos.system('echo modelgate-marker')\n", 'runs a program: os.system'],
    ['a file', "print(open('modelgate-marker').name)", 'reads or writes files: builtins.open'],
    ['the network', "import urllib.request\nurllib.request.urlopen('http://localhost')", 'opens a network connection: urllib.request'],
    ['code that is not in it', "eval('1')", 'runs Python code: builtins.eval'],
    ['a file, in a function', 'def f():\n  return open("modelgate-marker")', 'builtins.open'],
    ['a process, by another name', "from os import system as s\ns('x')", 'os.system'],
    ['a module by another name', "import os as np\nnp.system('x')", 'os.system'],
    ['one of two modules of a name', "import os as np\nnp.system('x')\nimport numpy as np", 'os.system'],
    ['__import__', "__import__('os').system('x')", 'builtins.__import__'],
    ['built-in functions', "getattr(__builtins__, 'ev' + 'al')('1')", '__builtins__'],
    ['an attribute that is computed', "import torch\ngetattr(torch, 'h' + 'ub')", 'getattr'],
    ['an attribute of a module', "import torch\ngetattr(torch, 'hub')", 'getattr'],
    ['getattr itself', 'from functools import reduce\nreduce(getattr, [], 1)', 'getattr'],
    ['setattr on what is not its own', "class A:\n  pass\nsetattr(A(), 'a' + 'b', 1)", 'setattr'],
    ['the namespace', "globals()['x']", 'globals'],
    ['a decorator', 'import os\n@os.system\nclass A:\n  pass', 'os.system'],
    ['a decorator without a module', '@exec\n@input\nclass A:\n  pass', 'builtins.exec'],
    ['a formatted string', "x = f\"{__import__('os').system('x')}\"", 'builtins.__import__'],
    ['the format of a formatted string', 'x = f"{1:{eval}}"', 'builtins.eval'],
    ['a formatted string with a backslash', 'x = f"\\{eval}"', 'builtins.eval'],
    ['a line that ends with a carriage return', "# x\rimport os\ros.system('x')", 'os.system'],
    ['a name that goes on in the next line', "import os\n(os\n .\n system)('x')", 'os.system'],
    ['a name behind a backslash', "import os\nos\\\n.system('x')", 'os.system'],
    ['an import behind a semicolon', 'x = 1; from os import system', 'os.system'],
    ['an import behind a colon', 'if 1: from os import system', 'os.system'],
    ['letters that Python takes as others', '𝓮𝔁𝓮𝓬("1")', 'builtins.exec'],
    ['a module in another module', "import torch\ntorch.serialization.os.system('x')", 'torch.serialization.os.system'],
    ['a module that is handed on', 'import torch\ndef f(m):\n  return m.nn\nf(torch)', 'passes on a whole module: torch'],
    ['a module out of a module', 'from torch import nn\nf = [nn]', 'passes on a whole module: torch.nn'],
    ['a module under a name of its own', 'import numpy\nlib = numpy.random', 'numpy.random'],
    ['the insides of objects', '().__class__.__bases__[0].__subclasses__()', '__subclasses__'],
    ['the insides of numbers', '1..__class__.__base__', '__base__'],
    ['the frames of the interpreter', '(x for x in []).gi_frame', 'gi_frame'],
    ['all names of a module', 'from torch import *', 'imports all names of torch'],
    ['a library that is not known', 'import invoke\ninvoke.run("x")', 'invoke'],
    ['a module of the standard library that is not known', 'import antigravity', 'antigravity'],
    ['a function that loads', "import torch\ntorch.load('x')", 'torch.load'],
    ['a hub', "import torch\ntorch.hub.load('x', 'y')", 'torch.hub.load'],
    ['a compiler', "from torch_utils import custom_ops\ncustom_ops.get_plugin('x', sources=[])", 'torch_utils.custom_ops'],
    ['a compiler out of a module that computes', 'from torch_utils.ops import bias_act\nbias_act.custom_ops.get_plugin()', 'custom_ops'],
    ['a download', "import dnnlib\ndnnlib.util.open_url('x')", 'dnnlib.util.open_url'],
    ['a function by its name', "import dnnlib\ndnnlib.util.call_func_by_name(func_name='os.system')", 'call_func_by_name'],
    ['itself', "from torch_utils import persistence\npersistence._src_to_module('x')", '_src_to_module'],
    ['annotations that are evaluated', 'import typing\ntyping.get_type_hints', 'typing.get_type_hints'],
    ['TorchScript', 'import torch\n@torch.jit.script\ndef f(x):\n  return x', 'torch.jit.script'],
    ['an array in a file', "import numpy as np\nnp.zeros(1).tofile('x')", '.tofile'],
    ['text that is no Python', 'x = "', 'cannot be read as Python'],
    ['a character that is none', 'x = 1\0', 'cannot be read as Python'],
    ['a string that versions of Python end in two places', "x = f'{a['b']}'", 'cannot be read as Python'],
  ])('is critical where it reaches %s', async (_, source, said) => {
    const { findings } = await scanBytes('network.pkl', network(source))
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['critical code/dangerous'])
    expect(findings[0]?.message).toContain(said)
  })

  it('is not what comments and texts say', async () => {
    const source =
      '# os.system(1)\nx = "eval(1)"\n"""\nimport os\n"""\ny = \'\'\'__import__\'\'\'\nz = rb"exec"\nw = f"{{exec}} {x!r:>{4}} {x=}"\n'
    expect(await verdicts(network(source))).toEqual(['high code/python-source-runs'])
  })

  const evil = "import os\nos.system('echo modelgate-marker')\n"
  it.each<[string, Uint8Array]>([
    ['is bytes', network(counted('SHORT_BINBYTES', Buffer.from('x = 1')))],
    ['is decoded', network(asm('GLOBAL _codecs decode', text('x = 1'), text('rot13'), 'TUPLE2', 'REDUCE'))],
    ['is joined', network(asm('GLOBAL operator add', text('x ='), text('1'), 'TUPLE2', 'REDUCE'))],
    [
      'is not there',
      asm('PROTO 2', 'GLOBAL torch_utils.persistence _reconstruct_persistent_obj', 'EMPTY_DICT', 'TUPLE1', 'REDUCE', 'STOP'),
    ],
    [
      'has a key that is computed',
      network(asm(text('x = 1'), 'GLOBAL operator add', text('module_'), text('src'), 'TUPLE2', 'REDUCE', text(evil))),
    ],
    [
      'is in no dict',
      asm('PROTO 2', 'GLOBAL torch_utils.persistence _reconstruct_persistent_obj', text('x = 1'), 'TUPLE1', 'REDUCE', 'STOP'),
    ],
  ])('is critical where it %s', async (_, bytes) => {
    const found = await verdicts(bytes)
    expect(found).toContain('critical code/dangerous')
    const { findings } = await scanBytes('network.pkl', bytes)
    expect(findings.map(({ message }) => message).join('\n')).toContain('it is not stored in the file as one text')
  })

  it.each<[string, Uint8Array]>([
    ['comes from the memo', network(asm(text(evil), 'BINPUT 1', 'POP', 'BINGET 1'))],
    ['is the last of two', network(asm(text('x = 1'), text('module_src'), text(evil)))],
    [
      'is set later, through the memo',
      asm(
        ...['PROTO 2', 'GLOBAL torch_utils.persistence _reconstruct_persistent_obj', 'EMPTY_DICT', 'BINPUT 0', 'MARK'],
        ...entries('x = 1'),
        ...['SETITEMS', 'BINGET 0', text('module_src'), text(evil), 'SETITEM', 'POP', 'TUPLE1', 'REDUCE', 'STOP'],
      ),
    ],
    [
      'is set later, behind more containers than are kept',
      asm(
        ...['PROTO 2', ...Array.from({ length: 70_000 }, () => ['EMPTY_DICT', 'POP']).flat()],
        ...['GLOBAL torch_utils.persistence _reconstruct_persistent_obj', 'EMPTY_DICT', 'BINPUT 0', 'MARK'],
        ...entries('x = 1'),
        ...['SETITEMS', 'BINGET 0', text('module_src'), text(evil), 'SETITEM', 'POP', 'TUPLE1', 'REDUCE', 'STOP'],
      ),
    ],
    ['is that of a second object', asm(network('x = 1').subarray(0, -1), 'POP', network(evil).subarray(2))],
    ['is called through a partial', partial(evil)],
    ['is run by a copy of the library', network(evil, 'project.torch_utils.persistence')],
  ])('is read where it %s', async (_, bytes) => {
    expect(await verdicts(bytes)).toContain('critical code/dangerous')
  })

  it('is told where its library was copied into a project', async () => {
    expect(await verdicts(network(NETWORK, 'project.torch_utils.persistence'))).toEqual(['high code/python-source-runs'])
  })

  it('is read in compressed files', async () => {
    expect(await verdicts(gzipSync(network(NETWORK)), 'network.pkl.gz')).toEqual(['high code/python-source-runs'])
  })

  it('is of no concern for a call, but the function is none that anything else may call', async () => {
    const handed = asm('PROTO 2', 'GLOBAL torch_utils.persistence _reconstruct_persistent_obj', 'TUPLE1', 'STOP')
    expect(await verdicts(handed)).toContain('high pickle/dangerous-import')
    const built = asm('PROTO 2', 'GLOBAL torch_utils.persistence _reconstruct_persistent_obj', 'EMPTY_TUPLE', 'NEWOBJ', 'STOP')
    expect(await verdicts(built)).toContain('critical pickle/dangerous-call')
  })

  it('is judged once for all objects of its module', async () => {
    const object = network(NETWORK).subarray(2, -1)
    const { findings } = await scanBytes('network.pkl', asm('PROTO 2', 'MARK', object, object, 'TUPLE', 'STOP'))
    expect(findings).toHaveLength(1)
  })

  it('is said to be unread past a number of texts', async () => {
    const objects = Array.from({ length: 1025 }, (_, at) => network(`x = ${at}`).subarray(2, -1))
    const { findings, incomplete } = await scanBytes('network.pkl', asm('PROTO 2', 'MARK', ...objects, 'TUPLE', 'STOP'))
    expect(findings.map(({ severity }) => severity)).toContain('high')
    expect(incomplete.map(({ why }) => why)).toEqual(['limit'])
  })

  it('stays critical for the networks of TensorFlow, and says what it does', async () => {
    const bytes = asm(
      ...['PROTO 2', 'GLOBAL dnnlib.tflib.network Network', 'EMPTY_TUPLE', 'NEWOBJ', 'EMPTY_DICT', 'MARK'],
      ...['build_module_src', evil, 'build_func_name', 'G_main'].map(text),
      ...['SETITEMS', 'BUILD', 'STOP'],
    )
    const { findings } = await scanBytes('network.pkl', bytes)
    expect(findings.map(({ message }) => message).join('\n')).toContain('runs a program: os.system')
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toContain('critical pickle/dangerous-call')
  })
})

function partial(source: string): Uint8Array {
  return asm(
    ...['PROTO 2', 'GLOBAL functools partial', 'GLOBAL torch_utils.persistence _reconstruct_persistent_obj'],
    ...['EMPTY_DICT', 'MARK', ...entries(source), 'SETITEMS', 'TUPLE2', 'REDUCE', 'EMPTY_TUPLE', 'REDUCE', 'STOP'],
  )
}

it('a pickle called .pdparams is read as one', async () => {
  const { findings } = await scanBytes('model.pdparams', Buffer.from("cos\nsystem\n(S'echo modelgate-marker'\ntR.", 'latin1'))
  expect(findings.map(({ evidence }) => evidence)).toContain("os.system('echo modelgate-marker')")
})
