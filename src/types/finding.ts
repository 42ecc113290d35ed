// Findings, which the policy makes of observations, and incomplete reads.
import type { IncompleteReason } from '../bytes/errors.ts'
import type { ArtifactPath } from './artifact.ts'

export type Severity = 'critical' | 'high' | 'medium' | 'low'

/** What the policy makes of an observation. */
export interface Finding {
  /** Stable id, e.g. `pickle/dangerous-call`. Each has a page in docs/rules/. */
  readonly rule: string
  readonly severity: Severity
  /**
   * One sentence for people: what loading would do. Plain text, may contain text of the file: escape on the way out.
   */
  readonly message: string
  readonly path: ArtifactPath
  /** Byte offset in the innermost artifact of `path`. */
  readonly offset?: number
  /** The same position in the outermost file, if the bytes lie there uncompressed. */
  readonly fileOffset?: number
  /** The pickle opcode at `offset` that does it, by pickletools' name, e.g. `REDUCE`. */
  readonly opcode?: string
  /** The evidence itself, e.g. the decoded call. Stable over time: fingerprints are made of it. */
  readonly evidence: string
  /** How often the same cause was seen in this artifact (1 or more). */
  readonly count: number
}

/** A part that was not read to the end, and so is not known to be clean. */
export interface Incomplete {
  readonly why: IncompleteReason
  readonly detail: string
  readonly remedy?: string
  readonly path: ArtifactPath
  readonly offset?: number
}
