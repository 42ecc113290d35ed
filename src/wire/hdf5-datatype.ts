import type { Fields } from './hdf5-file.ts'

/** Datatype classes, specification IV.A.2.d. */
export const CLASS = {
  integer: 0,
  float: 1,
  string: 3,
  opaque: 5,
  compound: 6,
  reference: 7,
  enumeration: 8,
  variable: 9,
  array: 10,
} as const

export interface Datatype {
  readonly class: number
  /** Bytes of one element as stored. */
  readonly size: number
  /** What a variable-length sequence or array is made of. */
  readonly base: Datatype | undefined
}

export interface Dataspace {
  /** Current dimensions; empty for a single value. */
  readonly shape: readonly number[]
  /** Elements: 0 for a null dataspace. May be beyond any memory. */
  readonly count: number
}

const MAX_DEPTH = 16

/** The head of a datatype, and of what it is made of. What a compound is made of is left alone. */
export function readDatatype(fields: Fields, depth = 0): Datatype {
  const first = fields.uint(1)
  const version = first >> 4
  const kind = first & 0x0f
  fields.skip(3)
  const size = fields.uint(4)
  if (depth >= MAX_DEPTH) throw fields.broken('a datatype nested too deep')
  if (kind === CLASS.variable) return { class: kind, size, base: readDatatype(fields, depth + 1) }
  if (kind === CLASS.array) {
    const rank = fields.uint(1)
    if (version < 3) fields.skip(3)
    fields.skip(rank * (version < 3 ? 8 : 4))
    return { class: kind, size, base: readDatatype(fields, depth + 1) }
  }
  return { class: kind, size, base: undefined }
}

const NULL_SPACE = 2

/** A dataspace message, specification IV.A.2.b. */
export function readDataspace(fields: Fields): Dataspace {
  const version = fields.uint(1)
  if (version !== 1 && version !== 2) throw fields.broken(`dataspace version ${version}`)
  const rank = fields.uint(1)
  fields.skip(1)
  const type = fields.uint(1)
  if (version === 1) fields.skip(4)
  else if (type === NULL_SPACE) return { shape: [], count: 0 }
  const shape: number[] = []
  let count = 1
  for (let i = 0; i < rank; i++) {
    const size = fields.length()
    shape.push(size)
    count *= size
  }
  return { shape, count }
}
