// Protobuf fields by which a SavedModel and its Keras metadata are recognised.
import { BYTES, VARINT } from '../../../wire/protobuf/fields.ts'
import type { Shape } from '../../../wire/protobuf/shape.ts'
import { isMetaGraph } from '../tf-graph/signature.ts'

/** SavedModel (tensorflow/core/protobuf/saved_model.proto): saved_model_schema_version 1, meta_graphs 2. */
export const savedModelShape: Shape = {
  fields: { 1: VARINT, 2: BYTES },
  proves: (reader, field) => field.number === 2 && isMetaGraph(reader, field),
}

/**
 * SavedMetadata (keras/src/legacy/protobuf/saved_metadata.proto): nodes 1. A node is a SavedObject: node_id 2,
 * node_path 3, identifier 4, metadata 5.
 */
export const metadataShape: Shape = {
  fields: { 1: BYTES },
  proves(reader, field) {
    for (const part of reader.fields(field)) {
      if (part.number < 2 || part.number > 6) return false
      if (part.number === 4) return part.wire === BYTES && /^_?[A-Za-z_]{2,80}$/.test(reader.text(part, 100))
    }
    return false
  },
}
