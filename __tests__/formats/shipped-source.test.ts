import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../src/node/scan-files.ts'
import { asm, counted } from '../helpers/asm.ts'

const text = (value: string) => counted('BINUNICODE', Buffer.from(value))

/** As StyleGAN's `persistence` pickles a network: its module's source, which loading runs. */
const network = (source: string): Uint8Array =>
  Buffer.concat([
    Buffer.from('\x80\x02ctorch_utils.persistence\n_reconstruct_persistent_obj\n}(', 'latin1'),
    ...['type', 'class', 'module_src', source, 'class_name', 'G'].map(text),
    asm('SETITEMS', 'TUPLE1', 'REDUCE', 'STOP'),
  ])

describe('source in a pickle', () => {
  it('is reported with what it says', async () => {
    const { findings } = await scanBytes('network.pkl', network("import os\nos.system('echo modelgate-marker')\n"))
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toContain('critical pickle/dangerous-call')
    expect(findings.map(({ message }) => message).join('\n')).toContain('modelgate-marker')
  })
})

it('a pickle called .pdparams is read as one', async () => {
  const { findings } = await scanBytes('model.pdparams', Buffer.from("cos\nsystem\n(S'echo modelgate-marker'\ntR.", 'latin1'))
  expect(findings.map(({ evidence }) => evidence)).toContain("os.system('echo modelgate-marker')")
})
