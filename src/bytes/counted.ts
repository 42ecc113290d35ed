import type { ByteSource } from './source.ts'

/** What was asked of a source so far. */
export interface Reads {
  reads: number
  bytesRead: number
}

/** The same source, counting into `into` how often it is read and how many bytes it gives. */
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
