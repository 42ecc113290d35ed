import { expect, test } from 'vitest'
import { scanBytes } from '../../src/node/scan-files.ts'
import { asm, type Line } from '../helpers/asm.ts'

const loud = async (...lines: readonly Line[]): Promise<readonly string[]> =>
  (await scanBytes('model.pkl', asm('PROTO 2', ...lines, 'STOP'))).findings
    .filter(({ severity }) => severity !== 'low')
    .map(({ severity, rule, evidence }) => `${severity} ${rule}: ${evidence}`)

const call = (name: string, ...args: readonly Line[]): readonly Line[] => [`GLOBAL ${name}`, 'MARK', ...args, 'TUPLE', 'REDUCE']
const attribute = (owner: readonly Line[], name: string): readonly Line[] => [
  'GLOBAL builtins getattr',
  'MARK',
  ...owner,
  `BINUNICODE ${name}`,
  'TUPLE',
  'REDUCE',
]
const built = (name: string): readonly Line[] => [`GLOBAL ${name}`, 'EMPTY_TUPLE', 'NEWOBJ']
const functions: readonly Line[] = ['GLOBAL torch._C _VariableFunctionsClass']

test.each<readonly [string, readonly Line[]]>([
  ['a parameter without a shape', call('torch.nn.parameter UninitializedParameter', 'NEWTRUE')],
  ['the hook of a lazy module', attribute(built('torch.nn.modules.linear LazyLinear'), '_infer_parameters')],
  ['a function of torch', attribute(functions, 'relu')],
  ['an initialiser', ['GLOBAL torch.nn.init xavier_uniform_']],
  ['a mask', [...built('torch.nn.utils.prune L1Unstructured'), 'EMPTY_DICT', 'BUILD']],
])('%s is nothing to report', async (_what, program) => {
  expect(await loud(...program)).toEqual([])
})

test.each<readonly [string, readonly Line[]]>([
  ['what maps a file', attribute(functions, 'from_file')],
  ['a private part of the functions', attribute(functions, '__subclasses__')],
  ['a call of what is got from there', [...attribute(functions, 'from_file'), 'MARK', 'BINUNICODE notes.txt', 'TUPLE', 'REDUCE']],
  ['an initialiser that is called', call('torch.nn.init constant_', 'BININT1 1', 'BININT1 1')],
  ['a lazy module that is called', call('torch.nn.modules.linear LazyLinear', 'BININT1 1')],
])('%s is reported', async (_what, program) => {
  expect(await loud(...program)).toContainEqual(expect.stringMatching(/^(high|critical)/))
})
