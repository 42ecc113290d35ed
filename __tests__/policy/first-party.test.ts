import { describe, expect, it, test } from 'vitest'
import { firstPartyFromFiles } from '../../src/node/first-party.ts'
import { scanBytes } from '../../src/node/scan-files.ts'
import { defaultPolicy } from '../../src/policy/policy.ts'
import { asm } from '../helpers/asm.ts'

const SOURCES: Readonly<Record<string, string>> = {
  'pkg/models.py': `import enum
from subprocess import Popen, run
from os import system as start

class Net:
    class Inner(enum.IntEnum):
        A = 1
    def method(self):
        class Local: pass
  # class Commented: pass
class Color(str, enum.Enum):
    RED = 'red'
class Box(Generic[T]):
    pass
def helper(x):
    pass
async def later(x): pass
shell = run
`,
  'pkg/__init__.py': 'class Top:\n\tpass\n',
  'src/lib/deep/a.py': 'class A(\n    Base,\n):\n    pass\n',
  'projects/x/own/m.py': 'class M: pass\n',
  'os.py': 'def system(x): pass\nclass Thing: pass\n',
  'numpy/core/x.py': 'class Y: pass\n',
  'pkg/notes.txt': 'class Note: pass',
  'not-a/module.py': 'class N: pass',
}
const lookup = firstPartyFromFiles({ paths: Object.keys(SOURCES), read: (path) => SOURCES[path], roots: ['', 'projects/x'] })

test.each<[string, string, string | undefined]>([
  ['pkg.models', 'Net', 'pkg/models.py class'],
  ['pkg.models', 'Net.Inner', 'pkg/models.py enum'],
  ['pkg.models', 'Color', 'pkg/models.py enum'],
  ['pkg.models', 'Box', 'pkg/models.py class'],
  ['pkg.models', 'helper', 'pkg/models.py function'],
  ['pkg.models', 'later', 'pkg/models.py function'],
  ['pkg', 'Top', 'pkg/__init__.py class'],
  ['lib.deep.a', 'A', 'src/lib/deep/a.py class'],
  ['src.lib.deep.a', 'A', 'src/lib/deep/a.py class'],
  ['own.m', 'M', 'projects/x/own/m.py class'],
  // What a module only has in hand is not its own.
  ['pkg.models', 'Popen', undefined],
  ['pkg.models', 'run', undefined],
  ['pkg.models', 'start', undefined],
  ['pkg.models', 'shell', undefined],
  ['pkg.models', 'Local', undefined],
  ['pkg.models', 'Net.Local', undefined],
  ['pkg.models', 'Net.method', undefined],
  ['pkg.models', 'Commented', undefined],
  ['pkg.models', 'Inner', undefined],
  ['pkg.models', '', undefined],
  ['pkg.models', 'Net.*', undefined],
  ['pkg.notes', 'Note', undefined],
  ['not-a.module', 'N', undefined],
  ['lib', 'A', undefined],
  ['', 'Net', undefined],
])('%s.%s is %s', (module, name, expected) => {
  const found = lookup(module, name)
  expect(found && `${found.file} ${found.kind}`).toBe(expected)
})

test('a file that cannot be read defines nothing', () => {
  expect(firstPartyFromFiles({ paths: ['a.py'], read: () => undefined })('a', 'B')).toBeUndefined()
})

describe('what is judged of a pickle', () => {
  const judged = async (...program: readonly string[]) => {
    const { findings } = await scanBytes('a.pkl', asm('PROTO 2', ...program, 'STOP'), { policy: { ...defaultPolicy, firstParty: lookup } })
    return findings.map(({ severity, rule, evidence }) => `${severity} ${rule} ${evidence}`)
  }
  const call = (name: string, ...args: readonly string[]) => [`GLOBAL ${name}`, 'MARK', ...args, 'TUPLE', 'REDUCE']

  it.each<[string, readonly string[], readonly string[]]>([
    [
      'an instance',
      ['GLOBAL pkg.models Net', 'EMPTY_TUPLE', 'NEWOBJ', 'EMPTY_DICT', 'BUILD'],
      ['low pickle/first-party-class pkg.models.Net'],
    ],
    ['a function by name', ['GLOBAL pkg.models helper'], ['low pickle/first-party-class pkg.models.helper']],
    ['a member of an enum', call('pkg.models Color', 'BINUNICODE red'), ["low pickle/first-party-class pkg.models.Color('red')"]],
    ['a class given numbers', call('pkg.models Net', 'BININT1 3'), ['low pickle/first-party-class pkg.models.Net(3)']],
    ['a class given text', call('pkg.models Net', 'BINUNICODE x'), ["high pickle/unlisted-call pkg.models.Net('x')"]],
    ['a function that is called', call('pkg.models helper', 'BINUNICODE x'), ["high pickle/unlisted-call pkg.models.helper('x')"]],
    ['a function called with nothing', ['MARK', 'INST pkg.models helper'], ['medium pickle/unknown-class pkg.models.helper()']],
    ['a name that the module imported', call('pkg.models start', 'BINUNICODE x'), ["high pickle/unlisted-call pkg.models.start('x')"]],
    [
      'an imported name of a dangerous library',
      call('pkg.models Popen', 'BINUNICODE x'),
      ["high pickle/unlisted-call pkg.models.Popen('x')"],
    ],
    [
      'a way through the module to another',
      call('pkg.models os.system', 'BINUNICODE x'),
      ["critical pickle/dangerous-call pkg.models.os.system('x')"],
    ],
    [
      'a file that is called like the standard library',
      call('os system', 'BINUNICODE x'),
      ["critical pickle/dangerous-call os.system('x')"],
    ],
    ['a file in the place of a known library', ['GLOBAL numpy.core.x Y'], ['high pickle/unlisted-import numpy.core.x.Y']],
  ])('%s', async (_what, program, expected) => {
    expect(await judged(...program)).toEqual(expected)
  })
})
