// Removes comments and trailing commas from JSON5 text.
const QUOTE = 0x22
const BACKSLASH = 0x5c
const SLASH = 0x2f
const STAR = 0x2a
const HASH = 0x23
const COMMA = 0x2c
const BREAK = 0x0a
const BLANK = 0x20

/**
 * Without the comments and the last commas that readers of JSON5 take, as a text of the same length: blanks stand for them. A text that does not end, and a
 * comment that does not, goes to the end.
 */
export function withoutComments(text: string): string {
  const kept = new Uint16Array(text.length)
  /** A comma behind which nothing but blanks has come. */
  let comma = -1
  /** Nothing but blanks since the line began: there a number sign begins a comment. */
  let fresh = true
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    const end = commentEnd(text, at, code, fresh)
    if (end > at) {
      kept.fill(BLANK, at, end)
      at = end
    } else if (code === QUOTE) {
      const after = textEnd(text, at)
      for (; at < after; at++) kept[at] = text.charCodeAt(at)
      comma = -1
      fresh = false
    } else {
      kept[at] = code
      const blank = code === BLANK || (code >= 0x09 && code <= 0x0d)
      if ((code === 0x7d || code === 0x5d) && comma >= 0) kept[comma] = BLANK
      if (!blank) comma = code === COMMA ? at : -1
      fresh = code === BREAK || (fresh && (code === BLANK || code === 0x09))
      at++
    }
  }
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(kept)
}

/** Where a comment ends that begins here; here, where none does. */
function commentEnd(text: string, at: number, code: number, fresh: boolean): number {
  const next = code === SLASH ? text.charCodeAt(at + 1) : 0
  if (next === SLASH || (code === HASH && fresh)) return orEnd(text.indexOf('\n', at), text)
  if (next !== STAR) return at
  const end = text.indexOf('*/', at + 2)
  return end < 0 ? text.length : end + 2
}

function orEnd(found: number, text: string): number {
  return found < 0 ? text.length : found
}

/** Where a text ends that begins here, its quote included. */
function textEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at + 1
    if (code === BACKSLASH) at++
  }
  return text.length
}
