// Facts of an archive: where its records contradict each other, and where its members would be extracted to.

/** In what the records of one zip entry differ, or what the archive hides. */
export type ZipDifference =
  | 'name'
  | 'crc'
  | 'flags'
  | 'method'
  | 'size'
  | 'duplicate'
  | 'case-variant'
  | 'hidden-entry'
  | 'prefix'
  | 'tail'
  | 'end-record'
  | 'nul-in-name'

/** Facts of an archive. */
export type ArchiveObservation =
  /** Readers of the archive disagree about an entry. */
  | {
      readonly kind: 'zip-mismatch'
      readonly difference: ZipDifference
      readonly entry: string
      readonly detail: string
      readonly offset: number
    }
  /**
   * A member whose name, extracted naively, lands outside the folder; `of`: a tensor, of which some tools make a file.
   */
  | {
      readonly kind: 'unsafe-path'
      readonly of?: 'tensor'
      readonly why: 'traversal' | 'absolute' | 'drive' | 'nul' | 'backslash' | 'link' | 'device'
      readonly entry: string
      readonly offset: number
    }
