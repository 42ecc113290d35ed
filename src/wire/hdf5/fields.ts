// Reads the structures of an HDF5 file field by field, by the names and widths of the File Format Specification.
import { ScanError } from '../../bytes/errors.ts'

/** An address with all bits set: the structure does not exist. */
export const UNDEFINED = -1

/** The four letters that a structure begins with. */
type Signature =
  | 'BTHD'
  | 'BTLF'
  | 'BTIN'
  | 'EADB'
  | 'EAHD'
  | 'EAIB'
  | 'EASB'
  | 'FADB'
  | 'FAHD'
  | 'FRHP'
  | 'GCOL'
  | 'HEAP'
  | 'OCHK'
  | 'OHDR'
  | 'TREE'

/** Number of bytes of a field; `O` for an address and `L` for a length, whose widths are declared in the superblock. */
type Width = number | 'O' | 'L' | Signature

/** The fields of a structure in the order of the specification. */
export type Structure = Readonly<Record<string, Width>>

/** The values of all fields but the signature. */
type Values<S extends Structure> = { readonly [Name in keyof S as S[Name] extends Signature ? never : Name]: number }

/** The properties of a file on which fields depend. */
export interface Widths {
  /** Where the superblock is in the source. */
  readonly base: number
  /** Bytes of an address. */
  readonly offsetSize: number
  /** Bytes of a length. */
  readonly lengthSize: number
}

const SIGNATURE_SIZE = 4

/** Returns the size of a structure in bytes. */
export function sizeOf(file: Widths, structure: Structure): number {
  let size = 0
  for (const name in structure) {
    const width: Width = structure[name] ?? 0
    if (typeof width === 'number') size += width
    else if (width === 'O') size += file.offsetSize
    else size += width === 'L' ? file.lengthSize : SIGNATURE_SIZE
  }
  return size
}

/** Reads one field after another, little-endian. Reading past the end throws a `ScanError`. */
export class Fields {
  readonly data: Uint8Array
  /** Address of the first byte. */
  readonly address: number
  pos = 0
  private readonly file: Widths

  constructor(file: Widths, data: Uint8Array, address: number) {
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

  /** Returns a reader of `count` of the same bytes, from position `at` on. */
  within(at: number, count: number): Fields {
    return new Fields(this.file, this.data.subarray(at, at + count), this.address + at)
  }

  /** Reads all fields of a structure and checks its signature. */
  record<const S extends Structure>(structure: S): Values<S> {
    const values: Record<string, number> = {}
    for (const name in structure) {
      const width: Width = structure[name] ?? 0
      if (typeof width === 'number') values[name] = this.uint(width)
      else if (width === 'O') values[name] = this.offset()
      else if (width === 'L') values[name] = this.length()
      else this.signature(width)
    }
    return values as Values<S>
  }

  uint(width: number): number {
    this.need(width)
    let value = 0
    for (let i = width - 1; i >= 0; i--) value = value * 256 + (this.data[this.pos + i] ?? 0)
    this.pos += width
    return value
  }

  /** Reads an address; `UNDEFINED` where all bits are set. */
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

  /** Reads a length that is infinite where all bits are set. */
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

  /** Returns a reader of the next `count` bytes and moves past them. */
  part(count: number): Fields {
    const address = this.here
    return new Fields(this.file, this.take(count), address)
  }

  /** Reads a name and its NUL. */
  name(): string {
    const start = this.pos
    this.skipName()
    return text(this.data.subarray(start, this.pos - 1))
  }

  /** Moves past a name and its NUL. */
  skipName(): void {
    const nul = this.data.indexOf(0, this.pos)
    if (nul < 0) throw this.broken('a name without an end')
    this.pos = nul + 1
  }

  /** Reads the signature of a structure and checks it. */
  signature(expected: Signature): void {
    const found = text(this.take(SIGNATURE_SIZE))
    if (found !== expected) throw this.broken(`${expected} expected`)
  }

  broken(what: string): ScanError {
    return new ScanError('malformed', `broken HDF5 structure: ${what}`, this.file.base + this.address)
  }

  private need(count: number): void {
    if (count > this.left) throw this.broken('a field extends past its end')
  }
}

/** Decodes UTF-8; invalid bytes become U+FFFD. */
export function text(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}

const decoder = new TextDecoder()
