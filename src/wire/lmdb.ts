// Reads the keys and values of LMDB databases.
import { ScanError } from '../bytes/errors.ts'
import { recordLayout, u16le, u32le, u64le } from '../bytes/record.ts'
import { type ByteSource, slice } from '../bytes/source.ts'
import { LMDB_MAGIC } from './signatures.ts'

/**
 * MDB_page, the head of every page; then two bytes for the offset of each node. Little-endian, as on nearly all
 * machines.
 */
const PAGE = recordLayout({ number: 8, padding: 2, flags: 2, lower: 2, upper: 2 })
const PAGE_HEAD = PAGE.recordSize
const NODE_OFFSET = 2
/**
 * MDB_node: the size of the value in two words, which in a branch are the lower part of a page number, then its key.
 */
const NODE = recordLayout({ low: 2, high: 2, flags: 2, keySize: 2 })
/** MDB_db. */
const DATABASE_SIZES = { pageSize: 4, flags: 2, depth: 2, branchPages: 8, leafPages: 8, overflowPages: 8, entries: 8, root: 8 }
const DATABASE = recordLayout(DATABASE_SIZES)
/** MDB_meta after the head of its page, with the databases of free pages and of all data. */
const META = recordLayout({
  magic: 4,
  version: 4,
  address: 8,
  mapSize: 8,
  freePages: DATABASE.recordSize,
  main: DATABASE.recordSize,
  lastPage: 8,
  transaction: 8,
})
/** Flags of pages and of nodes. */
const BRANCH = 0x01
const LEAF = 0x02
const LEAF2 = 0x20
const SUBPAGE = 0x40
const BIG_DATA = 0x01
const SUB_DATABASE = 0x02
const DUPLICATES = 0x04
/** Bytes of the page number that replaces a value on overflow pages. */
const PAGE_NUMBER = 8
const NONE = 2 ** 64 - 1

/** A value or a key. The values of a key that has many are stored as keys. */
export interface LmdbValue {
  readonly offset: number
  readonly bytes: ByteSource
}

/** Receives problems while the environment is read. */
export interface LmdbListener {
  problem(error: ScanError): void
  /** Called for every page; throws to stop. */
  tick(): void
}

/** Returns the keys and values of every database of an LMDB environment after its newest transaction. */
export function* lmdbValues(source: ByteSource, listener: LmdbListener): Iterable<LmdbValue> {
  const meta = newestMeta(source)
  yield* new Walk(source, meta.pageSize, listener).from(meta.root)
}

/** Reads the meta page of the newer transaction. The page size is in the record of the database of free pages. */
function newestMeta(source: ByteSource): { readonly pageSize: number; readonly root: number } {
  const read = (at: number) => {
    const bytes = source.read(at + PAGE_HEAD, META.recordSize)
    if (bytes.length < META.recordSize) throw new ScanError('truncated', 'an LMDB file ends within its first pages', source.size)
    return {
      magic: u32le(bytes, META.magic),
      pageSize: u32le(bytes, META.freePages + DATABASE.pageSize),
      root: u64le(bytes, META.main + DATABASE.root),
      transaction: u64le(bytes, META.transaction),
    }
  }
  const first = read(0)
  const { pageSize } = first
  if (pageSize < 256 || pageSize > 65_536 || (pageSize & (pageSize - 1)) !== 0)
    throw new ScanError('malformed', `an LMDB file with pages of ${pageSize} bytes`, PAGE_HEAD + META.freePages + DATABASE.pageSize)
  const second = read(pageSize)
  return second.magic === LMDB_MAGIC && second.transaction > first.transaction ? { ...second, pageSize } : first
}

class Walk {
  private readonly source: ByteSource
  private readonly pageSize: number
  private readonly listener: LmdbListener
  private readonly pending: number[] = []

  constructor(source: ByteSource, pageSize: number, listener: LmdbListener) {
    this.source = source
    this.pageSize = pageSize
    this.listener = listener
  }

  *from(root: number): Iterable<LmdbValue> {
    const seen = new Set<number>()
    this.pending.push(root)
    for (let number = this.pending.pop(); number !== undefined; number = this.pending.pop()) {
      if (number >= NONE || seen.has(number)) continue
      seen.add(number)
      this.listener.tick()
      try {
        yield* this.page(number)
      } catch (error) {
        if (!(error instanceof ScanError) || error.why === 'timeout') throw error
        this.listener.problem(error)
      }
    }
  }

  private *page(number: number): Iterable<LmdbValue> {
    const offset = number * this.pageSize
    const bytes = this.source.read(Math.min(offset, this.source.size), this.pageSize)
    if (bytes.length < this.pageSize) throw new ScanError('truncated', `page ${number} of an LMDB file is past its end`, this.source.size)
    yield* this.nodes(bytes, offset)
  }

  /** Returns the nodes of a page, or of a page within a node that contains the values of one key. */
  private *nodes(bytes: Uint8Array, offset: number): Iterable<LmdbValue> {
    if (bytes.length < PAGE_HEAD) throw broken(offset)
    const flags = u16le(bytes, PAGE.flags)
    const count = (u16le(bytes, PAGE.lower) - PAGE_HEAD) / NODE_OFFSET
    if (flags & LEAF2) return yield this.value(offset + PAGE_HEAD, bytes.length - PAGE_HEAD)
    if ((flags & (BRANCH | LEAF | SUBPAGE)) === 0 || !(count >= 0) || PAGE_HEAD + NODE_OFFSET * count > bytes.length) throw broken(offset)
    for (let i = 0; i < count; i++) {
      const at = u16le(bytes, PAGE_HEAD + NODE_OFFSET * i)
      const key = at + NODE.recordSize
      if (key > bytes.length) throw broken(offset)
      const size = u32le(bytes, at + NODE.low)
      const nodeFlags = u16le(bytes, at + NODE.flags)
      const keyEnd = key + u16le(bytes, at + NODE.keySize)
      if (keyEnd > bytes.length) throw broken(offset)
      // In a branch size and flags are the page number of the child.
      if (flags & BRANCH) this.pending.push(size + nodeFlags * 2 ** 32)
      else {
        yield this.value(offset + key, keyEnd - key)
        yield* this.leaf(bytes, offset, keyEnd, size, nodeFlags)
      }
    }
  }

  private *leaf(bytes: Uint8Array, offset: number, at: number, length: number, flags: number): Iterable<LmdbValue> {
    const stored = flags & BIG_DATA ? PAGE_NUMBER : length
    if (at + stored > bytes.length) throw broken(offset)
    if (flags & BIG_DATA) {
      const start = u64le(bytes, at) * this.pageSize + PAGE_HEAD
      if (start + length > this.source.size) throw new ScanError('truncated', 'a value of an LMDB file is past its end', this.source.size)
      yield this.value(start, length)
    } else if (flags & SUB_DATABASE) {
      if (length < DATABASE.recordSize) throw broken(offset)
      this.pending.push(u64le(bytes, at + DATABASE.root))
    } else if (flags & DUPLICATES) {
      yield* this.nodes(bytes.subarray(at, at + length), offset + at)
    } else yield this.value(offset + at, length)
  }

  private value(offset: number, length: number): LmdbValue {
    return { offset, bytes: slice(this.source, offset, length) }
  }
}

function broken(offset: number): ScanError {
  return new ScanError('malformed', 'a broken page of an LMDB file', offset)
}
