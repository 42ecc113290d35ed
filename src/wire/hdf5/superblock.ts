import { ScanError } from '../../bytes/errors.ts'
import type { ByteSource } from '../../bytes/source.ts'
import { HDF5_SIGNATURE, hasHdf5Signature } from '../signatures.ts'
import { Hdf5File } from './file.ts'

/** The shortest superblock (version 2 with 8-byte addresses is 48 bytes; 2-byte addresses are allowed). */
const SHORTEST = 24
const LONGEST = 128

/** Where a reader finds the superblock: at 0, 512, 1024, 2048 and so on. Undefined where there is none. */
export function findSuperblock(source: ByteSource): number | undefined {
  for (let at = 0; at + HDF5_SIGNATURE.length <= source.size; at = at === 0 ? 512 : at * 2) {
    if (hasHdf5Signature(source.read(at, HDF5_SIGNATURE.length), 0)) return at
  }
  return undefined
}

/** True where the file ends before any superblock could: no reader opens it, and it holds nothing. */
export function isBareSignature(source: ByteSource, at: number): boolean {
  return source.size - at < SHORTEST
}

/** A file whose superblock is read. */
export interface OpenHdf5 {
  readonly file: Hdf5File
  /** Address of the root group. */
  readonly root: number
  /** Said where the superblock counts more bytes than there are: readers refuse such a file, and its beginning may be read all the same. */
  readonly cut: ScanError | undefined
}

/** Reads the superblock at `at` (HDF5 File Format Specification, II.A). */
export function openHdf5(source: ByteSource, at: number, tick: () => void): OpenHdf5 {
  const file = new Hdf5File(source, at, tick)
  const fields = file.upTo(0, LONGEST)
  fields.skip(HDF5_SIGNATURE.length)
  const version = fields.uint(1)
  if (version > 3) throw new ScanError('unsupported', `HDF5 superblock version ${version}`, at)
  if (version < 2) {
    fields.skip(4)
    setWidths(file, fields.uint(1), fields.uint(1))
    fields.skip(1 + 2 + 2 + 4 + (version === 1 ? 4 : 0))
    fields.offset()
    fields.offset()
    const cut = cutOff(file, fields.offset())
    fields.offset()
    fields.offset()
    return { file, root: fields.offset(), cut }
  }
  setWidths(file, fields.uint(1), fields.uint(1))
  fields.skip(1)
  fields.offset()
  fields.offset()
  const cut = cutOff(file, fields.offset())
  return { file, root: fields.offset(), cut }
}

function setWidths(file: Hdf5File, offsetSize: number, lengthSize: number): void {
  const fits = (width: number): boolean => width === 2 || width === 4 || width === 8
  if (!fits(offsetSize) || !fits(lengthSize)) {
    throw new ScanError('malformed', `an HDF5 file with addresses of ${offsetSize} and lengths of ${lengthSize} bytes`, file.base)
  }
  file.offsetSize = offsetSize
  file.lengthSize = lengthSize
}

/** The end of file that the superblock states counts from the superblock's place, or from the file's start where the base address was moved. */
function cutOff(file: Hdf5File, end: number): ScanError | undefined {
  const size = file.size + file.base
  return end > size ? new ScanError('truncated', `the HDF5 file ends after ${size} of ${end} bytes`, file.base) : undefined
}
