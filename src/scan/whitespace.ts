// Finds the first byte of a text that is not whitespace.
import type { ByteSource } from '../bytes/source.ts'

/** Bytes that are read at a time to find what is no blank. */
const STEP = 64 * 1024

/** Blanks in front of a text, which readers of JSON, XML, YAML and the like skip however many there are. */
export function isBlank(bytes: Uint8Array): boolean {
  return firstInk(bytes) < 0
}

/** Where the first byte stands that is no blank; −1 where none does. */
export function firstInk(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return at
  }
  return -1
}

/**
 * The first `size` bytes of a source, of which blanks that fill them all are left out but for the last: by what follows the text is recognised, and no
 * format whose bytes count from the start is taken for what stands behind them.
 */
export function headOf(source: ByteSource, size: number): Uint8Array {
  const head = source.read(0, size)
  if (source.size <= size || !isBlank(head)) return head
  for (let at = size; at < source.size; at += STEP) {
    const step = source.read(at, STEP)
    if (step.length === 0) break
    const ink = firstInk(step)
    if (ink >= 0) return source.read(at + ink - 1, size)
  }
  return head
}
