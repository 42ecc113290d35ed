/** Record layouts of a zip: APPNOTE 6.3.10, sections 4.3.7 (local), 4.3.12 (central), 4.3.14–16 (end), 4.5.3 (zip64). */

export const LOCAL_SIGNATURE = 0x04034b50
export const CENTRAL_SIGNATURE = 0x02014b50
export const DESCRIPTOR_SIGNATURE = 0x08074b50
export const END_SIGNATURE = 0x06054b50
const END64_SIGNATURE = 0x06064b50
export const LOCATOR64_SIGNATURE = 0x07064b50

export const LOCAL_SIZE = 30
export const CENTRAL_SIZE = 46
export const END_SIZE = 22
export const END64_SIZE = 56
export const LOCATOR64_SIZE = 20

export const FLAG_ENCRYPTED = 0x1
/** Sizes and checksum follow the data; the local header has zeros. */
export const FLAG_DESCRIPTOR = 0x8
export const FLAG_PATCHED = 0x20
export const FLAG_STRONG_ENCRYPTION = 0x40
export const FLAG_UTF8 = 0x800
export const FLAG_MASKED = 0x2000

const SENTINEL16 = 0xffff
const SENTINEL32 = 0xffffffff
const EXTRA_ZIP64 = 0x0001
const EXTRA_UNICODE_PATH = 0x7075

function u16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
}

export function u32(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0
}

/** Inexact above 2^53, where no file reaches. */
export function u64(bytes: Uint8Array, at: number): number {
  return u32(bytes, at) + u32(bytes, at + 4) * 0x1_0000_0000
}

/** What both headers of an entry say. Sizes and checksum are claims. */
export interface Header {
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly compressedSize: number
  readonly size: number
}

export interface CentralHeader extends Header {
  readonly madeBy: number
  readonly attributes: number
  /** As written: relative to where the writer thought the archive begins. */
  readonly headerOffset: number
  readonly nameBytes: Uint8Array
  /** Info-ZIP's second name, where present. */
  readonly unicodeName: Uint8Array | undefined
  /** Bytes of the whole record. */
  readonly length: number
}

/** A central header from `bytes`, which start at its signature; undefined when they are too few. */
export function parseCentral(bytes: Uint8Array): CentralHeader | undefined {
  if (bytes.length < CENTRAL_SIZE) return undefined
  const nameEnd = CENTRAL_SIZE + u16(bytes, 28)
  const extraEnd = nameEnd + u16(bytes, 30)
  const length = extraEnd + u16(bytes, 32)
  if (bytes.length < length) return undefined
  const extra = readExtra(bytes, nameEnd, extraEnd, [u32(bytes, 24), u32(bytes, 20), u32(bytes, 42)])
  return {
    madeBy: u16(bytes, 4),
    flags: u16(bytes, 8),
    method: u16(bytes, 10),
    crc: u32(bytes, 16),
    size: extra.sizes[0],
    compressedSize: extra.sizes[1],
    headerOffset: extra.sizes[2],
    attributes: u32(bytes, 38),
    nameBytes: bytes.subarray(CENTRAL_SIZE, nameEnd),
    unicodeName: extra.unicodeName,
    length,
  }
}

/** Bytes of a central header with its name, extra fields and comment; `bytes` hold at least its fixed part. */
export function centralLength(bytes: Uint8Array): number {
  return CENTRAL_SIZE + u16(bytes, 28) + u16(bytes, 30) + u16(bytes, 32)
}

export interface LocalHeader extends Header {
  readonly nameLength: number
  readonly extraLength: number
  /** True when the sizes stand in the zip64 extra field, which `withLocalExtra` reads. */
  readonly sizesInExtra: boolean
}

/** The fixed part of a local header; undefined when `bytes` are too few or do not start with its signature. */
export function parseLocal(bytes: Uint8Array): LocalHeader | undefined {
  if (bytes.length < LOCAL_SIZE || u32(bytes, 0) !== LOCAL_SIGNATURE) return undefined
  const compressedSize = u32(bytes, 18)
  const size = u32(bytes, 22)
  return {
    flags: u16(bytes, 6),
    method: u16(bytes, 8),
    crc: u32(bytes, 14),
    compressedSize,
    size,
    nameLength: u16(bytes, 26),
    extraLength: u16(bytes, 28),
    sizesInExtra: compressedSize === SENTINEL32 || size === SENTINEL32,
  }
}

/** The same header with the sizes of its zip64 extra field. */
export function withLocalExtra(header: LocalHeader, extra: Uint8Array): LocalHeader {
  const { sizes } = readExtra(extra, 0, extra.length, [header.size, header.compressedSize, 0])
  return { ...header, size: sizes[0], compressedSize: sizes[1], sizesInExtra: false }
}

type Sizes = [size: number, compressedSize: number, headerOffset: number]

function readExtra(bytes: Uint8Array, start: number, end: number, sizes: Sizes): { sizes: Sizes; unicodeName: Uint8Array | undefined } {
  let unicodeName: Uint8Array | undefined
  let at = start
  while (at + 4 <= end) {
    const id = u16(bytes, at)
    const next = at + 4 + u16(bytes, at + 2)
    if (next > end) break
    if (id === EXTRA_ZIP64) fillFromZip64(bytes, at + 4, next, sizes)
    // Version (1), CRC-32 of the first name (4), then the name in UTF-8.
    else if (id === EXTRA_UNICODE_PATH && next - at > 9) unicodeName = bytes.subarray(at + 9, next)
    at = next
  }
  return { sizes, unicodeName }
}

/** Only the fields that do not fit 32 bits stand in the zip64 field, in this order. */
function fillFromZip64(bytes: Uint8Array, start: number, end: number, sizes: Sizes): void {
  let at = start
  for (const index of [0, 1, 2] as const) {
    if (sizes[index] !== SENTINEL32 || at + 8 > end) continue
    sizes[index] = u64(bytes, at)
    at += 8
  }
}

/** Where a directory is said to be. */
export interface DirectoryClaim {
  readonly entries: number
  readonly size: number
  readonly offset: number
}

export interface EndRecord extends DirectoryClaim {
  readonly disk: number
  readonly commentLength: number
}

/** The fixed part of an end record, whose signature stands at `at`. */
export function parseEnd(bytes: Uint8Array, at: number): EndRecord {
  return {
    disk: u16(bytes, at + 4),
    entries: u16(bytes, at + 10),
    size: u32(bytes, at + 12),
    offset: u32(bytes, at + 16),
    commentLength: u16(bytes, at + 20),
  }
}

/** The zip64 end record, whose signature stands at 0; undefined when it is none. */
export function parseEnd64(bytes: Uint8Array): DirectoryClaim | undefined {
  if (bytes.length < END64_SIZE || u32(bytes, 0) !== END64_SIGNATURE) return undefined
  return { entries: u64(bytes, 32), size: u64(bytes, 40), offset: u64(bytes, 48) }
}

/** True when the 32-bit record says something else than the 64-bit one, where it does not just say "see there". */
export function contradicts(end: DirectoryClaim, end64: DirectoryClaim): boolean {
  return (
    (end.entries !== SENTINEL16 && end.entries !== end64.entries) ||
    (end.size !== SENTINEL32 && end.size !== end64.size) ||
    (end.offset !== SENTINEL32 && end.offset !== end64.offset)
  )
}
