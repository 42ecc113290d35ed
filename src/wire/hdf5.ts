import { ScanError } from '../bytes/errors.ts'
import type { ByteSource } from '../bytes/source.ts'
import { attributesOf, byteStrings, datatypeOf, holdsBytes } from './hdf5-attributes.ts'
import { CLASS, type Dataspace, type Datatype, readDataspace } from './hdf5-datatype.ts'
import type { Hdf5File } from './hdf5-file.ts'
import { MESSAGE, type Message, readHeader } from './hdf5-header.ts'
import { type Extent, GlobalHeap } from './hdf5-heaps.ts'
import { linksOf } from './hdf5-links.ts'
import { chunksOf, externalFiles, readLayout, type Storage } from './hdf5-storage.ts'
import { openHdf5 } from './hdf5-superblock.ts'

export { findSuperblock, isBareSignature } from './hdf5-superblock.ts'

/** Bytes of the file, by their place in the whole source. */
export interface Hdf5Bytes {
  readonly offset: number
  readonly length: number
}

/** What the walk meets. Offsets are those of the source. */
export interface Hdf5Visitor {
  /** A byte string of an attribute, e.g. of `/` `model_config`. */
  attribute(object: string, name: string, value: Hdf5Bytes): void
  /** A byte string that a dataset holds. Numbers other than bytes are not looked at. */
  data(object: string, value: Hdf5Bytes, pseudoatom: boolean): void
  /** Elements of a type that holds numbers alone, as they are stored. */
  numbers(value: Hdf5Bytes): void
  /** Another file that this one leads to. */
  outside(object: string, path: string, how: 'HDF5 external link' | 'external storage' | 'virtual dataset', offset: number): void
  /** The size that a dataset claims, and what the file could hold of it: `stored` bytes in one piece, or chunks. */
  dataset(object: string, shape: readonly number[], bytes: number, offset: number): void
  problem(error: ScanError): void
}

/** Objects of one file. */
const MAX_OBJECTS = 2_000_000
const MAX_PATH = 300

/**
 * Visits every object of a file from its root group on: attributes, links, and the heads of datasets. Elements of datasets are read only where they
 * are references to byte strings. Parts that cannot be read are told to `visitor.problem`; the rest is visited.
 */
export function walkHdf5(source: ByteSource, superblock: number, visitor: Hdf5Visitor, tick: () => void): void {
  const { file, root, cut } = openHdf5(source, superblock, tick)
  if (cut) visitor.problem(cut)
  new Walk(file, visitor).from(root)
}

class Walk {
  private readonly file: Hdf5File
  private readonly visitor: Hdf5Visitor
  private readonly heap: GlobalHeap

  constructor(file: Hdf5File, visitor: Hdf5Visitor) {
    this.file = file
    this.visitor = visitor
    this.heap = new GlobalHeap(file)
  }

  from(root: number): void {
    const seen = new Set<number>()
    const objects = [{ address: root, path: '/' }]
    for (let object = objects.pop(); object; object = objects.pop()) {
      if (seen.has(object.address)) continue
      seen.add(object.address)
      if (seen.size > MAX_OBJECTS) throw new ScanError('limit', `more than ${MAX_OBJECTS} HDF5 objects`)
      const { address, path } = object
      this.attempt(() => {
        const messages = readHeader(this.file, address)
        this.attributes(path, messages)
        this.dataset(path, messages)
        for (const link of linksOf(this.file, messages, this.problem)) {
          const child = path.length > MAX_PATH ? path : `${path === '/' ? '' : path}/${link.name}`
          if (link.kind === 'hard') objects.push({ address: link.address, path: child })
          else if (link.kind === 'external') this.visitor.outside(child, link.path, 'HDF5 external link', this.file.base + link.address)
        }
      })
    }
  }

  private attributes(path: string, messages: readonly Message[]): void {
    for (const { name, type, space, data } of attributesOf(this.file, messages, this.problem)) {
      this.attempt(() => {
        for (const value of this.strings(type, space.count, data)) this.visitor.attribute(path, name, this.place(value))
      })
    }
  }

