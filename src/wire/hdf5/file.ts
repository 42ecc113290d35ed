import { ScanError } from '../../bytes/errors.ts'
import { type ByteSource, slice } from '../../bytes/source.ts'

/** Structures are small and lie near each other: a page answers most of what is asked next. */
const PAGE = 512
const MAX_PAGES = 4096
/** The longest single structure that is taken into memory: a message is at most 64 KiB, a node or heap block of a real file at most a few MiB. */
const MAX_PIECE = 16 * 2 ** 20
/** Metadata of the largest real files stay far below; a file that asks for more goes round in circles. */
const MAX_BYTES = 1024 * 2 ** 20
/** Pieces of one file: a hostile one can have many objects share one large index. */
const MAX_PIECES = 20_000_000
/** Pieces between two looks at the clock. */
const TICK = 256

/** Unset address (all bits one). */
export const UNDEFINED = -1

/** An HDF5 file: addresses count from the superblock, and their width is the file's own choice. */
export class Hdf5File {
  /** Where the superblock lies: 0, or the size of the user block. */
  readonly base: number
  readonly size: number
  /** Bytes of an address, and of a length. */
  offsetSize = 8
  lengthSize = 8
  private readonly source: ByteSource
  private readonly tick: () => void
  private readonly pages = new Map<number, Uint8Array>()
  private taken = 0
  private pieces = 0

  /** `tick` is called now and then, and throws to stop. */
  constructor(source: ByteSource, base: number, tick: () => void) {
    this.source = source
    this.base = base
    this.size = source.size - base
    this.tick = tick
  }

  /** `length` bytes at an address. @throws {ScanError} where they are not in the file. */
  bytes(address: number, length: number): Uint8Array {
    if (address === UNDEFINED) throw new ScanError('malformed', 'an HDF5 structure that is needed has no address')
    if (address + length > this.size) {
      throw new ScanError(
        'truncated',
        `an HDF5 structure of ${length} bytes at ${address} lies outside of the file`,
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

  /** The bytes at an address, as far as the file goes: nothing is read yet. */
  slice(address: number, length: number): ByteSource {
    return slice(this.source, this.base + address, length)
  }

  /** Fields of the `length` bytes at an address. */
  fields(address: number, length: number): Fields {
    return new Fields(this, this.bytes(address, length), address)
  }

  /** Like `fields`, with as many of the bytes as there are: for structures whose length is known only after a look. */
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

/** Reads one field after the other, little-endian. Running over is a `ScanError`. */
export class Fields {
  readonly data: Uint8Array
  /** Address of the first byte. */
  readonly address: number
  pos = 0
  private readonly file: Hdf5File

  constructor(file: Hdf5File, data: Uint8Array, address: number) {
    this.file = file
    this.data = data
    this.address = address
  }

  get left(): number {
    return this.data.length - this.pos
  }

  /** Address of the next byte. */
  get here(): number {
    return this.address + this.pos
  }

  /** Some of the same bytes, unread. */
  within(at: number, count: number): Fields {
    return new Fields(this.file, this.data.subarray(at, at + count), this.address + at)
  }

  uint(width: number): number {
    this.need(width)
    let value = 0
    for (let i = width - 1; i >= 0; i--) value = value * 256 + (this.data[this.pos + i] ?? 0)
    this.pos += width
    return value
  }

  /** An address; `UNDEFINED` where all bits are set. */
  offset(): number {
    const width = this.file.offsetSize
    this.need(width)
    const unset = this.data.subarray(this.pos, this.pos + width).every((byte) => byte === 0xff)
    const value = this.uint(width)
    return unset ? UNDEFINED : value
  }

  length(): number {
    return this.uint(this.file.lengthSize)
  }

  /** A length that is infinite where all bits are set. */
  bound(): number {
    const width = this.file.lengthSize
    this.need(width)
    const unset = this.data.subarray(this.pos, this.pos + width).every((byte) => byte === 0xff)
    const value = this.uint(width)
    return unset ? Number.POSITIVE_INFINITY : value
  }

  take(count: number): Uint8Array {
    this.need(count)
    this.pos += count
    return this.data.subarray(this.pos - count, this.pos)
  }

  skip(count: number): void {
    this.need(count)
    this.pos += count
  }

  /** A field of its own of the next `count` bytes. */
  part(count: number): Fields {
    const address = this.here
    return new Fields(this.file, this.take(count), address)
  }

  /** Bytes up to a NUL, which is taken too. */
  name(): string {
    const start = this.pos
    this.skipName()
    return text(this.data.subarray(start, this.pos - 1))
  }

  /** Passes over a name and its NUL. */
  skipName(): void {
    const nul = this.data.indexOf(0, this.pos)
    if (nul < 0) throw this.broken('a name without an end')
    this.pos = nul + 1
  }

  /** Four letters that a structure begins with. */
  signature(expected: string): void {
    const found = text(this.take(4))
    if (found !== expected) throw this.broken(`${expected} expected`)
  }

  broken(what: string): ScanError {
    return new ScanError('malformed', `broken HDF5 structure: ${what}`, this.file.base + this.address)
  }

  private need(count: number): void {
    if (count > this.left) throw this.broken('a field runs over its end')
  }
}

/** Text of the file: UTF-8, unreadable bytes replaced. */
export function text(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}

const decoder = new TextDecoder()
