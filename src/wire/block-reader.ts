// Combines many small reads of a source into few large ones.
import type { ByteSource } from '../bytes/source.ts'

/** Answers many small reads near each other from one block. */
export interface BlockReader {
  /** Returns a stable view of `length` bytes at `offset`, shorter only at the end of the source. */
  at(offset: number, length: number): Uint8Array
  /** Returns how many bytes were read from the source so far. */
  bytesRead(): number
}

/** Returns a reader that reads at least `blockSize` bytes at once from the source. Moving backwards reads again. */
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

/** Headers this close together are read in blocks, which costs less than a seek for each. */
const HOP = 512
const LARGEST_BLOCK = 64 * 1024

/**
 * Returns a reader for small reads in ascending order: single reads where they are far apart, blocks where each is at
 * most 512 bytes after the one before. Blocks grow only while they are used, so that at most twice the bytes between
 * reads are read.
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

/**
 * Returns the same source with reads of up to 512 bytes through a `hopReader`, for archive members close to each other.
 */
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
