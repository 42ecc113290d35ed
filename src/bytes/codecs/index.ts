import type { ByteSource } from '../source.ts'
import { slice } from '../source.ts'
import type { ByteStream } from '../stream.ts'
import { bzip2 } from './bzip2.ts'
import { lz4 } from './lz4.ts'
import { lzmaAlone } from './lzma-alone.ts'
import { type CodecId, type CodecMark, marks, ZFILE_HEADER } from './magic.ts'
import { xz } from './xz.ts'
import { gzip, zlib } from './zlib.ts'
import { zstd } from './zstd.ts'

export interface Codec extends CodecMark {
  /**
   * The decompressed bytes, in flat memory. The stream delivers all that can be decoded, then throws `ScanError`:
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

export const codecs: readonly Codec[] = marks.map((mark) => ({ ...mark, open: DECODERS[mark.id] }))

/** The zlib data follow at once, or after one space in files of Python 2. */
function openZfile(source: ByteSource): ByteStream {
  const space = source.read(ZFILE_HEADER, 1)[0] === 0x20
  return zlib(slice(source, ZFILE_HEADER + (space ? 1 : 0)))
}
