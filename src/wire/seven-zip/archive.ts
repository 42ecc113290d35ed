// Reads the list of files in a 7z archive.
import { crc32 } from '../../bytes/crc32.ts'
import { ScanError } from '../../bytes/errors.ts'
import type { Spend } from '../../bytes/inflate.ts'
import { Portions } from '../../bytes/portions.ts'
import { recordLayout, u32le, u64le } from '../../bytes/record.ts'
import type { ByteSource } from '../../bytes/source.ts'
import { HeaderBytes } from './bytes.ts'
import { openFolder, unreadableFolder } from './folder.ts'
import { type Folder, ID, readStreams } from './streams.ts'

/** Signature header (7zFormat.txt of the LZMA SDK); the first checksum covers the fields after it. */
const SIGNATURE_HEADER = recordLayout({
  signature: 6,
  majorVersion: 1,
  minorVersion: 1,
  startHeaderCrc: 4,
  nextHeaderOffset: 8,
  nextHeaderSize: 8,
  nextHeaderCrc: 4,
})
const START = SIGNATURE_HEADER.recordSize
/** Maximum size of a header, which is read into memory; one of a million files has some 60 MB. */
const MAX_HEADER = 64 * 1024 * 1024
/** Maximum number of packed headers within each other; 7-Zip writes one. */
const MAX_PACKED_HEADERS = 4

/** A file in the archive. */
export interface SevenZipFile {
  readonly name: string
  /** Unix file mode, 0 when the archive has none. */
  readonly mode: number
  /** Index of the 7z folder that contains its bytes; undefined for directories and empty files, which have none. */
  readonly folder: number | undefined
  readonly size: number
}

/** The contents of a 7z archive. */
export interface SevenZip {
  readonly folders: readonly Folder[]
  readonly files: readonly SevenZipFile[]
  /** Byte ranges of the headers, packed or not. */
  readonly headers: readonly { readonly offset: number; readonly length: number }[]
}

/**
 * Reads the header at the end of a 7z archive, unpacked if needed: the files and how they are stored.
 * @throws {ScanError} `truncated`, `malformed`, `limit`, `encrypted` (names too are), `unsupported`
 */
export async function readSevenZip(source: ByteSource, spend: Spend): Promise<SevenZip> {
  const header = readHeader(source)
  const headers = [
    { offset: 0, length: START },
    { offset: header.at, length: header.bytes.length },
  ]
  let bytes = new HeaderBytes(header.bytes)
  let id = bytes.left === 0 ? ID.end : bytes.number()
  for (let round = 0; id === ID.encodedHeader; round++) {
    const [folder] = readStreams(bytes, START)
    if (!folder || round >= MAX_PACKED_HEADERS) throw bytes.broken('headers packed in headers')
    headers.push({ offset: folder.packedAt, length: folder.packedSize })
    bytes = new HeaderBytes(await unpackHeader(source, folder, spend))
    id = bytes.number()
  }
  if (id === ID.end) return { folders: [], files: [], headers }
  if (id !== ID.header) throw bytes.broken(`an unknown part ${id}`)
  return { ...readContents(bytes), headers }
}

function readHeader(source: ByteSource): { readonly at: number; readonly bytes: Uint8Array } {
  const start = source.read(0, START)
  if (start.length < START) throw new ScanError('truncated', 'a 7z archive that ends within its first header')
  const { startHeaderCrc, nextHeaderOffset, nextHeaderSize, nextHeaderCrc } = SIGNATURE_HEADER
  if (crc32(start.subarray(nextHeaderOffset)) !== u32le(start, startHeaderCrc))
    throw new ScanError('malformed', 'the checksum of the first 7z header is wrong', startHeaderCrc)
  const at = START + u64le(start, nextHeaderOffset)
  const size = u64le(start, nextHeaderSize)
  if (at + size > source.size) throw new ScanError('truncated', 'the 7z archive ends before its header', source.size)
  if (size > MAX_HEADER) throw new ScanError('limit', `a 7z header of ${size} bytes`, at)
  const header = source.read(at, size)
  if (crc32(header) !== u32le(start, nextHeaderCrc)) throw new ScanError('malformed', 'the checksum of the 7z header is wrong', at)
  return { at, bytes: header }
}

