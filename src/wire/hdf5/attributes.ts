import { ScanError } from '../../bytes/errors.ts'
import { btreeRecords } from './btree2.ts'
import { type Dataspace, type Datatype, readDataspace, readDatatype } from './datatype.ts'
import { type Fields, type Hdf5File, text, UNDEFINED } from './file.ts'
import { FractalHeap } from './fractal-heap.ts'
import { MESSAGE, type Message, readHeader } from './header.ts'
import type { Extent } from './heaps.ts'

export interface Attribute {
  readonly name: string
  readonly type: Datatype
  readonly space: Dataspace
  /** The stored elements: the values themselves, or references to them where they are of variable length. */
  readonly data: Extent
}

/** The datatype of a message or attribute, which may be a committed one that stands in an object of its own. */
export function datatypeOf(file: Hdf5File, body: Fields, shared: boolean): Datatype {
  if (!shared) return readDatatype(body)
  const version = body.uint(1)
  const type = body.uint(1)
  if (version === 1) body.skip(6)
  if (version === 3 && type === 1)
    throw new ScanError('unsupported', 'an HDF5 datatype in the shared message heap', file.base + body.address)
  const message = readHeader(file, body.offset()).find((found) => found.type === MESSAGE.datatype && !found.shared)
  if (!message) throw body.broken('a committed datatype that is none')
  return readDatatype(message.body)
}

/** All attributes of an object: those in its header, and the dense ones in a heap. A broken one is told to `problem`, and the rest is read. */
export function* attributesOf(file: Hdf5File, messages: readonly Message[], problem: (error: unknown) => void): Iterable<Attribute> {
  for (const { type, shared, body } of messages) {
    if (type === MESSAGE.attribute) {
      try {
        if (shared) throw new ScanError('unsupported', 'an HDF5 attribute in the shared message heap', file.base + body.address)
        yield readAttribute(file, body)
      } catch (error) {
        problem(error)
      }
    } else if (type === MESSAGE.attributeInfo) {
      try {
        for (const extent of denseAttributes(file, body)) yield readAttribute(file, file.fields(extent.address, extent.length))
      } catch (error) {
        problem(error)
      }
    }
  }
}

const TREE_BY_NAME = 8
const TREE_BY_ORDER = 9
const HEAP_ID = 8
const FLAG_ORDER_STORED = 0x1
const FLAG_SHARED = 0x02

function* denseAttributes(file: Hdf5File, info: Fields): Iterable<Extent> {
  info.skip(1)
  if (info.uint(1) & FLAG_ORDER_STORED) info.skip(2)
  const heapAddress = info.offset()
  const tree = info.offset()
  if (heapAddress === UNDEFINED) return
  const heap = new FractalHeap(file, heapAddress)
  for (const { type, fields } of btreeRecords(file, tree)) {
    if (type !== TREE_BY_NAME && type !== TREE_BY_ORDER) throw fields.broken(`a B-tree of type ${type} for attributes`)
    const id = fields.part(HEAP_ID)
    if (fields.uint(1) & FLAG_SHARED)
      throw new ScanError('unsupported', 'an HDF5 attribute in the shared message heap', file.base + fields.address)
    yield heap.find(id)
  }
}

const DATATYPE_SHARED = 0x1

function readAttribute(file: Hdf5File, body: Fields): Attribute {
  const version = body.uint(1)
  if (version < 1 || version > 3) throw body.broken(`attribute version ${version}`)
  const flags = version === 1 ? 0 : (body.data[body.pos] ?? 0)
  body.skip(1)
  const nameSize = body.uint(2)
  const typeSize = body.uint(2)
  const spaceSize = body.uint(2)
  if (version === 3) body.skip(1)
  const padded = (size: number): number => (version === 1 ? Math.ceil(size / 8) * 8 : size)
  const written = body.take(padded(nameSize)).subarray(0, nameSize)
  const nul = written.indexOf(0)
  const name = text(nul < 0 ? written : written.subarray(0, nul))
  const type = datatypeOf(file, body.part(padded(typeSize)), (flags & DATATYPE_SHARED) !== 0)
  const space = readDataspace(body.part(padded(spaceSize)))
  const length = type.size * space.count
  if (length > body.left) throw body.broken(`the value of attribute ${JSON.stringify(name.slice(0, 80))} runs over its end`)
  return { name, type, space, data: { address: body.here, length } }
}
