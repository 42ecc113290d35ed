// Reads the text format of protocol buffers as a series of events.
import { ScanError } from '../../bytes/errors.ts'
import type { ByteSource } from '../../bytes/source.ts'

/**
 * An event of a text message (protobuf.dev/reference/protobuf/textformat-spec): `name {` opens a message, `}` closes
 * it, `name: value` is a field. Long strings are cut, so that tensors need no memory.
 */
export interface TextEvent {
  readonly kind: 'open' | 'close' | 'value'
  /** Name of the field; for `close` that of the message that ends. */
  readonly name: string
  /** The value as text: strings unescaped and cut to 4,096 bytes, names and numbers as written. */
  readonly value: string
  readonly offset: number
}

const PIECE = 64 * 1024
const MAX_VALUE = 4096
const MAX_DEPTH = 100

const QUOTE = 0x22
const APOSTROPHE = 0x27
const BACKSLASH = 0x5c
const HASH = 0x23
const NEWLINE = 0x0a

/**
 * Returns the events of a text message in order.
 * @throws {ScanError} `malformed` for text that is no message, `truncated` where it ends within a message or a string.
 */
export function* textEvents(source: ByteSource, tick: () => void = () => undefined): Generator<TextEvent, void, undefined> {
  const input = new Characters(source, tick)
  const open: string[] = []
  /** Open lists, whose values and messages belong to the field before them. */
  const lists: { readonly name: string; readonly depth: number }[] = []
  for (;;) {
    input.skipSpace()
    const offset = input.at
    const first = input.peek()
    if (first === -1) {
      if (open.length > 0) throw new ScanError('truncated', `the text ends within ${open.length} open messages`, offset)
      return
    }
    if (first === 0x7d || first === 0x3e) {
      input.at++
      const name = open.pop()
      if (name === undefined) throw new ScanError('malformed', 'a closing bracket without an opening one', offset)
      yield { kind: 'close', name, value: '', offset }
      continue
    }
    const list = lists[lists.length - 1]
    if (list && list.depth === open.length) {
      if (first === 0x5d) {
        input.at++
        lists.pop()
        continue
      }
      if (first === 0x7b || first === 0x3c) {
        input.at++
        if (open.length >= MAX_DEPTH) throw new ScanError('limit', `messages are nested deeper than ${MAX_DEPTH} levels`, offset)
        open.push(list.name)
        yield { kind: 'open', name: list.name, value: '', offset }
      } else yield { kind: 'value', name: list.name, value: input.value(), offset }
      continue
    }
    const name = input.name()
    input.skipSpace()
    const colon = input.peek() === 0x3a
    if (colon) {
      input.at++
      input.skipSpace()
    }
    const next = input.peek()
    if (next === 0x7b || next === 0x3c) {
      input.at++
      if (open.length >= MAX_DEPTH) throw new ScanError('limit', `messages are nested deeper than ${MAX_DEPTH} levels`, offset)
      open.push(name)
      yield { kind: 'open', name, value: '', offset }
    } else if (next === 0x5b) {
      // Lists of messages need no colon.
      input.at++
      lists.push({ name, depth: open.length })
    } else if (!colon) throw new ScanError('malformed', 'a field has no value', offset)
    else yield { kind: 'value', name, value: input.value(), offset }
  }
}

/** Reads the bytes of the text one at a time. */
class Characters {
  at = 0
  private readonly source: ByteSource
  private readonly tick: () => void
  private piece: Uint8Array = new Uint8Array(0)
  private base = 0

  constructor(source: ByteSource, tick: () => void) {
    this.source = source
    this.tick = tick
  }

  /** Returns the next byte, −1 at the end. */
  peek(): number {
    const byte = this.piece[this.at - this.base]
    if (byte !== undefined) return byte
    if (this.at >= this.source.size) return -1
    this.tick()
    this.base = this.at
    this.piece = this.source.read(this.at, PIECE)
    return this.piece[0] ?? -1
  }

  /** Skips whitespace, comments and separators. */
  skipSpace(): void {
    for (;;) {
      const byte = this.peek()
      if (byte === HASH) while (this.peek() !== NEWLINE && this.peek() !== -1) this.at++
      else if (byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x2c || byte === 0x3b) this.at++
      else return
    }
  }

