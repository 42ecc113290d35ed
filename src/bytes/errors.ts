// Defines the error that decoders throw and the reasons why a file is incomplete.
/** Why a file could not be read to its end. The words are stable, since reports contain them. */
export type IncompleteReason =
  | 'truncated'
  | 'malformed'
  | 'unsupported'
  | 'encrypted'
  | 'lfs-pointer'
  | 'limit'
  | 'timeout'
  | 'unread'
  | 'internal'

/**
 * Thrown by decoders when the bytes at `offset` (relative to the artifact) cannot be read. Caught in `scan/scan.ts`,
 * where it becomes an `incomplete` observation. Any other error is a bug.
 */
export class ScanError extends Error {
  override readonly name = 'ScanError'
  readonly why: IncompleteReason
  readonly offset: number | undefined

  constructor(why: IncompleteReason, message: string, offset?: number) {
    // Stacks of broken files are not needed, and capturing them costs more than all of detection.
    const limit = Error.stackTraceLimit
    Error.stackTraceLimit = 0
    super(message)
    Error.stackTraceLimit = limit
    this.why = why
    this.offset = offset
  }
}
