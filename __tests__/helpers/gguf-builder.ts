/** Writes the values of a GGUF header in one byte order, with lengths of 4 or 8 bytes. */
export class Bytes {
  readonly littleEndian: boolean
  readonly wide: boolean
  readonly data: number[] = []

  constructor(littleEndian: boolean, wide: boolean) {
    this.littleEndian = littleEndian
    this.wide = wide
  }

  /** An empty one of the same kind. */
  part(): Bytes {
    return new Bytes(this.littleEndian, this.wide)
  }

  zeros(count: number): this {
    for (let index = 0; index < count; index++) this.data.push(0)
    return this
  }

  number(value: number, width: number): this {
    const bytes = Array.from({ length: width }, (_, index) => Math.floor(value / 256 ** index) % 256)
    for (const byte of this.littleEndian ? bytes : bytes.reverse()) this.data.push(byte)
    return this
  }

  u32(value: number): this {
    return this.number(value, 4)
  }

  length(value: number): this {
    return this.number(value, this.wide ? 8 : 4)
  }

  text(value: string): this {
    const bytes = new TextEncoder().encode(value)
    this.length(bytes.length)
    for (const byte of bytes) this.data.push(byte)
    return this
  }
}

/** A key with a string. */
export function string(like: Bytes, key: string, value: string): Bytes {
  return like.part().text(key).u32(8).text(value)
}

/** An entry of the table of tensors. */
export function tensor(like: Bytes, name: string, dims: readonly number[], type: number, offset: number): Bytes {
  const entry = like.part().text(name).u32(dims.length)
  for (const dim of dims) entry.length(dim)
  return entry.u32(type).number(offset, 8)
}

/** A whole header. */
export function gguf(like: Bytes, version: number, pairs: readonly Bytes[], tensors: readonly Bytes[], padding = 0): Uint8Array {
  const head = like.part().u32(version).length(tensors.length).length(pairs.length)
  const parts = [[0x47, 0x47, 0x55, 0x46], head.data, ...[...pairs, ...tensors].map(({ data }) => data)]
  const bytes = parts.flat()
  while (padding > 0 && bytes.length % padding !== 0) bytes.push(0)
  return Uint8Array.from(bytes)
}
