// Finds the first byte of a text that is not whitespace.
import type { ByteSource } from '../bytes/source.ts'

/** Bytes to read at a time. */
const STEP = 64 * 1024

/** Returns whether all bytes are whitespace, which parsers of JSON, XML and YAML skip before a text. */
export function isWhitespace(bytes: Uint8Array): boolean {
  return firstNonWhitespace(bytes) < 0
}

/** Returns the index of the first byte that is not whitespace; −1 if there is none. */
export function firstNonWhitespace(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return at
  }
  return -1
}

/**
 * Returns the first `size` bytes of a source. If all are whitespace, returns instead the bytes from the last
 * whitespace before the text. Text formats are then recognised, while a signature at offset 0 does not match after
 * the whitespace.
 */
export function headOf(source: ByteSource, size: number): Uint8Array {
  const head = source.read(0, size)
  if (source.size <= size || !isWhitespace(head)) return head
  for (let at = size; at < source.size; at += STEP) {
    const step = source.read(at, STEP)
    if (step.length === 0) break
    const index = firstNonWhitespace(step)
    if (index >= 0) return source.read(at + index - 1, size)
  }
  return head
}
