// Parses the text arguments of protocol 0 as leniently as the most lenient unpickler.

/**
 * CPython’s C and pure-Python unpicklers disagree on whitespace, NUL, bases and underscores, and what either accepts
 * must not stop the machine (Modules/_pickle.c load_int, load_float, load_put; Lib/pickle.py).
 */

/** Returns the bytes of one line as text: one character a byte, cut at a NUL as C strings are. */
export function asciiLine(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0
    if (byte === 0) break
    text += String.fromCharCode(byte)
  }
  return text
}

const INTEGER = /^\s*([+-]?)(?:0[xX]_?([0-9a-fA-F_]+)|0[oO]_?([0-7_]+)|0[bB]_?([01_]+)|([0-9][0-9_]*))L?\s*$/

/**
 * Returns the value of an INT, LONG, PUT or GET argument; undefined where no loader takes it. `010` is octal, as
 * `strtol(…, 0)` reads INT; memo indexes pass `decimal`, since PUT and GET are base 10.
 */
export function parseInteger(line: string, decimal = false): number | undefined {
  const match = INTEGER.exec(line)
  if (!match) return undefined
  const [, sign, hex, octal, binary, digits] = match
  const clean = (text: string) => text.replaceAll('_', '')
  let value: number
  if (hex !== undefined) value = Number.parseInt(clean(hex), 16)
  else if (octal !== undefined) value = Number.parseInt(clean(octal), 8)
  else if (binary !== undefined) value = Number.parseInt(clean(binary), 2)
  else {
    const text = clean(digits ?? '')
    value = !decimal && /^0[0-7]+$/.test(text) ? Number.parseInt(text, 8) : Number.parseInt(text, 10)
  }
  return Number.isNaN(value) ? undefined : sign === '-' ? -value : value
}

const FLOAT = /^\s*[+-]?(?:inf(?:inity)?|nan|(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:e[+-]?[0-9_]+)?)\s*$/i

/** Whether some loader takes the line as a float (an overflow such as 1e400 is infinity to the pure-Python one). */
export function isFloat(line: string): boolean {
  return FLOAT.test(line)
}

/**
 * Returns the text of a STRING argument without its quotes: escapes as in a Python 2 literal (`codecs.escape_decode`),
 * one character a byte; unknown escapes stay as they are.
 */
export function unescapeString(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte !== 0x5c) {
      text += String.fromCharCode(byte)
      continue
    }
    const next = bytes[at + 1]
    const simple = next === undefined ? undefined : SIMPLE_ESCAPES.get(next)
    if (simple !== undefined) {
      text += simple
      at++
    } else if (next === 0x78 && isHex(bytes[at + 2]) && isHex(bytes[at + 3])) {
      text += String.fromCharCode(Number.parseInt(String.fromCharCode(bytes[at + 2] ?? 0, bytes[at + 3] ?? 0), 16))
      at += 3
    } else if (isOctal(next)) {
      let value = 0
      let digits = 0
      while (digits < 3 && isOctal(bytes[at + 1])) {
        value = value * 8 + ((bytes[at + 1] ?? 0x30) - 0x30)
        digits++
        at++
      }
      text += String.fromCharCode(value % 256)
    } else text += '\\'
  }
  return text
}

/**
 * Returns the text of a UNICODE argument: raw-unicode-escape, that is Latin-1 with `\uXXXX` and `\UXXXXXXXX` after an
 * odd backslash.
 */
export function unescapeRawUnicode(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte !== 0x5c) {
      text += String.fromCharCode(byte)
      continue
    }
    const kind = bytes[at + 1]
    if (kind === 0x5c) {
      text += '\\\\'
      at++
      continue
    }
    const digits = kind === 0x75 ? 4 : kind === 0x55 ? 8 : 0
    const code = digits === 0 ? Number.NaN : hexValue(bytes, at + 2, digits)
    if (Number.isNaN(code) || code > 0x10ffff) text += '\\'
    else {
      text += String.fromCodePoint(code)
      at += 1 + digits
    }
  }
  return text
}

const SIMPLE_ESCAPES = new Map<number, string>([
  [0x0a, ''],
  [0x5c, '\\'],
  [0x27, "'"],
  [0x22, '"'],
  [0x62, '\b'],
  [0x66, '\f'],
  [0x74, '\t'],
  [0x6e, '\n'],
  [0x72, '\r'],
  [0x76, '\v'],
  [0x61, '\x07'],
])

function hexValue(bytes: Uint8Array, from: number, digits: number): number {
  let value = 0
  for (let at = from; at < from + digits; at++) {
    const byte = bytes[at]
    if (!isHex(byte)) return Number.NaN
    value = value * 16 + Number.parseInt(String.fromCharCode(byte ?? 0), 16)
  }
  return value
}

function isHex(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66))
}

function isOctal(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x37
}
