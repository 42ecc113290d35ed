// Recognises the program in a TorchScript file.
import type { Format, Probe } from '../../../types/format.ts'
import { lazily } from '../../shared/lazily.ts'

/** The program of a TorchScript file. It is code by nature, but in a language that can only compute; what leaves that is told. */
export const torchscriptFormat: Format = {
  id: 'torchscript-code',
  title: 'TorchScript program',
  kind: 'code',
  access: 'random',
  opening: { extensions: ['.py', '.pkl'] },
  match: (probe: Probe) => (probe.member && (probe.extension === '.py' || probe.name === 'bytecode.pkl') ? 'possible' : 'no'),
  scan: lazily(async () => (await import('./reader.ts')).scanTorchscript),
}
