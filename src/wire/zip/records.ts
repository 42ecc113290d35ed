// Reads the records of a zip archive by the field names and sizes of APPNOTE 6.3.10.
import { recordLayout, u16le, u32le, u64le } from '../../bytes/record.ts'

/** Signatures of the records. */
export const LOCAL_SIGNATURE = 0x04034b50
export const CENTRAL_SIGNATURE = 0x02014b50
export const DESCRIPTOR_SIGNATURE = 0x08074b50
export const END_SIGNATURE = 0x06054b50
const END64_SIGNATURE = 0x06064b50
export const LOCATOR64_SIGNATURE = 0x07064b50

/** Local file header, 4.3.7. */
const LOCAL = recordLayout({
  signature: 4,
  versionNeeded: 2,
  flags: 2,
  method: 2,
  modifiedTime: 2,
  modifiedDate: 2,
  crc: 4,
  compressedSize: 4,
  size: 4,
  nameLength: 2,
  extraLength: 2,
})

/** Central directory header, 4.3.12. */
const CENTRAL = recordLayout({
  signature: 4,
  versionMadeBy: 2,
  versionNeeded: 2,
  flags: 2,
  method: 2,
  modifiedTime: 2,
  modifiedDate: 2,
  crc: 4,
  compressedSize: 4,
  size: 4,
  nameLength: 2,
  extraLength: 2,
  commentLength: 2,
  startDisk: 2,
  internalAttributes: 2,
  externalAttributes: 4,
  headerOffset: 4,
})

/** End of central directory record, 4.3.16. */
const END = recordLayout({
  signature: 4,
  disk: 2,
  directoryDisk: 2,
  entriesOnDisk: 2,
  entries: 2,
  directorySize: 4,
  directoryOffset: 4,
  commentLength: 2,
})

/** Zip64 end of central directory record, 4.3.14. */
const END64 = recordLayout({
  signature: 4,
  sizeOfRecord: 8,
  versionMadeBy: 2,
  versionNeeded: 2,
  disk: 4,
  directoryDisk: 4,
  entriesOnDisk: 8,
  entries: 8,
  directorySize: 8,
  directoryOffset: 8,
})

/** Zip64 end of central directory locator, 4.3.15. */
const LOCATOR64 = recordLayout({ signature: 4, end64Disk: 4, end64Offset: 8, disks: 4 })

/** Data descriptor with its signature, 4.3.9; in a zip64 entry both sizes have eight bytes. */
export const DESCRIPTOR = recordLayout({ signature: 4, crc: 4, compressedSize: 4, size: 4 })

/** Start of each extra field, 4.5.1. */
const EXTRA = recordLayout({ id: 2, dataSize: 2 })

/** Start of the data of an Info-ZIP Unicode path field, 4.6.9; the name follows in UTF-8. */
const UNICODE_PATH = recordLayout({ version: 1, nameCrc: 4 })

/** Sizes of the fixed parts of the records. */
export const LOCAL_SIZE = LOCAL.recordSize
export const CENTRAL_SIZE = CENTRAL.recordSize
export const END_SIZE = END.recordSize
export const END64_SIZE = END64.recordSize
export const LOCATOR64_SIZE = LOCATOR64.recordSize

/** General purpose bit flags, 4.4.4. */
export const FLAG_ENCRYPTED = 0x1
/** Sizes and checksum follow the data in a data descriptor; the local header has zeros. */
export const FLAG_DESCRIPTOR = 0x8
export const FLAG_PATCHED = 0x20
export const FLAG_STRONG_ENCRYPTION = 0x40
export const FLAG_UTF8 = 0x800
export const FLAG_MASKED = 0x2000

/** Values of a field whose number is in the zip64 record or extra field instead. */
const SENTINEL16 = 0xffff
const SENTINEL32 = 0xffffffff
const EXTRA_ZIP64 = 0x0001
const EXTRA_UNICODE_PATH = 0x7075

/** Fields that both headers of an entry have. Sizes and checksum are what the file declares. */
export interface Header {
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly compressedSize: number
  readonly size: number
}

/** A central directory header. */
export interface CentralHeader extends Header {
  readonly madeBy: number
  readonly attributes: number
  /** Unchanged: relative to the start of the archive as its writer saw it. */
  readonly headerOffset: number
  readonly nameBytes: Uint8Array
  /** The name in the Info-ZIP Unicode path field, where there is one. */
  readonly unicodeName: Uint8Array | undefined
  /** Size of the whole record in bytes. */
  readonly length: number
}

/** Reads a central header from `bytes`, which start at its signature; undefined when they are too few. */
export function parseCentral(bytes: Uint8Array): CentralHeader | undefined {
  if (bytes.length < CENTRAL_SIZE) return undefined
  const nameEnd = CENTRAL_SIZE + u16le(bytes, CENTRAL.nameLength)
  const extraEnd = nameEnd + u16le(bytes, CENTRAL.extraLength)
  const length = extraEnd + u16le(bytes, CENTRAL.commentLength)
  if (bytes.length < length) return undefined
  const declared: Sizes = [u32le(bytes, CENTRAL.size), u32le(bytes, CENTRAL.compressedSize), u32le(bytes, CENTRAL.headerOffset)]
  const extra = readExtra(bytes, nameEnd, extraEnd, declared)
  return {
    madeBy: u16le(bytes, CENTRAL.versionMadeBy),
    flags: u16le(bytes, CENTRAL.flags),
    method: u16le(bytes, CENTRAL.method),
    crc: u32le(bytes, CENTRAL.crc),
    size: extra.sizes[0],
    compressedSize: extra.sizes[1],
    headerOffset: extra.sizes[2],
    attributes: u32le(bytes, CENTRAL.externalAttributes),
    nameBytes: bytes.subarray(CENTRAL_SIZE, nameEnd),
    unicodeName: extra.unicodeName,
    length,
  }
}

