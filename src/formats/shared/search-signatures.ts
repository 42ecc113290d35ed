// Finds the offsets in a byte range where a payload may begin.
import { encodedPairs, firstPairs, MIN_ENCODED } from '../../pickle/emit/payload.ts'
import { startsOfNames } from '../../pickle/vm/pickle-starts.ts'
import { startsLikeZip } from '../../wire/zip/archive.ts'
import { mayHaveEffect } from '../pickle/pickle/likeness.ts'
import { canStart } from '../pickle/pickle/signature.ts'
import { startsCompressed } from './nested-payload.ts'

/**
 * A payload that may begin at `at`. `text`: encoded in base64 or hex. `names`: a pickle without PROTO, recognised by
 * the first name that it imports.
 */
export interface Candidate {
  readonly kind: 'pickle' | 'names' | 'zip' | 'compressed' | 'text'
  readonly at: number
  /** Length of a text; 0 for other kinds, whose end is unknown. */
  readonly length: number
}

const LINE_END = 0x0a
const PADDING = 0x3d

/** Characters of base64, in both alphabets. */
const WORD = tableOf(/[A-Za-z0-9+/_-]/)
/** Characters after which no text begins: the word began before. */
const WORD_BEFORE = tableOf(/[A-Za-z0-9+/]/)
/** Characters of a Python name. */
const NAME = tableOf(/[\w.]/)
/** Maximum length of a name in SHORT_BINUNICODE or BINUNICODE. */
const MAX_NAME = 100

/** For each pair of bytes, the kind of payload that may begin with it. NONE for nearly all pairs. */
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
// The line end between the two names of GLOBAL or INST, and a short text, as in the two names of STACK_GLOBAL.
for (let letter = 0; letter < 256; letter++) if (NAME[letter] === 1) SIEVE[(LINE_END << 8) | letter] = NAMES
for (const text of [0x8c, 0x58]) for (let length = 1; length <= MAX_NAME; length++) SIEVE[(text << 8) | length] = NAMES

const NO_CANDIDATES: readonly Candidate[] = []

/**
 * Returns the offsets before `end` where a payload may begin, in order. `left` is the number of bytes from the start of
 * `bytes` to the end of the range, of which `bytes` may be the beginning. When in doubt, an offset is returned. Looks
 * at each pair of bytes once, so that a gigabyte takes seconds.
 */
export function candidatesIn(bytes: Uint8Array, end: number, left = bytes.length): readonly Candidate[] {
  let found: Candidate[] | undefined
  let sorted = true
  let wordEnd = 0
  const note = (kind: Candidate['kind'], at: number, length = 0): void => {
    found ??= []
    sorted &&= at >= (found[found.length - 1]?.at ?? 0)
    found.push({ kind, at, length })
  }
  // A line end after `end` may belong to a pickle that begins before `end`.
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
      // The end of a word is computed once, also if a text may begin at many offsets in it.
      if (at >= wordEnd) wordEnd = wordEndFrom(bytes, at)
      if (wordEnd - at >= MIN_ENCODED) note('text', at, wordEnd - at)
    }
  }
  if (found === undefined) return NO_CANDIDATES
  return sorted ? found : found.sort((one, other) => one.at - other.at)
}

/** Maximum distance from the start of a pickle to the line end by which it is recognised. */
const LINE_REACH = 640

/** Minimum length of a base64 line, usually 64 or 76 characters. Shorter lines are words of a list. */
const MIN_LINE = 60

/** Returns the end of a text in base64 or hex. It may have several lines; padding ends it. */
export function wordEndFrom(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    const line = at
    while (WORD[bytes[at] ?? 0] === 1) at++
    if (bytes[at] === PADDING) return at + (bytes[at + 1] === PADDING ? 2 : 1)
    const next = bytes[at] === 0x0d && bytes[at + 1] === LINE_END ? at + 2 : bytes[at] === LINE_END ? at + 1 : -1
    if (next < 0 || at - line < MIN_LINE || WORD[bytes[next] ?? 0] !== 1) return at
    at = next
  }
}

function tableOf(letters: RegExp): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => Number(letters.test(String.fromCharCode(byte))))
}
