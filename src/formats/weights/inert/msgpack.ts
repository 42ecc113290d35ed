// Walks MessagePack values, and finds NumPy arrays and pickles in them.
import { ScanError } from '../../../bytes/errors.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import type { Range } from '../../../types/account.ts'
import { type BlockReader, blockReader } from '../../../wire/block-reader.ts'

/** Extension types of Flax (flax/serialization.py): array, complex number, NumPy scalar. */
const EXTENSIONS = new Set([1, 2, 3])
const ARRAYS = new Set([1, 3])
/** msgpack-python refuses what is nested deeper (MSGPACK_EMBED_STACK_SIZE). */
const MAX_DEPTH = 1024
const MAX_PENDING = 2 ** 32
const TICK = 50_000
/** Keys and words that say something are shorter. */
const MAX_WORD = 16
/** Types of NumPy and JAX that are numbers. */
const NUMERIC = /^(?:bool|u?int\d+|b?float\d+\w*|complex\d+)$/
/** `dtype.str` of numbers, as msgpack-numpy writes it. */
const NUMERIC_CODE = /^[<>=|][?biufc]\d{1,2}$/

/** Bytes of fixed data behind a byte (msgpack spec). */
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
/** The last of the types that are bytes and no text. */
const LAST_BINARY = 0xc6
/** Bytes of the length of a text or of bytes. */
const TEXTS = new Map([
  [0xc4, 1],
  [0xc5, 2],
  [0xc6, 4],
  [0xd9, 1],
  [0xda, 2],
  [0xdb, 4],
])
const EXT = new Map([
  [0xc7, 1],
  [0xc8, 2],
  [0xc9, 4],
])

/** What the walk comes upon. */
export interface MsgpackListener {
  /** Bytes that `msgpack_numpy.decode` unpickles: `data` of `{nd: true, kind: 'O', data}`. */
  pickle(bytes: Range): void
  /** A value of bytes that begins as zlib's data do: some program may have compressed it. */
  compressed(bytes: Range): void
  /** Elements of an array of numbers. */
  numbers(bytes: Range): void
  /** Called now and then; may throw to stop. */
  tick(): void
}

/** A map or an array whose items are being read. */
interface Frame {
  left: number
  readonly map: boolean
  key: string
  isKey: boolean
  readonly words: Map<string, string>
  data: Range | undefined
}

/**
 * Walks the MessagePack values of a file to its end: one, or maps and arrays in a row, which `Unpacker` gives out one by one.
 * @throws {ScanError} `malformed` where it is none, holds extension types that are not of Flax, or is followed by anything else; `truncated`; `limit`.
 */
export function walkMsgpack(source: ByteSource, listener: MsgpackListener): void {
  new Walker(source, listener).run()
}

/** No shorter value holds a payload. */
const LEAST_COMPRESSED = 24

/** Method and window, and a check over both (RFC 1950): what follows has to decode. */
function startsLikeZlib([method = 0, flags = 0]: Uint8Array): boolean {
  return method === 0x78 && (method * 256 + flags) % 31 === 0
}

/** Does a map or an array begin with this byte? */
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
      // Numbers and texts would make a MessagePack file of almost any bytes.
      if (!beginsContainer(this.reader.at(this.at, 1)[0])) throw new ScanError('malformed', 'bytes follow the value', this.at)
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
        throw new ScanError('truncated', 'more values are announced than fit', this.at)
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
      if (byte <= LAST_BINARY && length >= LEAST_COMPRESSED && startsLikeZlib(this.reader.at(this.at, 2)))
        this.listener.compressed({ offset: this.at, length })
      this.bytes(length)
    } else if (ext !== undefined) this.extension(this.uint(ext))
    else if (byte >= 0xd4 && byte <= 0xd8) this.extension(2 ** (byte - 0xd4))
    else if (byte === 0xdc || byte === 0xdd) this.open(false, this.uint(byte === 0xdc ? 2 : 4))
    else if (byte === 0xde || byte === 0xdf) this.open(true, this.uint(byte === 0xde ? 2 : 4))
    else throw new ScanError('malformed', `the byte ${byte}`, start)
  }

  private open(map: boolean, count: number): void {
    this.item(undefined)
    const items = map ? 2 * count : count
    this.pending += items
    if (items === 0) return
    if (this.frames.length >= MAX_DEPTH) throw new ScanError('limit', `values are nested deeper than ${MAX_DEPTH} levels`, this.at)
    this.frames.push({ left: items, map, key: '', isKey: true, words: new Map(), data: undefined })
  }

  /** A text or bytes; keys are either, as whoever wrote the file had it. */
  private bytes(length: number): void {
    const range = { offset: this.at, length }
    const word = length <= MAX_WORD ? new TextDecoder('latin1').decode(this.reader.at(this.at, length)) : undefined
    this.skip(length)
    this.item(word, range)
  }

  /** One more item of the innermost map or array. */
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

  /** Ends what has all of its items. */
  private close(): void {
    for (let frame = this.frames.at(-1); frame?.left === 0; frame = this.frames.at(-1)) {
      this.frames.pop()
      const { words, data } = frame
      // Maps have keys in any order, so that only their end tells.
      if (data === undefined) continue
      if (words.get('kind') === 'O') this.listener.pickle(data)
      else if (words.has('nd') && NUMERIC_CODE.test(words.get('type') ?? '')) this.listener.numbers(data)
    }
  }

  private extension(size: number): void {
    const type = this.uint(1)
    if (!EXTENSIONS.has(type)) throw new ScanError('malformed', `the extension type ${type}`, this.at)
    const end = this.at + size
    const data = ARRAYS.has(type) && size <= this.source.size - this.at ? this.flaxArray(end) : undefined
    if (data) this.listener.numbers(data)
    this.at = Math.min(this.at, end)
    this.item(undefined)
    this.skip(end - this.at)
  }

  /** `(shape, name of the type, bytes)` as MessagePack within the extension: the bytes, if they are numbers and fill it. */
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
      // The file ends within it.
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
