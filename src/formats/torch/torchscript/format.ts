// Recognises the program in a TorchScript file.
import type { Format, Probe } from '../../../types/format.ts'
import { lazily } from '../../shared/lazily.ts'

/** The program of a TorchScript file. It can only compute, except with operators that reach files or are custom. */
export const torchscriptFormat: Format = {
  id: 'torchscript-code',
  title: 'TorchScript program',
  kind: 'code',
  access: 'random',
  prefilter: { extensions: ['.py', '.pkl'] },
  match: (probe: Probe) => (probe.member && (probe.extension === '.py' || probe.name === 'bytecode.pkl') ? 'possible' : 'no'),
  scan: lazily(async () => (await import('./reader.ts')).scanTorchscript),
}
