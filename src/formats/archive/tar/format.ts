// Recognises tar archives.
import type { Format } from '../../../types/format.ts'
import { looksLikeTar } from '../../../wire/tar/header.ts'
import { lazily } from '../../shared/lazily.ts'

/** Tar archives, plain or compressed: NeMo models, PyTorch files from before 0.2, pickles for `pandas.read_pickle`. */
export const tarFormat: Format = {
  id: 'tar',
  title: 'Tar archive',
  kind: 'model',
  promises: { extensions: ['.nemo'] },
  extensions: ['.tar'],
  match: (probe) => (looksLikeTar(probe.head) ? 'certain' : 'no'),
  scan: lazily(async () => (await import('./reader.ts')).scanTar),
}
