import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import type { Line } from '../../helpers/asm.ts'
import { asm, state, text } from '../../helpers/asm.ts'

const built = (cls: string): Line[] => [`GLOBAL ${cls}`, 'EMPTY_TUPLE', 'NEWOBJ']
/** More objects in the memo than are told apart. */
const MANY = 140_000
const one = asm('GLOBAL collections OrderedDict', 'EMPTY_TUPLE', 'REDUCE', 'MEMOIZE', 'POP')
const many = Buffer.alloc(one.length * MANY, one)
const twice = 'high pickle/unsafe-arguments'

const loud = async (program: readonly Line[]): Promise<readonly string[]> => {
  const { findings } = await scanBytes('model.pkl', asm('PROTO 2', ...program, 'STOP'))
  return findings.filter(({ severity }) => severity !== 'low').map(({ severity, rule }) => `${severity} ${rule}`)
}

describe('an instance that is given a state twice', () => {
  it.each<[string, readonly Line[]]>([
    [
      'a model that asks another object of the file for what it has not',
      [
        ...built('lifelines.fitters.coxph_fitter CoxPHFitter'),
        ...state(text('_model'), ...built('acme.models Inner')),
        ...state(text('command'), text('echo modelgate-marker')),
      ],
    ],
    [
      'the same by way of the memo',
      [...built('acme.models Outer'), 'BINPUT 0', ...state(text('a'), 'INT 1'), 'POP', 'BINGET 0', ...state(text('b'), 'INT 1')],
    ],
    [
      'the same in protocol 1',
      [
        'GLOBAL copy_reg _reconstructor',
        'GLOBAL acme.models Outer',
        'GLOBAL __builtin__ object',
        'NONE',
        'TUPLE3',
        'REDUCE',
        ...state(text('a'), 'INT 1'),
        ...state(text('b'), 'INT 1'),
      ],
    ],
    [
      'the same behind more objects than are told apart',
      [
        many,
        ...built('acme.models Outer'),
        'MEMOIZE',
        ...state(text('a'), 'INT 1'),
        'POP',
        `LONG_BINGET ${MANY}`,
        ...state(text('b'), 'INT 1'),
      ],
    ],
  ])('is reported: %s', async (_what, program) => {
    expect(await loud(program)).toContain(twice)
  })

  it('is nothing to report where each of two instances has its own', async () => {
    const one = [...built('sklearn.preprocessing._data StandardScaler'), ...state(text('a'), 'INT 1')]
    expect(await loud(['EMPTY_LIST', 'MARK', ...one, ...one, 'APPENDS'])).toEqual([])
  })

  it('is nothing to report where the first is the list or dict that the class is made of', async () => {
    const base: readonly Line[] = ['EMPTY_DICT', text('append'), 'GLOBAL collections OrderedDict', 'SETITEM']
    const program = [
      'GLOBAL copy_reg _reconstructor',
      'GLOBAL sklearn.utils._bunch Bunch',
      'GLOBAL __builtin__ dict',
      ...base,
      'TUPLE3',
      'REDUCE',
    ]
    expect(await loud([...program, ...state(text('a'), 'INT 1')])).toEqual([])
  })
})
