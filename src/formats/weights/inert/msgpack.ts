// Walks MessagePack values, and finds NumPy arrays and pickles in them.
import { ScanError } from '../../../bytes/errors.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import type { Range } from '../../../types/account.ts'
import { type BlockReader, blockReader } from '../../../wire/block-reader.ts'

/** Extension types of Flax (flax/serialization.py): array, complex number, NumPy scalar. */
const EXTENSIONS = new Set([1, 2, 3])
const ARRAYS = new Set([1, 3])
/** Maximum nesting depth of msgpack-python (MSGPACK_EMBED_STACK_SIZE). */
const MAX_DEPTH = 1024
const MAX_PENDING = 2 ** 32
const TICK = 50_000
/** Maximum length of the keys and values that are compared below. */
const MAX_WORD = 16
/** Numeric types of NumPy and JAX. */
const NUMERIC = /^(?:bool|u?int\d+|b?float\d+\w*|complex\d+)$/
/** `dtype.str` of numeric types, as msgpack-numpy writes it. */
const NUMERIC_CODE = /^[<>=|][?biufc]\d{1,2}$/

/** Number of data bytes after each type byte of fixed length (MessagePack specification). */
const FIXED = new Map([
  [0xc0, 0],
  [0xc2, 0],
  [0xc3, 0],
  [0xca, 4],
  [0xcb, 8],
  [0xcc, 1],
  [0xcd, 2],
  [0xce, 4],
  [0xcf, 8],
  [0xd0, 1],
  [0xd1, 2],
  [0xd2, 4],
  [0xd3, 8],
])
/** The last type byte of binary data; later ones are strings. */
const LAST_BINARY = 0xc6
/** Width of the length field of binary data (bin) and strings (str). */
const TEXTS = new Map([
  [0xc4, 1],
  [0xc5, 2],
  [0xc6, 4],
  [0xd9, 1],
  [0xda, 2],
  [0xdb, 4],
])
/** Width of the length field of extension values. */
const EXT = new Map([
  [0xc7, 1],
  [0xc8, 2],
  [0xc9, 4],
])

/** Receives what `walkMsgpack` finds. */
export interface MsgpackListener {
  /** A pickle that `msgpack_numpy.decode` loads: `data` of `{nd: true, kind: 'O', data}`. */
  pickle(bytes: Range): void
  /** A binary value that begins like zlib data. */
  compressed(bytes: Range): void
  /** The elements of a numeric array. */
  numbers(bytes: Range): void
  /** Called regularly; may throw to stop. */
  tick(): void
}

/** A map or an array that is being read. */
interface Frame {
  left: number
  readonly map: boolean
  key: string
  isKey: boolean
  readonly words: Map<string, string>
  data: Range | undefined
}

/**
 * Walks the MessagePack values of a whole file: one value, or several maps and arrays, which `Unpacker` yields one by
 * one.
 * @throws {ScanError} `malformed` if the file is not MessagePack, contains extension types other than Flax's, or has
 * other bytes after the values; `truncated`; `limit`.
 */
export function walkMsgpack(source: ByteSource, listener: MsgpackListener): void {
  new Walker(source, listener).run()
}

/** Minimum size of a compressed payload. */
const MIN_COMPRESSED = 24

/** Checks the zlib header: method and window, and the check bits over both bytes (RFC 1950). */
function startsLikeZlib([method = 0, flags = 0]: Uint8Array): boolean {
  return method === 0x78 && (method * 256 + flags) % 31 === 0
}

/** Whether this is the first byte of a map or an array. */
function beginsContainer(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x80 && byte <= 0x9f) || (byte >= 0xdc && byte <= 0xdf))
}

class Walker {
  private readonly source: ByteSource
  private readonly listener: MsgpackListener
  private readonly reader: BlockReader
  private readonly frames: Frame[] = []
  private at = 0
  private pending = 1
  private count = 0

  constructor(source: ByteSource, listener: MsgpackListener) {
    this.source = source
    this.listener = listener
    this.reader = blockReader(source, 64 * 1024)
  }

  run(): void {
    this.one()
    while (this.at < this.source.size) {
      // If numbers and strings were accepted here, almost any bytes would be MessagePack.
      if (!beginsContainer(this.reader.at(this.at, 1)[0])) throw new ScanError('malformed', 'other bytes follow the values', this.at)
      this.pending = 1
      this.one()
    }
  }

  private one(): void {
    while (this.pending > 0) {
      if (++this.count % TICK === 0) this.listener.tick()
      this.pending--
      this.value()
      if (this.pending > Math.min(MAX_PENDING, this.source.size - this.at))
        throw new ScanError('truncated', 'a map or array has more items than fit into the file', this.at)
      this.close()
    }
  }

