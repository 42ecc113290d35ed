// Recognises compression formats of single files by their first bytes.
import { latin1 } from '../latin1.ts'
import { recordLayout, u32le } from '../record.ts'
import { memorySource } from '../source.ts'
import { startsWith } from './chunks.ts'
import { firstBlockDecodes } from './deflate.ts'
import { Puller } from './pull.ts'

/** Ids of the compression formats. */
export type CodecId = 'gzip' | 'zlib' | 'joblib-zfile' | 'bzip2' | 'xz' | 'lzma' | 'lz4' | 'zstd'

/** The signature of a compression format of single files. */
export interface CodecSignature {
  /** Stable id in lower case, for reports. */
  readonly id: CodecId
  readonly title: string
  /** Extensions that promise this format, in lower case with a dot. */
  readonly extensions: readonly string[]
  /**
   * Decides whether the data are in this format by their first bytes (at least 32, better 512 or more) and the
   * lower-case extension. `possible`: only decoding can decide. Never throws.
   */
  match(head: Uint8Array, extension: string): 'certain' | 'possible' | 'no'
}

/** Extensions of files that loaders try to read as zlib, so that its weak signature is enough. */
const MAYBE_ZLIB = ['.z', '.zlib', '.zz', '.joblib', '.jl', '.pkl', '.pickle', '.p', '.sav']

/** Magic of the formats whose decoders check it too. */
export const XZ_MAGIC = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]
export const ZSTD_MAGIC = [0x28, 0xb5, 0x2f, 0xfd]

/** Signatures of all compression formats. Their decoders are in `index.ts`, which most runs do not load. */
export const codecSignatures: readonly CodecSignature[] = [
  { id: 'gzip', title: 'gzip', extensions: ['.gz', '.tgz', '.gzip'], match: magic([0x1f, 0x8b, 0x08]) },
  { id: 'zlib', title: 'zlib', extensions: ['.z', '.zlib', '.zz'], match: matchZlib },
  { id: 'joblib-zfile', title: 'joblib compressed file, before 0.10', extensions: ['.z'], match: matchZfile },
  { id: 'bzip2', title: 'bzip2', extensions: ['.bz2', '.tbz2'], match: matchBzip2 },
  { id: 'xz', title: 'xz', extensions: ['.xz', '.txz'], match: magic(XZ_MAGIC) },
  { id: 'lzma', title: 'LZMA', extensions: ['.lzma'], match: matchLzma },
  { id: 'lz4', title: 'LZ4', extensions: ['.lz4'], match: matchFrames([0x04, 0x22, 0x4d, 0x18], [0x02, 0x21, 0x4c, 0x18]) },
  { id: 'zstd', title: 'Zstandard', extensions: ['.zst', '.zstd'], match: matchFrames(ZSTD_MAGIC) },
]

function magic(bytes: readonly number[]): CodecSignature['match'] {
  return (head) => (startsWith(head, bytes) ? 'certain' : 'no')
}

/** Text can begin like zlib data (`x^`, and `x ` with the preset-dictionary bit), so the first block is decoded. */
function matchZlib(head: Uint8Array, extension: string): 'certain' | 'no' {
  const [method = 0, flags = 0] = head
  if (head.length < 3 || (method & 15) !== 8 || method >> 4 > 7 || (method * 256 + flags) % 31 !== 0 || flags & 32) return 'no'
  if (MAYBE_ZLIB.includes(extension)) return 'certain'
  return firstBlockDecodes(new Puller(memorySource(head.subarray(2)))) ? 'certain' : 'no'
}

/** Bytes of the header of a joblib file before 0.10. */
export const ZFILE_HEADER = 21

/** Matches `ZF` and the uncompressed length as Python's `hex` writes it, padded to 19 characters. */
function matchZfile(head: Uint8Array): 'certain' | 'no' {
  if (head[0] !== 0x5a || head[1] !== 0x46) return 'no'
  const text = latin1(head.subarray(0, ZFILE_HEADER))
  return /^ZF\s*(0[xX])?[0-9a-fA-F_]+L?\s*$/.test(text) && text.length === ZFILE_HEADER ? 'certain' : 'no'
}

const BZIP2_BLOCK = [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]
const BZIP2_END = [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]

function matchBzip2(head: Uint8Array): 'certain' | 'no' {
  const level = head[3] ?? 0
  if (!startsWith(head, [0x42, 0x5a, 0x68]) || level < 0x31 || level > 0x39) return 'no'
  const rest = head.subarray(4, 10)
  return [BZIP2_BLOCK, BZIP2_END].some((bytes) => startsWith(rest, bytes.slice(0, rest.length))) ? 'certain' : 'no'
}

/**
 * Only the usual properties (lc 3, lp 0, pb 2), which joblib checks, are a reliable signature. With others the size
 * must be unknown, as all encoders of streams write it.
 */
function matchLzma(head: Uint8Array, extension: string): 'certain' | 'possible' | 'no' {
  if (!looksLikeLzma(head)) return 'no'
  if (head[0] === 0x5d) return 'certain'
  return extension === '.lzma' || head.subarray(5, 13).every((byte) => byte === 0xff) ? 'possible' : 'no'
}

/** LZ4 and Zstandard share skippable frames, so the first other frame decides, if the head contains it. */
function matchFrames(...magics: readonly (readonly number[])[]): CodecSignature['match'] {
  return (head) => {
    let at = 0
    while (at + SKIPPABLE.recordSize <= head.length && startsSkippable(head.subarray(at)))
      at += SKIPPABLE.recordSize + u32le(head, at + SKIPPABLE.dataSize)
    if (at > 0 && at + 4 > head.length) return 'possible'
    return magics.some((bytes) => startsWith(head.subarray(at), bytes)) ? 'certain' : 'no'
  }
}

/** A size of 256 GiB or more means another format, as in liblzma. */
const IMPLAUSIBLE = 2 ** 38

/** Header of a .lzma file, and the first byte of LZMA data, which is 0. */
const LZMA = recordLayout({ properties: 1, dictionarySize: 4, sizeLow: 4, sizeHigh: 4, firstByte: 1 })

/**
 * True for a .lzma file. There is no magic number; liblzma applies the same test: lc + lp at most 4, a dictionary of
 * 2^n or 2^n + 2^(n-1) bytes, and a size that is unknown or below 256 GiB.
 */
export function looksLikeLzma(head: Uint8Array): boolean {
  if (head.length < LZMA.recordSize) return false
  const properties = head[LZMA.properties] ?? 0
  const dictionary = u32le(head, LZMA.dictionarySize)
  const low = u32le(head, LZMA.sizeLow)
  const high = u32le(head, LZMA.sizeHigh)
  const size = low + high * 2 ** 32
  const unknown = low === 0xffffffff && high === 0xffffffff
  if (properties >= 225 || (properties % 9) + (Math.floor(properties / 9) % 5) > 4) return false
  return isDictionarySize(dictionary) && (unknown || size < IMPLAUSIBLE) && head[LZMA.firstByte] === 0
}

function isDictionarySize(size: number): boolean {
  if (size === 0xffffffff) return true
  const power = 2 ** Math.floor(Math.log2(Math.max(size, 1)))
  return size === power || size === power * 1.5
}

/** Head of a skippable frame (RFC 8878 3.1.2). */
const SKIPPABLE = recordLayout({ magic: 4, dataSize: 4 })

/** True for a skippable frame of user data, which LZ4 and Zstandard share. */
export function startsSkippable(head: Uint8Array): boolean {
  return ((head[0] ?? 0) & 0xf0) === 0x50 && startsWith(head.subarray(1), [0x2a, 0x4d, 0x18])
}
