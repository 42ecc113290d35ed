/**
 * Why bytes are passed over: what the format says of them, or what was done with them instead. That nobody looked at them is no reason.
 * - `numbers`: elements of a type that the file declares and that holds numbers alone, such as weights.
 * - `values`: cells of a table, which its readers hand out as they are.
 * - `padding`: filling between parts, which was looked at or is shorter than the alignment of the format.
 * - `searched`: without a meaning for a loader, and searched for payloads.
 * - `member`: handed on as an artifact that has an account of its own.
 * - `compressed`: what they decompress to is such an artifact.
 * - `checksum`: a sum over other bytes.
 * - `stated`: told as a whole, such as native code.
 * - `unrecognised`: of an artifact that is of no known format.
 */
export type PassReason = 'numbers' | 'values' | 'padding' | 'searched' | 'member' | 'compressed' | 'checksum' | 'stated' | 'unrecognised'

/** The reasons, in the order in which they are shown. */
export const PASS_REASONS: readonly PassReason[] = [
  'numbers',
  'values',
  'padding',
  'searched',
  'member',
  'compressed',
  'checksum',
  'stated',
  'unrecognised',
]

/** Bytes of an artifact that no reader has accounted for. */
export interface Range {
  readonly offset: number
  readonly length: number
}

/**
 * What became of every byte of one artifact. All readers of the artifact write to the same account, and what is missing in it at the end was not read. A
 * reader writes once it knows that the bytes are of its format. Without a length a range goes on to the end of the artifact.
 */
export interface Account {
  /** These bytes were interpreted. */
  read(offset?: number, length?: number): void
  passOver(reason: PassReason, offset?: number, length?: number): void
  /** What nobody has accounted for so far, in order, at most `most` ranges. */
  gaps(most: number): readonly Range[]
}

/** Bytes of all artifacts of a file, members and what was decompressed included, by what became of them. */
export interface Accounted {
  readonly interpreted: number
  readonly passedOver: Readonly<Record<PassReason, number>>
  readonly unaccounted: number
}
