// Recognises TensorFlow graphs (GraphDef and MetaGraphDef).
import type { Format } from '../../../types/format.ts'
import { headLikeness, openingOf } from '../../../wire/protobuf/shape.ts'
import { lazily } from '../../shared/lazily.ts'
import { graphShape } from './shape.ts'
import { claims, GRAPH_EXTENSIONS, META_EXTENSIONS, metaGraphShape } from './signature.ts'

/** A frozen graph of TensorFlow 1, and the graph files of tools after it. */
export const tfGraphFormat: Format = {
  id: 'tf-graph',
  title: 'TensorFlow graph (GraphDef)',
  kind: 'model',
  suggests: GRAPH_EXTENSIONS,
  access: 'random',
  opening: openingOf(graphShape, GRAPH_EXTENSIONS),
  match: (probe) => headLikeness(probe.head, probe.size, graphShape, claims(probe, GRAPH_EXTENSIONS)),
  scan: lazily(async () => (await import('./reader.ts')).scanGraph),
}

/** `tf.compat.v1.train.export_meta_graph`, and the `.meta` file next to every checkpoint of TensorFlow 1. */
export const tfMetaGraphFormat: Format = {
  id: 'tf-metagraph',
  title: 'TensorFlow graph with metadata (MetaGraphDef)',
  kind: 'model',
  extensions: META_EXTENSIONS,
  access: 'random',
  opening: openingOf(metaGraphShape, META_EXTENSIONS),
  match: (probe) => headLikeness(probe.head, probe.size, metaGraphShape, claims(probe, META_EXTENSIONS)),
  scan: lazily(async () => (await import('./reader.ts')).scanMetaGraph),
}
