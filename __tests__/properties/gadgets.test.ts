import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { scanBytes } from '../../src/node/scan-files.ts'
import { lookup } from '../../src/policy/globals/lookup.ts'
import { asm, callOf } from '../helpers/asm.ts'

/** Functions and classes drawn at random from the standard library and from packages: scripts/gadgets/list.py. */
const drawn = readFileSync(join(import.meta.dirname, '../../scripts/gadgets/callables.txt'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split(' ') as [module: string, name: string])

/** Nobody has looked at them: the only reason to stop them is that nobody has. */
const unlisted = drawn.filter(([module, name]) => !lookup.isDangerous(module, name) && lookup.safeUse(module, name) === undefined)

const argument = 'echo modelgate-marker'

const programs: Readonly<Record<string, (module: string, name: string) => Uint8Array>> = {
  'protocol 0, GLOBAL and REDUCE': (module, name) =>
    asm(`GLOBAL ${module} ${name}`, 'MARK', `UNICODE ${argument}`, 'TUPLE', 'REDUCE', 'STOP'),
  'protocol 0, INST': (module, name) => asm('MARK', `UNICODE ${argument}`, `INST ${module} ${name}`, 'STOP'),
  'protocol 2': (module, name) => callOf(module, name, argument),
  'protocol 2, two arguments, in a dict': (module, name) =>
    asm(
      'PROTO 2',
      'EMPTY_DICT',
      'BINUNICODE weights',
      `GLOBAL ${module} ${name}`,
      `BINUNICODE ${argument}`,
      `BINUNICODE ${argument}`,
      'TUPLE2',
      'REDUCE',
      'SETITEM',
      'STOP',
    ),
  'protocol 4': (module, name) =>
    asm(
      'PROTO 4',
      `SHORT_BINUNICODE ${module}`,
      `SHORT_BINUNICODE ${name}`,
      'STACK_GLOBAL',
      `SHORT_BINUNICODE ${argument}`,
      'TUPLE1',
      'REDUCE',
      'STOP',
    ),
}

const isBad = ({ severity }: { readonly severity: string }) => severity === 'critical' || severity === 'high'

describe('a callable that nobody has listed', () => {
  test('is what most of those drawn are', () => {
    expect(unlisted.length).toBeGreaterThan(1_000)
  })

  test.each(Object.entries(programs))(
    'is stopped when it is called with text: %s',
    async (_what, program) => {
      const passed: string[] = []
      for (const [module, name] of unlisted) {
        const { findings } = await scanBytes('model.pkl', program(module, name))
        if (!findings.some(isBad)) passed.push(`${module} ${name}`)
      }
      expect(passed).toEqual([])
    },
    120_000,
  )

  test.each(['acme.layers Tower', 'acme run', '__main__ Net'])('is stopped also in a package that nobody knows: %s', async (line) => {
    const [module = '', name = ''] = line.split(' ')
    const { findings } = await scanBytes('model.pkl', callOf(module, name, argument))
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['high pickle/unlisted-call'])
  })
})

describe('a listed callable, called with text', () => {
  test('is stopped, unless its table says why it is harmless', async () => {
    const passed: string[] = []
    for (const [module, name] of drawn) {
      if (lookup.safeUse(module, name) !== undefined) continue
      const { findings } = await scanBytes('model.pkl', callOf(module, name, argument))
      if (!findings.some(isBad)) passed.push(`${module} ${name}`)
    }
    expect(passed).toEqual([])
  }, 120_000)
})
