import type { Format, Probe } from '../types/format.ts'
import { findSuperblock, hasHdf5Signature } from '../wire/hdf5.ts'
import { hasEndRecord, startsLikeZip } from '../wire/zip.ts'

/** Keras names that claim a container; what is in it is read by the zip and HDF5 formats. */
const ZIP_OR_HDF5 = ['.keras']
const HDF5 = ['.h5', '.hdf5']
/** Pointers and other text that has a word of its own. */
const POINTER = 'version https://'

/** A file whose name says Keras or HDF5 and whose bytes are neither: what a loader makes of it is not known. */
export const kerasFormat: Format = {
  id: 'keras',
  title: 'Keras model',
  extensions: [...ZIP_OR_HDF5],
  match: (probe) => (isClaim(probe) && !isContainer(probe) ? 'possible' : 'no'),
  access: 'random',
  scan({ input }, scan) {
    const { head, extension } = scan.probe
    if (input.kind === 'source' && findSuperblock(input) !== undefined) return 'not-this-format'
    if (head.length < 9 || new TextDecoder('latin1').decode(head.subarray(0, POINTER.length)) === POINTER) return 'not-this-format'
    const wanted = ZIP_OR_HDF5.includes(extension) ? 'neither a zip nor an HDF5 file' : 'not an HDF5 file'
    scan.observe({ kind: 'incomplete', why: 'malformed', detail: `called ${extension}, but ${wanted}` })
    return undefined
  },
}

function isClaim({ member, extension }: Probe): boolean {
  return !member && (ZIP_OR_HDF5.includes(extension) || HDF5.includes(extension))
}

function isContainer({ head, tail, size }: Probe): boolean {
  if (startsLikeZip(head) || (size !== undefined && hasEndRecord(tail, size))) return true
  return [0, 512, 1024, 2048].some((at) => hasHdf5Signature(head, at))
}
