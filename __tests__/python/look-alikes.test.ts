import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../src/node/scan-files.ts'
import { isCodeStep } from '../../src/policy/code/code-construction.ts'
import { isCollection, isContainer } from '../../src/policy/globals/collections.ts'
import { isKeeper } from '../../src/policy/globals/given-instances.ts'
import { isHarmlessValue } from '../../src/policy/globals/harmless.ts'
import { lookup } from '../../src/policy/globals/lookup.ts'
import { isValueClass } from '../../src/policy/globals/taken-apart.ts'
import { acceptsGlobal } from '../../src/policy/judge/weights-only.ts'
import { safeGroups } from '../../src/python/known/lists.ts'
import type { Line } from '../helpers/asm.ts'
import { asm } from '../helpers/asm.ts'

/** Every question about a name whose “yes” excuses something. */
const EXCUSES: Readonly<Record<string, (module: string, name: string) => boolean>> = {
  'is listed as safe': (module, name) => lookup.safeUse(module, name) !== undefined,
  'does no harm as a value': isHarmlessValue,
  'is a class of values': isValueClass,
  'only keeps what it is given': isKeeper,
  'is a collection': isCollection,
  'is a container': isContainer,
  'puts shipped code together': isCodeStep,
  'is taken by PyTorch’s restricted unpickler': acceptsGlobal,
  'is of a known library': (module) => lookup.libraryOf(module) === 'known',
}

/** Names of the tables, and some that rules name by a pattern. */
const names: readonly (readonly [module: string, name: string])[] = [
  ...safeGroups().flatMap((group) =>
    Object.entries(group.names).flatMap(([module, list]) => list.split(/\s+/).map((name) => [module, name] as const)),
  ),
  ...['numpy.core', 'pandas.core', 'pyarrow.lib', 'datetime', 'joblib.numpy_pickle', 'torch.storage'].map(
    (module) => [module, 'X'] as const,
  ),
  ...['ValueError', 'KeyboardInterrupt', 'ExceptionGroup'].map((name) => ['builtins', name] as const),
  ...['_make_function', '_builtin_type', '_cell_set'].map((name) => ['cloudpickle.cloudpickle', name] as const),
  ...['_create_function', '_create_cell', '_load_type'].map((name) => ['dill._dill', name] as const),
]

/** Packages whose names begin or end with that of another, and one that has the same names in it. */
const lookAlikes: readonly ((module: string) => string)[] = [
  (module) => renamed(module, (top) => `${top}ro`),
  (module) => renamed(module, (top) => `${top}_financial`),
  (module) => renamed(module, (top) => `x${top}`),
  (module) => renamed(module, (top) => `my_${top}`),
  (module) => renamed(module, (top) => `${top}-x`),
  (module) => `foolib.${module}`,
  () => 'foolib',
]

function renamed(module: string, change: (top: string) => string): string {
  const [top = '', ...rest] = module.split('.')
  return [change(top), ...rest].join('.')
}

describe('a look-alike of a name in the tables', () => {
  it.each(Object.entries(EXCUSES))('is not excused as one that %s', (_what, excuses) => {
    const excused = new Set<string>()
    let held = 0
    for (const [module, name] of names) {
      if (!excuses(module, name)) continue
      held++
      for (const alike of lookAlikes) {
        const other = alike(module)
        if (excuses(other, name)) excused.add(`${other} ${name}`)
      }
    }
    expect(held).toBeGreaterThan(0)
    expect([...excused]).toEqual([])
  })

  it('is no exception because it is called so', () => {
    for (const [module, name] of names)
      if (module !== 'builtins' && /Error$/.test(name))
        expect([module, name, isKeeper(module, name)]).toEqual([module, name, /^(?:numpy\.linalg|pandas\.errors)$/.test(module)])
  })
})

const called = (name: string, ...args: readonly Line[]): readonly Line[] => [`GLOBAL ${name}`, 'MARK', ...args, 'TUPLE', 'REDUCE']
const instance = (name: string): readonly Line[] => [
  `GLOBAL ${name}`,
  'EMPTY_TUPLE',
  'NEWOBJ',
  'EMPTY_DICT',
  'BINUNICODE x',
  'BININT1 1',
  'SETITEM',
  'BUILD',
]
const severities = async (...program: readonly Line[]): Promise<readonly string[]> =>
  [...new Set((await scanBytes('model.pkl', asm('PROTO 4', ...program, 'STOP'))).findings.map(({ severity }) => severity))].sort()

describe('an instance of a look-alike', () => {
  it.each(['numpyro.core', 'numpy_financial', 'pandas_ta.core', 'pyarrowx', 'datetimex', 'torch_x'])(
    'is worth as much as one of any package: %s',
    async (module) => {
      for (const taker of ['builtins list', 'numpy float64', 'pathlib PurePosixPath']) {
        const expected = await severities(...called(taker, ...instance('foolib.core Model')))
        expect(expected).toContain('high')
        expect([taker, await severities(...called(taker, ...instance(`${module} Model`)))]).toEqual([taker, expected])
      }
    },
  )

  it.each(['dict', 'list', 'set', 'Counter', 'OrderedDict', 'array', 'Bunch'])('is no set because it is called %s', async (name) => {
    const filled = (module: string) => severities(`GLOBAL ${module} ${name}`, 'EMPTY_TUPLE', 'NEWOBJ', 'MARK', 'BINUNICODE x', 'ADDITEMS')
    expect(await filled('foolib')).toContain('high')
  })

  it('is no dtype, generator or storage because its package begins so', async () => {
    for (const program of [
      called('numpy.core.multiarray scalar', 'GLOBAL numpyro.core X', 'BINBYTES x'),
      called('numpy.random._pickle __bit_generator_ctor', 'GLOBAL numpy.randomx X'),
    ])
      expect(await severities(...program)).toContain('high')
  })
})
