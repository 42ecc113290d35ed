// Decodes a whole file as text, once for all formats that look at it.
import type { ByteSource } from '../../bytes/source.ts'
import { decodeJson } from './python-json.ts'

/** A shorter text is sooner decoded again than remembered. */
const LEAST_KEPT = 2 ** 20

/** Texts go with their sources, which last as long as an artifact is read. */
const kept = new WeakMap<ByteSource, string>()

/** All of a text, decoded as JSON is. Several formats look at a long configuration: it is read once for all of them, and held once. */
export function wholeText(source: ByteSource): string {
  const known = kept.get(source)
  if (known !== undefined) return known
  const text = decodeJson(source.read(0, source.size))
  if (source.size >= LEAST_KEPT) kept.set(source, text)
  return text
}