  private dataset(path: string, messages: readonly Message[]): void {
    const find = (wanted: number): Message | undefined => messages.find(({ type }) => type === wanted)
    const spaceMessage = find(MESSAGE.dataspace)
    const typeMessage = find(MESSAGE.datatype)
    const layout = find(MESSAGE.layout)
    if (!spaceMessage || !typeMessage || !layout) return
    const unreadable = [spaceMessage, layout].find(({ shared }) => shared)
    if (unreadable)
      throw new ScanError(
        'unsupported',
        'an HDF5 dataset whose layout is in the shared message heap',
        this.file.base + unreadable.body.address,
      )
    const space = readDataspace(spaceMessage.body)
    const type = datatypeOf(this.file, typeMessage.body, typeMessage.shared)
    const offset = this.file.base + spaceMessage.body.address
    this.visitor.dataset(path, space.shape, space.count * type.size, offset)
    const external = find(MESSAGE.externalFiles)
    if (external) {
      for (const name of externalFiles(this.file, external.body))
        this.visitor.outside(path, name, 'external storage', this.file.base + external.body.address)
      return
    }
    const storage = readLayout(this.file, this.heap, layout.body, space.count * type.size)
    if (storage.kind === 'virtual') {
      for (const name of storage.sources) {
        if (name !== '.' && name !== '') this.visitor.outside(path, name, 'virtual dataset', this.file.base + storage.address)
      }
      return
    }
    this.data(path, messages, type, space, storage)
  }

  private data(
    path: string,
    messages: readonly Message[],
    type: Datatype,
    space: Dataspace,
    storage: Exclude<Storage, { kind: 'virtual' }>,
  ): void {
    if (type.class !== CLASS.variable && !holdsBytes(type)) return this.numbers(storage)
    const pseudoatom = this.isPickled(messages)
    if (storage.kind === 'whole') {
      if (!storage.data) return
      for (const value of this.strings(type, space.count, storage.data)) this.visitor.data(path, this.place(value), pseudoatom)
      return
    }
    if (storage.empty || space.count === 0) return
    const filtered = messages.some((message) => message.type === MESSAGE.filters)
    if (storage.tree === undefined || filtered) {
      if (pseudoatom)
        throw new ScanError(
          'unsupported',
          `pickled objects in an HDF5 dataset that is compressed or indexed in a new way: ${path.slice(0, MAX_PATH)}`,
        )
      return
    }
    if (type.class !== CLASS.variable) return
    for (const chunk of chunksOf(this.file, storage.tree, storage.rank)) {
      // The last chunk of a list is as long as the others, and empty behind the list's end.
      const left = space.shape.length === 1 ? (space.shape[0] ?? 0) - chunk.first : storage.chunkElements
      const count = Math.max(0, Math.min(storage.chunkElements, left, Math.floor(chunk.length / type.size)))
      for (const value of this.strings(type, count, chunk)) this.visitor.data(path, this.place(value), pseudoatom)
    }
  }

  private numbers(storage: Exclude<Storage, { kind: 'virtual' }>): void {
    if (storage.kind === 'whole') {
      if (storage.data) this.visitor.numbers(this.place(storage.data))
    } else if (storage.tree !== undefined && !storage.empty)
      for (const chunk of chunksOf(this.file, storage.tree, storage.rank)) this.visitor.numbers(this.place(chunk))
  }

  /** PyTables marks arrays of pickled objects by an attribute. */
  private isPickled(messages: readonly Message[]): boolean {
    for (const { name, data } of attributesOf(this.file, messages, () => undefined)) {
      if (name !== 'PSEUDOATOM') continue
      const value = this.file.bytes(data.address, Math.min(data.length, 16))
      return new TextDecoder().decode(value).startsWith('object')
    }
    return false
  }

  private strings(type: Datatype, count: number, data: Extent): Iterable<Extent> {
    return byteStrings(this.file, this.heap, type, count, data, () =>
      this.problem(new ScanError('limit', 'more strings in one HDF5 object than are looked at', this.file.base + data.address)),
    )
  }

  private place({ address, length }: Extent): Hdf5Bytes {
    return { offset: this.file.base + address, length }
  }

  private attempt(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.problem(error)
    }
  }

  /** What belongs to one object is told, and the walk goes on; a spent limit ends it. */
  private readonly problem = (error: unknown): void => {
    if (!(error instanceof ScanError) || error.why === 'timeout') throw error
    this.visitor.problem(error)
  }
}
