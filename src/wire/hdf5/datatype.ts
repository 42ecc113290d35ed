import type { Fields } from './file.ts'

/** Datatype classes, specification IV.A.2.d. */
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

export interface Datatype {
  readonly class: number
  /** Bytes of one element as stored. */
  readonly size: number
  /** What a variable-length sequence, an array, an enumeration or a complex number is made of. */
  readonly base: Datatype | undefined
  /** The fields of a compound, with their places in the element. */
  readonly members?: readonly { readonly at: number; readonly type: Datatype }[]
}

export interface Dataspace {
  /** Current dimensions; empty for a single value. */
  readonly shape: readonly number[]
  /** The most that each dimension may grow to; infinite where there is no bound. */
  readonly most: readonly number[]
  /** Elements: 0 for a null dataspace. May be beyond any memory. */
  readonly count: number
}

const MAX_DEPTH = 16
/** Bytes of properties of the classes that have a fixed number. */
const PROPERTIES = new Map<number, number>([
  [CLASS.integer, 4],
  [CLASS.float, 12],
  [CLASS.time, 2],
  [CLASS.bits, 4],
])

/** A datatype, and what it is made of. `nested`: something follows it, so that it is read to its last byte. */
export function readDatatype(fields: Fields, nested = false, depth = 0): Datatype {
  const first = fields.uint(1)
  const version = first >> 4
  const kind = first & 0x0f
  const bits = fields.uint(3)
  const size = fields.uint(4)
  if (depth >= MAX_DEPTH) throw fields.broken('a datatype nested too deep')
  const part = (): Datatype => readDatatype(fields, true, depth + 1)
  switch (kind) {
    case CLASS.variable:
    case CLASS.complex:
      return { class: kind, size, base: part() }
    case CLASS.array: {
      const rank = fields.uint(1)
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
    // Version 1 has the dimensions of a field here, which is that many elements of its type.
    let times = 1
    if (version === 1) {
      const rank = fields.uint(1)
      fields.skip(3 + 4 + 4)
      for (let axis = 0; axis < 4; axis++) {
        const length = fields.uint(4)
        if (axis < rank) times *= length
      }
    }
    const type = part()
    members.push({ at, type: times === 1 ? type : { class: CLASS.array, size: type.size * times, base: type } })
  }
  return members
}

/** The name of a field; before version 3 it is filled with NULs to a multiple of eight bytes. */
function skipName(fields: Fields, version: number): void {
  const start = fields.pos
  fields.skipName()
  if (version < 3) fields.skip((8 - ((fields.pos - start) % 8)) % 8)
}

/**
 * Could elements of the type be, or hold, byte strings: `text` and opaque bytes, or only `numbers` of one byte each? What is of variable length lies
 * elsewhere and does not count.
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

/** Texts in one element that are looked at one by one. */
const MAX_PARTS = 4096

/** Where texts and opaque bytes stand in an element of the type; only the first ones where there are thousands. */
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

/** References in one element; a real compound has a handful. */
const MAX_SLOTS = 4096

/** Where an element of the type refers to sequences that hold byte strings, or refer to some in their turn. */
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

const NULL_SPACE = 2
const HAS_MOST = 1

/** A dataspace message, specification IV.A.2.b. */
export function readDataspace(fields: Fields): Dataspace {
  const version = fields.uint(1)
  if (version !== 1 && version !== 2) throw fields.broken(`dataspace version ${version}`)
  const rank = fields.uint(1)
  const flags = fields.uint(1)
  const type = fields.uint(1)
  if (version === 1) fields.skip(4)
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
