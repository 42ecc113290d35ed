// Finds the stored chunks of an HDF5 dataset through any of its six kinds of index.
import { ScanError } from '../../bytes/errors.ts'
import { firstEntry, TREE_NODE, TREE_NODE_SIZE } from './btree1.ts'
import { btreeRecords } from './btree2.ts'
import { extensibleArray, fixedArray } from './chunk-arrays.ts'
import type { Dataspace } from './datatype.ts'
import { type Fields, type Structure, sizeOf, UNDEFINED } from './fields.ts'
import type { Hdf5File } from './file.ts'
import type { Chunked, ChunkIndex } from './storage.ts'

/** A chunk as it is stored. */
export interface Chunk {
  readonly address: number
  readonly size: number
  /** One bit for each filter that was not applied to the chunk. */
  readonly mask: number
}

/** Maximum number of chunks of one dataset. */
const MAX_CHUNKS = 500_000
/** Maximum number of entries of an index, including those outside of the dataset. */
const MAX_ENTRIES = 4_000_000

/**
 * Returns the chunks of a dataset by their position, counted along the last dimension first. Unwritten ones are
 * missing.
 */
export function chunksOf(file: Hdf5File, storage: Chunked, space: Dataspace, filtered: boolean): ReadonlyMap<number, Chunk> {
  const found = new Map<number, Chunk>()
  for (const { position, chunk } of positionedChunks(file, storage, space, filtered)) {
    found.set(position, chunk)
    if (found.size > MAX_CHUNKS)
      throw new ScanError('limit', `an HDF5 dataset of more than ${MAX_CHUNKS} chunks of bytes`, file.base + storage.index.address)
  }
  return found
}

/** Returns the first chunk of a dataset without collecting the others. */
export function firstChunk(file: Hdf5File, storage: Chunked, space: Dataspace, filtered: boolean): Chunk | undefined {
  for (const { position, chunk } of positionedChunks(file, storage, space, filtered)) if (position === 0) return chunk
  return undefined
}

/** Returns the stored chunks of a dataset in the order of its index, up to the maximum number. */
export function* storedChunks(file: Hdf5File, storage: Chunked, space: Dataspace, filtered: boolean): Iterable<Chunk> {
  let count = 0
  for (const { chunk } of positionedChunks(file, storage, space, filtered)) {
    if (++count > MAX_CHUNKS) return
    yield chunk
  }
}

interface PositionedChunk {
  readonly position: number
  readonly chunk: Chunk
}

function* positionedChunks(
  file: Hdf5File,
  { index, chunk: sizes }: Chunked,
  space: Dataspace,
  filtered: boolean,
): Iterable<PositionedChunk> {
  if (index.address === UNDEFINED) return
  const bytes = sizes.reduce((product, size) => product * size, 1)
  let entries = 0
  for (const { position, chunk } of entriesOf(file, index, sizes, bytes, new Grid(space, sizes), filtered)) {
    if (++entries > MAX_ENTRIES)
      throw new ScanError('limit', `an HDF5 chunk index of more than ${MAX_ENTRIES} entries`, file.base + index.address)
    if (position !== undefined && chunk.address !== UNDEFINED) yield { position, chunk }
  }
}

function* entriesOf(
  file: Hdf5File,
  index: ChunkIndex,
  sizes: readonly number[],
  bytes: number,
  grid: Grid,
  filtered: boolean,
): Iterable<{ readonly position: number | undefined; readonly chunk: Chunk }> {
  const stored = (fields: Fields): Chunk => {
    const address = fields.offset()
    return filtered ? { address, size: fields.uint(fields.left - 4), mask: fields.uint(4) } : { address, size: bytes, mask: 0 }
  }
  switch (index.kind) {
    case 'single':
      yield { position: 0, chunk: { address: index.address, size: index.size ?? bytes, mask: index.mask } }
      return
    case 'implicit':
      for (let i = 0; i < grid.total && index.address + i * bytes < file.size; i++)
        yield { position: grid.ofArrayIndex(i), chunk: { address: index.address + i * bytes, size: bytes, mask: 0 } }
      return
    case 'fixed-array':
      for (const { index: at, fields } of fixedArray(file, index.address)) yield { position: grid.ofArrayIndex(at), chunk: stored(fields) }
      return
    case 'extensible-array':
      for (const { index: at, fields } of extensibleArray(file, index.address))
        yield { position: grid.ofArrayIndex(at), chunk: stored(fields) }
      return
    case 'tree-2':
      for (const { type, fields } of btreeRecords(file, index.address)) {
        if (type !== PLAIN_CHUNKS && type !== FILTERED_CHUNKS) throw fields.broken(`a B-tree of type ${type} for chunks`)
        const chunk = stored(fields.part(Math.max(0, fields.left - 8 * (sizes.length - 1))))
        yield { position: grid.ofIndexes(Array.from({ length: sizes.length - 1 }, () => fields.uint(8))), chunk }
      }
      return
    case 'tree':
      for (const { start, ...chunk } of oldTree(file, index.address, sizes.length))
        yield { position: grid.ofIndexes(start.map((at, axis) => Math.floor(at / (sizes[axis] ?? 1)))), chunk }
  }
}

