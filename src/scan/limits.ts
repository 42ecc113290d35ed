// Holds the limits on what one file may cost.
import type { Charge } from '../types/format.ts'

/**
 * Limits for one file of the disk with everything in it. A file that exceeds one is incomplete, which fails the gate.
 */
export interface Limits extends Record<Charge, number> {
  /** Nesting levels of containers. */
  readonly depth: number
  /** Wall-clock milliseconds. */
  readonly time: number
  /** Bytes of memory for a reader that needs random access to a compressed stream. */
  readonly spool: number
  /** Bytes of temporary files for the same purpose. */
  readonly 'spool-file': number
}

export const defaultLimits: Limits = {
  // The largest single checkpoints that projects commit or download, inflated. A 4 MB bomb of 4 GiB takes some 15
  // seconds. There is no limit on the ratio: arrays of zeros really compress a thousand to one.
  'bytes-inflated': 16 * 2 ** 30,
  // A sharded checkpoint of the largest models has some 20,000 records.
  members: 250_000,
  // An hour of opcodes at the slowest measured speed; the time limit comes first.
  opcodes: 2 ** 36,
  // A model in an archive in a release bundle in an image layer is four levels deep; archive quines are infinite.
  depth: 8,
  // Inflating 16 GiB takes about a minute.
  time: 10 * 60_000,
  // Small enough for the memory that docs/performance.md promises.
  spool: 32 * 2 ** 20,
  'spool-file': 16 * 2 ** 30,
}
