// Visits the objects of an HDF5 file: groups, datasets, attributes and links.
import { ScanError } from '../../bytes/errors.ts'
import type { ByteSource } from '../../bytes/source.ts'
import { type Attribute, attributesOf, datatypeOf } from './attributes.ts'
import { storedChunks } from './chunk-index.ts'
import type { Spend } from './chunked.ts'
import { elementsOf, holdsBytes } from './dataset.ts'
import { type Dataspace, type Datatype, readDataspace } from './datatype.ts'
import { declaresPickle, isHickle } from './declared.ts'
import type { Hdf5File } from './file.ts'
import { MESSAGE, type Message, readHeader } from './header.ts'
import { GlobalHeap } from './heaps.ts'
import { type Link, linksOf } from './links.ts'
import { externalFiles, readLayout, type Storage } from './storage.ts'
import { openHdf5 } from './superblock.ts'
import { type Elements, type Hdf5Value, valuesOf } from './values.ts'

export { findSuperblock, isBareSignature } from './superblock.ts'

/** Whether the library that wrote the file unpickles a dataset: yes, perhaps, or not as far as is known. */
export type Declared = 'pickle' | 'perhaps' | 'nothing'

/**
 * A byte string of an attribute, e.g. of `/` `model_config`, or bytes of a dataset. Numbers of more than one byte are
 * passed over.
 */
export type Hdf5Bytes =
  | { readonly of: 'attribute'; readonly object: string; readonly name: string; readonly value: Hdf5Value }
  | { readonly of: 'dataset'; readonly object: string; readonly value: Hdf5Value; readonly declared: Declared }

/** Receives what a walk finds besides bytes. Offsets are those of the source. */
export interface Hdf5Visitor {
  /** Stored bytes of a dataset: numbers that are passed over, or chunks that are read when they are decoded. */
  stored(kind: 'numbers' | 'compressed', offset: number, length: number): void
  /** A reference to another file. */
  outside(object: string, path: string, how: 'HDF5 external link' | 'external storage' | 'virtual dataset', offset: number): void
  /** The shape and size that a dataset declares. */
  dataset(object: string, shape: readonly number[], bytes: number, offset: number): void
  problem(error: ScanError): void
}

/** Maximum number of objects of one file. */
const MAX_OBJECTS = 2_000_000
const MAX_PATH = 300
/** Groups within groups: real ones have some ten. */
const MAX_LEVELS = 1000
/** Messages of the groups on the way down: a group that is not small keeps its links in a heap, under one message. */
const MAX_HELD = 200_000

/** A group whose links are being followed. */
interface Group {
  readonly path: string
  readonly held: number
  readonly links: Iterator<Link, unknown>
}

/**
 * Visits every object of a file, starting at its root group: attributes, links and datasets. Yields byte strings one by
 * one, since a file may contain millions. Elements of datasets are read only where they refer to byte strings, or by the
 * caller. Calls `visitor.problem` for parts that cannot be read and goes on. Calls `tick` regularly, and `spend` before
 * bytes are decompressed.
 */
export function* walkHdf5(
  source: ByteSource,
  superblock: number,
  visitor: Hdf5Visitor,
  tick: () => void,
  spend: Spend,
): Generator<Hdf5Bytes, void, undefined> {
  const { file, root, cut } = openHdf5(source, superblock, tick)
  if (cut) visitor.problem(cut)
  yield* new Walk(file, visitor, spend).from(root)
}

class Walk {
  private readonly file: Hdf5File
  private readonly visitor: Hdf5Visitor
  private readonly heap: GlobalHeap
  private readonly spend: Spend
  /** True when hickle wrote the file. */
  private hickle = false

  constructor(file: Hdf5File, visitor: Hdf5Visitor, spend: Spend) {
    this.file = file
    this.visitor = visitor
    this.heap = new GlobalHeap(file)
    this.spend = spend
  }

