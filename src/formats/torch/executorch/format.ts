// Recognises ExecuTorch programs.
import type { Format } from '../../../types/format.ts'
import { fileIdentifier } from '../../../wire/signatures.ts'
import { lazily } from '../../shared/lazily.ts'

/** ExecuTorch programs (executorch/schema/program.fbs). The C++ runtime does not check all offsets in the file. */
export const executorchFormat: Format = {
  id: 'executorch',
  title: 'ExecuTorch program',
  kind: 'model',
  promises: { extensions: ['.pte'] },
  access: 'random',
  match: (probe) => (probe.head[4] === 0x45 && /^ET\d\d$/.test(fileIdentifier(probe.head)) ? 'certain' : 'no'),
  scan: lazily(async () => (await import('./reader.ts')).scanExecutorch),
}
