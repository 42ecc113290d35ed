// Describes the protobuf fields by which a Caffe model is recognised.
import { BYTES, FIXED32, type Field, type ProtoReader, VARINT } from '../../../wire/protobuf/fields.ts'
import { isName, type Shape } from '../../../wire/protobuf/shape.ts'

/** Extensions of binary models. */
export const MODEL_EXTENSIONS = ['.caffemodel']

/** Maximum length of the name of a layer, type, module or class. */
export const MAX_NAME = 400

/**
 * NetParameter (caffe.proto): name 1, layers 2 (V1), input 3, input_dim 4, force_backward 5, state 6, debug_info 7,
 * input_shape 8, layer 100. A layer, whose name 1 and type 2 are strings, proves the format.
 */
export const netShape: Shape = {
  fields: { 1: BYTES, 2: BYTES, 3: BYTES, 4: VARINT, 5: VARINT, 6: BYTES, 7: VARINT, 8: BYTES, 100: BYTES },
  proves: (reader, field) => (field.number === 100 && isLayer(reader, field)) || (field.number === 2 && isOldLayer(reader, field)),
}

function isLayer(reader: ProtoReader, layer: Field): boolean {
  let named = false
  for (const part of reader.fields(layer)) {
    if (part.number === 1) named = part.wire === BYTES
    else if (part.number === 2 && isName(reader, part, MAX_NAME)) return named
  }
  return false
}

/** V1LayerParameter: bottom 2, top 3, name 4, type 5 as a number. */
function isOldLayer(reader: ProtoReader, layer: Field): boolean {
  let named = false
  for (const part of reader.fields(layer)) {
    if (part.number === 4) named = isName(reader, part, MAX_NAME)
    else if (part.number === 5) return named && part.wire === VARINT && part.value < 64
    else if (part.wire !== BYTES && part.wire !== FIXED32 && part.wire !== VARINT) return false
  }
  return false
}
