// Reads the central directory of a zip archive and compares each entry with its local header.
import { u32le } from '../../bytes/record.ts'
import type { ByteSource } from '../../bytes/source.ts'
import { blockReader, hopReader } from '../block-reader.ts'
import type { DirectoryPlace } from './end.ts'
import type { ListedBy, ZipEntry } from './entry.ts'
import { decodeName, isAscii } from './names.ts'
import type { ZipNotes } from './notes.ts'
import {
  CENTRAL_SIGNATURE,
  CENTRAL_SIZE,
  type CentralHeader,
  centralLength,
  FLAG_DESCRIPTOR,
  FLAG_ENCRYPTED,
  FLAG_MASKED,
  FLAG_PATCHED,
  FLAG_STRONG_ENCRYPTION,
  type Header,
  LOCAL_SIZE,
  type LocalHeader,
  parseCentral,
  parseLocal,
  withLocalExtra,
} from './records.ts'

const DIRECTORY_BLOCK = 256 * 1024
/** Bytes that are read of a name to show it, or of an extra field to find sizes in it. */
const SMALL_READ = 512
const MADE_BY_UNIX = 3
/** The flags that decide whether a reader accepts the data at all. */
const READABILITY = FLAG_ENCRYPTED | FLAG_PATCHED | FLAG_STRONG_ENCRYPTION | FLAG_MASKED

/** Result of walking a directory. `end` is where its last header ends, whatever the end record declares. */
export interface Walk {
  readonly count: number
  readonly end: number
  /** The walk stopped because `room` was used up. */
  readonly full: boolean
}

/**
 * Reads a directory to its last byte, and for each entry its local header in one small read. At most `room` entries.
 */
export function walkDirectory(
  source: ByteSource,
  place: DirectoryPlace,
  listedBy: ListedBy,
  room: number,
  notes: ZipNotes,
  emit: (entry: ZipEntry) => void,
): Walk {
  const block = blockReader(source, DIRECTORY_BLOCK)
  const near: Near = { source, read: hopReader(source) }
  let at = place.start
  let count = 0
  while (at + CENTRAL_SIZE <= place.limit) {
    const fixed = block.at(at, CENTRAL_SIZE)
    if (u32le(fixed, 0) !== CENTRAL_SIGNATURE) break
    const length = centralLength(fixed)
    const central = at + length > place.limit ? undefined : parseCentral(block.at(at, length))
    if (!central) break
    if (count === room) return { count, end: at, full: true }
    resolveEntry(near, central, place.base, listedBy, notes, emit)
    at += length
    count++
  }
  return { count, end: at, full: false }
}

function resolveEntry(
  near: Near,
  central: CentralHeader,
  base: number,
  listedBy: ListedBy,
  notes: ZipNotes,
  emit: (entry: ZipEntry) => void,
): void {
  const { flags, method, crc, compressedSize, size } = central
  const name = decodeName(central.nameBytes, flags)
  let headerOffset = central.headerOffset + base
  let read = readLocal(near, headerOffset, central.nameBytes.length)
  if (!read && base !== 0) {
    read = readLocal(near, central.headerOffset, central.nameBytes.length)
    if (read) headerOffset = central.headerOffset
  }
  const dataOffset = read && headerOffset + LOCAL_SIZE + read.header.nameLength + read.header.extraLength
  const unixMode = central.madeBy >>> 8 === MADE_BY_UNIX ? central.attributes >>> 16 : 0
  const listed: ZipEntry = { name, method, flags, crc, compressedSize, size, headerOffset, dataOffset, unixMode, listedBy, bounded: true }
  const disputed = read !== undefined && sizesDiffer(central, read.header)
  const entry = disputed && read ? { ...listed, undisputedSize: Math.min(compressedSize, read.header.compressedSize) } : listed
  emit(entry)
  if (central.unicodeName && isAscii(central.nameBytes)) {
    const second = decodeName(central.unicodeName, 0x800)
    if (second !== name) notes.add('name', name, headerOffset, () => `its Unicode path field says ${quote(second)}`)
  }
  if (!read) return
  const { header, nameBytes } = read
  const sameName = header.nameLength === central.nameBytes.length && equal(nameBytes, central.nameBytes)
  const localName = sameName ? name : decodeName(nameBytes, header.flags)
  if (!sameName) notes.add('name', name, headerOffset, () => `the local header says ${quote(localName)}`)
  compare(central, header, (difference, detail) => notes.add(difference, name, headerOffset, detail))
  if (header.method !== method || disputed) {
    const claims = hasSizes(header, central) ? { crc: header.crc, compressedSize: header.compressedSize, size: header.size } : {}
    emit({ ...entry, ...claims, name: localName, method: header.method, flags: header.flags, listedBy: 'local-header' })
  }
}

