import { varint } from '../proto.ts'

/** A file that costs a careless reader more memory than it is long. */
export interface HeavyFile {
  readonly format: string
  /** Which way it goes to extremes. */
  readonly shape: string
  readonly name: string
  /** The id of the format that has to read it, so that no reader passes by saying that it is none of its; undefined where none should. */
  readonly reader: string | undefined
  /** About as many bytes as are asked for. */
  readonly make: (size: number) => Uint8Array
}

export type Bytes = string | Uint8Array

/** One after the other. */
export const join = (...parts: readonly Bytes[]): Uint8Array => Buffer.concat(parts.map((part) => Buffer.from(part)))
/** Each character a byte. */
export const raw = (text: string): Uint8Array => Buffer.from(text, 'latin1')
/** How many pieces have that size, at least one. */
export const count = (size: number, piece: Bytes): number => Math.max(1, Math.floor(size / Buffer.from(piece).length))
/** About as many bytes of pieces. */
export const fill = (size: number, piece: Bytes): Uint8Array => times(count(size, piece), piece)
export const times = (number: number, piece: Bytes): Uint8Array => {
  const bytes = Buffer.from(piece)
  return Buffer.alloc(number * bytes.length, bytes)
}
/** Pieces that are all different, made of their number with so many digits. */
export function numbered(size: number, before: Bytes, after: Bytes, digits = 9): Uint8Array {
  const first = join(before, '0'.repeat(digits), after)
  const bytes = fill(size, first)
  const at = Buffer.from(before).length
  for (let index = 0, from = at; from < bytes.length; index++, from += first.length) {
    let left = index
    for (let digit = digits - 1; digit >= 0 && left > 0; digit--, left = Math.floor(left / 10)) bytes[from + digit] = 0x30 + (left % 10)
  }
  return bytes
}
/** Big-endian. */
export const int32 = (value: number): Uint8Array => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}
/** Little-endian. */
export const uint32 = (value: number): Uint8Array => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
export const uint64 = (value: number): Uint8Array => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}
/** A field of a message, with its length. */
export const long = (number: number, value: Uint8Array): Uint8Array =>
  join(Uint8Array.from([...varint(number * 8 + 2), ...varint(value.length)]), value)

/** What makes files, by the way in which they go to extremes. */
export type Shapes = Readonly<Record<string, (size: number) => Uint8Array>>

/** A row for each shape. */
export const rows = (format: string, name: string, reader: string | undefined, shapes: Shapes): readonly HeavyFile[] =>
  Object.entries(shapes).map(([shape, make]) => ({ format, shape, name, reader, make }))
