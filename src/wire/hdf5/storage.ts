// Reads how the elements of an HDF5 dataset are stored: in one piece, in chunks, in other files.
import { ScanError } from '../../bytes/errors.ts'
import { type Fields, type Structure, UNDEFINED } from './fields.ts'
import type { Hdf5File } from './file.ts'
import { type Extent, type GlobalHeap, localHeap } from './heaps.ts'

/** The storage of the elements of a dataset. */
export type Storage =
  /** One piece; undefined where nothing was ever written. */
  | { readonly kind: 'whole'; readonly data: Extent | undefined }
  | Chunked
  /** Composed of datasets of the files `sources` (`.` is this one). */
  | { readonly kind: 'virtual'; readonly sources: readonly string[]; readonly address: number }

/** Elements in chunks that an index finds. */
export interface Chunked {
  readonly kind: 'chunked'
  readonly index: ChunkIndex
  /** The size of a chunk: elements in each dimension, then the bytes of an element. */
  readonly chunk: readonly number[]
  /** Chunks that extend past the edge of the dataset are stored without filters. */
  readonly plainEdges: boolean
}

/** The kind of index of the chunks (specification VI.A); `address` is `UNDEFINED` where nothing was ever written. */
export type ChunkIndex =
  | { readonly kind: 'tree' | 'implicit' | 'fixed-array' | 'extensible-array' | 'tree-2'; readonly address: number }
  /** One chunk; `size` where it is filtered. */
  | { readonly kind: 'single'; readonly address: number; readonly size: number | undefined; readonly mask: number }

/** Layout classes (specification IV.A.2.i). */
const COMPACT = 0
const CONTIGUOUS = 1
const CHUNKED = 2
const VIRTUAL = 3

/** Reads a data layout message. `bytes` is the size of all elements. */
export function readLayout(file: Hdf5File, heap: GlobalHeap, body: Fields, bytes: number): Storage {
  const version = body.uint(1)
  if (version < 1 || version > 5) throw new ScanError('unsupported', `HDF5 data layout version ${version}`, file.base + body.address)
  if (version < 3) return oldLayout(body, bytes)
  const kind = body.uint(1)
  switch (kind) {
    case COMPACT: {
      const length = body.uint(2)
      return { kind: 'whole', data: { address: body.here, length: Math.min(length, body.left) } }
    }
    case CONTIGUOUS: {
      const address = body.offset()
      return { kind: 'whole', data: extent(address, Math.min(body.length(), bytes)) }
    }
    case CHUNKED:
      return version === 3 ? treeOfChunks(body, body.uint(1), body.offset()) : newChunks(body)
    case VIRTUAL: {
      const collection = body.offset()
      const object = heap.object(collection, body.uint(4))
      if (!object) return { kind: 'virtual', sources: [], address: body.address }
      return { kind: 'virtual', sources: virtualSources(file, file.fields(object.address, object.length)), address: object.address }
    }
    default:
      throw new ScanError('unsupported', `HDF5 data layout class ${kind}`, file.base + body.address)
  }
}

/** Data layout message of versions 1 and 2 after its version, and the width of each dimension. */
const LAYOUT_1 = { rank: 1, layoutClass: 1, reserved: 5 } as const satisfies Structure
const DIMENSION = 4

function oldLayout(body: Fields, bytes: number): Storage {
  const { rank, layoutClass: kind } = body.record(LAYOUT_1)
  if (kind === COMPACT) {
    body.skip(rank * DIMENSION)
    const length = body.uint(4)
    return { kind: 'whole', data: { address: body.here, length: Math.min(length, body.left) } }
  }
  const address = body.offset()
  if (kind === CONTIGUOUS) return { kind: 'whole', data: extent(address, bytes) }
  return treeOfChunks(body, rank, address)
}

/** Reads the dimensions of chunks: those of the dataset, and one more for the bytes of an element. */
function treeOfChunks(body: Fields, rank: number, address: number): Chunked {
  return { kind: 'chunked', index: { kind: 'tree', address }, chunk: dimensions(body, rank, DIMENSION), plainEdges: false }
}

function dimensions(body: Fields, rank: number, width: number): readonly number[] {
  return Array.from({ length: rank }, () => body.uint(width))
}

/** Chunked layout of version 4 and later, before the dimensions. */
const CHUNKED_4 = { flags: 1, rank: 1, dimensionWidth: 1 } as const satisfies Structure
const PLAIN_EDGES = 1
const SINGLE_FILTERED = 2

/** Parameters of the kinds of index in the message (specification IV.A.2.i). */
const FIXED_ARRAY = { pageBits: 1 } as const satisfies Structure
const EXTENSIBLE_ARRAY = { maxBits: 1, indexElements: 1, minPointers: 1, minElements: 1, pageBits: 1 } as const satisfies Structure
const TREE_2 = { nodeSize: 4, splitPercent: 1, mergePercent: 1 } as const satisfies Structure

