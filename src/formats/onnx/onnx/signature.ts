// Extensions of ONNX models, and the protobuf fields by which they are recognised.
import { BYTES, type Field, type ProtoReader, VARINT } from '../../../wire/protobuf/fields.ts'
import { isName, type Shape } from '../../../wire/protobuf/shape.ts'

/** Extensions of ONNX models. */
export const EXTENSIONS = ['.onnx', '.onnxmodel']

/**
 * Fields of a GraphProto except nodes: name 2, initializer 5, doc_string 10, input 11, output 12, value_info 13,
 * quantization_annotation 14, sparse_initializer 15, metadata_props 16.
 */
const GRAPH_FIELDS = new Set([2, 5, 10, 11, 12, 13, 14, 15, 16])

/** ModelProto (onnx/onnx.proto). Its graph proves the format: it has a node with an operator. */
export const modelShape: Shape = {
  fields: { 1: VARINT, 2: BYTES, 3: BYTES, 4: BYTES, 5: VARINT, 6: BYTES, 7: BYTES, 8: BYTES, 14: BYTES, 20: BYTES, 25: BYTES, 26: BYTES },
  proves: (reader, field) => field.number === 7 && isGraph(reader, field),
}

/** True for a GraphProto: it has a node, or at least two fields of a graph and no others. */
function isGraph(reader: ProtoReader, graph: Field): boolean {
  let parts = 0
  let strange = 0
  for (const part of reader.fields(graph)) {
    if (part.number === 1 && part.wire === BYTES && isNode(reader, part)) return true
    if (part.wire === BYTES && GRAPH_FIELDS.has(part.number)) parts++
    else strange++
  }
  return parts > 1 && strange === 0
}

/** True for a NodeProto: field 4 (op_type) is a name. */
function isNode(reader: ProtoReader, node: Field): boolean {
  for (const part of reader.fields(node)) if (part.number === 4 && isName(reader, part, 400)) return true
  return false
}
