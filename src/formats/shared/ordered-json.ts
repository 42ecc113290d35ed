// Parses JSON and keeps repeated keys in order.
import { ScanError } from '../../bytes/errors.ts'

/** A JSON value whose objects keep all members in file order, also repeated keys. */
export type WrittenJson = string | number | boolean | null | readonly WrittenJson[] | WrittenObject

/** A JSON object with all its members in file order. */
export interface WrittenObject {
  readonly members: readonly (readonly [key: string, value: WrittenJson])[]
}

/** Maximum nesting depth, which is also that of serde_json, the parser of safetensors headers. */
const MAX_DEPTH = 128
/** Maximum number of values, about eight for each tensor. Models have up to 100,000 tensors. A million take 200 MiB. */
const MAX_VALUES = 500_000
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
/** Words of JSON, and those that Python's parser accepts in addition. */
const WORDS = new Map<string, boolean | number | null>([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['true', true],
  ['false', false],
  ['null', null],
])

/**
 * Parses JSON (RFC 8259, and Python's NaN and Infinity) and keeps repeated keys.
 * @throws {ScanError} `malformed`, with an offset in characters, or `limit`.
 */
export function readWrittenJson(text: string): WrittenJson {
  const reader = new Reader(text)
  const value = reader.readValue(0)
  reader.expectEnd()
  return value
}

/** True for an object. */
export function isObject(value: WrittenJson | undefined): value is WrittenObject {
  return typeof value === 'object' && value !== null && 'members' in value
}

/** Returns the value of the last member with this key, which most parsers use. */
export function member(object: WrittenObject, key: string): WrittenJson | undefined {
  return object.members.filter(([name]) => name === key).at(-1)?.[1]
}

const NONE: readonly never[] = []

/** The same values without the room that V8 reserves for more: 17 places with the first value that is pushed. */
function trimmed<T>(values: readonly T[]): readonly T[] {
  return values.length === 0 ? NONE : values.slice()
}

class Reader {
  private readonly text: string
  private at = 0
  private values = 0

  constructor(text: string) {
    this.text = text
  }

  readValue(depth: number): WrittenJson {
    if (depth > MAX_DEPTH) throw new ScanError('limit', `JSON is nested deeper than ${MAX_DEPTH} levels`, this.at)
    if (++this.values > MAX_VALUES) throw new ScanError('limit', `more than ${MAX_VALUES} JSON values`, this.at)
    this.skipSpace()
    const char = this.text[this.at]
    if (char === '{') return this.readObject(depth)
    if (char === '[') return this.readArray(depth)
    if (char === '"') return this.readString()
    const number = this.match(NUMBER)
    if (number) return Number(number)
    for (const [word, value] of WORDS) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length
        return value
      }
    }
    throw this.error('not a JSON value')
  }

  expectEnd(): void {
    this.skipSpace()
    if (this.at < this.text.length) throw this.error('text after the JSON value')
  }

  private readObject(depth: number): WrittenObject {
    const members: (readonly [string, WrittenJson])[] = []
    this.at++
    while (!this.take('}')) {
      if (members.length > 0) this.expect(',')
      this.skipSpace()
      const key = this.readString()
      this.expect(':')
      members.push([key, this.readValue(depth + 1)])
    }
    return { members: trimmed(members) }
  }

  private readArray(depth: number): readonly WrittenJson[] {
    const items: WrittenJson[] = []
    this.at++
    while (!this.take(']')) {
      if (items.length > 0) this.expect(',')
      items.push(this.readValue(depth + 1))
    }
    return trimmed(items)
  }

  private readString(): string {
    const start = this.at
    if (this.text[start] !== '"') throw this.error('not a JSON string')
    let end = this.text.indexOf('"', start + 1)
    while (end > 0 && this.isEscaped(end)) end = this.text.indexOf('"', end + 1)
    if (end < 0) throw this.error('a string does not end')
    this.at = end + 1
    const inner = this.text.slice(start + 1, end)
    if (!/[\\\u0000-\u001f]/.test(inner)) return inner
    try {
      return String(JSON.parse(`"${inner}"`))
    } catch {
      throw new ScanError('malformed', 'not a JSON string', start)
    }
  }

  /** True if an odd number of backslashes precedes the character. */
  private isEscaped(at: number): boolean {
    let before = at
    while (this.text[before - 1] === '\\') before--
    return (at - before) % 2 === 1
  }

  private skipSpace(): void {
    for (let code = this.text.charCodeAt(this.at); code === 32 || (code >= 9 && code <= 13 && code !== 11 && code !== 12); )
      code = this.text.charCodeAt(++this.at)
  }

  private take(char: string): boolean {
    this.skipSpace()
    if (this.text[this.at] !== char) return false
    this.at++
    return true
  }

  private expect(char: string): void {
    if (!this.take(char)) throw this.error(`${char} is missing`)
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }

  private error(message: string): ScanError {
    return new ScanError('malformed', message, this.at)
  }
}
