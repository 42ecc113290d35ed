import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import type { Line } from '../../helpers/asm.ts'
import { asm, counted, make, state, text } from '../../helpers/asm.ts'

const namespace = make('types SimpleNamespace')
/** What is harmless to name and to call as picklers do, and no method that an opcode should call. */
const getter: readonly Line[] = ['GLOBAL logging getLogger']
const filler = Array.from({ length: 60 }, (_, at): readonly Line[] => [text(`key${at}`), `INT ${at}`]).flat()

const rulesOf = async (...program: readonly Line[]): Promise<readonly string[]> => {
  const { findings, incomplete } = await scanBytes('model.pkl', asm('PROTO 2', ...program, 'STOP'))
  expect(incomplete).toEqual([])
  return findings.map(({ rule }) => rule)
}

describe('an instance with a state of the file', () => {
  const instance = [...namespace, ...state(text('data'), 'INT 1')]

  it.each<[string, readonly Line[]]>([
    ['iterated by list', make('builtins list', ...instance)],
    ['asked for its keys', make('builtins dict', ...instance)],
    ['asked for an array', make('numpy float64', ...instance)],
    ['iterated by NEWOBJ', ['GLOBAL builtins tuple', 'MARK', ...instance, 'TUPLE', 'NEWOBJ']],
    ['iterated by a shape', make('torch Size', ...instance)],
    ['printed within a list', make('builtins str', 'EMPTY_LIST', ...instance, 'APPEND')],
    ['chained', make('itertools chain', ...instance)],
    ['counted', make('builtins enumerate', ...instance)],
    ['mapped', make('builtins map', 'GLOBAL builtins list', 'EMPTY_LIST', ...instance, 'APPEND')],
    ['given to the base of a class', make('copyreg _reconstructor', 'GLOBAL builtins list', 'GLOBAL builtins list', ...instance)],
    ['as the state of a module', ['GLOBAL torch.nn.modules.module Module', 'EMPTY_TUPLE', 'NEWOBJ', ...instance, 'BUILD']],
    [
      'as the state of a second module',
      [
        'GLOBAL torch.nn.modules.module Module',
        'EMPTY_TUPLE',
        'NEWOBJ',
        'EMPTY_DICT',
        'BUILD',
        'PUT 0',
        'GLOBAL torch.nn.modules.module Module',
        'EMPTY_TUPLE',
        'NEWOBJ',
        ...instance,
        'BUILD',
      ],
    ],
    ['as the arguments of an exception', [...make('builtins ValueError'), ...state(text('args'), ...instance)]],
    ['unpacked into a sparse tensor', make('torch._utils _rebuild_sparse_tensor', 'NONE', ...instance)],
    ['listed as categories', make('pandas CategoricalDtype', ...instance)],
    ['in the place of the arguments', ['GLOBAL collections OrderedDict', ...instance, 'REDUCE']],
    ['a mapping in the place of the arguments', ['GLOBAL collections OrderedDict', 'EMPTY_DICT', 'REDUCE']],
    ['behind sixteen arguments', ['MARK', 'GLOBAL builtins set', ...Array.from({ length: 16 }, () => 'NONE'), ...instance, 'OBJ']],
  ])('%s is a finding', async (_what, program) => {
    expect(await rulesOf(...program)).toContain('pickle/unsafe-arguments')
  })

  it.each<[string, readonly Line[]]>([
    [
      'a mapping that is its own state',
      ['GLOBAL statsmodels.tools.tools Bunch', 'EMPTY_TUPLE', 'NEWOBJ', 'PUT 1', text('a'), 'INT 1', 'SETITEM', 'GET 1', 'BUILD'],
    ],
    ['kept in a list', ['EMPTY_LIST', ...instance, 'APPEND']],
    ['kept by an exception', make('builtins ValueError', ...instance)],
    ['kept by a namespace', [...namespace, ...state(text('inner'), ...instance)]],
    [
      'a type of elements with its state',
      make(
        'numpy.core.multiarray scalar',
        ...make('numpy dtype', text('f8')),
        'MARK',
        'INT 3',
        text('<'),
        'TUPLE',
        'BUILD',
        'SHORT_BINBYTES 12345678',
      ),
    ],
    ['a list of plain data', make('builtins set', 'EMPTY_LIST', 'INT 1', 'APPEND')],
    ['a mapping of plain data', make('collections Counter', 'EMPTY_DICT', text('a'), 'INT 1', 'SETITEM')],
    [
      'an iterator at its position',
      make('builtins enumerate', ...make('builtins iter', 'EMPTY_LIST', 'INT 1', 'APPEND'), 'INT 0', 'BUILD'),
    ],
  ])('%s is none', async (_what, program) => {
    expect(await rulesOf(...program)).toEqual([])
  })
})

describe('a method that the file gives an instance', () => {
  it.each<[string, readonly Line[]]>([
    ['behind sixty other keys', [...namespace, ...state(...filler, text('append'), ...getter)]],
    ['in a second instance', [...namespace, 'EMPTY_DICT', 'BUILD', 'PUT 0', ...namespace, ...state(text('append'), ...getter)]],
    [
      'in a state that is a mapping class',
      [...namespace, ...make('collections OrderedDict'), text('append'), ...getter, 'SETITEM', 'BUILD'],
    ],
    [
      'in such a state, behind other keys',
      [...namespace, ...make('collections OrderedDict'), 'MARK', ...filler, text('append'), ...getter, 'SETITEMS', 'BUILD'],
    ],
    ['under a computed key', [...namespace, ...state(...make('numpy str_', text('append')), ...getter)]],
    [
      'behind decoys of the same name',
      [
        ...namespace,
        ...state(
          ...filler,
          ...Array.from({ length: 40 }, () => [text('append'), 'GLOBAL builtins list']).flat(),
          text('append'),
          ...getter,
        ),
      ],
    ],
  ])('%s is a finding', async (_what, program) => {
    expect(await rulesOf(...program)).toContain('pickle/unsafe-arguments')
  })

  it.each<[string, readonly Line[]]>([
    ['a harmless class under that name', [...namespace, ...state(...filler, text('append'), 'GLOBAL builtins list')]],
    ['a function under another name', [...namespace, ...state(...filler, text('key'), ...getter)]],
    ['a table of operations', [...make('collections OrderedDict'), text('add'), 'GLOBAL operator add', 'SETITEM']],
  ])('%s is none', async (_what, program) => {
    expect(await rulesOf(...program)).toEqual([])
  })
})

describe('what belongs to the program', () => {
  it.each<[string, readonly Line[]]>([
    ['a logger', make('logging getLogger', text('acme'))],
    ['an object that TorchScript gives back', make('torch.jit._pickle restore_type_tag', 'EMPTY_LIST', text('List[int]'))],
  ])('%s may be named, not changed', async (_what, program) => {
    expect(await rulesOf(...program)).toEqual([])
    expect(await rulesOf(...program, ...state(text('disabled'), 'NEWTRUE'))).toContain('pickle/unsafe-arguments')
  })
})

it('a payload in raw-unicode-escape is looked into', async () => {
  const encoded = make('_codecs encode', counted('BINUNICODE', Buffer.from("(S'marker'\nios\nsystem\n.")), text('raw_unicode_escape'))
  const found = await rulesOf(...make('torch.storage _load_from_bytes', ...encoded))
  expect(found).toContain('pickle/dangerous-call')
})
