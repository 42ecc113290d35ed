import { ScanError } from '../../bytes/errors.ts'
import { btreeRecords, bytesFor } from './btree2.ts'
import { type Fields, type Hdf5File, UNDEFINED } from './file.ts'
import type { Extent } from './heaps.ts'

/** Records of the tree that finds huge objects, by its type: fields before the length are the address. */
const HUGE_INDIRECT = 1

const MANAGED = 0
const HUGE = 1
const TINY = 2

/** The heap of attributes and links of large objects (`FRHP`). Finds an object by its id. */
export class FractalHeap {
  private readonly file: Hdf5File
  private readonly fields: Fields
  private readonly hugeTree: number
  private readonly width: number
  private readonly startSize: number
  private readonly maxDirect: number
  private readonly offsetBytes: number
  private readonly lengthBytes: number
  private readonly root: number
  private readonly rootRows: number
  private huge: ReadonlyMap<number, Extent> | undefined

  constructor(file: Hdf5File, address: number) {
    this.file = file
    const fields = file.fields(address, 22 + 12 * file.lengthSize + 3 * file.offsetSize)
    this.fields = fields
    fields.signature('FRHP')
    fields.skip(1 + 2)
    const filters = fields.uint(2)
    fields.skip(1)
    const maxManaged = fields.uint(4)
    fields.length()
    this.hugeTree = fields.offset()
    fields.length()
    fields.offset()
    for (let i = 0; i < 8; i++) fields.length()
    this.width = fields.uint(2)
    this.startSize = fields.length()
    this.maxDirect = fields.length()
    const heapBits = fields.uint(2)
    fields.skip(2)
    this.root = fields.offset()
    this.rootRows = fields.uint(2)
    if (filters > 0) throw new ScanError('unsupported', 'an HDF5 heap with compressed names and attributes', file.base + address)
    const sound = this.width > 0 && this.startSize > 0 && this.maxDirect >= this.startSize && heapBits <= 64
    if (!sound) throw fields.broken('a heap with an impossible block table')
    this.offsetBytes = Math.ceil(heapBits / 8)
    this.lengthBytes = Math.min(bytesFor(this.maxDirect), bytesFor(maxManaged))
  }

  /** Where the object of that id lies. */
  find(id: Fields): Extent {
    const first = id.uint(1)
    switch ((first >> 4) & 3) {
      case MANAGED: {
        const offset = id.uint(this.offsetBytes)
        return { address: this.locate(offset), length: id.uint(this.lengthBytes) }
      }
      case HUGE:
        return this.findHuge(id)
      case TINY:
        return { address: id.here, length: (first & 0x0f) + 1 }
      default:
        throw id.broken('a heap id of an unknown kind')
    }
  }

  private findHuge(id: Fields): Extent {
    if (id.left >= this.file.offsetSize + this.file.lengthSize) return { address: id.offset(), length: id.length() }
    if (!this.huge) {
      const found = new Map<number, Extent>()
      for (const { type, fields } of btreeRecords(this.file, this.hugeTree)) {
        if (type !== HUGE_INDIRECT)
          throw new ScanError('unsupported', 'an HDF5 heap with compressed large objects', this.file.base + fields.address)
        const extent = { address: fields.offset(), length: fields.length() }
        found.set(fields.length(), extent)
      }
      this.huge = found
    }
    const found = this.huge.get(id.uint(Math.min(this.file.lengthSize, id.left)))
    if (!found) throw id.broken('a heap id of no object')
    return found
  }

  /** Address of an offset in the heap's own space: blocks double in size from the second row on (specification III.G). */
  private locate(offset: number): number {
    let block = this.root
    let rows = this.rootRows
    let rest = offset
    for (let depth = 0; depth < MAX_DEPTH; depth++) {
      if (block === UNDEFINED) throw this.fields.broken('a heap object in a block that is not there')
      if (rows === 0) return block + rest
      const { row, column, within } = this.cell(rest, rows)
      const directRows = Math.min(rows, this.directRows())
      const head = 5 + this.file.offsetSize + this.offsetBytes
      const entry = row * this.width + column
      const fields = this.file.fields(block + head + entry * this.file.offsetSize, this.file.offsetSize)
      block = fields.offset()
      if (row < directRows) {
        if (block === UNDEFINED) throw this.fields.broken('a heap object in a block that is not there')
        return block + within
      }
      rows = Math.log2(this.rowSize(row)) - Math.log2(this.startSize * this.width) + 1
      rest = within
    }
    throw this.fields.broken('a heap nested too deep')
  }

  private cell(offset: number, rows: number): { row: number; column: number; within: number } {
    let start = 0
    for (let row = 0; row < rows; row++) {
      const size = this.rowSize(row)
      const end = start + size * this.width
      if (offset < end) {
        const column = Math.floor((offset - start) / size)
        return { row, column, within: offset - start - column * size }
      }
      start = end
    }
    throw this.fields.broken('a heap object outside of its heap')
  }

  private rowSize(row: number): number {
    return row < 2 ? this.startSize : this.startSize * 2 ** (row - 1)
  }

  private directRows(): number {
    return Math.log2(this.maxDirect) - Math.log2(this.startSize) + 2
  }
}

const MAX_DEPTH = 64
