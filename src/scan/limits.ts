// Holds the limits on what one file may cost.
import type { Charge } from '../types/format.ts'

/** What one file of the disk may cost, everything in it included. Passing a limit is said, and the gate fails on it. */
export interface Limits extends Record<Charge, number> {
  /** Containers within containers. */
  readonly depth: number
  /** Wall-clock milliseconds. */
  readonly time: number
  /** Bytes that are held in memory for a reader that needs random access inside a compressed stream. */
  readonly spool: number
  /** Bytes of temporary files for the same purpose. */
  readonly 'spool-file': number
}

export const defaultLimits: Limits = {
  // The largest single checkpoints that are committed or fetched, inflated; a 4 MB bomb of 4 GiB ends in some 15 seconds. No ratio: arrays of zeros
  // really shrink a thousandfold.
  'bytes-inflated': 16 * 2 ** 30,
  // A sharded checkpoint of the largest models has some 20,000 records.
  members: 250_000,
  // An hour of opcodes at the slowest speed measured; time runs out before.
  opcodes: 2 ** 36,
  // A model in an archive in a release bundle in an image layer is four; quines have no end.
  depth: 8,
  // A 16 GiB inflation takes about a minute.
  time: 10 * 60_000,
  // Small enough to stay within the memory that the tool promises.
  spool: 32 * 2 ** 20,
  'spool-file': 16 * 2 ** 30,
}
