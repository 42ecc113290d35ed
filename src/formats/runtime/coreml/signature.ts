// Describes the protobuf fields by which a Core ML model is recognised.
import { BYTES, VARINT } from '../../../wire/protobuf/fields.ts'
import type { Shape } from '../../../wire/protobuf/shape.ts'

/** Extensions of Core ML models. */
export const EXTENSIONS = ['.mlmodel']

/** The field numbers of `oneof Type` in Model (mlmodel/format/Model.proto). */
const KINDS = [
  200, 201, 202, 300, 301, 302, 303, 304, 400, 401, 402, 403, 404, 500, 501, 502, 555, 556, 560, 600, 601, 602, 603, 604, 606, 607, 609,
  610, 900, 2000, 2001, 2002, 2003, 2004, 2005, 2006, 3000,
]

/**
 * Model: specificationVersion 1, description 2, isUpdatable 10, then one field of `oneof Type`, which proves the
 * format.
 */
export const modelShape: Shape = {
  fields: { 1: VARINT, 2: BYTES, 10: VARINT, ...Object.fromEntries(KINDS.map((kind) => [kind, BYTES])) },
  proves: (_reader, field) => field.number >= 200,
}
