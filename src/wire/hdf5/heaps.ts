// Reads the local and global heaps of an HDF5 file, which contain names and values of variable length.
import { type Structure, sizeOf, text, UNDEFINED } from './fields.ts'
import type { Hdf5File } from './file.ts'

/** A byte range of the file. */
export interface Extent {
  readonly address: number
  readonly length: number
}

/** Local heap (specification III.D). */
const LOCAL_HEAP = {
  signature: 'HEAP',
  version: 1,
  reserved: 3,
  dataSize: 'L',
  freeList: 'L',
  dataAddress: 'O',
} as const satisfies Structure

/**
 * Reads the heap of names and soft-link targets of an old-style group. Returns a function that reads the text at an
 * offset.
 */
export function localHeap(file: Hdf5File, address: number): (offset: number) => string {
  const fields = file.fields(address, sizeOf(file, LOCAL_HEAP))
  const { dataSize: size, dataAddress } = fields.record(LOCAL_HEAP)
  const data = file.bytes(dataAddress, size)
  return (offset) => {
    if (offset >= size) throw fields.broken('a name outside of its heap')
    const nul = data.indexOf(0, offset)
    return text(data.subarray(offset, Math.min(nul < 0 ? size : nul, offset + MAX_NAME)))
  }
}

const MAX_NAME = 64 * 1024

/** Global heap collection, and the head of each object in it (specification III.E). */
const COLLECTION = { signature: 'GCOL', version: 1, reserved: 3, size: 'L' } as const satisfies Structure
const OBJECT = { index: 2, references: 2, reserved: 4, size: 'L' } as const satisfies Structure
const ALIGNMENT = 8

/** Finds objects of variable length. Many strings share a collection, whose objects are listed once. */
export class GlobalHeap {
  private readonly file: Hdf5File
  private readonly collections = new Map<number, ReadonlyMap<number, Extent>>()

  constructor(file: Hdf5File) {
    this.file = file
  }

  /** Returns where an object is; undefined for the null object. */
  object(collection: number, index: number): Extent | undefined {
    if (collection === UNDEFINED || collection === 0 || index === 0) return undefined
    let objects = this.collections.get(collection)
    if (!objects) {
      if (this.collections.size >= MAX_COLLECTIONS) this.collections.clear()
      objects = this.list(collection)
      this.collections.set(collection, objects)
    }
    return objects.get(index)
  }

  private list(address: number): ReadonlyMap<number, Extent> {
    const { file } = this
    const headSize = sizeOf(file, COLLECTION)
    const end = address + file.fields(address, headSize).record(COLLECTION).size
    const found = new Map<number, Extent>()
    const objectHead = sizeOf(file, OBJECT)
    for (let at = address + headSize; at + objectHead <= end; ) {
      const object = file.fields(at, objectHead)
      const { index, size } = object.record(OBJECT)
      if (index === 0) break
      if (at + objectHead + size > end) throw object.broken('a heap object extends past its collection')
      found.set(index, { address: at + objectHead, length: size })
      at += objectHead + Math.ceil(size / ALIGNMENT) * ALIGNMENT
    }
    return found
  }
}

const MAX_COLLECTIONS = 256
