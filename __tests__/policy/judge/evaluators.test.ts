import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import type { Line } from '../../helpers/asm.ts'
import { asm, text } from '../../helpers/asm.ts'

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

describe('texts that SymPy is given', () => {
  const add = (...args: readonly Line[]): Line[] => ['GLOBAL sympy.core.add Add', 'MARK', ...args, 'TUPLE', 'NEWOBJ']
  const made = ['GLOBAL builtins str', text(evil), 'TUPLE1', 'REDUCE']
  it.each<[string, readonly Line[]]>([
    ['after a call without them', ['MARK', ...add('INT 1'), ...add(text(evil)), 'LIST']],
    ['made by a call', add(...made)],
    ['deep in tuples', add(text(evil), ...Array.from({ length: 9 }, () => 'TUPLE1'))],
  ])('are evaluated %s', async (_name, program) => {
    expect(await worst(...program)).toContain('pickle/dangerous-call')
  })

  it('are names where a symbol is made', async () => {
    const symbol = ['GLOBAL sympy.core.symbol Symbol', text('x'), 'TUPLE1', 'NEWOBJ', 'EMPTY_DICT', 'BUILD']
    expect(await worst(...add(...symbol, 'INT 1'))).toEqual([])
  })
})

describe('embeddings of flair', () => {
  const embedding = (...entries: readonly Line[]): Line[] => [
    'GLOBAL flair.embeddings.token TransformerWordEmbeddings',
    'EMPTY_TUPLE',
    'NEWOBJ',
    'EMPTY_DICT',
    'MARK',
    text('model'),
    text('./model'),
    ...entries,
    'SETITEMS',
    'BUILD',
  ]
  const nested = (value: Line): Line[] => [text('transformers_tokenizer_kwargs'), 'EMPTY_DICT', text('trust_remote_code'), value, 'SETITEM']
  const many = Array.from({ length: 90 }, (_, at): Line[] => [text(`option${at}`), 'INT 1']).flat()

  it.each<[string, readonly Line[]]>([
    ['by their state', [text('trust_remote_code'), 'NEWTRUE']],
    ['by a number', [text('trust_remote_code'), 'BININT1 1']],
    ['by keywords in it', nested('NEWTRUE')],
    ['behind many other entries', [...many, text('trust_remote_code'), 'NEWTRUE']],
  ])('run the code of a model when they are told to %s', async (_name, entries) => {
    expect(await worst(...embedding(...entries))).toContain('pickle/dangerous-call')
  })

  it('do so after others that do not', async () => {
    expect(await worst('MARK', ...embedding(), ...embedding(text('trust_remote_code'), 'NEWTRUE'), 'LIST')).toContain(
      'pickle/dangerous-call',
    )
  })

  it('run none otherwise', async () => {
    expect(await worst(...embedding(text('trust_remote_code'), 'NEWFALSE'), 'POP', 'NONE')).not.toContain('pickle/dangerous-call')
    expect(await worst(...embedding(...nested('NONE')))).toEqual([])
    expect(await worst(...embedding(...many))).toEqual([])
  })
})

describe('functions that start a package', () => {
  it.each<[string, readonly Line[]]>([
    ['as a call', ['GLOBAL acme.shell main', 'EMPTY_TUPLE', 'REDUCE']],
    ['as an old instance', ['MARK', 'INST acme.shell run']],
    ['as another', ['MARK', 'GLOBAL acme.shell execute_all', 'OBJ']],
  ])('are not called without arguments %s', async (_name, program) => {
    expect(await worst(...program)).toContain('pickle/unlisted-call')
  })

  it('nor are constructors of unknown packages without arguments, but instances are built', async () => {
    expect(await worst('GLOBAL acme.data Runner', 'EMPTY_TUPLE', 'REDUCE')).toContain('pickle/unlisted-call')
    expect(await worst('GLOBAL acme.data Runner', 'EMPTY_TUPLE', 'NEWOBJ')).toEqual([])
    expect(await worst('GLOBAL acme.data Runner', 'INT 1', 'TUPLE1', 'REDUCE')).toEqual([])
    expect(await worst('MARK', 'INST acme.data Vocabulary')).toEqual([])
  })
})

it('matrices of SymPy evaluate texts that are put into them', async () => {
  const matrix = ['GLOBAL sympy.matrices.dense MutableDenseMatrix', 'EMPTY_TUPLE', 'NEWOBJ']
  expect(await worst(...matrix, 'INT 0', text(evil), 'SETITEM')).toContain('pickle/dangerous-call')
  expect(await worst(...matrix, 'INT 0', 'INT 1', 'SETITEM')).not.toContain('pickle/dangerous-call')
})
