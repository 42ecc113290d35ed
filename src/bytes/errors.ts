/** Why something could not be read to its end. The words are stable: they stand in reports. */
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
 * The one error a decoder throws: the bytes at `offset` (relative to the artifact being read) could not be understood.
 * Caught in one place, `scan/scan.ts`, where it becomes an `incomplete` observation. Anything else that is thrown is
 * our bug.
 */
export class ScanError extends Error {
  override readonly name = 'ScanError'
  readonly why: IncompleteReason
  readonly offset: number | undefined

  constructor(why: IncompleteReason, message: string, offset?: number) {
    super(withoutStack(message))
    Error.stackTraceLimit = stackTraceLimit
    this.why = why
    this.offset = offset
  }
}

/**
 * A broken file is no bug, so nobody looks at the stack; detection tries dozens of layouts on each member, and
 * capturing it costs more than they do.
 */
let stackTraceLimit = Error.stackTraceLimit

function withoutStack(message: string): string {
  stackTraceLimit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  return message
}
