import { latin1 } from '../../bytes/latin1.ts'
import { FLAG_UTF8 } from './records.ts'

/** The upper half of code page 437, which a name is in unless its flag says UTF-8 (APPNOTE 4.4.4, appendix D). */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** The text of an entry's name; bytes that are no UTF-8 become U+FFFD. */
export function decodeName(bytes: Uint8Array, flags: number): string {
  if (isAscii(bytes)) return latin1(bytes)
  if ((flags & FLAG_UTF8) !== 0) return utf8.decode(bytes)
  let text = ''
  for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : (CP437[byte - 0x80] ?? '')
  return text
}

export function isAscii(bytes: Uint8Array): boolean {
  for (let index = 0; index < bytes.length; index++) if ((bytes[index] ?? 0) >= 0x80) return false
  return true
}
