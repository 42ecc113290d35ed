// Recognises HDF5 files.
import type { Format, Probe } from '../../../types/format.ts'
import { hasHdf5Signature } from '../../../wire/signatures.ts'
import { lazily } from '../../shared/lazily.ts'

/** Extensions of Keras models. */
const MODELS = ['.h5', '.hdf5', '.keras']
/** Extensions of tables and measurements, which are used for other formats as well. */
const TABLES = ['.hdf', '.he5', '.h5ad', '.loom', '.mat', '.nc']
const EXTENSIONS: readonly string[] = [...MODELS, ...TABLES]

/** Offsets of the signature that the head contains. A user block before it has 512 bytes or a larger power of two. */
const USER_BLOCKS = [0, 512, 1024, 2048]

/** HDF5 files: Keras 1 and 2 models, Keras 3 weights, PyTables, pandas, AnnData. */
export const hdf5Format: Format = {
  id: 'hdf5',
  title: 'HDF5',
  kind: 'model',
  labels: ['keras-h5'],
  // hickle writes `.hkl`.
  promises: { extensions: [...MODELS, '.hkl'] },
  extensions: TABLES,
  access: 'random',
  match(probe: Probe) {
    const { head } = probe
    // No reader opens a file that consists of the signature only.
    if (hasHdf5Signature(head, 0)) return head.length < 24 ? 'possible' : 'certain'
    if (USER_BLOCKS.some((at) => hasHdf5Signature(head, at))) return 'certain'
    return EXTENSIONS.includes(probe.extension) && (probe.size ?? 0) > head.length ? 'possible' : 'no'
  },
  scan: lazily(async () => (await import('./reader.ts')).scanHdf5),
}
