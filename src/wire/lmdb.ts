import { ScanError } from '../bytes/errors.ts'
import { type ByteSource, slice } from '../bytes/source.ts'

/** Little-endian, as nearly all machines write it. */
const MAGIC = 0xbeefc0de
const PAGE_HEAD = 16
const BRANCH = 0x01
const LEAF = 0x02
const LEAF2 = 0x20
const SUBPAGE = 0x40
const BIG_DATA = 0x01
const SUB_DATABASE = 0x02
const DUPLICATES = 0x04
/** Of a database record: flags of two bytes at 4, the root page at 40. */
const DATABASE = 48
const NONE = 2 ** 64 - 1

/** A value, or a key: where a key has many values, these stand as keys of their own. */
export interface LmdbValue {
  readonly offset: number
  readonly bytes: ByteSource
}

/** Who hears what cannot be read. */
export interface LmdbListener {
  problem(error: ScanError): void
  /** Called for every page; throws to stop. */
  tick(): void
}

/** The keys and values of every database of an LMDB environment, as its newest transaction left them. */
export function* lmdbValues(source: ByteSource, listener: LmdbListener): Iterable<LmdbValue> {
  const meta = newestMeta(source)
  yield* new Walk(source, meta.pageSize, listener).from(meta.root)
}

/** The page size stands in the record of the database of free pages, the first of two; then come the last page and the transaction. */
function newestMeta(source: ByteSource): { readonly pageSize: number; readonly root: number } {
  const read = (at: number) => {
    const bytes = source.read(at + PAGE_HEAD, 24 + 2 * DATABASE + 16)
    if (bytes.length < 24 + 2 * DATABASE + 16) throw new ScanError('truncated', 'an LMDB file ends within its first pages', source.size)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    return {
      magic: view.getUint32(0, true),
      pageSize: view.getUint32(24, true),
      root: u64(view, 24 + DATABASE + 40),
      transaction: u64(view, 24 + 2 * DATABASE + 8),
    }
  }
  const first = read(0)
  const { pageSize } = first
  if (pageSize < 256 || pageSize > 65_536 || (pageSize & (pageSize - 1)) !== 0)
    throw new ScanError('malformed', `an LMDB file with pages of ${pageSize} bytes`, PAGE_HEAD + 24)
  const second = read(pageSize)
  return second.magic === MAGIC && second.transaction > first.transaction ? { ...second, pageSize } : first
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
    if (bytes.length < this.pageSize) throw new ScanError('truncated', `page ${number} of an LMDB file is not in it`, this.source.size)
    yield* this.nodes(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), bytes, offset)
  }

  /** The nodes of a page, or of a page within a node that holds the values of one key. */
  private *nodes(view: DataView, bytes: Uint8Array, offset: number): Iterable<LmdbValue> {
    if (bytes.length < PAGE_HEAD) throw broken(offset)
    const flags = view.getUint16(10, true)
    const count = (view.getUint16(12, true) - PAGE_HEAD) / 2
    if (flags & LEAF2) return yield this.value(offset + PAGE_HEAD, bytes.length - PAGE_HEAD)
    if ((flags & (BRANCH | LEAF | SUBPAGE)) === 0 || !(count >= 0) || PAGE_HEAD + 2 * count > bytes.length) throw broken(offset)
    for (let i = 0; i < count; i++) {
      const at = view.getUint16(PAGE_HEAD + 2 * i, true)
      if (at + 8 > bytes.length) throw broken(offset)
      const low = view.getUint16(at, true)
      const high = view.getUint16(at + 2, true)
      const nodeFlags = view.getUint16(at + 4, true)
      const keyEnd = at + 8 + view.getUint16(at + 6, true)
      if (keyEnd > bytes.length) throw broken(offset)
      // In a branch the words of the length are the number of the child.
      if (flags & BRANCH) this.pending.push(low + high * 2 ** 16 + nodeFlags * 2 ** 32)
      else {
        yield this.value(offset + at + 8, keyEnd - at - 8)
        yield* this.leaf(view, bytes, offset, keyEnd, low + high * 2 ** 16, nodeFlags)
      }
    }
  }

  private *leaf(view: DataView, bytes: Uint8Array, offset: number, at: number, length: number, flags: number): Iterable<LmdbValue> {
    const stored = flags & BIG_DATA ? 8 : length
    if (at + stored > bytes.length) throw broken(offset)
    if (flags & BIG_DATA) {
      const start = u64(view, at) * this.pageSize + PAGE_HEAD
      if (start + length > this.source.size) throw new ScanError('truncated', 'a value of an LMDB file is not in it', this.source.size)
      yield this.value(start, length)
    } else if (flags & SUB_DATABASE) {
      if (length < DATABASE) throw broken(offset)
      this.pending.push(u64(view, at + 40))
    } else if (flags & DUPLICATES) {
      const page = bytes.subarray(at, at + length)
      yield* this.nodes(new DataView(page.buffer, page.byteOffset, page.length), page, offset + at)
    } else yield this.value(offset + at, length)
  }

  private value(offset: number, length: number): LmdbValue {
    return { offset, bytes: slice(this.source, offset, length) }
  }
}

function broken(offset: number): ScanError {
  return new ScanError('malformed', 'a broken page of an LMDB file', offset)
}

function u64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32
}
