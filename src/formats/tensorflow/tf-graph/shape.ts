// Protobuf fields by which a GraphDef is recognised.
import { BYTES, type Field, type ProtoReader, type Span } from '../../../wire/protobuf/fields.ts'
import { isName, type Shape } from '../../../wire/protobuf/shape.ts'

const MAX_NAME = 400

/** GraphDef: node 1, versions 4, version 3, library 2, debug_info 5. */
export const graphShape: Shape = {
  fields: { 1: BYTES, 2: BYTES, 3: 0, 4: BYTES, 5: BYTES },
  proves: (reader, field) => (field.number === 1 && isNode(reader, field)) || (field.number === 2 && hasFunction(reader, field)),
}

/**
 * True for a NodeDef: it has a name and an operation. A FileDescriptorProto (google/protobuf/descriptor.proto) has a
 * file name and a package in the same fields.
 */
function isNode(reader: ProtoReader, field: Field): boolean {
  let name = ''
  let operation = ''
  for (const part of reader.fields(field)) {
    if (part.number === 1 && isName(reader, part, MAX_NAME)) name = reader.text(part, MAX_NAME)
    else if (part.number === 2 && part.wire === BYTES) operation = reader.text(part, MAX_NAME)
    if (name !== '' && OPERATION.test(operation) && !(name.endsWith('.proto') && PACKAGE.test(operation))) return true
  }
  return false
}

const OPERATION = /^[A-Za-z_][A-Za-z0-9_>./-]*$/
/** Registered operations begin with a capital letter (`CheckOpDefName`, op_def_util.cc); functions need not. */
const PACKAGE = /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/

/** True for a FunctionDefLibrary with a function that has a name and a node. */
function hasFunction(reader: ProtoReader, library: Field): boolean {
  if (library.wire !== BYTES) return false
  for (const item of reader.fields(library)) {
    if (item.number !== 1 || item.wire !== BYTES) continue
    let named = false
    for (const part of reader.fields(item)) {
      if (part.number === 1 && part.wire === BYTES) named ||= nameIn(reader, part) !== ''
      else if (part.number === 3 && part.wire === BYTES && named && isNode(reader, part)) return true
    }
  }
  return false
}

/** Returns field 1 of a message as text. */
export function nameIn(reader: ProtoReader, message: Span): string {
  let name = ''
  for (const part of reader.fields(message)) if (part.number === 1 && part.wire === BYTES) name = reader.text(part, MAX_NAME)
  return name
}
