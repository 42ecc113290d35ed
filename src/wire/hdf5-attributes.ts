import { ScanError } from '../bytes/errors.ts'
import { btreeRecords } from './hdf5-btree2.ts'
import { CLASS, type Dataspace, type Datatype, readDataspace, readDatatype } from './hdf5-datatype.ts'
import { type Fields, type Hdf5File, text, UNDEFINED } from './hdf5-file.ts'
import { FractalHeap } from './hdf5-fractal-heap.ts'
import { MESSAGE, type Message, readHeader } from './hdf5-header.ts'
import type { Extent, GlobalHeap } from './hdf5-heaps.ts'

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

/** Elements of one attribute or dataset that are looked at one by one. */
const MAX_ELEMENTS = 65_536

/**
 * The byte strings that stored elements hold: the whole of them, or each one where they are of variable length. Numbers hold none; an array of bytes
 * does. `more` is called where there are too many to look at.
 */
export function* byteStrings(
  file: Hdf5File,
  heap: GlobalHeap,
  type: Datatype,
  count: number,
  data: Extent,
  more: () => void,
): Iterable<Extent> {
  if (type.class !== CLASS.variable) {
    if (holdsBytes(type) && data.length > 0) yield data
    return
  }
  if (type.base && !holdsBytes(type.base)) return
  const width = type.size
  if (width < 4 + file.offsetSize + 4) return
  if (count > MAX_ELEMENTS) more()
  const shown = Math.min(count, MAX_ELEMENTS)
  for (let i = 0; i < shown; i++) {
    const element = file.fields(data.address + i * width, width)
    const elements = element.uint(4)
    const object = heap.object(element.offset(), element.uint(4))
    if (object) yield { address: object.address, length: Math.min(object.length, Math.max(elements, 1) * (type.base?.size ?? 1)) }
  }
}

/** True for text, opaque bytes and arrays of single bytes. */
export function holdsBytes(type: Datatype): boolean {
  if (type.class === CLASS.string || type.class === CLASS.opaque || type.class === CLASS.compound) return true
  if (type.class === CLASS.array) return type.base !== undefined && holdsBytes(type.base)
  return type.class === CLASS.integer && type.size === 1
}
