// Finds and reads the superblock of an HDF5 file, which leads to its root group.
import { ScanError } from '../../bytes/errors.ts'
import type { ByteSource } from '../../bytes/source.ts'
import { HDF5_SIGNATURE, hasHdf5Signature } from '../signatures.ts'
import type { Fields, Structure } from './fields.ts'
import { Hdf5File } from './file.ts'

/** Bytes of the shortest superblock (version 2 with 8-byte addresses has 48; 2-byte addresses are allowed). */
const SHORTEST = 24
const LONGEST = 128

/** The superblock after its signature and version (specification II.A), in versions 0 and 1. */
const VERSIONS = { freeSpace: 1, rootGroup: 1, reserved: 1, sharedHeader: 1 } as const satisfies Structure
const WIDTHS = { offsetSize: 1, lengthSize: 1 } as const satisfies Structure
const GROUPS = { reserved: 1, leafNodeK: 2, internalNodeK: 2, flags: 4 } as const satisfies Structure
const VERSION_1 = { chunkNodeK: 2, reserved: 2 } as const satisfies Structure
const ADDRESSES = {
  base: 'O',
  freeSpace: 'O',
  endOfFile: 'O',
  driverInfo: 'O',
  rootNameOffset: 'O',
  root: 'O',
} as const satisfies Structure

/** The same in versions 2 and 3, after the widths. */
const VERSION_2 = { flags: 1, base: 'O', extension: 'O', endOfFile: 'O', root: 'O' } as const satisfies Structure

/** Returns where the superblock is: at 0, 512, 1024, 2048 and so on. Undefined where there is none. */
export function findSuperblock(source: ByteSource): number | undefined {
  for (let at = 0; at + HDF5_SIGNATURE.length <= source.size; at = at === 0 ? 512 : at * 2) {
    if (hasHdf5Signature(source.read(at, HDF5_SIGNATURE.length), 0)) return at
  }
  return undefined
}

/** True where the file ends before the end of any superblock: no reader opens it, and it has no content. */
export function isBareSignature(source: ByteSource, at: number): boolean {
  return source.size - at < SHORTEST
}

/** A file whose superblock was read. */
export interface OpenHdf5 {
  readonly file: Hdf5File
  /** Address of the root group. */
  readonly root: number
  /**
   * Set where the superblock declares more bytes than there are: readers refuse such a file, but its beginning is
   * scanned.
   */
  readonly cut: ScanError | undefined
}

/** Reads the superblock at `at`. */
export function openHdf5(source: ByteSource, at: number, tick: () => void): OpenHdf5 {
  const file = new Hdf5File(source, at, tick)
  const fields = file.upTo(0, LONGEST)
  fields.skip(HDF5_SIGNATURE.length)
  const version = fields.uint(1)
  if (version > 3) throw new ScanError('unsupported', `HDF5 superblock version ${version}`, at)
  if (version < 2) {
    fields.record(VERSIONS)
    setWidths(file, fields)
    fields.record(GROUPS)
    if (version === 1) fields.record(VERSION_1)
    const { endOfFile, root } = fields.record(ADDRESSES)
    return { file, root, cut: cutOff(file, endOfFile) }
  }
  setWidths(file, fields)
  const { endOfFile, root } = fields.record(VERSION_2)
  return { file, root, cut: cutOff(file, endOfFile) }
}

function setWidths(file: Hdf5File, fields: Fields): void {
  const { offsetSize, lengthSize } = fields.record(WIDTHS)
  const fits = (width: number): boolean => width === 2 || width === 4 || width === 8
  if (!fits(offsetSize) || !fits(lengthSize)) {
    throw new ScanError('malformed', `an HDF5 file with addresses of ${offsetSize} and lengths of ${lengthSize} bytes`, file.base)
  }
  file.offsetSize = offsetSize
  file.lengthSize = lengthSize
}

/**
 * Compares the declared end, which counts from the superblock or, where the base address was moved, from the start of
 * the file.
 */
function cutOff(file: Hdf5File, end: number): ScanError | undefined {
  const size = file.size + file.base
  return end > size ? new ScanError('truncated', `the HDF5 file ends after ${size} of ${end} bytes`, file.base) : undefined
}
