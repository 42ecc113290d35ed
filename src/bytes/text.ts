// Recognises UTF-8 text.
/** True for UTF-8 without control characters except whitespace. A character may be cut off at the end. */
export function isText(bytes: Uint8Array): boolean {
  if (!bytes.every((byte) => (byte >= 0x20 && byte !== 0x7f) || (byte >= 0x09 && byte <= 0x0d))) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
