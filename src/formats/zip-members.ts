import { bzip2 } from '../bytes/codecs/bzip2.ts'
import { lzmaAlone } from '../bytes/codecs/lzma-alone.ts'
import { xz } from '../bytes/codecs/xz.ts'
import { zstd } from '../bytes/codecs/zstd.ts'
import { crc32 } from '../bytes/crc32.ts'
import { inflateRaw, inflateSmall, paid, type Spend } from '../bytes/inflate.ts'
import { type ByteSource, memorySource, slice } from '../bytes/source.ts'
import type { Input } from '../types/artifact.ts'
import type { ZipEntry } from '../wire/zip-entry.ts'

/** Data are compared with their checksum up to this size; tensors are not read for it. */
const CHECKED = 4 * 1024 * 1024

const STORED = 0
const DEFLATED = 8
/** Method LZMA: the data have an end mark, so that no size is needed. */
const FLAG_END_MARK = 0x2

interface Method {
  readonly name: string
  /** Absent: the method is known by name only. */
  readonly open?: (compressed: ByteSource, entry: ZipEntry, spend: Spend) => Input
}

/** Compression methods, APPNOTE 4.4.5. A row with `open` can be read. */
const methods: ReadonlyMap<number, Method> = new Map<number, Method>([
  [STORED, { name: 'stored', open: (stored) => stored }],
  [1, { name: 'Shrink' }],
  [6, { name: 'Implode' }],
  [DEFLATED, { name: 'Deflate', open: (compressed, entry, spend) => inflateRaw(compressed, entry.size, spend) }],
  [9, { name: 'Deflate64' }],
  [12, { name: 'bzip2', open: (compressed, _entry, spend) => paid(bzip2(compressed), spend) }],
  [14, { name: 'LZMA', open: (compressed, entry, spend) => paid(lzmaAlone(asLzmaFile(compressed, entry)), spend) }],
  [20, { name: 'Zstandard, old number', open: (compressed, _entry, spend) => paid(zstd(compressed), spend) }],
  [93, { name: 'Zstandard', open: (compressed, _entry, spend) => paid(zstd(compressed), spend) }],
  [95, { name: 'XZ', open: (compressed, _entry, spend) => paid(xz(compressed), spend) }],
  [97, { name: 'WavPack' }],
  [98, { name: 'PPMd' }],
  [99, { name: 'AES encryption' }],
])

/** A zip has a version (2 bytes), the length of the properties (2), the properties (5), then data; a .lzma file has properties, a size, then data. */
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

/** The method's name when its data cannot be read here, else undefined. */
export function unreadableMethod(entry: ZipEntry): string | undefined {
  const method = methods.get(entry.method)
  return method?.open ? undefined : `${method?.name ?? 'unknown'} (method ${entry.method})`
}

/** A contradiction between an entry's claims and its data. */
export type Mismatch = (difference: 'crc' | 'size', detail: string) => void

/** The member's content. Inflated bytes are paid through `spend`; what its header got wrong goes to `mismatch`. */
export function openEntry(source: ByteSource, entry: ZipEntry, spend: Spend, mismatch: Mismatch): Input {
  const method = methods.get(entry.method)
  const raw = dataOf(source, entry)
  const input = method?.open ? method.open(raw, entry, spend) : raw
  if (input.kind === 'stream' || !entry.bounded) return input
  const worthwhile = entry.method !== STORED || /\.pkl$/i.test(entry.name)
  if (!worthwhile || input.size > CHECKED) return input
  const bytes = input.read(0, input.size)
  if (entry.method !== STORED && bytes.length !== entry.size) mismatch('size', `${entry.size} bytes declared, ${bytes.length} inflated`)
  const actual = crc32(bytes)
  if (actual !== entry.crc) mismatch('crc', `checksum 0x${entry.crc.toString(16)} declared, the data have 0x${actual.toString(16)}`)
  return memorySource(bytes)
}

/** A stored entry is as long as either size says: readers differ on which they use. */
function dataOf(source: ByteSource, entry: ZipEntry): ByteSource {
  return slice(
    source,
    entry.dataOffset ?? source.size,
    entry.method === STORED ? Math.max(entry.compressedSize, entry.size) : entry.compressedSize,
  )
}

/** What the data of an entry are whose flag says that they are encrypted. PyTorch's reader is among those that look at the flag late or never. */
export function behindEncryptionFlag(source: ByteSource, entry: ZipEntry): 'plain' | 'perhaps-plain' | 'unreadable' {
  const raw = dataOf(source, entry)
  if (raw.size === 0) return 'unreadable'
  if (entry.method === STORED) {
    const sizesAgree = entry.compressedSize === entry.size && raw.size === entry.size && raw.size <= CHECKED
    return sizesAgree && crc32(raw.read(0, raw.size)) === entry.crc ? 'plain' : 'perhaps-plain'
  }
  if (entry.method !== DEFLATED) return 'unreadable'
  if (raw.size > CHECKED) return 'perhaps-plain'
  const bytes = inflateSmall(raw, CHECKED)
  if (bytes === 'broken') return 'unreadable'
  if (bytes === 'too-long') return 'perhaps-plain'
  return bytes.length === entry.size && crc32(bytes) === entry.crc ? 'plain' : 'perhaps-plain'
}

/** The target of a symbolic link, when it is short enough to be one. */
export function linkTarget(source: ByteSource, entry: ZipEntry): string | undefined {
  if (entry.size > 4096 || entry.compressedSize > 4096) return undefined
  const raw = dataOf(source, entry)
  const bytes = entry.method === STORED ? raw.read(0, raw.size) : entry.method === DEFLATED ? inflateSmall(raw, 4096) : undefined
  return bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : undefined
}