/** Reads a chunked layout of version 4 and later. */
function newChunks(body: Fields): Chunked {
  const { flags, rank, dimensionWidth } = body.record(CHUNKED_4)
  const chunk = dimensions(body, rank, dimensionWidth)
  return { kind: 'chunked', index: newIndex(body, flags), chunk, plainEdges: (flags & PLAIN_EDGES) !== 0 }
}

function newIndex(body: Fields, flags: number): ChunkIndex {
  const kind = body.uint(1)
  switch (kind) {
    case 1: {
      const filtered = (flags & SINGLE_FILTERED) !== 0
      const size = filtered ? body.length() : undefined
      const mask = filtered ? body.uint(4) : 0
      return { kind: 'single', address: body.offset(), size, mask }
    }
    case 2:
      return { kind: 'implicit', address: body.offset() }
    case 3:
      body.record(FIXED_ARRAY)
      return { kind: 'fixed-array', address: body.offset() }
    case 4:
      body.record(EXTENSIBLE_ARRAY)
      return { kind: 'extensible-array', address: body.offset() }
    case 5:
      body.record(TREE_2)
      return { kind: 'tree-2', address: body.offset() }
    default:
      throw body.broken(`a chunk index of type ${kind}`)
  }
}

function extent(address: number, length: number): Extent | undefined {
  return address === UNDEFINED ? undefined : { address, length }
}

const MAX_SOURCES = 100_000
const MAX_NAMED = 1000

/**
 * Returns the files of which a virtual dataset is composed (specification VII, global heap block for virtual datasets).
 */
function virtualSources(file: Hdf5File, block: Fields): readonly string[] {
  const version = block.uint(1)
  if (version !== 0) throw new ScanError('unsupported', `HDF5 virtual dataset of version ${version}`, file.base + block.address)
  const count = block.length()
  if (count > MAX_SOURCES) throw block.broken('a virtual dataset of too many sources')
  const names = new Set<string>()
  for (let i = 0; i < count; i++) {
    const name = block.name()
    if (names.size < MAX_NAMED) names.add(name)
    block.name()
    skipSelection(file, block)
    skipSelection(file, block)
  }
  return [...names]
}

/** Serialized selection (specification VIII.C), and the fields before the data in some of its versions. */
const SELECTION = { type: 4, version: 4 } as const satisfies Structure
const SELECTION_1 = { reserved: 4, dataSize: 4 } as const satisfies Structure
const HYPERSLAB_2 = { flags: 1, dataSize: 4 } as const satisfies Structure
const HYPERSLAB_3 = { flags: 1, width: 1, rank: 4 } as const satisfies Structure
const POINTS_2 = { width: 1, rank: 4 } as const satisfies Structure
const POINTS = 1
const HYPERSLAB = 2
const MAX_TYPE = 3
const REGULAR = 1

/** Moves past a serialized selection. */
function skipSelection(file: Hdf5File, block: Fields): void {
  const { type, version } = block.record(SELECTION)
  if (type === HYPERSLAB && version === 3) {
    const { flags, width, rank } = block.record(HYPERSLAB_3)
    // Start, stride, count and block of each dimension, or for each block its first and last element.
    block.skip((flags & REGULAR) !== 0 ? 4 * rank * width : block.uint(width) * 2 * rank * width)
  } else if (type === HYPERSLAB && version === 2) {
    block.skip(block.record(HYPERSLAB_2).dataSize)
  } else if (type === POINTS && version === 2) {
    const { width, rank } = block.record(POINTS_2)
    block.skip(block.uint(width) * rank * width)
  } else if (type <= MAX_TYPE && version === 1) {
    block.skip(block.record(SELECTION_1).dataSize)
  } else throw new ScanError('unsupported', `HDF5 selection of type ${type} and version ${version}`, file.base + block.address)
}

/** External data files message, and each file in it (specification IV.A.2.h). */
const EXTERNAL = { version: 1, reserved: 3, allocated: 2, used: 2, heap: 'O' } as const satisfies Structure
const EXTERNAL_FILE = { nameOffset: 'L', dataOffset: 'L', dataSize: 'L' } as const satisfies Structure

/** Returns the names of the other files that contain the elements of a dataset. */
export function externalFiles(file: Hdf5File, body: Fields): readonly string[] {
  const { used, heap } = body.record(EXTERNAL)
  const nameAt = localHeap(file, heap)
  const names: string[] = []
  for (let i = 0; i < used; i++) names.push(nameAt(body.record(EXTERNAL_FILE).nameOffset))
  return names
}
