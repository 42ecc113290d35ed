import { ScanError } from '../../bytes/errors.ts'
import { type Fields, type Hdf5File, UNDEFINED } from './file.ts'
import { type Extent, type GlobalHeap, localHeap } from './heaps.ts'

/** Where the elements of a dataset are. */
export type Storage =
  /** In one piece; undefined where nothing was ever written. */
  | { readonly kind: 'whole'; readonly data: Extent | undefined }
  | Chunked
  /** Put together from datasets of the files `sources` (`.` is this one). */
  | { readonly kind: 'virtual'; readonly sources: readonly string[]; readonly address: number }

/** In chunks behind an index. */
export interface Chunked {
  readonly kind: 'chunked'
  readonly index: ChunkIndex
  /** The size of a chunk: elements in each dimension, then the bytes of an element. */
  readonly chunk: readonly number[]
  /** Chunks that reach over the edge of the dataset are stored without filters. */
  readonly plainEdges: boolean
}

/** How chunks are found, specification VI.A; `address` is `UNDEFINED` where nothing was ever written. */
export type ChunkIndex =
  | { readonly kind: 'tree' | 'implicit' | 'fixed-array' | 'extensible-array' | 'tree-2'; readonly address: number }
  /** One chunk; `size` where it is filtered. */
  | { readonly kind: 'single'; readonly address: number; readonly size: number | undefined; readonly mask: number }

const COMPACT = 0
const CONTIGUOUS = 1
const CHUNKED = 2
const VIRTUAL = 3

/** A data layout message, specification IV.A.2.i. `bytes` is the size of all elements. */
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

function oldLayout(body: Fields, bytes: number): Storage {
  const rank = body.uint(1)
  const kind = body.uint(1)
  body.skip(5)
  if (kind === COMPACT) {
    body.skip(rank * 4)
    const length = body.uint(4)
    return { kind: 'whole', data: { address: body.here, length: Math.min(length, body.left) } }
  }
  const address = body.offset()
  if (kind === CONTIGUOUS) return { kind: 'whole', data: extent(address, bytes) }
  return treeOfChunks(body, rank, address)
}

/** `rank`: dimensions of the dataset, and one more for the bytes of an element. */
function treeOfChunks(body: Fields, rank: number, address: number): Chunked {
  return { kind: 'chunked', index: { kind: 'tree', address }, chunk: dimensions(body, rank, 4), plainEdges: false }
}

function dimensions(body: Fields, rank: number, width: number): readonly number[] {
  return Array.from({ length: rank }, () => body.uint(width))
}

const PLAIN_EDGES = 1
const SINGLE_FILTERED = 2

/** Chunks of layout version 4 and later: the kind of the index, what it needs to know, and where it is. */
function newChunks(body: Fields): Chunked {
  const flags = body.uint(1)
  const rank = body.uint(1)
  const chunk = dimensions(body, rank, body.uint(1))
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
      body.skip(1)
      return { kind: 'fixed-array', address: body.offset() }
    case 4:
      body.skip(5)
      return { kind: 'extensible-array', address: body.offset() }
    case 5:
      body.skip(6)
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

/** The files that a virtual dataset takes its elements from (specification VII, global heap block for virtual datasets, version 0). */
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

const POINTS = 1
const HYPERSLAB = 2

/** A serialised selection, specification VIII.C: only its length is of interest. */
function skipSelection(file: Hdf5File, block: Fields): void {
  const type = block.uint(4)
  const version = block.uint(4)
  if (type === HYPERSLAB && version === 3) {
    const regular = (block.uint(1) & 1) !== 0
    const width = block.uint(1)
    const rank = block.uint(4)
    block.skip(regular ? 4 * rank * width : block.uint(width) * 2 * rank * width)
  } else if (type === HYPERSLAB && version === 2) {
    block.skip(1)
    block.skip(block.uint(4))
  } else if (type === POINTS && version === 2) {
    const width = block.uint(1)
    const rank = block.uint(4)
    block.skip(block.uint(width) * rank * width)
  } else if (type <= 3 && version === 1) {
    block.skip(4)
    block.skip(block.uint(4))
  } else throw new ScanError('unsupported', `HDF5 selection of type ${type} and version ${version}`, file.base + block.address)
}

/** The files outside that hold a dataset's elements (external data files message, specification IV.A.2.h). */
export function externalFiles(file: Hdf5File, body: Fields): readonly string[] {
  body.skip(4 + 2)
  const used = body.uint(2)
  const nameAt = localHeap(file, body.offset())
  const names: string[] = []
  for (let i = 0; i < used; i++) {
    names.push(nameAt(body.length()))
    body.length()
    body.length()
  }
  return names
}
