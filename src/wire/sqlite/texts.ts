// Reads the texts of SQLite databases in UTF-16.
import type { ByteSource } from '../../bytes/source.ts'

/** Encodings of the texts of a database, as names for `TextDecoder`. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** Returns the encoding of all texts of a database by its number in the header (section 1.3.13). */
export function encodingOf(number: number): TextEncoding {
  return number === 2 ? 'utf-16le' : number === 3 ? 'utf-16be' : 'utf-8'
}

/** Replaces characters that occur in no pickle, base64 or hex. */
const OTHER = 0x3f

/** Returns a UTF-16 text with one byte for each character, as a program gets it that encodes it again. */
export function narrowed(text: ByteSource, encoding: 'utf-16le' | 'utf-16be'): ByteSource {
  const size = Math.floor(text.size / 2)
  const low = encoding === 'utf-16le' ? 0 : 1
  const read = (offset: number, length: number): Uint8Array => {
    const wide = text.read(offset * 2, Math.max(0, Math.min(length, size - offset)) * 2)
    const bytes = new Uint8Array(Math.floor(wide.length / 2))
    for (let at = 0; at < bytes.length; at++) bytes[at] = wide[2 * at + 1 - low] === 0 ? (wide[2 * at + low] ?? OTHER) : OTHER
    return bytes
  }
  return {
    kind: 'source',
    size,
    read,
    readInto(target, offset) {
      const bytes = read(offset, target.length)
      target.set(bytes)
      return bytes.length
    },
  }
}
