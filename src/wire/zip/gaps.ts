// Finds local headers of a zip archive in the byte ranges that its directory does not cover.
import { u32le } from '../../bytes/record.ts'
import { type ByteSource, memorySource } from '../../bytes/source.ts'
import { type BlockReader, blockReader } from '../block-reader.ts'
import { resolveSizes } from './directory.ts'
import type { ZipEntry } from './entry.ts'
import { decodeName } from './names.ts'
import { DESCRIPTOR, DESCRIPTOR_SIGNATURE, FLAG_DESCRIPTOR, LOCAL_SIGNATURE, LOCAL_SIZE, type LocalHeader, parseLocal } from './records.ts'

/** Bytes at the start and at the end of a gap in which a local header is searched. */
const REACH = 64 * 1024
/** Maximum bytes that are read or searched in all gaps together, since an archive can have many gaps. */
const TOTAL = 64 * 1024 * 1024
const BLOCK = 16 * 1024
/** Files up to this size are read into memory as a whole while their gaps are searched. */
const KEPT = 256 * 1024
/** The highest version that a header may need is 6.3. Rules out most bytes that only look like a header. */
const HIGHEST_VERSION = 63

/** Bytes `[start, end)` that belong to no known record. */
export interface Gap {
  readonly start: number
  readonly end: number
}

/** Byte ranges of the source, merged where they touch. */
export interface Spans {
  add(start: number, end: number): void
  has(offset: number): boolean
  gaps(): Gap[]
}

/** Returns an empty set of byte ranges within `[0, size)`. */
export function spans(size: number): Spans {
  const taken: Gap[] = []
  let merged: Gap[] | undefined
  const merge = (): Gap[] => {
    if (merged) return merged
    taken.sort((a, b) => a.start - b.start)
    merged = []
    let start = 0
    let end = 0
    for (const span of taken) {
      if (span.start > end) {
        if (end > start) merged.push({ start, end })
        start = span.start
      }
      end = Math.max(end, span.end)
    }
    if (end > start) merged.push({ start, end })
    return merged
  }
  return {
    add(start, end) {
      const from = Math.max(0, start)
      const to = Math.min(size, end)
      if (to <= from) return
      taken.push({ start: from, end: to })
      merged = undefined
    },
    has(offset) {
      const all = merge()
      let low = 0
      let high = all.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((all[middle]?.end ?? 0) <= offset) low = middle + 1
        else high = middle
      }
      return (all[low]?.start ?? size) <= offset && offset < (all[low]?.end ?? 0)
    },
    gaps() {
      const result: Gap[] = []
      let at = 0
      for (const span of merge()) {
        if (span.start > at) result.push({ start: at, end: span.start })
        at = span.end
      }
      if (at < size) result.push({ start: at, end: size })
      return result
    },
  }
}

/**
 * Reports local headers in the gaps, following their sizes from one to the next; data are never searched. Returns false
 * when the maximum of bytes to read, or `room` for entries, was reached.
 */
export function walkGaps(source: ByteSource, gaps: readonly Gap[], room: number, emit: (entry: ZipEntry) => void): boolean {
  // The search goes back and forth, so a small file is read once.
  const kept = gaps.length > 0 && source.size <= KEPT ? memorySource(source.read(0, source.size)) : source
  const search: Search = { block: blockReader(kept, BLOCK), looked: 0 }
  let count = 0
  for (const gap of gaps) {
    if (gap.end - gap.start < LOCAL_SIZE) continue
    let at = gap.start
    let reach = Math.min(gap.end, at + REACH)
    while (at + LOCAL_SIZE <= gap.end) {
      if (search.block.bytesRead() > TOTAL || search.looked > TOTAL || count >= room) return false
      const hit = find(search, LOCAL_SIGNATURE, at, reach)
      if (hit < 0) {
        if (reach === gap.end) break
        at = Math.max(reach, gap.end - REACH)
        reach = gap.end
        continue
      }
      const found = hiddenEntry(kept, search, hit, gap.end)
      if (!found) {
        at = hit + 4
        continue
      }
      emit(found.entry)
      count++
      at = found.next
      reach = Math.min(gap.end, at + REACH)
    }
  }
  return true
}

interface Search {
  readonly block: BlockReader
  looked: number
}

function hiddenEntry(source: ByteSource, search: Search, offset: number, end: number): { entry: ZipEntry; next: number } | undefined {
  const { block } = search
  const header = parseLocal(block.at(offset, LOCAL_SIZE))
  if (!header || header.nameLength === 0 || (header.versionNeeded & 0xff) > HIGHEST_VERSION) return undefined
  const dataOffset = offset + LOCAL_SIZE + header.nameLength + header.extraLength
  if (dataOffset > end) return undefined
  const name = decodeName(block.at(offset + LOCAL_SIZE, header.nameLength), header.flags)
  const { sizes, bounded, next } = extent(search, dataOffset, end, resolveSizes(source, offset, header))
  const { flags, method, crc } = header
  return {
    entry: { name, method, flags, crc, ...sizes, headerOffset: offset, dataOffset, unixMode: 0, listedBy: 'local-header', bounded },
    next,
  }
}

interface Extent {
  readonly sizes: { readonly compressedSize: number; readonly size: number }
  readonly bounded: boolean
  /** Where to look for the next header. A size that reaches past the gap is wrong, and does not hide what follows. */
  readonly next: number
}

function extent(search: Search, dataOffset: number, end: number, header: LocalHeader): Extent {
  const { compressedSize, size } = header
  if ((header.flags & FLAG_DESCRIPTOR) === 0 || compressedSize !== 0) {
    const next = dataOffset + compressedSize
    return { sizes: { compressedSize, size }, bounded: true, next: next > end ? dataOffset : next }
  }
  const reach = Math.min(end, dataOffset + REACH)
  // The compressed size in a data descriptor is its own distance from the start of the data; in zip64 these are the
  // lower 32 bits.
  for (let at = find(search, DESCRIPTOR_SIGNATURE, dataOffset, reach); at >= 0; at = find(search, DESCRIPTOR_SIGNATURE, at + 4, reach)) {
    if (u32le(search.block.at(at, DESCRIPTOR.size), DESCRIPTOR.compressedSize) !== at - dataOffset) continue
    return {
      sizes: { compressedSize: at - dataOffset, size: header.method === 0 ? at - dataOffset : 0 },
      bounded: false,
      next: at + DESCRIPTOR.size,
    }
  }
  return { sizes: { compressedSize: end - dataOffset, size: header.method === 0 ? end - dataOffset : 0 }, bounded: false, next: dataOffset }
}

/** Returns the offset of the first 4-byte signature within `[from, to)`, or -1. All signatures begin with `P`. */
function find(search: Search, signature: number, from: number, to: number): number {
  for (let at = from; at + 4 <= to; ) {
    const bytes = search.block.at(at, Math.min(BLOCK, to - at))
    for (let index = bytes.indexOf(0x50); index >= 0 && index + 4 <= bytes.length; index = bytes.indexOf(0x50, index + 1)) {
      if (u32le(bytes, index) !== signature) continue
      search.looked += index
      return at + index
    }
    search.looked += bytes.length
    if (bytes.length < 4) return -1
    at += bytes.length - 3
  }
  return -1
}
