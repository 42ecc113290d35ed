// Describes an entry of a zip archive as one zip reader sees it.
/** Where the entry is listed: in the directory that most readers use, in another one, or only by its local header. */
export type ListedBy = 'directory' | 'other-directory' | 'local-header'

/** One reading of an entry. Where its two headers contradict each other about the data, there are two readings. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly flags: number
  readonly crc: number
  readonly compressedSize: number
  /** Uncompressed size as declared; need not be true. */
  readonly size: number
  /** Absolute in the source; may be outside of it. */
  readonly headerOffset: number
  /** Undefined when there is no local header at `headerOffset`. */
  readonly dataOffset: number | undefined
  /** `st_mode` where a Unix tool wrote the entry, else 0. */
  readonly unixMode: number
  readonly listedBy: ListedBy
  /**
   * False when the end of the data is unknown: `compressedSize` is then the most they could be, size and checksum are
   * 0.
   */
  readonly bounded: boolean
  /** Where both headers disagree, the bytes of data that both declare: what follows may belong to another entry. */
  readonly undisputedSize?: number
}
