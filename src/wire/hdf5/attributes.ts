// Reads the attributes of an HDF5 object from its header and from the heap of many attributes.
import { ScanError } from '../../bytes/errors.ts'
import { btreeRecords } from './btree2.ts'
import { type Dataspace, type Datatype, readDataspace, readDatatype } from './datatype.ts'
import { type Fields, type Structure, text, UNDEFINED } from './fields.ts'
import type { Hdf5File } from './file.ts'
import { FractalHeap } from './fractal-heap.ts'
import { MESSAGE, type Message, readHeader } from './header.ts'
import type { Extent } from './heaps.ts'

/** An attribute of an object. */
export interface Attribute {
  readonly name: string
  readonly type: Datatype
  readonly space: Dataspace
  /** The stored elements: the values, or references to them where they have a variable length. */
  readonly data: Extent
}

/** Head of a shared message (specification IV.A.2); version 1 has reserved bytes after it. */
const SHARED = { version: 1, type: 1 } as const satisfies Structure
const SHARED_RESERVED_1 = 6
const IN_SHARED_HEAP = 1

/** Reads the datatype of a message or attribute; a committed datatype is in the header of another object. */
export function datatypeOf(file: Hdf5File, body: Fields, shared: boolean): Datatype {
  if (!shared) return readDatatype(body)
  const { version, type } = body.record(SHARED)
  if (version === 1) body.skip(SHARED_RESERVED_1)
  if (version === 3 && type === IN_SHARED_HEAP)
    throw new ScanError('unsupported', 'an HDF5 datatype in the shared message heap', file.base + body.address)
  const message = readHeader(file, body.offset()).find((found) => found.type === MESSAGE.datatype && !found.shared)
  if (!message) throw body.broken('a reference to a committed datatype that does not exist')
  return readDatatype(message.body)
}

/**
 * Returns all attributes of an object: those in its header and those in a heap. Calls `problem` for a broken one and
 * reads on.
 */
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

/** Attribute info message (specification IV.A.2.v), before the optional highest creation index of two bytes. */
const INFO = { version: 1, flags: 1 } as const satisfies Structure
const FLAG_ORDER_STORED = 0x1
const MAX_CREATION_INDEX = 2
/**
 * Types of version 2 B-trees of attributes; their records begin with the id in the heap and the flags of the message.
 */
const TREE_BY_NAME = 8
const TREE_BY_ORDER = 9
const HEAP_ID = 8
const FLAG_SHARED = 0x02

function* denseAttributes(file: Hdf5File, info: Fields): Iterable<Extent> {
  if (info.record(INFO).flags & FLAG_ORDER_STORED) info.skip(MAX_CREATION_INDEX)
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

/** Attribute message (specification IV.A.2.m); version 3 has the character set after it. */
const ATTRIBUTE = { version: 1, flags: 1, nameSize: 2, typeSize: 2, spaceSize: 2 } as const satisfies Structure
const CHARACTER_SET = 1
const DATATYPE_SHARED = 0x1

function readAttribute(file: Hdf5File, body: Fields): Attribute {
  const { version, flags, nameSize, typeSize, spaceSize } = body.record(ATTRIBUTE)
  if (version < 1 || version > 3) throw body.broken(`attribute version ${version}`)
  if (version === 3) body.skip(CHARACTER_SET)
  // Version 1 has no flags, and fills each part with zeros to a multiple of eight bytes.
  const isShared = version !== 1 && (flags & DATATYPE_SHARED) !== 0
  const padded = (size: number): number => (version === 1 ? Math.ceil(size / 8) * 8 : size)
  const written = body.take(padded(nameSize)).subarray(0, nameSize)
  const nul = written.indexOf(0)
  const name = text(nul < 0 ? written : written.subarray(0, nul))
  const type = datatypeOf(file, body.part(padded(typeSize)), isShared)
  const space = readDataspace(body.part(padded(spaceSize)))
  const length = type.size * space.count
  if (length > body.left) throw body.broken(`the value of attribute ${JSON.stringify(name.slice(0, 80))} extends past its end`)
  return { name, type, space, data: { address: body.here, length } }
}
