// Recognises binary formats by their signatures, without loading their readers.
import { latin1 } from '../bytes/latin1.ts'
import { recordLayout, u32le } from '../bytes/record.ts'

/** Returns the four letters at byte 4 of a flatbuffer that name its schema; empty where there are none. */
export function fileIdentifier(head: Uint8Array): string {
  return head.length < 8 ? '' : String.fromCharCode(head[4] ?? 0, head[5] ?? 0, head[6] ?? 0, head[7] ?? 0)
}

/** Start of a GGUF file (ggml/docs/gguf.md). */
export const GGUF = recordLayout({ magic: 4, version: 4 })
export const GGUF_HEAD = GGUF.recordSize

/** Returns version and byte order of a GGUF file from its first 8 bytes; undefined where it is none. */
export function ggufVersion(head: Uint8Array): { readonly version: number; readonly littleEndian: boolean } | undefined {
  if (head.length < GGUF_HEAD || head[0] !== 0x47 || head[1] !== 0x47 || head[2] !== 0x55 || head[3] !== 0x46) return undefined
  const view = new DataView(head.buffer, head.byteOffset, GGUF_HEAD)
  const little = view.getUint32(GGUF.version, true)
  // A version in the upper half of the word is in the other byte order.
  const littleEndian = (little & 0xffff) !== 0
  return { version: littleEndian ? little : view.getUint32(GGUF.version, false), littleEndian }
}

/** True where the bytes begin an object stream (java.io.ObjectStreamConstants): magic and version 5. */
export function startsJava(head: Uint8Array): boolean {
  return head[0] === 0xac && head[1] === 0xed && head[2] === 0 && head[3] === 5
}

/** Bytes that are needed to recognise serialized R objects. */
export const R_HEAD = 80
const R_STARTS = new Set([...'RXAB\n'].map((char) => char.charCodeAt(0)))
/** The magic of `load`, the letter, then the version of the format and that of R which wrote it. */
const R_START =
  /^(?:RD([XAB])[23]\n)?(?:(X)[\s\S](?=\0\0\0[\x02\x03]\0)|\n?(A)[\s\S](?=\s{0,40}\+?0{0,9}[23]\s+[+-]?\d+\s+[+-]?\d+\s)|(B)[\s\S](?=[\x02\x03]\0\0\0[\s\S]{3}\0))/

/**
 * Returns where the serialization starts and its encoding: `X` XDR, `A` text, `B` little-endian. Undefined where there
 * is none. As in R (`InFormat` in serialize.c), any byte may follow the letter, any whitespace may precede a number in
 * text, and a line end may be left over before `A`.
 */
export function rStart(head: Uint8Array): { readonly start: number; readonly encoding: 'X' | 'A' | 'B' } | undefined {
  // Decodes the text only where the first byte can be a start, which most are not.
  if (!R_STARTS.has(head[0] ?? 0)) return undefined
  const text = latin1(head.subarray(0, R_HEAD))
  const found = R_START.exec(text)
  const encoding = found?.[2] ?? found?.[3] ?? found?.[4]
  if (!found || (encoding !== 'X' && encoding !== 'A' && encoding !== 'B') || (found[1] ?? encoding) !== encoding) return undefined
  return { start: found[0].length, encoding }
}

const SEVEN_ZIP = [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]

/** True for the signature of a 7z archive. */
export function startsLikeSevenZip(head: Uint8Array): boolean {
  return SEVEN_ZIP.every((byte, index) => head[index] === byte)
}

/** The signature of HDF5 (specification II.A). */
export const HDF5_SIGNATURE: readonly number[] = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]

/** True where the signature of HDF5 is at `offset` of the bytes. */
export function hasHdf5Signature(bytes: Uint8Array, offset: number): boolean {
  return bytes[offset] === HDF5_SIGNATURE[0] && HDF5_SIGNATURE.every((byte, index) => bytes[offset + index] === byte)
}

/** The first 16 bytes of a database (SQLite, “Database File Format”, 1.3.1). */
const SQLITE = 'SQLite format 3\0'

/** True for the header of an SQLite database. */
export function startsLikeSqlite(head: Uint8Array): boolean {
  return latin1(head.subarray(0, SQLITE.length)) === SQLITE
}

/** Start of a meta page (MDB_page and MDB_meta in libraries/liblmdb/mdb.c of OpenLDAP). */
const LMDB_META = recordLayout({ pageNumber: 8, padding: 2, flags: 2, lower: 2, upper: 2, magic: 4, version: 4 })
const LMDB_VERSIONS = [1, 999]
/** The magic of a meta page. */
export const LMDB_MAGIC = 0xbeefc0de

/** True for the first meta page of an LMDB environment, version 1 or the development version. */
export function startsLikeLmdb(head: Uint8Array): boolean {
  // The number of the first page is zero.
  if (head.length < LMDB_META.recordSize || head[0] !== 0) return false
  return u32le(head, LMDB_META.magic) === LMDB_MAGIC && LMDB_VERSIONS.includes(u32le(head, LMDB_META.version))
}

/**
 * True for the write-ahead log of an SQLite database: its magic has two values, for two kinds of checksums (section
 * 4.1).
 */
export function startsLikeSqliteLog(head: Uint8Array): boolean {
  return head[0] === 0x37 && head[1] === 0x7f && head[2] === 0x06 && (head[3] === 0x82 || head[3] === 0x83)
}
