// Reads the fractal heap of an HDF5 file, which contains the attributes and links of large objects.
import { ScanError } from '../../bytes/errors.ts'
import { btreeRecords, bytesFor } from './btree2.ts'
import { type Fields, type Structure, sizeOf, UNDEFINED } from './fields.ts'
import type { Hdf5File } from './file.ts'
import type { Extent } from './heaps.ts'

/** Fractal heap header (specification III.G). */
const HEADER = {
  signature: 'FRHP',
  version: 1,
  idLength: 2,
  filterSize: 2,
  flags: 1,
  maxManagedSize: 4,
  nextHugeId: 'L',
  hugeTree: 'O',
  freeSpace: 'L',
  freeSpaceManager: 'O',
  managedSpace: 'L',
  allocatedSpace: 'L',
  iteratorOffset: 'L',
  managedObjects: 'L',
  hugeSize: 'L',
  hugeObjects: 'L',
  tinySize: 'L',
  tinyObjects: 'L',
  tableWidth: 2,
  startSize: 'L',
  maxDirectSize: 'L',
  maxHeapBits: 2,
  startRows: 2,
  root: 'O',
  rootRows: 2,
} as const satisfies Structure

/** Signature and version of an indirect block, before the address of the heap and the offset of the block. */
const INDIRECT_HEAD = 5

/** Type and records of the B-tree that finds huge objects by id. */
const HUGE_INDIRECT = 1
const HUGE_RECORD = { address: 'O', length: 'L', id: 'L' } as const satisfies Structure

/** Kinds of heap ids, in bits 4 and 5 of their first byte. */
const MANAGED = 0
const HUGE = 1
const TINY = 2

/** Finds objects by id in the heap that contains the attributes or links of objects that have many. */
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
    const fields = file.fields(address, sizeOf(file, HEADER))
    this.fields = fields
    const { filterSize, maxManagedSize, maxHeapBits, ...header } = fields.record(HEADER)
    this.hugeTree = header.hugeTree
    this.width = header.tableWidth
    this.startSize = header.startSize
    this.maxDirect = header.maxDirectSize
    this.root = header.root
    this.rootRows = header.rootRows
    if (filterSize > 0) throw new ScanError('unsupported', 'an HDF5 heap with compressed names and attributes', file.base + address)
    const sound = this.width > 0 && this.startSize > 0 && this.maxDirect >= this.startSize && maxHeapBits <= 64
    if (!sound) throw fields.broken('a heap with an impossible block table')
    this.offsetBytes = Math.ceil(maxHeapBits / 8)
    this.lengthBytes = Math.min(bytesFor(this.maxDirect), bytesFor(maxManagedSize))
  }

  /** Returns where the object of that id is. */
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
        const { address, length, id } = fields.record(HUGE_RECORD)
        found.set(id, { address, length })
      }
      this.huge = found
    }
    const found = this.huge.get(id.uint(Math.min(this.file.lengthSize, id.left)))
    if (!found) throw id.broken('a heap id without an object')
    return found
  }

  /**
   * Returns the address of an offset in the heap, whose blocks double in size from the second row (specification
   * III.G).
   */
  private locate(offset: number): number {
    let block = this.root
    let rows = this.rootRows
    let rest = offset
    for (let depth = 0; depth < MAX_DEPTH; depth++) {
      if (block === UNDEFINED) throw this.fields.broken('a heap object in a block that is not there')
      if (rows === 0) return block + rest
      const { row, column, within } = this.cell(rest, rows)
      const directRows = Math.min(rows, this.directRows())
      const head = INDIRECT_HEAD + this.file.offsetSize + this.offsetBytes
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
    throw this.fields.broken('a heap nested too deeply')
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
