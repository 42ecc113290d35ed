// The account of what was done with every byte of a file.

/**
 * Why bytes are passed over: what the format says of them, or what was done with them instead. That they were not
 * examined is no reason.
 * - `numbers`: elements of a type that the file declares and that is numbers alone, such as weights.
 * - `values`: cells of a table, which its readers return as they are.
 * - `padding`: filling between parts, which was examined or is shorter than the alignment of the format.
 * - `searched`: without a meaning for a loader, and searched for payloads.
 * - `member`: scanned as an artifact that has an account of its own.
 * - `compressed`: what they decompress to is such an artifact.
 * - `checksum`: a sum over other bytes.
 * - `reported`: reported as a whole, such as native code.
 * - `unrecognised`: of an artifact that no format matched.
 */
export type PassReason = 'numbers' | 'values' | 'padding' | 'searched' | 'member' | 'compressed' | 'checksum' | 'reported' | 'unrecognised'

/** The reasons, in the order in which they are shown. */
export const PASS_REASONS: readonly PassReason[] = [
  'numbers',
  'values',
  'padding',
  'searched',
  'member',
  'compressed',
  'checksum',
  'reported',
  'unrecognised',
]

/** Bytes of an artifact that no reader has accounted for. */
export interface Range {
  readonly offset: number
  readonly length: number
}

/**
 * The account of one artifact. All its readers write to it, and what is missing in it at the end was not read. A reader
 * writes once it knows that the bytes are of its format. Without a length a range goes on to the end of the artifact.
 */
export interface Account {
  /** These bytes were interpreted. */
  read(offset?: number, length?: number): void
  passOver(reason: PassReason, offset?: number, length?: number): void
  /** Returns what is unaccounted so far, in order, at most `most` ranges. */
  gaps(most: number): readonly Range[]
}

/** Number of bytes of all artifacts of a file, members and decompressed data included, by what was done with them. */
export interface Accounted {
  readonly interpreted: number
  readonly passedOver: Readonly<Record<PassReason, number>>
  readonly unaccounted: number
}
