import { expect, test } from 'vitest'
import { scanBytes } from '../../src/node/scan-files.ts'
import { asm, type Line } from '../helpers/asm.ts'

const loud = async (...lines: readonly Line[]): Promise<readonly string[]> =>
  (await scanBytes('model.pkl', asm('PROTO 2', ...lines, 'STOP'))).findings
    .filter(({ severity }) => severity !== 'low')
    .map(({ severity, rule, evidence }) => `${severity} ${rule}: ${evidence}`)

const call = (name: string, ...args: readonly Line[]): readonly Line[] => [`GLOBAL ${name}`, 'MARK', ...args, 'TUPLE', 'REDUCE']
const list: readonly Line[] = ['MARK', 'BININT1 1', 'LIST']
const memory = (...entries: readonly Line[]): readonly Line[] => [
  'GLOBAL joblib.memory Memory',
  'EMPTY_TUPLE',
  'NEWOBJ',
  'EMPTY_DICT',
  ...entries,
  'BUILD',
]

const bound = (...values: readonly Line[]): readonly Line[] => [
  ...call('cloudpickle.cloudpickle _builtin_type', 'BINUNICODE MethodType'),
  'MARK',
  ...values,
  'TUPLE',
  'REDUCE',
]

test.each<readonly [string, readonly Line[]]>([
  ['a method of an object, as cloudpickle writes it', bound('GLOBAL fastai.data.core FilteredBase.dataloaders', 'EMPTY_DICT')],
  ['an iterator over pairs', call('itertools product', ...list, ...list)],
  ['a group of exceptions', call('builtins ExceptionGroup', 'BINUNICODE g', 'MARK', ...call('builtins ValueError'), 'LIST')],
  ['an address family', call('socket AddressFamily', 'BININT1 2')],
  ['a kind of parameter', call('inspect _ParameterKind', 'BININT1 1')],
  ['keys of a dict', call('cloudpickle.cloudpickle _make_dict_keys', ...list)],
  ['a cache without a folder', memory('BINUNICODE location', 'NONE', 'SETITEM', 'BINUNICODE store_backend', 'NONE', 'SETITEM')],
])('%s is nothing to report', async (_what, program) => {
  expect(await loud(...program)).toEqual([])
})

test('a library that shipped code uses is no more than its import', async () => {
  const found = await loud(...call('cloudpickle.cloudpickle subimport', 'BINUNICODE numpy'))
  expect(found).toEqual(['high pickle/dangerous-import: cloudpickle.cloudpickle.subimport'])
})

test.each<readonly [string, readonly Line[]]>([
  ['a method that runs a program', bound('GLOBAL os system', 'BINUNICODE x')],
  ['a method that is another function', bound('GLOBAL builtins getattr', 'EMPTY_DICT')],
  ['a method that is computed', bound(...call('acme make'), 'EMPTY_DICT')],
  ['a method with more than an object', bound('GLOBAL fastai.data.core FilteredBase.dataloaders', 'EMPTY_DICT', 'NONE')],
  ['a method that is called', [...bound('GLOBAL fastai.data.core FilteredBase.dataloaders', 'EMPTY_DICT'), 'EMPTY_TUPLE', 'REDUCE']],
  ['something put into a learner', ['GLOBAL fastcore.foundation L', 'EMPTY_TUPLE', 'NEWOBJ', 'NONE', 'APPEND']],
  ['an iterator over a function', call('itertools islice', 'GLOBAL acme run', 'BININT1 1')],
  ['an iterator that calls a function', call('itertools starmap', 'GLOBAL acme run', ...list)],
  ['an address family that is named by a call', call('socket AddressFamily', ...call('acme run'))],
  ['a socket', call('socket socket')],
  ['a function of cloudpickle', call('cloudpickle.cloudpickle subimport', 'BINUNICODE os')],
  ['an exception that reaches into Python', ['GLOBAL decimal Context.__init__.__globals__']],
  ['a cache in a folder', memory('BINUNICODE location', 'BINUNICODE cache', 'SETITEM')],
  ['a cache with a store', memory('BINUNICODE store_backend', ...call('acme Store'), 'SETITEM')],
  ['a cache with a computed key', memory(...call('acme key'), 'BINUNICODE cache', 'SETITEM')],
  ['a cache that is made', call('joblib.memory Memory', 'BINUNICODE cache')],
  ['what a cache wraps', call('joblib.memory MemorizedFunc', 'GLOBAL acme run', 'BINUNICODE cache')],
])('%s is reported', async (_what, program) => {
  expect(await loud(...program)).toContainEqual(expect.stringMatching(/^(high|critical)/))
})
