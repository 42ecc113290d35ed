import { expect, test } from 'vitest'
import { scanBytes } from '../../src/node/scan-files.ts'
import { asm, type Line } from '../helpers/asm.ts'

const loud = async (...lines: readonly Line[]): Promise<readonly string[]> =>
  (await scanBytes('model.pkl', asm('PROTO 2', ...lines, 'STOP'))).findings
    .filter(({ severity }) => severity !== 'low')
    .map(({ severity, rule, evidence }) => `${severity} ${rule}: ${evidence}`)

const call = (name: string, ...args: readonly Line[]): readonly Line[] => [`GLOBAL ${name}`, 'MARK', ...args, 'TUPLE', 'REDUCE']
const int64 = call('pyarrow.lib type_for_alias', 'BINUNICODE int64')
const buffer = call('pyarrow.lib py_buffer', ...call('_codecs encode', 'BINUNICODE abcdefgh', 'BINUNICODE latin1'))
const data = ['MARK', ...int64, 'BININT1 1', 'BININT1 0', 'BININT1 0', 'MARK', 'NONE', ...buffer, 'LIST', 'EMPTY_LIST', 'NONE', 'TUPLE']
const array = call('pyarrow.lib _restore_array', ...data)
const table = call(
  'pyarrow.lib _reconstruct_table',
  'MARK',
  ...call('pyarrow.lib chunked_array', 'MARK', ...array, 'LIST', ...int64),
  'LIST',
  ...call('pyarrow.lib schema', 'MARK', ...call('pyarrow.lib field', 'BINUNICODE a', ...int64, 'NEWTRUE', 'NONE'), 'LIST', 'NONE'),
)

test.each<readonly [string, readonly Line[]]>([
  ['an array', array],
  ['a table', table],
  ['a fixed offset', call('pytz FixedOffset', 'BININT1 90')],
  ['an offset of dateutil', call('dateutil.tz.tz tzoffset', 'BINUNICODE x', 'BININT1 90')],
  ['a window of pandas', ['GLOBAL pandas.core.window.rolling Rolling', 'EMPTY_TUPLE', 'NEWOBJ', 'EMPTY_DICT', 'BUILD']],
])('%s is nothing to report', async (_what, program) => {
  expect(await loud(...program)).toEqual([])
})

const impostor = (method: string): readonly Line[] => [
  ...call('types SimpleNamespace'),
  'EMPTY_DICT',
  `BINUNICODE ${method}`,
  ...call('operator methodcaller', 'BINUNICODE run'),
  'SETITEM',
  'BUILD',
]

test.each<readonly [string, readonly Line[], RegExp]>([
  ['what reads a file', call('pyarrow.lib memory_map', 'BINUNICODE notes.txt'), /^critical pickle\/dangerous-call/],
  ['what reads foreign memory', call('pyarrow.lib foreign_buffer', 'BININT1 1', 'BININT1 9'), /^critical pickle\/dangerous-call/],
  ['a type that holds a pickle', call('pyarrow.lib PyExtensionType', ...int64), /^critical pickle\/dangerous-call/],
  ['a filesystem', call('pyarrow._fs LocalFileSystem'), /^critical pickle\/dangerous-call/],
  ['an attribute behind a builder', ['GLOBAL pyarrow.lib schema.__globals__'], /dangerous-import/],
  [
    'an object whose Arrow form is a call of its own',
    call('pyarrow.lib chunked_array', ...impostor('__arrow_c_stream__')),
    /^high pickle\/unsafe-arguments.*PyArrow calls/,
  ],
  ['a schema of such an object', call('pyarrow.lib schema', ...impostor('__arrow_c_schema__')), /^high pickle\/unsafe-arguments/],
])('%s is reported', async (_what, program, expected) => {
  const found = await scanBytes('model.pkl', asm('PROTO 2', ...program, 'STOP'))
  expect(found.findings.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`)).toContainEqual(
    expect.stringMatching(expected),
  )
})
