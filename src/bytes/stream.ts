/**
 * Bytes that come once and forward only, from a decompressor. `next` gives a chunk of any size, `undefined` at the end;
 * a chunk is valid until the next call. Throws (or rejects with) `ScanError` where the compressed data are broken.
 */
export interface ByteStream {
  readonly kind: 'stream'
  next(): Uint8Array | undefined | Promise<Uint8Array | undefined>
  /** Frees what the decompressor holds; safe to call more than once. */
  close(): void
}
