// Reads the header length by which a safetensors file is recognised.
/** The limit of the reference implementation. */
export const MAX_HEADER = 100_000_000

export function headerLength(head: Uint8Array): number | undefined {
  if (head.length < 10) return undefined
  const length = new DataView(head.buffer, head.byteOffset, 8).getBigUint64(0, true)
  return length > 1n && length <= Number.MAX_SAFE_INTEGER ? Number(length) : undefined
}
