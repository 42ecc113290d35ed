import { ScanError } from '../../bytes/errors.ts'

/** JSON as it is written: objects keep every member, in order, so that a key can stand twice. */
export type WrittenJson = string | number | boolean | null | readonly WrittenJson[] | WrittenObject

export interface WrittenObject {
  readonly members: readonly (readonly [key: string, value: WrittenJson])[]
}

/** serde_json, which reads the headers of safetensors, gives up at this depth. */
const MAX_DEPTH = 128
/** Values of one header, some eight for each tensor: the largest models have 100,000 tensors, in many files. A million of them take 200 MiB. */
const MAX_VALUES = 500_000
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
/** Python's reader takes the last three too. */
const WORDS = new Map<string, boolean | number | null>([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['true', true],
  ['false', false],
  ['null', null],
])

/** Reads JSON (RFC 8259, and Python's NaN and Infinity) without dropping repeated keys. @throws {ScanError} `malformed`, offsets in characters, or `limit`. */
export function readWrittenJson(text: string): WrittenJson {
  const reader = new Reader(text)
  const value = reader.value(0)
  reader.end()
  return value
}

export function isObject(value: WrittenJson | undefined): value is WrittenObject {
  return typeof value === 'object' && value !== null && 'members' in value
}

/** The last member of that key, which most parsers take. */
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

  value(depth: number): WrittenJson {
    if (depth > MAX_DEPTH) throw new ScanError('limit', `JSON is nested deeper than ${MAX_DEPTH} levels`, this.at)
    if (++this.values > MAX_VALUES) throw new ScanError('limit', `more than ${MAX_VALUES} JSON values`, this.at)
    this.space()
    const char = this.text[this.at]
    if (char === '{') return this.object(depth)
    if (char === '[') return this.array(depth)
    if (char === '"') return this.string()
    const number = this.match(NUMBER)
    if (number) return Number(number)
    for (const [word, value] of WORDS) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length
        return value
      }
    }
    throw this.error('no JSON value')
  }

  end(): void {
    this.space()
    if (this.at < this.text.length) throw this.error('text after the JSON value')
  }

  private object(depth: number): WrittenObject {
    const members: (readonly [string, WrittenJson])[] = []
    this.at++
    while (!this.take('}')) {
      if (members.length > 0) this.expect(',')
      this.space()
      const key = this.string()
      this.expect(':')
      members.push([key, this.value(depth + 1)])
    }
    return { members: trimmed(members) }
  }

  private array(depth: number): readonly WrittenJson[] {
    const items: WrittenJson[] = []
    this.at++
    while (!this.take(']')) {
      if (items.length > 0) this.expect(',')
      items.push(this.value(depth + 1))
    }
    return trimmed(items)
  }

  private string(): string {
    const start = this.at
    if (this.text[start] !== '"') throw this.error('no JSON string')
    let end = this.text.indexOf('"', start + 1)
    while (end > 0 && this.escaped(end)) end = this.text.indexOf('"', end + 1)
    if (end < 0) throw this.error('a string does not end')
    this.at = end + 1
    const inner = this.text.slice(start + 1, end)
    if (!/[\\\u0000-\u001f]/.test(inner)) return inner
    try {
      return String(JSON.parse(`"${inner}"`))
    } catch {
      throw new ScanError('malformed', 'no JSON string', start)
    }
  }

  /** An odd number of backslashes stands before it. */
  private escaped(at: number): boolean {
    let before = at
    while (this.text[before - 1] === '\\') before--
    return (at - before) % 2 === 1
  }

  private space(): void {
    for (let code = this.text.charCodeAt(this.at); code === 32 || (code >= 9 && code <= 13 && code !== 11 && code !== 12); )
      code = this.text.charCodeAt(++this.at)
  }

  private take(char: string): boolean {
    this.space()
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
