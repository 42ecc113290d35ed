// Reads the datatypes and dataspaces of an HDF5 file, and finds the texts within an element.
import type { Fields, Structure } from './fields.ts'

/** Datatype classes (specification IV.A.2.d). */
const CLASS = {
  integer: 0,
  float: 1,
  time: 2,
  string: 3,
  bits: 4,
  opaque: 5,
  compound: 6,
  reference: 7,
  enumeration: 8,
  variable: 9,
  array: 10,
  complex: 11,
} as const

/** The type of the elements of a dataset or attribute. */
export interface Datatype {
  readonly class: number
  /** Bytes of one element as stored. */
  readonly size: number
  /** The element type of a variable-length sequence, an array, an enumeration or a complex number. */
  readonly base: Datatype | undefined
  /** The fields of a compound, with their offsets in the element. */
  readonly members?: readonly { readonly at: number; readonly type: Datatype }[]
}

/** The dimensions of a dataset or attribute. */
export interface Dataspace {
  /** Current dimensions; empty for a single value. */
  readonly shape: readonly number[]
  /** The maximum size of each dimension; infinite where it is unlimited. */
  readonly most: readonly number[]
  /** Number of elements; 0 for a null dataspace. May be larger than any memory. */
  readonly count: number
}

/** Head of a datatype message: the class in the lower and the version in the upper four bits of the first byte. */
const TYPE_HEAD = { classAndVersion: 1, bits: 3, size: 4 } as const satisfies Structure

const MAX_DEPTH = 16
/** Size of the properties of the classes where it is fixed, in bytes. */
const PROPERTIES = new Map<number, number>([
  [CLASS.integer, 4],
  [CLASS.float, 12],
  [CLASS.time, 2],
  [CLASS.bits, 4],
])

/** Reads a datatype with its parts. `nested`: other fields follow it, so that it is read to its last byte. */
export function readDatatype(fields: Fields, nested = false, depth = 0): Datatype {
  const { classAndVersion, bits, size } = fields.record(TYPE_HEAD)
  const version = classAndVersion >> 4
  const kind = classAndVersion & 0x0f
  if (depth >= MAX_DEPTH) throw fields.broken('a datatype nested too deeply')
  const part = (): Datatype => readDatatype(fields, true, depth + 1)
  switch (kind) {
    case CLASS.variable:
    case CLASS.complex:
      return { class: kind, size, base: part() }
    case CLASS.array: {
      const rank = fields.uint(1)
      // Before version 3 there are reserved bytes, and a permutation index for each dimension.
      if (version < 3) fields.skip(3)
      fields.skip(rank * (version < 3 ? 8 : 4))
      return { class: kind, size, base: part() }
    }
    case CLASS.enumeration: {
      const base = part()
      if (nested) {
        const names = bits & 0xffff
        for (let i = 0; i < names; i++) skipName(fields, version)
        fields.skip(names * base.size)
      }
      return { class: kind, size, base }
    }
    case CLASS.compound:
      return { class: kind, size, base: undefined, members: readMembers(fields, version, bits & 0xffff, size, part) }
    case CLASS.opaque:
      if (nested) fields.skip(Math.ceil((bits & 0xff) / 8) * 8)
      return { class: kind, size, base: undefined }
    default:
      if (nested) fields.skip(PROPERTIES.get(kind) ?? 0)
      return { class: kind, size, base: undefined }
  }
}

/** Dimensions of a compound's field in version 1, before the size of each of the four. */
const MEMBER_1 = { rank: 1, reserved1: 3, permutation: 4, reserved2: 4 } as const satisfies Structure
const MEMBER_1_DIMENSIONS = 4

function readMembers(
  fields: Fields,
  version: number,
  count: number,
  size: number,
  part: () => Datatype,
): readonly { readonly at: number; readonly type: Datatype }[] {
  const members: { readonly at: number; readonly type: Datatype }[] = []
  const width = version < 3 ? 4 : size < 0x100 ? 1 : size < 0x10000 ? 2 : size < 0x1000000 ? 3 : 4
  for (let i = 0; i < count; i++) {
    skipName(fields, version)
    const at = fields.uint(width)
    // In version 1 a field has dimensions, and is that many elements of its type.
    let times = 1
    if (version === 1) {
      const { rank } = fields.record(MEMBER_1)
      for (let axis = 0; axis < MEMBER_1_DIMENSIONS; axis++) {
        const length = fields.uint(4)
        if (axis < rank) times *= length
      }
    }
    const type = part()
    members.push({ at, type: times === 1 ? type : { class: CLASS.array, size: type.size * times, base: type } })
  }
  return members
}

