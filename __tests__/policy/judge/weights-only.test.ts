import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import { acceptsGlobal } from '../../../src/policy/judge/weights-only.ts'
import { asm } from '../../helpers/asm.ts'
import { buildZip } from '../../helpers/zip-builder.ts'

const zipOf = (pickle: Uint8Array) =>
  buildZip([
    { name: 'archive/data.pkl', data: pickle },
    { name: 'archive/version', data: '3\n' },
  ])
const verdictOf = async (...lines: string[]) => (await scanBytes('m.pt', zipOf(asm('PROTO 2', ...lines, 'STOP')))).torch

describe('torch.load(weights_only=True)', () => {
  it.each<[string, string[], string[]]>([
    ['takes plain data', ['EMPTY_DICT'], []],
    ['takes its own types', ['GLOBAL collections OrderedDict', 'EMPTY_TUPLE', 'REDUCE', 'NONE', 'NONE', 'SETITEM'], []],
    ['takes the names of Python 2', ['GLOBAL __builtin__ set', 'EMPTY_LIST', 'TUPLE1', 'REDUCE'], []],
    ['refuses a module', ['GLOBAL torch.nn.modules.linear Linear', 'EMPTY_TUPLE', 'NEWOBJ'], ['torch.nn.modules.linear.Linear']],
    ['refuses a command', ['GLOBAL os system'], ['os.system']],
    [
      'refuses items of anything but a dict',
      ['GLOBAL torch Size', 'EMPTY_LIST', 'TUPLE1', 'REDUCE', 'NONE', 'NONE', 'SETITEM'],
      ['torch.Size(…)[None] = None'],
    ],
  ])('%s', async (_, lines, refused) => {
    expect(await verdictOf(...lines)).toEqual({ weightsOnly: refused.length === 0, refused })
  })

  it('is not asked of files that torch.load does not unpickle', async () => {
    expect((await scanBytes('m.pkl', asm('PROTO 2', 'EMPTY_DICT', 'STOP'))).torch).toBeUndefined()
  })

  it('knows names exactly', () => {
    expect([acceptsGlobal('torch', 'float32'), acceptsGlobal('torch', ''), acceptsGlobal('constructor', 'name')]).toEqual([
      true,
      false,
      false,
    ])
  })
})

it('an item assigned to a tensor is a finding', async () => {
  const lines = ['GLOBAL torch._utils _rebuild_tensor_v2', 'EMPTY_TUPLE', 'REDUCE', 'BININT1 0', 'BININT1 1', 'SETITEM']
  const { findings } = await scanBytes('m.pt', zipOf(asm('PROTO 2', ...lines, 'STOP')))
  expect(findings.map(({ rule, evidence }) => `${rule} ${evidence}`)).toContain(
    'pickle/unsafe-arguments torch._utils._rebuild_tensor_v2(…)[0] = 1',
  )
})
