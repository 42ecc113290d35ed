// Decodes and parses JSON as Python's `json.loads` does, and finds repeated keys.
import { ScanError } from '../../bytes/errors.ts'
import { tooMuchJson } from '../../wire/json-shape.ts'

/** The value of a JSON text as Python parses it, and the keys that are repeated in an object. */
export interface LooseJson {
  readonly value: unknown
  /** Repeated keys, at most 20. Python uses the last of them, some other parsers the first. */
  readonly duplicates: readonly string[]
}

const MAX_DUPLICATES = 20

/** Decodes JSON as Python's `json.loads`: UTF-8, -16 or -32, by a byte order mark or the first zero bytes. */
export function decodeJson(bytes: Uint8Array): string {
  const [a = 1, b = 1, c = 1, d = 1] = bytes
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a !== 0 && b === 0 && c === 0 && d === 0)) return utf32(bytes, true)
  if ((a === 0 && b === 0 && c === 0xfe && d === 0xff) || (a === 0 && b === 0 && c === 0 && d !== 0)) return utf32(bytes, false)
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0)) return new TextDecoder('utf-16le').decode(bytes)
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0)) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder().decode(bytes)
}

function utf32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, little)
    if (code !== 0xfeff) parts.push(code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code))
  }
  return parts.join('')
}

/**
 * Parses JSON text. Accepts Python's `NaN` and `Infinity` (as null), and NULs and whitespace at the end.
 * @throws {ScanError} `malformed` if it is not JSON, `limit` if it is too large or nested too deeply.
 */
export function parseLooseJson(text: string): LooseJson {
  const problem = tooMuchJson(text)
  if (problem) throw problem
  const duplicates = new Set<string>()
  const strict = normalise(text, duplicates)
  try {
    return { value: JSON.parse(strict), duplicates: [...duplicates] }
  } catch (error) {
    throw new ScanError('malformed', `not JSON (${error instanceof Error ? error.message.slice(0, 120) : 'unreadable'})`)
  }
}

/** Characters that may follow a configuration: HDF5 pads texts with NULs. */
const PADDING = /[\0\s]/u

/** Finds repeated keys and replaces words that only Python accepts by null, in one pass over the text. */
function normalise(text: string, duplicates: Set<string>): string {
  const token = /["{}[\]:,]|-?(?:NaN|Infinity)\b/gu
  /** For each level the keys of an object, which most empty ones do not need a set for; undefined for a list. */
  const keys: (Set<string> | 'none' | undefined)[] = []
  const pieces: string[] = []
  let copied = 0
  let last = ''
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [symbol] = match
    const first = symbol[0] ?? ''
    if (first === '"') token.lastIndex = endOfString(text, match.index)
    const found = first === '"' ? text.slice(match.index, token.lastIndex) : symbol
    if (first === '{') keys.push('none')
    else if (first === '[') keys.push(undefined)
    else if (first === '}' || first === ']') keys.pop()
    else if (first === ':') {
      if (keys[keys.length - 1] === 'none') keys[keys.length - 1] = new Set()
      noteKey(keys[keys.length - 1], last, duplicates)
    } else if (first !== '"' && first !== ',') {
      pieces.push(text.slice(copied, match.index), 'null')
      copied = match.index + found.length
    }
    last = found
  }
  let end = text.length
  while (end > copied && PADDING.test(text[end - 1] ?? '')) end--
  const rest = text.slice(copied, end)
  const whole = pieces.length === 0 ? rest : pieces.join('') + rest
  return whole.startsWith('\ufeff') ? whole.slice(1) : whole
}

/**
 * Returns the offset after the closing quote of the string at `start`, or the end of the text if there is none: to
 * search again from each quote inside would take quadratic time.
 */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let escapes = quote
    while (text[escapes - 1] === '\\') escapes--
    if ((quote - escapes) % 2 === 0) return quote + 1
  }
  return text.length
}

function noteKey(keys: Set<string> | 'none' | undefined, written: string, duplicates: Set<string>): void {
  if (keys === undefined || keys === 'none') return
  const key = written.includes('\\') ? unescaped(written) : written.slice(1, -1)
  if (keys.has(key) && duplicates.size < MAX_DUPLICATES) duplicates.add(key)
  keys.add(key)
}

function unescaped(written: string): string {
  try {
    return String(JSON.parse(written))
  } catch {
    return written
  }
}
