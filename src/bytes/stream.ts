import type { ByteSource } from './source.ts'

/**
 * Bytes that come once and forward only, from a decompressor. `next` gives a chunk of any size, `undefined` at the end;
 * a chunk is valid until the next call. Throws (or rejects with) `ScanError` where the compressed data are broken.
 */
export interface ByteStream {
  readonly kind: 'stream'
  next(): Uint8Array | undefined | Promise<Uint8Array | undefined>
  /** Opens the same bytes once more, from their beginning, at their whole cost. Absent where that cannot be done. */
  again?(): ByteSource | ByteStream
  /** Frees what the decompressor holds; safe to call more than once. */
  close(): void
}

/** What `open` opens, and where that is a stream, one that can be opened again. */
export function repeatable(open: () => ByteSource | ByteStream): ByteSource | ByteStream {
  const input = open()
  if (input.kind === 'source') return input
  return { kind: 'stream', next: () => input.next(), close: () => input.close(), again: () => repeatable(open) }
}