  /** Reads the name of a field, or of an extension in brackets. */
  name(): string {
    const extension = this.peek() === 0x5b
    if (extension) this.at++
    const name = this.word()
    if (name === '') throw new ScanError('malformed', 'a field has no name', this.at)
    if (extension) {
      if (this.peek() !== 0x5d) throw new ScanError('malformed', 'the name of an extension does not end', this.at)
      this.at++
    }
    return name
  }

  /** Reads a string of one or more quoted parts, or a word. */
  value(): string {
    const first = this.peek()
    if (first !== QUOTE && first !== APOSTROPHE) {
      const word = this.word()
      if (word === '') throw new ScanError('malformed', 'a field has no value', this.at)
      return word
    }
    const bytes: number[] = []
    for (;;) {
      const quote = this.peek()
      if (quote !== QUOTE && quote !== APOSTROPHE) break
      this.quoted(quote, bytes)
      this.skipSpace()
    }
    return new TextDecoder().decode(Uint8Array.from(bytes))
  }

  private word(): string {
    let word = ''
    for (;;) {
      const byte = this.peek()
      // Letters, digits, and the other characters of numbers and names of extensions.
      const part =
        (byte >= 0x30 && byte <= 0x39) ||
        (byte >= 0x41 && byte <= 0x5a) ||
        (byte >= 0x61 && byte <= 0x7a) ||
        '_.-+/'.includes(String.fromCharCode(byte))
      if (byte === -1 || !part) return word
      if (word.length < MAX_VALUE) word += String.fromCharCode(byte)
      this.at++
    }
  }

  private quoted(quote: number, bytes: number[]): void {
    const start = this.at++
    for (;;) {
      const byte = this.peek()
      if (byte === -1) throw new ScanError('truncated', 'the text ends within a string', start)
      this.at++
      if (byte === quote) return
      const unescaped = byte === BACKSLASH ? this.escape() : [byte]
      if (bytes.length < MAX_VALUE) bytes.push(...unescaped)
    }
  }

  /** Reads an escape after its backslash as bytes. */
  private escape(): Iterable<number> {
    const byte = this.peek()
    this.at++
    if (byte >= 0x30 && byte <= 0x37) {
      let value = byte - 0x30
      for (let digit = 0; digit < 2 && this.peek() >= 0x30 && this.peek() <= 0x37; digit++) value = value * 8 + this.take() - 0x30
      return [value & 0xff]
    }
    if (byte === 0x78 || byte === 0x58) {
      const digits = this.hex(2)
      return [digits === '' ? byte : Number.parseInt(digits, 16)]
    }
    if (byte === 0x75) return this.unicode(4)
    if (byte === 0x55) return this.unicode(8)
    return [ESCAPES.get(byte) ?? Math.max(0, byte)]
  }

  /** Reads `\uXXXX` or `\UXXXXXXXX`; two in a row may be the surrogates of one character. */
  private unicode(length: number): Iterable<number> {
    const digits = this.hex(length)
    let code = Number.parseInt(digits, 16)
    if (digits.length < length || code > 0x10ffff) throw new ScanError('malformed', 'an escape is not a character', this.at)
    if (code >= 0xd800 && code < 0xdc00 && this.peek() === BACKSLASH) {
      this.at++
      if (this.take() !== 0x75) throw new ScanError('malformed', 'half of a character is missing', this.at)
      const low = Number.parseInt(this.hex(4), 16)
      code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00)
    }
    if (!(code <= 0x10ffff)) throw new ScanError('malformed', 'an escape is not a character', this.at)
    return new TextEncoder().encode(String.fromCodePoint(code))
  }

  private hex(most: number): string {
    let digits = ''
    while (digits.length < most && /[0-9a-fA-F]/.test(String.fromCharCode(Math.max(0, this.peek()))))
      digits += String.fromCharCode(this.take())
    return digits
  }

  private take(): number {
    const byte = this.peek()
    this.at++
    return byte
  }
}

const ESCAPES = new Map([...'abfnrtv'].map((letter, index) => [letter.charCodeAt(0), [7, 8, 12, 10, 13, 9, 11][index] ?? 0]))
