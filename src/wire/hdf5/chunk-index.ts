import { ScanError } from '../../bytes/errors.ts'
import { btreeRecords } from './btree2.ts'
import { extensibleArray, fixedArray } from './chunk-arrays.ts'
import type { Dataspace } from './datatype.ts'
import { type Fields, type Hdf5File, UNDEFINED } from './file.ts'
import type { Chunked, ChunkIndex } from './storage.ts'

/** A chunk as it is stored. */
export interface Chunk {
  readonly address: number
  readonly size: number
  /** The filters that were left out when it was written, as bits. */
  readonly mask: number
}

/** Chunks of one dataset that are noted. */
const MAX_CHUNKS = 500_000
/** Entries of an index, those outside of the dataset included. */
const MAX_ENTRIES = 4_000_000

/** The chunks of a dataset by their place: counted through the dataset, last dimension first. Those that were never written are left out. */
export function chunksOf(file: Hdf5File, storage: Chunked, space: Dataspace, filtered: boolean): ReadonlyMap<number, Chunk> {
  const found = new Map<number, Chunk>()
  for (const { place, chunk } of placesOf(file, storage, space, filtered)) {
    found.set(place, chunk)
    if (found.size > MAX_CHUNKS)
      throw new ScanError('limit', `an HDF5 dataset of more than ${MAX_CHUNKS} chunks of bytes`, file.base + storage.index.address)
  }
  return found
}

/** The first chunk of a dataset, without noting the others. */
export function firstChunk(file: Hdf5File, storage: Chunked, space: Dataspace, filtered: boolean): Chunk | undefined {
  for (const { place, chunk } of placesOf(file, storage, space, filtered)) if (place === 0) return chunk
  return undefined
}

/** Where the chunks of a dataset are stored, in the order of its index; no more than are noted. */
export function* storedChunks(file: Hdf5File, storage: Chunked, space: Dataspace, filtered: boolean): Iterable<Chunk> {
  let count = 0
  for (const { chunk } of placesOf(file, storage, space, filtered)) {
    if (++count > MAX_CHUNKS) return
    yield chunk
  }
}

interface Placed {
  readonly place: number
  readonly chunk: Chunk
}

function* placesOf(file: Hdf5File, { index, chunk: sizes }: Chunked, space: Dataspace, filtered: boolean): Iterable<Placed> {
  if (index.address === UNDEFINED) return
  const bytes = sizes.reduce((product, size) => product * size, 1)
  let entries = 0
  for (const { place, chunk } of entriesOf(file, index, sizes, bytes, new Grid(space, sizes), filtered)) {
    if (++entries > MAX_ENTRIES)
      throw new ScanError('limit', `an HDF5 chunk index of more than ${MAX_ENTRIES} entries`, file.base + index.address)
    if (place !== undefined && chunk.address !== UNDEFINED) yield { place, chunk }
  }
}

function* entriesOf(
  file: Hdf5File,
  index: ChunkIndex,
  sizes: readonly number[],
  bytes: number,
  grid: Grid,
  filtered: boolean,
): Iterable<{ readonly place: number | undefined; readonly chunk: Chunk }> {
  const stored = (fields: Fields): Chunk => {
    const address = fields.offset()
    return filtered ? { address, size: fields.uint(fields.left - 4), mask: fields.uint(4) } : { address, size: bytes, mask: 0 }
  }
  switch (index.kind) {
    case 'single':
      yield { place: 0, chunk: { address: index.address, size: index.size ?? bytes, mask: index.mask } }
      return
    case 'implicit':
      for (let i = 0; i < grid.total && index.address + i * bytes < file.size; i++)
        yield { place: grid.ofMost(i), chunk: { address: index.address + i * bytes, size: bytes, mask: 0 } }
      return
    case 'fixed-array':
      for (const { index: at, fields } of fixedArray(file, index.address)) yield { place: grid.ofMost(at), chunk: stored(fields) }
      return
    case 'extensible-array':
      for (const { index: at, fields } of extensibleArray(file, index.address)) yield { place: grid.ofMost(at), chunk: stored(fields) }
      return
    case 'tree-2':
      for (const { type, fields } of btreeRecords(file, index.address)) {
        if (type !== PLAIN_CHUNKS && type !== FILTERED_CHUNKS) throw fields.broken(`a B-tree of type ${type} for chunks`)
        const chunk = stored(fields.part(Math.max(0, fields.left - 8 * (sizes.length - 1))))
        yield { place: grid.ofScaled(Array.from({ length: sizes.length - 1 }, () => fields.uint(8))), chunk }
      }
      return
    case 'tree':
      for (const { start, ...chunk } of oldTree(file, index.address, sizes.length))
        yield { place: grid.ofScaled(start.map((at, axis) => Math.floor(at / (sizes[axis] ?? 1)))), chunk }
  }
}

/** Types of version 2 B-trees, specification III.A.2. */
const PLAIN_CHUNKS = 10
const FILTERED_CHUNKS = 11

/** Places of chunks: in the dataset as it is, and in the dataset as large as it may become, by which arrays are ordered. */
class Grid {
  private readonly now: readonly number[]
  private readonly most: readonly number[]
  /** Dimensions in the order in which an array counts them, the slowest first: one without bound comes before all others. */
  private readonly order: readonly number[]
  /** Chunks of the dataset as large as it may become. */
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

  /** The place of a chunk by its numbers in each dimension; undefined outside of the dataset. */
  ofScaled(scaled: readonly number[]): number | undefined {
    let place = 0
    for (const [axis, size] of this.now.entries()) {
      const at = scaled[axis] ?? 0
      if (at >= size) return undefined
      place = place * size + at
    }
    return place
  }

  /** The place of a chunk by its number in an array. */
  ofMost(index: number): number | undefined {
    const scaled = new Array<number>(this.now.length).fill(0)
    let rest = index
    for (let i = this.order.length - 1; i >= 0; i--) {
      const axis = this.order[i] ?? 0
      const size = i === 0 ? Number.POSITIVE_INFINITY : (this.most[axis] ?? 1)
      scaled[axis] = size === Number.POSITIVE_INFINITY ? rest : rest % size
      rest = Math.floor(rest / Math.max(1, size))
    }
    return this.ofScaled(scaled)
  }
}

/** Chunks behind a version 1 B-tree: `start` is the first element of each in every dimension. */
function* oldTree(file: Hdf5File, tree: number, rank: number): Iterable<Chunk & { readonly start: readonly number[] }> {
  const seen = new Set<number>()
  const nodes = [{ address: tree, level: 256 }]
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (seen.has(node.address)) continue
    seen.add(node.address)
    const head = file.fields(node.address, 8)
    head.signature('TREE')
    const type = head.uint(1)
    const level = head.uint(1)
    if (type !== 1 || level >= node.level) throw head.broken('a chunk index node expected')
    const used = head.uint(2)
    const entries = file.fields(node.address + 8 + 2 * file.offsetSize, used * (8 + 8 * rank + file.offsetSize))
    for (let i = 0; i < used; i++) {
      const size = entries.uint(4)
      const mask = entries.uint(4)
      const start = Array.from({ length: rank - 1 }, () => entries.uint(8))
      entries.skip(8)
      const address = entries.offset()
      if (level > 0) nodes.push({ address, level })
      else yield { address, size, mask, start }
    }
  }
}
