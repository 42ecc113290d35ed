// Decodes the names of zip entries from UTF-8 or code page 437.
import { latin1 } from '../../bytes/latin1.ts'
import { FLAG_UTF8 } from './records.ts'

/** Upper half of code page 437, the encoding of a name without the UTF-8 flag (APPNOTE 4.4.4, appendix D). */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** Returns the text of an entry's name; invalid UTF-8 becomes U+FFFD. */
export function decodeName(bytes: Uint8Array, flags: number): string {
  if (isAscii(bytes)) return latin1(bytes)
  if ((flags & FLAG_UTF8) !== 0) return utf8.decode(bytes)
  let text = ''
  for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : (CP437[byte - 0x80] ?? '')
  return text
}

/** True when all bytes are ASCII. */
export function isAscii(bytes: Uint8Array): boolean {
  for (let index = 0; index < bytes.length; index++) if ((bytes[index] ?? 0) >= 0x80) return false
  return true
}
