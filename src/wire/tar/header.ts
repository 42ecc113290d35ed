// Reads the headers of tar archives in the ustar, v7 and GNU formats.
import { recordLayout } from '../../bytes/record.ts'

/** Bytes of a block, the unit of a tar archive: a header, or a piece of data. */
export const TAR_BLOCK = 512

/** Sizes of the fields of a header (POSIX.1-1988 ustar). */
const USTAR_SIZES = {
  name: 100,
  mode: 8,
  uid: 8,
  gid: 8,
  size: 12,
  modified: 12,
  checksum: 8,
  type: 1,
  linkName: 100,
  magic: 6,
  version: 2,
  userName: 32,
  groupName: 32,
  deviceMajor: 8,
  deviceMinor: 8,
  prefix: 155,
  padding: 12,
}
const USTAR = recordLayout(USTAR_SIZES)

/** Fields that old GNU headers have after `deviceMinor`, for files with holes (GNU manual, "Basic Tar Format"). */
const GNU_SPARSE = recordLayout({
  posix: USTAR.prefix,
  accessed: 12,
  changed: 12,
  offset: 12,
  longNames: 4,
  unused: 1,
  sparse: 4 * 24,
  isExtended: 1,
  realSize: 12,
})

/**
 * A header of ustar, of its predecessor v7 or of GNU tar, read as CPython's tarfile does, which most model loaders use.
 */
export interface TarHeader {
  /** Includes the ustar prefix, if there is one. */
  readonly name: string
  readonly size: number
  /** The type flag as a character; `\0` in v7 archives. */
  readonly type: string
  readonly target: string
  /** GNU sparse files only: more of the map follows in further blocks. */
  readonly extended: boolean
}

const DECODER = new TextDecoder()
const CHECKSUM_END = USTAR.checksum + USTAR_SIZES.checksum
const SPACES = USTAR_SIZES.checksum * 0x20
/** Checksum of a block of 0xff. */
const MAX_SUM = (TAR_BLOCK - USTAR_SIZES.checksum) * 0xff + SPACES

function field(block: Uint8Array, name: keyof typeof USTAR_SIZES): Uint8Array {
  return block.subarray(USTAR[name], USTAR[name] + USTAR_SIZES[name])
}

/**
 * True for a header with a correct checksum and for a ustar header with any checksum, which the reader then reports as
 * broken. Skips leading blocks of zeros as GNU tar does, and `tarfile` with `ignore_zeros`.
 */
export function looksLikeTar(head: Uint8Array): boolean {
  let start = 0
  while (start + 2 * TAR_BLOCK <= head.length && isZero(head.subarray(start, start + TAR_BLOCK))) start += TAR_BLOCK
  if (head.length < start + TAR_BLOCK) return false
  const block = head.subarray(start, start + TAR_BLOCK)
  return (
    hasChecksum(block) ||
    (block[USTAR.magic] === 0x75 && text(field(block, 'magic')).startsWith('ustar') && field(block, 'checksum').every(isDigitOrEnd))
  )
}

function isZero(block: Uint8Array): boolean {
  return block[0] === 0 && block.every((byte) => byte === 0)
}

/** Reads a header; undefined where the checksum or the size is no valid number or the checksum is wrong. */
export function parseTarHeader(block: Uint8Array): TarHeader | undefined {
  const size = parseNumber(field(block, 'size'))
  if (block.length < TAR_BLOCK || size === undefined || !hasChecksum(block)) return undefined
  const name = text(field(block, 'name'))
  const type = String.fromCharCode(block[USTAR.type] ?? 0)
  const prefix = text(field(block, 'prefix'))
  return {
    name: prefix !== '' && !'LKS'.includes(type) ? `${prefix}/${name}` : name,
    size,
    type,
    target: text(field(block, 'linkName')),
    extended: type === 'S' && block[GNU_SPARSE.isExtended] !== 0,
  }
}

/**
 * Compares the checksum with the sum of all bytes, where spaces replace the checksum; old writers used signed bytes.
 */
function hasChecksum(block: Uint8Array): boolean {
  const stored = parseNumber(field(block, 'checksum'))
  if (stored === undefined || stored > MAX_SUM) return false
  let sum = SPACES
  let signed = sum
  for (let at = 0; at < TAR_BLOCK; at++) {
    if (at === USTAR.checksum) at = CHECKSUM_END
    const byte = block[at] ?? 0
    sum += byte
    signed += byte < 0x80 ? byte : byte - 0x100
  }
  return stored === sum || stored === signed
}

/** Reads octal digits up to a NUL or space or, where the highest bit is set, a positive big-endian number. */
function parseNumber(field: Uint8Array): number | undefined {
  const first = field[0] ?? 0
  if (first & 0x80) return first === 0xff ? undefined : field.subarray(1).reduce((value, byte) => value * 256 + byte, first & 0x7f)
  // Rules out most blocks that are no header before their text is decoded.
  if (first > 0x20 && (first < 0x30 || first > 0x37)) return undefined
  const digits = text(field).trim()
  return /^[0-7]*$/.test(digits) ? Number.parseInt(`0${digits}`, 8) : undefined
}

function isDigitOrEnd(byte: number): boolean {
  return byte === 0 || byte === 0x20 || (byte >= 0x30 && byte <= 0x37)
}

/** Decodes UTF-8 up to the first NUL; invalid bytes become U+FFFD. */
export function text(field: Uint8Array): string {
  const end = field.indexOf(0)
  return end === 0 ? '' : DECODER.decode(end < 0 ? field : field.subarray(0, end))
}
