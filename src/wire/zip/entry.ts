/** Who names the entry: the directory that most readers use, another one, or nothing but its local header. */
export type ListedBy = 'directory' | 'other-directory' | 'local-header'

/** One reading of an entry. Where its two headers contradict each other about the data, there are two readings. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly flags: number
  readonly crc: number
  readonly compressedSize: number
  /** Uncompressed size as declared: a claim. */
  readonly size: number
  /** Absolute in the source; may lie outside of it. */
  readonly headerOffset: number
  /** Undefined when there is no local header at `headerOffset`. */
  readonly dataOffset: number | undefined
  /** `st_mode` where a Unix tool wrote the entry, else 0. */
  readonly unixMode: number
  readonly listedBy: ListedBy
  /** False when nothing says where the data end: `compressedSize` is then all that could belong to it, and size and checksum are unknown. */
  readonly bounded: boolean
  /** Bytes of data that both headers grant it, where they disagree: what lies behind may be somebody else's. */
  readonly undisputedSize?: number
}