  private value(): void {
    const start = this.at
    const byte = this.uint(1)
    const fixed = FIXED.get(byte)
    const text = TEXTS.get(byte)
    const ext = EXT.get(byte)
    if (byte < 0x80 || byte >= 0xe0) this.item(undefined)
    else if (byte <= 0x8f) this.open(true, byte & 15)
    else if (byte <= 0x9f) this.open(false, byte & 15)
    else if (byte <= 0xbf) this.bytes(byte & 31)
    else if (fixed !== undefined) {
      this.item(byte === 0xc3 ? 'true' : undefined)
      this.skip(fixed)
    } else if (text !== undefined) {
      const length = this.uint(text)
      if (byte <= LAST_BINARY && length >= MIN_COMPRESSED && startsLikeZlib(this.reader.at(this.at, 2)))
        this.listener.compressed({ offset: this.at, length })
      this.bytes(length)
    } else if (ext !== undefined) this.extension(this.uint(ext))
    else if (byte >= 0xd4 && byte <= 0xd8) this.extension(2 ** (byte - 0xd4))
    else if (byte === 0xdc || byte === 0xdd) this.open(false, this.uint(byte === 0xdc ? 2 : 4))
    else if (byte === 0xde || byte === 0xdf) this.open(true, this.uint(byte === 0xde ? 2 : 4))
    else throw new ScanError('malformed', `the byte ${byte} begins no value`, start)
  }

  private open(map: boolean, count: number): void {
    this.item(undefined)
    const items = map ? 2 * count : count
    this.pending += items
    if (items === 0) return
    if (this.frames.length >= MAX_DEPTH) throw new ScanError('limit', `values are nested deeper than ${MAX_DEPTH} levels`, this.at)
    this.frames.push({ left: items, map, key: '', isKey: true, words: new Map(), data: undefined })
  }

  /** A string or binary data. Keys may be either. */
  private bytes(length: number): void {
    const range = { offset: this.at, length }
    const word = length <= MAX_WORD ? new TextDecoder('latin1').decode(this.reader.at(this.at, length)) : undefined
    this.skip(length)
    this.item(word, range)
  }

  /** Counts an item of the innermost map or array, and stores what is needed of it. */
  private item(word: string | undefined, range?: Range): void {
    const frame = this.frames.at(-1)
    if (!frame) return
    frame.left--
    if (!frame.map) return
    if (frame.isKey) frame.key = word ?? ''
    else if (frame.key === 'data') frame.data = range
    else if (word !== undefined && ['nd', 'kind', 'type'].includes(frame.key)) frame.words.set(frame.key, word)
    frame.isKey = !frame.isKey
  }

  /** Closes every map and array whose items are complete. */
  private close(): void {
    for (let frame = this.frames.at(-1); frame?.left === 0; frame = this.frames.at(-1)) {
      this.frames.pop()
      const { words, data } = frame
      // The keys of a map may have any order, so that it is judged when it is complete.
      if (data === undefined) continue
      if (words.get('kind') === 'O') this.listener.pickle(data)
      else if (words.has('nd') && NUMERIC_CODE.test(words.get('type') ?? '')) this.listener.numbers(data)
    }
  }

  private extension(size: number): void {
    const type = this.uint(1)
    if (!EXTENSIONS.has(type)) throw new ScanError('malformed', `the extension type ${type} is not one of Flax`, this.at)
    const end = this.at + size
    const data = ARRAYS.has(type) && size <= this.source.size - this.at ? this.flaxArray(end) : undefined
    if (data) this.listener.numbers(data)
    this.at = Math.min(this.at, end)
    this.item(undefined)
    this.skip(end - this.at)
  }

  /**
   * Reads `(shape, name of the type, data)` in an extension value. Returns the range of the data if they are numbers
   * and end with the extension value.
   */
  private flaxArray(end: number): Range | undefined {
    const start = this.at
    try {
      if (this.uint(1) !== 0x93) return undefined
      const dimensions = this.uint(1)
      if (dimensions < 0x90 || dimensions > 0x9f) return undefined
      for (let index = 0; index < (dimensions & 15); index++) {
        const byte = this.uint(1)
        if (byte >= 0x80) this.skip(FIXED.get(byte) ?? 0)
      }
      const name = this.uint(1)
      if (name < 0xa0 || name > 0xbf) return undefined
      const type = new TextDecoder('latin1').decode(this.reader.at(this.at, name & 31))
      this.skip(name & 31)
      const width = TEXTS.get(this.uint(1))
      if (width === undefined) return undefined
      const length = this.uint(width)
      return this.at + length === end && NUMERIC.test(type) ? { offset: this.at, length } : undefined
    } catch (error) {
      // The file is truncated.
      if (error instanceof ScanError) return undefined
      throw error
    } finally {
      this.at = start
    }
  }

  private uint(width: number): number {
    const bytes = this.reader.at(this.at, width)
    if (bytes.length < width) throw new ScanError('truncated', 'the file ends within a value', this.at)
    this.at += width
    return bytes.reduce((value, byte) => value * 256 + byte, 0)
  }

  private skip(count: number): void {
    if (count > this.source.size - this.at) throw new ScanError('truncated', 'the file ends within a value', this.at)
    this.at += count
  }
}
