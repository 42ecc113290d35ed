/** What a decompressor may take, in bytes, whatever the data declare. */
export const CODEC_LIMITS = {
  /** Largest dictionary or window: what `xz -9` and zstd's defaults need. A header of 28 bytes may ask for 4 GiB. */
  dictionary: 64 * 1024 * 1024,
  /** Output is handed out in pieces of at most this size. */
  chunk: 256 * 1024,
  /** Compressed data up to this size are tried in one synchronous call: setting up a zlib stream costs 0.8 ms. */
  oneShotInput: 1024 * 1024,
  /** The output at which that call gives up and the stream takes over. */
  oneShotOutput: 8 * 1024 * 1024,
} as const
