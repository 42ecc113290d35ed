// Finds the first character of a JSON text, as a quick check for formats in JSON.
import { firstVisible } from './first-visible.ts'

/** May a text of JSON that holds an object or a list begin with this byte: a brace, a blank, the mark of an encoding? Bytes from 0x80 to 0xba begin no character. */
export function mayBeginJson(byte: number): boolean {
  return byte <= 0x20 || byte === 0x7b || byte === 0x5b || byte >= 0xbb
}

/**
 * The first character of a text of JSON, an empty text where the head holds none. Passed over are blanks and control bytes of any number, the NULs of UTF-16
 * and UTF-32, and behind a byte that may begin the mark of an encoding whatever is no ASCII. So it errs towards a closer look.
 */
export function jsonOpening(head: Uint8Array): string {
  const first = firstVisible(head)
  const byte = first === undefined || !mayBeginJson(first) ? first : head.find((each) => each > 0x20 && each < 0x80)
  return byte === undefined ? '' : String.fromCharCode(byte)
}
