import { latin1 } from '../latin1.ts'
import { memorySource } from '../source.ts'
import { startsWith } from './chunks.ts'
import { firstBlockDecodes } from './deflate.ts'
import { Puller } from './pull.ts'

export type CodecId = 'gzip' | 'zlib' | 'joblib-zfile' | 'bzip2' | 'xz' | 'lzma' | 'lz4' | 'zstd'

/** A compression format of one stream of bytes, as it is told. */
export interface CodecMark {
  /** Stable id, lower case: stands in reports. */
  readonly id: CodecId
  readonly title: string
  /** Extensions this codec claims, lower case with dot. */
  readonly extensions: readonly string[]
  /**
   * Whether the data are in this format, by their first bytes (at least 32, 512 or more are better) and the lower-case
   * extension. `possible`: only decoding can tell. Cheap, total, never throws.
   */
  match(head: Uint8Array, extension: string): 'certain' | 'possible' | 'no'
}

/** zlib data have only a weak mark, but loaders of these files try it: for them the mark is enough. */
const MAYBE_ZLIB = ['.z', '.zlib', '.zz', '.joblib', '.jl', '.pkl', '.pickle', '.p', '.sav']

export const XZ_MAGIC = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]
export const ZSTD_MAGIC = [0x28, 0xb5, 0x2f, 0xfd]

/** How each compression is told. What decodes it is in `index.ts`, which most runs do not need. */
export const marks: readonly CodecMark[] = [
  { id: 'gzip', title: 'gzip', extensions: ['.gz', '.tgz', '.gzip'], match: magic([0x1f, 0x8b, 0x08]) },
  { id: 'zlib', title: 'zlib', extensions: ['.z', '.zlib', '.zz'], match: matchZlib },
  { id: 'joblib-zfile', title: 'joblib compressed file, before 0.10', extensions: ['.z'], match: matchZfile },
  { id: 'bzip2', title: 'bzip2', extensions: ['.bz2', '.tbz2'], match: matchBzip2 },
  { id: 'xz', title: 'xz', extensions: ['.xz', '.txz'], match: magic(XZ_MAGIC) },
  { id: 'lzma', title: 'LZMA', extensions: ['.lzma'], match: matchLzma },
  { id: 'lz4', title: 'LZ4', extensions: ['.lz4'], match: matchFrames([0x04, 0x22, 0x4d, 0x18], [0x02, 0x21, 0x4c, 0x18]) },
  { id: 'zstd', title: 'Zstandard', extensions: ['.zst', '.zstd'], match: matchFrames(ZSTD_MAGIC) },
]

function magic(bytes: readonly number[]): CodecMark['match'] {
  return (head) => (startsWith(head, bytes) ? 'certain' : 'no')
}

/** Text can begin like zlib data (`x^`, and `x ` with the preset-dictionary bit): the first block must decode. */
function matchZlib(head: Uint8Array, extension: string): 'certain' | 'no' {
  const [method = 0, flags = 0] = head
  if (head.length < 3 || (method & 15) !== 8 || method >> 4 > 7 || (method * 256 + flags) % 31 !== 0 || flags & 32) return 'no'
  if (MAYBE_ZLIB.includes(extension)) return 'certain'
  return firstBlockDecodes(new Puller(memorySource(head.subarray(2)))) ? 'certain' : 'no'
}

export const ZFILE_HEADER = 21

/** `ZF`, then the uncompressed length as Python's `hex` writes it, padded to 19 characters. */
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
  return [BZIP2_BLOCK, BZIP2_END].some((mark) => startsWith(rest, mark.slice(0, rest.length))) ? 'certain' : 'no'
}

/**
 * Only the usual properties (lc 3, lp 0, pb 2) make a mark that is more than a guess: what joblib goes by. With others,
 * the size that says that it is not known, which all encoders of streams write.
 */
function matchLzma(head: Uint8Array, extension: string): 'certain' | 'possible' | 'no' {
  if (!looksLikeLzma(head)) return 'no'
  if (head[0] === 0x5d) return 'certain'
  return extension === '.lzma' || head.subarray(5, 13).every((byte) => byte === 0xff) ? 'possible' : 'no'
}

/** LZ4 and Zstandard share their skippable frames: what comes first behind them decides, if the head goes that far. */
function matchFrames(...magics: readonly (readonly number[])[]): CodecMark['match'] {
  return (head) => {
    let at = 0
    while (at + 8 <= head.length && startsSkippable(head.subarray(at)))
      at += 8 + new DataView(head.buffer, head.byteOffset + at + 4, 4).getUint32(0, true)
    if (at > 0 && at + 4 > head.length) return 'possible'
    return magics.some((bytes) => startsWith(head.subarray(at), bytes)) ? 'certain' : 'no'
  }
}

/** liblzma takes a size of 256 GiB or more for a sign that this is another format. */
const IMPLAUSIBLE = 2 ** 38

/**
 * There is no magic number. The test is the one liblzma applies before it guesses this format: lc + lp at most 4, a
 * dictionary of 2^n or 2^n + 2^(n-1) bytes, a size that is unknown or below 256 GiB; and the first byte of every LZMA
 * run is 0.
 */
export function looksLikeLzma(head: Uint8Array): boolean {
  if (head.length < 14) return false
  const view = new DataView(head.buffer, head.byteOffset, 14)
  const properties = view.getUint8(0)
  const dictionary = view.getUint32(1, true)
  const size = view.getUint32(5, true) + view.getUint32(9, true) * 2 ** 32
  const unknown = view.getUint32(5, true) === 0xffffffff && view.getUint32(9, true) === 0xffffffff
  if (properties >= 225 || (properties % 9) + (Math.floor(properties / 9) % 5) > 4) return false
  return isDictionarySize(dictionary) && (unknown || size < IMPLAUSIBLE) && view.getUint8(13) === 0
}

function isDictionarySize(size: number): boolean {
  if (size === 0xffffffff) return true
  const power = 2 ** Math.floor(Math.log2(Math.max(size, 1)))
  return size === power || size === power * 1.5
}

/** Frames of user data that LZ4 and Zstandard share: to be passed over. */
export function startsSkippable(head: Uint8Array): boolean {
  return ((head[0] ?? 0) & 0xf0) === 0x50 && startsWith(head.subarray(1), [0x2a, 0x4d, 0x18])
}
