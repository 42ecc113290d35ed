// Reads a chunked HDF5 dataset as one run of bytes, decoding chunks when they are needed.
import { ScanError } from '../../bytes/errors.ts'
import type { ByteSource } from '../../bytes/source.ts'
import { type Chunk, chunksOf, firstChunk } from './chunk-index.ts'
import type { Dataspace } from './datatype.ts'
import type { Hdf5File } from './file.ts'
import { type Pipeline, undoFilters } from './filters.ts'
import type { Chunked } from './storage.ts'

/** Maximum size of a filtered chunk, which is decoded in memory as a whole; writers make chunks of about a MiB. */
const MAX_CHUNK = 64 * 2 ** 20
/** Maximum bytes of decoded chunks in the cache: a row of the dataset may need many chunks. */
const CACHE = 64 * 2 ** 20

/** Datasets above this size are not read when less than a sixteenth of them was written. */
const SPARSE = 2 ** 30
const SPARSEST = 16

/** Called before bytes of a chunk are decoded; throws to stop. */
export type Spend = (bytes: number) => void

/** The properties of a chunked dataset. */
export interface ChunkedOptions {
  readonly storage: Chunked
  readonly space: Dataspace
  readonly pipeline: Pipeline
  /** Bytes of an unwritten element. */
  readonly fill: Uint8Array
  readonly spend: Spend
}

/** Opens a chunked dataset as one source, in the order of its elements. Chunks are decoded when they are read. */
export function openChunked(file: Hdf5File, elementSize: number, options: ChunkedOptions): ByteSource {
  const { storage, space } = options
  const { chunk } = storage
  const sound = chunk.length === space.shape.length + 1 && chunk.every((size) => size > 0) && chunk.at(-1) === elementSize
  if (!sound) throw new ScanError('malformed', 'an HDF5 dataset and its chunks have different shapes', file.base + storage.index.address)
  return new ChunkedSource(file, elementSize, options)
}

/**
 * The last dimension is that of the bytes in an element. A dimension that a chunk spans is merged into the one before.
 */
class ChunkedSource implements ByteSource {
  readonly kind = 'source'
  readonly size: number
  private readonly file: Hdf5File
  private readonly options: ChunkedOptions
  /** Built when more than the first chunk is read. */
  private index: ReadonlyMap<number, Chunk> | undefined
  /** Null until it was searched. */
  private first: Chunk | undefined | null = null
  private readonly chunkBytes: number
  private readonly shape: readonly number[]
  private readonly chunk: readonly number[]
  private readonly grid: readonly number[]
  private readonly cache = new Map<number, Uint8Array>()
  private cached = 0

  constructor(file: Hdf5File, elementSize: number, options: ChunkedOptions) {
    const { storage, space } = options
    this.file = file
    this.options = options
    this.size = space.count * elementSize
    this.chunkBytes = storage.chunk.reduce((product, size) => product * size, 1)
    const shape: number[] = []
    const chunk: number[] = []
    for (const [axis, size] of [...space.shape, elementSize].entries()) {
      const part = storage.chunk[axis] ?? 1
      if (shape.length > 0 && part === size) {
        shape.push((shape.pop() ?? 1) * size)
        chunk.push((chunk.pop() ?? 1) * size)
      } else {
        shape.push(size)
        chunk.push(part)
      }
    }
    this.shape = shape
    this.chunk = chunk
    this.grid = shape.map((size, axis) => Math.ceil(size / (chunk[axis] ?? 1)))
  }

  read(offset: number, length: number): Uint8Array {
    const target = new Uint8Array(Math.max(0, Math.min(length, this.size - offset)))
    this.readInto(target, offset)
    return target
  }

  readInto(target: Uint8Array, offset: number): number {
    const wanted = Math.max(0, Math.min(target.length, this.size - offset))
    let done = 0
    while (done < wanted) {
      const { position, within, run } = this.locate(offset + done)
      const part = target.subarray(done, done + Math.min(run, wanted - done))
      this.copy(part, position, within, offset + done)
      done += part.length
    }
    return done
  }

