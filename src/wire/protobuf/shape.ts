// Recognises types of protocol buffer messages by their top-level fields.
import { ScanError } from '../../bytes/errors.ts'
import { type ByteSource, memorySource } from '../../bytes/source.ts'
import type { Prefilter } from '../../types/format.ts'
import { BYTES, FIXED32, FIXED64, type Field, GROUP_END, GROUP_START, ProtoReader, VARINT } from './fields.ts'

/**
 * Describes a message type by its top-level fields, since protocol buffers have no magic number: their numbers and wire
 * types, and one field whose content proves the type.
 */
export interface Shape {
  /** Wire type of each top-level field. */
  readonly fields: Readonly<Record<number, number>>
  /** True when the content of this field proves the type. May throw `ScanError`, which means no. */
  proves(reader: ProtoReader, field: Field): boolean
}

/** Whether bytes are a message of a type; `unsure` where only a beginning was read. */
export type Likeness = 'yes' | 'no' | 'unsure'

/** Maximum number of top-level fields that are read; a GraphDef has one for each node. */
const MAX_FIELDS = 1_000_000

/**
 * Returns whether bytes are a message of that type. Unknown fields are legal, so a file with some of them is one only
 * if it can be read to its end. `promised`: its name promises the type; then a proof is enough, and a known number with
 * another wire type, which parsers skip, is no counter-proof. `size`: the size of the message where `source` has only
 * the beginning; the answer is then `unsure` if the beginning is not enough.
 */
export function likeness(source: ByteSource, shape: Shape, promised: boolean, size: number = source.size): Likeness {
  const reader = new ProtoReader(source, undefined, size)
  return judge(reader, walkOnce(reader), source.size, size, shape, promised)
}

/**
 * Returns the top-level fields of a message by index, the error that ends them, or undefined after the last. Called in
 * order.
 */
type Walk = (index: number) => Field | ScanError | undefined

function walkOnce(reader: ProtoReader): Walk {
  const fields = reader.fields(reader.root)
  return () => step(fields)
}

function step(fields: Iterator<Field, void>): Field | ScanError | undefined {
  try {
    return fields.next().value ?? undefined
  } catch (error) {
    if (error instanceof ScanError) return error
    throw error
  }
}

/** Decides from the fields of a message of `size` bytes, of which the first `there` bytes are available. */
function judge(reader: ProtoReader, walk: Walk, there: number, size: number, shape: Shape, promised: boolean): Likeness {
  const whole = size === there
  let proven = false
  let strange = 0
  let fields = 0
  for (let field = walk(0); field !== undefined; field = walk(fields)) {
    if (field instanceof ScanError) return isCut(field, there, size) && (promised || fields < FEW) ? 'unsure' : 'no'
    const wire = shape.fields[field.number]
    if (wire === field.wire) proven ||= proves(shape, reader, field)
    else if (wire === undefined || promised) strange++
    else return 'no'
    if (proven && (promised || strange === 0)) return 'yes'
    if (++fields > MAX_FIELDS) return 'no'
    if (!whole && field.end >= there) return promised || fields < FEW ? 'unsure' : 'no'
  }
  return proven ? 'yes' : 'no'
}

/**
 * With this many fields and no proof among them the rest is not read: other messages are lists of thousands of parts.
 */
const FEW = 32

/** Bytes of a field's key and length: an error this close to the end of a beginning is due to the cut. */
const MARGIN = 20

function proves(shape: Shape, reader: ProtoReader, field: Field): boolean {
  try {
    return shape.proves(reader, field)
  } catch (error) {
    if (error instanceof ScanError) return false
    throw error
  }
}

/**
 * Does the same for `Format.match` from the first bytes alone. `possible` means that the whole must be read, which
 * needs random access, so that for a stream (`size` undefined) only a proof or a promised name counts. With `promised`
 * it may be cut off.
 */
export function headLikeness(head: Uint8Array, size: number | undefined, shape: Shape, promised: boolean): 'possible' | 'no' {
  if (head.length < 2 || !canBegin(head[0] ?? 0, shape, promised)) return 'no'
  const { reader, walk, isBroken } = walkHead(head, promised || size === undefined ? UNBOUNDED : size)
  // An unknown field is accepted only if all fields can be read. This is checked once for all types and rules out most
  // heads.
  const first = walk(0)
  if (!promised && first !== undefined && !(first instanceof ScanError) && shape.fields[first.number] === undefined && isBroken())
    return 'no'
  const answer = judge(reader, walk, head.length, reader.root.end, shape, promised)
  return (answer === 'yes' || (answer === 'unsure' && (promised || size !== undefined))) && !isText(head) ? 'possible' : 'no'
}

