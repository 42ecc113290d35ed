// Defines streams of bytes, which decompressors return.
import type { ByteSource } from './source.ts'

/**
 * Decompressed bytes that are read once, from start to end. `next` returns a chunk of any size, `undefined` at the end;
 * a chunk is valid until the next call. Throws (or rejects with) `ScanError` where the compressed data are broken.
 */
export interface ByteStream {
  readonly kind: 'stream'
  next(): Uint8Array | undefined | Promise<Uint8Array | undefined>
  /** Opens the same bytes again, from the start and at full cost. Absent where that is impossible. */
  again?(): ByteSource | ByteStream
  /** Frees the memory of the decompressor; may be called more than once. */
  close(): void
}

/** What `open` opens, and where that is a stream, one that can be opened again. */
export function repeatable(open: () => ByteSource | ByteStream): ByteSource | ByteStream {
  const input = open()
  if (input.kind === 'source') return input
  return { kind: 'stream', next: () => input.next(), close: () => input.close(), again: () => repeatable(open) }
}
