// Finds the offsets in a byte range where a payload may begin.
import { encodedPairs, firstPairs, MIN_ENCODED } from '../../pickle/emit/payload.ts'
import { startsOfNames } from '../../pickle/vm/beginnings.ts'
import { startsLikeZip } from '../../wire/zip/archive.ts'
import { mayHaveEffect } from '../pickle/pickle/likeness.ts'
import { canStart } from '../pickle/pickle/signature.ts'
import { startsCompressed } from './nested-payload.ts'

/** A payload that may begin at `at`: as the bytes are, or a text that stands for bytes. `names`: a pickle without PROTO, told by what it imports first. */
export interface Mark {
  readonly kind: 'pickle' | 'names' | 'zip' | 'compressed' | 'text'
  readonly at: number
  /** Length of a text; 0 for bytes, whose end nothing tells. */
  readonly length: number
}

const LINE_END = 0x0a
const PADDING = 0x3d

/** Letters of base64, in both alphabets, and what goes on before a place so that no text begins there. */
const WORD = tableOf(/[A-Za-z0-9+/_-]/)
const WORD_BEFORE = tableOf(/[A-Za-z0-9+/]/)
/** Letters of a name. */
const NAME = tableOf(/[\w.]/)
/** The longest name that is looked for. */
const MAX_NAME = 100

/** What begins with two bytes; 0 for nearly all pairs. */
const NONE = 0
const PROTO = 1
const ZIP = 2
const COMPRESSED = 3
const TEXT = 4
const NAMES = 5
const SIEVE = new Uint8Array(65536)
for (const pair of firstPairs('pickle')) SIEVE[pair] = PROTO
for (const pair of firstPairs('zip')) SIEVE[pair] = ZIP
for (const pair of firstPairs('compressed')) SIEVE[pair] = COMPRESSED
for (const pair of encodedPairs()) SIEVE[pair] = TEXT
// The line end between two names of GLOBAL or INST, and a short text, of which two make the names of STACK_GLOBAL.
for (let letter = 0; letter < 256; letter++) if (NAME[letter] === 1) SIEVE[(LINE_END << 8) | letter] = NAMES
for (const text of [0x8c, 0x58]) for (let length = 1; length <= MAX_NAME; length++) SIEVE[(text << 8) | length] = NAMES

/** Most bytes have none. */
const NOTHING: readonly Mark[] = []

/**
 * Places in the bytes from which a payload may begin before `end`, in order: the one search for all that is hidden. `left`: how many bytes there are, of which
 * these may be the beginning. Errs towards naming a place. One look at each pair of bytes, so that a gigabyte takes seconds.
 */
export function marksIn(bytes: Uint8Array, end: number, left = bytes.length): readonly Mark[] {
  let found: Mark[] | undefined
  let sorted = true
  let wordEnd = 0
  const note = (kind: Mark['kind'], at: number, length = 0): void => {
    found ??= []
    sorted &&= at >= (found[found.length - 1]?.at ?? 0)
    found.push({ kind, at, length })
  }
  // A line end may lie behind `end` while what it belongs to begins before.
  const until = Math.min(bytes.length, end + LINE_REACH)
  for (let at = 0, pair = bytes[0] ?? 0; at < until; at++) {
    pair = ((pair << 8) | (bytes[at + 1] ?? 0)) & 0xffff
    const kind = SIEVE[pair]
    if (kind === NONE) continue
    if (kind === NAMES) {
      for (const start of startsOfNames(bytes, at)) if (start < end) note('names', start)
    } else if (at >= end) continue
    else if (kind === PROTO) {
      if (canStart(bytes[at + 2]) && mayHaveEffect(bytes, at, left - at)) note('pickle', at)
    } else if (kind === ZIP) {
      if (startsLikeZip(bytes.subarray(at, at + 4))) note('zip', at)
    } else if (kind === COMPRESSED) {
      if (startsCompressed(bytes.subarray(at, at + 32))) note('compressed', at)
    } else if (WORD_BEFORE[bytes[at - 1] ?? 0] === 0) {
      // One look for the end of a word, however many places in it a text may begin at.
      if (at >= wordEnd) wordEnd = wordEndFrom(bytes, at)
      if (wordEnd - at >= MIN_ENCODED) note('text', at, wordEnd - at)
    }
  }
  if (found === undefined) return NOTHING
  return sorted ? found : found.sort((one, other) => one.at - other.at)
}

/** How far before a line end that belongs to it a pickle may begin. */
const LINE_REACH = 640

/** Lines of base64 have 64 or 76 letters: shorter ones are words of a list. */
const LEAST_LINE = 60

/** Where a text in base64 or hex ends: lines of it go on at the next, and padding ends it. */
export function wordEndFrom(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    const line = at
    while (WORD[bytes[at] ?? 0] === 1) at++
    if (bytes[at] === PADDING) return at + (bytes[at + 1] === PADDING ? 2 : 1)
    const next = bytes[at] === 0x0d && bytes[at + 1] === LINE_END ? at + 2 : bytes[at] === LINE_END ? at + 1 : -1
    if (next < 0 || at - line < LEAST_LINE || WORD[bytes[next] ?? 0] !== 1) return at
    at = next
  }
}

function tableOf(letters: RegExp): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => Number(letters.test(String.fromCharCode(byte))))
}
