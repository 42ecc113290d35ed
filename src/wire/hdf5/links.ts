import { ScanError } from '../../bytes/errors.ts'
import { btreeRecords } from './btree2.ts'
import { type Fields, type Hdf5File, text, UNDEFINED } from './file.ts'
import { FractalHeap } from './fractal-heap.ts'
import { MESSAGE, type Message } from './header.ts'
import { localHeap } from './heaps.ts'

/** What a name in a group leads to. */
export type Link =
  | { readonly kind: 'hard'; readonly name: string; readonly address: number }
  /** A path within the same file. */
  | { readonly kind: 'soft'; readonly name: string }
  /** An object of another file, which is opened when somebody asks for the name. */
  | { readonly kind: 'external'; readonly name: string; readonly path: string; readonly object: string; readonly address: number }

const HARD = 0
const SOFT = 1
const EXTERNAL = 64

/** All links of a group, however they are stored. A broken part is told to `problem`, and the rest is read. */
export function* linksOf(file: Hdf5File, messages: readonly Message[], problem: (error: unknown) => void): Iterable<Link> {
  for (const { type, shared, body } of messages) {
    try {
      if (shared && (type === MESSAGE.link || type === MESSAGE.linkInfo)) {
        throw new ScanError('unsupported', 'an HDF5 link in the shared message heap', file.base + body.address)
      }
      if (type === MESSAGE.link) yield readLink(file, body)
      else if (type === MESSAGE.linkInfo) yield* denseLinks(file, body)
      else if (type === MESSAGE.symbolTable) yield* symbolTable(file, body.offset(), body.offset())
    } catch (error) {
      problem(error)
    }
  }
}

const FLAG_ORDER_STORED = 0x1
const TREE_BY_NAME = 5
const TREE_BY_ORDER = 6
const HEAP_ID = 7

function* denseLinks(file: Hdf5File, info: Fields): Iterable<Link> {
  info.skip(1)
  if (info.uint(1) & FLAG_ORDER_STORED) info.skip(8)
  const heapAddress = info.offset()
  const tree = info.offset()
  if (heapAddress === UNDEFINED) return
  const heap = new FractalHeap(file, heapAddress)
  for (const { type, fields } of btreeRecords(file, tree)) {
    if (type === TREE_BY_NAME) fields.skip(4)
    else if (type === TREE_BY_ORDER) fields.skip(8)
    else throw fields.broken(`a B-tree of type ${type} for links`)
    const extent = heap.find(fields.part(HEAP_ID))
    yield readLink(file, file.fields(extent.address, extent.length))
  }
}

const FLAG_TYPE = 0x08
const FLAG_ORDER = 0x04
const FLAG_CHARSET = 0x10

/** A link message, specification IV.A.2.g. */
function readLink(file: Hdf5File, body: Fields): Link {
  body.skip(1)
  const flags = body.uint(1)
  const kind = flags & FLAG_TYPE ? body.uint(1) : HARD
  body.skip((flags & FLAG_ORDER ? 8 : 0) + (flags & FLAG_CHARSET ? 1 : 0))
  const name = text(body.take(body.uint(1 << (flags & 3))))
  if (kind === HARD) return { kind: 'hard', name, address: body.offset() }
  const value = body.part(body.uint(2))
  if (kind === SOFT) return { kind: 'soft', name }
  if (kind !== EXTERNAL) throw new ScanError('unsupported', `an HDF5 link of a kind of its own (${kind})`, file.base + value.address)
  value.skip(1)
  return { kind: 'external', name, address: value.address, path: value.name(), object: value.name() }
}

const MAX_LEVEL = 64
const SYMBOLIC = 2

/** An old-style group: a B-tree of tables (`TREE`, `SNOD`) whose names are in a local heap. */
function* symbolTable(file: Hdf5File, tree: number, heapAddress: number): Iterable<Link> {
  const nameAt = localHeap(file, heapAddress)
  const seen = new Set<number>()
  const nodes = [{ address: tree, level: MAX_LEVEL }]
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (seen.has(node.address)) continue
    seen.add(node.address)
    const head = file.fields(node.address, 8)
    const signature = text(head.take(4))
    if (signature === 'SNOD') {
      head.skip(2)
      yield* symbols(file, node.address + 8, head.uint(2), nameAt)
      continue
    }
    const type = head.uint(1)
    const level = head.uint(1)
    if (signature !== 'TREE' || type !== 0 || level >= node.level) throw head.broken('a group’s B-tree node expected')
    const used = head.uint(2)
    const entries = file.fields(node.address + 8 + 2 * file.offsetSize, used * (file.lengthSize + file.offsetSize))
    for (let i = 0; i < used; i++) {
      entries.length()
      nodes.push({ address: entries.offset(), level })
    }
  }
}

function* symbols(file: Hdf5File, address: number, count: number, nameAt: (offset: number) => string): Iterable<Link> {
  const entries = file.fields(address, count * (2 * file.offsetSize + 24))
  for (let i = 0; i < count; i++) {
    const name = nameAt(entries.offset())
    const object = entries.offset()
    const cache = entries.uint(4)
    entries.skip(4 + 16)
    if (cache === SYMBOLIC) yield { kind: 'soft', name }
    else yield { kind: 'hard', name, address: object }
  }
}
