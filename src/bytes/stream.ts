// Defines streams of bytes, which decompressors return.
/**
 * Decompressed bytes that are read once, from start to end. `next` returns a chunk of any size, `undefined` at the end;
 * a chunk is valid until the next call. Throws (or rejects with) `ScanError` where the compressed data are broken.
 */
export interface ByteStream {
  readonly kind: 'stream'
  next(): Uint8Array | undefined | Promise<Uint8Array | undefined>
  /** Frees the memory of the decompressor; may be called more than once. */
  close(): void
}
