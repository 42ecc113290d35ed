// Reads marshalled Python objects of one layout and collects code objects and texts.
import { ScanError } from '../../bytes/errors.ts'
import { latin1 } from '../../bytes/latin1.ts'

/** Layout of code objects, named after the first Python version that wrote it. */
export type Layout = '3.11' | '3.8' | '3.0' | '2.7'

/** A code object, with the names and texts it uses. */
export interface CodeObject {
  readonly name: string
  readonly filename: string
  /** Globals, attributes and imports, in the order of their first use (co_names). */
  readonly names: readonly string[]
  /** Texts among its constants and in nested tuples, each at most 512 characters. */
  readonly strings: readonly string[]
  /** The bytecode. */
  readonly code: Uint8Array
  readonly layout: Layout
}

/** The code objects and texts in a marshal stream. */
export interface MarshalReading {
  /** Every code object, the outermost last. */
  readonly codes: readonly CodeObject[]
  /** Texts outside of code objects; all identifiers where the layout is unknown. */
  readonly strings: readonly string[]
  /** False where no layout fits. */
  readonly complete: boolean
  /** Offset after the object. */
  readonly end: number
}

interface Shape {
  readonly layout: Layout
  /** Number of 32-bit numbers before the bytecode. */
  readonly numbers: number
  /** Number of objects between the names and the file name. */
  readonly between: number
  /** A qualified name follows the name. */
  readonly qualified: boolean
  /** Number of tables after the first line number. */
  readonly tables: number
}

/** Layouts in the order in which they are tried; a wrong one fails at once on the type of the bytecode. */
export const LAYOUTS: readonly Shape[] = [
  { layout: '3.11', numbers: 5, between: 2, qualified: true, tables: 2 },
  { layout: '3.8', numbers: 6, between: 3, qualified: false, tables: 1 },
  { layout: '3.0', numbers: 5, between: 3, qualified: false, tables: 1 },
  { layout: '2.7', numbers: 4, between: 3, qualified: false, tables: 1 },
]

/** Maximum nesting depth. CPython's limit is 2,000, but real code nests a few levels. */
const MAX_DEPTH = 200
const MAX_OBJECTS = 500_000
const MAX_STRINGS = 1024
const MAX_STRING = 512
/** Maximum number of values that are searched for texts: references can make a tuple contain itself a million times. */
const MAX_FLATTENED = 4096

type Value = string | Uint8Array | readonly Value[] | CodeObject | undefined

const NULL = Symbol('NULL')

/** Reads one marshalled object by one layout. */
export class MarshalReader {
  private readonly bytes: Uint8Array
  private readonly view: DataView
  private readonly shape: Shape
  private readonly refs: Value[] = []
  private readonly interned: Value[] = []
  private readonly codes: CodeObject[] = []
  private at = 0
  private objects = 0

