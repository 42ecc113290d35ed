import type { ByteSource } from '../bytes/source.ts'

/** Many small reads near each other, answered from one block. */
export interface BlockReader {
  /** A stable view of `length` bytes from `offset` on, shorter only at the end of the source. */
  at(offset: number, length: number): Uint8Array
  /** Bytes taken from the source so far. */
  bytesRead(): number
}

/** A reader that takes at least `blockSize` bytes at once from the source. Moving backwards reads again. */
export function blockReader(source: ByteSource, blockSize: number): BlockReader {
  let block: Uint8Array = new Uint8Array(0)
  let start = 0
  let total = 0
  return {
    at(offset, length) {
      const wanted = Math.max(0, Math.min(length, source.size - offset))
      if (offset < start || offset + wanted > start + block.length) {
        start = offset
        block = source.read(offset, Math.max(wanted, blockSize))
        total += block.length
      }
      return block.subarray(offset - start, offset - start + wanted)
    },
    bytesRead: () => total,
  }
}

/** Headers this close together are read in blocks: less than a seek for each costs. */
const HOP = 512
const LARGEST_BLOCK = 64 * 1024

/**
 * For small reads in rising order: alone where they are far apart, in blocks where each is at most 512 bytes after the one before. A block
 * is no longer than what was used of the ones before it, so that at most twice the bytes between near reads are taken.
 */
export function hopReader(source: ByteSource): (offset: number, length: number) => Uint8Array {
  let block: Uint8Array = new Uint8Array(0)
  let start = 0
  let last = Number.NEGATIVE_INFINITY
  let size = HOP
  return (offset, length) => {
    const near = offset >= last && offset - last <= HOP
    last = offset
    if (offset < start || offset + length > start + block.length) {
      size = near ? Math.min(size * 2, LARGEST_BLOCK) : HOP
      start = offset
      block = source.read(offset, near ? Math.max(size, length) : length)
    }
    return block.subarray(offset - start, offset - start + length)
  }
}

/** The same source, whose reads of up to 512 bytes go through a `hopReader`: members that lie close together are not read one by one. */
export function hopping(source: ByteSource): ByteSource {
  const hop = hopReader(source)
  const small = (offset: number, length: number): Uint8Array | undefined =>
    length > HOP || offset < 0 || offset >= source.size ? undefined : hop(offset, Math.min(length, source.size - offset))
  return {
    kind: 'source',
    size: source.size,
    read: (offset, length) => small(offset, length) ?? source.read(offset, length),
    readInto(target, offset) {
      const part = small(offset, target.length)
      if (part === undefined) return source.readInto(target, offset)
      target.set(part)
      return part.length
    },
  }
}
