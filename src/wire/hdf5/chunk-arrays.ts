import { type Fields, type Hdf5File, UNDEFINED } from './file.ts'

/** Signature, version and client of each block of an array. */
const HEAD = 6
const CHECKSUM = 4
/** Elements of one array: the blocks of a hostile one may lie over each other. */
const MAX_ELEMENTS = 4_000_000

/** An element of an array of chunks: which one it is, and its fields. */
export interface Element {
  readonly index: number
  readonly fields: Fields
}

/** Elements of a fixed array (`FAHD`, specification VI.C), those of pages that were never written left out. */
export function* fixedArray(file: Hdf5File, address: number): Iterable<Element> {
  const head = file.fields(address, HEAD + 2 + file.lengthSize + file.offsetSize + CHECKSUM)
  head.signature('FAHD')
  head.skip(2)
  const size = head.uint(1)
  const pageElements = 2 ** Math.min(32, head.uint(1))
  const count = head.length()
  const block = head.offset()
  if (block === UNDEFINED) return
  if (size < file.offsetSize || count > MAX_ELEMENTS) throw head.broken('an array of chunks of impossible shape')
  let at = block + HEAD + file.offsetSize
  file.fields(block, 4).signature('FADB')
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

/** What all blocks of an extensible array need to know. */
interface Shape {
  readonly file: Hdf5File
  readonly size: number
  /** Bytes of a place in the array. */
  readonly placeBytes: number
  readonly pageElements: number
  counted: number
}

/** Elements of an extensible array (`EAHD`, specification VI.D): some in its index block, then data blocks that double in size. */
export function* extensibleArray(file: Hdf5File, address: number): Iterable<Element> {
  const head = file.fields(address, HEAD + 6 + 6 * file.lengthSize + file.offsetSize + CHECKSUM)
  head.signature('EAHD')
  head.skip(2)
  const size = head.uint(1)
  const placeBits = head.uint(1)
  const inIndex = head.uint(1)
  const leastElements = head.uint(1)
  const leastPointers = head.uint(1)
  const pageElements = 2 ** Math.min(32, head.uint(1))
  for (let i = 0; i < 6; i++) head.length()
  const block = head.offset()
  if (block === UNDEFINED) return
  const sound = size >= file.offsetSize && placeBits <= 64 && leastElements > 0 && leastPointers > 0
  const levels = 1 + placeBits - Math.log2(leastElements)
  if (!sound || !Number.isInteger(levels) || !Number.isInteger(Math.log2(leastPointers)))
    throw head.broken('an array of chunks of impossible shape')
  const shape: Shape = { file, size, placeBytes: Math.ceil(placeBits / 8), pageElements, counted: 0 }
  const direct = 2 * (leastPointers - 1)
  const firstSecondary = Math.log2(leastPointers) * 2
  const secondaries = Math.max(0, levels - firstSecondary)
  const fields = file.fields(block, HEAD + file.offsetSize + inIndex * size + (direct + secondaries) * file.offsetSize)
  fields.signature('EAIB')
  fields.skip(HEAD - 4 + file.offsetSize)
  yield* elements(fields, 0, inIndex, size)
  let first = inIndex
  for (let level = 0; level < levels; level++) {
    const blocks = 2 ** Math.floor(level / 2)
    const each = 2 ** Math.floor((level + 1) / 2) * leastElements
    if (level >= firstSecondary) yield* secondaryBlock(shape, fields.offset(), first, blocks, each)
    else for (let i = 0; i < blocks; i++) yield* dataBlock(shape, fields.offset(), first + i * each, each, () => true)
    first += blocks * each
  }
}

function* secondaryBlock(shape: Shape, address: number, first: number, blocks: number, each: number): Iterable<Element> {
  if (address === UNDEFINED) return
  const { file, placeBytes, pageElements } = shape
  const pages = each > pageElements ? each / pageElements : 0
  const bitmap = Math.ceil(pages / 8)
  const fields = file.fields(address, HEAD + file.offsetSize + placeBytes + blocks * (bitmap + file.offsetSize))
  fields.signature('EASB')
  fields.skip(HEAD - 4 + file.offsetSize + placeBytes)
  const written = fields.take(blocks * bitmap)
  for (let i = 0; i < blocks; i++) {
    // The bits of all blocks stand close together, in an area that is as large as if each had bytes of its own.
    yield* dataBlock(shape, fields.offset(), first + i * each, each, (page) => isSet(written, i * pages + page))
  }
}

/** `written`: is a page of the block there, if it has pages? */
function* dataBlock(shape: Shape, address: number, first: number, count: number, written: (page: number) => boolean): Iterable<Element> {
  if (address === UNDEFINED) return
  const { file, size, placeBytes, pageElements } = shape
  const head = file.fields(address, HEAD + file.offsetSize + placeBytes)
  head.signature('EADB')
  shape.counted += count
  if (shape.counted > MAX_ELEMENTS) throw head.broken('an array of too many chunks')
  let at = address + HEAD + file.offsetSize + placeBytes
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

/** Bits are counted from the highest one of the first byte. */
function isSet(bits: Uint8Array, index: number): boolean {
  return ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0
}