  /** Depth first. Of a group only what its links lie in is kept while they are followed, so that neither long groups nor deep ones fill the memory. */
  *from(root: number): Generator<Hdf5Bytes, void, undefined> {
    const seen = new Set<number>()
    const groups: Group[] = []
    let held = 0
    let next: { readonly address: number; readonly path: string } | undefined = { address: root, path: '/' }
    while (next) {
      const { address, path } = next
      if (!seen.has(address)) {
        seen.add(address)
        if (seen.size > MAX_OBJECTS) throw new ScanError('limit', `more than ${MAX_OBJECTS} HDF5 objects`)
        const linking = yield* this.object(path, address)
        if (groups.length >= MAX_LEVELS || held + linking.length > MAX_HELD)
          this.problem(
            new ScanError(
              'limit',
              `HDF5 groups are nested deeper than ${MAX_LEVELS} levels, or with too many links`,
              this.file.base + address,
            ),
          )
        else if (linking.length > 0) {
          held += linking.length
          groups.push({ path, held: linking.length, links: linksOf(this.file, linking, this.problem)[Symbol.iterator]() })
        }
      }
      next = undefined
      for (let group = groups.at(-1); group && next === undefined; group = groups.at(-1)) {
        const link = this.nextLink(group)
        if (link === undefined) {
          held -= group.held
          groups.pop()
          continue
        }
        const child = group.path.length > MAX_PATH ? group.path : `${group.path === '/' ? '' : group.path}/${link.name}`
        if (link.kind === 'hard') next = { address: link.address, path: child }
        else if (link.kind === 'external') this.visitor.outside(child, link.path, 'HDF5 external link', this.file.base + link.address)
      }
    }
  }

  private nextLink({ links }: Group): Link | undefined {
    let link: Link | undefined
    this.attempt(() => {
      const step = links.next()
      if (step.done !== true) link = step.value
    })
    return link
  }

  /** Visits one object, and returns the messages in which its links lie. */
  private *object(path: string, address: number): Generator<Hdf5Bytes, readonly Message[], undefined> {
    try {
      const messages = readHeader(this.file, address)
      const isPickle = yield* this.attributes(path, messages)
      yield* this.dataset(path, messages, isPickle)
      return messages.filter(({ type }) => type === MESSAGE.link || type === MESSAGE.linkInfo || type === MESSAGE.symbolTable)
    } catch (error) {
      this.problem(error)
      return []
    }
  }

  /** Returns whether an attribute declares that the object is a pickle. */
  private *attributes(path: string, messages: readonly Message[]): Generator<Hdf5Bytes, boolean, undefined> {
    let isPickle = false
    const valuesOf = (attribute: Attribute): Iterable<Hdf5Value> => this.values(elementsOfAttribute(this.file, attribute))
    for (const attribute of attributesOf(this.file, messages, this.problem)) {
      try {
        this.hickle ||= isHickle(attribute, valuesOf)
        isPickle ||= declaresPickle(attribute, valuesOf)
        for (const value of valuesOf(attribute)) yield { of: 'attribute', object: path, name: attribute.name, value }
      } catch (error) {
        this.problem(error)
      }
    }
    return isPickle
  }

  private *dataset(path: string, messages: readonly Message[], isPickle: boolean): Generator<Hdf5Bytes, void, undefined> {
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
      if (holdsBytes(type, messages) && space.count > 0)
        throw new ScanError(
          'unsupported',
          'bytes in an HDF5 dataset that is put together from parts of others, of any type',
          this.file.base + storage.address,
        )
      return
    }
    this.stored(messages, type, space, storage)
    const declared = isPickle ? 'pickle' : this.hickle ? 'perhaps' : 'nothing'
    for (const elements of elementsOf(this.file, messages, type, space, storage, this.spend)) {
      for (const value of this.values(elements)) yield { of: 'dataset', object: path, value, declared }
    }
  }

  /** Reports where passed-over numbers and compressed chunks are stored. Bytes in one piece are reported by `data`. */
  private stored(messages: readonly Message[], type: Datatype, space: Dataspace, storage: Exclude<Storage, { kind: 'virtual' }>): void {
    const { file } = this
    const kind = holdsBytes(type, messages) ? 'compressed' : 'numbers'
    if (storage.kind === 'whole') {
      if (storage.data && kind === 'numbers') this.visitor.stored(kind, file.base + storage.data.address, storage.data.length)
      return
    }
    const filtered = messages.some((message) => message.type === MESSAGE.filters)
    this.attempt(() => {
      for (const { address, size } of storedChunks(file, storage, space, filtered)) this.visitor.stored(kind, file.base + address, size)
    })
  }

  private values(elements: Elements): Iterable<Hdf5Value> {
    return valuesOf(this.file, this.heap, elements, () =>
      this.problem(new ScanError('limit', 'more strings in one HDF5 object than are looked at', elements.offset)),
    )
  }

  private attempt(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.problem(error)
    }
  }

  /** Reports a problem of one object, so that the walk goes on; a timeout ends it. */
  private readonly problem = (error: unknown): void => {
    if (!(error instanceof ScanError) || error.why === 'timeout') throw error
    this.visitor.problem(error)
  }
}

function elementsOfAttribute(file: Hdf5File, { type, space, data }: Attribute): Elements {
  return { type, count: space.count, data: file.slice(data.address, data.length), offset: file.base + data.address }
}
