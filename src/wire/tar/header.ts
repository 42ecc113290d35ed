/** One unit of a tar archive: a header, or a piece of data. */
export const TAR_BLOCK = 512

/**
 * A header as it stands in the archive (POSIX.1-1988 ustar and its forerunner v7; the GNU manual, "Basic Tar Format"). Read as CPython's tarfile
 * does, which most model loaders use.
 */
export interface TarHeader {
  /** With the ustar prefix, if there is one. */
  readonly name: string
  readonly size: number
  /** The type flag as a character; `\0` in v7 archives. */
  readonly type: string
  readonly target: string
  /** GNU sparse files only: more of the map follows in blocks of its own. */
  readonly extended: boolean
}

const DECODER = new TextDecoder()
const CHECKSUM_START = 148
const CHECKSUM_END = 156
/** Of a block of 0xff and a checksum of spaces. */
const MAX_SUM = (TAR_BLOCK - 8) * 0xff + 8 * 0x20

/**
 * True for a header whose checksum is right, and for a ustar header with any checksum: whether it is broken is for the reader to say. Blocks of zeros in front are
 * passed over as GNU tar does, and as `tarfile` does with `ignore_zeros`.
 */
export function looksLikeTar(head: Uint8Array): boolean {
  let start = 0
  while (start + 2 * TAR_BLOCK <= head.length && isZero(head.subarray(start, start + TAR_BLOCK))) start += TAR_BLOCK
  if (head.length < start + TAR_BLOCK) return false
  const block = head.subarray(start, start + TAR_BLOCK)
  return (
    hasChecksum(block) ||
    (block[257] === 0x75 && text(block.subarray(257, 262)) === 'ustar' && block.subarray(CHECKSUM_START, CHECKSUM_END).every(isDigitOrEnd))
  )
}

function isZero(block: Uint8Array): boolean {
  return block[0] === 0 && block.every((byte) => byte === 0)
}

/** Undefined where the checksum or the size is no valid number or the checksum is wrong. */
export function parseTarHeader(block: Uint8Array): TarHeader | undefined {
  const size = parseNumber(block.subarray(124, 136))
  if (block.length < TAR_BLOCK || size === undefined || !hasChecksum(block)) return undefined
  const name = text(block.subarray(0, 100))
  const type = String.fromCharCode(block[156] ?? 0)
  const prefix = text(block.subarray(345, 500))
  return {
    name: prefix !== '' && !'LKS'.includes(type) ? `${prefix}/${name}` : name,
    size,
    type,
    target: text(block.subarray(157, 257)),
    extended: type === 'S' && block[482] !== 0,
  }
}

/** The sum of all bytes with spaces in place of the checksum; old writers took them as signed. */
function hasChecksum(block: Uint8Array): boolean {
  const stored = parseNumber(block.subarray(CHECKSUM_START, CHECKSUM_END))
  if (stored === undefined || stored > MAX_SUM) return false
  let sum = 8 * 0x20
  let signed = sum
  for (let at = 0; at < TAR_BLOCK; at++) {
    if (at === CHECKSUM_START) at = CHECKSUM_END
    const byte = block[at] ?? 0
    sum += byte
    signed += byte < 0x80 ? byte : byte - 0x100
  }
  return stored === sum || stored === signed
}

/** Octal digits up to a NUL or space; or, with the highest bit set, a big-endian number, of which only a positive one makes sense here. */
function parseNumber(field: Uint8Array): number | undefined {
  const first = field[0] ?? 0
  if (first & 0x80) return first === 0xff ? undefined : field.subarray(1).reduce((value, byte) => value * 256 + byte, first & 0x7f)
  // Cheap to see of most of what is no header at all.
  if (first > 0x20 && (first < 0x30 || first > 0x37)) return undefined
  const digits = text(field).trim()
  return /^[0-7]*$/.test(digits) ? Number.parseInt(`0${digits}`, 8) : undefined
}

function isDigitOrEnd(byte: number): boolean {
  return byte === 0 || byte === 0x20 || (byte >= 0x30 && byte <= 0x37)
}

/** UTF-8 up to the first NUL; bytes that are none become U+FFFD. */
export function text(field: Uint8Array): string {
  const end = field.indexOf(0)
  return end === 0 ? '' : DECODER.decode(end < 0 ? field : field.subarray(0, end))
}
