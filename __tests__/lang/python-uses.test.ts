import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LexError, pythonTokens } from '../../src/lang/python/lexer.ts'
import { sourceUses } from '../../src/lang/python/uses.ts'

describe('tokens of Python', () => {
  it('are names, numbers, operators and strings', () => {
    expect(pythonTokens("x = 0x1for y in 1..z, .5e-3j # n\n'a\\'b'")).toEqual([
      { kind: 'name', text: 'x' },
      { kind: 'op', text: '=' },
      { kind: 'number' },
      { kind: 'name', text: 'or' },
      { kind: 'name', text: 'y' },
      { kind: 'name', text: 'in' },
      { kind: 'number' },
      { kind: 'op', text: '.' },
      { kind: 'name', text: 'z' },
      { kind: 'op', text: ',' },
      { kind: 'number' },
      { kind: 'newline' },
      { kind: 'string', head: 'a', plain: false, fields: [] },
    ])
  })

  it.each([
    'x = $',
    '(',
    ')',
    '"',
    "'''",
    "f'{'",
    "f'}'",
    "f'{a'",
    "f'{a!}'",
    "f'{a#}'",
    'f"{a["b"]}"',
    `${"f'{a:".repeat(1)}${'{b:'.repeat(20)}'`,
  ])('are refused in %s', (text) => {
    expect(() => pythonTokens(text)).toThrow(LexError)
  })

  it('or a refusal, of every text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: fc.constantFrom(...'ab.(){}[]\'"\\\n #:;frt!=0import') }), (text) => {
        expect(sourceUses(text).names.length).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('what source uses', () => {
  it('is told under the names of its imports', () => {
    const source = `
import numpy as np, os.path
from torch import (nn,
  Tensor as T)
class A(nn.Module):
  def f(self, x: T = None, open=1):
    return np.sqrt(self.fc1(x)) + getattr(self, 'fc2') + getattr(self, f'b{x}') + g(open=2) + os.path.join(open, x).strip()
`
    expect(sourceUses(source)).toEqual({
      imports: ['numpy', 'os.path', 'torch', 'torch.nn', 'torch.Tensor'],
      names: ['torch.nn.Module', 'numpy.sqrt', 'os.path.join', 'builtins.open'],
      bare: ['torch.Tensor'],
      attributes: ['fc1', 'fc2', 'b*', 'strip'],
      classes: ['A'],
      unclear: [],
    })
  })

  it('is unclear past a number of names and of characters', () => {
    expect(sourceUses(Array.from({ length: 5000 }, (_, at) => `a.b${at}`).join('\n')).unclear).toEqual(['it uses more than 4096 names'])
    const imports = Array.from({ length: 30 }, (_, at) => `import m${at} as x`).join('\n')
    expect(sourceUses(imports).unclear).toEqual(['it imports many objects under one name'])
    expect(sourceUses(`x = 1\n${'#'.repeat(2 ** 20)}`).unclear).toEqual(['it is longer than 1048576 characters'])
  })

  it('is told in little room and time, whatever the text', () => {
    const texts = [
      `import a\n${'a.'.repeat(400_000)}b`,
      `import ${'a'.repeat(900_000)}`,
      Array.from({ length: 40_000 }, (_, at) => `import m${at} as x`).join('\n'),
      'f"{a:{b}}"'.repeat(90_000),
      'f\'{f"{a}"}\''.repeat(60_000),
      '('.repeat(900_000),
      `${'x.'.repeat(10)}y;`.repeat(40_000),
    ]
    for (const text of texts) expect(JSON.stringify(sourceUses(text)).length).toBeLessThan(2 ** 20)
  })
})
