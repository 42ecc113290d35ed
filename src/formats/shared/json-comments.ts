// Removes comments and trailing commas from JSON5 text.
const QUOTE = 0x22
const BACKSLASH = 0x5c
const SLASH = 0x2f
const STAR = 0x2a
const HASH = 0x23
const COMMA = 0x2c
const BREAK = 0x0a
const SPACE = 0x20

/**
 * Replaces comments and trailing commas, which JSON5 parsers accept, by spaces. The result has the same length. A
 * string or a comment without an end extends to the end of the text.
 */
export function withoutComments(text: string): string {
  const kept = new Uint16Array(text.length)
  /** Index of the last comma if only whitespace followed it, else -1. */
  let comma = -1
  /** True if the line had only whitespace so far: there `#` begins a comment. */
  let lineStart = true
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    const end = commentEnd(text, at, code, lineStart)
    if (end > at) {
      kept.fill(SPACE, at, end)
      at = end
    } else if (code === QUOTE) {
      const after = textEnd(text, at)
      for (; at < after; at++) kept[at] = text.charCodeAt(at)
      comma = -1
      lineStart = false
    } else {
      kept[at] = code
      const isSpace = code === SPACE || (code >= 0x09 && code <= 0x0d)
      if ((code === 0x7d || code === 0x5d) && comma >= 0) kept[comma] = SPACE
      if (!isSpace) comma = code === COMMA ? at : -1
      lineStart = code === BREAK || (lineStart && (code === SPACE || code === 0x09))
      at++
    }
  }
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(kept)
}

/** Returns the end of the comment that begins at `at`; `at` itself if none does. */
function commentEnd(text: string, at: number, code: number, lineStart: boolean): number {
  const next = code === SLASH ? text.charCodeAt(at + 1) : 0
  if (next === SLASH || (code === HASH && lineStart)) return orEnd(text.indexOf('\n', at), text)
  if (next !== STAR) return at
  const end = text.indexOf('*/', at + 2)
  return end < 0 ? text.length : end + 2
}

function orEnd(found: number, text: string): number {
  return found < 0 ? text.length : found
}

/** Returns the end of the string that begins at `start`, after its closing quote. */
function textEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at + 1
    if (code === BACKSLASH) at++
  }
  return text.length
}
