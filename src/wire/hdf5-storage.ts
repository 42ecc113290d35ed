import { ScanError } from '../bytes/errors.ts'
import { type Fields, type Hdf5File, UNDEFINED } from './hdf5-file.ts'
import { type Extent, type GlobalHeap, localHeap } from './hdf5-heaps.ts'

/** Where the elements of a dataset are. */
export type Storage =
  /** In one piece; undefined where nothing was ever written. */
  | { readonly kind: 'whole'; readonly data: Extent | undefined }
  /** In chunks behind an index; `tree` is the address of an index of version 1. */
  | {
      readonly kind: 'chunked'
      readonly tree: number | undefined
      readonly rank: number
      readonly empty: boolean
      readonly chunkElements: number
    }
  /** Put together from datasets of the files `sources` (`.` is this one). */
  | { readonly kind: 'virtual'; readonly sources: readonly string[]; readonly address: number }

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
    case CHUNKED: {
      if (version > 3)
        return {
          kind: 'chunked',
          tree: undefined,
          rank: 0,
          empty: body.data.length >= file.offsetSize && lastAddress(file, body) === UNDEFINED,
          chunkElements: 0,
        }
      const rank = body.uint(1)
      const tree = body.offset()
      let chunkElements = 1
      for (let i = 0; i < rank - 1; i++) chunkElements *= body.uint(4)
      return { kind: 'chunked', tree, rank, empty: tree === UNDEFINED, chunkElements }
    }
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
  let chunkElements = 1
  for (let i = 0; i < rank - 1; i++) chunkElements *= body.uint(4)
  return { kind: 'chunked', tree: address, rank, empty: address === UNDEFINED, chunkElements }
}

/** A chunk index of version 4 ends with its address. */
function lastAddress(file: Hdf5File, body: Fields): number {
  body.skip(body.left - file.offsetSize)
  return body.offset()
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

const MAX_CHUNKS = 4096

/** A chunk as stored, and the place in the first dimension where it begins. */
export interface Chunk extends Extent {
  readonly first: number
}

/** Chunks behind a version 1 index. At most some thousand. */
export function* chunksOf(file: Hdf5File, tree: number, rank: number): Iterable<Chunk> {
  const seen = new Set<number>()
  const nodes = [{ address: tree, level: 65 }]
  let count = 0
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (seen.has(node.address)) continue
    seen.add(node.address)
    const head = file.fields(node.address, 8)
    head.signature('TREE')
    const type = head.uint(1)
    const level = head.uint(1)
    if (type !== 1 || level >= node.level) throw head.broken('a chunk index node expected')
    const used = head.uint(2)
    const keySize = 8 + 8 * rank
    const entries = file.fields(node.address + 8 + 2 * file.offsetSize, used * (keySize + file.offsetSize))
    for (let i = 0; i < used; i++) {
      const length = entries.uint(4)
      entries.skip(4)
      const first = entries.uint(8)
      entries.skip(keySize - 16)
      const address = entries.offset()
      if (level > 0) nodes.push({ address, level })
      else if (++count <= MAX_CHUNKS) yield { address, length, first }
      else return
    }
  }
}
