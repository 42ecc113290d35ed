// Extensions of TensorFlow graphs, and the protobuf fields by which a MetaGraphDef is recognised.
import type { Probe } from '../../../types/format.ts'
import { BYTES, type Field, type ProtoReader } from '../../../wire/protobuf/fields.ts'
import type { Shape } from '../../../wire/protobuf/shape.ts'
import { graphShape } from './shape.ts'

/** Extensions of a GraphDef. */
export const GRAPH_EXTENSIONS = ['.pb']

/** Extensions of a MetaGraphDef. */
export const META_EXTENSIONS = ['.meta']

/**
 * MetaGraphDef: meta_info_def 1, graph_def 2, saver_def 3, collection_def 4, signature_def 5, asset_file_def 6,
 * object_graph_def 7.
 */
export const metaGraphShape: Shape = {
  fields: { 1: BYTES, 2: BYTES, 3: BYTES, 4: BYTES, 5: BYTES, 6: BYTES, 7: BYTES },
  proves: (reader, field) => field.number === 2 && isGraph(reader, field),
}

/** True if a field is a GraphDef: it has a node, or a library with functions. */
function isGraph(reader: ProtoReader, field: Field): boolean {
  for (const part of reader.fields(field)) {
    if (part.number === 1 && graphShape.proves(reader, part)) return true
    if (part.number === 2 && part.wire === BYTES) {
      for (const item of reader.fields(part)) if (item.number === 1 && item.wire === BYTES) return true
    }
  }
  return false
}

/** True if the name of the artifact has one of these extensions. */
export function hasExtension(probe: Probe, extensions: readonly string[]): boolean {
  return extensions.includes(probe.extension)
}

/** True if a field is a MetaGraphDef: it has a graph. */
export function isMetaGraph(reader: ProtoReader, field: Field): boolean {
  for (const part of reader.fields(field)) if (part.number === 2 && part.wire === BYTES && isGraph(reader, part)) return true
  return false
}