  constructor(bytes: Uint8Array, shape: Shape) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.shape = shape
  }

  /** @throws {ScanError} where the bytes do not have this layout. */
  read(): MarshalReading {
    const value = this.object(0)
    if (value === NULL) throw this.malformed('NULL in place of an object')
    return { codes: this.codes, strings: texts(value, this.shape.layout === '2.7'), complete: true, end: this.at }
  }

  private object(depth: number): Value | typeof NULL {
    if (depth > MAX_DEPTH || ++this.objects > MAX_OBJECTS) throw new ScanError('limit', 'marshalled data are nested too deeply', this.at)
    const type = this.byte()
    const slot = (type & 0x80) !== 0 ? this.refs.push(undefined) - 1 : -1
    const value = this.valueOf(String.fromCharCode(type & 0x7f), depth)
    if (slot >= 0 && value !== NULL) this.refs[slot] = value
    return value
  }

  private valueOf(type: string, depth: number): Value | typeof NULL {
    switch (type) {
      case '0':
        return NULL
      case 'N':
      case 'F':
      case 'T':
      case 'S':
      case '.':
        return undefined
      case 'i':
        return this.skip(4)
      case 'I':
      case 'g':
        return this.skip(8)
      case 'y':
        return this.skip(16)
      case 'f':
        return this.skip(this.byte())
      case 'x':
        this.skip(this.byte())
        return this.skip(this.byte())
      case 'l':
        return this.skip(Math.abs(this.int()) * 2)
      case 's':
        return this.take(this.size())
      case 't': {
        const text = beginning(this.take(this.size()))
        this.interned.push(text)
        return text
      }
      case 'a':
      case 'A':
        return beginning(this.take(this.size()))
      case 'z':
      case 'Z':
        return beginning(this.take(this.byte()))
      case 'u':
        return UTF8.decode(this.take(this.size()))
      case 'r':
        return this.reference(this.refs)
      case 'R':
        return this.reference(this.interned)
      case ')':
        return this.items(this.byte(), depth)
      case '(':
      case '[':
      case '<':
      case '>':
        return this.items(this.size(), depth)
      case ':':
        return this.items(3, depth)
      case '{':
        return this.entries(depth)
      case 'c':
        return this.code(depth)
      default:
        throw this.malformed('an unknown type of marshalled data')
    }
  }

  private items(count: number, depth: number): Value {
    const items: Value[] = []
    for (let index = 0; index < count; index++) items.push(this.value(depth))
    return items
  }

  private entries(depth: number): Value {
    const entries: Value[] = []
    for (;;) {
      const key = this.object(depth + 1)
      if (key === NULL) return entries
      entries.push(key, this.value(depth))
    }
  }

  private code(depth: number): CodeObject {
    const { layout, numbers, between, qualified, tables } = this.shape
    this.skip(numbers * 4)
    const bytecode = this.value(depth)
    if (!(bytecode instanceof Uint8Array)) throw this.malformed('the bytecode is not a bytes object')
    const constants = this.value(depth)
    const names = this.value(depth)
    for (let index = 0; index < between; index++) this.value(depth)
    const filename = this.text(depth)
    const name = this.text(depth)
    if (qualified) this.value(depth)
    this.skip(4)
    for (let index = 0; index < tables; index++) this.value(depth)
    const python2 = layout === '2.7'
    if (!Array.isArray(names) || !Array.isArray(constants)) throw this.malformed('the names are not a tuple')
    const code = { name, filename, names: texts(names, python2), strings: texts(constants, true), code: bytecode, layout }
    this.codes.push(code)
    return code
  }

  private text(depth: number): string {
    const value = this.value(depth)
    if (typeof value === 'string') return value
    if (value instanceof Uint8Array) return beginning(value)
    throw this.malformed('a name is not a text')
  }

  private value(depth: number): Value {
    const value = this.object(depth + 1)
    if (value === NULL) throw this.malformed('NULL in place of an object')
    return value
  }

  private reference(list: readonly Value[]): Value {
    const index = this.size()
    if (index >= list.length) throw this.malformed('a reference to no object')
    return list[index]
  }

  private byte(): number {
    const byte = this.bytes[this.at]
    if (byte === undefined) throw new ScanError('truncated', 'marshalled data end early', this.at)
    this.at++
    return byte
  }

  private int(): number {
    if (this.at + 4 > this.bytes.length) throw new ScanError('truncated', 'marshalled data end early', this.at)
    const value = this.view.getInt32(this.at, true)
    this.at += 4
    return value
  }

  /** A count of bytes or items: each takes at least one byte. */
  private size(): number {
    const size = this.int()
    if (size < 0 || size > this.bytes.length) throw this.malformed('a size is larger than the data')
    return size
  }

  private skip(count: number): undefined {
    if (this.at + count > this.bytes.length) throw new ScanError('truncated', 'marshalled data end early', this.at)
    this.at += count
    return undefined
  }

  private take(count: number): Uint8Array {
    const start = this.at
    this.skip(count)
    return this.bytes.subarray(start, start + count)
  }

  private malformed(message: string): ScanError {
    return new ScanError('malformed', message, this.at)
  }
}

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * Returns the texts in a value and its containers; with `withBytes` also bytes, as names of Python 2 and payloads are.
 */
function texts(value: Value, withBytes: boolean): readonly string[] {
  const found: string[] = []
  let looked = 0
  const walk = (item: Value, depth: number): void => {
    if (++looked > MAX_FLATTENED || found.length >= MAX_STRINGS) return
    if (typeof item === 'string') found.push(item.slice(0, MAX_STRING))
    else if (item instanceof Uint8Array) {
      if (withBytes) found.push(beginning(item.subarray(0, MAX_STRING)))
    } else if (Array.isArray(item) && depth < 6) for (const part of item) walk(part, depth + 1)
  }
  walk(value, 0)
  return found
}

/** Returns the first 4,096 characters of a text; names are shorter. */
function beginning(bytes: Uint8Array): string {
  return latin1(bytes.subarray(0, 4096))
}
