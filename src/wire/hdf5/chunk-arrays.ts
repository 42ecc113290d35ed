// Reads the fixed and extensible arrays that index the chunks of an HDF5 dataset.
import { type Fields, type Structure, sizeOf, UNDEFINED } from './fields.ts'
import type { Hdf5File } from './file.ts'

/** Fixed array header (specification VI.C). */
const FIXED_HEADER = {
  signature: 'FAHD',
  version: 1,
  client: 1,
  elementSize: 1,
  pageBits: 1,
  elements: 'L',
  dataBlock: 'O',
  checksum: 4,
} as const satisfies Structure
const FIXED_DATA_BLOCK = { signature: 'FADB', version: 1, client: 1, header: 'O' } as const satisfies Structure

/** Extensible array header (specification VI.D). */
const EXTENSIBLE_HEADER = {
  signature: 'EAHD',
  version: 1,
  client: 1,
  elementSize: 1,
  indexBits: 1,
  indexBlockElements: 1,
  minElements: 1,
  minPointers: 1,
  pageBits: 1,
  secondaryBlocks: 'L',
  secondarySize: 'L',
  dataBlocks: 'L',
  dataSize: 'L',
  maxIndex: 'L',
  elements: 'L',
  indexBlock: 'O',
  checksum: 4,
} as const satisfies Structure
const INDEX_BLOCK = { signature: 'EAIB', version: 1, client: 1, header: 'O' } as const satisfies Structure
const SECONDARY_BLOCK = { signature: 'EASB', version: 1, client: 1, header: 'O' } as const satisfies Structure
const DATA_BLOCK = { signature: 'EADB', version: 1, client: 1, header: 'O' } as const satisfies Structure

const CHECKSUM = 4
/** Maximum number of elements of one array: the blocks of a hostile one may overlap. */
const MAX_ELEMENTS = 4_000_000

/** An element of an array of chunks: its index and its fields. */
export interface Element {
  readonly index: number
  readonly fields: Fields
}

/** Returns the elements of a fixed array, without those of pages that were never written. */
export function* fixedArray(file: Hdf5File, address: number): Iterable<Element> {
  const head = file.fields(address, sizeOf(file, FIXED_HEADER))
  const { elementSize: size, pageBits, elements: count, dataBlock: block } = head.record(FIXED_HEADER)
  const pageElements = 2 ** Math.min(32, pageBits)
  if (block === UNDEFINED) return
  if (size < file.offsetSize || count > MAX_ELEMENTS) throw head.broken('an array of chunks of impossible shape')
  let at = block + sizeOf(file, FIXED_DATA_BLOCK)
  file.fields(block, 4).signature(FIXED_DATA_BLOCK.signature)
  if (count <= pageElements) return yield* elements(file.fields(at, count * size), 0, count, size)
  const pages = Math.ceil(count / pageElements)
  const written = file.bytes(at, Math.ceil(pages / 8))
  at += written.length + CHECKSUM
  for (let page = 0; page < pages; page++) {
    const first = page * pageElements
    const here = Math.min(pageElements, count - first)
    if (isSet(written, page)) yield* elements(file.fields(at, here * size), first, here, size)
    at += here * size + CHECKSUM
  }
}

/** The properties of an extensible array that all its blocks depend on. */
interface Shape {
  readonly file: Hdf5File
  readonly size: number
  /** Bytes of an index of the array. */
  readonly indexBytes: number
  readonly pageElements: number
  counted: number
}

/**
 * Returns the elements of an extensible array: first those in its index block, then those of data blocks of growing
 * size.
 */
export function* extensibleArray(file: Hdf5File, address: number): Iterable<Element> {
  const head = file.fields(address, sizeOf(file, EXTENSIBLE_HEADER))
  const {
    elementSize: size,
    indexBits,
    indexBlockElements,
    minElements,
    minPointers,
    pageBits,
    indexBlock,
  } = head.record(EXTENSIBLE_HEADER)
  const pageElements = 2 ** Math.min(32, pageBits)
  if (indexBlock === UNDEFINED) return
  const sound = size >= file.offsetSize && indexBits <= 64 && minElements > 0 && minPointers > 0
  const levels = 1 + indexBits - Math.log2(minElements)
  if (!sound || !Number.isInteger(levels) || !Number.isInteger(Math.log2(minPointers)))
    throw head.broken('an array of chunks of impossible shape')
  const shape: Shape = { file, size, indexBytes: Math.ceil(indexBits / 8), pageElements, counted: 0 }
  const direct = 2 * (minPointers - 1)
  const firstSecondary = Math.log2(minPointers) * 2
  const secondaries = Math.max(0, levels - firstSecondary)
  const indexSize = sizeOf(file, INDEX_BLOCK) + indexBlockElements * size + (direct + secondaries) * file.offsetSize
  const fields = file.fields(indexBlock, indexSize)
  fields.record(INDEX_BLOCK)
  yield* elements(fields, 0, indexBlockElements, size)
  let first = indexBlockElements
  for (let level = 0; level < levels; level++) {
    const blocks = 2 ** Math.floor(level / 2)
    const each = 2 ** Math.floor((level + 1) / 2) * minElements
    if (level >= firstSecondary) yield* secondaryBlock(shape, fields.offset(), first, blocks, each)
    else for (let i = 0; i < blocks; i++) yield* dataBlock(shape, fields.offset(), first + i * each, each, () => true)
    first += blocks * each
  }
}

function* secondaryBlock(shape: Shape, address: number, first: number, blocks: number, each: number): Iterable<Element> {
  if (address === UNDEFINED) return
  const { file, indexBytes, pageElements } = shape
  const pages = each > pageElements ? each / pageElements : 0
  const bitmap = Math.ceil(pages / 8)
  const fields = file.fields(address, sizeOf(file, SECONDARY_BLOCK) + indexBytes + blocks * (bitmap + file.offsetSize))
  fields.record(SECONDARY_BLOCK)
  fields.skip(indexBytes)
  const written = fields.take(blocks * bitmap)
  for (let i = 0; i < blocks; i++) {
    // The bits of all blocks follow each other, in an area that is as large as if each block began a new byte.
    yield* dataBlock(shape, fields.offset(), first + i * each, each, (page) => isSet(written, i * pages + page))
  }
}

/** Returns the elements of a data block. `written` is true for the pages that exist, where it has pages. */
function* dataBlock(shape: Shape, address: number, first: number, count: number, written: (page: number) => boolean): Iterable<Element> {
  if (address === UNDEFINED) return
  const { file, size, indexBytes, pageElements } = shape
  const headSize = sizeOf(file, DATA_BLOCK) + indexBytes
  const head = file.fields(address, headSize)
  head.signature(DATA_BLOCK.signature)
  shape.counted += count
  if (shape.counted > MAX_ELEMENTS) throw head.broken('an array of too many chunks')
  let at = address + headSize
  if (count <= pageElements) return yield* elements(file.fields(at, count * size), first, count, size)
  at += CHECKSUM
  for (let done = 0; done < count; done += pageElements) {
    if (written(done / pageElements)) yield* elements(file.fields(at, pageElements * size), first + done, pageElements, size)
    at += pageElements * size + CHECKSUM
  }
}

function* elements(fields: Fields, first: number, count: number, size: number): Iterable<Element> {
  for (let i = 0; i < count; i++) yield { index: first + i, fields: fields.part(size) }
}

/** Returns the bit at an index, counted from the highest bit of the first byte. */
function isSet(bits: Uint8Array, index: number): boolean {
  return ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0
}
