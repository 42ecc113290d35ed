import type { ByteSource } from '../../src/bytes/source.ts'

/** What a scan asked of its source. */
export interface Work {
  reads: number
  bytes: number
}

/** A source that counts what is read of it, and fails where it is asked for what no file has. Behind the end there is nothing, as `ByteSource` promises. */
export function countingSource(bytes: Uint8Array): { readonly source: ByteSource; readonly work: Work } {
  const work: Work = { reads: 0, bytes: 0 }
  const part = (offset: number, length: number): Uint8Array => {
    if (!Number.isInteger(offset) || offset < 0 || !Number.isFinite(length))
      throw new Error(`read outside the source: ${length} bytes at ${offset} of ${bytes.length}`)
    const found = bytes.subarray(offset, offset + Math.max(0, length))
    work.reads++
    work.bytes += found.length
    return found
  }
  const source: ByteSource = {
    kind: 'source',
    size: bytes.length,
    read: part,
    readInto(target, offset) {
      const found = part(offset, target.length)
      target.set(found)
      return found.length
    },
  }
  return { source, work }
}
