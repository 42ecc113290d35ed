import { type Hdf5File, text, UNDEFINED } from './file.ts'

/** Where something lies in the file: nothing of it is read yet. */
export interface Extent {
  readonly address: number
  readonly length: number
}

/** Names and soft-link targets of an old-style group (`HEAP`). Gives the text at an offset of its data. */
export function localHeap(file: Hdf5File, address: number): (offset: number) => string {
  const fields = file.fields(address, 8 + 2 * file.lengthSize + file.offsetSize)
  fields.signature('HEAP')
  fields.skip(4)
  const size = fields.length()
  fields.length()
  const data = file.bytes(fields.offset(), size)
  return (offset) => {
    if (offset >= size) throw fields.broken('a name outside of its heap')
    const nul = data.indexOf(0, offset)
    return text(data.subarray(offset, Math.min(nul < 0 ? size : nul, offset + MAX_NAME)))
  }
}

const MAX_NAME = 64 * 1024

/** Objects of variable length: many strings share a collection (`GCOL`), whose objects are listed once. */
export class GlobalHeap {
  private readonly file: Hdf5File
  private readonly collections = new Map<number, ReadonlyMap<number, Extent>>()

  constructor(file: Hdf5File) {
    this.file = file
  }

  /** Where an object lies; undefined for the null object. */
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
    const head = file.fields(address, 8 + file.lengthSize)
    head.signature('GCOL')
    head.skip(4)
    const end = address + head.length()
    const found = new Map<number, Extent>()
    const headSize = 8 + file.lengthSize
    for (let at = address + headSize; at + headSize <= end; ) {
      const object = file.fields(at, headSize)
      const index = object.uint(2)
      object.skip(6)
      const length = object.length()
      if (index === 0) break
      if (at + headSize + length > end) throw object.broken('a heap object runs over its collection')
      found.set(index, { address: at + headSize, length })
      at += headSize + Math.ceil(length / 8) * 8
    }
    return found
  }
}

const MAX_COLLECTIONS = 256
