import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import type { Line } from '../../helpers/asm.ts'
import { asm, counted } from '../../helpers/asm.ts'

/** Two pickles of protocol 0 without the mark of any protocol, which begin like nothing that is known. */
const evil = asm('NONE', 'POP', 'MARK', "STRING 'echo modelgate-marker'", 'INST os system', 'STOP')
const plain = asm('NONE', 'POP', 'MARK', "STRING 'echo'", 'LIST', 'STOP')
const bytes = (data: Uint8Array): Line => counted('BINBYTES', data)
const net = (data: Uint8Array): Line[] => [
  'GLOBAL skorch.net NeuralNet',
  'EMPTY_TUPLE',
  'NEWOBJ',
  'EMPTY_DICT',
  'MARK',
  'BINUNICODE __cuda_dependent_attributes__',
  bytes(data),
  'SETITEMS',
  'BUILD',
]
const wrapper = (name: string, data: Uint8Array): Line[] => [
  `GLOBAL ${name} CloudpickleWrapper`,
  'EMPTY_TUPLE',
  'NEWOBJ',
  bytes(data),
  'BUILD',
]

const severities = async (...program: readonly Line[]): Promise<readonly string[]> =>
  (await scanBytes('model.pkl', asm('PROTO 3', ...program, 'STOP'))).findings.map(({ severity }) => severity)

describe('bytes that a state hands to an unpickler are read as a pickle', () => {
  it.each<[string, (data: Uint8Array) => Line[]]>([
    ['networks of skorch', net],
    ['wrappers of gymnasium', (data) => wrapper('gymnasium.vector.utils.misc', data)],
    ['tables of Biopython', (data) => ['GLOBAL Bio.Align.substitution_matrices Array', 'EMPTY_TUPLE', 'NEWOBJ', bytes(data), 'BUILD']],
    ['wrappers of stable_baselines3', (data) => wrapper('stable_baselines3.common.vec_env.base_vec_env', data)],
  ])('of %s', async (_name, program) => {
    expect(await severities(...program(evil))).toContain('critical')
    expect(await severities(...program(plain))).not.toContain('critical')
  })
})
