// Decodes a whole file as text, once for all formats that look at it.
import type { ByteSource } from '../../bytes/source.ts'
import { decodeJson } from './python-json.ts'

/** Minimum size of a text that is cached. Decoding a shorter one again is cheap. */
const MIN_CACHED = 2 ** 20

/** Texts by their source. An entry lives as long as the source, which is released when its artifact has been read. */
const wholeTextCache = new WeakMap<ByteSource, string>()

/** Decodes a whole file like JSON. Several formats look at a long configuration: it is decoded once for all. */
export function wholeText(source: ByteSource): string {
  const known = wholeTextCache.get(source)
  if (known !== undefined) return known
  const text = decodeJson(source.read(0, source.size))
  if (source.size >= MIN_CACHED) wholeTextCache.set(source, text)
  return text
}