async function unpackHeader(source: ByteSource, folder: Folder, spend: Spend): Promise<Uint8Array> {
  const problem = unreadableFolder(folder)
  if (problem?.encrypted) throw new ScanError('encrypted', 'a 7z archive whose list of files is encrypted')
  if (problem) throw new ScanError('unsupported', `a 7z archive whose list of files is packed with ${problem.methods}`)
  if (folder.size > MAX_HEADER) throw new ScanError('limit', `a 7z header of ${folder.size} bytes`)
  const input = openFolder(source, folder, spend)
  const portions = new Portions(input, () => undefined)
  const header = await portions.take(folder.size)
  if (input.kind === 'stream') input.close()
  if (portions.failure) throw portions.failure
  return header
}

function readContents(bytes: HeaderBytes): Pick<SevenZip, 'folders' | 'files'> {
  let folders: Folder[] = []
  let files: SevenZipFile[] = []
  const seen = new Set<number>()
  for (let id = bytes.number(); id !== ID.end; id = bytes.number()) {
    if (seen.has(id)) throw bytes.broken(`part ${id} twice`)
    seen.add(id)
    if (id === ID.archiveProperties) skipProperties(bytes)
    else if (id === ID.additionalStreams) readStreams(bytes, START)
    else if (id === ID.mainStreams) folders = readStreams(bytes, START)
    else if (id === ID.files) files = readFiles(bytes, folders)
    else throw bytes.broken(`an unknown part ${id}`)
  }
  return { folders, files }
}

function skipProperties(bytes: HeaderBytes): void {
  while (bytes.number() !== ID.end) bytes.take(bytes.number())
}

function readFiles(bytes: HeaderBytes, folders: readonly Folder[]): SevenZipFile[] {
  const count = bytes.count()
  let names: readonly string[] = []
  let empty: readonly boolean[] = []
  let attributes: readonly number[] = []
  for (let id = bytes.number(); id !== ID.end; id = bytes.number()) {
    const property = new HeaderBytes(bytes.take(bytes.number()))
    if (id === ID.names) names = readNames(property, count)
    else if (id === ID.emptyStream) empty = property.bits(count)
    else if (id === ID.attributes) attributes = readAttributes(property, count)
  }
  if (names.length < count) throw bytes.broken('files without a name')
  const places = folders.flatMap(({ sizes }, folder) => sizes.map((size) => ({ folder, size })))
  let next = 0
  const files = Array.from({ length: count }, (_, index) => {
    const place = empty[index] ? undefined : places[next++]
    if (!empty[index] && !place) throw bytes.broken('files without data')
    return { name: names[index] ?? '', mode: unixMode(attributes[index] ?? 0), folder: place?.folder, size: place?.size ?? 0 }
  })
  if (next < places.length) throw bytes.broken('data without a file')
  return files
}

function readNames(property: HeaderBytes, count: number): string[] {
  if (property.u8() !== 0) throw property.broken('names in a separate stream')
  const text = new TextDecoder('utf-16le').decode(property.take(property.left))
  return text.split('\0', count)
}

function readAttributes(property: HeaderBytes, count: number): number[] {
  const defined = property.optionalBits(count)
  if (property.u8() !== 0) throw property.broken('attributes in a separate stream')
  return defined.map((has) => (has ? u32le(property.take(4), 0) : 0))
}

/** Returns the mode that p7zip and 7-Zip on Unix put into the upper half, with a flag in the lower one. */
function unixMode(attributes: number): number {
  return attributes & 0x8000 ? attributes >>> 16 : 0
}