interface Near {
  readonly source: ByteSource
  readonly read: (offset: number, length: number) => Uint8Array
}

interface LocalRead {
  readonly header: LocalHeader
  /** At least as long as the central name, or cut to 512 bytes: enough to compare and to show. */
  readonly nameBytes: Uint8Array
}

/** Reads a local header together with its name, which is nearly always as long as the central one. */
function readLocal({ source, read }: Near, offset: number, nameLength: number): LocalRead | undefined {
  if (offset < 0 || offset + LOCAL_SIZE > source.size) return undefined
  const bytes = read(offset, LOCAL_SIZE + nameLength)
  const header = parseLocal(bytes)
  if (!header) return undefined
  const nameBytes =
    header.nameLength > nameLength
      ? source.read(offset + LOCAL_SIZE, Math.max(nameLength, Math.min(header.nameLength, SMALL_READ)))
      : bytes.subarray(LOCAL_SIZE, LOCAL_SIZE + header.nameLength)
  return { header: resolveSizes(source, offset, header), nameBytes }
}

/** Reads the extra field where the sizes are in it. */
export function resolveSizes(source: ByteSource, offset: number, header: LocalHeader): LocalHeader {
  if (!header.sizesInExtra) return header
  return withLocalExtra(header, source.read(offset + LOCAL_SIZE + header.nameLength, Math.min(header.extraLength, SMALL_READ)))
}

/**
 * True when the local header declares sizes. With a data descriptor they are zero, since the writer did not know them
 * yet; macOS writes the size of the content, which it knows before compressing.
 */
function hasSizes(local: Header, central: Header): boolean {
  return (local.flags & FLAG_DESCRIPTOR) === 0 || local.compressedSize !== 0 || (local.size !== 0 && local.size !== central.size)
}

function sizesDiffer(central: Header, local: LocalHeader): boolean {
  if (!hasSizes(local, central) || local.sizesInExtra || (local.flags & FLAG_MASKED) !== 0) return false
  return local.compressedSize !== central.compressedSize || local.size !== central.size
}

function compare(
  central: Header,
  local: LocalHeader,
  differ: (difference: 'method' | 'flags' | 'size' | 'crc', detail: () => string) => void,
): void {
  if (central.method !== local.method)
    differ('method', () => `method ${central.method} in the directory, ${local.method} in the local header`)
  if (((central.flags ^ local.flags) & READABILITY) !== 0) {
    differ('flags', () => `flags ${hex(central.flags)} in the directory, ${hex(local.flags)} in the local header`)
  } else if ((central.flags & FLAG_PATCHED) !== 0) {
    differ('flags', () => 'flag bit 5 (patched data) is set: strict readers refuse the entry')
  }
  if (sizesDiffer(central, local)) {
    differ(
      'size',
      () =>
        `${central.compressedSize} bytes (${central.size} uncompressed) in the directory, ${local.compressedSize} (${local.size}) in the local header`,
    )
  }
  const localCrc = (local.flags & FLAG_DESCRIPTOR) === 0 || local.crc !== 0
  if (localCrc && (local.flags & FLAG_MASKED) === 0 && central.crc !== local.crc) {
    differ('crc', () => `checksum ${hex(central.crc)} in the directory, ${hex(local.crc)} in the local header`)
  }
  if (
    central.method === 0 &&
    central.compressedSize !== central.size &&
    (central.flags & (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION)) === 0
  ) {
    differ('size', () => `stored without compression, but ${central.compressedSize} bytes compressed and ${central.size} uncompressed`)
  }
}

/** Quotes a name for a detail, so that spaces and line ends in it can be seen. */
export function quote(name: string): string {
  return JSON.stringify(name.length > 200 ? `${name.slice(0, 200)}…` : name)
}

function hex(value: number): string {
  return `0x${value.toString(16)}`
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false
  return true
}
