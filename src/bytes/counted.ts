// Counts the reads of a byte source.
import type { ByteSource } from './source.ts'

/** Number of reads of a source and of bytes read so far. */
export interface Reads {
  reads: number
  bytesRead: number
}

/** Returns the same source, which counts its reads and bytes in `into`. */
export function counted<T extends ByteSource>(source: T, into: Reads): T {
  const count = (bytes: number): void => {
    into.reads++
    into.bytesRead += bytes
  }
  return {
    ...source,
    read(offset, length) {
      const bytes = source.read(offset, length)
      count(bytes.length)
      return bytes
    },
    readInto(target, offset) {
      const got = source.readInto(target, offset)
      count(got)
      return got
    },
  }
}
