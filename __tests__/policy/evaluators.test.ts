import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../src/node/scan-files.ts'
import type { Line } from '../helpers/asm.ts'
import { asm } from '../helpers/asm.ts'

const text = (value: string): Line => `BINUNICODE ${value}`
const evil = "__import__('os').system('echo modelgate-marker')"
const data = (name: string, ...entries: readonly Line[]): Line[] => [
  `GLOBAL statsmodels.base.data ${name}`,
  'EMPTY_TUPLE',
  'NEWOBJ',
  'EMPTY_DICT',
  'MARK',
  ...entries,
  'SETITEMS',
  'BUILD',
]

const worst = async (...program: readonly Line[]): Promise<readonly string[]> => {
  const { findings } = await scanBytes('model.pkl', asm('PROTO 2', ...program, 'STOP'))
  return findings.filter(({ severity }) => severity === 'high' || severity === 'critical').map(({ rule }) => rule)
}

describe('formulas of statsmodels', () => {
  const spec = [text('restore_model_spec'), 'NEWTRUE', text('formula')]

  it.each([
    'y ~ x',
    'y ~ x1 + C(group) - 1',
    'np.log(y + 1) ~ x + I(x**2) + C(g, Treatment(reference="b")):x',
    'y ~ bs(x, df=4, degree=3)',
    'Q("net income") ~ center(a) * (b + c) / d',
    'income ~ a | b',
    'y ~ 0 + x ** 1.5e-3',
  ])('%s is a formula', async (formula) => {
    expect(await worst(...data('PandasData', ...spec, text(formula)))).toEqual([])
  })

  it.each([
    `y ~ I(${evil})`,
    'y ~ I(open("x"))',
    'y ~ np.load("x")',
    'y ~ x.apply(f)',
    'y ~ os.system',
    'y ~ I(x)(y)',
    'y ~ "a" ("b")',
    'y ~ (I)(x)(y)',
    'y ~ [f][0]',
    'y ~ {f}',
    'y ~ lambda x: x',
    'y ~ eval (x)',
    'y ~ __builtins__',
    'y ~ x; z',
    'y ~ I("a\\"") + f("b")',
  ])('%s is more', async (formula) => {
    expect(await worst(...data('PandasData', ...spec, text(formula)))).toEqual(['pickle/unsafe-arguments'])
  })

  it.each(['ModelData', 'PandasData'])('are evaluated when %s is loaded', async (name) => {
    expect(await worst(...data(name, ...spec, text(`y ~ I(${evil})`)))).toContain('pickle/unsafe-arguments')
    expect(await worst(...data(name, ...spec, 'GLOBAL builtins str', text('y'), 'TUPLE1', 'REDUCE'))).toContain('pickle/unsafe-arguments')
    expect(await worst(...data(name, ...spec, text('y ~ x')))).toEqual([])
    expect(await worst(...data(name, text('formula'), text('what it was'), text('frame'), 'NONE'))).toEqual([])
  })
})

it('matrices of SymPy evaluate texts that are put into them', async () => {
  const matrix = ['GLOBAL sympy.matrices.dense MutableDenseMatrix', 'EMPTY_TUPLE', 'NEWOBJ']
  expect(await worst(...matrix, 'INT 0', text(evil), 'SETITEM')).toContain('pickle/dangerous-call')
  expect(await worst(...matrix, 'INT 0', 'INT 1', 'SETITEM')).toEqual([])
})
