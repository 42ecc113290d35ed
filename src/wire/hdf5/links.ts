// Reads the links of an HDF5 group: its members, soft links and links to other files.
import { ScanError } from '../../bytes/errors.ts'
import { firstEntry, TREE_NODE, TREE_NODE_SIZE } from './btree1.ts'
import { btreeRecords } from './btree2.ts'
import { type Fields, type Structure, sizeOf, text, UNDEFINED } from './fields.ts'
import type { Hdf5File } from './file.ts'
import { FractalHeap } from './fractal-heap.ts'
import { MESSAGE, type Message } from './header.ts'
import { localHeap } from './heaps.ts'

/** A named link in a group. */
export type Link =
  | { readonly kind: 'hard'; readonly name: string; readonly address: number }
  /** A path within the same file. */
  | { readonly kind: 'soft'; readonly name: string }
  /** An object of another file, which is opened when a program uses the link. */
  | { readonly kind: 'external'; readonly name: string; readonly path: string; readonly object: string; readonly address: number }

/** Link types (specification IV.A.2.g). */
const HARD = 0
const SOFT = 1
const EXTERNAL = 64

/** Returns all links of a group, however they are stored. Calls `problem` for a broken part and reads on. */
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

/** Link info message (specification IV.A.2.c), before the optional highest creation index of eight bytes. */
const INFO = { version: 1, flags: 1 } as const satisfies Structure
const FLAG_ORDER_STORED = 0x1
const MAX_CREATION_INDEX = 8
/** Types of version 2 B-trees of links; their records have a hash or a creation order before the id in the heap. */
const TREE_BY_NAME = 5
const TREE_BY_ORDER = 6
const NAME_HASH = 4
const CREATION_ORDER = 8
const HEAP_ID = 7

function* denseLinks(file: Hdf5File, info: Fields): Iterable<Link> {
  if (info.record(INFO).flags & FLAG_ORDER_STORED) info.skip(MAX_CREATION_INDEX)
  const heapAddress = info.offset()
  const tree = info.offset()
  if (heapAddress === UNDEFINED) return
  const heap = new FractalHeap(file, heapAddress)
  for (const { type, fields } of btreeRecords(file, tree)) {
    if (type === TREE_BY_NAME) fields.skip(NAME_HASH)
    else if (type === TREE_BY_ORDER) fields.skip(CREATION_ORDER)
    else throw fields.broken(`a B-tree of type ${type} for links`)
    const extent = heap.find(fields.part(HEAP_ID))
    yield readLink(file, file.fields(extent.address, extent.length))
  }
}

/** Link message (specification IV.A.2.g), before its optional fields. */
const LINK = { version: 1, flags: 1 } as const satisfies Structure
const FLAG_NAME_WIDTH = 0x03
const FLAG_ORDER = 0x04
const FLAG_TYPE = 0x08
const FLAG_CHARSET = 0x10
const CHARSET = 1

/** Reads a link message. */
function readLink(file: Hdf5File, body: Fields): Link {
  const { flags } = body.record(LINK)
  const kind = flags & FLAG_TYPE ? body.uint(1) : HARD
  body.skip((flags & FLAG_ORDER ? CREATION_ORDER : 0) + (flags & FLAG_CHARSET ? CHARSET : 0))
  const name = text(body.take(body.uint(1 << (flags & FLAG_NAME_WIDTH))))
  if (kind === HARD) return { kind: 'hard', name, address: body.offset() }
  const value = body.part(body.uint(2))
  if (kind === SOFT) return { kind: 'soft', name }
  if (kind !== EXTERNAL) throw new ScanError('unsupported', `a user-defined HDF5 link of type ${kind}`, file.base + value.address)
  // One byte of version and flags.
  value.skip(1)
  return { kind: 'external', name, address: value.address, path: value.name(), object: value.name() }
}

const MAX_LEVEL = 64
const GROUP_TREE = 0
/** Symbol table node after its signature `SNOD`, and each entry in it (specification III.B, III.C). */
const SYMBOL_NODE = { version: 1, reserved: 1, symbols: 2 } as const satisfies Structure
const SYMBOL_NODE_SIZE = 8
const SYMBOL = { nameOffset: 'O', object: 'O', cacheType: 4, reserved: 4, scratch: 16 } as const satisfies Structure
const CACHED_SOFT_LINK = 2

/** Returns the links of an old-style group: a B-tree of symbol tables whose names are in a local heap. */
function* symbolTable(file: Hdf5File, tree: number, heapAddress: number): Iterable<Link> {
  const nameAt = localHeap(file, heapAddress)
  const seen = new Set<number>()
  const nodes = [{ address: tree, level: MAX_LEVEL }]
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (seen.has(node.address)) continue
    seen.add(node.address)
    const head = file.fields(node.address, TREE_NODE_SIZE)
    const signature = text(head.take(4))
    if (signature === 'SNOD') {
      yield* symbols(file, node.address + SYMBOL_NODE_SIZE, head.record(SYMBOL_NODE).symbols, nameAt)
      continue
    }
    const { type, level, entriesUsed } = head.record(TREE_NODE)
    if (signature !== 'TREE' || type !== GROUP_TREE || level >= node.level) throw head.broken('a group’s B-tree node expected')
    const entries = file.fields(firstEntry(file, node.address), entriesUsed * (file.lengthSize + file.offsetSize))
    for (let i = 0; i < entriesUsed; i++) {
      entries.length()
      nodes.push({ address: entries.offset(), level })
    }
  }
}

function* symbols(file: Hdf5File, address: number, count: number, nameAt: (offset: number) => string): Iterable<Link> {
  const entries = file.fields(address, count * sizeOf(file, SYMBOL))
  for (let i = 0; i < count; i++) {
    const { nameOffset, object, cacheType } = entries.record(SYMBOL)
    const name = nameAt(nameOffset)
    if (cacheType === CACHED_SOFT_LINK) yield { kind: 'soft', name }
    else yield { kind: 'hard', name, address: object }
  }
}
