// Recognises tar archives.
import type { Format } from '../../../types/format.ts'
import { looksLikeTar } from '../../../wire/tar/header.ts'
import { lazily } from '../../shared/lazily.ts'

/** Tar archives, read front to back: plain or out of a decompressor. NeMo models, `pandas.read_pickle`, old PyTorch files, bundles. */
export const tarFormat: Format = {
  id: 'tar',
  title: 'Tar archive',
  kind: 'model',
  promises: { extensions: ['.nemo'] },
  extensions: ['.tar'],
  match: (probe) => (looksLikeTar(probe.head) ? 'certain' : 'no'),
  scan: lazily(async () => (await import('./reader.ts')).scanTar),
}
