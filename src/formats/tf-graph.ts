import type { Format } from '../types/format.ts'
import { headLikeness, openingOf } from '../wire/protobuf-shape.ts'
import { lazily } from './lazily.ts'
import { claims, GRAPH_EXTENSIONS, META_EXTENSIONS, metaGraphShape } from './tf-graph-marks.ts'
import { graphShape } from './tf-graph-shape.ts'

/** A frozen graph of TensorFlow 1, and the graph files of tools after it. */
export const tfGraphFormat: Format = {
  id: 'tf-graph',
  title: 'TensorFlow graph (GraphDef)',
  extensions: GRAPH_EXTENSIONS,
  access: 'random',
  opening: openingOf(graphShape, GRAPH_EXTENSIONS),
  match: (probe) => headLikeness(probe.head, probe.size, graphShape, claims(probe, GRAPH_EXTENSIONS)),
  scan: lazily(async () => (await import('./tf-graph-scan.ts')).scanGraph),
}

/** `tf.compat.v1.train.export_meta_graph`, and the `.meta` file next to every checkpoint of TensorFlow 1. */
export const tfMetaGraphFormat: Format = {
  id: 'tf-metagraph',
  title: 'TensorFlow graph with metadata (MetaGraphDef)',
  extensions: META_EXTENSIONS,
  access: 'random',
  opening: openingOf(metaGraphShape, META_EXTENSIONS),
  match: (probe) => headLikeness(probe.head, probe.size, metaGraphShape, claims(probe, META_EXTENSIONS)),
  scan: lazily(async () => (await import('./tf-graph-scan.ts')).scanMetaGraph),
}
