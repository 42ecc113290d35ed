// Describes records of fixed layout by the names and sizes of their fields, and reads integers out of bytes.

/** Byte offset of each field of a record, and the size of the whole record. */
export type RecordLayout<Field extends string> = { readonly [Name in Field]: number } & { readonly recordSize: number }

/**
 * Returns the layout of a record whose fields follow each other without gaps; each number is a size in bytes, as in its
 * specification.
 */
export function recordLayout<Field extends string>(sizes: { readonly [Name in Field]: number }): RecordLayout<Field> {
  const layout: Record<string, number> = {}
  let offset = 0
  for (const [name, size] of Object.entries<number>(sizes)) {
    layout[name] = offset
    offset += size
  }
  layout['recordSize'] = offset
  return layout as RecordLayout<Field>
}

/** Reads two bytes, the lowest first. Bytes past the end count as 0, here and below. */
export function u16le(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
}

/** Reads four bytes, the lowest first. */
export function u32le(bytes: Uint8Array, at: number): number {
  return (u16le(bytes, at) | (u16le(bytes, at + 2) << 16)) >>> 0
}

/** Reads eight bytes, the lowest first. Inexact above 2^53, where no file reaches. */
export function u64le(bytes: Uint8Array, at: number): number {
  return u32le(bytes, at) + u32le(bytes, at + 4) * 0x1_0000_0000
}

/** Reads two bytes, the highest first. */
export function u16be(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
}

/** Reads four bytes, the highest first. */
export function u32be(bytes: Uint8Array, at: number): number {
  return ((u16be(bytes, at) << 16) | u16be(bytes, at + 2)) >>> 0
}
