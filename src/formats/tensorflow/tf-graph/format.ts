// Recognises TensorFlow graphs (GraphDef and MetaGraphDef).
import type { Format } from '../../../types/format.ts'
import { headLikeness, prefilterOf } from '../../../wire/protobuf/shape.ts'
import { lazily } from '../../shared/lazily.ts'
import { graphShape } from './shape.ts'
import { GRAPH_EXTENSIONS, hasExtension, META_EXTENSIONS, metaGraphShape } from './signature.ts'

/** GraphDef: a frozen graph of TensorFlow 1, and graph files of later tools. */
export const tfGraphFormat: Format = {
  id: 'tf-graph',
  title: 'TensorFlow graph (GraphDef)',
  kind: 'model',
  suggests: GRAPH_EXTENSIONS,
  access: 'random',
  prefilter: prefilterOf(graphShape, GRAPH_EXTENSIONS),
  match: (probe) => headLikeness(probe.head, probe.size, graphShape, hasExtension(probe, GRAPH_EXTENSIONS)),
  scan: lazily(async () => (await import('./reader.ts')).scanGraph),
}

/** MetaGraphDef: files of `tf.compat.v1.train.export_meta_graph`, and `.meta` beside every TensorFlow 1 checkpoint. */
export const tfMetaGraphFormat: Format = {
  id: 'tf-metagraph',
  title: 'TensorFlow graph with metadata (MetaGraphDef)',
  kind: 'model',
  extensions: META_EXTENSIONS,
  access: 'random',
  prefilter: prefilterOf(metaGraphShape, META_EXTENSIONS),
  match: (probe) => headLikeness(probe.head, probe.size, metaGraphShape, hasExtension(probe, META_EXTENSIONS)),
  scan: lazily(async () => (await import('./reader.ts')).scanMetaGraph),
}