/**
 * Returns the size of a central header with its name, extra fields and comment; `bytes` contain at least its fixed
 * part.
 */
export function centralLength(bytes: Uint8Array): number {
  return CENTRAL_SIZE + u16le(bytes, CENTRAL.nameLength) + u16le(bytes, CENTRAL.extraLength) + u16le(bytes, CENTRAL.commentLength)
}

/** A local file header. */
export interface LocalHeader extends Header {
  readonly versionNeeded: number
  readonly nameLength: number
  readonly extraLength: number
  /** True when the sizes are in the zip64 extra field, which `withLocalExtra` reads. */
  readonly sizesInExtra: boolean
}

/** Reads the fixed part of a local header; undefined when `bytes` are too few or do not start with its signature. */
export function parseLocal(bytes: Uint8Array): LocalHeader | undefined {
  if (bytes.length < LOCAL_SIZE || u32le(bytes, LOCAL.signature) !== LOCAL_SIGNATURE) return undefined
  const compressedSize = u32le(bytes, LOCAL.compressedSize)
  const size = u32le(bytes, LOCAL.size)
  return {
    versionNeeded: u16le(bytes, LOCAL.versionNeeded),
    flags: u16le(bytes, LOCAL.flags),
    method: u16le(bytes, LOCAL.method),
    crc: u32le(bytes, LOCAL.crc),
    compressedSize,
    size,
    nameLength: u16le(bytes, LOCAL.nameLength),
    extraLength: u16le(bytes, LOCAL.extraLength),
    sizesInExtra: compressedSize === SENTINEL32 || size === SENTINEL32,
  }
}

/** Returns the same header with the sizes of its zip64 extra field. */
export function withLocalExtra(header: LocalHeader, extra: Uint8Array): LocalHeader {
  const { sizes } = readExtra(extra, 0, extra.length, [header.size, header.compressedSize, 0])
  return { ...header, size: sizes[0], compressedSize: sizes[1], sizesInExtra: false }
}

type Sizes = [size: number, compressedSize: number, headerOffset: number]

function readExtra(bytes: Uint8Array, start: number, end: number, sizes: Sizes): { sizes: Sizes; unicodeName: Uint8Array | undefined } {
  let unicodeName: Uint8Array | undefined
  let at = start
  while (at + EXTRA.recordSize <= end) {
    const id = u16le(bytes, at + EXTRA.id)
    const data = at + EXTRA.recordSize
    const next = data + u16le(bytes, at + EXTRA.dataSize)
    if (next > end) break
    const name = data + UNICODE_PATH.recordSize
    if (id === EXTRA_ZIP64) fillFromZip64(bytes, data, next, sizes)
    else if (id === EXTRA_UNICODE_PATH && next > name) unicodeName = bytes.subarray(name, next)
    at = next
  }
  return { sizes, unicodeName }
}

/** Replaces the sizes that do not fit 32 bits: the zip64 field contains only these, in this order (4.5.3). */
function fillFromZip64(bytes: Uint8Array, start: number, end: number, sizes: Sizes): void {
  let at = start
  for (const index of [0, 1, 2] as const) {
    if (sizes[index] !== SENTINEL32 || at + 8 > end) continue
    sizes[index] = u64le(bytes, at)
    at += 8
  }
}

/** The central directory as an end record declares it. */
export interface DirectoryClaim {
  readonly entries: number
  readonly size: number
  readonly offset: number
}

/** An end of central directory record. */
export interface EndRecord extends DirectoryClaim {
  readonly disk: number
  readonly commentLength: number
}

/** Reads the fixed part of an end record, whose signature is at `at`. */
export function parseEnd(bytes: Uint8Array, at: number): EndRecord {
  return {
    disk: u16le(bytes, at + END.disk),
    entries: u16le(bytes, at + END.entries),
    size: u32le(bytes, at + END.directorySize),
    offset: u32le(bytes, at + END.directoryOffset),
    commentLength: u16le(bytes, at + END.commentLength),
  }
}

/** Reads a zip64 end record from `bytes`, which start at its signature; undefined when it is none. */
export function parseEnd64(bytes: Uint8Array): DirectoryClaim | undefined {
  if (bytes.length < END64_SIZE || u32le(bytes, END64.signature) !== END64_SIGNATURE) return undefined
  return {
    entries: u64le(bytes, END64.entries),
    size: u64le(bytes, END64.directorySize),
    offset: u64le(bytes, END64.directoryOffset),
  }
}

/** Returns the offset of the zip64 end record from its locator; undefined when `bytes` are no locator. */
export function parseLocator64(bytes: Uint8Array): number | undefined {
  return u32le(bytes, LOCATOR64.signature) === LOCATOR64_SIGNATURE ? u64le(bytes, LOCATOR64.end64Offset) : undefined
}

/** True when the 32-bit record differs from the 64-bit one in a field that does not just refer to it. */
export function contradicts(end: DirectoryClaim, end64: DirectoryClaim): boolean {
  return (
    (end.entries !== SENTINEL16 && end.entries !== end64.entries) ||
    (end.size !== SENTINEL32 && end.size !== end64.size) ||
    (end.offset !== SENTINEL32 && end.offset !== end64.offset)
  )
}