/** Types of version 2 B-trees (specification III.A.2). */
const PLAIN_CHUNKS = 10
const FILTERED_CHUNKS = 11

/**
 * Computes positions of chunks in the dataset from positions in the dataset at its maximum size, by which arrays are
 * ordered.
 */
class Grid {
  private readonly now: readonly number[]
  private readonly most: readonly number[]
  /**
   * Dimensions in the order in which an array counts them, the slowest first: an unlimited one comes before all others.
   */
  private readonly order: readonly number[]
  /** Number of chunks of the dataset at its maximum size. */
  readonly total: number

  constructor({ shape, most }: Dataspace, chunk: readonly number[]) {
    const chunks = (sizes: readonly number[]): readonly number[] => sizes.map((size, axis) => Math.ceil(size / (chunk[axis] ?? 1)))
    this.now = chunks(shape)
    this.most = chunks(most)
    this.total = this.most.reduce((product, size) => product * size, 1)
    const axes = shape.map((_, axis) => axis)
    const unbound = this.most.indexOf(Number.POSITIVE_INFINITY)
    this.order = unbound < 0 ? axes : [unbound, ...axes.filter((axis) => axis !== unbound)]
  }

  /** Returns the position of a chunk from its index in each dimension; undefined outside of the dataset. */
  ofIndexes(scaled: readonly number[]): number | undefined {
    let position = 0
    for (const [axis, size] of this.now.entries()) {
      const at = scaled[axis] ?? 0
      if (at >= size) return undefined
      position = position * size + at
    }
    return position
  }

  /** Returns the position of a chunk from its index in an array. */
  ofArrayIndex(index: number): number | undefined {
    const scaled = new Array<number>(this.now.length).fill(0)
    let rest = index
    for (let i = this.order.length - 1; i >= 0; i--) {
      const axis = this.order[i] ?? 0
      const size = i === 0 ? Number.POSITIVE_INFINITY : (this.most[axis] ?? 1)
      scaled[axis] = size === Number.POSITIVE_INFINITY ? rest : rest % size
      rest = Math.floor(rest / Math.max(1, size))
    }
    return this.ofIndexes(scaled)
  }
}

/** A chunk of a version 1 B-tree: its stored size and the bits of its unused filters, before its first element. */
const TREE_KEY = { size: 4, mask: 4 } as const satisfies Structure
const CHUNK_TREE = 1

/** Returns the chunks of a version 1 B-tree: `start` is the first element of a chunk in every dimension. */
function* oldTree(file: Hdf5File, tree: number, rank: number): Iterable<Chunk & { readonly start: readonly number[] }> {
  const seen = new Set<number>()
  const nodes = [{ address: tree, level: 256 }]
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (seen.has(node.address)) continue
    seen.add(node.address)
    const head = file.fields(node.address, TREE_NODE_SIZE)
    head.signature('TREE')
    const { type, level, entriesUsed } = head.record(TREE_NODE)
    if (type !== CHUNK_TREE || level >= node.level) throw head.broken('a chunk index node expected')
    const entrySize = sizeOf(file, TREE_KEY) + 8 * rank + file.offsetSize
    const entries = file.fields(firstEntry(file, node.address), entriesUsed * entrySize)
    for (let i = 0; i < entriesUsed; i++) {
      const { size, mask } = entries.record(TREE_KEY)
      const start = Array.from({ length: rank - 1 }, () => entries.uint(8))
      // The last dimension is that of the bytes in an element.
      entries.skip(8)
      const address = entries.offset()
      if (level > 0) nodes.push({ address, level })
      else yield { address, size, mask, start }
    }
  }
}
