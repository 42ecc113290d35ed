// Describes the protobuf fields and the JSON by which a PaddlePaddle program is recognised.
import { BYTES, type Field, type ProtoReader, VARINT } from '../../../wire/protobuf/fields.ts'
import type { Shape } from '../../../wire/protobuf/shape.ts'

/** Extensions of programs. */
export const EXTENSIONS = ['.pdmodel']

/** The beginning of a program in JSON, as Paddle 3 writes it. */
export const PIR = /^\s*\{\s*"base_code"\s*:\s*\{[^{}]{0,300}"magic"\s*:\s*"pir"/

/**
 * ProgramDesc (paddle/fluid/framework/framework.proto): blocks 1, version 4, op_version_map 5. A block proves the
 * format.
 */
export const programShape: Shape = {
  fields: { 1: BYTES, 4: BYTES, 5: BYTES },
  proves: (reader, field) => field.number === 1 && isBlock(reader, field),
}

/** BlockDesc: idx 1 and parent_idx 2 come first, then vars 3 with a name 1 and a type 2, or ops 4. */
function isBlock(reader: ProtoReader, block: Field): boolean {
  let indexes = 0
  for (const part of reader.fields(block)) {
    if (part.number <= 2) {
      if (part.wire !== VARINT) return false
      indexes++
    } else if (part.number === 3 && part.wire === BYTES) {
      const kinds = [...first(reader.fields(part), 2)].map((inner) => `${inner.number}:${inner.wire}`)
      return indexes === 2 && kinds.join() === '1:2,2:2'
    } else return part.number === 4 && part.wire === BYTES && indexes === 2
  }
  return false
}

function* first(fields: Iterable<Field>, count: number): Generator<Field, void, undefined> {
  let left = count
  for (const field of fields) {
    yield field
    if (--left === 0) return
  }
}
