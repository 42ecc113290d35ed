// Reads the bytes of an HDF5 file by address, in pages and within limits.
import { ScanError } from '../../bytes/errors.ts'
import { type ByteSource, slice } from '../../bytes/source.ts'
import { Fields, UNDEFINED, type Widths } from './fields.ts'

/**
 * Bytes that are read at once: structures are small and close to each other, so a page often contains the next ones.
 */
const PAGE = 512
const MAX_PAGES = 4096
/**
 * Maximum size of one structure in memory: a message has at most 64 KiB, a node or heap block of a real file a few MiB.
 */
const MAX_PIECE = 16 * 2 ** 20
/**
 * Maximum bytes of all structures of one file, far more than the largest real files have: beyond that they form a loop.
 */
const MAX_BYTES = 1024 * 2 ** 20
/** Maximum number of structures of one file: in a hostile one many objects can share one large index. */
const MAX_PIECES = 20_000_000
/** Number of structures between two checks of the time limit. */
const TICK = 256

/** Gives access to an HDF5 file by address. Addresses are relative to the superblock, which declares their width. */
export class Hdf5File implements Widths {
  /** Where the superblock is: 0, or the size of the user block. */
  readonly base: number
  readonly size: number
  offsetSize = 8
  lengthSize = 8
  private readonly source: ByteSource
  private readonly tick: () => void
  private readonly pages = new Map<number, Uint8Array>()
  private taken = 0
  private pieces = 0

  /** `tick` is called regularly and throws to stop. */
  constructor(source: ByteSource, base: number, tick: () => void) {
    this.source = source
    this.base = base
    this.size = source.size - base
    this.tick = tick
  }

  /** Returns `length` bytes at an address. @throws {ScanError} where they are not in the file. */
  bytes(address: number, length: number): Uint8Array {
    if (address === UNDEFINED) throw new ScanError('malformed', 'a required HDF5 structure has no address')
    if (address + length > this.size) {
      throw new ScanError(
        'truncated',
        `an HDF5 structure of ${length} bytes at ${address} extends past the end of the file`,
        Math.min(this.base + address, this.source.size),
      )
    }
    if (length > MAX_PIECE) throw new ScanError('limit', `an HDF5 structure of ${length} bytes is too large`, this.base + address)
    if (++this.pieces % TICK === 0) this.tick()
    if (this.pieces > MAX_PIECES) throw new ScanError('limit', `more than ${MAX_PIECES} HDF5 structures would have to be read`)
    const first = Math.floor(address / PAGE)
    const last = Math.floor((address + Math.max(length, 1) - 1) / PAGE)
    if (first === last) return this.page(first).subarray(address - first * PAGE, address - first * PAGE + length)
    if (last === first + 1) {
      const joined = new Uint8Array(length)
      const left = this.page(first).subarray(address - first * PAGE)
      joined.set(left)
      joined.set(this.page(last).subarray(0, length - left.length), left.length)
      return joined
    }
    this.pay(length)
    return this.source.read(this.base + address, length)
  }

  /** Returns the bytes at an address as a source, cut at the end of the file. Reads nothing yet. */
  slice(address: number, length: number): ByteSource {
    return slice(this.source, this.base + address, length)
  }

  /** Returns a reader of the `length` bytes at an address. */
  fields(address: number, length: number): Fields {
    return new Fields(this, this.bytes(address, length), address)
  }

  /**
   * Returns a reader of up to `length` bytes, for structures whose length is known only after a part of them was read.
   */
  upTo(address: number, length: number): Fields {
    return this.fields(address, Math.max(0, Math.min(length, this.size - address)))
  }

  private page(index: number): Uint8Array {
    const known = this.pages.get(index)
    if (known) return known
    if (this.pages.size >= MAX_PAGES) {
      const [oldest] = this.pages.keys()
      if (oldest !== undefined) this.pages.delete(oldest)
    }
    this.pay(PAGE)
    const page = this.source.read(this.base + index * PAGE, PAGE)
    this.pages.set(index, page)
    return page
  }

  private pay(bytes: number): void {
    this.taken += bytes
    if (this.taken > MAX_BYTES) throw new ScanError('limit', 'more than 1 GiB of HDF5 structures would have to be read')
  }
}
