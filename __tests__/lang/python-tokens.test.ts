import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourceReaches } from '../../src/lang/python/reach.ts'
import { pythonNames } from '../../src/lang/python/tokens.ts'

describe('names of Python source', () => {
  it.each<[string, string, string[]]>([
    ['are joined with their attributes', 'a.b . c(x)', ['a.b.c', 'x']],
    ['do not come from comments', 'a # os.system\nb', ['a', 'b']],
    ['do not come from strings', `a = 'os.system' + "eval" + r'\\\\' + '''\nexec\n'''`, ['a']],
    ['do not come from prefixes of strings', `rb'x' f"y" z`, ['z']],
    ['come from formatted strings', `rb'{x}' f"{a.b(c)} d {{e}} {f:{g}}" z`, ['a.b', 'c', 'f', 'g', 'z']],
    ['come from lines that end with a carriage return', '# a\rb', ['b']],
    ['are those that Python compares', '𝓸𝓼.system', ['os.system']],
    ['go on behind a string that is not closed', `a = 'open\nb`, ['a', 'b']],
  ])('%s', (_, text, expected) => {
    expect(pythonNames(text).chains.map((chain) => chain.text)).toEqual(expected)
  })

  it('survive every text', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300, unit: fc.constantFrom(...'ab.(\'"\\\n #:;dfimport') }),
        (text) => void expect(pythonNames(text).chains.length).toBeLessThanOrEqual(text.length),
      ),
    )
  })
})

describe('what source reaches', () => {
  it.each<[string, string, string[], string[]]>([
    ['an import', 'import os\nos.system("x")', ['os.system'], []],
    ['another name', 'import subprocess as s, os as o\ns.run(o.name)', ['os.name', 'subprocess.run'], []],
    ['a submodule', 'import urllib.request\nurllib.request.urlopen(u)', ['urllib.request.urlopen'], []],
    ['from', 'from os import (system as s,\n  path)\ns("x")', ['os.system'], []],
    ['everything', 'from os import *', ['os.*'], []],
    ['builtins', 'eval(x); model.eval(); exec (y)', ['eval', 'exec'], []],
    ['a module imported by a call', '__import__("os").system("x")', ['__import__', 'os.system'], []],
    ['an import behind a colon', 'if 1: import os\nos.system("x")', ['os.system'], []],
    ['an import that is tried', 'try: import os\nexcept Exception: pass\nos.system("x")', ['os.system'], []],
    ['a module whose name is put together', '__import__("o" + "s").system("x")', ['__import__'], []],
    [
      'a module by another importer',
      'from importlib import import_module as i\ni("os").system("x")',
      ['importlib.import_module', 'os.system'],
      [],
    ],
    ['a module behind another', 'import acme\nacme.util.os.system("x")', ['os.system'], []],
    ['a module that is handed on', 'import os\ngetattr(os, "sys" + "tem")("x")', ['os.*'], []],
    ['a module’s names as a mapping', 'import os\nos.__dict__["system"]("x")', ['os.*'], []],
    ['a module that is only asked', 'import os\nhasattr(os, "fork")', [], []],
    ['a variable of a module’s name', 'import os\nf(os=1)\nos = 2', [], []],
    ['a function that is handed on', 'f = exec; map(__import__, x)', ['__import__', 'exec'], []],
    ['in brackets', '(__import__)("os").system("x")', ['__import__'], []],
    ['all builtins', '__builtins__["exec"]("x")', ['builtins.*'], []],
    ['builtins by their name in quotes', 'globals()["__builtins__"]', ['builtins.*'], []],
    ['all classes', '().__class__.__base__.__subclasses__()', ['builtins.*'], []],
    ['classes below one of its own', 'Base.__subclasses__()', [], []],
    ['a call that goes on in the next line', 'eval\\\n("x")', ['eval'], []],
    ['in a function', 'import os\ndef f():\n  os.system("x")\n', [], ['os.system']],
    ['behind a function', 'import os\ndef f():\n  pass\nos.system("x")\n', ['os.system'], []],
    ['in a class body', 'import os\nclass A:\n  x = os.getcwd()\n  def f(self):\n    return os.listdir()\n', ['os.getcwd'], ['os.listdir']],
    ['under a main guard', 'import os\nif __name__ == "__main__":\n  os.system("x")\n', [], ['os.system']],
    ['nothing', 'import math\nimport acme.nets as a\nprint(math.sqrt(a.ones(2)))\n', [], []],
    ['a formatted string', `import os\nf"{os.system('x')}"`, ['os.system'], []],
    ['a module in other letters', 'from 𝓸𝓼 import system\nsystem("x")', ['os.system'], []],
    ['an import that goes on in the next line', 'from os \\\n import \\\n system\nsystem("x")', ['os.system'], []],
    ['a name that goes on in the next line', 'import os\n(os\n.system)("x")', ['os.system'], []],
    ['an import alone', 'import os, sys\n', [], []],
  ])('by %s', (_, text, top, inner) => {
    expect(sourceReaches(text)).toEqual({ top, inner })
  })
})
