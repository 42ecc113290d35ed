import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import type { Line } from '../../helpers/asm.ts'
import { asm, dict, text } from '../../helpers/asm.ts'

const call = (callee: string, via: 'REDUCE' | 'NEWOBJ', args: readonly Line[]): Line[] => [
  `GLOBAL ${callee}`,
  'MARK',
  ...args,
  'TUPLE',
  via,
]
const make = (callee: string, ...args: readonly Line[]): Line[] => call(callee, 'REDUCE', args)
const built = (callee: string, ...args: readonly Line[]): Line[] => call(callee, 'NEWOBJ', args)
const echo: Line[] = ['EMPTY_LIST', 'MARK', text('echo'), text('modelgate-marker'), 'APPENDS']
const foreign = dict(text('__setstate__'), 'GLOBAL acme.shell run')
const skeleton = (...attributes: readonly Line[]): Line[] =>
  make(
    'cloudpickle.cloudpickle _make_skeleton_class',
    'GLOBAL builtins type',
    text('X'),
    'MARK',
    'GLOBAL builtins object',
    'TUPLE',
    ...attributes,
    'NONE',
    'NONE',
  )

const severe = async (...program: readonly Line[]): Promise<readonly string[]> => {
  const { findings } = await scanBytes('model.pkl', asm('PROTO 4', ...program, 'STOP'))
  return findings.filter(({ severity }) => severity === 'high' || severity === 'critical').map(({ rule }) => rule)
}

describe('a class that the file makes cannot have a method of another package', () => {
  it.each<[string, readonly Line[]]>([
    ['by a metaclass', [...built('abc ABCMeta', text('X'), 'EMPTY_TUPLE', ...foreign), ...echo, 'BUILD']],
    ['by the metaclass of enumerations', built('enum EnumMeta', text('X'), 'EMPTY_TUPLE', ...foreign)],
    ['by a metaclass that a function builds', make('copyreg __newobj__', 'GLOBAL abc ABCMeta', text('X'), 'EMPTY_TUPLE', ...foreign)],
    ['by cloudpickle', [...skeleton(...foreign), 'EMPTY_TUPLE', 'NEWOBJ', ...echo, 'BUILD']],
    [
      'by cloudpickle, afterwards',
      make('cloudpickle.cloudpickle _class_setstate', ...skeleton('EMPTY_DICT'), 'MARK', ...foreign, 'EMPTY_DICT', 'TUPLE'),
    ],
    [
      'that is an instance of another package',
      skeleton(...dict(text('__setstate__'), ...built('acme.shell Caller'), ...dict(text('function'), 'GLOBAL acme.shell run'), 'BUILD')),
    ],
    [
      'by a mapping that a call makes',
      skeleton(
        ...make(
          'collections OrderedDict',
          'EMPTY_LIST',
          'EMPTY_LIST',
          'MARK',
          text('__setstate__'),
          'GLOBAL acme.shell run',
          'APPENDS',
          'APPEND',
        ),
      ),
    ],
    ['by dill', make('dill._dill _create_type', 'GLOBAL builtins type', text('X'), 'EMPTY_TUPLE', ...foreign)],
    ['as an attribute that is set', make('builtins setattr', ...skeleton('EMPTY_DICT'), text('__setstate__'), 'GLOBAL acme.shell run')],
  ])('%s', async (_name, program) => {
    expect(await severe(...program)).not.toEqual([])
  })

  it('and may have one of NumPy, or a value', async () => {
    const harmless = dict(text('append'), 'GLOBAL numpy add', text('__module__'), text('acme'), text('limit'), 'GLOBAL acme.limits LIMIT')
    expect(await severe(...skeleton(...harmless))).toEqual([])
    expect(await severe(...skeleton('EMPTY_DICT'))).toEqual([])
  })
})

describe('items of a set go into sets alone', () => {
  it.each(['numba.np.ufunc.ufuncbuilder UFuncBuilder', 'acme.shell Runner', 'sklearn.pipeline Pipeline'])('not into %s', async (callee) => {
    expect(await severe(...built(callee), 'MARK', text('print("modelgate-marker")'), 'ADDITEMS')).toContain('pickle/unsafe-arguments')
  })

  it('and into those nothing keeps them from going', async () => {
    expect(await severe('EMPTY_SET', 'MARK', text('a'), 'ADDITEMS')).toEqual([])
  })
})
