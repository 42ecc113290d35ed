// src/bytes/codecs/limits.ts
var CODEC_LIMITS = {
  /** Maximum dictionary or window, as `xz -9` and zstd's defaults need. A header of 28 bytes may declare 4 GiB. */
  dictionary: 64 * 1024 * 1024,
  /** Maximum size of a chunk of output. */
  chunk: 256 * 1024,
  /** Maximum size of data that are inflated in one call, since creating a zlib stream costs 0.8 ms. */
  oneShotInput: 1024 * 1024,
  /** Maximum output of that call; larger output is inflated by a stream. */
  oneShotOutput: 8 * 1024 * 1024
};

export {
  CODEC_LIMITS
};
