import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import type { Line } from '../../helpers/asm.ts'
import { asm, make, text, tuple } from '../../helpers/asm.ts'

const newOf = (cls: string): Line[] => make('__builtin__ getattr', `GLOBAL ${cls}`, text('__new__'))
const keywords = (...entries: readonly Line[]): Line[] => ['EMPTY_DICT', 'MARK', ...entries, 'SETITEMS']
const call: readonly Line[] = ['EMPTY_TUPLE', 'REDUCE']

/** A partial object as pickle writes it (its function, then a state with all of it), called without further arguments. */
const partial = (fn: readonly Line[], args: readonly Line[], named: readonly Line[] = ['EMPTY_DICT'], outer = fn): Line[] => [
  ...make('functools partial', ...outer),
  ...tuple(...fn, ...tuple(...args), ...named, 'NONE'),
  'BUILD',
  ...call,
]

const loud = async (program: readonly Line[]): Promise<readonly string[]> => {
  const { findings, incomplete } = await scanBytes('model.pkl', asm('PROTO 2', ...program, 'STOP'))
  expect(incomplete).toEqual([])
  return findings.filter(({ severity }) => severity !== 'low').map(({ severity, rule }) => `${severity} ${rule}`)
}

describe('`cls.__new__` in a partial object, as protocols 2 and 3 write keywords of a constructor', () => {
  it.each<[string, readonly Line[]]>([
    [
      'a result of SciPy',
      partial(
        newOf('scipy.stats._stats_py LinregressResult'),
        ['GLOBAL scipy.stats._stats_py LinregressResult', 'INT 1'],
        keywords(text('a'), 'INT 2'),
      ),
    ],
    [
      'a result whose __new__ is inherited',
      partial(
        newOf('scipy.stats._stats_py PearsonRResultBase'),
        ['GLOBAL scipy.stats._stats_py PearsonRResult', 'INT 1'],
        keywords(text('a'), 'INT 2'),
      ),
    ],
    [
      'a symbol of SymPy',
      partial(newOf('sympy.core.symbol Symbol'), ['GLOBAL sympy.core.symbol Symbol', text('x')], keywords(text('real'), 'NEWTRUE')),
    ],
  ])('is the building of an instance: %s', async (_what, program) => {
    expect(await loud(program)).toEqual([])
  })

  it.each<[string, readonly Line[], string]>([
    [
      'of a class that evaluates texts',
      partial(newOf('sympy.core.add Add'), ['GLOBAL sympy.core.add Add', text('x')]),
      'critical pickle/dangerous-call',
    ],
    [
      'of that class for an instance of another',
      partial(newOf('sympy.core.add Add'), ['GLOBAL sympy.core.symbol Symbol', text('x')]),
      'critical pickle/dangerous-call',
    ],
    ['of a dangerous class', partial(newOf('subprocess Popen'), ['GLOBAL subprocess Popen', text('x')]), 'critical pickle/dangerous-call'],
    ['of a class nobody lists', partial(newOf('acme.nets Net'), ['GLOBAL acme.nets Net', 'INT 1']), 'medium pickle/unknown-class'],
    ['of it with text', partial(newOf('acme.nets Net'), ['GLOBAL acme.nets Net', text('x')]), 'high pickle/unlisted-call'],
    [
      'called at once with something else',
      [...newOf('collections OrderedDict'), ...tuple(text('echo modelgate-marker')), 'REDUCE'],
      'high pickle/unlisted-call',
    ],
  ])('is judged as that: %s', async (_what, program, finding) => {
    expect(await loud(program)).toContain(finding)
  })
})

describe('a partial object that a state gives another function', () => {
  const harmless: readonly Line[] = ['GLOBAL collections OrderedDict']

  it('calls that function with those arguments', async () => {
    expect(await loud(partial(['GLOBAL acme.shell run'], [text('echo modelgate-marker')], ['EMPTY_DICT'], harmless))).toContain(
      'high pickle/unlisted-call',
    )
  })

  it('calls it with the keywords of the state, too', async () => {
    const named = keywords(text('command'), text('echo modelgate-marker'))
    expect(await loud(partial(['GLOBAL acme.shell run'], [], named, harmless))).toContain('high pickle/unlisted-call')
  })

  it('is that function wherever something else may call it', async () => {
    const given: readonly Line[] = [
      ...make('functools partial', ...harmless),
      ...tuple('GLOBAL acme.shell run', ...tuple(text('echo modelgate-marker')), 'EMPTY_DICT', 'NONE'),
      'BUILD',
    ]
    const program = ['GLOBAL types SimpleNamespace', 'EMPTY_TUPLE', 'NEWOBJ', ...keywords(text('append'), ...given), 'BUILD']
    expect(await loud(program)).toContain('high pickle/unsafe-arguments')
  })

  it('calls what nobody knows where the state is computed', async () => {
    const program = [...make('functools partial', ...harmless), ...make('acme state'), 'BUILD', ...call]
    expect(await loud(program)).toContain('high pickle/dynamic-call')
  })
})