/** Moves past the name of a field; before version 3 it is padded with NULs to a multiple of eight bytes. */
function skipName(fields: Fields, version: number): void {
  const start = fields.pos
  fields.skipName()
  if (version < 3) fields.skip((8 - ((fields.pos - start) % 8)) % 8)
}

/**
 * Returns which bytes elements of the type contain: `text` for strings and opaque bytes, `numbers` for numbers of one
 * byte each. Values of variable length are elsewhere and do not count.
 */
export function bytesIn(type: Datatype): 'text' | 'numbers' | 'none' {
  switch (type.class) {
    case CLASS.string:
    case CLASS.opaque:
      return 'text'
    case CLASS.compound: {
      const kinds = (type.members ?? []).map((member) => bytesIn(member.type))
      return kinds.includes('text') ? 'text' : kinds.includes('numbers') ? 'numbers' : 'none'
    }
    case CLASS.array:
    case CLASS.enumeration:
      return type.base ? bytesIn(type.base) : 'none'
    case CLASS.integer:
    case CLASS.bits:
      return type.size === 1 ? 'numbers' : 'none'
    default:
      return 'none'
  }
}

/** A text or opaque bytes within an element. */
export interface Part {
  readonly at: number
  readonly size: number
}

/** Maximum number of texts in one element that are checked one by one. */
const MAX_PARTS = 4096

/** Returns where the texts and opaque bytes of an element are; only the first ones where there are thousands. */
export function partsOf(type: Datatype, at = 0, parts: Part[] = []): readonly Part[] {
  if (parts.length >= MAX_PARTS || bytesIn(type) !== 'text') return parts
  if (type.class === CLASS.string || type.class === CLASS.opaque) parts.push({ at, size: type.size })
  for (const member of type.members ?? []) partsOf(member.type, at + member.at, parts)
  if (type.class === CLASS.array && type.base) {
    for (let start = 0; start + type.base.size <= type.size && parts.length < MAX_PARTS && type.base.size > 0; start += type.base.size)
      partsOf(type.base, at + start, parts)
  }
  return parts
}

/** A reference to a sequence of variable length within an element. */
export interface Slot {
  readonly at: number
  readonly base: Datatype | undefined
}

/** Maximum number of references in one element; a real compound has a few. */
const MAX_SLOTS = 4096

/**
 * Returns the references of an element to sequences that contain byte strings, directly or through further references.
 */
export function slotsOf(type: Datatype, fields: Fields): readonly Slot[] {
  const slots: Slot[] = []
  collectSlots(type, 0, slots)
  if (slots.length > MAX_SLOTS) throw fields.broken(`more than ${MAX_SLOTS} references in one element`)
  return slots
}

function collectSlots(type: Datatype, at: number, slots: Slot[]): void {
  if (slots.length > MAX_SLOTS) return
  if (type.class === CLASS.variable) {
    if (!type.base || bytesIn(type.base) !== 'none' || hasSlots(type.base)) slots.push({ at, base: type.base })
  } else if (type.class === CLASS.compound) {
    for (const member of type.members ?? []) collectSlots(member.type, at + member.at, slots)
  } else if (type.class === CLASS.array && type.base && hasSlots(type.base)) {
    const times = Math.min(MAX_SLOTS + 1, Math.floor(type.size / Math.max(1, type.base.size)))
    for (let i = 0; i < times; i++) collectSlots(type.base, at + i * type.base.size, slots)
  }
}

function hasSlots(type: Datatype): boolean {
  if (type.class === CLASS.variable) return !type.base || bytesIn(type.base) !== 'none' || hasSlots(type.base)
  if (type.class === CLASS.compound) return (type.members ?? []).some((member) => hasSlots(member.type))
  return type.class === CLASS.array && type.base !== undefined && hasSlots(type.base)
}

/** Dataspace message (specification IV.A.2.b); version 1 has four more reserved bytes. */
const SPACE = { version: 1, rank: 1, flags: 1, type: 1 } as const satisfies Structure
const SPACE_1_RESERVED = 4
const NULL_SPACE = 2
const HAS_MOST = 1

/** Reads a dataspace message. */
export function readDataspace(fields: Fields): Dataspace {
  const { version, rank, flags, type } = fields.record(SPACE)
  if (version !== 1 && version !== 2) throw fields.broken(`dataspace version ${version}`)
  if (version === 1) fields.skip(SPACE_1_RESERVED)
  else if (type === NULL_SPACE) return { shape: [], most: [], count: 0 }
  const shape: number[] = []
  let count = 1
  for (let i = 0; i < rank; i++) {
    const size = fields.length()
    shape.push(size)
    count *= size
  }
  const most = flags & HAS_MOST ? shape.map(() => fields.bound()) : shape
  return { shape, most, count }
}
