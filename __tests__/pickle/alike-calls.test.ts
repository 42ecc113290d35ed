import { afterEach, expect, test, vi } from 'vitest'
import { scanBytes } from '../../src/node/scan-files.ts'
import { Collector } from '../../src/policy/judge/collector.ts'
import type { Line } from '../helpers/asm.ts'
import { asm } from '../helpers/asm.ts'

afterEach(() => vi.restoreAllMocks())

const storageOf = (key: number, type = 'torch FloatStorage'): readonly Line[] => [
  'MARK',
  'BINUNICODE storage',
  `GLOBAL ${type}`,
  `BINUNICODE ${key}`,
  'BINUNICODE cpu',
  'BININT1 16',
  'TUPLE',
  'BINPERSID',
]
const noHooks: readonly Line[] = ['GLOBAL collections OrderedDict', 'EMPTY_TUPLE', 'REDUCE']

/** A tensor as torch writes it (torch/_utils.py, _rebuild_tensor_v2). */
const tensor = (storage: readonly Line[], hooks = noHooks, size: readonly Line[] = ['BININT1 16', 'TUPLE1']): readonly Line[] => [
  'GLOBAL torch._utils _rebuild_tensor_v2',
  'MARK',
  ...storage,
  'BININT1 0',
  ...size,
  'BININT1 1',
  'TUPLE1',
  'NEWFALSE',
  ...hooks,
  'TUPLE',
  'REDUCE',
]

const ordinary = Array.from({ length: 20 }, (_, key) => tensor(storageOf(key))).flat()
const list = (...lines: readonly Line[]): Uint8Array => asm('PROTO 2', 'EMPTY_LIST', 'MARK', ...lines, 'APPENDS', 'STOP')

/** Calls of `name` that the policy hears of. */
async function heard(name: string, program: Uint8Array): Promise<number> {
  const observe = vi.spyOn(Collector.prototype, 'observe').mockClear()
  await scanBytes('model.pkl', program)
  return observe.mock.calls.filter(([fact]) => fact.kind === 'call' && fact.callee.kind === 'global' && fact.callee.name === name).length
}

test('tensors that differ in numbers and in the names of their storages are stated once', async () => {
  expect(await heard('_rebuild_tensor_v2', list(...ordinary))).toBe(1)
})

test('dicts that are made of nothing are stated once, and one that is made of something again', async () => {
  expect(await heard('OrderedDict', list(...ordinary))).toBe(1)
  const filled = ['GLOBAL collections OrderedDict', 'EMPTY_LIST', 'TUPLE1', 'REDUCE']
  expect(await heard('OrderedDict', list(...ordinary, ...filled))).toBe(2)
})

test('a tensor of another storage type is stated', async () => {
  expect(await heard('_rebuild_tensor_v2', list(...ordinary, ...tensor(storageOf(20, 'torch HalfStorage'))))).toBe(2)
})

const loader: readonly Line[] = [
  'GLOBAL torch.utils.data.dataloader DataLoader',
  'EMPTY_TUPLE',
  'NEWOBJ',
  'EMPTY_DICT',
  'BINUNICODE x',
  'BININT1 1',
  'SETITEM',
  'BUILD',
]

test.each<readonly [what: string, last: readonly Line[]]>([
  ['a storage that is a number', tensor(['BININT1 5'])],
  ['a storage that is a text', tensor(['BINUNICODE 5'])],
  ['a storage that is made by somebody else', tensor(['GLOBAL acme Storage', 'EMPTY_TUPLE', 'REDUCE'])],
  ['hooks that are an instance with a state', tensor(storageOf(20), loader)],
  ['hooks that hold a function', tensor(storageOf(20), [...noHooks, 'BINUNICODE a', 'GLOBAL posix system', 'SETITEM'])],
  ['hooks that are a function', tensor(storageOf(20), ['GLOBAL posix system'])],
  ['sizes that are an instance with a state', tensor(storageOf(20), noHooks, loader)],
  ['a dict that is made of such an instance', ['GLOBAL collections OrderedDict', ...loader, 'TUPLE1', 'REDUCE']],
])('behind twenty ordinary tensors, %s is told as it is alone', async (_what, last) => {
  const rules = async (...lines: readonly Line[]) =>
    [...new Set((await scanBytes('model.pkl', list(...lines))).findings.map(({ rule, evidence }) => `${rule} ${evidence}`))].sort()
  const alone = await rules(...last)
  expect(alone).not.toEqual([])
  expect(await rules(...ordinary, ...last)).toEqual(alone)
})
