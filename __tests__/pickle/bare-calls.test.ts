import { expect, test } from 'vitest'
import { scanBytes } from '../../src/node/scan-files.ts'
import { asm } from '../helpers/asm.ts'

const program = (times: number) => Buffer.from(`\x80\x02cbuiltins\ndict\nq\x00${'h\x00)R0'.repeat(times)}cos\ngetcwd\n)R.`, 'latin1')

test('calls without arguments are stated ten thousand times, and hide nothing behind them', async () => {
  const { findings, incomplete } = await scanBytes('model.pkl', program(30_000))
  expect(incomplete).toEqual([])
  expect(findings.map(({ rule, evidence }) => `${rule} ${evidence}`)).toContain('pickle/dangerous-call os.getcwd()')
})

test('calls of computed values hide no other computed value behind them', async () => {
  // `''.lower()`, ten thousand times and more; then what `acme.make()` gives is called.
  const lower = 'cbuiltins\ngetattr\n(X\x00\x00\x00\x00X\x05\x00\x00\x00lowertRq\x00'
  const bytes = Buffer.from(`\x80\x02${lower}0${'h\x00)R0'.repeat(20_000)}cacme\nmake\n)R)R.`, 'latin1')
  const { findings } = await scanBytes('model.pkl', bytes)
  expect(findings.map(({ rule }) => rule)).toContain('pickle/dynamic-call')
})

test('what is put into an instance is stated as long as it is of another kind than before', async () => {
  const matrix = ['GLOBAL sympy.matrices.dense MutableDenseMatrix', 'EMPTY_TUPLE', 'NEWOBJ']
  const numbers = ['MARK', ...Array.from({ length: 20 }, (_, at) => `BININT1 ${at}`), 'APPENDS']
  const late = ['MARK', ...Array.from({ length: 20 }, (_, at) => `BININT1 ${at}`), 'BINUNICODE __import__("os")', 'APPENDS']
  for (const items of [['BINUNICODE x', 'APPEND'], late]) {
    const { findings } = await scanBytes('model.pkl', asm('PROTO 2', ...matrix, ...numbers, ...items, 'STOP'))
    expect(findings.map(({ rule }) => rule)).toContain('pickle/dangerous-call')
  }
})

test('a function that was given literals is looked at again when it is given an instance', async () => {
  const loader = [
    'GLOBAL torch.utils.data.dataloader DataLoader',
    'EMPTY_TUPLE',
    'NEWOBJ',
    'EMPTY_DICT',
    'BINUNICODE x',
    'BININT1 1',
    'SETITEM',
    'BUILD',
  ]
  const path = (...args: readonly string[]) => ['GLOBAL pathlib PurePosixPath', ...args, 'TUPLE1', 'REDUCE']
  const of = async (...calls: readonly (readonly string[])[]) =>
    (await scanBytes('model.pkl', asm('PROTO 2', 'MARK', ...calls.flat(), 'TUPLE', 'STOP'))).findings.map(({ rule }) => rule)
  expect(await of(path('BINUNICODE a'), path('BINUNICODE b'))).toEqual([])
  expect(await of(path('BINUNICODE a'), path(...loader))).toEqual(['pickle/unsafe-arguments'])
})
