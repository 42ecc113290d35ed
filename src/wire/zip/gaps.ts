import { type ByteSource, memorySource } from '../../bytes/source.ts'
import { type BlockReader, blockReader } from '../block-reader.ts'
import { resolveSizes } from './directory.ts'
import type { ZipEntry } from './entry.ts'
import { decodeName } from './names.ts'
import { DESCRIPTOR_SIGNATURE, FLAG_DESCRIPTOR, LOCAL_SIGNATURE, LOCAL_SIZE, type LocalHeader, parseLocal, u32 } from './records.ts'

/** How far into a gap, and back from its end, a local header is looked for. */
const REACH = 64 * 1024
/** Bytes read or looked at in all gaps together: an archive of many gaps must not be read whole, nor one gap over and over. */
const TOTAL = 64 * 1024 * 1024
const BLOCK = 16 * 1024
/** Files up to this size are kept as a whole while their gaps are searched. */
const KEPT = 256 * 1024
/** The highest version a reader was ever asked for is 6.3; noise rarely looks like a header. */
const HIGHEST_VERSION = 63

/** Bytes `[start, end)` that no known record takes. */
export interface Gap {
  readonly start: number
  readonly end: number
}

/** Sorted, merged spans of the source. */
export interface Spans {
  add(start: number, end: number): void
  has(offset: number): boolean
  gaps(): Gap[]
}

/** What is taken of `[0, size)`. */
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
 * Local headers in the gaps, following their sizes from one to the next; never a search through data. Gives false when the total
 * of bytes to be read for it, or `room` for entries, was used up.
 */
export function walkGaps(source: ByteSource, gaps: readonly Gap[], room: number, emit: (entry: ZipEntry) => void): boolean {
  // The search goes back and forth: what is small is read once.
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
  const fixed = block.at(offset, LOCAL_SIZE)
  const header = parseLocal(fixed)
  if (!header || header.nameLength === 0 || (fixed[4] ?? 0) > HIGHEST_VERSION) return undefined
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
  /** Where to look for the next header. A size that leaves the gap is a lie, and does not hide what follows. */
  readonly next: number
}

function extent(search: Search, dataOffset: number, end: number, header: LocalHeader): Extent {
  const { compressedSize, size } = header
  if ((header.flags & FLAG_DESCRIPTOR) === 0 || compressedSize !== 0) {
    const next = dataOffset + compressedSize
    return { sizes: { compressedSize, size }, bounded: true, next: next > end ? dataOffset : next }
  }
  const reach = Math.min(end, dataOffset + REACH)
  // A data descriptor says its own distance from the start of the data: at +8, in 32 bits or the lower half of 64.
  for (let at = find(search, DESCRIPTOR_SIGNATURE, dataOffset, reach); at >= 0; at = find(search, DESCRIPTOR_SIGNATURE, at + 4, reach)) {
    if (u32(search.block.at(at, 12), 8) !== at - dataOffset) continue
    return { sizes: { compressedSize: at - dataOffset, size: header.method === 0 ? at - dataOffset : 0 }, bounded: false, next: at + 12 }
  }
  return { sizes: { compressedSize: end - dataOffset, size: header.method === 0 ? end - dataOffset : 0 }, bounded: false, next: dataOffset }
}

/** The first place of a 4-byte signature that starts in `[from, to)`, or -1. All begin with `P`. */
function find(search: Search, signature: number, from: number, to: number): number {
  for (let at = from; at + 4 <= to; ) {
    const bytes = search.block.at(at, Math.min(BLOCK, to - at))
    for (let index = bytes.indexOf(0x50); index >= 0 && index + 4 <= bytes.length; index = bytes.indexOf(0x50, index + 1)) {
      if (u32(bytes, index) !== signature) continue
      search.looked += index
      return at + index
    }
    search.looked += bytes.length
    if (bytes.length < 4) return -1
    at += bytes.length - 3
  }
  return -1
}
