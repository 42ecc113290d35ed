import { ScanError } from '../../bytes/errors.ts'
import { type ByteSource, memorySource } from '../../bytes/source.ts'
import type { Prefilter } from '../../types/format.ts'
import { BYTES, FIXED32, FIXED64, type Field, GROUP_END, GROUP_START, ProtoReader, VARINT } from './fields.ts'

/**
 * Protocol buffers have no magic number. A message type is told by the fields at its top: their numbers and wire types, and one field whose
 * content proves the type.
 */
export interface Shape {
  /** Wire type of each field that the type has at its top. */
  readonly fields: Readonly<Record<number, number>>
  /** Whether this field's content can be nothing else. May throw `ScanError`, which means no. */
  proves(reader: ProtoReader, field: Field): boolean
}

export type Likeness = 'yes' | 'no' | 'unsure'

/** Fields at the top that are looked at; a GraphDef has one for each node. */
const MAX_FIELDS = 1_000_000

/**
 * Whether bytes are a message of that shape. Unknown fields are legal, so a file with some of them is one only if it can be walked to its very end.
 * `claimed`: its name says that it is one; then a proof is enough, and also a known number with another wire type, which parsers pass over, is no
 * counter-proof. `size`: the size of the whole, where `source` has only the beginning; the answer is then `unsure` if the beginning does not tell.
 */
export function likeness(source: ByteSource, shape: Shape, claimed: boolean, size: number = source.size): Likeness {
  const reader = new ProtoReader(source, undefined, size)
  return judge(reader, walkOnce(reader), source.size, size, shape, claimed)
}

/** The fields at the top of a message by their place; what breaks the walk, or undefined behind the last one. Asked for in order. */
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

/** `there`: how much of a message of `size` bytes is there. */
function judge(reader: ProtoReader, walk: Walk, there: number, size: number, shape: Shape, claimed: boolean): Likeness {
  const whole = size === there
  let proven = false
  let strange = 0
  let fields = 0
  for (let field = walk(0); field !== undefined; field = walk(fields)) {
    if (field instanceof ScanError) return isCut(field, there, size) && (claimed || fields < FEW) ? 'unsure' : 'no'
    const wire = shape.fields[field.number]
    if (wire === field.wire) proven ||= proves(shape, reader, field)
    else if (wire === undefined || claimed) strange++
    else return 'no'
    if (proven && (claimed || strange === 0)) return 'yes'
    if (++fields > MAX_FIELDS) return 'no'
    if (!whole && field.end >= there) return claimed || fields < FEW ? 'unsure' : 'no'
  }
  return proven ? 'yes' : 'no'
}

/** A beginning with so many fields and no proof among them is not worth a second look: other messages are lists of thousands of parts. */
const FEW = 32

/** A field's key and length fit in this many bytes: an error this close to the end of a beginning is due to the cut. */
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
 * The cheap form for `Format.match`: only the first bytes are looked at. `possible` means that the whole has to be walked, which needs random access,
 * so that for a stream (`size` undefined) only a proof or its name counts. `claimed`: the name says that it is one, so that it may also be cut short.
 */
export function headLikeness(head: Uint8Array, size: number | undefined, shape: Shape, claimed: boolean): 'possible' | 'no' {
  if (head.length < 2 || !canBegin(head[0] ?? 0, shape, claimed)) return 'no'
  const { reader, walk, isBroken } = walkHead(head, claimed || size === undefined ? UNBOUNDED : size)
  // A field that the type does not have is taken only if all can be walked: one look, for all types, spares most heads the rest.
  const first = walk(0)
  if (!claimed && first !== undefined && !(first instanceof ScanError) && shape.fields[first.number] === undefined && isBroken())
    return 'no'
  const answer = judge(reader, walk, head.length, reader.root.end, shape, claimed)
  return (answer === 'yes' || (answer === 'unsure' && (claimed || size !== undefined))) && !isText(head) ? 'possible' : 'no'
}

interface HeadWalk {
  readonly head: Uint8Array
  readonly size: number
  readonly reader: ProtoReader
  readonly walk: Walk
  /** The bytes stop to be fields before the end of the head. */
  isBroken(): boolean
}

let latest: HeadWalk | undefined

/** The fields at the top of a head, walked once for all shapes that ask about the artifact that is being matched. */
function walkHead(head: Uint8Array, size: number): HeadWalk {
  if (latest?.head === head && latest.size === size) return latest
  const reader = new ProtoReader(memorySource(head), undefined, size)
  const walk = remembered(reader.fields(reader.root))
  let broken: boolean | undefined
  const isBroken = (): boolean => {
    broken ??= hasBadKey(head) || breaks(walk, head.length, reader.root.end)
    return broken
  }
  latest = { head, size, reader, walk, isBroken }
  return latest
}

/**
 * Does the walk over the top of the head surely come to a key that no parser accepts? The same as walking, for plain fields only: an error that is thrown
 * and caught costs as much as the rest of the detection, and most files come to one.
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

/** A number of up to five bytes within the head. */
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

/** An error that is due to the end of a beginning, and not to the bytes. */
function isCut(error: ScanError, there: number, size: number): boolean {
  return size !== there && error.why === 'truncated' && (error.offset ?? 0) > there - MARGIN
}

/** The same steps for everybody who walks, each taken when the first one comes to it. */
function remembered(fields: Iterator<Field, void>): Walk {
  const taken: (Field | ScanError | undefined)[] = []
  return (index) => {
    while (taken.length <= index && (taken.length === 0 || taken.at(-1) !== undefined)) taken.push(step(fields))
    return taken[index]
  }
}

/** How a message of that shape begins, under a name that does not claim to be one; under one that does, anyhow. */
export function openingOf(shape: Shape, extensions: readonly string[]): Prefilter {
  return { first: (key) => canBegin(key, shape, false), extensions }
}

/** Can a message of that shape begin with this byte? Spares most of what is no message the walk. */
function canBegin(key: number, shape: Shape, claimed: boolean): boolean {
  const wire = key & 7
  if (wire > 5) return false
  if (key >= 0x80) return true
  const number = key >> 3
  const expected = shape.fields[number]
  return number > 0 && (claimed || expected === undefined || expected === wire)
}

/** The same for `Format.scan`, over the whole file. */
export function isMessage(source: ByteSource, shape: Shape, claimed: boolean): boolean {
  return likeness(source, shape, claimed, claimed ? UNBOUNDED : source.size) === 'yes'
}

const UNBOUNDED = Number.MAX_SAFE_INTEGER

/** Tags and lengths are small or large numbers: text has neither control characters nor broken UTF-8. */
function isText(head: Uint8Array): boolean {
  if (head.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Whether a field holds a name: not empty, up to `max` bytes of printable ASCII. */
export function isName(reader: ProtoReader, field: Field, max: number): boolean {
  if (field.wire !== BYTES || field.end === field.start || field.end - field.start > max) return false
  return reader.bytes(field, max).every((byte) => byte > 32 && byte < 127)
}
