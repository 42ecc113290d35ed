import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../src/node/scan-files.ts'
import type { Line } from '../helpers/asm.ts'
import { asm, text, tuple } from '../helpers/asm.ts'

const called = (callee: readonly Line[], ...args: readonly Line[]): Line[] => [...callee, ...tuple(...args), 'REDUCE']
const make = (callee: string, ...args: readonly Line[]): Line[] => called([`GLOBAL ${callee}`], ...args)
const dill = (name: string): Line[] => make('dill._dill _load_type', text(name))
const cloudpickle = (name: string): Line[] => make('cloudpickle.cloudpickle _builtin_type', text(name))

const loud = async (program: readonly Line[]): Promise<readonly string[]> => {
  const { findings, incomplete } = await scanBytes('model.pkl', asm('PROTO 2', ...program, 'STOP'))
  expect(incomplete).toEqual([])
  return findings.filter(({ severity }) => severity !== 'low').map(({ severity, rule }) => `${severity} ${rule}`)
}

describe('a type that dill or cloudpickle names by a text', () => {
  it.each<[string, readonly Line[]]>([
    ['a slice', called(dill('slice'), 'INT 0', 'INT 1', 'NONE')],
    ['an exception', called(dill('ValueError'), text('x'))],
    ['a getter', called(dill('ItemGetterType'), 'INT 1')],
    ['a partial object', called(dill('PartialType'), ...dill('int'))],
    ['a factory', make('collections defaultdict', ...dill('list'))],
    [
      'an estimator in protocol 1',
      make('copyreg _reconstructor', 'GLOBAL sklearn.tree._classes DecisionTreeClassifier', ...dill('object'), 'NONE'),
    ],
    ['a namespace', called(cloudpickle('SimpleNamespace'))],
    ['a view of a dict', called(cloudpickle('MappingProxyType'), 'EMPTY_DICT')],
  ])('is that type: %s', async (_what, program) => {
    expect(await loud(program)).toEqual([])
  })

  it.each<[string, readonly Line[], string]>([
    ['a file', called(dill('FileType'), text('/tmp/x'), text('w')), 'high pickle/unsafe-arguments'],
    ['an object that ends the program', called(dill('ExitType'), text('x'), text('y')), 'high pickle/dynamic-call'],
    [
      'a partial object of a program',
      called(dill('PartialType'), 'GLOBAL os system', text('echo modelgate-marker')),
      'high pickle/unsafe-arguments',
    ],
    [
      'a partial object that is called',
      [...called(dill('PartialType'), 'GLOBAL acme.shell run', text('echo')), 'EMPTY_TUPLE', 'REDUCE'],
      'high pickle/unlisted-call',
    ],
    ['an iterator that calls', called(dill('map'), 'GLOBAL acme.shell run', 'EMPTY_LIST'), 'high pickle/dynamic-call'],
    ['a getter of what reaches further', called(dill('AttrGetterType'), text('__globals__')), 'high pickle/unsafe-arguments'],
    ['a module of another', called(cloudpickle('sys')), 'critical pickle/dangerous-call'],
    [
      'a namespace with a method',
      [...called(cloudpickle('SimpleNamespace')), 'EMPTY_DICT', text('append'), 'GLOBAL acme.shell run', 'SETITEM', 'BUILD'],
      'high pickle/unsafe-arguments',
    ],
  ])('is judged as that type: %s', async (_what, program, finding) => {
    expect(await loud(program)).toContain(finding)
  })
})

describe('a union of types', () => {
  it('is nothing to report', async () => {
    expect(
      await loud(make('functools reduce', 'GLOBAL _operator or_', ...tuple('GLOBAL builtins int', ...make('builtins type', 'NONE')))),
    ).toEqual([])
  })

  it('is a call for every item otherwise', async () => {
    expect(await loud(make('functools reduce', 'GLOBAL acme.shell run', ...tuple(text('echo'), text('modelgate-marker'))))).toContain(
      'high pickle/unsafe-arguments',
    )
  })
})