interface HeadWalk {
  readonly head: Uint8Array
  readonly size: number
  readonly reader: ProtoReader
  readonly walk: Walk
  /** True when the fields are broken before the end of the head. */
  isBroken(): boolean
}

/** Cache of one entry, replaced at the next artifact: all message types ask about the same head in a row. */
let lastHeadCache: HeadWalk | undefined

/** Reads the top-level fields of a head, once for all types that ask about the artifact that is being matched. */
function walkHead(head: Uint8Array, size: number): HeadWalk {
  if (lastHeadCache?.head === head && lastHeadCache.size === size) return lastHeadCache
  const reader = new ProtoReader(memorySource(head), undefined, size)
  const walk = remembered(reader.fields(reader.root))
  let broken: boolean | undefined
  const isBroken = (): boolean => {
    broken ??= hasBadKey(head) || breaks(walk, head.length, reader.root.end)
    return broken
  }
  lastHeadCache = { head, size, reader, walk, isBroken }
  return lastHeadCache
}

/**
 * True when the head certainly has a key that no parser accepts. Avoids an error that is thrown and caught, which would
 * cost as much as the rest of the detection, and which most files would cause.
 */
function hasBadKey(head: Uint8Array): boolean {
  let at = 0
  while (at < head.length) {
    const key = numberAt(head, at)
    if (key === undefined) return false
    const wire = key.value % 8
    const number = Math.floor(key.value / 8)
    if (number < 1 || number > 0x1fffffff || wire === GROUP_END || wire > FIXED32) return true
    if (wire === GROUP_START) return false
    const length = wire === VARINT || wire === BYTES ? numberAt(head, key.end) : undefined
    if (wire === FIXED64) at = key.end + 8
    else if (wire === FIXED32) at = key.end + 4
    else if (length === undefined) return false
    else at = length.end + (wire === BYTES ? length.value : 0)
  }
  return false
}

/** Reads a number of up to five bytes within the head. */
function numberAt(head: Uint8Array, start: number): { readonly value: number; readonly end: number } | undefined {
  let value = 0
  let scale = 1
  for (let at = start; at < start + 5; at++) {
    const byte = head[at]
    if (byte === undefined) return undefined
    value += (byte & 0x7f) * scale
    if (byte < 0x80) return { value, end: at + 1 }
    scale *= 128
  }
  return undefined
}

function breaks(walk: Walk, there: number, size: number): boolean {
  for (let index = 0; ; index++) {
    const field = walk(index)
    if (field === undefined) return false
    if (field instanceof ScanError) return !isCut(field, there, size)
    if (size !== there && field.end >= there) return false
  }
}

/** True for an error that is due to the end of a beginning, and not to its bytes. */
function isCut(error: ScanError, there: number, size: number): boolean {
  return size !== there && error.why === 'truncated' && (error.offset ?? 0) > there - MARGIN
}

/** Returns fields by index from an iterator, so that all message types share them. */
function remembered(fields: Iterator<Field, void>): Walk {
  const taken: (Field | ScanError | undefined)[] = []
  return (index) => {
    while (taken.length <= index && (taken.length === 0 || taken.at(-1) !== undefined)) taken.push(step(fields))
    return taken[index]
  }
}

/**
 * Returns the first bytes of a message of that type under a name that does not promise it; promised names pass anyway.
 */
export function prefilterOf(shape: Shape, extensions: readonly string[]): Prefilter {
  return { first: (key) => canBegin(key, shape, false), extensions }
}

/** True when a message of that type can begin with this byte. Rules out most files that are no message. */
function canBegin(key: number, shape: Shape, promised: boolean): boolean {
  const wire = key & 7
  if (wire > 5) return false
  if (key >= 0x80) return true
  const number = key >> 3
  const expected = shape.fields[number]
  return number > 0 && (promised || expected === undefined || expected === wire)
}

/** True when the whole file is a message of that type. */
export function isMessage(source: ByteSource, shape: Shape, promised: boolean): boolean {
  return likeness(source, shape, promised, promised ? UNBOUNDED : source.size) === 'yes'
}

const UNBOUNDED = Number.MAX_SAFE_INTEGER

/** True for text, which has no control characters and no invalid UTF-8, unlike the tags and lengths of messages. */
function isText(head: Uint8Array): boolean {
  if (head.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}

/** True when a field is a name: not empty, up to `max` bytes of printable ASCII. */
export function isName(reader: ProtoReader, field: Field, max: number): boolean {
  if (field.wire !== BYTES || field.end === field.start || field.end - field.start > max) return false
  return reader.bytes(field, max).every((byte) => byte > 32 && byte < 127)
}
