// Finds the first character of a JSON text, as a quick check for formats in JSON.
import { firstVisible } from './first-visible.ts'

/**
 * True if a JSON object or list may begin with this byte: a bracket, whitespace, or the byte order mark of an encoding.
 * No character begins with a byte from 0x80 to 0xba.
 */
export function mayBeginJson(byte: number): boolean {
  return byte <= 0x20 || byte === 0x7b || byte === 0x5b || byte >= 0xbb
}

/**
 * Returns the first character of a JSON text; empty if the head contains none. Skips whitespace, control bytes and the
 * NULs of UTF-16 and UTF-32, and after a byte that may begin a byte order mark everything that is not ASCII. When in
 * doubt, the caller takes a closer look.
 */
export function firstJsonCharacter(head: Uint8Array): string {
  const first = firstVisible(head)
  const byte = first === undefined || !mayBeginJson(first) ? first : head.find((each) => each > 0x20 && each < 0x80)
  return byte === undefined ? '' : String.fromCharCode(byte)
}
