/** Writes protocol buffers: `message([1, 8], [7, bytes])`. Numbers become varints, text and bytes get their length. */
export type ProtoValue = number | string | Uint8Array

export function varint(number: number): number[] {
  const out: number[] = []
  let left = number
  while (left > 127) {
    out.push((left % 128) | 128)
    left = Math.floor(left / 128)
  }
  return [...out, left]
}

export function message(...fields: readonly (readonly [number, ProtoValue])[]): Uint8Array {
  return Buffer.concat(fields.map(([number, value]) => field(number, value)))
}

function field(number: number, value: ProtoValue): Uint8Array {
  if (typeof value === 'number') return Uint8Array.from([...varint(number * 8), ...varint(value)])
  const bytes = Buffer.from(value)
  return Buffer.concat([Uint8Array.from([...varint(number * 8 + 2), ...varint(bytes.length)]), bytes])
}
