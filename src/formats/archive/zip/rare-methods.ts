// Opens zip entries with rare compression methods: bzip2, LZMA, Zstandard, XZ.
import { bzip2 } from '../../../bytes/codecs/bzip2.ts'
import { lzmaAlone } from '../../../bytes/codecs/lzma-alone.ts'
import { xz } from '../../../bytes/codecs/xz.ts'
import { zstd } from '../../../bytes/codecs/zstd.ts'
import { paid, type Spend } from '../../../bytes/inflate.ts'
import { type ByteSource, slice } from '../../../bytes/source.ts'
import type { Input } from '../../../types/artifact.ts'
import type { ZipEntry } from '../../../wire/zip/entry.ts'

/** Opens the data of an entry: returns the decompressed content. */
export type OpenMethod = (compressed: ByteSource, entry: ZipEntry, spend: Spend) => Input

/** General purpose bit 1 for LZMA: an end-of-stream marker ends the data, so that no size is needed (APPNOTE 5.8.9). */
const FLAG_END_MARK = 0x2

/** Functions that open entries of rare compression methods, by the method's number in APPNOTE 4.4.5. */
export const rareMethods: ReadonlyMap<number, OpenMethod> = new Map<number, OpenMethod>([
  [12, (compressed, _entry, spend) => paid(bzip2(compressed), spend)],
  [14, (compressed, entry, spend) => paid(lzmaAlone(asLzmaFile(compressed, entry)), spend)],
  [20, (compressed, _entry, spend) => paid(zstd(compressed), spend)],
  [93, (compressed, _entry, spend) => paid(zstd(compressed), spend)],
  [95, (compressed, _entry, spend) => paid(xz(compressed), spend)],
])

/**
 * Converts LZMA data of a zip to a `.lzma` file. In a zip: version (2 bytes), length of the properties (2), properties
 * (5), data (APPNOTE 5.8.8). In a `.lzma` file: properties (5), size (8), data.
 */
function asLzmaFile(compressed: ByteSource, entry: ZipEntry): ByteSource {
  const head = new Uint8Array(13)
  head.set(compressed.read(4, 5))
  const view = new DataView(head.buffer)
  view.setBigUint64(5, (entry.flags & FLAG_END_MARK) !== 0 ? 0xffffffffffffffffn : BigInt(Math.floor(entry.size)), true)
  const data = slice(compressed, 9)
  const read = (offset: number, length: number): Uint8Array => {
    if (offset >= head.length) return data.read(offset - head.length, length)
    const part = head.subarray(offset, offset + length)
    const rest = data.read(0, length - part.length)
    const both = new Uint8Array(part.length + rest.length)
    both.set(part)
    both.set(rest, part.length)
    return both
  }
  return {
    kind: 'source',
    size: head.length + data.size,
    read,
    readInto(target, offset) {
      const bytes = read(offset, target.length)
      target.set(bytes)
      return bytes.length
    },
  }
}
