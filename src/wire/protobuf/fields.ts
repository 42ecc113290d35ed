// Reads protocol buffers without a schema, field by field.
import { ScanError } from '../../bytes/errors.ts'
import type { ByteSource } from '../../bytes/source.ts'

/**
 * A length-delimited field, or the whole file: bytes `start … end` that may be a message, a string or packed numbers.
 */
export interface Span {
  readonly start: number
  readonly end: number
  readonly depth: number
}

/** One field. `value` is the number of a varint (exact up to 2^53) and 0 for others; the span is empty for numbers. */
export interface Field extends Span {
  readonly number: number
  readonly wire: number
  readonly value: number
}

/** Wire types. */
export const VARINT = 0
export const FIXED64 = 1
export const BYTES = 2
export const GROUP_START = 3
export const GROUP_END = 4
export const FIXED32 = 5

/** Bytes that are read at once. Larger pieces read more around each jump, smaller ones cost more calls. */
const PIECE = 16 * 1024
/** Bytes of the first read, since most files turn out to be something else. */
const FIRST_PIECE = 256
/** Maximum nesting depth, the limit of Google's parsers. */
const MAX_DEPTH = 100
const MAX_VARINT = 10

const DECODER = new TextDecoder()

/** Reads messages field by field (protobuf.dev/programming-guides/encoding). Skipped fields are never read. */
export class ProtoReader {
  private readonly source: ByteSource
  /** Called for each piece that is read; throws to stop. */
  private readonly tick: () => void
  private piece: Uint8Array = new Uint8Array(0)
  private step = FIRST_PIECE
  private base = 0
  private readonly limit: number
  /** Offset after the number that `varint` read last. */
  private after = 0

  /**
   * `size`: the size of the message where `source` contains only its beginning. Reading past the source throws
   * `truncated`.
   */
  constructor(source: ByteSource, tick: () => void = () => undefined, size: number = source.size) {
    this.source = source
    this.tick = tick
    this.limit = size
  }

  /** Returns the whole input as one message. */
  get root(): Span {
    return { start: 0, end: this.limit, depth: 0 }
  }

  /**
   * Returns the fields of a message in the order of the file. Groups are skipped.
   * @throws {ScanError} `malformed` for bytes that no parser accepts, `truncated` where the input ends within a field,
   * `limit` for deep nesting.
   */
  *fields(message: Span): Generator<Field, void, undefined> {
    if (message.depth > MAX_DEPTH) throw new ScanError('limit', `messages are nested deeper than ${MAX_DEPTH} levels`, message.start)
    let at = message.start
    while (at < message.end) {
      const key = this.varint(at, message.end)
      const number = Math.floor(key / 8)
      const wire = key % 8
      if (number < 1 || number > 0x1fffffff) throw new ScanError('malformed', `there is no field number ${number}`, at)
      at = this.after
      if (wire === GROUP_START) {
        at = this.skipGroup(at, message.end)
        continue
      }
      const field = this.payload(number, wire, at, message)
      at = wire === VARINT ? this.after : field.end
      yield field
    }
  }

  /** Returns the bytes of a field as text, cut to `max` bytes. Invalid UTF-8 becomes U+FFFD. */
  text(span: Span, max: number): string {
    return DECODER.decode(this.view(span, max))
  }

  /** Returns a copy of the bytes of a field, cut to `max`. */
  bytes(span: Span, max: number): Uint8Array {
    return this.view(span, max).slice()
  }

  private view(span: Span, max: number): Uint8Array {
    const length = Math.min(max, span.end - span.start)
    const from = span.start - this.base
    if (from >= 0 && from + length <= this.piece.length) return this.piece.subarray(from, from + length)
    const bytes = this.source.read(span.start, length)
    if (bytes.length < length) throw new ScanError('truncated', 'the file ends within a field', span.start)
    return bytes
  }

  private payload(number: number, wire: number, at: number, message: Span): Field {
    const depth = message.depth + 1
    switch (wire) {
      case VARINT:
        return { number, wire, value: this.varint(at, message.end), start: at, end: at, depth }
      case FIXED64:
      case FIXED32: {
        const end = at + (wire === FIXED64 ? 8 : 4)
        this.within(end, at, message.end)
        return { number, wire, value: 0, start: at, end, depth }
      }
      case BYTES: {
        const length = this.varint(at, message.end)
        const start = this.after
        this.within(start + length, at, message.end)
        return { number, wire, value: 0, start, end: start + length, depth }
      }
      default:
        throw new ScanError('malformed', `there is no wire type ${wire}`, at)
    }
  }

  private within(end: number, at: number, limit: number): void {
    if (end <= limit) return
    throw new ScanError(limit === this.limit ? 'truncated' : 'malformed', 'a field is longer than its message', at)
  }

  /** Skips a deprecated group by counting its start and end tags. */
  private skipGroup(start: number, limit: number): number {
    let at = start
    let open = 1
    while (open > 0) {
      const key = this.varint(at, limit)
      at = this.after
      const wire = key % 8
      if (wire === GROUP_START) open++
      else if (wire === GROUP_END) open--
      else {
        const { end } = this.payload(1, wire, at, { start, end: limit, depth: 0 })
        at = wire === VARINT ? this.after : end
      }
    }
    return at
  }

  /** Reads the number at `start` and sets `after`. */
  private varint(start: number, limit: number): number {
    let value = 0
    let scale = 1
    for (let index = 0; index < MAX_VARINT; index++) {
      const at = start + index
      if (at >= limit) throw new ScanError(limit === this.limit ? 'truncated' : 'malformed', 'a number is cut off', start)
      const byte = this.byteAt(at)
      value += (byte & 0x7f) * scale
      if (byte < 0x80) {
        this.after = at + 1
        return value
      }
      scale *= 128
    }
    throw new ScanError('malformed', `a number has more than ${MAX_VARINT} bytes`, start)
  }

  private byteAt(at: number): number {
    const index = at - this.base
    const byte = index >= 0 ? this.piece[index] : undefined
    if (byte !== undefined) return byte
    this.tick()
    this.piece = this.source.read(at, this.step)
    this.step = Math.min(PIECE, this.step * 4)
    this.base = at
    const first = this.piece[0]
    if (first === undefined) throw new ScanError('truncated', 'the file ends within a message', at)
    return first
  }
}
