/** A member as its header tells it, sound unless told otherwise. */
export interface TarSpec {
  readonly name: string
  readonly type?: string
  readonly data?: string | Uint8Array
  /** The declared size; that of the data if absent. */
  readonly size?: number
  /** Raw bytes in place of the size. */
  readonly sizeField?: Uint8Array
  readonly base256?: boolean
  readonly target?: string
  readonly prefix?: string
  /** `ustar` unless given; empty for a v7 header. */
  readonly magic?: string
  /** Sums the bytes as signed, as old writers did. */
  readonly signed?: boolean
}

/** A header block with its checksum. */
export function tarHeader(spec: TarSpec): Uint8Array {
  const block = Buffer.alloc(512)
  const size = spec.size ?? Buffer.from(spec.data ?? '').length
  block.write(spec.name, 0)
  block.write('0000644\0', 100)
  if (spec.sizeField) block.set(spec.sizeField, 124)
  else if (spec.base256) {
    block[124] = 0x80
    block.writeUIntBE(size, 130, 6)
  } else block.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  block.write(spec.type ?? '0', 156)
  block.write(spec.target ?? '', 157)
  if (spec.magic !== '') block.write(`${spec.magic ?? 'ustar'}\x0000`, 257)
  block.write(spec.prefix ?? '', 345)
  block.write('        ', 148)
  const sum = block.reduce((total, byte) => total + (spec.signed && byte > 127 ? byte - 256 : byte), 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

/** An archive with its two blocks of zeros at the end. */
export function makeTar(specs: readonly TarSpec[]): Uint8Array {
  const parts: Uint8Array[] = []
  for (const spec of specs) {
    const data = Buffer.from(spec.data ?? '')
    parts.push(tarHeader(spec), data, Buffer.alloc((512 - (data.length % 512)) % 512))
  }
  return Buffer.concat([...parts, Buffer.alloc(1024)])
}
