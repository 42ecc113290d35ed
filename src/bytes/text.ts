/**
 * Is it text in UTF-8, as far as it goes: no control characters but blanks, and no broken letter but one that is cut
 * off at the end?
 */
export function isText(bytes: Uint8Array): boolean {
  if (!bytes.every((byte) => (byte >= 0x20 && byte !== 0x7f) || (byte >= 0x09 && byte <= 0x0d))) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
