import { mayDoSomething } from '../pickle/pickle/likeness.ts'
import { canStart } from '../pickle/pickle/signature.ts'

/** A payload that may begin at `at`: as the bytes are, or a text that stands for bytes. */
export interface Mark {
  readonly kind: 'pickle' | 'zip' | 'compressed' | 'text'
  readonly at: number
  /** Length of a text; 0 for bytes, whose end nothing tells. */
  readonly length: number
}

/** Archives and compressed data whose first bytes are too long to come by chance: zip (APPNOTE 4.3.7), gzip (RFC 1952), xz. */
const MAGICS = buffers(['PK\x03\x04', '\x1f\x8b\x08', '\xfd7zXZ\0'])
/** The first block of a bzip2 stream, which stands behind `BZh` and the level as a digit. */
const BZIP2_BLOCK = Buffer.from('1AY&SY', 'latin1')
const BZIP2 = /^BZh[1-9]$/
const BZIP2_HEADER = 4
/** Pickles, gzip and zip in base64, where a pickle's `gA` is followed by a letter from I to X, and pickles in hex. */
const TEXTS = buffers(['gA', 'H4sI', 'UEsD', '800'])
/** Less is no payload, and a few letters come by chance. */
const LEAST_TEXT = 24
const MAX_NAME = 100

const ZIP = 0x50
const LINE_END = 0x0a
const GLOBAL = 0x63

/**
 * Places in the bytes from which a payload may begin before `end`, in order. `left`: how many bytes there are, of which these may be the beginning. Errs
 * towards naming a place. Made to pass over a gigabyte in seconds.
 */
export function marksIn(bytes: Uint8Array, end: number, left = bytes.length): readonly Mark[] {
  const found: Mark[] = []
  // Several times faster than the same of an Uint8Array.
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = buffer.indexOf(0x80); at >= 0 && at < end; at = buffer.indexOf(0x80, at + 1)) {
    const protocol = bytes[at + 1] ?? 0
    if (protocol >= 2 && protocol <= 5 && canStart(bytes[at + 2]) && mayDoSomething(bytes, at, left - at))
      found.push({ kind: 'pickle', at, length: 0 })
  }
  findArchives(buffer, end, found)
  for (const start of TEXTS) {
    for (const at of places(buffer, start, end)) {
      const length = WORD_BEFORE[bytes[at - 1] ?? 0] === 1 || !goesOn(start, bytes[at + 2]) ? 0 : wordAt(bytes, at)
      if (length >= LEAST_TEXT) found.push({ kind: 'text', at, length })
    }
  }
  for (let at = buffer.indexOf(LINE_END); at >= 0; at = buffer.indexOf(LINE_END, at + 1)) {
    const start = globalBefore(bytes, at)
    if (start >= 0 && start < end) found.push({ kind: 'pickle', at: start, length: 0 })
  }
  return found.sort((one, other) => one.at - other.at)
}

/** The same of archives and compressed data alone. */
export function archivesIn(bytes: Uint8Array, end: number): readonly Mark[] {
  const found: Mark[] = []
  findArchives(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), end, found)
  return found.sort((one, other) => one.at - other.at)
}

function findArchives(buffer: Buffer, end: number, found: Mark[]): void {
  for (const magic of MAGICS)
    for (const at of places(buffer, magic, end)) found.push({ kind: magic[0] === ZIP ? 'zip' : 'compressed', at, length: 0 })
  for (const block of places(buffer, BZIP2_BLOCK, end + BZIP2_HEADER)) {
    const at = block - BZIP2_HEADER
    if (at >= 0 && BZIP2.test(buffer.toString('latin1', at, block))) found.push({ kind: 'compressed', at, length: 0 })
  }
}

/** GLOBAL of protocol 0, `cmodule\nname\n`, whose first line ends at `at`: where it begins, −1 where there is none. */
function globalBefore(bytes: Uint8Array, at: number): number {
  let start = -1
  for (let back = at - 1; at - back <= MAX_NAME && inName(bytes[back]); back--) if (bytes[back] === GLOBAL && back < at - 1) start = back
  if (start < 0) return -1
  let end = at + 1
  while (end - at <= MAX_NAME && inName(bytes[end])) end++
  return end > at + 1 && bytes[end] === LINE_END ? start : -1
}

function* places(buffer: Buffer, what: Buffer, end: number): Iterable<number> {
  for (let at = buffer.indexOf(what); at >= 0 && at < end; at = buffer.indexOf(what, at + 1)) yield at
}

function goesOn(start: Buffer, next: number | undefined): boolean {
  return start.length > 2 || (next !== undefined && next >= 0x49 && next <= 0x58)
}

function wordAt(bytes: Uint8Array, at: number): number {
  let end = at
  while (inWord(bytes[end])) end++
  return end - at
}

/** Letters of base64, in both alphabets. */
export function inWord(byte: number | undefined): boolean {
  return byte !== undefined && WORD[byte] === 1
}

function inName(byte: number | undefined): boolean {
  return byte !== undefined && NAME[byte] === 1
}

/** What goes on before a place is no beginning. */
const WORD_BEFORE = tableOf(/[A-Za-z0-9+/]/)
const WORD = tableOf(/[A-Za-z0-9+/_=-]/)
const NAME = tableOf(/[\w.]/)

function tableOf(letters: RegExp): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => Number(letters.test(String.fromCharCode(byte))))
}

function buffers(texts: readonly string[]): readonly Buffer[] {
  return texts.map((text) => Buffer.from(text, 'latin1'))
}
