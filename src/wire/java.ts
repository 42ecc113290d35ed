// Finds the classes that a serialized Java object names.
import type { ByteSource } from '../bytes/source.ts'

/** A class named in a Java object stream: by a class descriptor, or as an interface of a dynamic proxy. */
export interface JavaClass {
  readonly name: string
  readonly offset: number
}

const CLASS_DESCRIPTOR = 0x72
const PROXY_DESCRIPTOR = 0x7d
/**
 * Bytes of the serialVersionUID between the name and the flags of a class; only SC_WRITE_METHOD … SC_ENUM are flags.
 */
const SERIAL_VERSION = 8
const FLAGS = 0x1f
const MAX_INTERFACES = 63
const MAX_NAME = 1024
const PIECE = 1 << 20
const OVERLAP = 4096
const NAME = /^(?:\[+[BCDFIJSZ]|\[*L[\p{L}\p{N}_$./-]+;|[\p{L}_$][\p{L}\p{N}_$./-]*)$/u

/**
 * Finds every class descriptor: in the stream, in block data, or in a second stream within an array of bytes. Does not
 * follow the grammar, since a class may write anything itself, and a stream that breaks later has already built the
 * objects before.
 */
export function findJavaClasses(source: ByteSource, found: (javaClass: JavaClass) => void, tick: () => void): void {
  for (let base = 0; base < source.size; base += PIECE) {
    tick()
    const bytes = source.read(base, PIECE + OVERLAP)
    const end = Math.min(PIECE, bytes.length)
    for (let at = bytes.indexOf(CLASS_DESCRIPTOR); at >= 0 && at < end; at = bytes.indexOf(CLASS_DESCRIPTOR, at + 1)) {
      const name = readName(bytes, at + 1)
      const after = at + 3 + (name?.length ?? 0)
      if (name && (bytes[after + SERIAL_VERSION] ?? 0xff) <= FLAGS) found({ name: name.text, offset: base + at })
    }
    for (let at = bytes.indexOf(PROXY_DESCRIPTOR); at >= 0 && at < end; at = bytes.indexOf(PROXY_DESCRIPTOR, at + 1)) {
      const count = bytes[at + 1] === 0 && bytes[at + 2] === 0 && bytes[at + 3] === 0 ? (bytes[at + 4] ?? 0) : 0
      const name = count > 0 && count <= MAX_INTERFACES ? readName(bytes, at + 5) : undefined
      if (name?.text.includes('.')) found({ name: `proxy of ${name.text}`, offset: base + at })
    }
  }
}

function readName(bytes: Uint8Array, at: number): { readonly text: string; readonly length: number } | undefined {
  const length = (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)
  if (length === 0 || length > MAX_NAME || at + 2 + length > bytes.length) return undefined
  const text = modifiedUtf8(bytes.subarray(at + 2, at + 2 + length))
  return text !== undefined && NAME.test(text) ? { text: text.replace(/^\[*L(.*);$/, '$1'), length } : undefined
}

/** Decodes Java's modified UTF-8. Overlong forms, which hide a name from plain searches, are decoded too. */
function modifiedUtf8(bytes: Uint8Array): string | undefined {
  let text = ''
  for (let at = 0; at < bytes.length; ) {
    const [one = 0, two = 0, three = 0] = bytes.subarray(at, at + 3)
    if (one < 0x80) {
      if (one < 0x20) return undefined
      text += String.fromCharCode(one)
      at++
    } else if (one >> 5 === 6 && two >> 6 === 2) {
      text += String.fromCharCode(((one & 0x1f) << 6) | (two & 0x3f))
      at += 2
    } else if (one >> 4 === 14 && two >> 6 === 2 && three >> 6 === 2) {
      text += String.fromCharCode(((one & 0x0f) << 12) | ((two & 0x3f) << 6) | (three & 0x3f))
      at += 3
    } else return undefined
  }
  return text
}
