// Facts of the structure of a file: contradictions that hide something or break readers, and parts that were not read.
import type { IncompleteReason } from '../bytes/errors.ts'

/** How the bytes contradict the format or themselves. */
export type StructureProblem =
  | 'bad-header'
  | 'duplicate-key'
  | 'overlap'
  | 'gap'
  | 'trailing-bytes'
  | 'out-of-bounds'
  | 'shape-bomb'
  | 'extension-mismatch'
  | 'doctype'

/** Facts of the structure of a file. */
export type StructureObservation =
  /** The bytes contradict the format or themselves in a way that hides something or breaks readers. */
  | {
      readonly kind: 'structure'
      readonly format: string
      readonly problem: StructureProblem
      readonly detail: string
      readonly offset: number
    }
  /** A part that was not read to the end, and so is not known to be clean. */
  | {
      readonly kind: 'incomplete'
      readonly why: IncompleteReason
      readonly detail: string
      /** What the reader of the report can do about it. */
      readonly remedy?: string
      readonly offset?: number
    }