  /** Returns the chunk of a byte, the offset of the byte in it, and how many bytes follow without a gap. */
  private locate(offset: number): { position: number; within: number; run: number } {
    const { shape, chunk, grid } = this
    const at = new Array<number>(shape.length)
    let rest = offset
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const size = shape[axis] ?? 1
      at[axis] = axis === 0 ? rest : rest % size
      rest = Math.floor(rest / size)
    }
    let position = 0
    let within = 0
    for (let axis = 0; axis < shape.length; axis++) {
      const part = chunk[axis] ?? 1
      const here = at[axis] ?? 0
      position = position * (grid[axis] ?? 1) + Math.floor(here / part)
      within = within * part + (here % part)
    }
    const last = shape.length - 1
    const [part, here] = [chunk[last] ?? 1, at[last] ?? 0]
    return { position, within, run: Math.min(part - (here % part), (shape[last] ?? 1) - here) }
  }

  private find(position: number): Chunk | undefined {
    const { file } = this
    const { storage, space, pipeline } = this.options
    if (position === 0 && !this.index) {
      if (this.first === null) this.first = firstChunk(file, storage, space, pipeline.length > 0)
      return this.first
    }
    if (!this.index) {
      this.index = chunksOf(file, storage, space, pipeline.length > 0)
      // A dataset that declares far more bytes than were written would be read as that many fill values.
      if (this.size > SPARSE && this.size / SPARSEST > this.index.size * this.chunkBytes) {
        const detail = `an HDF5 dataset of ${this.size} bytes, of which few were written`
        throw new ScanError('limit', detail, file.base + storage.index.address)
      }
    }
    return this.index.get(position)
  }

  private copy(target: Uint8Array, position: number, within: number, offset: number): void {
    const { file, options } = this
    const stored = this.find(position)
    if (!stored) return this.fill(target, offset)
    if (options.pipeline.length === 0) {
      options.spend(target.length)
      if (stored.address + within + target.length > file.size)
        throw new ScanError('truncated', 'a chunk of an HDF5 dataset extends past the end of the file', file.base + file.size)
      file.slice(stored.address + within, target.length).readInto(target, 0)
      return
    }
    const data = this.decoded(position, stored)
    const part = data.subarray(within, within + target.length)
    target.set(part)
    target.fill(0, part.length)
  }

  private fill(target: Uint8Array, offset: number): void {
    const { fill } = this.options
    if (fill.every((byte) => byte === fill[0])) target.fill(fill[0] ?? 0)
    else for (let i = 0; i < target.length; i++) target[i] = fill[(offset + i) % fill.length] ?? 0
  }

  private decoded(position: number, { address, size, mask }: Chunk): Uint8Array {
    const known = this.cache.get(position)
    if (known) return known
    const { file, options, chunkBytes } = this
    const offset = file.base + address
    if (chunkBytes > MAX_CHUNK || size > MAX_CHUNK)
      throw new ScanError('limit', `a compressed chunk of ${chunkBytes} bytes in an HDF5 dataset`, offset)
    if (address + size > file.size)
      throw new ScanError('truncated', 'a chunk of an HDF5 dataset extends past the end of the file', file.base + file.size)
    options.spend(chunkBytes)
    const bytes = file.slice(address, size).read(0, size)
    const data = this.isPlain(position) ? bytes : undoFilters(options.pipeline, mask, bytes, chunkBytes, offset)
    for (const [oldest, { length }] of this.cache) {
      if (this.cached + data.length <= CACHE) break
      this.cache.delete(oldest)
      this.cached -= length
    }
    this.cache.set(position, data)
    this.cached += data.length
    return data
  }

  /** True for a chunk at the edge that was stored without filters. */
  private isPlain(position: number): boolean {
    if (!this.options.storage.plainEdges) return false
    let rest = position
    for (let axis = this.shape.length - 1; axis >= 0; axis--) {
      const count = this.grid[axis] ?? 1
      const part = this.chunk[axis] ?? 1
      if (((rest % count) + 1) * part > (this.shape[axis] ?? 0)) return true
      rest = Math.floor(rest / count)
    }
    return false
  }
}
