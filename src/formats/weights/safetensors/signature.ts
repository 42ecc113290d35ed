// Reads the header length by which a safetensors file is recognised.

/** Maximum header length in the reference implementation (safetensors/src/tensor.rs). */
export const MAX_HEADER = 100_000_000

/** Reads the header length in the first eight bytes; returns undefined if it cannot be one. */
export function headerLength(head: Uint8Array): number | undefined {
  if (head.length < 10) return undefined
  const length = new DataView(head.buffer, head.byteOffset, 8).getBigUint64(0, true)
  return length > 1n && length <= Number.MAX_SAFE_INTEGER ? Number(length) : undefined
}
