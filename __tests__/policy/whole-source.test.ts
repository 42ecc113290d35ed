import { describe, expect, it } from 'vitest'
import { sourceUses } from '../../src/lang/python/uses.ts'
import { assessUses } from '../../src/policy/code/whole-source.ts'

/** Does all that the source uses only compute, as far as can be told? */
const computes = (source: string): boolean => {
  const uses = sourceUses(source)
  const { dangers, unknown } = assessUses(uses)
  return dangers.length + unknown.length + uses.unclear.length === 0
}

describe('source that is known whole', () => {
  it.each([
    'import numpy as np\nx = np.sqrt(np.random.randn(3)).mean()',
    'import torch.nn as nn\nimport torch.nn.functional as F\nclass A(nn.Module):\n  def forward(self, x):\n    return F.relu(x)',
    'from torch.nn.parameter import Parameter\nfrom torch import Tensor\ny: Tensor = Parameter(Tensor([1]))',
    'import math, os\nx = os.path.join("a", str(math.pi))',
    'import dnnlib\nx = dnnlib.EasyDict(a=1)',
    'from torch_utils.ops import conv2d_gradfix\nwith conv2d_gradfix.no_weight_gradients():\n  pass',
    'from einops import rearrange\ny = lambda x: rearrange(x, "b c -> c b")',
    'class A:\n  def __getitem__(self, key):\n    return hasattr(self, key) and getattr(self, "weight")',
    'from typing import List, Optional\nfrom dataclasses import dataclass\n@dataclass\nclass A:\n  x: Optional[List[int]] = None',
    'def f(x, open=None, **load):\n  return g(x, exec=1)',
  ])('computes: %s', (source) => expect(computes(source)).toBe(true))

  it.each([
    'import torch\ndef f(m):\n  return m.nn\nx = [torch]',
    'def f(self, n): return getattr(self, n)\n',
    'f = lambda x, g=exec: g(x)',
    "x = {'a': open}",
    "import numpy as np\nnp.lib.npyio.load('x')",
    'from numpy import lib\n[lib]',
    'import torch\ntorch.utils.data.DataLoader',
    'x = (lambda: 0).__globals__',
    'try:\n  1/0\nexcept Exception as e:\n  e.__traceback__.tb_frame.f_globals',
    'from functools import singledispatch',
    'import string\nstring.Formatter()',
    "x = '{0.__class__}'.format(1)\nimport os.path\nos.path.join('a')\nos.system('x')",
    "import os.path as p\np.os.system('x')",
    "from os import path\npath.os.system('x')",
    "import torch.nn as nn\nnn.modules.module.torch.hub.load('x')",
    "import dataclasses\ndataclasses.make_dataclass('x', [])",
    'class A:\n  def __getattr__(self, n):\n    return 1',
    'from torch_utils.ops.bias_act import custom_ops',
    'from torch_utils import persistence as p\np.import_hook(print)',
    "import torch\ntorch.CompilationUnit('def f(): pass')",
    'breakpoint()',
    'print(__loader__)',
    'print(__builtins__)',
    "import sys\nsys.modules['os'].system('x')",
    "import typing\ntyping.ForwardRef('1')",
    'from typing import sys\n',
    'from torch import hub',
    'import torch\nh = torch.hub',
    "import numpy as np\nnp.load('x')",
    "import numpy\nnumpy.ctypeslib.load_library('x','y')",
    "x = f'''{\nexec('1')}'''",
    'x = F"{eval!r:>{10}}"',
    "rf'{exec(1)}'",
    "t'{exec(1)}'",
    "import torch\ntorch.classes.load_library('x')",
    'from contextlib import ExitStack',
    "(e:=exec)('1')",
    '@eval\n@input\nclass X: pass',
    'del exec\n',
    'class M(metaclass=exec): pass',
    'import torch; torch.nn.Module.__subclasses__()',
    'object.__subclasses__',
    'type.mro(int)',
    'import warnings\nwarnings.sys.modules',
    'import copy\ncopy._deepcopy_dispatch',
    'from copy import copyreg',
    'import torch\nx = torch.jit',
    "vars()['x']",
    'import collections\ncollections._sys.modules',
    'import math, os\nmath.sqrt(os.getpid())',
    "ｅｖａｌ('1')",
    "import ｏｓ\nｏｓ.system('1')",
  ])('may do more: %s', (source) => expect(computes(source)).toBe(false))
})
