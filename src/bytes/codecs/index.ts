// Lists all compression formats of single files with their decompressors.
import type { ByteSource } from '../source.ts'
import { slice } from '../source.ts'
import type { ByteStream } from '../stream.ts'
import { bzip2 } from './bzip2.ts'
import { lz4 } from './lz4.ts'
import { lzmaAlone } from './lzma-alone.ts'
import { type CodecId, type CodecSignature, codecSignatures, ZFILE_HEADER } from './magic.ts'
import { xz } from './xz.ts'
import { gzip, zlib } from './zlib.ts'
import { zstd } from './zstd.ts'

/** A compression format with its decompressor. */
export interface Codec extends CodecSignature {
  /**
   * Decompresses in constant memory. The stream returns everything that can be decoded, then throws `ScanError`:
   * `truncated`, `malformed` (also for bytes after the end), `unsupported` or `limit`. Offsets are relative to
   * `source`.
   */
  open(source: ByteSource): ByteStream
}

const DECODERS: Readonly<Record<CodecId, Codec['open']>> = {
  gzip: gzip,
  zlib: zlib,
  'joblib-zfile': openZfile,
  bzip2: bzip2,
  xz: xz,
  lzma: lzmaAlone,
  lz4: lz4,
  zstd: zstd,
}

/** All compression formats. */
export const codecs: readonly Codec[] = codecSignatures.map((signature) => ({ ...signature, open: DECODERS[signature.id] }))

/** Opens a file of joblib before 0.10: zlib data after the header and, in files of Python 2, one space. */
function openZfile(source: ByteSource): ByteStream {
  const space = source.read(ZFILE_HEADER, 1)[0] === 0x20
  return zlib(slice(source, ZFILE_HEADER + (space ? 1 : 0)))
}
